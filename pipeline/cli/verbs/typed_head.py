"""``rangkap verify --head``: the head on a signed page is typed in and compared with the chain."""

from __future__ import annotations

from pipeline.cli.call import Call
from pipeline.cli.pages import moment
from pipeline.kernel.errors import Exit, Text
from pipeline.office.base.desk import Desk
from pipeline.office.keeping.typed_head import HeadCheck, check_head

_PROVEN = Text(
    "Cocok. Itu sidik catatan ke-{n} ({at}); semua catatan sampai ke-{n} sama dengan saat lembar itu dicetak.",
    "It fits. That is the hash of entry {n} ({at}); all entries up to {n} are what they were when it was printed.",
)
_BROKEN = Text(
    "Itu sidik catatan ke-{n}, tetapi rantai sebelumnya putus pada catatan ke-{broken}. Jalankan: rangkap verify",
    "That is the hash of entry {n}, but the chain before it is broken at entry {broken}. Run: rangkap verify",
)
_SLIP = Text(
    "Tidak cocok, tetapi mirip sidik catatan ke-{n}: kelompok ke-{groups} berbeda. Periksa ketikannya; bila yang tertulis "
    "di lembar memang begitu, register sudah diubah.",
    "It does not fit, but it is like the hash of entry {n}: group {groups} differs. Check what you typed; if the paper "
    "really says so, the register was changed.",
)
_UNKNOWN = Text(
    "Tidak ada catatan dengan sidik itu. Bila ketikannya benar dan bukan sidik “riwayat” di bawahnya, catatan sampai lembar itu "
    "sudah diubah atau dihapus: simpan lembarnya, jangan mencatat apa pun, dan pulihkan dari cadangan.",
    "No entry has that hash. If it is typed rightly and not the hash of the “riwayat” below, entries up to that page were changed "
    "or removed: keep the paper, enter nothing, and restore from the backup.",
)
_ACT = Text(
    "Cocok. Itu sidik riwayat ke-{n}; bila rangkap verify tidak menyebut riwayat, semua tindakan sampai ke-{n} masih seperti saat "
    "lembar itu dicetak.",
    "It fits. That is the hash of act {n} of the history; unless rangkap verify names the history, all acts up to {n} are what they "
    "were when it was printed.",
)


def head(call: Call, desk: Desk) -> int:
    """Say whether the typed head is that of an entry, or of an act; the status tells the same."""
    found = check_head(desk, call.args.head)
    call.say(_said(call, found))
    call.give(
        {
            "proven": found.is_proven,
            "n": found.entry.n if found.entry else None,
            "near": found.near.n if found.near else None,
            "groups": list(found.groups),
        }
    )
    return Exit.OK if found.is_proven else Exit.DAMAGED


def _said(call: Call, found: HeadCheck) -> str:
    if found.entry is not None:
        at = moment(found.entry.at, call.settings.zone)
        broken = found.broken[0].n if found.broken else 0
        return (_BROKEN if broken else _PROVEN).fill(call.lang, n=found.entry.n, at=at, broken=broken)
    if found.act:
        return _ACT.fill(call.lang, n=found.act)
    if found.near is not None:
        groups = ", ".join(map(str, found.groups))
        return _SLIP.fill(call.lang, n=found.near.n, groups=groups)
    return _UNKNOWN.fill(call.lang)
