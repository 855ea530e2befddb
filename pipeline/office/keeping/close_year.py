"""``archive close`` fixes a year that is over in ``tutup.json`` of the object ``T-2026``.

Its cases may still get later versions.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pipeline.archive.finding import Progress
from pipeline.archive.layout import JOURNAL, year_of
from pipeline.cases.plain import to_plain
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock
from pipeline.kernel.ids import is_book
from pipeline.office.answer.page import MAKERS
from pipeline.office.base import filings
from pipeline.office.base.session import Session, moment_for_numbers, need_role
from pipeline.office.bookkeeping.page_todo import months_of
from pipeline.office.keeping.reconcile import verify_all
from pipeline.records import boot, entries, history
from pipeline.register.entry import Entry, read_entry
from pipeline.register.signed_page import TUTUP, YEAR_CLOSED, closing_id, signed_pages, state_of


@dataclass(frozen=True)
class Closed:
    """A closed year; ``head`` is its last entry."""

    id: str
    head: Entry
    cases: int
    missing: tuple[str, ...]


def close(
    session: Session,
    year: int,
    *,
    incomplete: bool = False,
    reason: str = "",
    progress: Callable[[Progress], None] | None = None,
) -> Closed:
    """``reason`` is needed without signed pages (``incomplete``)."""
    need_role(session, "archive close", MAKERS)
    name = closing_id(year)
    if year >= session.today.year or year not in session.archive.years():
        raise Refusal("office.year_not_over", year=year)
    with Lock(filings.book_folder(session, name) / "tutup.lock"):
        _need_ready(session, year, name, progress)
        signed = {page.id for page in signed_pages(session.archive)}
        missing = tuple(page_name for page_name in months_of(session, year) if page_name not in signed)
        if missing and not incomplete:
            month = missing[0].removeprefix("R-")
            raise Refusal("office.pages_missing", pages=", ".join(missing), month=month, year=year)
        if missing and not reason.strip():
            raise Refusal("office.reason_needed")
        fixed = _fixed(session, year, missing)
        _enter(session, name, fixed, reason if missing else "")
    filings.complete_case(session, name)
    head = read_entry(entries.line_of(fixed["year_head"]["n"]) or b"")
    cases = sum(not is_book(object_name) for object_name in fixed["objects"])
    return Closed(name, head, cases, missing)


def _need_ready(session: Session, year: int, name: str, progress: Callable[[Progress], None] | None) -> None:
    open_ = sorted(case for case in entries.filing() if year_of(case) == year)
    if (
        name in open_
    ):  # the closing that the archive could not take then: it goes on here, not only at the next start
        filings.complete_case(session, name)
    if session.archive.has(name) or name in open_:
        raise Refusal("office.year_closed", year=year, object=name)
    if open_:
        raise Refusal("office.year_unfinished", cases=", ".join(open_), year=year)
    damage = (finding for finding in verify_all(session, progress=progress) if finding.is_damage)
    # the register is one chain through all years
    bad = [
        finding for finding in damage if finding.path.startswith(f"{year:04d}/") or JOURNAL in finding.path
    ]
    if bad:
        raise Refusal("office.year_damaged", count=len(bad), year=year)


def _fixed(session: Session, year: int, missing: tuple[str, ...]) -> dict[str, Any]:
    """``tutup.json`` holds nothing personal."""
    last, of_year = entries.last(), None
    for entry in entries.after(0):
        of_year = entry if entry.year == year else of_year
    if last is None or of_year is None:
        raise Refusal("office.year_not_over", year=year)
    return {
        "year": year,
        "closed": session.today.isoformat(),
        "by": session.actor.account,
        "head": {"n": last.n, "hash": last.hash},
        "year_head": {"n": of_year.n, "hash": of_year.hash},
        "missing_pages": list(missing),
        **state_of(session.archive, year),
    }


def _enter(session: Session, name: str, fixed: dict[str, Any], reason: str) -> None:
    data = json.dumps(fixed, sort_keys=True, indent=1).encode() + b"\n"
    paper = filings.put_book(session, name, TUTUP, data)
    moment = moment_for_numbers()
    with boot.transact():
        detail = {"n": fixed["head"]["n"], "missing": fixed["missing_pages"]} | (
            {"reason": reason} if reason else {}
        )
        history.note(moment, session.actor, "close_year", None, "", name, **detail)
        content = {"history": to_plain(history.of_subjects(name, "close_year"))}
        message = f"tahun {fixed['year']} ditutup pada {clock.stamp(moment)}"
        filings.begin_book(session, name, YEAR_CLOSED, message, [paper], content, moment)
