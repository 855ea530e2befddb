"""Which engine serves, once the database was moved: a file in ``var/``."""

from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.kernel.relocation import Mark, read_mark, write_mark
from pipeline.kernel.text import Text

NAME = "basis-data.json"
FILE, SERVER = "sqlite", "postgresql"
"""As in the file and ``rangkap migrate-database``."""
TITLES = {FILE: "SQLite (var/rangkap.db)", SERVER: "PostgreSQL"}
THEN = {
    SERVER: Text(
        "Isi RANGKAP_DATABASE dengan alamat basis data di server, di lingkungan setiap layanan dan setiap orang yang memanggil rangkap.",
        "Set RANGKAP_DATABASE to the address of the database on the server, in the environment of every service and of whoever "
        "calls rangkap.",
    ),
    FILE: Text(
        "Kosongkan RANGKAP_DATABASE di lingkungan setiap layanan dan setiap orang yang memanggil rangkap.",
        "Unset RANGKAP_DATABASE in the environment of every service and of whoever calls rangkap.",
    ),
}
"""What to do with ``RANGKAP_DATABASE``."""


def read(var: Path) -> Mark | None:
    """Mark of a home; None if never moved."""
    return read_mark(var / NAME)


def write(var: Path, mark: Mark) -> None:
    """Replace the mark durably."""
    write_mark(var / NAME, mark)


def need_served_by(var: Path, engine: str) -> None:
    """Refuse ``engine`` where the other serves."""
    found = read(var)
    if found is None or found.serving == engine:
        return
    if not found.ended:
        raise Refusal("records.relocation_open", target=found.target)
    raise Refusal(
        "records.database_moved", engine=TITLES[found.target], day=found.at[:10], then=THEN[found.target]
    )
