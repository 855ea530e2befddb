"""Step 10: the answer letter as KONSEP, checked by the letter rules before it reaches the chair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.cases.case import Case
from pipeline.cases.completeness import need_no_gaps
from pipeline.cases.contact import contact_key
from pipeline.cases.further import REPLIES_TO
from pipeline.cases.states import State, find_move, move
from pipeline.cases.values import Values
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.letter_kinds import ANSWER, LetterKind
from pipeline.letters.choice import CORRECTED, USUAL, Choice
from pipeline.letters.compose import Draft, compose
from pipeline.letters.finding import Finding
from pipeline.letters.matter import Matter
from pipeline.letters.numbers import long_date
from pipeline.letters.rules import check
from pipeline.office.arrivals.unanswered import AGAIN, letters_of, next_to_answer
from pipeline.office.base import fresh
from pipeline.office.base.absences import signatories_for, signed_columns
from pipeline.office.base.desk import Desk, case_for, need_role
from pipeline.office.base.own_office import need_own
from pipeline.office.cases.inform import law_named, need_consent
from pipeline.office.letters import letter_files
from pipeline.office.letters.fitting import fitting
from pipeline.office.letters.matter import answer_values, matter
from pipeline.office.letters.templates import need_clean
from pipeline.office.signing.review import locked
from pipeline.records import boot, cases, history, letters
from pipeline.records.letters import Letter, LetterState
from pipeline.settings.signatories import Signatory

_REVISED = (LetterState.DRAFTED, LetterState.RETURNED)
_KEPT = (
    "revision",
    "state",
    "template",
    "template_digest",
    "context",
    "draft_digest",
    "contact",
    "drafted_by",
    "day",
    "clauses",
    "signatory",
    "capacity",
    "mandate",
)


@dataclass(frozen=True)
class Composed:
    """A draft that is kept nowhere yet: its matter, its ``letter`` (the id), what it revises, who signs, the rules ``broken``."""

    about: Matter
    made: Draft
    letter: str
    before: Letter | None
    signatory: Signatory
    broken: tuple[Finding, ...]


def case_to_draft(desk: Desk, number: str) -> tuple[Case, State]:
    """Return the case and its state after drafting; a draft that waits for the chair may be replaced.

    An answered case with a further letter goes back to step 10. Raises NotFound, NotPossible.
    """
    need_own(desk.settings)
    known = cases.get(number) if cases.has(number) else None
    need_role(desk, "draft", find_move("draft").roles)
    if known and known.state in find_move(AGAIN).sources and letters_of(known):
        case, opened = case_for(desk, number, AGAIN)
        case, state = next_to_answer(case), move(opened, "draft", desk.actor.roles)
    else:
        case, state = case_for(desk, number, "redraft" if known and known.state is State.DRAFTED else "draft")
    need_no_gaps(case)
    return case, state


def _of_kind(number: str, kind: LetterKind) -> list[Letter]:
    """Return the letters of case ``number`` that ``kind`` takes turns with: its own beside the case, else all that the case moves with."""
    found = letters.of_case(number)
    return [one for one in found if (one.kind == kind.word if kind.is_beside else not one.is_beside)]


def sent_back(number: str, kind: LetterKind = ANSWER) -> Letter | None:
    """Return the last letter of ``kind`` of case ``number`` if it was sent back, voided or withdrawn."""
    again = (LetterState.RETURNED, LetterState.WITHDRAWN, LetterState.VOID)
    found = _of_kind(number, kind)[-1:]
    return found[0] if found and found[0].state in again else None


def to_revise(number: str, kind: LetterKind = ANSWER) -> Letter | None:
    """Return the letter of ``kind`` of case ``number`` that the next draft is a revision of; None for a new one."""
    return next((one for one in _of_kind(number, kind) if one.state in _REVISED), None)


def draft(desk: Desk, number: str, answers: Mapping[str, object], choice: Choice = USUAL) -> Letter:
    """Draft the answer to case ``number`` with the decisions of step 10, and submit it to the chair.

    ``choice`` says which template and clauses, and which paragraphs were corrected by hand.

    The signatory is who may sign that day: the chair, or the deputy recorded for her absence. Raises InvalidAnswers, NoRoute, NotFound, NotPossible, Stale. Nothing is changed by a refusal. While the chair
    approves a draft of the case, or takes an edit, it waits.
    """
    with locked(desk, number):
        return _draft(desk, number, answers, choice)


def composed(desk: Desk, case: Case, values: Values, choice: Choice) -> Composed:
    """Return the draft of ``case`` as ``values`` and ``choice`` make it, with the letter rules that it breaks; nothing is kept.

    Raises NoRoute.
    """
    need_consent(case, values)
    about = matter(case, values)
    before = to_revise(case.number)
    letter_id = before.id if before else ids.letter_id(case.number, letters.next_seq(case.number))
    may_sign = signatories_for(desk.settings, desk.today, case.number)
    if not may_sign:
        raise Refusal("office.no_signatory", day=long_date(desk.today))
    name = fitting(desk, about, choice.template)
    need_clean(desk.settings, name)
    made = compose(about, desk.settings, name, desk.today, letter_id, may_sign[0], choice)
    broken = check(made.text, about, desk.settings, desk.today, signatories=may_sign)
    return Composed(about, made, letter_id, before, may_sign[0], broken)


def _draft(desk: Desk, number: str, answers: Mapping[str, object], choice: Choice) -> Letter:
    case, state = case_to_draft(desk, number)
    values = answer_values(desk, case, fresh.need(desk, case, answers))
    one = composed(desk, case, values, choice)
    made, letter_id, before = one.made, one.letter, one.before
    if one.broken:
        raise Refusal(
            "office.rules_broken",
            reasons="\n".join(f"- {each.text()}" for each in one.broken),
            rules=[each.rule for each in one.broken],
        )
    letter = new_letter(desk, made, letter_id, before, contact_key(values))
    letter = replace(letter, **signed_columns(one.signatory))
    letter_files.put(desk.settings, letter.id, letter.revision, letter_files.DRAFT, made.docx)
    with boot.transact():
        after = replace(
            case,
            values=values,
            state=state,
            version=case.version + 1,
            officer=case.officer or desk.actor.account,
        )
        cases.change(case, after)
        keep(before, letter)
        if case.state in find_move(AGAIN).sources:
            history.note(clock.now(), desk.actor, AGAIN, 10, number, agenda=values[REPLIES_TO])
        history.note(
            clock.now(),
            desk.actor,
            "draft",
            10,
            number,
            letter.id,
            revision=letter.revision,
            template=made.template,
            template_digest=made.template_digest,
            clauses=list(made.clauses),
            **{name: each for name, each in signed_columns(one.signatory).items() if each},
            **({CORRECTED: sorted(made.context[CORRECTED])} if CORRECTED in made.context else {}),
            **({REPLIES_TO: values[REPLIES_TO]} if REPLIES_TO in values else {}),
            **law_named(values),
        )
    return letters.get(letter.id)


def new_letter(
    desk: Desk, made: Draft, letter_id: str, before: Letter | None, contact: tuple[str, ...]
) -> Letter:
    """Return what was ``made`` as a letter that waits for the chair; the next revision of ``before``, if any."""
    return Letter(
        id=letter_id,
        case=letter_id.rpartition("-")[0],
        revision=before.revision + 1 if before else 1,
        state=LetterState.DRAFTED,
        template=made.template,
        template_digest=made.template_digest,
        context=made.context,
        draft_digest=digest_bytes(made.docx, "sha256"),
        contact=contact,
        drafted_by=desk.actor.account,
        day=desk.today,
        clauses=made.clauses,
    )


def keep(before: Letter | None, letter: Letter) -> None:
    """Enter the letter, or its next revision; a number it has is kept."""
    if before is None:
        letters.add(letter)
        return
    letters.change(before, **{name: getattr(letter, name) for name in _KEPT}, reason="", edited="")
