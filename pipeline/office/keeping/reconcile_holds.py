"""What verify says of the legal holds in a bucket: each item of a case that is held back bears one, and nothing else does."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.archive.archive import Archive
from pipeline.archive.current import case_of
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.layout import object_in
from pipeline.kernel.errors import Text
from pipeline.kernel.ids import is_book
from pipeline.office.base import holds
from pipeline.records import cases, entries

_AGAINST = "penangguhan"
_LACKING = Text(
    "{path}: pemusnahan kasus ini ditangguhkan, tetapi {found} berkasnya tidak ditahan di ember (legal hold). Cari tahu siapa yang "
    "melepasnya; Rangkap menahannya lagi ketika layanannya mulai (rangkap watch).",
    "{path}: this case is under a legal hold, but {found} of its items are not held in the bucket. Find out who released "
    "them; Rangkap holds them again when its services start (rangkap watch).",
)
_TOO_MUCH = Text(
    "{path}: {found} berkas ditahan di ember (legal hold) tanpa penangguhan di kantor, jadi tidak dapat dimusnahkan. Cari tahu "
    "siapa yang menahannya; bila memang harus, tangguhkan juga di kantor (rangkap hold), bila tidak, lepaskan dengan alat S3.",
    "{path}: {found} items are held in the bucket (legal hold) without a hold in the office, so they cannot be destroyed. Find "
    "out who held them; if rightly, hold the case in the office too (rangkap hold), else release them with an S3 tool.",
)


def findings(archive: Archive, only: Collection[str] | None) -> Iterator[Finding]:
    """Yield one finding for each object (of ``only``) that lacks holds or bears too many; nothing where none can be kept.

    A case that is being filed is left out: its holds are on their way. Raises StoreAway.
    """
    if not archive.keeps_holds():
        return
    begun = {one.case for one in entries.unfinished()}
    for name in sorted(only if only is not None else _all(archive)):
        case = case_of(name)
        if case in begun:
            continue
        found = archive.holds(name)
        if not is_book(name) and cases.has(case) and holds.is_held(case):
            yield from _told(name, case, found.lacking, _LACKING, Kind.MISSING)
        else:
            yield from _told(name, case, found.held, _TOO_MUCH, Kind.UNEXPECTED)


def _all(archive: Archive) -> Iterator[str]:
    return (name for year in archive.years() for name in archive.objects(year))


def _told(name: str, case: str, paths: Collection[str], said: Text, kind: Kind) -> Iterator[Finding]:
    if paths:
        path = f"{object_in(name)} ({_AGAINST})"
        yield Finding(kind, path, case, _AGAINST, found=str(len(paths)), said=said, details=tuple(paths))
