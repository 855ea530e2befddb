"""Who may sign (step 11).

One with "a.n.", "Plt." or "Plh." needs a mandate and signs only while whom it represents is absent, or nobody
is in office.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pipeline.settings.unfit import Fault, near

KEYS = (
    "akun", "jabatan", "nama", "nip", "pangkat", "dari", "sampai", "kop", "sebagai", "mewakili", "mandat", "paraf",
)  # fmt: skip
ON_BEHALF, ACTING, FOR_NOW = "a.n.", "Plt.", "Plh."
CAPACITIES = (ON_BEHALF, ACTING, FOR_NOW)
LETTERHEAD_LINES, MOST_PARAF, LONGEST_PARAF = 4, 4, 24


@dataclass(frozen=True)
class Signatory:
    """Days in office are inclusive.

    A deputy ``represents`` a title in a ``capacity``; ``paraf`` are initials on copy 2.
    """

    account: str
    title: str
    name: str
    nip: str = ""
    rank: str = ""
    since: date | None = None
    until: date | None = None
    letterhead: tuple[str, ...] = ()
    capacity: str = ""
    represents: str = ""
    mandate: str = ""
    paraf: tuple[str, ...] = ()

    def in_office(self, day: date) -> bool:
        """Whether in office on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def is_deputy(self) -> bool:
        """Whether this person signs for another."""
        return bool(self.capacity)


@dataclass(frozen=True)
class Absence:
    """Inclusive; not from ``ended`` on."""

    id: str
    absent: str
    deputy: str
    since: date
    until: date
    mandate: str
    ended: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it counts on ``day``."""
        return self.since <= day <= self.until and (self.ended is None or day < self.ended)


def may_sign(
    signatories: Sequence[Signatory], day: date, absences: Sequence[Absence] = ()
) -> tuple[Signatory, ...]:
    """In order of precedence; a deputy by the absence's mandate."""
    own = [signatory for signatory in signatories if signatory.in_office(day) and not signatory.is_deputy]
    signers: list[Signatory] = []
    for signatory in own:
        away = [
            absence for absence in absences if absence.absent == signatory.account and absence.covers(day)
        ]
        signers.extend([signatory] if not away else _deputies(signatories, day, signatory, away))
    return (
        tuple(signers) if own else tuple(signatory for signatory in signatories if signatory.in_office(day))
    )


def _deputies(
    signatories: Sequence[Signatory], day: date, absent: Signatory, away: Sequence[Absence]
) -> Iterator[Signatory]:
    deputies = [
        signatory
        for signatory in signatories
        if signatory.is_deputy and signatory.in_office(day) and stands_for(signatory, absent)
    ]
    for absence in away:
        rows = [deputy for deputy in deputies if deputy.account == absence.deputy]
        yield from (replace(signatory, mandate=absence.mandate) for signatory in rows[:1])


def stands_for(deputy: Signatory, absent: Signatory) -> bool:
    """Whether it represents ``absent``; without a title, everybody."""
    return not deputy.represents or _flat(deputy.represents) == _flat(absent.title)


def paraf_labels(who: Signatory, signatories: Sequence[Signatory]) -> tuple[str, ...]:
    """Labels of the box for initials."""
    titles = {
        signatory.account: " ".join(signatory.title.split())
        for signatory in reversed(signatories)
        if signatory.account
    }
    named = (titles.get(person, person) for person in who.paraf)
    return tuple(
        f"Paraf {name if len(name) <= LONGEST_PARAF else person}"
        for name, person in zip(named, who.paraf, strict=True)
    )


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def fault(row: Mapping[str, Any], before: Sequence[Signatory], accounts: Sequence[str]) -> Fault | None:
    """What is wrong with a row."""
    for wrong in _faults(row, accounts):
        return wrong
    signatory = made(row)
    if not any(clash(signatory, other) for other in before):
        return None
    reason = (
        "dua orang menjabat sebagai “" + " ".join(signatory.title.split()) + "” pada hari yang sama; "
        "betulkan “dari” dan “sampai”."
    )
    return "dari" if signatory.since else "jabatan", reason


