"""Where the archive lies, once it was moved: a file in ``var/``."""

from pipeline.kernel.relocation import Moves
from pipeline.kernel.text import Text

NAME = "arsip.json"
FOLDER, BUCKET = "folder", "bucket"
TITLES = {
    FOLDER: Text("folder archive/ di rumah kantor", "the folder archive/ in the home"),
    BUCKET: Text("ember pada RANGKAP_ARCHIVE", "the bucket of RANGKAP_ARCHIVE"),
}
THEN = {
    BUCKET: Text(
        "Isi RANGKAP_ARCHIVE dengan alamat ember itu, di lingkungan setiap layanan (kantor.env) dan setiap orang yang memanggil rangkap.",
        "Set RANGKAP_ARCHIVE to the address of that bucket, in the environment of every service (kantor.env) and of whoever calls "
        "rangkap.",
    ),
    FOLDER: Text(
        "Kosongkan RANGKAP_ARCHIVE di lingkungan setiap layanan (kantor.env) dan setiap orang yang memanggil rangkap.",
        "Unset RANGKAP_ARCHIVE in the environment of every service (kantor.env) and of whoever calls rangkap.",
    ),
}

MOVES = Moves(NAME, "archive.move_open", "archive.moved", TITLES, THEN)
read, write, need_served_by = MOVES.read, MOVES.write, MOVES.need_served_by
