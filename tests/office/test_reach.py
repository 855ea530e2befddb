"""A letter or a call reaches whom it is for: by a contact of their own, as it is now, and not before approval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.kernel.errors import RangkapError
from pipeline.office.base.errors import ContactChanged
from pipeline.office.cases import register
from pipeline.office.delivery import deliver_print
from pipeline.office.letters.errors_forms import NotApproved
from pipeline.office.papers import forms
from pipeline.office.signing import clarify
from pipeline.records import boot, cases
from pipeline.rendering.errors import NoRenderer
from tests.office.bureau import OFFICER, WIFE, Bureau, one_page

NEIGHBOUR, SISTER = "Wahyuni Sarimukti", "Yuniarti Talahu"
BY_NEIGHBOUR = {
    "sender": NEIGHBOUR, "reporter_name": NEIGHBOUR, "reporter_is_victim": False, "reporter_relation": "tetangga",
    "reporter_wants_secrecy": True, "reporter_phone": "0812-0000-1888", "safe_contact_way": "titip",
}  # fmt: skip
TO_NEIGHBOUR = {"addressee": NEIGHBOUR, "salutation": "Ibu", "comes": "yang bersangkutan, atau Ibu sendiri"}
CLARIFIED = {"clarified_day": "2026-11-24", "clarified_way": "di kantor"}


@pytest.fixture(autouse=True)
def no_office_suite_for_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make forms as DOCX alone; letters are converted as ever."""

    def missing(*_: Any, **__: Any) -> list[bytes]:
        raise NoRenderer

    monkeypatch.setattr(forms, "to_pdf", missing)
    monkeypatch.setattr(deliver_print, "to_pdf", missing)


def came(bureau: Bureau, **changed: Any) -> Case:
    """Register a letter about the victim of the sample with these answers in place of its own."""
    given = registration(WIFE) | changed | {register.NOT_A_DUPLICATE: True}
    arrival = bureau.arrive(one_page(f"{sorted(changed)} {bureau.home.name}"))
    return register.register_arrival(
        bureau.desk(), arrival, {name: one for name, one in given.items() if one is not None}
    )


def state(bureau: Bureau, case: str, **answers: Any) -> None:
    """Record by a clarification what was not stated before."""
    clarify.clarify(bureau.desk(OFFICER), case, CLARIFIED | answers)


def alter(number: str, **values: Any) -> None:
    """Give a case these values, as one that was registered by an earlier release has them."""
    case = cases.get(number)
    kept = {name: one for name, one in {**case.values, **values}.items() if one is not None}
    with boot.transact():
        cases.change(case, replace(case, values=kept, version=case.version + 1))


def refused(why: type[RangkapError], *steps: Callable[[], object]) -> None:
    for step in steps:
        with pytest.raises(why) as told:
            step()
        assert type(told.value) is why


def envelopes(bureau: Bureau, number: str) -> tuple[Callable[[], object], ...]:
    folder = bureau.home / "var" / "cetak"
    return tuple(
        lambda kind=kind: forms.make(bureau.desk(), kind, number, folder) for kind in ("amplop", "label")
    )


def test_there_is_no_envelope_before_a_letter_is_approved_and_numbered(bureau: Bureau) -> None:
    number = bureau.register(WIFE).number
    refused(NotApproved, *envelopes(bureau, number))
    bureau.draft(number, WIFE)
    refused(NotApproved, *envelopes(bureau, number))
    bureau.approve(number)
    for make in envelopes(bureau, number):
        make()
    alter(number, safe_contact_address="Gang Melur No. 3")
    refused(ContactChanged, lambda: bureau.printed(number), *envelopes(bureau, number))
