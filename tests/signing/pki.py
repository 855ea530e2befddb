"""A public key infrastructure of the tests' own: a root, an issuer, signers, revocation lists, signed PDFs.

The keys are small and made once a session; all dates are fixed around the clock of the office
(24 November 2026), so that a certificate is expired or not by what the test says, never by the day it runs.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

import pikepdf
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
LONG_AGO, FAR = NOW - timedelta(days=900), NOW + timedelta(days=900)
CHAIR = "WAHDANIAH SULING"
_SERIALS = count(1000)
_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


@dataclass(frozen=True)
class Holder:
    """A certificate with its key, and the one that issued it (None for a root)."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    issuer: Holder | None = None

    @property
    def der(self) -> bytes:
        """The certificate as DER."""
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate as PEM."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the DER, in hexadecimal."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()


def holder(
    name: str,
    issuer: Holder | None = None,
    *,
    is_ca: bool = False,
    since: datetime = LONG_AGO,
    until: datetime = FAR,
    usages: Sequence[str] = (),
    is_stamper: bool = False,
) -> Holder:
    """Make a key and its certificate, signed by ``issuer`` (by itself if there is none)."""
    key = rsa.generate_private_key(65537, 2048) if is_stamper else ec.generate_private_key(ec.SECP256R1())
    own = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Uji Coba"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    wanted = usages or (
        ("key_cert_sign", "crl_sign") if is_ca else ("digital_signature", "content_commitment")
    )
    purposes = [ExtendedKeyUsageOID.TIME_STAMPING] if is_stamper else [ExtendedKeyUsageOID.EMAIL_PROTECTION]
    made = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer.certificate.subject if issuer else own)
        .public_key(key.public_key())
        .serial_number(next(_SERIALS))
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**{usage: usage in wanted for usage in _USAGES}), critical=True)
        .add_extension(x509.ExtendedKeyUsage(purposes), critical=is_stamper)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(issuer.key if issuer else key, hashes.SHA256())
    )
    return Holder(made, key, issuer)


def revocation_list(
    issuer: Holder,
    revoked: Iterable[Holder] = (),
    *,
    since: datetime = NOW - timedelta(days=1),
    until: datetime = NOW + timedelta(days=6),
    at: datetime = NOW - timedelta(days=3),
    is_delta: bool = False,
    part: str = "",
) -> bytes:
    """Return a revocation list of ``issuer`` as DER that names ``revoked`` since ``at``."""
    made = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(since)
        .next_update(until)
        .add_extension(x509.CRLNumber(next(_SERIALS)), critical=False)
    )
    if is_delta:
        made = made.add_extension(x509.DeltaCRLIndicator(1), critical=True)
    if part:
        named = [x509.UniformResourceIdentifier(part)]
        scope = x509.IssuingDistributionPoint(named, None, False, False, None, False, False)
        made = made.add_extension(scope, critical=True)
    for owner in revoked:
        made = made.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(owner.certificate.serial_number)
            .revocation_date(at)
            .build()
        )
    return made.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


@dataclass(frozen=True)
class Pki:
    """The usual cast: a root, an issuer below it, the chair's certificate and others."""

    root: Holder
    issuer: Holder
    chair: Holder
    expired: Holder
    deputy: Holder


@cache
def usual() -> Pki:
    """Return the usual cast, made once a session."""
    root = holder("Akar Uji", is_ca=True)
    issuer = holder("Penerbit Uji", root, is_ca=True)
    return Pki(
        root,
        issuer,
        holder(CHAIR, issuer),
        holder(CHAIR, issuer, until=NOW - timedelta(days=10)),
        holder("SITI WAKIL KETUA", issuer),
    )


def page(text: str = "surat") -> bytes:
    """Return a small PDF of one page that bears ``text``, a file of one revision."""
    made = io.BytesIO()
    with pikepdf.new() as document:
        sheet = document.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        sheet.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
        sheet.Contents = document.make_stream(f"BT /F1 12 Tf 72 720 Td (Yth. {text}) Tj ET".encode())
        document.save(made, static_id=True)
    return made.getvalue()


def chain(signer: Holder) -> list[Holder]:
    """Return the issuers of ``signer`` without the root."""
    issuers = []
    above = signer.issuer
    while above is not None and above.issuer is not None:
        issuers.append(above)
        above = above.issuer
    return issuers


def signed(
    pdf: bytes,
    signer: Holder,
    field: str = "TandaTangan1",
    box: tuple[int, int, int, int] | None = None,
    stamper: Holder | None = None,
) -> bytes:
    """Return ``pdf`` signed by ``signer`` by an incremental update, as a signing service does.

    With ``box`` the signature is shown there on page 1; ``stamper`` adds a time stamp of 24 November 2026.
    """
    store = SimpleCertificateStore.from_certs(asn1_x509.Certificate.load(cert.der) for cert in chain(signer))
    by = signers.SimpleSigner(signing_cert=_loaded(signer), signing_key=_key(signer), cert_registry=store)
    clock = DummyTimeStamper(_loaded(stamper), _key(stamper), store, fixed_dt=NOW) if stamper else None
    meta = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    seen = SigFieldSpec(field, on_page=0, box=box) if box else None
    made = signers.sign_pdf(writer, meta, by, timestamper=clock, new_field_spec=seen, bytes_reserved=16384)
    return bytes(made.getvalue())


def _loaded(owner: Holder) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(owner.der)


def _key(owner: Holder) -> asn1_keys.PrivateKeyInfo:
    plain = owner.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return asn1_keys.PrivateKeyInfo.load(plain)
