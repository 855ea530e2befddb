"""In the sandbox: roots, issuers and revocation lists by which certificates are checked."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs7

_Kind = TypeVar("_Kind", bound=x509.ExtensionType)
Thing = x509.Certificate | x509.CertificateRevocationList
# roots, other issuers, lists
Kept = tuple[list[x509.Certificate], list[x509.Certificate], list[x509.CertificateRevocationList]]
_PEM = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----.*?-----END \1-----", re.DOTALL)
_UNREADABLE = (ValueError, TypeError, UnsupportedAlgorithm)
_PEMS: dict[bytes, Callable[[bytes], Sequence[Thing]]] = {
    b"CERTIFICATE": lambda pem: [x509.load_pem_x509_certificate(pem)],
    b"X509 CRL": lambda pem: [x509.load_pem_x509_crl(pem)],
    b"PKCS7": pkcs7.load_pem_pkcs7_certificates,
}
_DERS: Sequence[Callable[[bytes], Sequence[Thing]]] = (
    lambda der: [x509.load_der_x509_certificate(der)],
    lambda der: [x509.load_der_x509_crl(der)],
    pkcs7.load_der_pkcs7_certificates,
)


def kept(files: Iterable[bytes]) -> Kept:
    """Persons' certificates, delta lists and other files count for nothing."""
    roots, issuers, lists = groups = ([], [], [])  # type: Kept
    for material in (material for data in files for material in things(data)):
        if isinstance(material, x509.CertificateRevocationList):
            lists += [] if _extension(material, x509.DeltaCRLIndicator) else [material]
        elif (limits := _extension(material, x509.BasicConstraints)) and limits.ca:
            (roots if _is_root(material) else issuers).append(material)
    return groups


def things(data: bytes) -> list[Thing]:
    """Certificates and lists in one file, in order."""
    if blocks := [(match.group(1), match.group(0)) for match in _PEM.finditer(data)]:
        return [
            material for name, block in blocks if name in _PEMS for material in _loaded([_PEMS[name]], block)
        ]
    return list(_loaded(_DERS, data))


def _loaded(ways: Iterable[Callable[[bytes], Sequence[Thing]]], data: bytes) -> Iterator[Thing]:
    for load in ways:
        try:
            yield from load(data)
        except _UNREADABLE:
            continue
        return


def _extension(material: Thing, kind: type[_Kind]) -> _Kind | None:
    try:
        return material.extensions.get_extension_for_class(kind).value
    except (x509.ExtensionNotFound, *_UNREADABLE):
        return None


def _is_root(certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(certificate)
    except (InvalidSignature, *_UNREADABLE):
        return False
    return True
