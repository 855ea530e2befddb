"""The register as an office exports it, for tests that compare it before and after."""

import io

from pipeline.office.base.session import Session
from pipeline.office.bookkeeping.books import Asked, rows, write
from pipeline.register.books import COLUMNS, REGISTER


def register_csv(session: Session, purpose: str) -> bytes:
    """Return the whole register as CSV."""
    out = io.BytesIO()
    write(session, Asked(REGISTER.name, purpose=purpose), out)
    return out.getvalue()


def register_rows(session: Session, purpose: str) -> list[dict[str, str]]:
    """Return the rows of the register, every column of each."""
    book_rows = rows(session, Asked(REGISTER.name, purpose=purpose))
    return [{column.key: row.get(column.key, "") for column in COLUMNS} for row in book_rows]
