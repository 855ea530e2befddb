"""Letter rule 8 knows the people of all cases: those of linked ones as the case's own, of others the full name and the house."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pipeline.cases.states import State
from pipeline.office.answer import edited
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import perform
from pipeline.office.letters import letter_files
from pipeline.records import arrivals, boot, cases
from tests.office import decided
from tests.office.bureau import CHAIR, OFFICER, Bureau
from tests.office.stages import FIRST, SECOND
from tests.office.test_reach import alter
from tests.office.word import taken_out, with_words
from tests.refused import refused_with

At = Callable[[str], Bureau]


def follow_up(name: str) -> str:
    return f"pertemuan bersama {name} dan petugas kami"


@pytest.mark.parametrize("name", ["Anindya Purnamaring", "ananda ANINDYA PURNAMARING"])
def test_the_full_name_of_another_case_holds_the_letter_and_no_case_is_named(at_stage: At, name: str) -> None:
    office = at_stage("registered")
    with refused_with("office.rules_broken") as refusal:
        office.draft(FIRST, follow_up=follow_up(name))
    assert refusal.value.fields["rules"] == [8]
    assert SECOND not in refusal.value.text()
    assert "anindya" not in refusal.value.text().casefold(), "a log may keep the message"
    (shown,) = refusal.value.beside()
    assert follow_up(name) in shown


def test_a_part_and_a_like_name_of_another_case_are_anybodys(at_stage: At) -> None:
    office = at_stage("registered")
    assert office.draft(FIRST, follow_up=follow_up("Anindya dan Aninda Purnamaring")).revision == 1


def test_a_part_and_a_like_name_of_a_linked_case_hold_the_letter(at_stage: At) -> None:
    office = at_stage("registered")
    answers = {"into": FIRST, "reason": "menyangkut korban yang sama"}
    perform(merge.merge_case, office.session(CHAIR), SECOND, answers)
    for name in ("Anindya", "Aninda Purnamaring"):
        with refused_with("office.rules_broken") as refusal:
            office.draft(FIRST, follow_up=follow_up(name))
        assert refusal.value.fields["rules"] == [8]


HOUSE = "Jalan Teratai RT 05 No. 33, Kelurahan Muara Lanting"


def draft(office: Bureau, place: str) -> None:
    """Draft a letter that names a place, and return it to the officer."""
    office.draft(FIRST, follow_up=f"pertemuan di {place} bersama petugas kami")
    decided.send_back(office.session(CHAIR), FIRST, "belum jelas")


@pytest.mark.parametrize("field", ["victim_address", "safe_contact_address", "reporter_address"])
def test_a_house_where_somebody_of_another_case_is_reached_holds_the_letter(at_stage: At, field: str) -> None:
    office = at_stage("registered")
    draft(office, HOUSE)
    alter(SECOND, **{field: HOUSE})
    for place in ("Jl. Teratai No 33", "jalan Teratai nomor tiga puluh tiga RT 5"):
        with refused_with("office.rules_broken") as refusal:
            draft(office, place)
        assert refusal.value.fields["rules"] == [8]
        assert SECOND not in refusal.value.text()
    for place in ("Jalan Teratai No. 3", "Jalan Teratai", "Jalan Melati No. 33", "Kelurahan Muara Lanting"):
        draft(office, place)


def test_the_office_itself_and_the_house_of_a_closed_case_may_be_named(at_stage: At) -> None:
    office = at_stage("registered")
    alter(SECOND, safe_contact_address=office.settings["kantor.alamat"], victim_address=HOUSE)
    draft(office, str(office.settings["kantor.alamat"]))
    case = cases.get(SECOND)
    with boot.transact():
        cases.change(case, replace(case, state=State.CLOSED, version=case.version + 1))
    draft(office, HOUSE)


def test_an_edit_is_shown_with_the_words_that_break_a_rule_and_kept_without_them(drafted: Bureau) -> None:
    words = "Kami menunggu Anindya Purnamaring di kantor."
    path = drafted.home / "var" / "hasil.docx"
    path.write_bytes(with_words(taken_out(drafted, FIRST), words))
    edit = edited.give(drafted.session(OFFICER), FIRST, path)
    (reason,) = edit.reasons
    assert reason.shown is not None
    assert words in reason.shown.fill("id")
    assert "Anindya" not in arrivals.get(edit.arrival.id).note


@pytest.mark.parametrize("copy", [0, 1])
def test_a_copy_that_says_more_than_the_other_is_judged_too(
    drafted: Bureau, monkeypatch: pytest.MonkeyPatch, copy: int
) -> None:
    stamped = letter_files.stamped

    def otherwise(*given: Any) -> Any:
        copies, texts = stamped(*given)
        new_texts = [*texts]
        new_texts[copy] = new_texts[copy].replace("Demikian", "Kami menunggu Anindya Purnamaring.\nDemikian")
        return copies, tuple(new_texts)

    monkeypatch.setattr(letter_files, "stamped", otherwise)
    with refused_with("office.rules_broken"):
        drafted.approve(FIRST)
