"""Step 14: who could not be reached: the attempts that are written down are proposed, and two are needed."""

from collections.abc import Sequence
from typing import Any

from pipeline.cases import outcomes
from pipeline.cases.fields.field import Field
from pipeline.cases.states import State
from pipeline.cases.values import items
from pipeline.office.answer import clarify
from pipeline.office.base.session import Session
from pipeline.office.cases import inform
from pipeline.office.delivery import close, deliver
from pipeline.office.engine.perform import open_case, perform
from tests.office import damage
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.office.stages import FIRST
from tests.refused import refused_with

CALLED = {
    "clarified_day": "24-11-2026", "clarified_way": "di kantor", "safe_contact_way": "telepon",
    "safe_contact_name": "Mujiati Lestarini", "safe_contact_phone": "081200007777", "safe_contact_confirmed": "ya",
}  # fmt: skip
ENDED: dict[str, Any] = damage.CALL_ENDED | {"outcome": outcomes.UNREACHED, "outcome_wish": ""}


def unanswered(bureau: Bureau, number: str, outcome: str = "tidak diangkat") -> None:
    perform(
        inform.inform_victim,
        bureau.session(CLERK),
        number,
        {"informed_way": "telepon", "informed_outcome": outcome},
    )


def asked(session: Session, number: str) -> Sequence[Field]:
    """Return what is asked when the case is closed."""
    return close.asked(session, open_case(session, close.close_case, number))


def proposed(bureau: Bureau, number: str) -> object:
    session = bureau.session(CHAIR)
    (field,) = (question for question in asked(session, number) if question.name == outcomes.TRIED)
    return field.default({"outcome": outcomes.UNREACHED})


def test_what_was_tried_is_proposed_and_closes_the_case_once_there_are_two(bureau: Bureau) -> None:
    number = damage.call(bureau).number
    assert proposed(bureau, number) is None
    perform(clarify.record_clarification, bureau.session(OFFICER), number, CALLED)
    unanswered(bureau, number)
    assert proposed(bureau, number) == ("24-11-2026 telepon, tidak diangkat",)
    with refused_with("office.cannot_close"):
        perform(close.close_case, bureau.session(CHAIR), number, ENDED)
    unanswered(bureau, number, "nomor salah")
    case = perform(close.close_case, bureau.session(CHAIR), number, ENDED).case
    assert case.state is State.CLOSED
    assert items(case.values, outcomes.TRIED) == (
        "24-11-2026 telepon, tidak diangkat",
        "24-11-2026 telepon, nomor salah",
    )


def test_deliveries_that_failed_count_too_and_only_for_this_outcome(filed: Bureau) -> None:
    failed = {"result": "belum berhasil", "way": "diantar petugas", "failure": "tidak ada orang"}
    perform(deliver.record_delivery, filed.session(CLERK), FIRST, failed)
    session = filed.session(OFFICER)
    assert close.attempts(session, FIRST) == ("24-11-2026 diantar petugas, tidak ada orang",)
    (field,) = (question for question in asked(session, FIRST) if question.name == outcomes.TRIED)
    assert field.default({"outcome": outcomes.CAME}) is None
