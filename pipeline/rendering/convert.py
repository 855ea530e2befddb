"""DOCX → PDF/A-2b by LibreOffice, PDF → pictures by pdfium, both in the sandbox.

Runs get a copied profile: making one costs more than a letter.
"""

import io
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.kernel.sandbox import SandboxFailed, isolation, run
from pipeline.kernel.sandbox_command import MIB, Limits
from pipeline.rendering import converter_id
from pipeline.rendering.errors import NoRenderer, NotRendered
from pipeline.rendering.framing import pack, unpack
from pipeline.rendering.pdf_cache import PdfCache

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BODY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_BODY_TYPE}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATION}" '
    'Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>Rangkap</w:t></w:r></w:p></w:body>'
    "</w:document>",
}


def _document() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in _PARTS.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


DOCUMENT = _document()


_OFFICE = Limits(memory=4096 * MIB, cpu=60, wall=90.0, scratch=512 * MIB)
_FURTHER = 4.0  # seconds for each further document of a run
_PICTURES = Limits(memory=1024 * MIB, cpu=60, wall=90.0)
_PROFILE = b"profile"
_warm: dict[bytes, bytes] = {}


def to_pdf(
    documents: Sequence[bytes],
    *,
    accept_risk: bool = False,
    folder: Path | None = None,
    is_kept: bool = True,
    wall: float = 0.0,
) -> list[bytes]:
    """PDF/A-2b, cached in ``folder``.

    ``wall`` replaces the usual seconds. NotRendered names the first bad document, from 1.
    """
    if not documents:
        return []
    if shutil.which("soffice") is None:
        raise NoRenderer
    cache = (
        PdfCache(folder, looks)
        if folder is not None and (looks := converter_id.looks()) is not None
        else None
    )
    made = {document: None if cache is None else cache.get(document) for document in documents}
    wanted = [document for document, pdf in made.items() if pdf is None]
    for document, pdf in zip(wanted, _run(wanted, folder, accept_risk=accept_risk, wall=wall), strict=True):
        made[document] = pdf
        if cache is not None and is_kept and pdf:
            cache.put(document, pdf)
    pdfs = [made[document] or b"" for document in documents]
    if b"" in pdfs:
        raise NotRendered(number=1 + pdfs.index(b""))
    return pdfs


def page_pngs(pdf: bytes, dpi: int = 100, *, accept_risk: bool = False) -> list[bytes]:
    """The pages of a PDF as PNG."""
    try:
        return _inside(f"png:{dpi}", [pdf], _PICTURES, accept_risk=accept_risk)
    except SandboxFailed as error:
        if error.code != SandboxFailed.code:
            raise
        raise Refusal("rendering.not_pictured") from None


def _run(documents: Sequence[bytes], folder: Path | None, *, accept_risk: bool, wall: float) -> list[bytes]:
    # Empty where no sound PDF came of a document
    if not documents:
        return []
    more = _FURTHER * (len(documents) - 1)
    limits = replace(_OFFICE, cpu=round(60 + more), wall=(wall or 90.0) + more)
    profile = _profile(folder, accept_risk=accept_risk)
    return _inside("pdf", [profile, *documents], limits, folder, accept_risk=accept_risk)


def _profile(folder: Path | None, *, accept_risk: bool) -> bytes:
    # Only a document of ours was open in it. The first run of a process without ``folder`` goes without
    version = converter_id.version()
    if version in _warm:
        if not _warm[version]:
            _warm[version] = _set_up(accept_risk=accept_risk)
        return _warm[version]
    cache = None if folder is None else PdfCache(folder, version)
    kept = None if cache is None else cache.get(_PROFILE)
    if kept is None and cache is not None and (kept := _set_up(accept_risk=accept_risk)):
        cache.put(_PROFILE, kept)
    _warm[version] = kept or b""
    return _warm[version]


def _set_up(*, accept_risk: bool) -> bytes:
    try:
        (made,) = _inside("profile", [DOCUMENT], _OFFICE, accept_risk=accept_risk)
    except SandboxFailed:
        return b""
    return made


def _inside(
    order: str, parts: Sequence[bytes], limits: Limits, folder: Path | None = None, *, accept_risk: bool
) -> list[bytes]:
    command = [sys.executable, "-P", "-m", "pipeline.rendering.inside", order]
    with _room(folder) as settings:
        return unpack(run(command, pack(parts), limits=limits, settings=settings, accept_risk=accept_risk))


@contextmanager
def _room(folder: Path | None) -> Iterator[Mapping[str, str]]:
    if isolation() is not None:
        yield {}
        return
    if folder is not None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kerja-", dir=folder, ignore_cleanup_errors=True) as room:
        yield {"RANGKAP_ROOM": room, "TMPDIR": room, "HOME": room}
