"""The summary of the demonstration: what was to come of it and what did."""

from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from demo.scans import SCANS
from demo.steps import Walk, is_filed

_CASES = len(SCANS) + 1
EXPECTED: dict[str, int | str | bool] = {
    "arrivals": _CASES,
    "cases": _CASES,
    "taken_over": 1,
    "informed": _CASES,
    "assigned": _CASES,
    "letters": _CASES,
    "signed_copies": 2 * _CASES,
    "filed": _CASES,
    "delivered": _CASES,
    "closed": _CASES,
    "refused": 8,
    "found": _CASES,
    "verify": "ok",
    "sha512sum": True,
    "rebuilt": True,
}
_WORDS = {
    "arrivals": "Surat dan telepon masuk",
    "cases": "Kasus terdaftar",
    "taken_over": "Risiko tinggi diambil alih menurut SOP krisis",
    "informed": "Korban diberi tahu lewat jalur aman",
    "assigned": "Laporan diverifikasi dan ditugaskan",
    "letters": "Surat jawaban disetujui",
    "signed_copies": "Salinan bertanda tangan",
    "filed": "Kasus diarsipkan",
    "delivered": "Surat jawaban disampaikan",
    "closed": "Kasus ditutup dengan laporannya",
    "refused": "Langkah keliru yang ditolak",
    "found": "Kasus ditemukan dengan setiap nomornya",
    "verify": "Pemeriksaan arsip (verify)",
    "sha512sum": "SHA512SUMS cocok",
    "rebuilt": "Register sama sesudah dibangun ulang",
}


@dataclass(frozen=True)
class Summary:
    """What came of each point of :data:`EXPECTED`, and where to look."""

    home: str
    found: dict[str, int | str | bool]
    seconds: float
    failure: str = ""

    @property
    def ok(self) -> bool:
        """Tell whether nothing is short."""
        return not self.failure and self.found == EXPECTED

    def as_json(self) -> dict[str, Any]:
        """Return one JSON object."""
        return {
            **self.found,
            "home": self.home,
            "seconds": self.seconds,
            "failure": self.failure,
            "ok": self.ok,
        }


def summary(walk: Walk, seconds: float, failure: str = "") -> Summary:
    """Return what ``walk`` reached."""
    copies = [copy for shown in walk.shown.values() for copy in shown.get("signed_copies", [])]
    counts: dict[str, int | str | bool] = {
        "arrivals": len(walk.items) + (6 in walk.cases),
        "cases": len(set(walk.cases.values())),
        "taken_over": walk.taken,
        "informed": walk.informed,
        "assigned": walk.assigned,
        "letters": len(set(walk.letters.values())),
        "signed_copies": len(copies),
        "filed": sum(is_filed(shown) for shown in walk.shown.values()),
        "delivered": walk.delivered,
        "closed": walk.closed,
        "refused": len(walk.refused),
        "found": walk.found,
        "verify": walk.verify,
        "sha512sum": walk.sums,
        "rebuilt": walk.rebuilt,
    }
    return Summary(str(walk.office.home), counts, round(seconds, 1), failure)


def as_table(result: Summary, console: Console) -> None:
    """Print the summary as a table for people."""
    table = Table(title="Rangkap: peragaan" + ("" if result.ok else " (belum lengkap)"))
    table.add_column("Hasil")
    table.add_column("Ada", justify="right")
    table.add_column("Seharusnya", justify="right")
    for name, word in _WORDS.items():
        mark = "" if result.found[name] == EXPECTED[name] else "[bold red]"
        table.add_row(word, f"{mark}{_said(result.found[name])}", _said(EXPECTED[name]))
    console.print(table)
    if result.failure:
        console.print(result.failure, markup=False)


def _said(value: int | str | bool) -> str:
    return ("ya" if value else "tidak") if isinstance(value, bool) else str(value or "-")
