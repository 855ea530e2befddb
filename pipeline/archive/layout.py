"""Layout of ``archive/``; no path contains a person's name.

::

    archive/
      .rangkap-arsip            marker: the right disk is mounted
      .staging/2026-0042/       one writer at a time on an object
      2026/                     one OCFL 1.1 storage root a year, layout 0002-flat-direct
        0=ocfl_1.1  ocfl_layout.json  BACA-SAYA.txt
        SHA512SUMS              all files under v*/, for ``sha512sum -c``
        register.jsonl          the year's register entries
        2026-0042/              one object: 0=ocfl_object_1.1, inventory.json, its sidecar
          v1/                   inventory.json, its sidecar, content/…

An object is a case (``2026-0042``), its successor (``2026-0042.2``), a register page (``R-2026-11``), a
closed year (``T-2026``) or a list of cases to be destroyed (``M-2036-01``).
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import Lock, digest_bytes, publish, sync_folder
from pipeline.stores.folder import clear_folder, hold, make_folder, sync_tree, write_new


class ObjectDamaged(Refusal):
    """Nothing is added to it."""

    code = "archive.object_damaged"


class NoSuchObject(Refusal):
    """No object has that number."""

    code = "archive.no_such_object"


EARLIER = frozenset({
    "7ed50b33cb46ec2a2446414c7b8c04669b05b34f5898347f0cb4a8057ad41355",
    "032672266c7c947e20fb4b0d4d38c37046382fde2090f702756b0f171d3ad4e3",
    "a517b935c136d96d8a9755731061fd5681735fa05cbac6be855c8822e70e364d",
    "bbf4693881974acf56e4cfc89acdb10a8f71dbb3da46a593784d08bfe2a35fb9",
})  # fmt: skip
"""SHA-256 of texts of earlier versions, which stay."""
README = Path(__file__).with_name("BACA-SAYA.txt").read_bytes()


MARKER = ".rangkap-arsip"
STAGING = ".staging"
SUMS = "SHA512SUMS"
JOURNAL = "register.jsonl"
INVENTORY = "inventory.json"
SIDECAR = "inventory.json.sha512"
CONTENT = "content"
KASUS = "kasus.json"
DECLARATION = "0=ocfl_object_1.1"
DECLARED = b"ocfl_object_1.1\n"

YEAR_FILES: dict[str, bytes] = {
    "0=ocfl_1.1": b"ocfl_1.1\n",
    "ocfl_layout.json": (
        b"{\n"
        b'  "extension": "0002-flat-direct-storage-layout",\n'
        b'  "description": "Setiap kasus adalah satu folder yang bernama nomornya."\n'
        b"}\n"
    ),
    "BACA-SAYA.txt": README,
}


def is_year_file(name: str, data: bytes) -> bool:
    """Whether this or an earlier version wrote it."""
    return data == YEAR_FILES[name] or (name == "BACA-SAYA.txt" and digest_bytes(data, "sha256") in EARLIER)


_OBJECT = re.compile(r"(\d{4})-\d{4,6}(?:\.\d{1,2})?|[RM]-(\d{4})-\d{2}|T-(\d{4})")
LOGICAL = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}(?:/[a-z0-9][a-z0-9._-]{0,119}){0,3}")
_VERSION = re.compile(r"v([1-9]\d{0,5})")
_YEAR = re.compile(r"\d{4}")
LAST_SUCCESSOR = 99


def need_object(text: str) -> str:
    """Refuses what cannot name an object."""
    if _OBJECT.fullmatch(text) is None:
        raise Refusal("archive.bad_name", given=text[:40], kind="nomor kasus", example="2026-0042")
    return text


def need_logical(text: str) -> str:
    """Refuses what cannot name a document."""
    if LOGICAL.fullmatch(text) is None:
        raise Refusal("archive.bad_name", given=text[:40], kind="nama berkas", example="surat-pengaduan.pdf")
    return text


def is_object(name: str) -> bool:
    """Whether it has an object's form."""
    return _OBJECT.fullmatch(name) is not None


