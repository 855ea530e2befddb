"""Which engine serves after a move: a file in ``var/``."""

from pipeline.kernel.relocation import Moves
from pipeline.kernel.text import N_

NAME = "basis-data.json"
FILE, SERVER = "sqlite", "postgresql"
TITLES = {FILE: "SQLite (var/rangkap.db)", SERVER: "PostgreSQL"}
THEN = {
    SERVER: N_(
        "Set RANGKAP_DATABASE to the address of the database on the server, in the environment of "
        "every service and of whoever calls rangkap."
    ),
    FILE: N_("Unset RANGKAP_DATABASE in the environment of every service and of whoever calls rangkap."),
}

MOVES = Moves(NAME, "records.relocation_open", "records.database_moved", TITLES, THEN)
read, write, need_served_by = MOVES.read, MOVES.write, MOVES.need_served_by
