"""Letters become PDF/A in one run, isolated, and PDFs become pictures; what fails is told."""

import io
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from PIL import Image

from pipeline.kernel.sandbox import OUT_OF_MEMORY, run
from pipeline.kernel.sandbox_command import PACKAGE
from pipeline.rendering import inside
from pipeline.rendering.convert import page_pngs, to_pdf
from pipeline.rendering.errors import NoRenderer, NotRendered
from pipeline.rendering.framing import pack, unpack
from tests.refused import refused_with


def letter(text: str, paragraphs: int = 3) -> bytes:
    document, out = Document(), io.BytesIO()
    document.styles["Normal"].font.name = "Liberation Serif"
    for number in range(paragraphs):
        document.add_paragraph(f"{text} {number}")
    document.save(out)
    return out.getvalue()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.fixture(scope="module")
def rendered() -> list[bytes]:
    return to_pdf([letter("Salinan ke-1 dari 2"), letter("Salinan ke-2 dari 2", 120)])


def test_several_letters_become_pdfs_in_their_order(rendered: list[bytes]) -> None:
    first, second = rendered
    assert "Salinan ke-1 dari 2 2" in text_of(first)
    assert "Salinan ke-2 dari 2 119" in text_of(second)
    assert len(pypdfium2.PdfDocument(first)) == 1
    assert len(pypdfium2.PdfDocument(second)) > 1


def test_a_letter_is_pdf_a_2b_with_its_fonts_inside(rendered: list[bytes]) -> None:
    assert b"<pdfaid:part>2</pdfaid:part>" in rendered[0]
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in rendered[0]
    assert b"LiberationSerif" in rendered[0]
    assert b"/FontFile" in rendered[0]


def test_no_letters_need_no_renderer() -> None:
    assert to_pdf([]) == []


def test_a_document_that_is_none_is_named_by_its_place() -> None:
    torn = io.BytesIO()
    with zipfile.ZipFile(torn, "w") as package:
        package.writestr("[Content_Types].xml", "<x")
    with pytest.raises(NotRendered) as raised:
        to_pdf([letter("Baik"), torn.getvalue()])
    assert raised.value.fields == {"number": 2}


def test_a_linked_file_of_the_machine_does_not_come_into_the_pdf(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.png"
    Image.new("RGB", (300, 300), (255, 0, 0)).save(secret)
    document, out = Document(), io.BytesIO()
    document.add_picture(str(secret))
    document.save(out)
    source, linked = zipfile.ZipFile(io.BytesIO(out.getvalue())), io.BytesIO()
    with zipfile.ZipFile(linked, "w") as package:
        for name in source.namelist():
            data = source.read(name)
            data = data.replace(b"r:embed=", b"r:link=")
            data = data.replace(
                b'Target="media/image1.png"', f'Target="file://{secret}" TargetMode="External"'.encode()
            )
            if not name.startswith("word/media/"):
                package.writestr(name, data)
    (pdf,) = to_pdf([linked.getvalue()])
    red = Image.open(io.BytesIO(page_pngs(pdf, 50)[0])).convert("RGB").getcolors(1 << 20)
    assert red is not None
    assert not [
        colour for _, colour in red if isinstance(colour, tuple) and colour[0] > 200 and colour[1] < 50
    ]


def test_pages_become_pictures_of_the_asked_size(rendered: list[bytes]) -> None:
    pictures = page_pngs(rendered[1], 50)
    assert len(pictures) == len(pypdfium2.PdfDocument(rendered[1]))
    width, height = Image.open(io.BytesIO(pictures[0])).size
    page = pypdfium2.PdfDocument(rendered[1])[0].get_size()
    assert (width, height) == pytest.approx((page[0] / 72 * 50, page[1] / 72 * 50), abs=1)


def test_what_is_no_pdf_cannot_be_pictured() -> None:
    with refused_with("rendering.not_pictured"):
        page_pngs(b"bukan PDF")


def test_a_machine_without_libreoffice_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoRenderer) as raised:
        to_pdf([letter("Baik")])
    assert "libreoffice-writer-nogui" in raised.value.text()


def test_parts_survive_the_parcel_and_a_torn_one_is_refused() -> None:
    assert unpack(pack([b"a\n", b"", b"bc"])) == [b"a\n", b"", b"bc"]
    for torn in (pack([b"abc"])[:-1], b'{"a": 1}\n', b"[-1]\nx", b"bukan"):
        with pytest.raises(ValueError):
            unpack(torn)


class _Standard:
    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


def test_the_program_within_does_what_it_is_told(
    rendered: list[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = _Standard()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stdin", _Standard(pack([rendered[0]])))
    assert inside.main("png:40") == 0
    assert unpack(out.buffer.getvalue())[0].startswith(b"\x89PNG")
    torn = rendered[0][:-200]
    for content, expected in (
        (b"", b""),
        (b"%PDF-1.7 rusak %%EOF", b""),
        (torn, b""),
        (rendered[0], rendered[0]),
    ):
        path = tmp_path / "hasil.pdf"
        path.write_bytes(content)
        assert inside._sound(path) == expected
    assert inside._sound(tmp_path / "tidak-ada.pdf") == b""
    monkeypatch.setattr(inside, "to_pdf", _without_memory)
    monkeypatch.setattr("sys.stdin", _Standard(pack([b""])))
    assert inside.main("pdf") == OUT_OF_MEMORY


def _without_memory(documents: list[bytes], room: Path, profile: bytes) -> list[bytes]:
    raise MemoryError


def test_libreoffice_runs_in_a_room_of_its_own(tmp_path: Path) -> None:
    (pdf,) = inside.to_pdf([letter("Baik")], tmp_path)
    assert "Baik 0" in text_of(pdf)
    assert (tmp_path / "profile").is_dir()
    left = set(run(["sh", "-c", "ls /tmp"]).decode().split())
    assert left <= {
        Path(path).parts[2] for path in (sys.prefix, sys.base_prefix, PACKAGE) if Path(path).parts[1] == "tmp"
    }
