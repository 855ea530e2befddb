"""Suggestions on whole letters: right where the letter speaks, silent where it does not."""

from itertools import combinations

import pytest

from bench.suggested import FIELDS, SURE, Tally, letters
from pipeline.intake.suggest import danger, suggest
from tests.intake.suggest_letters import page_of, pages_of

LEAST = {
    "development": dict.fromkeys(FIELDS, 0.98),
    "test": {**dict.fromkeys(FIELDS, 0.90), "relation": 0.85},
}
"""The F1 that was reached for each field, rounded down; development letters are those the rules know."""


def tally(part: str) -> tuple[Tally, list[str]]:
    total, mistakes = Tally(), []
    for letter in letters(part):
        suggestions = suggest(pages_of(letter.pages))
        mistakes += [f"{letter.name} {m}" for m in total.judge(letter.expected, suggestions)]
    return total, mistakes


@pytest.mark.parametrize("part", ["development", "test"])
def test_each_field_scores_what_it_reached_before(part: str) -> None:
    total, mistakes = tally(part)
    for field, score in total.fields.items():
        print(f"{part:12} {field:18} P {score.precision:.2f} R {score.recall:.2f} F1 {score.f1:.2f}")
    whole = total.whole
    print(f"{part:12} {'all':18} P {whole.precision:.2f} R {whole.recall:.2f} F1 {whole.f1:.2f}")
    print("\n".join(mistakes))
    low = {
        field: round(score.f1, 2) for field, score in total.fields.items() if score.f1 < LEAST[part][field]
    }
    assert not low
    assert whole.precision >= 0.98
    assert whole.f1 >= 0.97
    sure, right = total.between(SURE, 2)
    assert sure > 100
    assert right is not None
    assert right >= 0.97


def test_no_letter_stands_in_two_sets() -> None:
    parts = [
        [letter.pages for letter in letters(part)]
        for part in ("development", "test", "unseen_2", "unseen_3", "unseen_4")
    ]
    assert all(letter not in other for part, other in combinations(parts, 2) for letter in part)


def test_an_empty_page_yields_nothing() -> None:
    assert suggest([]) == {}
    assert suggest([page_of("")]) == {}
    assert danger([page_of("")]) == ()


def test_a_page_without_any_statement_yields_only_the_channel() -> None:
    suggestions = suggest([page_of("Ini hanya tulisan biasa tanpa isi apa pun.\nTidak ada apa-apa di sini.")])
    assert set(suggestions) == {"channel"}


def test_each_suggestion_shows_where_it_was_read() -> None:
    text = {letter.name: letter.pages for letter in letters("development")}["s01_surat_korban_kdrt"]
    page = page_of(text[0])
    suggestions = suggest([page])
    date = suggestions["letter_date"]
    assert (date.value, date.normal, date.page) == ("19 November 2026", "2026-11-19", 1)
    words = [w for row in page.rows for w in row.words if w.text in ("19", "2026")][:2]
    assert date.box is not None
    assert date.box[0] == words[0].box[0]
    assert date.box[1] == words[0].box[1]
    assert date.box[2] == words[1].box[2]


def test_a_suggestion_on_the_second_page_says_so() -> None:
    suggestions = suggest(
        [
            page_of("Yth. Ketua P2TP2A\ndi tempat\n\nSaya menulis surat ini."),
            page_of("HP saya 0812-0000-0001", number=2),
        ]
    )
    assert suggestions["phone"].page == 2
    assert suggestions["addressee"].page == 1


def test_doubtful_reading_makes_a_doubtful_suggestion() -> None:
    text = "Nomor : 12/ABC/XI/2026\nMuara Lanting, 3 November 2026\n"
    sure, doubtful = suggest([page_of(text, 0.99)]), suggest([page_of(text, 0.6)])
    assert sure["letter_number"].confidence > 0.9
    assert doubtful["letter_number"].confidence < 0.65


def test_each_letter_lifts_by_its_own_danger_words() -> None:
    for letter in letters("development"):
        assert list(danger(pages_of(letter.pages))) == letter.expected.get("danger", []), letter.name


def test_a_danger_word_counts_in_any_form_but_not_as_a_name_or_an_empty_box() -> None:
    assert danger([page_of("Ia mengancam akan MEMBUNUH saya, dicekiknya leher saya")]) == (
        "membunuh",
        "dicekiknya",
    )
    assert danger([page_of("Nama : Ratih Mandau\n[ ] Darurat  [x] Biasa")]) == ()
    assert danger([page_of("[x] Darurat  [ ] Biasa")]) == ("darurat",)


def test_the_offices_list_of_sub_districts_mends_a_misread_one() -> None:
    text = "Alamat : Desa Anu, Kecamatan Lantlng Tengoh\n"
    assert (
        suggest([page_of(text)], ["Lanting Tengah", "Hulu Asri"])["place_kecamatan"].normal
        == "Lanting Tengah"
    )
    assert suggest([page_of(text)])["place_kecamatan"].normal == "Lantlng Tengoh"
    far = suggest([page_of("Alamat : Kecamatan Antah Berantah\n")], ["Hulu Asri"])["place_kecamatan"]
    assert far.confidence < 0.7


def test_the_office_adds_institutions_and_danger_words_of_its_own() -> None:
    letter = page_of("SAKTI PEKSOS BATANG ASRI\nJl. Asri 1\n\nYth. Ketua P2TP2A\n\nIa mau disantetnya.")
    assert "sender" not in suggest([letter])
    assert suggest([letter], institutions=["Sakti Peksos"])["sender"].normal == "Sakti Peksos Batang Asri"
    assert danger([letter]) == ()
    assert danger([letter], ["disantet*"]) == ("disantetnya",)
