"""Rows as an office has them, and what runs in other processes of it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.cases.case import Case
from pipeline.records import boot, numbers
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.disposals import Tombstone
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.settings import load

MOMENT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
SERIES = "agenda/2026"
APPEND_ONLY = (
    "records_historyrow",
    "records_accessrow",
    "records_entryrow",
    "records_tombstonerow",
    "records_officerow",
)


def arrival(number: int = 1, **changed: Any) -> Arrival:
    """Return an arrival of the mail log."""
    plain: dict[str, Any] = {
        "id": f"01ARZ3NDEKTSV4RRFFQ69G{number:04d}",
        "sha256": f"{number:064x}",
        "sha512": f"{number:0128x}",
        "size": 1000 + number,
        "kind": "pdf",
        "name": f"SCN_{number:04d}.pdf",
        "scanned_at": MOMENT,
        "taken_at": MOMENT.replace(minute=number),
        "state": ArrivalState.NEW,
        "agenda": f"A-2026-{number:04d}",
    }
    return Arrival(**plain | changed)


def tombstone(case: str) -> Tombstone:
    """Return what is kept of a case that was destroyed."""
    return Tombstone(
        case=case, disposal="M-2036-01", register_number="0001/TL/XI/2026", register_seq=1,
        minutes={"number": "045/1/BA/2036", "day": "2036-12-01", "by": "arsip"}, inventory_sha512="a" * 128,
        agenda=(("A-2026-0001", "2026-11-24"),), letters=(), arrivals=(), payload={},
    )  # fmt: skip


def case(number: int = 1, **changed: Any) -> Case:
    """Return a registered case."""
    plain: dict[str, Any] = {
        "number": f"2026-{number:04d}",
        "register_number": f"{number:04d}/TL/XI/2026",
        "registered": MOMENT,
        "values": {"received_day": "2026-11-19", "letter_number": "400.3.5/087/SMPN3 - HA/XI/2026"},
    }
    return Case(**plain | changed)


def letter(case_number: str = "2026-0001", seq: int = 1, **changed: Any) -> Letter:
    """Return a letter that was drafted."""
    plain: dict[str, Any] = {
        "id": f"{case_number}-{seq}",
        "case": case_number,
        "revision": 1,
        "state": LetterState.DRAFTED,
        "template": "surat-jawaban-instansi",
        "template_digest": "a" * 64,
        "context": {"hal": "Tanggapan"},
        "draft_digest": "b" * 64,
        "contact": ("surat", "Jalan Pelajar No. 0"),
        "drafted_by": "identifikasi",
    }
    return Letter(**plain | changed)


def copy(number: int = 1, revision: int = 1, letter_id: str = "2026-0001-1", **changed: Any) -> Copy:
    """Return a copy of a letter."""
    plain: dict[str, Any] = {
        "letter": letter_id,
        "revision": revision,
        "copy": number,
        "code": f"P2:{letter_id}:{number}:{'ABCDEFGHIJ'[:-1]}{revision + 1}",
        "key_id": "kode-1",
        "draft_digest": "b" * 64,
        "pages": 1,
        "docx_digest": "c" * 64,
        "pdf_digest": "d" * 64,
    }
    return Copy(**plain | changed)


def take_numbers(home: Path, count: int, start: Any, given: Any) -> None:
    """Take ``count`` numbers of a series, each in a transaction of its own, and tell them."""
    boot.open_records(load(home))
    start.wait()
    for _ in range(count):
        with boot.transact():
            taken = numbers.next_of(SERIES)
            numbers.reserve(f"{SERIES}/{taken}", SERIES, taken, f"2026-{taken:04d}-1")
        given.put(taken)
    boot.close()
