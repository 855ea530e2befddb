"""Cases are merged, parted again and divided: both say so, numbers are kept, the archive only grows."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into
from pipeline.cases.states import State
from pipeline.kernel.text import Next
from pipeline.office.base import filings
from pipeline.office.base.session import Session
from pipeline.office.cases import add_letter
from pipeline.office.delivery import divide, merge
from pipeline.office.engine.perform import look_over, open_case, perform
from pipeline.office.overview import find
from pipeline.records import boot, cases, entries, history
from tests.office import damage, in_register
from tests.office.bureau import (
    CHAIR,
    POLICE,
    SCHOOL,
    WIFE,
    Bureau,
    one_page,
    tables,
)
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

pytestmark = pytest.mark.backend

THIRD = "2026-0003"
SCAN = "surat-masuk-1.pdf"
WHY = "menyangkut korban yang sama"
TABLES = ("CaseRow", "DocumentRow", "EntryRow", "CounterRow")


def merged(bureau: Bureau) -> Any:
    session = bureau.session(CHAIR)
    return perform(merge.merge_case, session, SECOND, {"into": FIRST, "reason": WHY})


def remarks() -> dict[str, str]:
    """Return what the register remarks on each case, but for the letter that was entered after its day."""
    texts = {entry.case: payload.columns["remarks"] for entry, payload in in_register.latest()}
    return {case: text.partition("dicatat kemudian")[0].rstrip("; ") for case, text in texts.items()}


def parted(
    session: Session, number: str, names: list[str], answers: Mapping[str, Any], why: str = WHY
) -> Case:
    """Divide a case and return the new one."""
    given = {**answers, "chosen": names, "reason": why}
    return cases.get(str(perform(divide.divide_case, session, number, given).told["new"]))


def divided(bureau: Bureau, **more: Any) -> Any:
    return parted(bureau.session(), FIRST, [SCAN], registration(WIFE) | more)


def test_both_histories_registers_and_objects_say_so_and_nothing_moves(registered: Bureau) -> None:
    held = [cases.documents(number) for number in (FIRST, SECOND)]
    merged(registered)
    assert [cases.documents(number) for number in (FIRST, SECOND)] == held
    assert (cases.get(SECOND).state, cases.get(FIRST).state) == (State.CLOSED, State.REGISTERED)
    assert [(entry.kind, entry.case, entry.version) for entry in entries.after(0)][-2:] == [
        ("merged_in", FIRST, 2),
        ("merge", SECOND, 2),
    ]
    assert remarks() == {
        FIRST: f"kasus {SECOND} digabungkan ke sini",
        SECOND: f"digabung ke kasus {FIRST}",
    }
    acts = [
        act
        for case in (FIRST, SECOND)
        for act in history.of_case(case)
        if act.verb in (*merge.SECOND, merge.VERB)
    ]
    assert {act.detail["reason"] for act in acts} == {WHY}
    assert len(acts) == 2
    registered.held.need_valid()
    assert registered.verify() == []
    with refused_with("office.not_mergeable", match=FIRST):
        look_over(merge.merge_case, registered.session(CHAIR), SECOND, {"into": FIRST, "reason": WHY})
    before = [cases.get(number) for number in (FIRST, SECOND)], tables(registered, "EntryRow")
    damage.rebuilt(registered)
    assert ([cases.get(number) for number in (FIRST, SECOND)], tables(registered, "EntryRow")) == before


def test_either_number_leads_on(registered: Bureau) -> None:
    numbers = [cases.get(number).register_number for number in (FIRST, SECOND)]
    merged(registered)
    results = [[hit.plain["case"] for hit in find.find(registered.session(), number)] for number in numbers]
    assert results == [[FIRST], [SECOND, FIRST]]
    assert [hit.plain["case"] for hit in find.find(registered.session(), "A-2026-0002")] == [SECOND, FIRST]
    plain = [find.show(registered.session(), number).plain for number in (FIRST, SECOND)]
    assert (plain[0]["merged_here"], plain[1]["merged_into"]) == ([SECOND], FIRST)
    arrival = registered.arrive(one_page("susulan"))
    with refused_with("office.case_takes_none") as refused:
        open_case(registered.session(), add_letter.add_letter, SECOND, str(arrival.agenda))
    assert refused.value.next == (Next("add-letter", FIRST, str(arrival.agenda)),)


def test_the_case_that_goes_on_holds_the_letters_of_both_and_answers_none_to_another_sender(
    registered: Bureau,
) -> None:
    number = registration(POLICE)["letter_number"]
    merged(registered)
    rows = find.show(registered.session(), FIRST).plain["incoming"]
    assert [(row["agenda"], row["number"]) for row in rows][1] == ("A-2026-0002", number)
    assert [row["agenda"] for row in find.todo(registered.session())["further"]] == ["A-2026-0002"]
    with refused_with("office.not_their_letter") as refused:
        registered.draft(FIRST, SCHOOL, replies_to="A-2026-0002")
    assert refused.value.next == (Next("unmerge-case", SECOND),)
    assert number not in str(registered.draft(FIRST, SCHOOL).context)


@pytest.mark.parametrize(
    ("state", "acts"),
    [
        (State.CLOSED, ["reopen-case"]), (State.DRAFTED, ["review"]), (State.RETURNED, ["draft"]),
        (State.APPROVED, ["show", "void-letter"]), (State.VOID, []), (State.OLD, []),
    ],
)  # fmt: skip
def test_a_case_that_is_not_merged_now_says_what_to_do_in_its_state(
    registered: Bureau, state: State, acts: list[str]
) -> None:
    with boot.transact():
        before = cases.get(SECOND)
        cases.change(before, replace(before, state=state, version=before.version + 1))
    with refused_with("office.not_mergeable") as refused:
        look_over(merge.merge_case, registered.session(CHAIR), SECOND, {"into": FIRST, "reason": WHY})
    assert refused.value.next == tuple(Next(act, SECOND) for act in acts)


def test_it_is_undone_by_a_further_entry(registered: Bureau) -> None:
    before = cases.get(SECOND)
    merged(registered)
    after = perform(
        merge.unmerge_case, registered.session(CHAIR), SECOND, {"reason": "orangnya berbeda"}
    ).case
    assert (after.state, after.values, after.agenda) == (before.state, before.values, before.agenda)
    assert cases.get(FIRST).further == ()
    assert [entry.kind for entry in entries.after(0)][-2:] == ["parted_in", "unmerge"]
    assert remarks()[SECOND] == f"digabung ke kasus {FIRST}; dipisah lagi dari kasus {FIRST}"
    assert [hit.plain["case"] for hit in find.find(registered.session(), SECOND)] == [SECOND]
    with refused_with("office.not_merged"):
        perform(merge.unmerge_case, registered.session(CHAIR), SECOND, {"reason": WHY})
    assert registered.verify() == []


def test_one_that_was_closed_with_that_outcome_alone_is_parted_too(registered: Bureau) -> None:
    before = cases.get(SECOND)
    values = {
        **before.values,
        "outcome": "digabung",
        "outcome_case": FIRST,
        "outcome_summary": "satu perkara",
    }
    with boot.transact():
        cases.change(before, replace(before, state=State.CLOSED, values=values, version=before.version + 1))
    assert [hit.plain["case"] for hit in find.find(registered.session(), SECOND)] == [SECOND, FIRST]
    after = perform(merge.unmerge_case, registered.session(CHAIR), SECOND, {"reason": WHY}).case
    assert (after.state, after.values) == (State.REGISTERED, before.values)


def _only(bureau: Bureau, wanted: str, monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any]) -> None:
    """Let ``act`` file its version of ``wanted`` and no other, as a power cut does."""
    real = filings.complete_case
    monkeypatch.setattr(
        filings, "complete_case", lambda session, case: real(session, case) if case == wanted else None
    )
    act()
    monkeypatch.undo()
    monkeypatch.setenv("RANGKAP_CLOCK", "2026-11-24T09:00:00+07:00")


@pytest.mark.parametrize("what", ["merge", "part", "divide"])
def test_a_database_lost_between_the_two_filings_loses_no_second_half(
    registered: Bureau, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    if what == "part":
        merged(registered)
    acts: dict[str, tuple[str, Callable[[], Any]]] = {
        "merge": (FIRST, lambda: merged(registered)),
        "part": (
            FIRST,
            lambda: perform(merge.unmerge_case, registered.session(CHAIR), SECOND, {"reason": WHY}),
        ),
        "divide": (THIRD, lambda: divided(registered)),
    }
    wanted, act = acts[what]
    _only(registered, wanted, monkeypatch, act)
    last = SECOND if what != "divide" else FIRST
    number = len(registered.archive.read_case(last).kasus["history"])
    damage.rebuilt(registered)
    filings.complete_all(registered.session())
    assert len(registered.archive.read_case(last).kasus["history"]) == number + 1
    assert registered.verify() == []


def test_what_is_not_merged_says_why(registered: Bureau) -> None:
    chair = registered.session(CHAIR)
    with refused_with("office.merge_with_itself"):
        look_over(merge.merge_case, chair, FIRST, {"into": FIRST, "reason": WHY})
    with refused_with("office.reason_needed"):
        perform(merge.merge_case, chair, SECOND, {"into": FIRST, "reason": " "})
    turned = look_over(merge.merge_case, chair, FIRST, {"into": SECOND, "reason": WHY}).stamp
    planned = look_over(merge.merge_case, chair, SECOND, {"into": FIRST, "reason": WHY}).stamp
    registered.draft(FIRST, SCHOOL)
    for number, other, stamp in ((FIRST, SECOND, turned), (SECOND, FIRST, planned)):
        with refused_with("office.not_mergeable"):
            perform(merge.merge_case, chair, number, {"into": other, "reason": WHY}, looked_over=stamp)
    assert cases.get(FIRST).state is State.DRAFTED
    with refused_with("office.not_mergeable") as refused:
        look_over(merge.merge_case, registered.session(CHAIR), SECOND, {"into": FIRST, "reason": WHY})
    assert refused.value.next == (Next("review", FIRST),)


def test_a_divided_case_gives_a_new_one_with_its_own_numbers_and_the_document_in_both(
    registered: Bureau,
) -> None:
    new = divided(registered)
    assert (new.number, cases.get(FIRST).state) == (THIRD, State.REGISTERED)
    digests = [[document.sha512 for document in cases.documents(case)] for case in (FIRST, THIRD)]
    assert digests[0] == digests[1]
    assert remarks()[THIRD] == f"dibagi dari kasus {FIRST}"
    assert remarks()[FIRST] == f"dibagi: kasus baru {THIRD}"
    assert [(entry.kind, entry.case) for entry in entries.after(0)][-2:] == [
        ("registered", THIRD),
        ("divide", FIRST),
    ]
    before = tables(registered, *TABLES)
    assert registered.verify() == []
    damage.rebuilt(registered)
    after = tables(registered, *TABLES)
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()
    }
    assert [act.verb for act in history.of_case(THIRD)].count("register") == 1
    session = registered.session(CHAIR)
    perform(merge.merge_case, session, THIRD, {"into": FIRST, "reason": "satu pengaduan"})
    assert merged_into(cases.get(THIRD)) == FIRST
    assert registered.verify() == []


def test_a_part_is_divided_again_under_the_same_nomor_agenda(registered: Bureau) -> None:
    divided(registered)
    again = parted(registered.session(), THIRD, [SCAN], registration(POLICE))
    assert (again.number, again.agenda, again.arrivals) == ("2026-0004", cases.get(FIRST).agenda, ())
    assert {paper.sha512 for paper in cases.documents(again.number)} == {cases.documents(FIRST)[0].sha512}
    assert registered.verify() == []
    damage.rebuilt(registered)
    assert cases.get(again.number) == again
    assert registered.verify() == []


def test_a_division_needs_a_document_of_the_case_and_a_reason(registered: Bureau) -> None:
    for names in ([], ["surat-masuk-9.pdf"]):
        with refused_with("office.nothing_to_divide"):
            parted(registered.session(), FIRST, names, registration(WIFE))
    with refused_with("office.reason_needed"):
        parted(registered.session(), FIRST, [SCAN], registration(WIFE), "")
