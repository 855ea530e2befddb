"""What runs within the walls when the administrator imports certificates and revocation lists.

``python -m pipeline.signing.inside_trust`` takes a parcel on standard input (a request as JSON with the
``known`` certificates as DER in base64, then the files, each PEM or DER or PKCS #7) and writes, for each file,
a list of what it holds. A signature is proven by the key of a known certificate or of one in the same import.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import TypeVar, cast

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from pipeline.kernel.clock import stamp
from pipeline.kernel.sandbox import OUT_OF_MEMORY
from pipeline.rendering.parcel import unpack
from pipeline.signing.electronic_trust import Found, Kind

Extension = TypeVar("Extension", bound=x509.ExtensionType)
Thing = x509.Certificate | x509.CertificateRevocationList
_PEM = re.compile(rb"-----BEGIN ([A-Z0-9 ]+)-----.*?-----END \1-----", re.DOTALL)
_UNREADABLE = (ValueError, TypeError, UnsupportedAlgorithm)
_LONGEST = 200
_NO_SUCH = "9999-12-31T00:00:00Z"


def things(data: bytes) -> list[Thing]:
    """Return the certificates and lists in one file, in their order; empty if it holds none."""
    blocks = [(one.group(1), one.group(0)) for one in _PEM.finditer(data)]
    if blocks:
        return [thing for name, block in blocks for thing in _of_block(name, block)]
    for load in (
        lambda: [x509.load_der_x509_certificate(data)],
        lambda: [x509.load_der_x509_crl(data)],
        lambda: list(pkcs7.load_der_pkcs7_certificates(data)),
    ):
        try:
            return list(load())
        except _UNREADABLE:
            continue
    return []


def _of_block(name: bytes, block: bytes) -> Iterator[Thing]:
    try:
        if name == b"CERTIFICATE":
            yield x509.load_pem_x509_certificate(block)
        elif name == b"X509 CRL":
            yield x509.load_pem_x509_crl(block)
        elif name == b"PKCS7":
            yield from pkcs7.load_pem_pkcs7_certificates(block)
    except _UNREADABLE:
        return


def found(thing: Thing, known: Sequence[x509.Certificate], moment: datetime) -> Found:
    """Return what is to be told of a certificate or list: whose it is, its days, who proves it."""
    der = thing.public_bytes(Encoding.DER)
    since, until = _days(thing)
    issuer = _issuer(thing, known)
    return Found(
        kind=_kind(thing, issuer),
        fingerprint=sha256(der).hexdigest(),
        subject=_plain(_owner(thing).rfc4514_string()),
        since=since,
        until=until,
        der=base64.b64encode(der).decode(),
        proven_by=_fingerprint(issuer) if issuer else "",
        key=_scope(thing, issuer) if issuer else "",
        fault=_fault(thing, since, until, stamp(moment)),
    )


def _owner(thing: Thing) -> x509.Name:
    return thing.issuer if isinstance(thing, x509.CertificateRevocationList) else thing.subject


def _scope(thing: Thing, issuer: x509.Certificate) -> str:
    """Return what a list is about: its issuer, and the part of the certificates it covers if not all."""
    if isinstance(thing, x509.Certificate):
        return ""
    part = _extension(thing, x509.IssuingDistributionPoint)
    rest = sha256(part.public_bytes()).hexdigest()[:16] if part is not None else ""
    return f"{_fingerprint(issuer)}{rest}"


def _kind(thing: Thing, issuer: x509.Certificate | None) -> Kind:
    if isinstance(thing, x509.CertificateRevocationList):
        return Kind.LIST
    if not _may_issue(thing):
        return Kind.PERSON
    return Kind.ROOT if issuer == thing else Kind.ISSUER


def _may_issue(certificate: x509.Certificate) -> bool:
    constraints = _extension(certificate, x509.BasicConstraints)
    return constraints is not None and constraints.ca


def _extension(thing: Thing, kind: type[Extension]) -> Extension | None:
    try:
        return thing.extensions.get_extension_for_class(kind).value
    except (x509.ExtensionNotFound, *_UNREADABLE):
        return None


def _issuer(thing: Thing, known: Sequence[x509.Certificate]) -> x509.Certificate | None:
    """Return the certificate whose key signed ``thing``: itself for a root, else one of ``known``."""
    candidates = [thing, *known] if isinstance(thing, x509.Certificate) else known
    return next((one for one in candidates if _may_issue(one) and _is_signed_by(thing, one)), None)


def _is_signed_by(thing: Thing, issuer: x509.Certificate) -> bool:
    if thing.issuer != issuer.subject:
        return False
    try:
        if isinstance(thing, x509.Certificate):
            thing.verify_directly_issued_by(issuer)
            return True
        return thing.is_signature_valid(cast(CertificateIssuerPublicKeyTypes, issuer.public_key()))
    except (InvalidSignature, *_UNREADABLE):
        return False


def _days(thing: Thing) -> tuple[str, str]:
    if isinstance(thing, x509.Certificate):
        return stamp(thing.not_valid_before_utc), stamp(thing.not_valid_after_utc)
    following = thing.next_update_utc
    return stamp(thing.last_update_utc), stamp(following) if following else _NO_SUCH


def _fault(thing: Thing, since: str, until: str, now: str) -> str:
    """Return why it is of no use ("" if it is): ``early``, ``late``, ``partial``."""
    if since > now:
        return "early"
    if until < now:
        return "late"
    return "partial" if _extension(thing, x509.DeltaCRLIndicator) is not None else ""


def _fingerprint(certificate: x509.Certificate) -> str:
    return sha256(certificate.public_bytes(Encoding.DER)).hexdigest()


def _plain(text: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in text)[:_LONGEST]


def main() -> int:
    """Read what stands on standard input; return the exit status."""
    request, *files = unpack(sys.stdin.buffer.read())
    try:
        asked = json.loads(request)
        moment = datetime.fromisoformat(asked["moment"])
        held = [things(one) for one in files]
        known = [x509.load_der_x509_certificate(base64.b64decode(one)) for one in asked["known"]]
        known += [one for each in held for one in each if isinstance(one, x509.Certificate)]
        told = [[asdict(found(one, known, moment)) for one in each] for each in held]
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(json.dumps(told).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
