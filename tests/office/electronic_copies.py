"""What tests of electronically signed copies share: the exports, what the office trusts, files dropped back."""

import io

import pikepdf
from cryptography.x509 import CertificateRevocationList

from pipeline.kernel.files import digest_bytes
from pipeline.records import arrivals
from pipeline.signing.inside_trust import things
from tests.office.bureau import Bureau
from tests.office.stages import FIRST
from tests.signing.pki import revocation_list, usual


def exports(office: Bureau, case: str = FIRST) -> list[bytes]:
    """Return the PDFs of both copies as they are printed out."""
    return [path.read_bytes() for path in office.printed(case)]


def import_trust(office: Bureau, *files: bytes) -> None:
    """Put down what the office trusts; a list takes the place of the one of its issuer."""
    folder = office.settings.var / "trust"
    folder.mkdir(exist_ok=True)
    for data in files:
        (item,) = things(data)
        is_list = isinstance(item, CertificateRevocationList)
        name = item.issuer.rfc4514_string() if is_list else digest_bytes(data, "sha256")
        (folder / f"{name}.{'crl' if is_list else 'crt'}").write_bytes(data)


def trusting(office: Bureau) -> Bureau:
    """Trust root, issuer and both revocation lists."""
    lists = [revocation_list(usual().root), revocation_list(usual().issuer)]
    import_trust(office, usual().root.pem, usual().issuer.der, *lists)
    return office


def come(office: Bureau, data: bytes) -> tuple[str, str]:
    """Drop one file; return what it became and the note of its arrival."""
    (outcome,) = office.receive(data)
    return outcome.what, arrivals.get(outcome.arrival).note


def merged(*files: bytes) -> bytes:
    """Return the pages of several PDFs in one."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        for file in files:
            with pikepdf.open(io.BytesIO(file)) as part:
                document.pages.extend(part.pages)
        document.save(out)
    return out.getvalue()


def covered(data: bytes) -> bytes:
    """Return the pages of a PDF with their codes covered, as when another program draws over the foot."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.contents_add(document.make_stream(b"q 1 1 1 rg 0 0 600 110 re f Q"))
        document.save(out)
    return out.getvalue()
