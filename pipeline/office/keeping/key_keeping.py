"""Keeping the keys of an office: a list of their ids, rotation, and what still works where one is lost."""

from __future__ import annotations

from pipeline.kernel import clock
from pipeline.office.base import keys, passphrase
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.disposal.backup import ADMINS
from pipeline.records import boot, entries, history
from pipeline.settings import Settings

KINDS = {"code": keys.CODE, "seal": keys.SEAL}
_WITHOUT = {
    keys.SEAL: "segel catatan register dari kunci itu tidak dapat diperiksa; rantai SHA-256, arsip, dan halaman register "
    "yang ditandatangani tetap membuktikannya",
    keys.CODE: "kode salinan dari kunci itu tidak dapat diperiksa; salinan tetap dikenali dari nomor surat di kaki halaman "
    "dengan rangkap match",
}


def listed(desk: Desk) -> list[dict[str, str]]:
    """Return every key with its state: in use, for checking, lost. Raises NotYours."""
    need_role(desk, "keys", ADMINS)
    rows = []
    for kind in (keys.SEAL, keys.CODE):
        there = sorted(keys.all_of(desk.settings, kind), key=lambda one: int(one.rsplit("-", 1)[1]))
        rows += [{"id": one, "state": "untuk memeriksa"} for one in there[:-1]]
        rows += [{"id": one, "state": "dipakai"} for one in there[-1:]]
    return rows + [{"id": one, "state": "HILANG"} for one in keys.lost(desk.settings, used())]


def rotate(desk: Desk, word: str) -> str:
    """Make the next key of a kind (``code``, ``seal``); returns its id. Raises NotYours, NoKey."""
    need_role(desk, "keys", ADMINS)
    made = keys.rotate(desk.settings, KINDS[word])
    with boot.transact():
        history.note(clock.now(), desk.actor, "keys", subject=made)
    return made


def used() -> list[str]:
    """Return the id of the key that sealed the newest entry."""
    last = entries.last()
    return [last.seal.key] if last and last.seal else []


def told(settings: Settings, known: list[str]) -> tuple[bool, str]:
    """Return whether all keys are there and closed to others, and a sentence (Indonesian); ``known`` were used."""
    missing = keys.lost(settings, known)
    if missing:
        effects = "; ".join(
            text for kind, text in _WITHOUT.items() if any(one.startswith(kind) for one in missing)
        )
        return (
            False,
            f"hilang: {', '.join(missing)} ({effects}). Pulihkan dari cadangan, atau: rangkap keys rotate",
        )
    if exposed := keys.open_to_others(settings):
        return (
            False,
            f"terbuka bagi pengguna lain: {', '.join(exposed)}; jalankan: chmod -R go= {settings.var}/keys",
        )
    if not (settings.var / "keys" / passphrase.FILE).exists():
        return True, "ada; kata sandi cadangan dibuat pada cadangan pertama"
    return True, "ada"
