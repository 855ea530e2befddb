"""What the chair decides about letters, done to the draft as it stands: whoever tests what comes of it names no revision."""

from pipeline.office.base.desk import Desk
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform
from pipeline.office.signing import edited, review
from pipeline.records import letters
from pipeline.records.letters import Letter, LetterState


def approve(desk: Desk, case: str, letter: str = "") -> Letter:
    """Approve the draft that waits, whatever its revision."""
    drafts = [
        one for one in letters.of_case(case) if one.state == LetterState.DRAFTED and letter in ("", one.id)
    ]
    read = {review.REVISION: drafts[0].revision} if len(drafts) == 1 else {}
    return _done(review.approve_letter, desk, case, read, letter)


def send_back(desk: Desk, case: str, reason: str, letter: str = "") -> Letter:
    """Return the letter that waits."""
    return _done(review.return_letter, desk, case, {"reason": reason}, letter)


def take(desk: Desk, case: str, item: str = "", letter: str = "") -> Letter:
    """Take an edited draft."""
    return _done(edited.take_edited, desk, case, {}, f"{letter} {item}")


def leave(desk: Desk, case: str, item: str, reason: str, letter: str = "") -> Letter:
    """Leave an edited draft unused."""
    return _done(edited.leave_edited, desk, case, {"reason": reason}, f"{letter} {item}")


def _done(act: Act, desk: Desk, case: str, answers: dict[str, object], about: str) -> Letter:
    return letters.get(str(perform(act, desk, case, answers, about.strip()).told["letter"]))
