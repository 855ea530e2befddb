"""Delivering an answer and closing its case as steps for the sweeps: each once, with its version, or not at all.

As those of :mod:`tests.faults.office_steps`.
"""

from pathlib import Path

from pipeline.cases.states import State
from pipeline.intake.reader import Reader
from pipeline.kernel.people import Role
from pipeline.office.base import dispatches
from pipeline.office.delivery import close, deliver, report
from pipeline.office.engine import unfiled_papers
from pipeline.office.engine.perform import perform
from pipeline.office.overview import watch
from pipeline.office.papers import forms
from pipeline.records import cases, entries, sheets
from pipeline.records.sheets import DispatchState
from pipeline.rendering import converter_id
from pipeline.rendering.pdf_cache import PdfCache
from pipeline.settings import load
from tests.faults.office_steps import (
    CASE,
    LETTER,
    Step,
    acts,
    all_in_order,
    session,
    take_in,
    with_one_copy,
)

DELIVERED = {
    "result": "disampaikan",
    "way": "dibacakan di kantor",
    "receiver": "penerima surat sendiri",
    "identity": "KTP",
    "proof": "catatan petugas",
    "delivery_note": "dibacakan, akan datang lagi",
}
ENDED = {
    "outcome": "datang langsung",
    "outcome_day": "24-11-2026",
    "outcome_services": "bantuan hukum",
    "outcome_summary": "Datang dan didampingi.",
}
_KINDS = ["registered", "approved", "signed", "delivered", "closed"]


def with_signed(root: Path, reader: Reader) -> None:
    """An office where the answer is signed in both copies and filed."""
    with_one_copy(root, reader)
    take_in(root, reader)


def deliver_it(root: Path, _reader: Reader) -> None:
    """Record that the answer was read aloud, unless that was done."""
    at = session(root, Role.CLERK)
    watch.start(at)
    if cases.get(CASE).state is State.FILED:
        perform(deliver.record_delivery, at, CASE, DELIVERED)


def delivered(root: Path) -> None:
    """One dispatch, delivered; the case filed as v4, its register row complete."""
    (dispatch,) = sheets.of_case(CASE)
    assert (dispatch.letter, dispatch.state) == (LETTER, DispatchState.DELIVERED)
    assert dispatches.words(dispatch) == "dibacakan di kantor, diterima penerima surat sendiri"
    assert cases.get(CASE).state is State.DELIVERED
    assert [entry.kind for entry in entries.after(0)] == _KINDS[:4]
    assert acts("deliver") == 1
    all_in_order(root)


def with_delivered(root: Path, reader: Reader) -> None:
    """An office where the answer is delivered."""
    with_signed(root, reader)
    deliver_it(root, reader)
    make_a_report(root, reader)


def make_a_report(root: Path, _reader: Reader) -> None:
    """Make a report that nobody keeps: the template is known to be sound, as in any office."""
    report.made(session(root, Role.OFFICER), cases.get(CASE))


def close_it(root: Path, _reader: Reader) -> None:
    """Close the case, unless that was done."""
    at = session(root, Role.OFFICER)
    watch.start(at)
    if cases.get(CASE).state is State.DELIVERED:
        perform(close.close_case, at, CASE, ENDED)


def closed(root: Path) -> None:
    """The case is closed once, with one report; nothing of it is left beside the archive."""
    assert cases.get(CASE).state is State.CLOSED
    assert [document.logical for document in report.reports(CASE)] == ["laporan-penanganan-kasus.pdf"]
    assert [entry.kind for entry in entries.after(0)] == _KINDS
    assert acts("close") == 1
    assert not list((load(root).var / unfiled_papers.ROOM).glob("*/*")), (
        "a working file of the report is left"
    )
    laid_out_again(root)
    all_in_order(root)


def laid_out_again(root: Path) -> None:
    """The cache takes a page, also where it had refused one: what is asked for again is made, and lies there whole."""
    at, case = session(root, Role.OFFICER), cases.get(CASE)
    made, looks = report.made(at, case), converter_id.looks()
    assert looks is not None
    cache = PdfCache(at.settings.var / "pdf", looks)
    assert cache.get(forms.filled(at, report.TEMPLATE, case)) == made, "the cache does not keep a page"


CLOSING = {
    "deliver": Step(with_signed, deliver_it, delivered),
    "close-case": Step(with_delivered, close_it, closed),
}
