"""A further letter of a complaint that has a case is added to it: a new version, its own day, the right one cited."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Next
from pipeline.lookup import restriction
from pipeline.office.cases import add_letter
from pipeline.office.delivery import deliver
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.records import arrivals, boot, cases, entries, history
from tests.office import damage
from tests.office.bureau import OFFICER, SCHOOL, Bureau, one_page, tables
from tests.office.in_register import incoming, latest
from tests.office.stages import FIRST, SECOND, TO_SCHOOL
from tests.refused import refused_with

AtStage = Callable[[str], Bureau]
LETTER: dict[str, Any] = {
    "channel": "letter",
    "received_day": "2026-11-24",
    "sender": "SMP Negeri 3 Hulu Asri",
    "is_institution": True,
    "letter_number": "400.3.5/099/SMPN3-HA/XI/2026",
    "letter_date": "2026-11-23",
    "subject": "Surat susulan",
    "summary": "Melengkapi surat sebelumnya.",
}


def added(bureau: Bureau, number: str = FIRST, **more: Any) -> Any:
    came = bureau.arrive(one_page(f"susulan {more}"))
    return perform(add_letter.add_letter, bureau.session(), number, LETTER | more, came.id).case


def test_the_letter_is_a_version_of_the_case_with_its_own_day_and_the_same_numbers(at_stage: AtStage) -> None:
    bureau = at_stage("registered")
    before = cases.get(FIRST)
    case = added(bureau)
    assert [file.logical for file in cases.documents(FIRST)] == ["surat-masuk-1.pdf", "surat-masuk-2.pdf"]
    assert (case.received, case.register_number) == (before.received, before.register_number)
    assert (case.further[0].received.isoformat(), case.agenda[1:]) == ("2026-11-24", ("A-2026-0003",))
    assert [(filing.kind, filing.case, filing.version) for filing in entries.after(0)][-1] == (
        "letter_added",
        FIRST,
        2,
    )
    remarks = {entry.case: payload.columns["remarks"] for entry, payload in latest()}
    remark = "surat susulan A-2026-0003 diterima 24-11-2026; dicatat kemudian, diterima 19-11-2026"
    assert remarks[FIRST] == remark
    assert arrivals.get("A-2026-0003").case == FIRST
    plain = find.show(bureau.session(), FIRST).plain
    assert [(letter["agenda"], letter["received"], letter["further"]) for letter in plain["incoming"]] == [
        ("A-2026-0001", plain["received"], False),
        ("A-2026-0003", "2026-11-24", True),
    ]
    for number in ("A-2026-0003", "400.3.5/099/smpn3-ha / XI/2026"):
        assert [hit.plain["case"] for hit in find.find(bureau.session(), number)] == [FIRST]
    (row,) = find.todo(bureau.session())["further"]
    assert (row["case"], row["agenda"]) == (FIRST, "A-2026-0003")
    rows = {row["no"]: row for row in incoming(bureau.session())}
    first, further = rows["A-2026-0001"], rows["A-2026-0003"]
    assert (further["received_date"], further["letter_date"]) == ("2026-11-24", LETTER["letter_date"])
    assert (further["summary"], further["sender"]) == ("Melengkapi surat sebelumnya.", first["sender"])
    assert "surat susulan" in further["remarks"]
    entered = tables(bureau, "EntryRow")
    damage.rebuilt(bureau)
    assert (cases.get(FIRST), tables(bureau, "EntryRow")) == (case, entered)
    bureau.held.need_valid()
    assert bureau.verify() == []


def test_the_next_draft_cites_the_new_letter_unless_the_officer_names_another(at_stage: AtStage) -> None:
    bureau = at_stage("registered")
    added(bureau)
    letter = bureau.draft(FIRST, SCHOOL)
    assert LETTER["letter_number"] in str(letter.context)
    assert find.todo(bureau.session())["further"] == []
    again = bureau.draft(FIRST, SCHOOL, replies_to="A-2026-0001")
    assert LETTER["letter_number"] not in str(again.context)
    assert len(find.todo(bureau.session())["further"]) == 1
    with pytest.raises(InvalidAnswers):
        bureau.draft(FIRST, SCHOOL, replies_to="A-2026-0002")


def test_a_letter_from_another_sender_is_told_nobody_but_its_sender(at_stage: AtStage) -> None:
    bureau = at_stage("registered")
    number = "B/77/XI/2026/Polsek"
    added(bureau, sender="Polsek Hulu Asri", letter_number=number)
    assert "replies_to" not in cases.get(FIRST).values
    assert number not in str(bureau.draft(FIRST, SCHOOL).context)
    with refused_with("office.not_their_letter") as refused:
        bureau.draft(FIRST, SCHOOL, replies_to="A-2026-0003")
    assert refused.value.next == (Next("divide-case", FIRST, "surat-masuk-2.pdf"),)
    assert number not in str(bureau.draft(FIRST, SCHOOL, replies_to="A-2026-0001").context)


def test_a_letter_to_an_answered_case_whose_answer_was_delivered_opens_it_again(at_stage: AtStage) -> None:
    bureau = at_stage("filed")
    perform(deliver.record_delivery, bureau.session(), FIRST, TO_SCHOOL)
    assert added(bureau).state is State.ASSIGNED
    assert bureau.draft(FIRST, SCHOOL).id == f"{FIRST}-2"
    assert bureau.verify() == []


def test_one_that_only_completes_an_earlier_letter_changes_no_state(at_stage: AtStage) -> None:
    bureau = at_stage("filed")
    assert added(bureau, needs_answer=False).state is State.FILED
    assert find.todo(bureau.session())["further"] == []


def test_a_draft_on_its_way_keeps_the_letter_that_it_answers(at_stage: AtStage) -> None:
    bureau = at_stage("drafted")
    added(bureau)
    assert "replies_to" not in cases.get(FIRST).values
    bureau.approve(FIRST)
    assert [row["agenda"] for row in find.todo(bureau.session(OFFICER))["further"]] == ["A-2026-0003"]


def _put(state: State) -> None:
    before = cases.get(FIRST)
    with boot.transact():
        cases.change(before, before.moved(state))


@pytest.mark.parametrize(
    ("state", "code", "step"),
    [
        (State.CLOSED, "office.case_is_closed", Next("reopen-case", FIRST)),
        (State.VOID, "office.case_takes_none", Next("register", "A-2026-0003")),
        (State.OLD, "office.case_takes_none", Next("register", "A-2026-0003")),
    ],
)
def test_what_takes_no_letter_says_what_to_do_instead(
    at_stage: AtStage, state: State, code: str, step: Next
) -> None:
    bureau = at_stage("registered")
    _put(state)
    with refused_with(code) as refused:
        added(bureau)
    assert refused.value.next[0] == step
    assert arrivals.get("A-2026-0003").state == "baru"


def test_neither_a_restricted_nor_an_unknown_case_takes_a_letter(at_stage: AtStage) -> None:
    bureau = at_stage("registered")
    with boot.transact():
        history.note(clock.now(), bureau.session().actor, restriction.GRANTED, None, FIRST)
    with pytest.raises(NotFound):
        added(bureau)
    with pytest.raises(NotFound):
        added(bureau, "2026-0099", summary="lain")


def test_a_letter_that_is_registered_is_not_added_elsewhere_and_days_to_come_are_refused(
    at_stage: AtStage,
) -> None:
    bureau = at_stage("registered")
    with refused_with("office.not_waiting"):
        perform(add_letter.add_letter, bureau.session(), SECOND, LETTER, "A-2026-0001")
    with pytest.raises(InvalidAnswers):
        added(bureau, received_day="2026-11-25")
