"""``verify``: every byte of the archive, every entry of the register, and what the database says of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.archive.finding import Finding, Kind
from pipeline.archive.verify import Progress, verify
from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel.files import digest_file
from pipeline.kernel.ids import is_book
from pipeline.office import keys, number_list
from pipeline.office.desk import KEEPERS, Desk, need_role
from pipeline.records import arrivals, cases, entries, pages
from pipeline.records.pages import PageState
from pipeline.register.chain import Head
from pipeline.register.closing import prove_closings
from pipeline.register.proof import prove
from pipeline.register.signed_page import HALAMAN, SignedPage, prove_pages, proven, signed_pages


def verify_all(
    desk: Desk, case: str | None = None, progress: Callable[[Progress], None] | None = None
) -> list[Finding]:
    """Return every bad item of the archive, the register and the arrivals (of ``case``). Raises NotYours."""
    need_role(desk, "verify", KEEPERS)
    archive = desk.settings.archive
    if case is not None and not is_book(case):
        cases.get(case)
    last = entries.last()
    heads = [Head(last.n, last.hash)] if last else []
    findings = verify(archive, case=case, progress=progress)
    findings += prove(archive, heads=heads, keys=keys.all_of(desk.settings, keys.SEAL), case=case)
    findings += prove_pages(archive)
    if case is None:
        findings += prove_closings(archive)
    findings += _index(case)
    findings += _index_of_documents(desk, case)
    if case is None:
        findings += _arrivals(desk)
        findings += number_list.findings()
        findings += _index_of_pages(desk)
    return findings


def proven_until(desk: Desk, findings: Iterable[Finding]) -> SignedPage | None:
    """Return the newest signed page up to whose entry the register is proved, after ``findings``; or None."""
    need_role(desk, "verify", KEEPERS)
    return proven(desk.settings.archive, findings)


def _index(case: str | None) -> Iterator[Finding]:
    """Filings that were begun and are not complete: the next start finishes them."""
    for intent in entries.unfinished():
        if case in (None, intent.case):
            yield Finding(Kind.TORN, f"{intent.case[:4]}/{intent.case}", intent.case, "basis data")


def _index_of_documents(desk: Desk, case: str | None) -> Iterator[Finding]:
    for number in [case] if case else cases.numbers():
        for one in cases.documents(number):
            if not (desk.settings.archive / one.path).exists():
                yield Finding(Kind.MISSING, one.path, number, "basis data")


def _index_of_pages(desk: Desk) -> Iterator[Finding]:
    """Signed pages that the database knows and the archive does not hold, or holds with another head."""
    there = {one.id: one for one in signed_pages(desk.settings.archive)}
    begun = {intent.case for intent in entries.unfinished()}
    for page in pages.listed():
        where = f"{page.id[2:6]}/{page.id}"
        if page.state != PageState.SIGNED or page.id in begun:
            continue
        if page.id not in there:
            yield Finding(Kind.MISSING, where, page.id, "basis data")
        elif there[page.id].hash != page.head_hash:
            found = there[page.id].hash
            yield Finding(Kind.CHANGED, f"{where}/{HALAMAN}", page.id, "basis data", page.head_hash, found)


def _arrivals(desk: Desk) -> Iterator[Finding]:
    folder = desk.settings.arrivals
    known = {one.id: one for one in arrivals.listed()}
    for one in known.values():
        path = folder / one.id / ORIGINAL
        where = f"../var/arrivals/{one.id}/{ORIGINAL}"
        if not path.exists():
            yield Finding(Kind.MISSING, where, one.case or None, "basis data")
        elif digest_file(path) != one.sha512:
            yield Finding(Kind.CHANGED, where, one.case or None, "basis data")
    for path in sorted(folder.iterdir()):
        if not path.name.startswith(".") and path.name not in known and not arrivals.was_repeat(path.name):
            yield Finding(Kind.UNEXPECTED, f"../var/arrivals/{path.name}", None, "basis data")
