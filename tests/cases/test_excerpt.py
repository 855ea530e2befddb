"""A list shows around a hit what can be nobody's name; stems bring the forms of a word together."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.cases.excerpt import excerpt
from pipeline.cases.search_stems import is_root, spans, stem, stems_of

LETTER = (
    "Dengan hormat, saya Siti Aminah dari Desa Lanting melaporkan suami saya Budi yang memukul saya pada 12 Mei 1994 "
    "di Jl. Mawar no 17, HP 0812 3456 7890. siti aminah tetap tinggal bersama bunga di rumah."
)


def shown(wanted: str, names: tuple[str, ...] = (), text: str = LETTER) -> str:
    parts = excerpt(text, stems_of(text), set(stems_of(wanted)), names)
    return "".join(f"[{part.text}]" if part.is_hit else part.text for part in parts)


def test_forms_of_a_word_have_one_stem() -> None:
    assert {stem(word) for word in ("lapor", "Melaporkan", "dilaporkan", "LAPORAN", "pelaporan")} == {"lapor"}
    assert stems_of("400.2/031 Kèkerasan-nya") == ["400", "2", "031", "keras", "nya"]
    assert is_root("lapor")
    assert not is_root("aminah")


def test_names_places_and_numbers_are_not_shown() -> None:
    text = shown("pukulan")
    assert "[memukul]" in text
    for hidden in ("Siti", "Aminah", "Lanting", "Budi", "Mawar", "1994", "0812", "17"):
        assert hidden not in text
    assert "saya S. A. dari D. L. melaporkan suami saya B. yang" in text


def test_a_name_that_is_a_word_is_hidden_where_the_case_knows_it() -> None:
    assert "bunga" in shown("tinggal")
    assert "bunga" not in shown("tinggal", ("Bunga Lestari",))
    assert "siti" not in shown("tinggal")


def test_what_was_asked_for_is_marked_and_nothing_is_shown_without_it() -> None:
    assert "[suami]" in shown("suami pukul")
    assert "[memukul]" in shown("suami pukul")
    assert "[hormat]" in shown("hormat rumah")
    assert "[rumah]" in shown("hormat rumah")
    assert shown("gajah") == ""


@given(st.text(max_size=200))
def test_each_word_has_a_stem_at_its_place(text: str) -> None:
    stems = stems_of(text)
    assert len(stems) == len(list(spans(text)))
    assert all(root and not set(root) & set(" \t\n") for root in stems)
    assert " ".join(stems).split() == stems
