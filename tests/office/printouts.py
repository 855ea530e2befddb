"""Acts that are printed, as the door at a terminal does them: the papers are put into a folder once all is written."""

from collections.abc import Mapping
from pathlib import Path

from pipeline.kernel.files import put_files
from pipeline.office.answer.print_out import print_letter
from pipeline.office.base.session import Session
from pipeline.office.delivery.send import send
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform
from pipeline.office.papers.sheets import print_sheet
from pipeline.office.victims.victims_copy_hand import print_copy
from pipeline.records import sheets
from pipeline.records.sheets import Sheet


def put_out(
    act: Act, session: Session, case: str, target: Path, answers: Mapping[str, object], about: str = ""
) -> list[Path]:
    """Do ``act`` and put its papers into ``target``."""
    return put_files(target, perform(act, session, case, answers, about).prints.items())


def letter(
    session: Session, case: str, target: Path, again: str | None = None, named: str = ""
) -> list[Path]:
    """Print both copies of the letter; with a reason, ``again``."""
    return put_out(print_letter, session, case, target, {} if again is None else {"reason": again}, named)


def sent(session: Session, case: str, target: Path, answers: Mapping[str, object]) -> list[Path]:
    """Send the answer out."""
    return put_out(send, session, case, target, answers)


def copy(session: Session, case: str, target: Path) -> list[Path]:
    """Print the copy for the victim."""
    return put_out(print_copy, session, case, target, {})


def sheet(session: Session, kind: str, case: str, target: Path, named: str = "") -> tuple[Sheet, list[Path]]:
    """Print a decision sheet."""
    made = perform(print_sheet, session, case, {}, f"{kind} {named}")
    return sheets.get(str(made.told["sheet"])), put_files(target, made.prints.items())
