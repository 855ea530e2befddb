"""What comes next at a case: one answer, which its page, its line of steps and the list of what waits all give."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pipeline.cases.states import Progress
from pipeline.kernel import clock
from pipeline.kernel.text import Next
from pipeline.office.answer import declare_copy_sent
from pipeline.office.cases import crisis
from pipeline.office.delivery import close, deliver
from pipeline.office.engine.perform import perform
from pipeline.office.overview import case_next, find
from pipeline.office.overview.case_next import Action
from pipeline.office.overview.case_sheet import sheet
from pipeline.records import boot
from tests.office import printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, WIFE, Bureau, pdf_of, signed_pages
from tests.office.stages import FIRST, SENT, TO_SCHOOL
from tests.office.test_close import CAME, police
from tests.office.test_reach import BY_NEIGHBOUR, came, state

EVERYBODY = (CLERK, OFFICER, CHAIR, ARCHIVIST)
Office = Callable[[str], Bureau]


def coming(office: Bureau, account: str, case: str = FIRST) -> Action | None:
    """Return what comes next for ``account``; it is the same in all three places."""
    session = office.session(account)
    seen = sheet(session, case)
    action = seen.coming
    listed = case_next.next_for(session, [case]).get(case)
    assert listed == action
    wanted = [action.step] if action else []
    assert [step.step for step in seen.line.steps if step.progress == Progress.NOW] == wanted
    shown = find.show(session, case).plain
    assert [step["step"] for step in shown["steps"] if step["progress"] == "sekarang"] == wanted
    if action:
        assert (shown["next"]["label"], shown["next"]["step"]) == (action.label.id, action.step)
    return action


def own(office: Bureau, case: str = FIRST) -> dict[str, str]:
    """Return what comes next at the desk of each person who has something to do."""
    actions = {account: coming(office, account, case) for account in EVERYBODY}
    return {account: act.verb for account, act in actions.items() if act and act.is_mine}


@pytest.fixture
def home(at_stage: Office) -> Iterator[Office]:
    yield at_stage
    boot.close()


def test_an_approved_letter_is_printed_then_scanned_then_confirmed(home: Office) -> None:
    office = home("approved")
    assert own(office) == {CLERK: "sign", OFFICER: "sign", CHAIR: "sign"}
    assert sheet(office.session(CLERK), FIRST).waits.en == "Approved; the copies are not printed yet."
    office.printed(FIRST)
    assert own(office) == {CLERK: "scan"}
    assert "sign" in [act.verb for act in sheet(office.session(CLERK), FIRST).actions if not act.is_main]
    perform(
        declare_copy_sent.declare_copy_sent,
        office.session(CLERK),
        FIRST,
        {"reason": "dibawa kurir polisi sebelum sempat dipindai"},
    )
    assert own(office) == {CLERK: "scan"}


def test_a_filed_letter_leaves_before_its_delivery_is_recorded(home: Office) -> None:
    office = home("filed")
    clerk = office.session(CLERK)
    assert own(office) == {CLERK: "dispatch"}
    papers = printouts.sent(clerk, FIRST, office.home / "var" / "cetak", SENT)
    assert own(office) == {CLERK: "deliver"}
    perform(deliver.record_delivery, clerk, FIRST, TO_SCHOOL)
    assert own(office) == {CLERK: "receipt", OFFICER: "close", CHAIR: "close"}
    office.receive(pdf_of(signed_pages(papers[0], 3)))
    assert own(office) == {OFFICER: "close", CHAIR: "close"}
    perform(close.close_case, office.session(OFFICER), FIRST, police(CAME))
    assert own(office) == {CLERK: "simfoni", OFFICER: "simfoni"}
    perform(close.record_simfoni, clerk, FIRST, {"simfoni_day": "24-11-2026", "simfoni_number": "SP-0001"})
    assert own(office) == {}
    assert coming(office, CHAIR) is None


def test_a_letter_that_came_back_leaves_again(home: Office) -> None:
    office = home("filed")
    clerk = office.session(CLERK)
    printouts.sent(clerk, FIRST, office.home / "var" / "cetak", SENT)
    failed: dict[str, Any] = {
        "result": "belum berhasil",
        "way": "diantar petugas",
        "failure": "tidak ada orang",
    }
    perform(deliver.record_delivery, clerk, FIRST, failed)
    assert own(office) == {CLERK: "dispatch"}
    assert sheet(clerk, FIRST).waits.en == "Archived; waits for its delivery."


def test_a_crisis_comes_before_everything(home: Office) -> None:
    office = home("registered")
    case = office.register(WIFE).number
    with boot.transact():
        crisis.instruct(office.session(CHAIR), clock.now(), case)
    takers = {account for account, verb in own(office, case).items() if verb == "crisis"}
    assert takers
    assert all(act.step == 2 for act in [coming(office, account, case) for account in takers] if act)


def test_whose_contact_it_is_is_stated_before_the_victim_is_contacted(bureau: Bureau) -> None:
    case = came(bureau, **BY_NEIGHBOUR).number
    assert own(bureau, case)[CLERK] == own(bureau, case)[OFFICER] == "clarify"
    action = coming(bureau, CLERK, case)
    assert action is not None
    assert (action.step, action.next) == (5, Next("record-clarification", case))
    state(bureau, case, safe_contact_owner="korban")
    assert own(bureau, case)[CLERK] == own(bureau, case)[OFFICER] == "inform"
