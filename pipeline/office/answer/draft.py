"""Step 10: the answer letter as KONSEP, checked by the letter rules before it reaches the chair."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.completeness import need_no_gaps
from pipeline.cases.contact import contact_key
from pipeline.cases.further import REPLIES_TO
from pipeline.cases.states import State, find_move, move
from pipeline.cases.values import Values
from pipeline.kernel import clock, ids
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.letter_kinds import ANSWER, LetterKind, of_template
from pipeline.letters.clauses import CORRECTED, NOTHING, USUAL, Asking, Choice
from pipeline.letters.compose import Draft, compose
from pipeline.letters.finding import Finding
from pipeline.letters.matter import Matter
from pipeline.letters.rules import check
from pipeline.office.answer.approval import refuse_broken
from pipeline.office.arrivals.unanswered import AGAIN, letters_of, next_to_answer
from pipeline.office.base import fresh
from pipeline.office.base.absences import signatories_for, signed_columns
from pipeline.office.base.desk import Desk, case_for, need_role
from pipeline.office.base.own_office import need_own
from pipeline.office.cases.inform import law_named, need_consent
from pipeline.office.letters import letter_files
from pipeline.office.letters.matter import answer_values, matter
from pipeline.office.letters.templates import fitting, need_clean
from pipeline.records import boot, cases, history, letters
from pipeline.records.letters import Letter, LetterState
from pipeline.settings.signatories import Signatory

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
    "kind",
)


@dataclass(frozen=True)
class Composed:
    """A draft that is not kept yet; ``letter`` is its id."""

    about: Matter
    made: Draft
    letter: str
    before: Letter | None
    signatory: Signatory
    broken: tuple[Finding, ...]


def case_to_draft(desk: Desk, number: str) -> tuple[Case, State]:
    """The case and its state after drafting; a draft that waits for the chair may be replaced."""
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
    found = letters.of_case(number)
    return [one for one in found if (one.kind == kind.word if kind.is_beside else not one.is_beside)]


def sent_back(number: str, kind: LetterKind = ANSWER) -> Letter | None:
    """The last letter of ``kind`` if it was sent back, voided or withdrawn."""
    again = (LetterState.RETURNED, LetterState.WITHDRAWN, LetterState.VOID)
    found = _of_kind(number, kind)[-1:]
    return found[0] if found and found[0].state in again else None


def to_revise(number: str, kind: LetterKind = ANSWER) -> Letter | None:
    """The letter that the next draft revises; None for a new one."""
    return next(
        (one for one in _of_kind(number, kind) if one.state in (LetterState.DRAFTED, LetterState.RETURNED)),
        None,
    )


def draft(
    desk: Desk,
    number: str,
    answers: Mapping[str, object],
    choice: Choice = USUAL,
    kind: LetterKind | None = None,
) -> Letter:
    """Draft the answer with the decisions of step 10 and submit it; a refusal changes nothing.

    ``kind`` None: that of the letter revised, else the usual answer, unless the template says it. The
    signatory is who may sign that day, the chair or her recorded deputy.
    """
    case, state = case_to_draft(desk, number)
    values = answer_values(desk, case, fresh.need(desk, case, answers))
    one = composed(desk, case, values, choice, kind)
    officer = case.officer or desk.actor.account
    after = replace(case, values=values, state=state, version=case.version + 1, officer=officer)
    told = {CORRECTED: sorted(one.made.context[CORRECTED])} if CORRECTED in one.made.context else {}
    further = {REPLIES_TO: values[REPLIES_TO]} if REPLIES_TO in values else {}
    return submit(desk, case, after, one, contact_key(values), **told, **further, **law_named(values))


def composed(
    desk: Desk,
    case: Case,
    values: Values,
    choice: Choice = USUAL,
    kind: LetterKind | None = None,
    asking: Asking = NOTHING,
) -> Composed:
    """The draft that ``values`` and ``choice`` make, with the rules it breaks."""
    need_consent(case, values)
    about = matter(case, values)
    before = to_revise(case.number, kind or ANSWER)
    letter_id = before.id if before else ids.letter_id(case.number, letters.next_seq(case.number))
    may_sign = signatories_for(desk.settings, desk.today, case.number)
    if not may_sign:
        raise Refusal("office.no_signatory", day=long_date(desk.today))
    name = fitting(desk, about, kind or (before.kind_row if before else ANSWER), choice.template)
    need_clean(desk.settings, name)
    made = compose(about, desk.settings, name, desk.today, letter_id, may_sign[0], choice, asking)
    broken = check(made.text, about, desk.settings, desk.today, signatories=may_sign, kind=of_template(name))
    return Composed(about, made, letter_id, before, may_sign[0], broken)


def submit(
    desk: Desk, case: Case, after: Case, one: Composed, contact: tuple[str, ...], **detail: Any
) -> Letter:
    """Enter a composed letter or revision to wait for the chair; ``detail`` goes into the history."""
    refuse_broken(one.broken)
    kind = of_template(one.made.template)
    signed = signed_columns(one.signatory)
    letter = Letter(
        id=one.letter,
        case=case.number,
        revision=one.before.revision + 1 if one.before else 1,
        state=LetterState.DRAFTED,
        template=one.made.template,
        template_digest=one.made.template_digest,
        context=one.made.context,
        draft_digest=digest_bytes(one.made.docx, "sha256"),
        contact=contact,
        drafted_by=desk.actor.account,
        day=desk.today,
        kind=kind.word,
        clauses=one.made.clauses,
        **signed,
    )
    with boot.transact():
        cases.change(case, after)
        _keep(one.before, letter)  # before its file: of two who make the same revision one is refused here
        letter_files.put(desk.settings, letter.id, letter.revision, letter_files.DRAFT, one.made.docx)
        if not kind.is_beside and case.state in find_move(AGAIN).sources:
            history.note(clock.now(), desk.actor, AGAIN, 10, case.number, agenda=detail[REPLIES_TO])
        history.note(
            clock.now(),
            desk.actor,
            kind.act,
            find_move(kind.act).step,
            case.number,
            letter.id,
            revision=letter.revision,
            template=letter.template,
            template_digest=letter.template_digest,
            clauses=list(letter.clauses),
            **{name: each for name, each in signed.items() if each},
            **detail,
        )
    return letters.get(letter.id)


def _keep(before: Letter | None, letter: Letter) -> None:
    if before is None:
        letters.add(letter)
        return
    letters.change(before, **{name: getattr(letter, name) for name in _KEPT}, reason="", edited="")
