"""Step 10: the answer letter as KONSEP, checked by the letter rules before it reaches the chair."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, cast

from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps_left
from pipeline.cases.contact import contact_key
from pipeline.cases.fields.identification import WHY_LATER, is_written
from pipeline.cases.further import REPLIES_TO
from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Values
from pipeline.kernel import ids
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.letter_kinds import ANSWER, LetterKind, of_template
from pipeline.kernel.text import N_, Text
from pipeline.letters.clauses import CORRECTED, NOTHING, USUAL, Asking, Choice
from pipeline.letters.compose import Draft, compose
from pipeline.letters.finding import Finding
from pipeline.letters.matter import Matter
from pipeline.office.answer.approval import refuse_broken
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.arrivals.unanswered import AGAIN, letters_of, next_to_answer
from pipeline.office.base.absences import signatories_for, signed_columns
from pipeline.office.base.sample_office import PRACTICE, invented, not_own
from pipeline.office.base.session import Session, steps
from pipeline.office.cases import crisis
from pipeline.office.cases.inform import law_named, need_consent
from pipeline.office.engine.declare import CaseFile, Change, Words, act
from pipeline.office.engine.perform import open_case
from pipeline.office.letters import letter_files
from pipeline.office.letters.matter import answer_values, broken_rules, matter
from pipeline.office.letters.templates import fitting, need_clean
from pipeline.records import history, letters
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
_VOID = N_("Letter {letter} was voided by the chair: {reason}. This draft becomes a new letter.")  # fmt: skip
_MOVED = N_("Letter {letter} counts no more: {reason}.")
_RETURNED = N_("Returned by the chair: {reason}")


@dataclass(frozen=True)
class Composed:
    """A draft not kept yet; ``letter`` is its id."""

    about: Matter
    made: Draft
    letter: str
    before: Letter | None
    signatory: Signatory
    broken: tuple[Finding, ...]


CHOICE = "choice"
"""The answer that holds the chosen template and clauses."""


def is_sample(session: Session, _file: CaseFile) -> Refusal | None:
    """The refusal of letters in an invented office's name."""
    return not_own(session.settings)


def _nothing_further(session: Session, file: CaseFile) -> Refusal | None:
    if not (file.move or letters_of(file.case)):
        return NotPossible(verb="draft", state=file.case.state.value).mended_by(
            *steps(file.case, session.actor)
        )
    try:
        _as_answered(file)
    except Refusal as why_not:
        return why_not
    return None


def _is_unclear(_session: Session, file: CaseFile) -> Refusal | None:
    return gaps_left(file.case)


def awaits_report(case: Case, acts: Iterable[history.Act]) -> bool:
    """No draft goes to the chair before the identification report, but in a crisis."""
    return not is_written(case.values) and crisis.of(acts) is None


def _is_unidentified(_session: Session, file: CaseFile) -> Refusal | None:
    is_barred = awaits_report(file.case, file.events)
    return Refusal("office.not_identified", case=file.case.number) if is_barred else None


def case_to_draft(session: Session, number: str) -> Case:
    """Nothing is typed yet; a draft with the chair may be replaced."""
    return _as_answered(open_case(session, draft_letter, number))


def _as_answered(file: CaseFile) -> Case:
    return file.case if file.move else next_to_answer(file.case)


def _of_kind(number: str, kind: LetterKind) -> list[Letter]:
    rows = letters.of_case(number)
    return [
        letter for letter in rows if (letter.kind == kind.word if kind.is_beside else not letter.is_beside)
    ]


def sent_back(number: str, kind: LetterKind = ANSWER) -> Letter | None:
    """The last of ``kind``, if sent back, voided or withdrawn."""
    again = (LetterState.RETURNED, LetterState.WITHDRAWN, LetterState.VOID)
    latest = _of_kind(number, kind)[-1:]
    return latest[0] if latest and latest[0].state in again else None


def why_again(letter: Letter | None, reason: str = "") -> Text | None:
    """Why :func:`sent_back` needs a new draft; ``reason`` replaces its own where that may not be read."""
    if letter is None or not letter.reason:
        return None
    reason = reason or letter.reason
    if letter.state != LetterState.VOID and letter.reason != BECAUSE:
        return _RETURNED.of(reason=reason)
    sentence = _VOID if letter.state == LetterState.VOID else _MOVED
    return sentence.of(letter=letter.id, reason=reason.strip().rstrip("."))


def to_revise(number: str, kind: LetterKind = ANSWER) -> Letter | None:
    """Revised by the next draft; None for a new letter."""
    return next(
        (
            letter
            for letter in _of_kind(number, kind)
            if letter.state in (LetterState.DRAFTED, LetterState.RETURNED)
        ),
        None,
    )


