"""Where the archive lies, once it was moved: a file in ``var/``."""

from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.kernel.relocation import Mark, read_mark, write_mark
from pipeline.kernel.text import Text

NAME = "arsip.json"
FOLDER, BUCKET = "folder", "bucket"
"""As in the file and ``rangkap migrate-store``."""
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
"""What to do with ``RANGKAP_ARCHIVE``."""


def read(var: Path) -> Mark | None:
    """Mark of a home; None if never moved."""
    return read_mark(var / NAME)


def write(var: Path, mark: Mark) -> None:
    """Replace the mark durably. Raises NotDurable."""
    write_mark(var / NAME, mark)


def need_served_by(var: Path, place: str) -> None:
    """Refuse ``place`` where the other serves."""
    found = read(var)
    if found is None or found.serving == place:
        return
    if not found.ended:
        raise Refusal("archive.move_open", then=THEN[found.source], target=found.target)
    raise Refusal("archive.moved", place=TITLES[found.target], day=found.at[:10], then=THEN[found.target])
