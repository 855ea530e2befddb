"""The month's register page (``R-2026-11``): entries, head of the chain."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.acts_told import EVENTS
from pipeline.kernel.clock import MONTHS, long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import in_groups
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.letters.context import letterhead, signature
from pipeline.letters.picture import code_png
from pipeline.office.base.absences import signatories_on
from pipeline.office.base.session import Session
from pipeline.office.cases.forms_case import office_fields
from pipeline.records import chain, entries
from pipeline.register.entry import GENESIS, Entry, verify_chain

_KINDS = {
    **{event: word.id for event, word in EVENTS.items()},
    "registered": "pendaftaran",
    "lama": "register lama",
    "added": "pindaian yang menyusul",
    "merge": "kasus digabung ke kasus lain",
    "merged_in": "kasus lain digabungkan",
    "unmerge": "kasus dipisah lagi",
    "parted_in": "kasus lain dipisah lagi",
    "divide": "kasus dibagi",
    "letter_added": "surat susulan",
    "call_added": "telepon susulan",
    "transcribed": "salinan ketikan",
    "identified": "laporan hasil identifikasi",
    **{f"{kind.filing}approved": f"{kind.name.id} disetujui" for kind in LETTER_KINDS.values()},
    **{f"{kind.filing}signed": f"{kind.name.id} bertanda tangan" for kind in LETTER_KINDS.values()},
    "returned": "surat dikembalikan",
    "corrected": "isian pendaftaran diperbaiki",
    "contact_changed": "kontak aman berubah, surat ditarik",
    "signed": "kedua salinan bertanda tangan",
    "voided": "surat dibatalkan",
    "registration_voided": "pendaftaran dibatalkan",
    "number_late": "nomor surat yang ditarik dicatat",
    "handed_over": "arsip diserahkan",
    "read_later": "turunan surat yang terbaca kemudian",
    "blocked": "benturan kepentingan dicatat",
    "sender_decided": "keputusan ketua tentang pengirim",
    "block_lifted": "benturan kepentingan dicabut",
    "clock_started": "tenggat undang-undang dicatat",
    "clock_answered": "tenggat undang-undang dijawab",
    "erasure_asked": "permintaan penghapusan dicatat",
    "erasure_granted": "permintaan penghapusan dikabulkan",
    "erasure_refused": "permintaan penghapusan ditolak",
    "restriction_lifted": "pembatasan akses dicabut",
    "moved_in": "dokumen dari kasus lain diterima",
    "succeeded": "penerus tanpa dokumen salah berkas",
    "replaced": "arsip diganti penerusnya",
    "moved_out": "dokumen salah berkas dipindahkan",
    "victims_copy": "salinan untuk korban",
    "victims_copy_handed": "salinan untuk korban diserahkan",
    "victims_copy_withdrawn": "salinan untuk korban tidak diambil",
    "decided": "keputusan di kertas",
    "sheet_late": "lembar keputusan yang terlambat",
    "reassigned": "petugas kasus berubah",
    "delivered": "surat jawaban disampaikan",
    "attempted": "penyampaian belum berhasil",
    "undeliverable": "surat jawaban tidak dapat disampaikan",
    "closed": "kasus ditutup",
    "reopened": "kasus dibuka kembali",
    "held": "pemusnahan ditangguhkan",
    "hold_lifted": "penangguhan pemusnahan dicabut",
    "simfoni": "entri SIMFONI-PPA dicatat",
    "page_made": "lembar pengesahan dicetak",
    "page_signed": "lembar pengesahan bertanda tangan",
    "year_closed": "tahun ditutup",
}
_GROUPS_A_LINE = 20  # four groups of four and the spaces between them


def need_month(session: Session, given: str) -> date:
    """First day of a month (``2026-11``) that has begun."""
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", given.strip())
    first = date(int(match[1]), int(match[2]), 1) if match and int(match[1]) else None
    if first is None or first > session.today:
        raise Refusal("office.bad_month", given=given[:20])
    return first


def page_id(month: date) -> str:
    """``R-2026-11``."""
    return f"R-{month.year:04d}-{month.month:02d}"


def register_fields(
    session: Session, month: date, acts: Mapping[str, Any] | None = None
) -> tuple[dict[str, Any], bytes]:
    """The head is also a code picture; ``acts`` is the history's head (None: of now)."""
    every = list(entries.after(0))
    broken = verify_chain(every)
    if broken:
        raise Refusal("office.chain_broken", n=broken[0].n)
    chair = next(iter(signatories_on(session.settings, session.today)), None)
    if chair is None:
        raise Refusal("office.no_signatory", day=long_date(session.today))
    until = [entry for entry in every if _month_of(session, entry) <= month]
    own = [entry for entry in until if _month_of(session, entry) == month]
    head = until[-1] if until else None
    fields = {
        **office_fields(session),
        "kop": letterhead(session.settings, chair),
        "ketua": signature(chair),
        "tanggal_surat": long_date(session.today),
        "nomor_lembar": page_id(month),
        "bulan": f"{MONTHS[month.month - 1]} {month.year}",
        "keadaan_per": _moment(session, clock.now()),
        "catatan": {"jumlah": str(len(own)), "rentang": _span([str(entry.n) for entry in own])},
        "register": _opened(own),
        "rincian": _counted(own),
        "ujung": _head(session, head, chain.head() if acts is None else acts),
    }
    return fields, code_png(head_payload(month, head))


def head_payload(month: date, head: Entry | None) -> str:
    """Page, entry, hash, upper-case; zeros for an empty chain."""
    number, digest = (head.n, head.hash) if head else (0, GENESIS)
    return f"{page_id(month)}:{number}:{digest.upper()}"


def _month_of(session: Session, entry: Entry) -> date:
    return session.local(clock.read_stamp(entry.at)).date().replace(day=1)


def _moment(session: Session, moment: datetime) -> str:
    local = session.local(moment)
    return f"{long_date(local.date())} pukul {local:%H.%M}"


def _span(numbers: list[str]) -> str:
    if not numbers:
        return "–"
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} s.d. {numbers[-1]}"


def _opened(own: list[Entry]) -> dict[str, str]:
    numbers = [entry.register_number for entry in own if entry.kind == "registered"]
    return {"jumlah": str(len(numbers)), "rentang": _span(numbers)}


def _counted(own: list[Entry]) -> list[dict[str, str]]:
    # never the code of a later version
    counts = Counter(_KINDS.get(entry.kind, "catatan lain") for entry in own)
    return [{"jenis": kind, "jumlah": str(counts[kind])} for kind in sorted(counts)]


def _head(session: Session, head: Entry | None, acts: Mapping[str, Any]) -> dict[str, Any]:
    below = [f"riwayat ke-{acts['n']}", *_lines(acts["hash"])] if acts else []
    return {
        "nomor": str(head.n if head else 0),
        "waktu": _moment(session, clock.read_stamp(head.at)) if head else "belum ada catatan",
        "kelompok": [*_lines(head.hash if head else GENESIS), *below],
    }


def _lines(digest: str) -> list[str]:
    groups = in_groups(digest)
    return [groups[at : at + _GROUPS_A_LINE].strip() for at in range(0, len(groups), _GROUPS_A_LINE)]
