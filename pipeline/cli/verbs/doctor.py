"""``rangkap doctor``: is this machine, and this home, fit for work?"""

from __future__ import annotations

import shutil
from collections.abc import Callable

from pipeline.archive.layout import need_mounted
from pipeline.cli.call import Call
from pipeline.kernel import clock
from pipeline.kernel.errors import Exit, RangkapError
from pipeline.kernel.sandbox import isolation
from pipeline.office.base import backup_state
from pipeline.office.keeping import key_keeping, verify_state
from pipeline.office.letters import fitness, trust
from pipeline.office.overview import web_fitness
from pipeline.records import boot
from pipeline.settings import Settings
from pipeline.settings.samples import in_words, samples_left


def doctor(call: Call) -> int:
    """Print one line for each thing looked at, with what to do; the status tells whether all are well."""
    rows = [*_machine(call), *_home(call)]
    bad = [row for row in rows if not row["ok"]]
    call.give(rows, "\n".join(line for row in rows for line in _lines(row)))
    return Exit.FAILED if bad else Exit.OK


def _lines(row: dict[str, object]) -> list[str]:
    """Return a row as its line, and below it the next step where something is not well."""
    grade = _grade(row)
    lines = [f"{grade}  {row['what']}: {row['found']}"]
    if grade.strip() != "baik" and row.get("next"):
        lines.append(f"       → {row['next']}")
    return lines


def _machine(call: Call) -> list[dict[str, object]]:
    way = isolation()
    try:
        accepts = bool(call.settings["masuk.tanpa_isolasi"])
    except RangkapError:
        accepts = False
    return [
        _row(
            "isolasi pembaca berkas",
            way is not None,
            way or "tidak ada",
            "apt-get install bubblewrap; selama ini tidak ada berkas yang dibaca",
        ),
        _fit(fitness.layout(accepts)),
        _fit(fitness.language()),
    ]


def _home(call: Call) -> list[dict[str, object]]:
    try:
        settings = call.settings
    except RangkapError as error:
        return [_row("rumah kantor", False, error.text())]
    rows = [_row("rumah kantor", True, str(settings.home))]
    rows += [_identity(settings), _writable(settings)]
    rows += map(_fit, (fitness.reading(settings), fitness.font(settings), *fitness.share(settings)))
    checks: tuple[tuple[str, Callable[[], None], str], ...] = (
        (
            "arsip",
            lambda: need_mounted(settings.archive),
            "pasang cakram arsip; penanda jangan dibuat dengan tangan",
        ),
        ("basis data dan pengaman", lambda: boot.open_records(settings), "hubungi admin teknis"),
    )
    for what, check, then in checks:
        try:
            check()
            rows.append(_row(what, True, "ada"))
        except RangkapError as error:
            rows.append(_row(what, False, error.text(), then))
    is_open = rows[-1]["ok"] is True
    rows += _keeping(settings, is_open)
    rows += _trust(settings)
    rows += map(_fit, (*fitness.disks(settings), *web_fitness.rows(settings)))
    if is_open:
        rows += map(_fit, (fitness.clock_row(), *fitness.doors(settings)))
    return rows


def _fit(row: fitness.Row) -> dict[str, object]:
    plain = _row(row.what, row.ok, row.found, row.next)
    return plain | {"warning": True} if row.warning else plain


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


def _row(what: str, ok: bool, found: str, then: str = "") -> dict[str, object]:
    return {"what": what, "ok": ok, "found": found} | ({"next": then} if then else {})