def _reads(session: Session, file: CaseFile, answers: Mapping[str, object]) -> Values:
    given = dict(answers)
    choice = given.pop(CHOICE) if isinstance(answers.get(CHOICE), Choice) else USUAL
    return cast(Values, {**answer_values(session, _as_answered(file), given), CHOICE: choice})


@act(
    moves=("draft", "redraft"),
    states=find_move("draft").sources | find_move("redraft").sources | find_move(AGAIN).sources,
    words=Words(done=N_("Draft {letter} (revision {revision}) was submitted to the chair.")),
    blocked=(is_sample, _nothing_further, _is_unclear, _is_unidentified),
    reads=_reads,
)  # fmt: skip
def draft_letter(session: Session, file: CaseFile, answers: Values) -> Change:
    """Draft the answer with the decisions of step 10 and submit it.

    Its kind is the template's, else that of the letter revised, else the usual answer. The signatory may sign
    that day: the chair or her recorded deputy.
    """
    case, values = _as_answered(file), dict(answers)
    choice = cast(Choice, values.pop(CHOICE))
    composition = composed(session, case, values, choice)
    officer = case.officer or session.actor.account
    after = replace(case.moved(State.DRAFTED), values=values, officer=officer)
    detail = (
        {CORRECTED: sorted(composition.made.context[CORRECTED])}
        if CORRECTED in composition.made.context
        else {}
    )
    further = {name: values[name] for name in (REPLIES_TO, WHY_LATER) if name in values}
    made = submitted(
        session, file, after, composition, contact_key(values), **detail, **further, **law_named(values)
    )
    if file.move:
        return made
    again = history.event(file.moment, session.actor, AGAIN, 10, case.number, "", agenda=values[REPLIES_TO])
    return replace(made, events=[again, *made.events])


def composed(
    session: Session,
    case: Case,
    values: Values,
    choice: Choice = USUAL,
    kind: LetterKind | None = None,
    asking: Asking = NOTHING,
) -> Composed:
    """Holds the rules that the draft breaks."""
    need_consent(case, values)
    about = matter(case, values)
    before = to_revise(case.number, kind or ANSWER)
    letter_id = before.id if before else ids.letter_id(case.number, letters.next_seq(case.number))
    may_sign = signatories_for(session.settings, session.today, case.number)
    if not may_sign:
        raise Refusal("office.no_signatory", day=long_date(session.today))
    name = fitting(session, about, kind or (before.kind_row if before else ANSWER), choice.template)
    need_clean(session.settings, name)
    made = compose(about, session.settings, name, session.today, letter_id, may_sign[0], choice, asking)
    broken = broken_rules(
        session, about, made.text, session.today, signatories=may_sign, kind=of_template(name)
    )
    return Composed(about, made, letter_id, before, may_sign[0], broken)


def submitted(
    session: Session,
    file: CaseFile,
    after: Case,
    composition: Composed,
    contact: tuple[str, ...],
    **detail: Any,
) -> Change:
    """Waits for the chair; ``detail`` goes into the history."""
    refuse_broken(composition.broken)
    kind = of_template(composition.made.template)
    signed = signed_columns(composition.signatory)
    letter = Letter(
        id=composition.letter,
        case=after.number,
        revision=composition.before.revision + 1 if composition.before else 1,
        state=LetterState.DRAFTED,
        template=composition.made.template,
        template_digest=composition.made.template_digest,
        context=composition.made.context,
        draft_digest=digest_bytes(composition.made.docx, "sha256"),
        contact=contact,
        drafted_by=session.actor.account,
        day=session.today,
        kind=kind.word,
        clauses=composition.made.clauses,
        **signed,
    )
    draft = (letter.id, letter.revision, letter_files.DRAFT, composition.made.docx)
    event = history.event(
        file.moment,
        session.actor,
        kind.act,
        find_move(kind.act).step,
        letter.case,
        letter.id,
        revision=letter.revision,
        template=letter.template,
        template_digest=letter.template_digest,
        clauses=list(letter.clauses),
        **{name: value for name, value in signed.items() if value},
        **detail,
    )
    return Change(
        after,
        has_event=False,
        writes=(
            partial(_keep, composition.before, letter),
            partial(letter_files.put, session.settings, *draft),
        ),
        events=[event],
        told={"id": letter.id, "letter": letter.id, "kind": letter.kind, "revision": letter.revision},
        warnings=[PRACTICE] if invented(session.settings) else (),
    )


def _keep(before: Letter | None, letter: Letter) -> None:
    if before is None:
        letters.add(letter)
        return
    letters.change(before, **{name: getattr(letter, name) for name in _KEPT}, reason="", edited="")
