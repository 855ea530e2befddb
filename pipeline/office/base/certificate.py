"""The self-signed certificate of the web door, in ``var/keys/`` (0600).

PCs trust it by its SHA-256. Renewal keeps the key, so that a power cut leaves a matching pair.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import durable, need_folder, sync_folder, write_durably
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_
from pipeline.office.base.session import Session, need_role, note_act
from pipeline.office.base.web_door import certificate_path, has_certificate, is_everywhere, key_path
from pipeline.settings import Settings
from pipeline.settings.unfit import is_address

KEEPERS = frozenset({Role.ADMIN})
VERB = "cert"
GOOD_FOR = timedelta(days=730)
"""Telephone browsers trust no own certificate for longer than 825 days."""
WARNED = timedelta(days=30)
OUT = "rangkap-kantor.crt"
_ALGORITHM = hashes.SHA256()


@dataclass(frozen=True)
class Certificate:
    """The certificate in use; moments are UTC."""

    names: tuple[str, ...]
    since: datetime
    until: datetime
    sha256: str

    @property
    def fingerprint(self) -> str:
        """The SHA-256 as Windows and browsers show it."""
        return ":".join(self.sha256[at : at + 2] for at in range(0, len(self.sha256), 2)).upper()

    @property
    def days_left(self) -> int:
        """Whole days left; negative once it has ended."""
        return (self.until - clock.now()).days

    @property
    def is_ending(self) -> bool:
        """Whether it ends within a month or has ended."""
        return self.until - clock.now() < WARNED


def of(settings: Settings) -> Certificate:
    """The certificate in use."""
    try:
        cert = x509.load_pem_x509_certificate(certificate_path(settings).read_bytes())
        fits = _public(_key(settings).public_key()) == _public(cert.public_key())
        names = cert.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except FileNotFoundError as error:
        name = Path(error.filename).name
        raise Refusal("office.no_certificate", reason=N_("{name}: missing").of(name=name)) from None
    except (OSError, ValueError, TypeError, x509.ExtensionNotFound):
        raise Refusal("office.no_certificate", reason=N_("unreadable")) from None
    if not fits:
        raise Refusal("office.no_certificate", reason=N_("it is of another key"))
    return Certificate(
        names=tuple(str(host.value) for host in names),
        since=cert.not_valid_before_utc,
        until=cert.not_valid_after_utc,
        sha256=cert.fingerprint(_ALGORITHM).hex(),
    )


def make(session: Session, *, new_key: bool = False) -> Certificate:
    """``new_key`` replaces its key too; a kill leaves a usable pair or none."""
    need_role(session, VERB, KEEPERS)
    settings = session.settings
    if new_key or not key_path(settings).exists():
        with durable():
            certificate_path(settings).unlink(missing_ok=True)
        sync_folder(key_path(settings).parent)
        fresh = ec.generate_private_key(ec.SECP256R1())
        write_durably(
            key_path(settings), fresh.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
    try:
        key = _key(settings)
    except (OSError, ValueError, TypeError):
        raise Refusal("office.no_certificate", reason=N_("web.key is unreadable")) from None
    write_durably(certificate_path(settings), _signed(settings, key).public_bytes(Encoding.PEM))
    made = of(settings)
    note_act(session, VERB, subject=made.sha256[:16])
    return made


def shown(session: Session) -> Certificate | None:
    """The certificate in use, if any."""
    need_role(session, VERB, KEEPERS)
    return of(session.settings) if has_certificate(session.settings) else None


def put_out(session: Session, target: Path) -> Path:
    """A copy for the PCs, which holds no secret."""
    need_role(session, VERB, KEEPERS)
    of(session.settings)
    path = need_folder(target) / OUT
    write_durably(path, certificate_path(session.settings).read_bytes(), 0o644)
    return path


def wanted_names(settings: Settings) -> tuple[str, ...]:
    """Names for a new one, the office's own first."""
    own = [] if is_everywhere(settings) else [str(settings["web.alamat"])]
    return tuple(dict.fromkeys([*settings["web.nama"], *own, "localhost", "127.0.0.1", "::1"]))


def _signed(settings: Settings, key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    names = wanted_names(settings)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    now = clock.now()
    hosts = [
        x509.IPAddress(ipaddress.ip_address(name)) if is_address(name) else x509.DNSName(name)
        for name in names
    ]
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + GOOD_FOR)
        .add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_USE, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, _ALGORITHM)
    )


_USE = x509.KeyUsage(
    digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
    key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
)  # fmt: skip


def _key(settings: Settings) -> ec.EllipticCurvePrivateKey:
    key = load_pem_private_key(key_path(settings).read_bytes(), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError
    return key


def _public(key: object) -> object:
    return key.public_numbers() if isinstance(key, ec.EllipticCurvePublicKey) else None
