"""Keys and recovery sheet: what a new machine needs besides a backup."""

from datetime import date
from functools import partial
from pathlib import Path

from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import need_folder, write_durably
from pipeline.kernel.text import N_, Next
from pipeline.letters.key_sheet import KeySheet, draw
from pipeline.office.base import backup_state, keys, passphrase
from pipeline.office.base.session import Session, need_role, note_act
from pipeline.office.disposal.backup import ADMINS
from pipeline.office.engine.declare import CaseFile, Change, Thing, Words, act
from pipeline.records import entries
from pipeline.settings import Settings

KINDS = {"code": keys.CODE, "seal": keys.SEAL}
_WITHOUT = {
    keys.SEAL: "segel catatan register dari kunci itu tidak dapat diperiksa; rantai SHA-256, arsip, dan halaman register "
    "yang ditandatangani tetap membuktikannya",
    keys.CODE: "kode salinan dari kunci itu tidak dapat diperiksa; salinan tetap dapat dicocokkan dengan tangan menurut nomor "
    "surat di kaki halaman",
}
NAME = "lembar-kunci-pemulihan.pdf"


def listed(session: Session) -> list[dict[str, str]]:
    """Every key with its state."""
    need_role(session, "keys", ADMINS)
    rows = [
        {"id": name, "state": "dipakai" if name == there[-1] else "untuk memeriksa"}
        for kind in (keys.SEAL, keys.CODE)
        for there in [
            sorted(keys.all_of(session.settings, kind), key=lambda key_id: int(key_id.rsplit("-", 1)[1]))
        ]
        for name in there
    ]
    return rows + [{"id": key, "state": "HILANG"} for key in keys.lost(session.settings, used())]


def is_no_kind(_session: Session, file: CaseFile) -> Refusal | None:
    """Refuse what is no kind of key."""
    return None if file.given in KINDS else Refusal("office.no_key_kind")


@act(
    thing=Thing.OFFICE,
    events=("keys",),
    roles=ADMINS,
    words=Words(
        N_("Change a key of the office"),
        done=N_("The new key {id} is in use from now on; the old ones stay for checking. Make a backup now."),
    ),
    blocked=(is_no_kind,),
)
def rotate_key(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Make the next ``code`` or ``seal`` key."""
    made = keys.following(session.settings, KINDS[file.given])
    return Change(
        file.thing,
        subject=made,
        writes=(partial(keys.create, session.settings, made),),
        told={"id": made},
        next=(Next("backup"),),
    )


def used() -> list[str]:
    """The key that sealed the newest entry."""
    last = entries.last()
    return [last.seal.key] if last and last.seal else []


def keys_status(settings: Settings, known: list[str]) -> backup_state.Status:
    """Whether all keys are there and closed to others."""
    if missing := keys.lost(settings, known):
        lost = {word: kind for word, kind in KINDS.items() if any(name.startswith(kind) for name in missing)}
        effects = "; ".join(text for kind, text in _WITHOUT.items() if kind in lost.values())
        line = f"hilang: {', '.join(missing)} ({effects}). Pulihkan dari cadangan, atau buat kunci berikutnya"
        return backup_state.Status(False, line, tuple(Next("rotate-key", word) for word in lost))
    if exposed := keys.open_to_others(settings):
        line = f"terbuka bagi pengguna lain: {', '.join(exposed)}; jalankan: chmod -R go= {settings.var}/keys"
        return backup_state.Status(False, line)
    if not (settings.var / "keys" / passphrase.FILE).exists():
        return backup_state.Status(True, "ada; kata sandi cadangan dibuat pada cadangan pertama")
    return backup_state.Status(True, "ada")


def print_sheet(session: Session, target: Path, again: str = "") -> Path:
    """A further one needs the reason ``again``."""
    need_role(session, "recovery-sheet", ADMINS)
    known = backup_state.read(session.settings, backup_state.SHEET)
    if known.get("printed") and not again:
        raise Refusal("office.sheet_printed", day=long_date(date.fromisoformat(known["printed"][:10])))
    if not backup_state.read(session.settings).get("last"):
        passphrase.make_key(session.settings)
    last = backup_state.read(session.settings).get("last") or {}
    sheet = KeySheet(
        session.settings["kantor.nama"],
        long_date(session.today),
        last.get("place") or session.settings["cadangan.tempat"],
        passphrase.of(session.settings).split("-"),
        [key for kind in (keys.SEAL, keys.CODE) for key in sorted(keys.all_of(session.settings, kind))],
    )
    path = need_folder(target) / NAME
    write_durably(path, draw(sheet))
    state = {"printed": clock.stamp(clock.now()), "confirmed": None, "of": passphrase.mark(session.settings)}
    backup_state.write(session.settings, state, backup_state.SHEET)
    note_act(session, "recovery-sheet", reason=again)
    return path


def confirm(session: Session, group: int, typed: str) -> None:
    """Confirm the sheet by a ``group`` typed from it."""
    need_role(session, "recovery-sheet", ADMINS)
    if passphrase.plain(typed) != passphrase.of(session.settings).split("-")[group - 1]:
        raise Refusal("office.sheet_differs", group=group)
    backup_state.write(session.settings, {"confirmed": clock.stamp(clock.now())}, backup_state.SHEET)
    note_act(session, "recovery-sheet", subject="confirm")
