"""Helpers of the tests of backup and restore."""

from pathlib import Path

from pipeline.office.base import passphrase
from pipeline.office.keeping import restore
from tests.office import elsewhere
from tests.office.bureau import USER, Bureau


def key_of(bureau: Bureau) -> str:
    """Return the passphrase of an office's backups."""
    return passphrase.of(bureau.settings)


def brought_back(bureau: Bureau, place: Path, target: Path, wanted: str = "") -> Bureau:
    """Restore a backup of ``bureau`` and open what came back."""
    if places := elsewhere.now():  # to a server it is brought back into a database without tables
        places.new(target)
        places.lose(target)
    restore.restore(str(place), target, key_of(bureau), USER, wanted=wanted)
    return Bureau(target, bureau.reader)
