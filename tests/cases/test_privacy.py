"""Initials by default; a child is masked with everything that points at it."""

import json
from collections.abc import Callable

import pytest

from pipeline.cases.case import Case
from pipeline.cases.fields.field import Kind
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.people import Person, Side
from pipeline.cases.plain import to_plain
from pipeline.cases.privacy import (
    HIDDEN,
    initials,
    initials_of,
    last_four,
    masked,
    names_barred,
    public_sender,
    readable,
)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Rusmini Talahu", "R.T."),
        ("Ibu Jumi", "J."),
        ("M.R.", "M.R."),
        ("Bd. Fitriani Sekunyit, S.Keb.", "F.S."),
        ("Drs. Kusnadi Lanting, M.Pd.", "K.L."),
        ("Ibu", "I."),
        ("anonim", "anonim"),
        ("belum diketahui", "belum diketahui"),
        ("", ""),
    ],
)
def test_a_name_becomes_initials(name: str, short: str) -> None:
    assert initials(name) == short


def test_a_person_without_a_name_is_not_yet_known() -> None:
    assert initials_of(Person(Side.VICTIM, "")) == "belum diketahui"


def test_a_number_shows_its_last_four_digits() -> None:
    assert last_four("9901015405940001") == "••••••••••••0001"
    assert last_four("12") == "12"


@pytest.mark.parametrize("number", range(1, 7))
def test_the_masked_view_holds_no_name_address_or_number(number: int, sample: Callable[..., Case]) -> None:
    values = sample(number).values
    seen = json.dumps(to_plain(masked(values)), ensure_ascii=False)
    for name in ("reporter_name", "victim_name", "reported_name", "guardian_name", "safe_contact_name"):
        whole = str(values.get(name, ""))
        if len(whole) > 4:
            assert whole not in seen
    for name in ("victim_address", "safe_contact_address", "reporter_phone", "victim_nik", "summary"):
        assert name not in values or str(values[name]) not in seen


def test_the_school_of_a_child_is_masked_but_the_clinic_of_an_adult_is_not(
    sample: Callable[..., Case],
) -> None:
    assert "SMP" not in json.dumps(to_plain(masked(sample(5).values)) | {"victim_education": ""})
    assert masked(sample(5).values)["sender"] == HIDDEN
    assert public_sender(sample(5).values) == "sekolah (disamarkan)"
    assert masked(sample(4).values)["sender"] == "Puskesmas Sungai Bakung"
    assert public_sender(sample(3).values) == "Polres Batang Asri"
    assert public_sender(sample(1).values) == "R.T."
    village = {**sample(3).values, "sender": "Kepala Desa Bakung"}
    assert public_sender(village) == "desa/kelurahan (disamarkan)"


def test_a_child_that_is_reported_is_masked_like_a_victim(sample: Callable[..., Case]) -> None:
    values = {**sample(5).values, "victim_age": 30}
    assert masked(values)["sender"] == HIDDEN
    assert masked({"other_reported": ("Ani Budi, 14, P",)})["other_reported"] == ("A.B., 14, P",)


def test_the_names_a_letter_must_not_hold_stand_without_titles(sample: Callable[..., Case]) -> None:
    assert names_barred(sample(3).values) == ("Anindya Purnamaring", "Lestari Purnamaring")
    assert names_barred(sample(5).values) == ("Masriah",)


def test_the_place_on_the_letter_is_masked_for_a_person_and_shown_for_an_institution() -> None:
    place = {"addressee_place": "Kelurahan Muara Lanting"}
    assert masked(place)["addressee_place"] == HIDDEN
    assert masked(place | {"is_institution": True})["addressee_place"] == "Kelurahan Muara Lanting"


def test_a_view_is_readable_in_both_languages(sample: Callable[..., Case]) -> None:
    whole = readable(sample(1).values)
    assert whole["Tanggal diterima"] == "20-11-2026"
    assert whole["Jenis kekerasan"] == "fisik, psikis, penelantaran"
    assert readable(masked(sample(1).values), "en")["Victim's address"] == HIDDEN


_OF_AN_OFFICE = {
    "sender_address", "sender_place", "addressee_attention", "cc", "referral", "services", "letter_number", "replies_to",
    "simfoni_number", "outcome_case", "outcome_parent",
}  # fmt: skip
"""Asked of institutions alone, or numbers, or lists of the office."""


def test_whatever_is_typed_freely_is_masked_but_for_what_names_an_office() -> None:
    typed = {
        name: ("Siti Rahayu",) if field.kind is Kind.LINES else "Siti Rahayu"
        for name, field in BY_NAME.items()
        if field.kind in (Kind.TEXT, Kind.LONG, Kind.LINES)
    }
    shown = masked({**typed, "victim_age": 15})
    assert {name for name in typed if shown[name] == typed[name]} == _OF_AN_OFFICE
