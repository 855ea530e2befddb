"""The chair's Word, for tests: paragraphs are changed with python-docx, and LibreOffice saves the file anew."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.document import Document as Opened

from pipeline.office.answer import edited
from tests.office.bureau import OFFICER, Bureau

CLOSING = "Demikian"


def taken_out(office: Bureau, case: str) -> bytes:
    """Take the draft of ``case`` out to be edited; returns the file."""
    return edited.take_out(office.session(OFFICER), case, office.home / "var").read_bytes()


def with_words(docx: bytes, words: str, before: str = CLOSING) -> bytes:
    """Return ``docx`` with a paragraph of ``words`` more, before the one that begins with ``before``."""

    def put(document: Opened) -> None:
        place = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith(before))
        place.insert_paragraph_before(words, style=place.style)

    return changed(docx, put)


def replaced(docx: bytes, old: str, new: str) -> bytes:
    """Return ``docx`` with ``old`` replaced in the runs of its paragraphs and cells."""

    def put(document: Opened) -> None:
        body = document.element.body
        for piece in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"):
            piece.text = (piece.text or "").replace(old, new)

    return changed(docx, put)


def changed(docx: bytes, change: Callable[[Opened], None]) -> bytes:
    """Return ``docx`` after ``change``, saved by python-docx with an author, as Word leaves one."""
    document = Document(io.BytesIO(docx))
    change(document)
    document.core_properties.author = "Dra. Hj. Wahdaniah Suling"
    document.core_properties.last_modified_by = "Dra. Hj. Wahdaniah Suling"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def saved_anew(docx: bytes, folder: Path) -> bytes:
    """Return ``docx`` as LibreOffice saves it, which rebuilds styles, headers, footers and settings."""
    source = folder / "surat untuk ketua.docx"
    source.write_bytes(docx)
    out = folder / "hasil"
    profile = f"-env:UserInstallation=file://{folder}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return (out / source.name).read_bytes()


def back(office: Bureau, docx: bytes, name: str = "Surat untuk ketua (2).docx") -> str:
    """Drop an edited draft into the inbox; returns its arrival."""
    office.drop(docx, name)
    (came,) = office.receive()
    assert came.what in {"edited", "edit_idle"}, came
    return came.arrival
