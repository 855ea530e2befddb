"""What verify may find, and the remedy."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.kernel.text import N_, Next, Text


class Kind(StrEnum):
    """The values stand in ``--json``."""

    MISSING = "missing"
    CHANGED = "changed"
    SWAPPED = "swapped"
    TRUNCATED = "truncated"
    UNEXPECTED = "unexpected"
    FOREIGN = "foreign"
    TORN = "torn"
    ROLLED_BACK = "rolled_back"
    UNREADABLE = "unreadable"


SAID: dict[Kind, Text] = {
    Kind.MISSING: N_("{path} is missing (says {against}). Restore it from the backup."),
    Kind.CHANGED: N_(
        "The content of {path} has changed (says {against}). Restore it from the backup and "
        "find out who changed it."
    ),
    Kind.SWAPPED: N_("{path} was swapped with {found}. Restore both from the backup."),
    Kind.TRUNCATED: N_("{path} is cut short (says {against}). Restore it from the backup."),
    Kind.UNEXPECTED: N_(
        "{path} is not known to {against}. Find out where it came from before moving it away."
    ),
    Kind.FOREIGN: N_(
        "{path} is no part of the archive: the file system or Windows made it. It may be "
        "removed; nothing is damaged."
    ),
    Kind.TORN: N_("{path} was not completely written. Restart Rangkap; recovery completes it."),
    Kind.ROLLED_BACK: N_(
        "{path} was set back to an older state: {against} knows {expected}, there is "
        "{found}. Restore it from the backup."
    ),
    Kind.UNREADABLE: N_("{path} cannot be read ({found}). Check the disk, then restore it from the backup."),
}

ON_WAY = N_("{path} is on its way; Rangkap completes it by itself.")
"""No damage: recovery completes it."""
DATABASE = "basis data"
REBUILD = Next("rebuild")
SAID_OF_DATABASE: dict[Kind, Text] = {
    Kind.MISSING: N_(
        "{path} is missing (says {against}). If the archive is whole, build the database from it."
    ),
    Kind.CHANGED: N_(
        "The content of {path} has changed (says {against}). Find out who changed it; if the "
        "archive is whole, build the database from it."
    ),
    Kind.UNEXPECTED: N_(
        "{path} is not known to {against}. Find out who added it; if the archive is whole, "
        "build the database from it."
    ),
    Kind.ROLLED_BACK: N_(
        "{path} was set back to an older state: {against} knows {expected}, there is "
        "{found}. Find out who did it; if the archive is whole, build the database from "
        "it."
    ),
}


@dataclass(frozen=True)
class Finding:
    """A bad item; ``against`` is what it disagrees with.

    ``said`` and ``steps`` replace sentence and remedy of its kind; ``details`` name what it sums up.
    """

    kind: Kind
    path: str
    case: str | None = None
    against: str = ""
    expected: str = ""
    found: str = ""
    said: Text | None = None
    details: tuple[str, ...] = ()
    steps: tuple[Next, ...] = ()

    @property
    def next(self) -> tuple[Next, ...]:
        """Acts that mend it."""
        is_of_database = self.path.startswith(DATABASE) and self.kind in SAID_OF_DATABASE
        return (REBUILD,) if is_of_database and self.said is None else self.steps

    @property
    def is_damage(self) -> bool:
        """Neither foreign nor on its way."""
        return self.kind is not Kind.FOREIGN and self.said is not ON_WAY

    def text(self, lang: str = "id") -> str:
        """Its sentence."""
        known = SAID_OF_DATABASE if self.path.startswith(DATABASE) else SAID
        return (self.said or known.get(self.kind, SAID[self.kind])).fill(
            lang, path=self.path, against=self.against, expected=self.expected[:16], found=self.found[:80]
        )

    def as_json(self) -> dict[str, object]:
        """For ``--json``."""
        names = ("kind", "path", "case", "against", "expected", "found")
        plain = {name: getattr(self, name) for name in names}
        return plain | ({"details": list(self.details)} if self.details else {})


@dataclass(frozen=True)
class Progress:
    """Objects done, bytes, object just read."""

    done: int
    total: int
    size: int
    case: str
    part: str = "arsip"


_FOREIGN = {
    "thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information", ".ds_store", ".localized",
    ".spotlight-v100", ".fseventsd", ".trashes", "lost+found", ".directory", "@eadir",
}  # fmt: skip
_FOREIGN_STARTS = ("._", ".trash-", "~$", ".~lock.", ".nfs", ".fuse_hidden", ".smbdelete", ".goutputstream-")


def stray(name: str) -> Kind:
    """FOREIGN for what operating systems and office programs leave, else UNEXPECTED."""
    plain = name.casefold()
    return Kind.FOREIGN if plain in _FOREIGN or plain.startswith(_FOREIGN_STARTS) else Kind.UNEXPECTED
