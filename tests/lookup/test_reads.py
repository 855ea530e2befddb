"""Each kind of thing is read through the gate: with the gate open for one kind, the reads of that kind show what is hidden."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from django.db.models import Q

from demo.answers import registration
from pipeline.cases.case import Case
from pipeline.cases.states import State
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.lookup import access, visible
from pipeline.office.answer import match
from pipeline.office.arrivals import arranged, proposals, view_paper
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import book_rows
from pipeline.office.cases import add_call, add_letter, register, workloads
from pipeline.office.delivery import close, merge, void_case
from pipeline.office.engine.perform import open_case, perform, read_case
from pipeline.office.overview import audit, case_sheet, chair_approvals, find, look_up
from pipeline.records import arrivals, boot, cases, sheets
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.history import Act
from pipeline.records.letters import Letter
from pipeline.records.sheets import Sheet, SheetKind
from pipeline.register.books import AGENDA_IN, BOOKS, REGISTER
from tests.office import arranging
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau, one_page
from tests.office.stages import FIRST, SECOND
from tests.office.test_arrange import pdf
from tests.records.examples import MOMENT
from tests.refused import refused_with

SHEET = f"D-{FIRST}-7"


@pytest.fixture
def office(at_stage: Callable[[str], Bureau]) -> Bureau:
    """An office in which clerk and chair may not see the first case, of which a receipt is waited for and an answer was read."""
    bureau = at_stage("approved")
    block(bureau, FIRST)
    sheets.add(Sheet(SHEET, FIRST, SheetKind.DELIVERY, f"P2:{SHEET}:1:A", "kode-1", "a" * 64, MOMENT, CLERK))
    return bureau


def block(office: Bureau, number: str) -> None:
    for account in (CLERK, CHAIR):
        office.block(number, account)


def _book(book: str) -> Callable[[Session], str]:
    return lambda session: str(list(book_rows.made(session, book, book_rows.lines(session, book))))


def _agenda(session: Session) -> str:
    return FIRST if "A-2026-0001" in _book(AGENDA_IN.name)(session) else ""


def _picture(session: Session) -> str:
    with suppress(NotFound), view_paper.of_arrival(session, "A-2026-0001", 1):
        return FIRST
    return ""


def _count(session: Session) -> str:
    """Return the first case where somebody's load counts it."""
    mine = sum(cases.get(number).officer == "identifikasi" for number in (FIRST, SECOND))
    counted = {
        job.running for job in workloads.of_case(session, cases.get(SECOND)) if job.account == "identifikasi"
    }
    return FIRST if counted == {mine - 1} else ""


def _search(session: Session) -> str:
    return str(look_up.look_up(session, look_up.Asked("hormat")).lines)


READS: dict[str, tuple[tuple[type, ...], Callable[[Session], str]]] = {
    "a case by number": ((Case, str), lambda session: str(visible.several(session, [FIRST]))),
    "a count": ((Case,), _count),
    "letters that wait": ((Letter,), lambda session: str(match.all_of(session))),
    "letters to print": ((Letter,), lambda session: str(chair_approvals.approved(session))),
    "sheets": ((Sheet,), lambda session: str([one for one in match.all_of(session) if one.what == "receipt"])),
    "acts": ((Act,), lambda session: str([act.case for act in visible.acts_of(session, "register")])),
    "the mail log": ((Arrival,), _agenda),
    "a picture of a page": ((Arrival,), _picture),
}  # fmt: skip


@pytest.mark.parametrize("read", READS)
def test_what_is_hidden_is_not_read_and_with_the_gate_open_for_its_kind_it_is(
    office: Bureau, monkeypatch: pytest.MonkeyPatch, read: str
) -> None:
    kinds, reads = READS[read]
    session = office.session(CLERK)
    assert FIRST not in reads(session)
    closed, named = access.visible, access.cases_of

    def visible(session: Any, kind: type, **more: Any) -> Q:
        return Q() if kind in kinds else closed(session, kind, **more)

    monkeypatch.setattr(access, "visible", visible)
    monkeypatch.setattr(access, "cases_of", lambda row: set() if isinstance(row, kinds) else named(row))
    assert FIRST in reads(session)


