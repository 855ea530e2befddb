"""Who may be answered: a party of the case or the sending institution, never the reported person."""

import pytest

from pipeline.cases.contact import is_party
from pipeline.cases.values import ANONYMOUS, Values

CASE: Values = {
    "reporter_name": "Lestari Purnamaring",
    "victim_name": "Anindya Purnamaring",
    "other_victims": ("Bagas Purnamaring, 9, L",),
    "guardian_name": "Siti Aminah",
    "reported_name": "Darsono Peliwang",
    "other_reported": ("Kusnadi, ?, L",),
    "safe_contact_name": "Yuniarti Talahu",
}


@pytest.mark.parametrize(
    "name", ["Lestari Purnamaring", "Ibu Lestari", "ANINDYA PURNAMARING", "Bagas Purnamaring", "Siti Aminah", "Yuniarti Talahu"]
)  # fmt: skip
def test_a_party_of_the_case_may_be_answered(name: str) -> None:
    assert is_party(CASE, name)


@pytest.mark.parametrize(
    "name", ["Darsono Peliwang", "Bapak Darsono", "Kusnadi", "Rahmat Hidayat", "Pelapor", ""]
)
def test_the_reported_person_and_strangers_may_not(name: str) -> None:
    assert not is_party(CASE, name)


def test_a_reported_person_of_the_same_name_as_the_reporter_is_told_apart_by_the_whole_name() -> None:
    assert is_party(CASE | {"reported_name": "Lestari"}, "Lestari Purnamaring")
    assert not is_party(CASE | {"reported_name": "Lestari"}, "Lestari P")


def test_an_anonymous_reporter_may_be_addressed_without_a_name() -> None:
    hidden = CASE | {"reporter_name": ANONYMOUS}
    assert is_party(hidden, "Pelapor")
    assert is_party(hidden, "Penulis Surat")
    assert not is_party(hidden, "Rahmat Hidayat")


@pytest.mark.parametrize(
    ("addressee", "may"), [("Kapolres Batang Asri", True), ("Kepala Dinas Sosial", False)]
)
def test_an_institution_is_answered_by_a_word_of_its_own_name(addressee: str, may: bool) -> None:
    assert is_party({"is_institution": True, "sender": "Kepolisian Resor Batang Asri"}, addressee) is may


def test_an_institution_without_a_telling_name_is_taken_as_typed() -> None:
    assert is_party({"is_institution": True, "sender": "Dinas"}, "Kepala Dinas Sosial")
