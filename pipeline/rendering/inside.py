"""In the sandbox: LibreOffice on DOCX, pdfium on PDF, in parcels.

Orders: ``pdf`` (a profile or nothing, then documents), ``profile``, ``png:DPI``.
"""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pypdfium2

from pipeline.kernel.sandbox import answer_by
from pipeline.rendering.framing import pack, unpack

_OPTIONS = (
    "pdf:writer_pdf_Export:"
    '{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ReduceImageResolution":{"type":"boolean","value":"false"},'
    '"UseLosslessCompression":{"type":"boolean","value":"true"}}'
)
_LARGEST_SIDE = 6000


def to_pdf(documents: list[bytes], room: Path, profile: bytes = b"") -> list[bytes]:
    """One run in an empty ``room``; empty where it failed."""
    if profile:
        with tarfile.open(fileobj=io.BytesIO(profile)) as kept:
            kept.extractall(room, filter="data")
    names = [f"{number:04d}" for number in range(len(documents))]
    for name, document in zip(names, documents, strict=True):
        (room / f"{name}.docx").write_bytes(document)
    done = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{room}/profile", "--headless", "--norestore"),
            *("--nolockcheck", "--nodefault", "--convert-to", _OPTIONS, "--outdir", str(room)),
            *(str(room / f"{name}.docx") for name in names),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return [_sound(room / f"{name}.pdf") if done.returncode == 0 else b"" for name in names]


def profile_of(document: bytes, room: Path) -> bytes:
    """A conversion's, as a tar; empty if it failed."""
    if to_pdf([document], room) == [b""]:
        return b""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as kept:
        kept.add(room / "profile", "profile", filter=_without_owner)
    return out.getvalue()


def _without_owner(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    # No lock, log or second copy, and nobody's name
    if not (member.isdir() or member.isfile()) or member.name.endswith((".lock", ".log", "/user/pack")):
        return None
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _sound(path: Path) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        return b""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return b""
    return data if len(document) else b""


def to_pngs(data: bytes, dpi: int) -> list[bytes]:
    """The pages as PNG."""
    document = pypdfium2.PdfDocument(data)
    pictures = []
    for page in document:
        scale = min(dpi / 72, _LARGEST_SIDE / max(page.get_size()))
        out = io.BytesIO()
        page.render(scale=scale, rev_byteorder=True).to_pil().save(out, "PNG", compress_level=4)
        pictures.append(out.getvalue())
    return pictures


def main(order: str) -> int:
    """Do what ``order`` says; the exit status."""
    return answer_by(lambda parcel: pack(_ordered(order, unpack(parcel))))


def _ordered(order: str, parts: list[bytes]) -> list[bytes]:
    room = Path(os.environ.get("RANGKAP_ROOM", "/tmp"))  # noqa: S108 - the sandbox's own
    if order == "pdf":
        return to_pdf(parts[1:], room, parts[0])
    if order == "profile":
        return [profile_of(parts[0], room)]
    return to_pngs(parts[0], int(order.removeprefix("png:")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