@pytest.mark.parametrize("name", ["closed", "hidden"])
def test_searches_and_exports_leave_out_the_cases_that_the_gate_names(
    office: Bureau, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    reads = {"closed": _search, "hidden": _book(REGISTER.name)}[name]
    session = office.session(CLERK)
    text = reads(session)
    assert FIRST not in text
    assert SECOND in text
    monkeypatch.setattr(access, name, lambda _: frozenset())
    assert FIRST in reads(session)


def test_a_scan_that_was_joined_to_a_hidden_letter_stands_in_no_book_list_or_audit(bureau: Bureau) -> None:
    bureau.receive(one_page("satu"), one_page("dua"), one_page("tiga"))
    session = bureau.session()
    letter = arranging.join(session, "A-2026-0001", "A-2026-0002")
    case = perform(register.register_arrival, session, letter.id, registration(WIFE)).case
    chair = bureau.session(CHAIR)
    with view_paper.of_arrival(chair, "A-2026-0002", 1):
        pass
    assert "A-2026-0002" in _book(AGENDA_IN.name)(chair) + str(audit.page(chair, audit.Asked()))
    block(bureau, case.number)
    for account in (CLERK, CHAIR):
        assert "A-2026-0002" not in _book(AGENDA_IN.name)(bureau.session(account))
    assert "A-2026-0002" not in str(audit.page(bureau.session(CHAIR), audit.Asked()))
    assert "A-2026-0003" in _book(AGENDA_IN.name)(bureau.session(CLERK))


def test_a_scan_is_hidden_with_a_part_that_names_a_hidden_letter_and_the_part_is_listed_nowhere(
    bureau: Bureau,
) -> None:
    case = bureau.register(WIFE)
    bureau.receive(pdf(400, 2))
    whole = next(arrival for arrival in arrivals.listed(*arrivals.WAITING))
    session = bureau.session()
    parts = arranging.split(session, str(whole.agenda), "1", "2")
    named = arrivals.get(parts[1].id)
    arrivals.change(named, state=ArrivalState.UNMATCHED, letter=f"{case.number}-1")
    block(bureau, case.number)
    session = bureau.session()
    with pytest.raises(NotFound):
        arranged.of(session, whole.id)
    assert [part.id for part, _ in arranged.of(session, parts[0].id).parts] == [parts[0].id]
    assert [arrival.id for arrival in register.waiting(session)] == [parts[0].id]
    assert proposals.queue(session) == []
    assert str(named.agenda) not in str(find.todo(session)["arrivals"])


def blocked_from_one(office: Bureau, number: str, other: str, account: str = CLERK) -> Session:
    """Return the session of somebody who is blocked from ``number``, and from the ``other``, merged with it, no longer."""
    office.block(number, account)
    office.unblock(other, account)
    return office.session(account)


def test_no_act_on_a_merged_case_names_the_hidden_one_in_which_it_goes_on(registered: Bureau) -> None:
    chair = registered.session(CHAIR)
    perform(merge.merge_case, chair, SECOND, {"into": FIRST, "reason": "korban yang sama"})
    session = blocked_from_one(registered, FIRST, SECOND)
    file = read_case(session, SECOND)
    for blocker in (merge.not_mergeable, merge.not_merged, add_call.takes_no_call, add_letter.takes_none):
        why_not = blocker(session, file)
        assert why_not
        assert FIRST not in why_not.text()


def test_a_case_that_was_merged_into_a_hidden_one_does_not_name_it(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    chair = office.session(CHAIR)
    perform(merge.merge_case, chair, SECOND, {"into": FIRST, "reason": "korban yang sama"})
    came = office.arrive(one_page("surat susulan"))
    session = blocked_from_one(office, FIRST, SECOND)
    texts = [
        str(vars(replace(case_sheet.sheet(session, SECOND), case=None))),
        str(
            vars(replace(case_sheet.sheet(session, SECOND, reveal=True, reason="menyusun surat"), case=None))
        ),
        str([entry.plain for entry in find.find(session, SECOND)]),
        str(find.todo(session)),
        *(_book(book)(session) for book in BOOKS),
    ]
    for refused in (
        lambda: open_case(session, add_call.add_call, SECOND),
        lambda: open_case(session, add_letter.add_letter, SECOND, came.id),
    ):
        with pytest.raises(Refusal) as refusal:
            refused()
        texts.append(refusal.value.text())
    assert re.findall(rf".{{0,60}}(?<![\w-]){FIRST}(?!\d).{{0,20}}", "\n".join(texts)) == []
    hidden, unknown = (_not_found(session, number) for number in (FIRST, "2026-0009"))
    assert hidden == unknown.replace("2026-0009", FIRST)


def _not_found(session: Session, number: str) -> str:
    with pytest.raises(Refusal) as refusal:
        find.find(session, number)
    return refusal.value.text()


def test_a_letter_of_a_hidden_case_that_is_left_to_answer_is_counted_and_not_named(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("registered")
    chair = office.session(CHAIR)
    perform(merge.merge_case, chair, SECOND, {"into": FIRST, "reason": "korban yang sama"})
    with boot.transact():
        merged = cases.get(FIRST)
        after = replace(merged, state=State.DELIVERED, officer=OFFICER, version=merged.version + 1)
        cases.change(merged, after)
    session = blocked_from_one(office, SECOND, FIRST, OFFICER)
    lacking = close.facts_of(session, cases.get(FIRST)).unanswered
    assert [message.id for message, _ in lacking if "surat susulan lain" in message.id]
    text = (
        str(find.todo(session))
        + str(vars(replace(case_sheet.sheet(session, FIRST), case=None)))
        + str(lacking)
    )
    assert "A-2026-0002" not in text
    assert re.findall(rf".{{0,60}}(?<![\w-]){SECOND}(?!\d).{{0,20}}", text) == []


def test_a_case_that_holds_a_hidden_one_does_not_name_it(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("registered")
    chair = office.session(CHAIR)
    perform(merge.merge_case, chair, SECOND, {"into": FIRST, "reason": "korban yang sama"})
    session = blocked_from_one(office, SECOND, FIRST)
    with refused_with("office.holds_merged") as refusal:
        open_case(session, void_case.void_case, FIRST)
    shown = str(vars(replace(case_sheet.sheet(session, FIRST), case=None))) + str(find.todo(session))
    assert refusal.value.next == ()
    text = shown + refusal.value.text() + _book(REGISTER.name)(session)
    assert "A-2026-0002" not in text
    assert re.findall(rf".{{0,60}}(?<![\w-]){SECOND}(?!\d).{{0,20}}", text) == []
