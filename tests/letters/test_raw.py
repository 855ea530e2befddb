"""A part is read as it stands only in the plain form, and then as the tree has it; codes are small and read back."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
import zxingcpp
from PIL import Image

from pipeline.kernel.ids import CopyCode
from pipeline.letters import package, places, raw
from pipeline.letters.compose import Draft
from pipeline.letters.copies import make_code
from pipeline.letters.matter import Matter
from pipeline.letters.parts import paragraph, run
from pipeline.letters.picture import code_png
from tests.letters.matters import POLICE

Composer = Callable[[Matter], Draft]
BODY = package.BODY
CODES = tuple(make_code("2026-0001-1", 1, copy, b"k" * 32, "k1", "0" * 64) for copy in (1, 2))


@pytest.mark.parametrize(
    "code", [*CODES, CopyCode("R-2026-11", 1, "ABCDEFGHIJ"), CopyCode("2026-10042-12", 2, "A" * 10)]
)
def test_the_picture_of_a_code_is_black_and_white_and_reads_back(code: CopyCode) -> None:
    image = Image.open(io.BytesIO(code_png(str(code))))
    assert image.mode == "1"
    assert image.width == image.height
    assert image.width % 8 == 0
    framed = Image.new("L", (image.width + 64, image.height + 64), 255)
    framed.paste(image, (32, 32))
    assert [one.text for one in zxingcpp.read_barcodes(framed)] == [str(code)]
    assert code_png(str(code)) == code_png(str(code))


TEXT = f'<w:document xmlns:w="{package.W}"><w:p><w:r><w:t>a</w:t></w:r></w:p></w:document>'


@pytest.mark.parametrize("text", [
    TEXT.replace("<w:p>", "<!-- x --><w:p>"),
    TEXT.replace("<w:p>", "<?x y?><w:p>"),
    TEXT.replace("<w:p>", '<w:p w:a=">">'),
    TEXT.replace("xmlns:w", "xmlns:v"),
    TEXT.replace("<w:p>", f'<w:p xmlns:v="{package.W}">'),
    TEXT.replace("<w:p>", '<w:p xmlns:r="http://lain">'),
    TEXT.replace('"', "'"),
    f'<?xml version="1.0"?>{TEXT}',
])  # fmt: skip
def test_a_part_in_another_form_is_not_read_as_it_stands(text: str) -> None:
    assert raw.is_plain(TEXT)
    assert raw.is_plain(f'<?xml version="1.0" encoding="utf-8"?>\n{TEXT}')
    assert not raw.is_plain(text)


def test_paragraph_and_table_are_found_as_by_the_tree(composed: Composer) -> None:
    text = package.unpack(composed(POLICE).docx)[BODY].decode()
    root = package.parse(text.encode(), BODY)
    assert [raw.said(text, one) for one in raw.paragraphs(text)] == [
        places._spaced(one) for one in root.iter(f"{{{package.W}}}p")
    ]
    assert raw.tables(text, inner=False)[0][0] == text.index("<w:tbl>")
    assert len(raw.tables(text, inner=True)) == len(
        [one for one in root.iter(f"{{{package.W}}}tbl") if one.find(f".//{{{package.W}}}tbl") is None]
    )
    assert raw.tables(paragraph(run("w:tbl >")), inner=True) == []
