"""What the chair decides, also on a sheet; about letters, done to the draft as it stands: whoever tests what comes of it names no revision."""

from collections.abc import Mapping
from dataclasses import replace

from demo.answers import identifying
from pipeline.cases.fields.identification import is_written
from pipeline.kernel.ids import case_of_sheet
from pipeline.kernel.letter_kinds import CLARIFICATION, LetterKind
from pipeline.letters.clauses import USUAL, Choice
from pipeline.office.acts import BY_COMMAND
from pipeline.office.answer import approval, edited
from pipeline.office.answer.draft import CHOICE, draft_letter
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import Result, perform
from pipeline.office.papers.decide import record_decision
from pipeline.records import boot, cases, letters
from pipeline.records.letters import Letter, LetterState

REPORT: Mapping[str, str] = identifying(1)
"""The words of an identification report."""


def draft(session: Session, case: str, answers: Mapping[str, object], choice: Choice = USUAL) -> Letter:
    """Draft the answer; a case that is there is given its identification report first."""
    if cases.has(case):
        give_report(case)
    return hand_in(session, case, answers, choice)


def give_report(number: str) -> None:
    """Give a case without an identification report its words, unfiled: for what is not about the report."""
    case = cases.get(number)
    if not is_written(case.values):
        with boot.transact():
            cases.change(case, replace(case, values={**case.values, **REPORT}))


def hand_in(session: Session, case: str, answers: Mapping[str, object], choice: Choice = USUAL) -> Letter:
    """Draft the answer of a case as it stands."""
    return _done(draft_letter, session, case, {**answers, CHOICE: choice})


def ask(
    session: Session, case: str, answers: Mapping[str, object], kind: LetterKind = CLARIFICATION
) -> Letter:
    """Draft a letter beside the case."""
    return _done(BY_COMMAND[kind.act], session, case, answers)


def approve(session: Session, case: str, letter: str = "") -> Letter:
    """Approve the draft that waits, whatever its revision."""
    drafts = [
        row for row in letters.of_case(case) if row.state == LetterState.DRAFTED and letter in ("", row.id)
    ]
    read = {approval.REVISION: drafts[0].revision} if len(drafts) == 1 else {}
    return _done(approval.approve_letter, session, case, read, letter)


def send_back(session: Session, case: str, reason: str, letter: str = "") -> Letter:
    """Return the letter that waits."""
    return _done(approval.return_letter, session, case, {"reason": reason}, letter)


def take(session: Session, case: str, item: str = "", letter: str = "") -> Letter:
    """Take an edited draft."""
    return _done(edited.take_edited, session, case, {}, f"{letter} {item}")


def leave(session: Session, case: str, item: str, reason: str, letter: str = "") -> Letter:
    """Leave an edited draft unused."""
    return _done(edited.leave_edited, session, case, {"reason": reason}, f"{letter} {item}")


def on_sheet(session: Session, sheet: str, **ticked: object) -> Result:
    """Type in what is ticked on a signed sheet that is back."""
    return perform(record_decision, session, str(case_of_sheet(sheet)), {"signed": True, **ticked}, sheet)


def _done(act: Act, session: Session, case: str, answers: Mapping[str, object], about: str = "") -> Letter:
    return letters.get(str(perform(act, session, case, answers, about.strip()).told["letter"]))
