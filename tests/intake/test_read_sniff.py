"""Kinds are told by content, whatever a file is called; values of a reading keep their meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.reading import Page, Reading, Row, Suggestion, Word, page_as_plain, page_from_plain
from pipeline.intake.sniff import kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\r\n%!PS junk\n%PDF-1.4\n", "pdf"),
        (b"x" * 1024 + b"%PDF-1.4", None),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"II*\0", "tiff"),
        (b"MM\0*", "tiff"),
        (b"RIFF\0\0\0\0WEBP", "webp"),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"\0\0\0\x18ftypheic", "heic"),
        (b"\0\0\0\x18ftypmp42", None),
        (b"BM" + b"\0" * 12 + b"\x28\0\0\0", "bmp"),
        (b"BM" + b"BMBMBMBMBMBMBMBMBM", None),
        (b"PK\x03\x04", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        (b"Kepada Yth.", None),
        (b"", None),
    ],
)
def test_a_kind_is_told_by_its_first_bytes(head: bytes, kind: str | None) -> None:
    assert kind_of(head) == kind


@given(st.binary(max_size=64))
def test_any_bytes_have_a_kind_or_none(head: bytes) -> None:
    assert kind_of(head) is None or kind_of(head) == kind_of(head + b"\0")


def word(text: str, x0: int, x1: int) -> Word:
    return Word(text, (x0, 0, x1, 10), 0.9)


def test_the_text_of_a_row_keeps_wide_gaps() -> None:
    row = Row((word("Nomor", 0, 50), word(":", 100, 105), word("12", 110, 130)))
    assert row.text == "Nomor   : 12"
    assert Row(()).text == ""


words = st.builds(
    Word,
    text=st.text(min_size=1, max_size=12),
    box=st.tuples(*[st.integers(0, 5000)] * 4),
    confidence=st.integers(0, 1000).map(lambda n: n / 1000),
)
pages = st.builds(
    Page,
    number=st.integers(1, 500),
    width=st.integers(0, 5000),
    height=st.integers(0, 5000),
    rows=st.lists(st.builds(Row, st.lists(words, max_size=3).map(tuple)), max_size=3).map(tuple),
    source=st.sampled_from(["ocr", "text"]),
    confidence=st.integers(0, 1000).map(lambda n: n / 1000),
    rotation=st.sampled_from([0, 90, 180, 270]),
    codes=st.lists(st.text(max_size=20), max_size=2).map(tuple),
)


@given(pages)
def test_a_page_survives_json_form(page: Page) -> None:
    assert page_from_plain(page_as_plain(page)) == page


@given(pages, st.text(max_size=20), st.booleans())
def test_a_reading_survives_json_text(page: Page, value: str, boxed: bool) -> None:
    box = (1, 2, 3, 4) if boxed else None
    reading = Reading(
        (page,), {"subject": Suggestion(value, value, 0.5, 1, box, ("lain",))}, "x", ("catatan",)
    )
    assert Reading.from_json(reading.as_json()) == reading
