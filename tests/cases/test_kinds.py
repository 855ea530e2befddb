"""Each kind of field reads what people write, and says what is wrong with the rest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cases import lists
from pipeline.cases.fields.closing import CLOSING, SIMFONI
from pipeline.cases.fields.closing import KEPT as CLOSED
from pipeline.cases.fields.days import read_day, read_time
from pipeline.cases.fields.field import Context, Field, Kind, Section, always, never, nothing
from pipeline.cases.fields.identification import FIELDS as IDENTIFICATION
from pipeline.cases.fields.informing import KEPT
from pipeline.cases.fields.kinds import READERS, clean, pick, read, read_phone, shown
from pipeline.cases.fields.table import ALL as ASKED
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.problems import BadAnswer
from pipeline.kernel.clock import long_date
from pipeline.kernel.text import Text

CONTEXT = Context(date(2026, 11, 24), ("Lanting Tengah", "Sungai Bakung"))

ALL = (*ASKED, *IDENTIFICATION, *CLOSING, *CLOSED, *SIMFONI, *KEPT)


def reading(name: str, typed: object) -> object:
    return read(BY_NAME[name], typed, CONTEXT)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("24-11-2026", "2026-11-24"),
        ("4/1/2026", "2026-01-04"),
        ("24 November 2026", "2026-11-24"),
        ("24 Nov 2026", "2026-11-24"),
        ("3 Maret 2013", "2013-03-03"),
        ("Senin, 23 November 2026", "2026-11-23"),
        ("2026-11-24", "2026-11-24"),
        ("kemarin", "2026-11-23"),
        ("besok", "2026-11-25"),
    ],
)
def test_a_day_is_read_as_an_office_writes_it(typed: str, normal: str) -> None:
    assert reading("letter_date", typed) == normal


@pytest.mark.parametrize(
    "typed",
    [
        "Minggu kemarin",
        "31-02-2026",
        "11-24-2026",
        "24-11-26",
        "24 Foo 2026",
        "bulan lalu",
        "1-1-1800",
        "Senin",
    ],
)
def test_a_day_that_is_unclear_is_not_guessed(typed: str) -> None:
    with pytest.raises(BadAnswer):
        reading("letter_date", typed)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_is_read_back_from_both_spellings(day: date) -> None:
    assert read_day(long_date(day), CONTEXT.today) == day
    assert read_day(shown(BY_NAME["letter_date"], day.isoformat()), CONTEXT.today) == day


@pytest.mark.parametrize(
    ("typed", "normal"),
    [("10.12", "10:12"), ("10:12 WIB", "10:12"), ("pukul 9", "09:00"), ("24.00", None), ("x", None)],
)
def test_a_time_is_read_with_point_or_colon(typed: str, normal: str | None) -> None:
    assert read_time(typed) == normal


def test_a_time_is_shown_as_the_language_writes_it_and_read_again() -> None:
    field = BY_NAME["received_time"]
    assert (shown(field, "10:12"), shown(field, "10:12", "en")) == ("10.12", "10:12")
    assert read_time(shown(field, "10:12")) == "10:12"


@pytest.mark.parametrize(
    ("name", "typed", "normal"),
    [
        ("received_time", "10.12 WIB", "10:12"),
        ("reporter_phone", "0812-0000-1101", "081200001101"),
        ("reporter_phone", "+62 812 0000 1101", "081200001101"),
        ("victim_nik", "9901 0154 0594 0001", "9901015405940001"),
        ("victim_age", "+/- 63", 63),
        ("victim_age", "32 tahun", 32),
        ("victim_sex", "perempuan", "P"),
        ("victim_sex", "1", "L"),
        ("is_institution", "YA", True),
        ("is_institution", "tidak", False),
        ("is_institution", False, False),
        ("channel", "surat", "letter"),
        ("channel", "3", "referral"),
        ("reporter_relation", "korban_sendiri", "korban sendiri"),
        ("reporter_relation", "Keluarga/Saudara", "keluarga/saudara"),
        ("violence", "fisik, 2 dan penelantaran", ("fisik", "psikis", "penelantaran")),
        ("violence", ["psikis", "fisik"], ("fisik", "psikis")),
        ("victim_education", "SMP", "SLTP"),
        ("place_kecamatan", "Kec. lanting tengah", "Lanting Tengah"),
        ("place_kecamatan", "2", "Sungai Bakung"),
        ("place_kecamatan", "Lain Kota", "Lain Kota"),
        ("victim_name", "tidak diketahui", "belum diketahui"),
        ("reporter_name", "Tanpa nama", "anonim"),
        ("guardian_name", "  Ibu   Masriah ", "Ibu Masriah"),
        ("cc", "Kepala Dinas; ; Camat", ("Kepala Dinas", "Camat")),
        ("cc", ["Kepala Dinas PPKB dan P3A"], ("Kepala Dinas PPKB dan P3A",)),
        ("other_reported", "F.A., 14, l; D.K., 15 tahun; Anto", ("F.A., 14, L", "D.K., 15, ?", "Anto, ?, ?")),
        ("summary", "satu\r\ndua\n\n\n\ntiga", "satu\ndua\n\ntiga"),
    ],
)
def test_an_answer_becomes_its_normal_form(name: str, typed: object, normal: object) -> None:
    value = reading(name, typed)
    assert value == normal
    assert reading(name, value) == normal
    assert read(BY_NAME[name], shown(BY_NAME[name], value), CONTEXT) == normal  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("received_time", "25.00"),
        ("reporter_phone", "12345"),
        ("victim_nik", "1234"),
        ("victim_nik", "9901019905940001"),
        ("victim_nik", "9901015413940001"),
        ("victim_age", "9-11"),
        ("victim_age", "130"),
        ("affected_children", "-1"),
        ("affected_children", "²"),
        ("is_institution", "mungkin"),
        ("channel", "0"),
        ("channel", "merpati"),
        ("violence", "fisik, cubit"),
        ("violence", " , "),
        ("place_kecamatan", "7"),
        ("victim_name", "123"),
        ("victim_name", "<b>"),
        ("victim_name", "a" * 201),
        ("summary", "x" * 2001),
        ("cc", "x" * 201),
        ("other_reported", "14, 15, 16, 17"),
        ("other_reported", "F.A., 140"),
        ("other_reported", [";"]),
        ("channel", {"a": 1}),
        ("violence", [1]),
        ("summary", 1.5),
    ],
)
def test_a_wrong_answer_gets_a_sentence_that_does_not_repeat_it(name: str, typed: object) -> None:
    with pytest.raises(BadAnswer) as caught:
        reading(name, typed)
    assert caught.value.said.id
    assert caught.value.said.en
    assert "{" not in caught.value.said.id


@pytest.mark.parametrize("typed", [None, "", "   ", "\u202e\u200f"])
def test_an_empty_answer_is_no_answer(typed: object) -> None:
    assert reading("letter_number", typed) is None


def test_control_and_bidi_characters_are_taken_out() -> None:
    assert clean("Rus\u202emini\x00\tTalahu\n") == "Rusmini Talahu"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean(clean(text, lines=True), lines=True) == clean(text, lines=True)


@given(st.sampled_from([field for field in ALL if field.kind is not Kind.DAY]), st.text(max_size=60))
def test_whatever_is_accepted_is_already_normal(field: Field, text: str) -> None:
    try:
        value = read(field, text, CONTEXT)
    except BadAnswer:
        return
    if value is not None:
        assert read(field, value, CONTEXT) == value


def test_a_value_is_shown_in_the_language_of_the_reader() -> None:
    assert shown(BY_NAME["channel"], "letter") == "surat"
    assert shown(BY_NAME["channel"], "letter", "en") == "letter"
    assert shown(BY_NAME["is_institution"], True) == "ya"
    assert shown(BY_NAME["is_institution"], False, "en") == "no"
    assert shown(BY_NAME["violence"], ("fisik", "psikis"), "en") == "physical, psychological"
    assert shown(BY_NAME["letter_date"], "2026-11-24") == "24-11-2026"
    assert shown(BY_NAME["victim_sex"], "P") == "P"


def test_a_phone_number_needs_seven_to_fifteen_digits() -> None:
    assert read_phone("0812 0000 1101") == "081200001101"
    assert read_phone("bukan nomor") is None


def test_a_list_knows_its_values_labels_and_words() -> None:
    assert pick(lists.WAYS, "surat ke alamat aman") == "surat"
    assert lists.label_of(lists.WAYS, "hilang") == "hilang"
    assert [lists.age_group(age) for age in (0, 5, 6, 12, 13, 17, 18, 25, 45, 60, 99)] == [
        "0–5", "0–5", "6–12", "6–12", "13–17", "13–17", "18–24", "25–44", "45–59", "60+", "60+",
    ]  # fmt: skip


def test_every_kind_has_a_reader_and_every_field_an_example_it_reads() -> None:
    assert set(READERS) == set(Kind)
    assert len(BY_NAME) == len(ALL)
    for field in ALL:
        assert read(field, field.example, CONTEXT) is not None, field.name
        assert field.label.id
        assert field.label.en
        assert field.help.id
        assert field.section.label.en


def test_no_word_of_a_list_means_two_things() -> None:
    for field in ALL:
        words = [
            word
            for choice in field.choices
            for word in {choice.value.lower(), choice.label.id.lower(), *choice.words}
        ]
        assert len(words) == len(set(words)), field.name


def test_a_plain_field_is_optional_and_always_asked() -> None:
    field = Field("x", Text("x", "x"), Kind.TEXT, Section.EVENT, 2, Text("x", "x"))
    assert not field.required({})
    assert field.when({})
    assert field.default({}) is None
    assert always({})
    assert not never({})
    assert nothing({}) is None
