"""The acts on rows of the office's lists, as tests do them."""

from collections.abc import Mapping

from pipeline.office.base.desk import Desk
from pipeline.office.bookkeeping import change_rows as acts
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import perform


def add(desk: Desk, called: str, answers: Mapping[str, object]) -> str:
    """Add a row; returns its name."""
    return str(perform(acts.add_row, desk, called, answers).told["name"])


def change(desk: Desk, called: str, name: str, answers: Mapping[str, object], read: int) -> None:
    """Change the row that was looked at in version ``read``."""
    _done(acts.change_row, desk, called, name, answers, read)


def retire(desk: Desk, called: str, name: str, answers: Mapping[str, object], read: int) -> None:
    """End the row that was looked at in version ``read``."""
    _done(acts.retire_row, desk, called, name, answers, read)


def bring_back(
    desk: Desk, called: str, name: str, former: int, answers: Mapping[str, object], read: int
) -> None:
    """Make version ``former`` count again."""
    _done(acts.return_row, desk, called, name, {**answers, acts.FORMER: former}, read)


def _done(act: Act, desk: Desk, called: str, name: str, answers: Mapping[str, object], read: int) -> None:
    perform(act, desk, f"{called}/{name}", {**answers, acts.VERSION: read})
