"""A letter beside the case with a number of its own; in step 9 it asks what is unclear.

It asks the open gaps of the case, in neutral words, and an officer's questions.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.cases.completeness import Gap, askable, gaps
from pipeline.cases.contact import RouteKind, contact_key, route
from pipeline.cases.fields.answer import fields_of
from pipeline.cases.fields.validate import validate
from pipeline.cases.plain import from_plain, to_plain
from pipeline.cases.problems import InvalidAnswers, Problem
from pipeline.cases.states import State
from pipeline.cases.values import Value, Values, day, items
from pipeline.kernel.errors import NoRoute, Refusal
from pipeline.kernel.letter_kinds import CLARIFICATION, LetterKind
from pipeline.kernel.text import Text
from pipeline.letters.clauses import NOTHING, Asking
from pipeline.letters.matter import PHONE
from pipeline.office.answer.draft import composed, submit, to_revise
from pipeline.office.base import fresh
from pipeline.office.base.desk import Desk, case_for
from pipeline.office.base.own_office import need_own
from pipeline.office.cases.inform import law_named
from pipeline.office.letters import which
from pipeline.office.letters.matter import DECIDED, decided_for, foreign
from pipeline.records.letters import Letter, LetterState

_NOT_ASKED = ("cc", "letter_attachments", "referral", consent.LAW, consent.REASON)


def case_to_ask(desk: Desk, number: str, kind: LetterKind = CLARIFICATION) -> tuple[Case, State]:
    """The case and its state after drafting, before anything is typed."""
    need_own(desk.settings)
    case, state = case_for(desk, number, kind.act)
    waiting = [one for one in which.among(number, (LetterState.APPROVED,)) if one.kind == kind.word]
    if waiting:
        name = Text(*(one.capitalize() for one in kind.name))
        raise Refusal("office.request_waits", kind=name, letter=waiting[-1].id, case=number)
    if case.channel == PHONE and route(case.values).kind not in (RouteKind.POST, RouteKind.ENTRUSTED):
        raise NoRoute("office.call_not_written", case=number)
    return case, state


def open_questions(case: Case, values: Values | None = None) -> tuple[Gap, ...]:
    """What a request would ask by itself, each field once.

    With ``values`` of the request, its reader is asked only what she may be asked.
    """
    once = tuple({gap.field: gap for gap in reversed(gaps(case))}.values())[::-1]
    return askable(once, case.values if values is None else values)


def typed_before(case: Case, kind: LetterKind = CLARIFICATION) -> Values:
    """Decisions to begin from: of the revised letter, else of the case."""
    before = to_revise(case.number, kind)
    own = from_plain(dict[str, Value], before.context.get(DECIDED, {})) if before else {}
    return {**{name: one for name, one in case.values.items() if name not in _NOT_ASKED}, **own}


def ask(desk: Desk, number: str, answers: Mapping[str, object], kind: LetterKind = CLARIFICATION) -> Letter:
    """Draft a letter beside case ``number`` and submit it; a refusal changes nothing."""
    case, state = case_to_ask(desk, number, kind)
    given = _checked(desk, case, fresh.need(desk, case, answers), kind)
    decided, told = decided_for(case.values, given), dict[str, Any]()
    asking = NOTHING
    if kind.asks:
        asked = [gap.field for gap in open_questions(case, decided)]
        asking = Asking(asked, items(given, "questions"), day(given, "answer_by"))
        if not asked and not asking.more:
            raise Refusal("office.nothing_open", case=number)
        told = {"asked": sorted(asked), "own": len(asking.more)}
    one = composed(desk, case, decided, kind=kind, asking=asking)
    context = {**one.made.context, DECIDED: to_plain(given)}
    one = replace(one, made=replace(one.made, context=context))
    return submit(desk, case, case.moved(state), one, contact_key(case.values), **told, **law_named(decided))


def _checked(desk: Desk, case: Case, answers: Mapping[str, object], kind: LetterKind) -> dict[str, Value]:
    fields = fields_of(kind)
    own = frozenset(field.name for field in fields)
    elsewhere = Text(f"Isian ini bukan isian {kind.name.id}.", f"This is no answer of a {kind.name.en}.")
    wrong = [foreign(name, own, elsewhere) for name in answers if name not in own]
    if wrong:
        raise InvalidAnswers(wrong)
    base = {name: one for name, one in case.values.items() if name not in _NOT_ASKED}
    given = {**base, **{name: one for name, one in answers.items() if one is not None}}
    values = validate(given, desk.today, fields=fields, places=desk.places).need()
    by = day(values, "answer_by")
    if by is not None and by < desk.today:
        raise InvalidAnswers([Problem("answer_by", Text("Tanggal ini sudah lewat.", "This day is past."))])
    return {name: one for name, one in values.items() if name in own}
