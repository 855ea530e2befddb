"""A wrong registered field is corrected, with a reason, until the answer is signed; the archive keeps the former."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.cases.fields import registration
from pipeline.cases.fields.decisions import REASON, maybe_some_of, reason
from pipeline.cases.fields.field import Field, Mask, never
from pipeline.cases.fields.table import BY_NAME, REGISTRATION
from pipeline.cases.fields.validate import validate
from pipeline.cases.privacy import masked
from pipeline.cases.problems import NOT_APPLICABLE, InvalidAnswers
from pipeline.cases.states import find_move
from pipeline.cases.values import Values, items
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.office.answer import clarify, recontact
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.office.letters.matter import foreign
from pipeline.records import letters
from pipeline.records.letters import LetterState

EMPTIED = "emptied"
_ELSEWHERE = frozenset({"channel", *(field.name for field in registration.CONTACT)})
FIELDS = {field.name: field for field in REGISTRATION if field.name not in _ELSEWHERE}
"""The safe contact changes by a clarification, which records who said so."""
_OPEN = find_move("clarify")
_FOR = N_("For what was typed or read wrongly. The history tells which field, who and why; the archive keeps what stood there. "
          "What was not known at registration is a clarification.")  # fmt: skip
_BLANK = N_("A field that is left empty stays as it is. Names and typed text are not shown here.")


def is_late(_session: Session, file: CaseFile) -> Refusal | None:
    """The draft is with the chair, or the answer is signed."""
    number, state = file.case.number, file.case.state
    if state in find_move("return").sources:
        return Refusal("office.correct_drafted", case=number)
    answers = (letter for letter in letters.of_case(number) if not letter.is_beside)
    is_signed = state not in _OPEN.sources or any(letter.state == LetterState.SIGNED for letter in answers)
    return Refusal("office.correct_signed", case=number) if is_signed else None


def _asks(_session: Session, file: CaseFile) -> Sequence[Field]:
    named, known = file.about.lower().split(), file.case.values
    fields = [
        field for field in FIELDS.values() if not named or {field.name, field.section.name.lower()} & {*named}
    ]
    may_go = [
        (field.name, field.label) for field in fields if field.name in known and not field.required(known)
    ]
    emptied = maybe_some_of(
        EMPTIED, N_("Fields to be emptied"), N_("Only what is wrong and has no right answer yet."), may_go
    )
    asked = (replace(field, required=never) for field in fields)
    return reason(N_("What was wrong, and how that is known")), *asked, *([emptied] if may_go else [])


def _shown(_session: Session, file: CaseFile) -> Shown:
    others = dict.fromkeys(field.section for field in FIELDS.values() if field.when(file.case.values))
    return Shown(
        (_FOR, _BLANK), is_look=True, others=[(section.name.lower(), section.label) for section in others]
    )


def _reads(session: Session, file: CaseFile, given: Mapping[str, object]) -> Values:
    """All of the case's values; what no longer applies goes."""
    own = [field for field in _asks(session, file) if field.name in (REASON, EMPTIED)]
    answers = read_answers(session, own, {name: given[name] for name in (REASON, EMPTIED) if name in given})
    changed = {
        name: value for name, value in given.items() if name not in (REASON, EMPTIED) and value not in _LEFT
    }
    if wrong := [
        foreign(name, FIELDS, N_("This is changed by a clarification."))
        for name in changed
        if name not in FIELDS
    ]:
        raise InvalidAnswers(wrong).mended_by(Next("record-clarification", file.case.number))
    given = {**file.case.values, **changed}
    left = {name: value for name, value in given.items() if name not in items(answers, EMPTIED)}
    checked = validate(left, session.today, places=session.places, fill=False)
    if problems := [
        problem for problem in checked.problems if problem.said != NOT_APPLICABLE or problem.field in changed
    ]:
        raise InvalidAnswers(problems)
    values = checked.values
    kept = {
        name: value for name, value in values.items() if name not in _REGISTERED or BY_NAME[name].when(values)
    }
    return {**kept, REASON: answers[REASON]}


_LEFT: tuple[object, ...] = ("", None, [], ())
"""What is left blank stays as it is: names and typed text are not shown to whoever corrects a field."""


def _known(_session: Session, file: CaseFile) -> Values:
    seen = masked(file.case.values)
    return {
        name: value
        for name, value in file.case.values.items()
        if name in FIELDS and FIELDS[name].masked is Mask.OPEN and seen.get(name) == value
    }


_REGISTERED = frozenset(field.name for field in REGISTRATION)


@act(
    events=("correct",),
    roles=_OPEN.roles,
    states=_OPEN.sources | find_move(recontact.VERB).sources | find_move("close").sources,
    words=Words(
        N_("Correct registered fields"),
        N_("Correct"),
        N_("The registered fields of case {case} are corrected."),
    ),
    shows=_shown,
    asks=_asks,
    known=_known,
    reads=_reads,
    blocked=(is_late,),
)  # fmt: skip
def correct_field(session: Session, file: CaseFile, answers: Values) -> Change:
    """Correct registered fields, several at once, filed and entered in the register."""
    case = file.case
    values = {name: answer for name, answer in answers.items() if name != REASON}
    changed = sorted(
        name for name in values.keys() | case.values.keys() if values.get(name) != case.values.get(name)
    )
    if not changed:
        raise Refusal("office.nothing_changed")
    after = replace(case, values=values, version=case.version + 1)
    filing = Filing("corrected", "isian pendaftaran diperbaiki")
    return clarify.applied(
        session, file, after, "correct", {"changed": changed, "reason": answers[REASON]}, filing
    )
