"""A signed copy of a register page comes back: entered by its code; with both, the page is signed and filed."""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel import clock
from pipeline.kernel.ids import CopyCode
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk
from pipeline.office.base.dossier import Paper, arrival_to_json
from pipeline.office.signing.page import told
from pipeline.records import arrivals, entries, history, pages
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.pages import Page, PageState
from pipeline.register.entry import read_entry
from pipeline.register.signed_page import SIGNED
from pipeline.signing.duplicate import Means, SignedCopy, prove


def come_back(desk: Desk, arrival: Arrival, code: CopyCode, against: str, remark: str) -> Arrival:
    """Enter the scan of a copy of a page, inside the caller's transaction.

    ``against`` says what speaks against it, if anything, ``remark`` what stands beside it (Indonesian).
    """
    against = why_not(arrival, code) or against
    state = ArrivalState.UNMATCHED if against else ArrivalState.COPY
    entered = replace(
        arrival, state=state, code=str(code), letter=code.letter, case="", note=against or remark
    )
    arrivals.add(entered)
    accept(desk, entered, code) if not against else _note(desk, entered, code, "set_aside")
    return entered


def accept(desk: Desk, arrival: Arrival, code: CopyCode, **more: str) -> None:
    """Note that an arrival is the signed copy with ``code``, inside the caller's transaction."""
    pages.match(str(code), arrival.id)
    _note(desk, arrival, code, "page_back", **more)


def _note(desk: Desk, arrival: Arrival, code: CopyCode, verb: str, **more: str) -> None:
    detail = {"arrival": arrival.id, "copy": code.copy} | more
    history.note(clock.now(), desk.actor, verb, None, "", code.letter, **detail)


def why_not(arrival: Arrival, code: CopyCode) -> str:
    """Return why this scan is not the signed copy that is waited for (Indonesian), or nothing."""
    page = pages.get(code.letter)
    copy = page.copy_with(str(code))
    assert copy is not None  # its check was right: it is the code of one of the two
    if copy.arrival:
        return f"salinan ke-{copy.copy} lembar {page.id} sudah diterima; tidak ada yang perlu dipindai lagi"
    if not _is_of_register(page):
        return f"sidik pada lembar {page.id} tidak sama dengan register; arsipnya harus diperiksa dahulu"
    this = SignedCopy(copy.copy, page.revision, Means.SCAN, arrival.sha256, arrival.pages)
    return " ".join(one.id for one in prove([this], page.revision, copy.pages).problems)


def _is_of_register(page: Page) -> bool:
    line = entries.line_of(page.head_n)
    return line is not None and read_entry(line).hash == page.head_hash


def sign_if_both(desk: Desk, name: str) -> str:
    """Where both copies of the page are here: it is signed, and its filing begins; returns its id then."""
    page = pages.get(name)
    if page.state != PageState.MADE or not all(one.arrival for one in page.copies):
        return ""
    scans = {one.copy: arrivals.get(one.arrival) for one in page.copies}
    moment = clock.now()
    signed = pages.change(page, state=PageState.SIGNED, signed=desk.today)
    for one in scans.values():
        arrivals.change(one, state=ArrivalState.FILED)
    history.note(moment, desk.actor, "page_sign", None, "", page.id, n=page.head_n)
    filed = told(signed) | {"arrivals": [arrival_to_json(arrivals.get(one.id)) for one in scans.values()]}
    message = f"lembar pengesahan {page.id} bertanda tangan"
    file_away.begin_book(desk, page.id, SIGNED, message, _papers(page, scans), filed, moment)
    return page.id


def _papers(page: Page, scans: Mapping[int, Arrival]) -> list[Paper]:
    """Return what is filed: both signed scans, and the scan they were split from if it holds this page alone."""
    papers = [_paper(f"lembar-salinan-{copy}-ttd", one) for copy, one in sorted(scans.items())]
    parents = sorted({one.parent for one in scans.values() if one.parent})
    for number, parent in enumerate(parents, 1):
        if {one.letter for one in arrivals.parts_of(parent)} == {page.id}:
            papers.append(_paper(f"lembar-pindaian-asal-{number}", arrivals.get(parent)))
    return papers


def _paper(name: str, scan: Arrival) -> Paper:
    suffix = "jpg" if scan.kind == "jpeg" else scan.kind
    where = f"var/arrivals/{scan.id}/{ORIGINAL}"
    return Paper(f"{name}.{suffix}", where, scan.sha512, scan.size)
