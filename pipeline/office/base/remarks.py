"""The register column *keterangan*; reasons are only in the history."""

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.cases.case import Case
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.sheet import CRISIS
from pipeline.office.base import late_entry
from pipeline.office.base.retention import hold_of
from pipeline.records import entries, history, letters, sheets
from pipeline.signing.duplicate import Means

ATTESTED = "salinan ke-1: pernyataan"
WITHDRAWN = "surat nomor {number} ditarik sebelum disampaikan: {reason}"
REASSIGNED = "petugas {before} diganti {officer} pada {day}"
TO_CRISIS = "ketua menginstruksikan pindah ke SOP krisis pada {day} (lembar {sheet})"
MOVED_OUT = "dokumen {name} salah berkas, dipindahkan ke kasus {other}"
MISFILED = "dokumen salah berkas dimusnahkan menurut berita acara nomor {number} tanggal {day}"
ADDED = "{what} susulan {agenda} diterima {day}"
TAKEN = "diambil alih menurut SOP krisis pada {day} oleh {account}"
MERGES = {
    "merge": "digabung ke kasus {into}",
    "unmerge": "dipisah lagi dari kasus {into}",
    "merged_in": "kasus {from} digabungkan ke sini",
    "parted_in": "kasus {from} dipisah lagi",
    "divide": "dibagi: kasus baru {new}",
    "divided_from": "dibagi dari kasus {from}",
}
MOVED_IN = "dokumen {name} dipindahkan dari kasus {other}"
HELD = "pemusnahan ditangguhkan"
ERASURE = {
    "erasure": "permintaan penghapusan dicatat",
    "erasure_grant": "permintaan penghapusan dikabulkan, akses dibatasi",
    "erasure_refuse": "permintaan penghapusan ditolak",
    "restrict_lift": "pembatasan akses dicabut",
}
LATE = "surat nomor {number} disampaikan {day} sebelum kontak aman berubah {changed}, dicatat kemudian"
NOT_DELIVERED = "surat yang ditarik: {what}"
OUT = "surat nomor {number} ditarik sesudah salinan ke-1 keluar: {reason}"


def remarks(of: Case) -> str:
    """The register's remarks on a case."""
    case = of.number
    every, acts = letters.of_case(case), history.of_case(case)
    states = (letters.LetterState.APPROVED, letters.LetterState.SIGNED)
    answers = [letter for letter in every if not letter.is_beside and letter.state in states]
    copies = letters.copies(answers[-1].id, answers[-1].revision) if answers else ()
    parts = [
        *_replaced(acts),
        *_crisis(case),
        *_added(acts),
        *(MERGES[act.verb].format(**act.detail) for act in acts if act.verb in MERGES),
        *_moved(acts),
        *([HELD] if hold_of(of, acts) else []),  # the reason stands in the history alone
        *(ERASURE[act.verb] for act in acts if act.verb in ERASURE),  # without whose they are
        *(
            (WITHDRAWN if letter.signed else OUT).format(number=letter.number or "-", reason=letter.reason)
            for letter in every
            if letter.state == letters.LetterState.WITHDRAWN
        ),
        *_late(case, every),
        *(ATTESTED for copy in copies if copy.means == Means.ATTESTED and copy.confirmed_by),
        *(
            f"salinan ke-{copy.copy} dicetak {copy.printed} kali, {copy.spoilt} lembar rusak"
            for copy in copies
            if copy.printed > 1
        ),
        *filter(None, [late_entry.of_case(acts)]),
    ]
    return "; ".join(parts)


def _late(case: str, every: Sequence[letters.Letter]) -> list[str]:
    numbers = {letter.id: letter.number or "-" for letter in every}
    return [
        LATE.format(
            number=numbers.get(act.detail["letter"], "-"),
            day=_written(act.detail["delivered_day"]),
            changed=_written(act.detail["changed_day"]),
        )
        if "never" not in act.detail
        else NOT_DELIVERED.format(what=act.detail["never"])
        for act in history.of_case(case)
        if act.verb == "deliver_late"
    ]


def _replaced(acts: Sequence[history.Act]) -> list[str]:
    return [
        REASSIGNED.format(before=detail["before"], officer=detail["officer"], day=_written(detail["day"]))
        for detail in (act.detail for act in acts if act.verb == "reassign")
        if detail.get("before")
    ]


def _crisis(case: str) -> list[str]:
    return [
        TO_CRISIS.format(day=_written(str(sheet.decision.get("decided_day", ""))), sheet=sheet.id)
        for sheet in sheets.of_case(case)
        if sheet.kind == sheets.SheetKind.ASSIGN
        and sheet.state == sheets.SheetState.DECIDED
        and to_crisis(sheet)
    ] + [
        TAKEN.format(day=short_day(act.at.date()), account=act.account)
        for act in history.of_case(case)
        if act.verb == "crisis_take"
    ]


def to_crisis(sheet: sheets.Sheet) -> bool:
    """The chair ordered the crisis procedure by a signed sheet."""
    return CRISIS in sheet.decision.get("instructions", ()) and bool(sheet.decision.get("signed", True))


def _written(day: str) -> str:
    return short_day(date.fromisoformat(day)) if day else "-"


def _moved(acts: Sequence[history.Act]) -> Iterator[str]:
    for act in acts:
        if act.verb == "move_out":
            yield MOVED_OUT.format(name=act.detail["name"], other=act.detail["into"])
        elif act.verb == "misfiled_destroy" and entries.versions(act.subject):
            yield MISFILED.format(number=act.detail["number"], day=_written(act.detail["day"]))
        elif act.verb == "move_in":
            yield MOVED_IN.format(name=act.detail["name"], other=act.detail["from"])


def _added(acts: Sequence[history.Act]) -> list[str]:
    return [
        ADDED.format(
            what="telepon" if detail.get("channel") == "phone" else "surat",
            agenda=detail["agenda"],
            day=_written(detail["received"]),
        )
        for detail in (act.detail for act in acts if act.verb == "add_letter")
    ]
