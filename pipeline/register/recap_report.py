"""A recap ready to go out: its tables with everything that must stand beside them, and its form as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.cases.step_clock import TARGET
from pipeline.register.recap import Difference, Table
from pipeline.register.recap_hidden import LEAST
from pipeline.register.recap_times import Took

FORMAT = "rangkap-recap-1"
TITLE = "Rekapitulasi Pengaduan Tidak Langsung"
SUPPRESSED = "*"
EMPTY = "Tidak ada kasus yang diterima dalam periode ini."
_BY = (
    "Kasus dihitung pada periode tanggal diterimanya, bukan tanggal didaftarkan. Yang didaftarkan kemudian, dan koreksi, "
    "masuk ke periode itu bila rekap dibuat lagi."
)
_HIDDEN = (
    f"{SUPPRESSED} = disamarkan. Angka 1 sampai {LEAST - 1} tidak diterbitkan; angka lain ikut disamarkan agar yang kecil "
    "tidak dapat dihitung dari jumlah. Angka 0 diterbitkan. Register lama tidak termasuk."
)
_FEW = f"Kasus dalam periode ini kurang dari {LEAST}; semua angka disamarkan."
_OVERLAP = (
    "Rekap publikasi juga pernah dibuat untuk: {names}. Terbitkan hanya satu macam periode: dari selisih dua rekap yang "
    "periodenya bertumpang, angka yang disamarkan dapat dihitung."
)
_AGAIN = "Rekap publikasi periode ini pernah dibuat pada {at}; terbitkan satu saja, karena selisihnya menunjuk kasus yang menyusul."
_DESK = (
    "Waktu di meja: dari perintah dimulai sampai langkahnya dicatat, sasaran {target:.0f} menit untuk satu kasus; hanya kasus "
    "yang waktunya tercatat. Percakapan telepon menurut jam mulai dan selesainya, terpisah dari waktu di meja."
)
_TIMES = (
    "Waktu berjalan dalam jam kalender (juga malam dan hari libur), tanpa waktu menunggu jawaban klarifikasi; p90: 90% kasus "
    "tidak lebih lama dari ini."
)


@dataclass(frozen=True)
class Signed:
    """Who signs a recap: the lines of the title, the name, NIP and rank where there are any."""

    title: tuple[str, ...] = ()
    name: str = ""
    nip: str = ""
    rank: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The lines below the name, where there are any."""
        return tuple(one for one in (self.rank, f"NIP {self.nip}" if self.nip else "") if one)


@dataclass(frozen=True)
class Report:
    """One recap. ``cases`` are those counted in detail, ``others`` the rest that the overview tells.

    ``at`` is the moment of its state in the office's zone; ``old`` are the tables of the paper register; ``before`` is
    when the recap was made to which ``differences`` compare; ``overlaps`` are periods published before.
    """

    office: str
    period: str
    words: str
    since: date
    until: date
    at: datetime
    is_provisional: bool
    recipient: str
    recipient_words: str
    purpose: str
    account: str
    paper: str
    place: str
    cases: int
    others: int
    is_public: bool
    tables: tuple[Table, ...]
    signed: Signed
    old: tuple[Table, ...] = ()
    elapsed: tuple[Took, ...] = ()
    desk: tuple[Took, ...] = ()
    before: datetime | None = None
    differences: tuple[Difference, ...] = ()
    overlaps: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was received."""
        return not self.cases and not self.others

    @property
    def state(self) -> str:
        """As of when it is."""
        return f"Keadaan per {self.at:%d-%m-%Y pukul %H.%M} {self.at:%Z}".rstrip()

    @property
    def heading(self) -> str:
        """The period in words, and that it is not over yet."""
        days = f"{short_day(self.since)} sampai {short_day(self.until)}"
        return f"{self.words} ({days})" + (
            " - SEMENTARA, periode belum berakhir" if self.is_provisional else ""
        )

    @property
    def mark(self) -> str:
        """Purpose, recipient and account, as they stand on every page."""
        return f"Keperluan: {self.purpose} · untuk {self.recipient_words} · akun {self.account}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know to read the numbers."""
        found = [EMPTY] if self.is_empty or (self.is_public and not self.cases) else []
        found.append(_BY)
        if self.is_public:
            found += [_HIDDEN, *([_FEW] if 0 < self.cases < LEAST else [])]
        return tuple(found)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever publishes it must know; not part of what is printed."""
        found = [_OVERLAP.format(names=", ".join(self.overlaps))] if self.overlaps else []
        if self.is_public and self.before:
            found.append(_AGAIN.format(at=f"{self.before:%d-%m-%Y pukul %H.%M}"))
        return tuple(found)

    @property
    def time_notes(self) -> tuple[str, ...]:
        """What stands below the times."""
        return _TIMES, _DESK.format(target=TARGET.total_seconds() / 60)

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """Every table, those of the paper register last."""
        return (*self.tables, *self.old)

    def to_json(self) -> dict[str, Any]:
        """Return the recap as plain values (docs/rekap.md tells them); a null is a suppressed number."""
        return {
            "format": FORMAT,
            "office": self.office,
            "period": {
                "name": self.period,
                "words": self.words,
                "since": self.since.isoformat(),
                "until": self.until.isoformat(),
            },
            "as_of": self.at.isoformat(timespec="seconds"),
            "provisional": self.is_provisional,
            "empty": self.is_empty,
            "counted_by": "received_date",
            "recipient": self.recipient,
            "purpose": self.purpose,
            "edition": "published" if self.is_public else "full",
            "suppressed_below": LEAST if self.is_public else None,
            "notes": list(self.notes),
            "warnings": list(self.warnings),
            "tables": [one.to_json() for one in self.tables],
            "old_register": [one.to_json() for one in self.old],
            "elapsed": [one.to_json() for one in self.elapsed],
            "desk": [one.to_json() for one in self.desk],
            "compared_with": self.before.isoformat(timespec="seconds") if self.before else None,
            "differences": [one.to_json() for one in self.differences],
        }
