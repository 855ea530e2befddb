"""What LibreOffice made of a document once in a run of the tests is not made again by another office of the tests.

The shelf is the product's own (``var/pdf``): an entry is known by document, converter and fonts, and is checked
when it is taken. Offices get it when they are copied and give back what they added; both by a second name.
"""

from contextlib import suppress
from pathlib import Path

_ENTRIES = "*.simpan"


def lay_out(shelf: Path, home: Path) -> None:
    """Give the office in ``home`` what stands on ``shelf``."""
    _share(shelf, home / "var" / "pdf")


def take_back(shelf: Path, home: Path) -> None:
    """Put on ``shelf`` what the office in ``home`` had made."""
    _share(home / "var" / "pdf", shelf)


def _share(source: Path, target: Path) -> None:
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in source.glob(_ENTRIES):
        with suppress(FileExistsError):
            (target / path.name).hardlink_to(path)
