"""Nobody finds in the copy what was blacked out: not in its text, its bytes, its pictures, nor by reading them again."""

import io
import os
import re
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from pipeline.intake.reader import Reader
from pipeline.office.victims.victims_copy_choice import FORM
from tests.office import printouts
from tests.office import victims_letters as letters
from tests.office.bureau import CLERK, Bureau


@pytest.fixture(
    params=[
        "typed",
        "scanned",
        "faxed",
    ]
)
def copy(request: pytest.FixtureRequest, bureau: Bureau, tmp_path: Path) -> bytes:
    """The printed copy of a letter that came in so."""
    case = letters.registered(bureau, letters.KINDS[request.param]())
    name = "surat-masuk-1.tiff" if request.param == "faxed" else letters.LETTER
    letters.approved(bureau, case, name)
    made = printouts.copy(bureau.session(CLERK), case, tmp_path / "cetak")
    return made[0].read_bytes()


def read_again(data: bytes, folder: Path, reader: Reader) -> str:
    """Return what the recogniser reads in pages or in a picture."""
    path = folder / "lagi"
    path.write_bytes(data)
    handle = os.open(path, os.O_RDONLY)
    try:
        return reader.read(handle).text
    finally:
        os.close(handle)


def leaked(text: str) -> list[str]:
    plain = re.sub(r"[\s-]", "", text).casefold()
    return [secret for secret in letters.SECRETS if re.sub(r"[\s-]", "", secret).casefold() in plain]


def test_no_door_gives_away_what_was_blacked_out(copy: bytes, tmp_path: Path, office_reader: Reader) -> None:
    path = tmp_path / "salinan.pdf"
    path.write_bytes(copy)
    document = pypdf.PdfReader(io.BytesIO(copy))
    texts = {
        "pypdf": "\n".join(page.extract_text() for page in document.pages),
        "pdftotext": subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout,
        "bytes": copy.decode("latin-1"),
        "streams": b"".join(_unpacked(copy)).decode("latin-1"),
        "read again": read_again(copy, tmp_path, office_reader),
    }
    for number, page in enumerate(document.pages):
        for picture in page.images:
            texts[f"picture {number}"] = read_again(picture.data, tmp_path, office_reader)
    assert {door: leaks for door, text in texts.items() if (leaks := leaked(text))} == {}
    assert any(her in texts["read again"] for her in letters.HERS), "what is hers stays readable"


def _unpacked(data: bytes) -> list[bytes]:
    """Return every stream of a PDF that can be unpacked."""
    streams = []
    for raw in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            streams.append(zlib.decompress(raw))
        except zlib.error:
            continue
    return streams


def test_the_copy_holds_pictures_and_a_foot_and_nothing_else(copy: bytes) -> None:
    document = pypdf.PdfReader(io.BytesIO(copy))
    assert not document.metadata
    assert set(document.trailer) == {"/Size", "/Root"}
    assert set(document.root_object) == {"/Type", "/Pages"}
    assert copy.count(b"%%EOF") == 1, "no earlier version of the file"
    for page in document.pages:
        assert set(page) <= {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}
        assert len(page.images) == 1
        assert (
            page.extract_text()
            .splitlines()[0]
            .startswith("Salinan untuk korban – bagian yang dihitamkan melindungi")
        )
    picture = Image.open(io.BytesIO(document.pages[0].images[0].data))
    assert not picture.getexif()
    assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}


def test_of_a_report_by_another_the_form_tells_nothing_of_them(
    registered_by_school: tuple[Bureau, str], tmp_path: Path, office_reader: Reader
) -> None:
    bureau, case = registered_by_school
    letters.approved(bureau, case, FORM)
    made = printouts.copy(bureau.session(CLERK), case, tmp_path / "cetak")
    text = read_again(made[0].read_bytes(), tmp_path, office_reader)
    for bit in ("SMP N", "NEGERI", "Negeri", "Kusnadi", "Masriah", "0812-0000-5501", "081200005501", "SMPN3"):
        assert bit not in text
    assert "FORMULIR" in text


@pytest.fixture
def registered_by_school(at_stage: Callable[[str], Bureau]) -> tuple[Bureau, str]:
    """An office with the report of a school."""
    return at_stage("registered"), "2026-0001"
