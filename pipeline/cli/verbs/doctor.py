"""``rangkap doctor``: is this machine, and this home, fit for work?"""

from __future__ import annotations

import shutil
from collections.abc import Callable

from pipeline.archive.layout import need_mounted
from pipeline.cli.call import Call
from pipeline.intake.inbox import MARKER
from pipeline.intake.reader import language_data
from pipeline.kernel import clock
from pipeline.kernel.errors import Exit, RangkapError
from pipeline.kernel.sandbox import isolation
from pipeline.office import backup_state, key_keeping, trust, verify_state
from pipeline.records import boot
from pipeline.settings import Settings
from pipeline.settings.samples import in_words, samples_left

_FREE = 1 << 30


def doctor(call: Call) -> int:
    """Print one line for each thing looked at; the status tells whether all are well."""
    rows = [*_machine(), *_home(call)]
    bad = [row for row in rows if not row["ok"]]
    lines = [f"{_grade(row)}  {row['what']}: {row['found']}" for row in rows]
    call.give(rows, "\n".join(lines))
    return Exit.FAILED if bad else Exit.OK


def _machine() -> list[dict[str, object]]:
    way = isolation()
    office = shutil.which("soffice") or shutil.which("libreoffice")
    try:
        language = str(language_data())
    except RangkapError as error:
        language = error.text()
        has_language = False
    else:
        has_language = True
    return [
        _row("isolasi pembaca berkas", way is not None, way or "tidak ada: pasang bubblewrap"),
        _row("LibreOffice", office is not None, office or "tidak ada: pasang libreoffice-writer-nogui"),
        _row("data bahasa Indonesia (OCR)", has_language, language),
    ]


def _home(call: Call) -> list[dict[str, object]]:
    try:
        settings = call.settings
    except RangkapError as error:
        return [_row("rumah kantor", False, error.text())]
    rows = [_row("rumah kantor", True, str(settings.home))]
    rows += [_identity(settings), _writable(settings)]
    rows.append(_row("inbox", (settings.inbox / MARKER).exists(), str(settings.inbox)))
    checks: tuple[tuple[str, Callable[[], None]], ...] = (
        ("arsip", lambda: need_mounted(settings.archive)),
        ("basis data dan pengaman", lambda: boot.open_records(settings)),
    )
    for what, check in checks:
        try:
            check()
            rows.append(_row(what, True, "ada"))
        except RangkapError as error:
            rows.append(_row(what, False, error.text()))
    rows += _keeping(settings, rows[-1]["ok"] is True)
    rows += _trust(settings)
    free = shutil.disk_usage(settings.home).free
    rows.append(_row("ruang cakram", free > _FREE, f"{free >> 20} MB bebas"))
    return rows


def _keeping(settings: Settings, is_open: bool) -> list[dict[str, object]]:
    """Tell of keys, the last verify, backups, the recovery sheet; what a home for trying lacks of them is no fault."""
    rows = [_row("kunci", *key_keeping.told(settings, key_keeping.used() if is_open else []))]
    is_well, checked = verify_state.told(settings)
    is_excused = settings["kantor.percobaan"] and not verify_state.has_damage(settings)
    rows.append(_row("pemeriksaan arsip", is_well or is_excused, checked))
    if not boot.is_on_server():
        is_trial, (is_young, last) = settings["kantor.percobaan"], backup_state.told(settings)
        is_elsewhere = not backup_state.is_same_disk(settings)
        last += "" if is_elsewhere else "; pada cakram yang sama dengan rumah kantor: pakai media lain"
        is_confirmed, sheet = backup_state.sheet_told(settings)
        rows.append(_row("cadangan", is_trial or (is_young and is_elsewhere), last))
        rows.append(_row("lembar kunci pemulihan", is_trial or is_confirmed, sheet))
        rows.append(
            _row(
                "restic (cadangan)",
                is_trial or shutil.which("restic") is not None,
                shutil.which("restic") or "tidak ada: pasang restic",
            )
        )
    return rows


def _trust(settings: Settings) -> list[dict[str, object]]:
    """Tell whether what signing certificates are checked by is whole and in its days; nothing if nothing is trusted."""
    kept = trust.kept(settings)
    if not kept.trusted and not kept.damaged:
        return []
    past = [one for one in kept.trusted if one.until < clock.stamp(clock.now())]
    names = [f"{one.fingerprint[:16]} lewat sejak {one.until[:10]}" for one in past]
    names += [f"{name} rusak" for name in kept.damaged]
    return [_row("penerbit TTE", not names, "; ".join(names) or f"{len(kept.trusted)} dipercaya")]


def _identity(settings: Settings) -> dict[str, object]:
    """Tell what of the office is still the invented sample; in a home for trying that is a warning alone."""
    found = samples_left(settings.values, settings.signatories)
    if not found:
        return _row("data kantor", True, settings["kantor.nama"])
    told = f"masih contoh rekaan: {in_words(found, 'id')}. Isi data kantor Anda di office.toml"
    return _row("data kantor", bool(settings["kantor.percobaan"]), told) | {"warning": True}


def _writable(settings: Settings) -> dict[str, object]:
    """Who may write office.toml decides who is the chair: in a real office, its owner alone."""
    mode = (settings.home / "office.toml").stat().st_mode & 0o777
    is_closed = settings["kantor.percobaan"] or not mode & 0o022
    return _row(
        "izin office.toml", is_closed, f"{mode:04o}" + ("" if is_closed else "; jalankan: chmod go-w")
    )


def _grade(row: dict[str, object]) -> str:
    return "BURUK" if not row["ok"] else "INGAT" if row.get("warning") else "baik "


def _row(what: str, ok: bool, found: str) -> dict[str, object]:
    return {"what": what, "ok": ok, "found": found}
