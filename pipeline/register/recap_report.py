"""A recap ready to go out: its tables with everything that must stand beside them, and its form as plain values."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.cases.step_clock import TARGET
from pipeline.kernel.errors import Text
from pipeline.register.canonical import sha256
from pipeline.register.recap import Difference, Table
from pipeline.register.recap_hidden import LEAST
from pipeline.register.recap_times import Took

FORMAT, SUM_OF = "rangkap-recap-1", "sha256"
"""How an exported recap is known, and under which key the sum of everything else in it stands."""
TITLE = "Rekapitulasi Pengaduan Tidak Langsung"
SUPPRESSED = "*"
EMPTY = "Tidak ada kasus yang diterima dalam periode ini."
_EMPTY = Text(EMPTY, "No case was received in this period.")
_BY = Text(
    "Kasus dihitung pada periode tanggal diterimanya, bukan tanggal didaftarkan. Yang didaftarkan kemudian, dan koreksi, "
    "masuk ke periode itu bila rekap dibuat lagi.",
    "A case counts in the period of its day of receipt, not of its registration. What is registered later, and corrections, "
    "come into that period when the recap is made again.",
)
_HIDDEN = Text(
    f"{SUPPRESSED} = disamarkan. Angka 1 sampai {LEAST - 1} tidak diterbitkan; angka lain ikut disamarkan agar yang kecil "
    "tidak dapat dihitung dari jumlah. Angka 0 diterbitkan. Register lama tidak termasuk.",
    f"{SUPPRESSED} = suppressed. Numbers from 1 to {LEAST - 1} are not published; others are suppressed with them, so that "
    "small ones cannot be worked out from the sums. 0 is published. The paper register is left out.",
)
_FEW = Text(
    f"Kasus dalam periode ini kurang dari {LEAST}; semua angka disamarkan.",
    f"This period has fewer than {LEAST} cases; all numbers are suppressed.",
)
_OVERLAP = Text(
    "Rekap publikasi juga pernah dibuat untuk: {names}. Terbitkan hanya satu macam periode: dari selisih dua rekap yang "
    "periodenya bertumpang, angka yang disamarkan dapat dihitung.",
    "A recap for publication was also made for: {names}. Publish one kind of period only: from the difference of two recaps "
    "whose periods overlap, suppressed numbers can be worked out.",
)
_AGAIN = Text(
    "Rekap publikasi periode ini pernah dibuat pada {at}; terbitkan satu saja, karena selisihnya menunjuk kasus yang menyusul.",
    "A recap for publication of this period was made on {at}; publish only one, as their difference points at the cases that "
    "came later.",
)
_DESK = Text(
    "Waktu di meja: dari perintah dimulai sampai langkahnya dicatat, sasaran {target:.0f} menit untuk satu kasus; hanya kasus "
    "yang waktunya tercatat. Percakapan telepon menurut jam mulai dan selesainya, terpisah dari waktu di meja.",
    "Time at the desk: from the beginning of the work until its step is written down, target {target:.0f} minutes for one case; "
    "only cases whose time is known. Telephone calls by their start and end, apart from the time at the desk.",
)
_TIMES = Text(
    "Waktu berjalan dalam jam kalender (juga malam dan hari libur), tanpa waktu menunggu jawaban klarifikasi; p90: 90% kasus "
    "tidak lebih lama dari ini.",
    "Elapsed time in hours of the calendar (nights and holidays too), without waiting for answers to clarifications; p90: 90% "
    "of the cases took no longer.",
)
_STATE = Text("Keadaan per {at}", "State as of {at}")
_HEADING = Text("{words} ({since} sampai {until})", "{words} ({since} to {until})")
_PROVISIONAL = Text(" - SEMENTARA, periode belum berakhir", " - PROVISIONAL, the period is not over")
_MARK = Text(
    "Keperluan: {purpose} · untuk {recipient} · akun {account}",
    "Purpose: {purpose} · for {recipient} · account {account}",
)


def proof_of(plain: Mapping[str, Any]) -> str:
    """Return the sum of an exported recap: SHA-256 of its JSON without the sum, keys sorted, no spaces, UTF-8."""
    rest = {name: one for name, one in plain.items() if name != SUM_OF}
    return sha256(json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode())


def listed(names: Sequence[Text]) -> Text:
    """Return names one after the other."""
    return Text(", ".join(one.id for one in names), ", ".join(one.en for one in names))


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
    when the recap was made to which ``differences`` compare; ``overlaps`` are periods published before. ``merged`` tells of
    which exports it was added up, with ``more`` notes; an office's own recap has neither.
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
    overlaps: tuple[Text, ...] = ()
    merged: Mapping[str, Any] | None = None
    more: tuple[Text, ...] = ()

    @property
    def has_times(self) -> bool:
        """Tell whether times and differences are told: not for publication, and they cannot be added up."""
        return not self.is_public and self.merged is None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was received."""
        return not self.cases and not self.others

    @property
    def state(self) -> str:
        """As of when it is."""
        return self.state_in("id")

    def state_in(self, lang: str) -> str:
        """As of when it is, in ``lang``."""
        at = self.at.strftime("%d-%m-%Y %H.%M" if lang == "en" else "%d-%m-%Y pukul %H.%M")
        return _STATE.fill(lang, at=f"{at} {self.at:%Z}".rstrip())

    @property
    def heading(self) -> str:
        """The period in words, and that it is not over yet."""
        return self.heading_in("id", self.words)

    def heading_in(self, lang: str, words: str) -> str:
        """The period, which is called ``words`` in ``lang``, and that it is not over yet."""
        said = _HEADING.fill(lang, words=words, since=short_day(self.since), until=short_day(self.until))
        return said + (_PROVISIONAL.fill(lang) if self.is_provisional else "")

    @property
    def mark(self) -> str:
        """Purpose, recipient and account, as they stand on every page."""
        return self.mark_in("id", self.purpose, self.recipient_words)

    def mark_in(self, lang: str, purpose: str, recipient: str) -> str:
        """The mark in ``lang``, where purpose and recipient are called so."""
        return _MARK.fill(lang, purpose=purpose, recipient=recipient, account=self.account)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know to read the numbers."""
        return self.notes_in("id")

    def notes_in(self, lang: str) -> tuple[str, ...]:
        """The notes in ``lang``."""
        found = [_EMPTY] if self.is_empty or (self.is_public and not self.cases) else []
        found.append(_BY)
        if self.is_public:
            found += [_HIDDEN, *([_FEW] if 0 < self.cases < LEAST else [])]
        return (*(one.fill(lang) for one in found), *self.more_in(lang))

    def more_in(self, lang: str) -> tuple[str, ...]:
        """What else stands there, in ``lang``: names of offices are in it, which are no places to be filled."""
        return tuple(one.en if lang == "en" else one.id for one in self.more)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever publishes it must know; not part of what is printed."""
        return self.warnings_in("id")

    def warnings_in(self, lang: str) -> tuple[str, ...]:
        """The warnings in ``lang``."""
        found = [_OVERLAP.fill(lang, names=listed(self.overlaps).fill(lang))] if self.overlaps else []
        if self.is_public and self.before:
            at = self.before.strftime("%d-%m-%Y %H.%M" if lang == "en" else "%d-%m-%Y pukul %H.%M")
            found.append(_AGAIN.fill(lang, at=at))
        return tuple(found)

    @property
    def time_notes(self) -> tuple[str, ...]:
        """What stands below the times."""
        return self.time_notes_in("id")

    def time_notes_in(self, lang: str) -> tuple[str, ...]:
        """The same in ``lang``."""
        return _TIMES.fill(lang), _DESK.fill(lang, target=TARGET.total_seconds() / 60)

    @property
    def all_tables(self) -> tuple[Table, ...]:
        """Every table, those of the paper register last."""
        return (*self.tables, *self.old)

    def to_json(self) -> dict[str, Any]:
        """Return the recap as plain values with their sum (docs/rekap.md tells them); a null is a suppressed number."""
        plain = self._plain() | ({} if self.merged is None else {"merged": dict(self.merged)})
        return plain | {SUM_OF: proof_of(plain)}

    def _plain(self) -> dict[str, Any]:
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
