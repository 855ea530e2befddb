"""A letter beside the case with a number of its own.

In step 9 it asks the open gaps of the case, in neutral words, and an officer's questions.
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
from pipeline.cases.values import Value, Values, day, items
from pipeline.kernel.errors import NoRoute, Refusal
from pipeline.kernel.letter_kinds import BESIDE, CLARIFICATION, LetterKind
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.letters.clauses import NOTHING, Asking
from pipeline.letters.matter import PHONE
from pipeline.office.answer.draft import composed, is_sample, sent_back, submitted, to_revise, why_again
from pipeline.office.base.session import Session
from pipeline.office.cases.inform import law_named
from pipeline.office.engine.declare import Act, CaseFile, Change, Shown, Words, act
from pipeline.office.letters import choose_letter
from pipeline.office.letters.matter import DECIDED, decided_for, foreign
from pipeline.records.letters import LetterState

_NOT_ASKED = ("cc", "letter_attachments", "referral", consent.LAW, consent.REASON)
_ASKS = N_("This letter asks:")
_NOTHING = N_("Nothing is open; write the questions yourself.")  # fmt: skip


def open_questions(case: Case, values: Values | None = None) -> tuple[Gap, ...]:
    """What a request asks by itself, each field once.

    With its ``values``, only what its reader may be asked.
    """
    once = tuple({gap.field: gap for gap in reversed(gaps(case))}.values())[::-1]
    return askable(once, case.values if values is None else values)


def typed_before(case: Case, kind: LetterKind = CLARIFICATION) -> Values:
    """Decisions to begin from: the revised letter's, else the case's."""
    before = to_revise(case.number, kind)
    own = from_plain(dict[str, Value], before.context.get(DECIDED, {})) if before else {}
    return {**{name: value for name, value in case.values.items() if name not in _NOT_ASKED}, **own}


def _shown(file: CaseFile, kind: LetterKind) -> Shown:
    why, notes = why_again(sent_back(file.case.number, kind)), list[Text]()
    if kind.asks:
        open_ = open_questions(file.case)
        asked = (as_it_is(f"– {missing.question.id}", f"– {missing.question.en}") for missing in open_)
        notes = [_ASKS if open_ else _NOTHING, *asked]
    return Shown(notes, typed=[why] if why else [])


_SUBMITTED = N_("{kind} {letter} (revision {revision}) was submitted to the chair.")


def _named(kind: LetterKind) -> Text:
    return Text(*(name[0].upper() + name[1:] for name in kind.name))


def _waits(file: CaseFile, kind: LetterKind) -> Refusal | None:
    case = file.case
    waiting = [
        letter
        for letter in choose_letter.among(case.number, (LetterState.APPROVED,))
        if letter.kind == kind.word
    ]
    if waiting:
        return Refusal("office.request_waits", kind=_named(kind), letter=waiting[-1].id, case=case.number)
    return None


def _by_call(_session: Session, file: CaseFile) -> Refusal | None:
    values = file.case.values
    if file.case.channel == PHONE and route(values).kind not in (RouteKind.POST, RouteKind.ENTRUSTED):
        return NoRoute("office.call_not_written", case=file.case.number)
    return None


def _beside(kind: LetterKind) -> Act:
    def plan(session: Session, file: CaseFile, given: Values) -> Change:
        case, decided = file.case, decided_for(file.case.values, given)
        asking, detail = NOTHING, dict[str, Any]()
        if kind.asks:
            asked = [gap.field for gap in open_questions(case, decided)]
            asking = Asking(asked, items(given, "questions"), day(given, "answer_by"))
            if not asked and not asking.more:
                raise Refusal("office.nothing_open", case=case.number)
            detail = {"asked": sorted(asked), "own": len(asking.more)}
        composition = composed(session, case, decided, kind=kind, asking=asking)
        context = {**composition.made.context, DECIDED: to_plain(given)}
        composition = replace(composition, made=replace(composition.made, context=context))
        return submitted(
            session, file, file.moved(), composition, contact_key(decided), **detail, **law_named(decided)
        )

    name, plan.__name__ = _named(kind), kind.act
    return act(
        moves=(kind.act,),
        words=Words(
            kind.title,
            N_("Submit to the chair"),
            Text(
                *(_SUBMITTED.verbatim(lang).replace("{kind}", name.verbatim(lang)) for lang in ("id", "en"))
            ),
        ),
        blocked=(is_sample, lambda _session, file: _waits(file, kind), _by_call),
        asks=fields_of(kind),
        known=lambda _session, file: typed_before(file.case, kind),
        reads=lambda session, file, answers: _checked(session, file.case, answers, kind),
        shows=lambda _session, file: _shown(file, kind),
    )(plan)


def _checked(
    session: Session, case: Case, answers: Mapping[str, object], kind: LetterKind
) -> dict[str, Value]:
    fields = fields_of(kind)
    own = frozenset(field.name for field in fields)
    elsewhere = N_("This is no answer of a {name}.").of(name=kind.name)
    wrong = [foreign(name, own, elsewhere) for name in answers if name not in own]
    if wrong:
        raise InvalidAnswers(wrong)
    base = {name: value for name, value in case.values.items() if name not in _NOT_ASKED}
    given = {**base, **{name: answer for name, answer in answers.items() if answer is not None}}
    values = validate(given, session.today, fields=fields, places=session.places).need()
    by = day(values, "answer_by")
    if by is not None and by < session.today:
        raise InvalidAnswers([Problem("answer_by", N_("This day is past."))])
    return {name: value for name, value in values.items() if name in own}


BESIDE_ACTS = tuple(map(_beside, BESIDE))
"""Each drafts and submits a letter of its kind beside the case."""
