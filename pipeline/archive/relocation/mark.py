"""Where a moved archive lies: a file in ``var/``."""

from pipeline.kernel.relocation import Moves
from pipeline.kernel.text import N_

NAME = "arsip.json"
FOLDER, BUCKET = "folder", "bucket"
TITLES = {
    FOLDER: N_("the folder archive/ in the home"),
    BUCKET: N_("the bucket of RANGKAP_ARCHIVE"),
}
THEN = {
    BUCKET: N_(
        "Set RANGKAP_ARCHIVE to the address of that bucket, in the environment of every service "
        "(kantor.env) and of whoever calls rangkap."
    ),
    FOLDER: N_(
        "Unset RANGKAP_ARCHIVE in the environment of every service (kantor.env) and of whoever calls rangkap."
    ),
}

MOVES = Moves(NAME, "archive.move_open", "archive.moved", TITLES, THEN)
read, write, need_served_by = MOVES.read, MOVES.write, MOVES.need_served_by
