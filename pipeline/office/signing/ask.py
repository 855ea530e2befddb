"""Step 9: what is unclear is asked by a letter of its own, with its own number, signed in duplicate like the answer.

The questions are the open gaps of the case, in the neutral words of the clause library, and those an officer
adds. The letter is checked by every rule that does not speak of the answer. The case waits for clarification
meanwhile; the answer letter may be drafted at any time beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.cases import consent
from pipeline.cases.askable import askable
from pipeline.cases.case import Case
from pipeline.cases.completeness import Gap, gaps
from pipeline.cases.contact import RouteKind, contact_key, route
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields.request import FIELDS
from pipeline.cases.fields.validate import validate
from pipeline.cases.problems import Problem
from pipeline.cases.states import State
from pipeline.cases.values import Value, Values, day, from_plain, items, to_plain
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import CLARIFICATION
from pipeline.kernel.text import Text
from pipeline.letters.choice import Asking
from pipeline.letters.compose import Draft, compose, template_for
from pipeline.letters.matter import PHONE, Matter
from pipeline.letters.numbers import long_date
from pipeline.letters.rules import check
from pipeline.office.base import fresh
from pipeline.office.base.absences import signatories_for, signed_columns
from pipeline.office.base.desk import Desk, case_for
from pipeline.office.base.errors import NoRoute
from pipeline.office.base.own_office import need_own
from pipeline.office.cases.inform import law_named, need_consent
from pipeline.office.letters import letter_files, which
from pipeline.office.letters.matter import DECIDED, decided_for, foreign, matter
from pipeline.office.letters.templates import need_clean
from pipeline.office.signing.draft import keep, new_letter, to_revise
from pipeline.office.signing.review import locked
from pipeline.records import boot, cases, history, letters
from pipeline.records.letters import Letter, LetterState
from pipeline.settings.signatories import Signatory

_OWN = frozenset(one.name for one in FIELDS)
_NOT_ASKED = ("cc", "letter_attachments", "referral", consent.LAW, consent.REASON)
_POSTAL = (RouteKind.POST, RouteKind.ENTRUSTED)
_PAST = Text("Tanggal ini sudah lewat.", "This day is past.")
_ELSEWHERE = Text(
    "Isian ini bukan isian permintaan klarifikasi.", "This is no answer of a clarification request."
)


def case_to_ask(desk: Desk, number: str) -> tuple[Case, State]:
    """Return the case and its state after a request was drafted, before anything is typed.

    Raises NotFound, NotPossible.
    """
    need_own(desk.settings)
    case, state = case_for(desk, number, CLARIFICATION.act)
    waiting = [one for one in which.among(number, (LetterState.APPROVED,)) if one.kind == CLARIFICATION.word]
    if waiting:
        raise Refusal("office.request_waits", letter=waiting[-1].id, case=number)
    if case.channel == PHONE and route(case.values).kind not in _POSTAL:
        raise NoRoute("office.call_not_written", case=number)
    return case, state


def open_questions(case: Case, values: Values | None = None) -> tuple[Gap, ...]:
    """Return what a request would ask of the case by itself, each field once.

    ``values`` are those of the request (None: of the case): its reader is asked only for what she may be asked.
    """
    once = tuple({gap.field: gap for gap in reversed(gaps(case))}.values())[::-1]
    return askable(once, case.values if values is None else values)


def typed_before(case: Case) -> Values:
    """Return the decisions to begin from: those of the request that is revised, else what the case has."""
    before = to_revise(case.number, CLARIFICATION)
    own = from_plain(before.context.get(DECIDED, {})) if before else {}
    return {**{name: one for name, one in case.values.items() if name not in _NOT_ASKED}, **own}


def ask(desk: Desk, number: str, answers: Mapping[str, object]) -> Letter:
    """Draft a request for clarification of case ``number`` with the decisions in ``answers``, and submit it.

    The case goes by the move ``ask``. Raises InvalidAnswers, NoRoute, NotFound, NotPossible, Stale. Nothing is
    changed by a refusal. While the chair approves a draft of the case, or takes an edit, it waits.
    """
    with locked(desk, number):
        return _ask(desk, number, answers)


def _ask(desk: Desk, number: str, answers: Mapping[str, object]) -> Letter:
    case, state = case_to_ask(desk, number)
    given = _checked(desk, case, fresh.need(desk, case, answers))
    decided = decided_for(case.values, given)
    fields = [gap.field for gap in open_questions(case, decided)]
    if not fields and not items(given, "questions"):
        raise Refusal("office.nothing_open", case=number)
    need_consent(case, decided)
    about = matter(case, decided)
    may_sign = signatories_for(desk.settings, desk.today, number)
    if not may_sign:
        raise Refusal("office.no_signatory", day=long_date(desk.today))
    before = to_revise(number, CLARIFICATION)
    letter_id = before.id if before else ids.letter_id(number, letters.next_seq(number))
    made = _composed(desk, about, fields, given, letter_id, may_sign)
    letter = new_letter(desk, made, letter_id, before, contact_key(case.values))
    context = {**made.context, DECIDED: to_plain(given)}
    letter = replace(letter, kind=CLARIFICATION.word, context=context, **signed_columns(may_sign[0]))
    letter_files.put(desk.settings, letter.id, letter.revision, letter_files.DRAFT, made.docx)
    with boot.transact():
        cases.change(case, case.moved(state))
        keep(before, letter)
        history.note(
            clock.now(),
            desk.actor,
            CLARIFICATION.act,
            9,
            number,
            letter.id,
            revision=letter.revision,
            asked=sorted(fields),
            own=len(items(given, "questions")),
            template=made.template,
            template_digest=made.template_digest,
            clauses=list(made.clauses),
            **{name: one for name, one in signed_columns(may_sign[0]).items() if one},
            **law_named(decided),
        )
    return letters.get(letter.id)


def _checked(desk: Desk, case: Case, answers: Mapping[str, object]) -> dict[str, Value]:
    """Return the decisions of a request in normal form. Raises InvalidAnswers."""
    wrong = [foreign(name, _OWN, _ELSEWHERE) for name in answers if name not in _OWN]
    if wrong:
        raise InvalidAnswers(wrong)
    base = {name: one for name, one in case.values.items() if name not in _NOT_ASKED}
    given = {**base, **{name: one for name, one in answers.items() if one is not None}}
    values = validate(given, desk.today, fields=FIELDS, places=desk.places).need()
    by = day(values, "answer_by")
    if by is not None and by < desk.today:
        raise InvalidAnswers([Problem("answer_by", _PAST)])
    return {name: one for name, one in values.items() if name in _OWN}


def _composed(
    desk: Desk,
    about: Matter,
    fields: list[str],
    given: Values,
    letter_id: str,
    may_sign: tuple[Signatory, ...],
) -> Draft:
    """Return the request as KONSEP."""
    name = template_for(about, CLARIFICATION)
    need_clean(desk.settings, name)
    asking = Asking(fields, items(given, "questions"), day(given, "answer_by"))
    made = compose(about, desk.settings, name, desk.today, letter_id, may_sign[0], asking=asking)
    broken = check(made.text, about, desk.settings, desk.today, signatories=may_sign, kind=CLARIFICATION)
    if broken:
        raise Refusal(
            "office.rules_broken",
            reasons="\n".join(f"- {one.text()}" for one in broken),
            rules=[one.rule for one in broken],
        )
    return made