def made(row: Mapping[str, Any]) -> Signatory:
    """A faultless row's signatory."""
    return Signatory(
        account=row.get("akun", ""),
        title=row["jabatan"],
        name=row["nama"],
        nip=row.get("nip", ""),
        rank=row.get("pangkat", ""),
        since=row.get("dari"),
        until=row.get("sampai"),
        letterhead=tuple(row.get("kop", ())),
        capacity=row.get("sebagai", ""),
        represents=row.get("mewakili", ""),
        mandate=row.get("mandat", ""),
        paraf=tuple(row.get("paraf", ())),
    )


def _faults(row: Mapping[str, Any], accounts: Sequence[str]) -> Iterator[Fault]:
    yield from _of_kind(row)
    for key in ("jabatan", "nama"):
        if not str(row.get(key, "")).strip():
            yield "penandatangan", f"penandatangan tanpa “{key}”."
    if "dari" in row and "sampai" in row and row["dari"] > row["sampai"]:
        yield "sampai", "“sampai” lebih awal daripada “dari”."
    account = row.get("akun", "")
    if account and accounts and account not in accounts:
        yield "akun", f"akun “{account}” tidak ada pada [[akun]].{near(account, accounts)}"
    yield from _of_deputy(row)
    paraf = row.get("paraf", [])
    if len(paraf) > MOST_PARAF or any(not person.strip() or len(person) > LONGEST_PARAF for person in paraf):
        yield "paraf", f"“paraf” paling banyak {MOST_PARAF} orang, masing-masing 1–{LONGEST_PARAF} huruf."
    if row.get("kop") and len(row["kop"]) != LETTERHEAD_LINES:
        yield "kop", f"“kop” harus {LETTERHEAD_LINES} baris: pemerintah, dinas, unit, alamat (boleh “”)."


def _of_kind(row: Mapping[str, Any]) -> Iterator[Fault]:
    for key in ("akun", "jabatan", "nama", "nip", "pangkat", "sebagai", "mewakili", "mandat"):
        if not isinstance(row.get(key, ""), str):
            yield key, f"“{key}” harus teks dalam tanda kutip."
    for key in ("dari", "sampai"):
        if key in row and (not isinstance(row[key], date) or isinstance(row[key], datetime)):
            yield key, f"“{key}” harus tanggal, contoh 2026-01-31."
    for key in ("kop", "paraf"):
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
            yield key, f'“{key}” harus daftar teks, contoh ["…", "…"].'


def _of_deputy(row: Mapping[str, Any]) -> Iterator[Fault]:
    capacity = row.get("sebagai", "")
    if capacity and capacity not in CAPACITIES:
        yield (
            "sebagai",
            f"“sebagai” harus salah satu dari: {', '.join(CAPACITIES)}.{near(capacity, CAPACITIES)}",
        )
    if capacity:
        for key, label in (
            ("akun", "akun"),
            ("mewakili", "jabatan yang diwakili"),
            ("mandat", "nomor dan tanggal surat tugas"),
        ):
            if not str(row.get(key, "")).strip():
                yield "sebagai", f"penandatangan {capacity} harus menyebut “{key}” ({label})."
    for key in ("mewakili", "mandat"):
        if row.get(key) and not capacity:
            yield key, f"“{key}” hanya untuk penandatangan dengan “sebagai” (a.n., Plt., Plh.)."


def clash(signatory: Signatory, other: Signatory) -> bool:
    """Both hold one office on one day, in their own right."""
    if signatory.is_deputy or other.is_deputy or _flat(signatory.title) != _flat(other.title):
        return False
    starts_late = signatory.since is not None and other.until is not None and other.until < signatory.since
    ends_early = signatory.until is not None and other.since is not None and signatory.until < other.since
    return not starts_late and not ends_early


def line_in_row(source: str, row: int, key: str, table: str = "penandatangan") -> int:
    """Line of ``key`` in the row (from 0), of its head, or 0."""
    lines = source.splitlines()
    heads = [at for at, line in enumerate(lines) if re.match(rf"\s*\[\[\s*{table}\s*\]\]", line)]
    if row >= len(heads):
        return 0
    for at in range(heads[row] + 1, len(lines)):
        if lines[at].lstrip().startswith("["):
            break
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[at]):
            return at + 1
    return heads[row] + 1