def is_year(name: str) -> bool:
    """Whether it has a year's form."""
    return _YEAR.fullmatch(name) is not None


def version_number(name: str) -> int | None:
    """``v3`` → 3; None for another name."""
    match = _VERSION.fullmatch(name)
    return int(match.group(1)) if match else None


def year_of(case: str) -> int:
    """Also of objects that are no cases."""
    match = _OBJECT.fullmatch(need_object(case))
    assert match is not None
    return int(match.group(1) or match.group(2) or match.group(3))


def case_of(name: str) -> str:
    """``2026-0042.2`` → ``2026-0042``."""
    return name.partition(".")[0]


def successor_of(name: str) -> str:
    """``2026-0042`` → ``2026-0042.2`` → ``2026-0042.3``."""
    number, _, count = need_object(name).partition(".")
    following = int(count or 1) + 1
    if following > LAST_SUCCESSOR:
        raise Refusal("archive.bad_name", given=name, kind="nomor penerus", example=f"{number}.2")
    return f"{number}.{following}"


def newest_of(case: str, there: Iterable[str]) -> str:
    """The last successor of ``case`` that is ``there``, or its own name."""
    own = (name for name in there if is_object(name) and case_of(name) == case)
    return max(own, key=lambda name: int(name.partition(".")[2] or 1), default=case)


def year_root(archive: Path, year: int) -> Path:
    """A storage root."""
    return archive / f"{year:04d}"


def object_in(case: str) -> str:
    """Path within the archive."""
    return f"{year_of(case):04d}/{case}"


def object_root(archive: Path, case: str) -> Path:
    """Folder of an object."""
    return year_root(archive, year_of(case)) / case


def staging_folder(archive: Path, case: str) -> Path:
    """Its lock is the object's."""
    return archive / STAGING / need_object(case)


def years(archive: Path) -> list[int]:
    """Oldest first."""
    return sorted(int(entry.name) for entry in archive.iterdir() if is_year(entry.name) and entry.is_dir())


def objects(archive: Path, year: int) -> list[str]:
    """In order."""
    return sorted(
        entry.name
        for entry in year_root(archive, year).iterdir()
        if is_object(entry.name) and year_of(entry.name) == year and entry.is_dir() and not entry.is_symlink()
    )


def establish(archive: Path) -> None:
    """Make an archive, the marker last. Repeatable."""
    make_folder(archive / STAGING)
    sync_folder(archive)
    with _made_once(archive, archive / MARKER) as staged:
        if staged is not None:
            write_new(staged, b"Arsip Rangkap. Jangan dihapus.\n")


def need_mounted(archive: Path) -> None:
    """Refuse without the marker."""
    if not (archive / MARKER).is_file():
        raise Refusal("archive.not_mounted", folder=archive.name, marker=MARKER)


def appending(archive: Path) -> Lock:
    """Held while appending to the lists of a year."""
    need_mounted(archive)
    return Lock(archive / MARKER, create=False)


def prepare_year(archive: Path, year: int) -> Path:
    """Publish a year's root whole, by one rename."""
    root = year_root(archive, year)
    if root.is_dir():
        return root
    with _made_once(archive, root) as staged:
        if staged is not None:
            make_folder(staged)
            for name, data in YEAR_FILES.items():
                write_new(staged / name, data)
    return root


@contextmanager
def _made_once(archive: Path, target: Path) -> Iterator[Path | None]:
    """Where to prepare ``target``; None if it exists."""
    place = archive / STAGING / f"baru-{target.name.lstrip('.')}"
    with hold(place):
        clear_folder(place)
        try:
            yield None if target.exists() else place / target.name
            if (place / target.name).exists():
                sync_tree(place)
                publish(place / target.name, target)
        except BaseException:
            with suppress(NotDurable):
                clear_folder(place)
            raise
        with suppress(OSError):  # an empty room that stays is swept away at the next start
            place.rmdir()
