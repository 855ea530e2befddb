"""Invented matters by which a template is tried: every channel, with all that is optional and with nothing of it.

The people in them do not exist; the office is that of the settings. The signatory is invented too,
so that a check does not depend on who is in office today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pipeline.letters import clauses
from pipeline.letters.matter import LETTER, PHONE, REFERRAL, Addressee, Incoming, Matter
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory

DAYS = (date(2026, 11, 24), date(2027, 3, 3))
"""Two days, so that a date typed into a template by hand is noticed."""
_RANKED = Signatory(
    "", "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si.", "197001011995032001",
    "Pembina Tingkat I, IV/b",
)  # fmt: skip
_PLAIN = Signatory("", "Ketua P2TP2A", "Rahmat Dulah, S.H.")


@dataclass(frozen=True)
class Sample:
    """One trial: its ``matter``, the ``settings`` and the ``day`` it is drafted under, what it stands for."""

    name: str
    matter: Matter
    settings: Settings
    day: date


def samples(settings: Settings, *, institution: bool) -> Iterator[Sample]:
    """Yield the trials of an answer to a person or to an institution; the first one is the fullest."""
    for channel, word in ((LETTER, "surat"), (PHONE, "telepon"), (REFERRAL, "rujukan")):
        for is_full in (True, False):
            day = DAYS[0] if is_full else DAYS[1]
            matter = _matter(channel, day, is_full=is_full, institution=institution)
            chair = _RANKED if is_full else _PLAIN
            name = f"{word}, {'lengkap' if is_full else 'seperlunya'}"
            yield Sample(name, matter, replace(settings, signatories=(chair,)), day)


def merged(contexts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return all fields of several contexts with an example each: the first that is not empty."""
    out: dict[str, Any] = {}
    for one in contexts:
        for name, value in one.items():
            if isinstance(value, Mapping) and isinstance(out.get(name, {}), Mapping):
                out[name] = merged([out.get(name, {}), value])
            elif not out.get(name):
                out[name] = value
    return out


def _matter(channel: str, day: date, *, is_full: bool, institution: bool) -> Matter:
    received = day.replace(day=day.day - 2)
    number = ("400.3.5/087/XI/2026" if institution else "12/XI/2026") if channel != PHONE else None
    incoming = Incoming(
        channel=channel,
        number=number if is_full else None,
        day=day.replace(day=day.day - 2) if channel == PHONE else (received.replace(day=received.day - 1) if is_full else None),
        received=received,
        sender="SMP Negeri 3 Hulu Asri" if institution else "Rusmini Talahu",
        is_institution=institution,
    )  # fmt: skip
    return Matter(
        case="2026-0001",
        register_number="0112/TL/XI/2026",
        incoming=incoming,
        addressee=_addressee(is_full=is_full, institution=institution),
        follow_up="pertemuan konsultasi dan penilaian kebutuhan",
        services=(),
        referral="Dinas Sosial Kabupaten Batang Asri" if is_full else "",
        clarified=received.replace(day=received.day + 1) if is_full else None,
        comes="Saudari bersama yang bersangkutan" if is_full else "",
        private_names=("Sekarwangi Ambarsari", "Bayu Lesmana"),
        reporter_name="Tirtayasa Kencana",
        attachments=2 if is_full else 0,
        cc=("Kepala Dinas Sosial Kabupaten Batang Asri", "Camat Lanting Tengah") if is_full else (),
        cases=(clauses.CHILD, clauses.SEXUAL) if is_full else (),
        report_by=day.replace(day=day.day + 1) if is_full else None,
        concerns_reader=not institution,
    )


def _addressee(*, is_full: bool, institution: bool) -> Addressee:
    if institution:
        return Addressee(
            name="Kepala SMP Negeri 3 Hulu Asri",
            salutation="Bapak/Ibu",
            care_of="u.p. Guru Bimbingan" if is_full else "",
            address="Jalan Pelajar No. 0" if is_full else "",
            place="Hulu Asri",
            is_institution=True,
            is_confirmed=True,
            is_safe=True,
        )
    return Addressee(
        name="Rusmini Talahu",
        salutation="Saudari",
        care_of="Saudari Yuniarti Talahu" if is_full else "",
        address="Gang Kenanga No. 0",
        place="Kelurahan Muara Lanting",
        is_institution=False,
        is_confirmed=True,
        is_safe=True,
    )
