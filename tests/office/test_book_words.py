"""The books have English words for a screen: every title, every column, and what their cells say by a list."""

import pytest

from pipeline.cases.states import State
from pipeline.office.bookkeeping import book_labels
from pipeline.register.books import BOOKS, Book


@pytest.mark.parametrize("book", BOOKS.values(), ids=list(BOOKS))
def test_titles_and_columns_have_english_words(book: Book) -> None:
    assert book_labels.title(book, "id") == book.title
    assert book_labels.title(book, "en") != book.title
    for place in book.places:
        assert book_labels.heading(place, "id") == place.title
        assert place.title == "No." or book_labels.heading(place, "en") != place.title


@pytest.mark.parametrize(
    ("key", "said", "expected"),
    [
        ("channel", "surat", "letter"),
        ("relation", "korban sendiri", "the victim in person"),
        ("victim_sex", "P", "F"),
        ("victim_sex", "P, L", "F, M"),
        ("is_child", "anak: ya", "child: yes"),
        ("disability", "disabilitas: tidak", "disability: no"),
        ("disability", "disabilitas: belum diketahui", "disability: not yet known"),
        ("disability", "rungu", "deaf"),
        ("violence", "fisik, psikis", "physical, psychological"),
        ("violence", "fisik, dibentak", ""),
        ("risk", "tinggi", "high"),
        ("delivery", "pos", "by post to the safe address"),
        (
            "delivery",
            "pos, diterima penerima surat sendiri",
            "by post to the safe address, received by the addressee",
        ),
        ("delivery", "tidak dapat disampaikan: pindah", ""),
        ("clarification", "24-11-2026: 3 dijawab, 4 tidak mungkin", "24-11-2026: 3 answered, 4 not possible"),
        ("simfoni", "24-11-2026, nomor SP-0001", "24-11-2026, number SP-0001"),
        ("status", str(State.CLOSED), "closed"),
        ("remarks", "dicatat kemudian", ""),
    ],
)
def test_a_cell_that_a_list_knows_is_said_in_english(key: str, said: str, expected: str) -> None:
    assert book_labels.english(key, said) == expected


def test_the_remarks_of_a_register_name_a_document_in_words() -> None:
    text, is_indonesian = book_labels.cell(
        "remarks", "dokumen surat-masuk-2.pdf dipindahkan dari kasus 2026-0002", "en"
    )
    assert text == "dokumen Surat masuk 2 (pindaian asli) dipindahkan dari kasus 2026-0002"
    assert is_indonesian
