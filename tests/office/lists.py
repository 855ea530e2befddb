"""The acts on rows of the office's lists, as tests do them."""

from collections.abc import Mapping

from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import change_rows as acts
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform


def add(session: Session, called: str, answers: Mapping[str, object]) -> str:
    """Add a row; returns its name."""
    return str(perform(acts.add_row, session, called, answers).told["name"])


def change(session: Session, called: str, name: str, answers: Mapping[str, object], read: int) -> None:
    """Change the row that was looked at in version ``read``."""
    _done(acts.change_row, session, called, name, answers, read)


def retire(session: Session, called: str, name: str, answers: Mapping[str, object], read: int) -> None:
    """End the row that was looked at in version ``read``."""
    _done(acts.retire_row, session, called, name, answers, read)


def bring_back(
    session: Session, called: str, name: str, former: int, answers: Mapping[str, object], read: int
) -> None:
    """Make version ``former`` count again."""
    _done(acts.return_row, session, called, name, {**answers, acts.FORMER: former}, read)


def _done(
    act: Act, session: Session, called: str, name: str, answers: Mapping[str, object], read: int
) -> None:
    perform(act, session, f"{called}/{name}", {**answers, acts.VERSION: read})
