"""Whether machine and home are fit for work; looking changes nothing."""

import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

from pipeline.archive.opened import KEY_FILE, archive_of
from pipeline.archive.relocation import mark
from pipeline.kernel.errors import Refusal
from pipeline.kernel.sandbox import isolation
from pipeline.kernel.text import Next
from pipeline.office.base import backup_state, certificate, heartbeat, web_door
from pipeline.office.keeping import key_keeping, reconcile_disposal, verify_state
from pipeline.office.letters import fitness
from pipeline.office.letters.fitness import Row
from pipeline.office.overview.health import DISKS
from pipeline.records import boot
from pipeline.settings import Settings, archive_address
from pipeline.settings.samples import in_words, samples_left

_WHAT, _CERTIFICATE = "halaman web", "sertifikat web"
_RENEW = "buat sertifikat baru, lalu jalankan lagi halaman web: systemctl restart rangkap-web"


def machine(*, accepts_risk: bool) -> Iterator[Row]:
    """Isolation, LibreOffice and language data of this machine."""
    way = isolation()
    yield Row(
        "isolasi pembaca berkas",
        way is not None,
        way or "tidak ada",
        "apt-get install bubblewrap; selama ini tidak ada berkas yang dibaca",
    )
    yield fitness.layout(accepts_risk)
    yield fitness.language()


def home(settings: Settings) -> Iterator[Row]:
    """What is known of the home."""
    yield Row("folder data kantor", True, str(settings.home))
    yield _identity(settings)
    yield _writable(settings)
    yield _closed(settings)
    yield fitness.reading(settings)
    yield fitness.font(settings)
    yield from fitness.share(settings)
    yield _archive(settings)
    yield from _versions(settings)
    base = _tried("basis data dan pengaman", lambda: boot.open_records(settings), "hubungi admin teknis")
    yield base
    yield from keeping(settings, base.ok)
    if base.ok and (count := reconcile_disposal.unreadable()):
        yield Row(
            "catatan pemusnahan",
            False,
            f"{count} rusak dalam basis data",
            "periksa arsip; jika utuh, bangun lagi basis data",
            next=(Next("verify"), Next("rebuild")),
        )
    yield from fitness.disks(settings, None if archive_address() else DISKS["archive_disk"](settings))
    yield from web_rows(settings)
    if base.ok:
        yield fitness.clock_row()
        yield from fitness.doors(settings)


def _archive(settings: Settings) -> Row:
    def look() -> None:
        archive_of(settings).need_mounted()

    if not archive_address():
        moved = mark.read(settings.var)
        if moved is not None and moved.serving == mark.BUCKET:
            return _tried("arsip", look, mark.THEN[mark.BUCKET].id)
        then = "pasang penyimpanan arsip; penanda jangan dibuat dengan tangan"
        return _tried("arsip", look, then)
    then = f"periksa RANGKAP_ARCHIVE, jaringan, dan kunci embernya (var/keys/{KEY_FILE} atau AWS_…)"
    row = _tried("arsip di bucket", look, then)
    return replace(row, found=archive_of(settings).place) if row.ok else row


def _versions(settings: Settings) -> Iterator[Row]:
    with suppress(Refusal):
        if archive_of(settings).keeps_versions():
            finding = "disimpan, sehingga pemusnahan tidak dapat dikerjakan"
            then = "pindahkan arsip ke bucket tanpa versi menurut docs/archive.md, bagian “Making the bucket”"
            yield Row("versi lama di bucket", True, finding, then, warning=True)


def _tried(label: str, check: Callable[[], None], then: str) -> Row:
    try:
        check()
    except Refusal as error:
        return Row(label, False, error.text(), then, next=error.next)
    return Row(label, True, "ada")


def keeping(settings: Settings, is_open: bool) -> Iterator[Row]:
    """Keys, last verify, backups, recovery sheet."""
    used = key_keeping.used() if is_open else []
    is_trial = settings["kantor.percobaan"]
    yield _of("kunci", key_keeping.keys_status(settings, used))
    yield _of(
        "pemeriksaan arsip",
        verify_state.verify_status(settings),
        is_trial and not verify_state.has_damage(settings),
    )
    is_young, last, again = backup_state.backup_status(settings)
    is_elsewhere = not backup_state.is_same_disk(settings)
    last += "" if is_elsewhere else "; pada penyimpanan yang sama dengan folder data kantor: pakai media lain"
    last += "; arsip di bucket tidak termasuk, jaga embernya sendiri" if archive_address() else ""
    yield Row("cadangan", is_trial or (is_young and is_elsewhere), last, next=again)
    yield _of("lembar kunci pemulihan", backup_state.sheet_status(settings), is_trial)
    where = shutil.which("restic")
    yield Row("restic (cadangan)", is_trial or where is not None, where or "tidak ada: pasang restic")
    if boot.is_on_server():
        dump_path = shutil.which("pg_dump") if shutil.which("pg_restore") else None
        yield Row(
            "pg_dump dan pg_restore (cadangan)",
            is_trial or dump_path is not None,
            dump_path or "tidak ada: pasang postgresql-client",
        )


def _of(label: str, status: backup_state.Status, is_excused: bool = False) -> Row:
    return Row(label, status.is_well or is_excused, status.said, next=status.next)


def _identity(settings: Settings) -> Row:
    if not (samples := samples_left(settings.values, settings.signatories)):
        return Row("data kantor", True, settings["kantor.nama"])
    finding = f"masih contoh rekaan: {in_words(samples, 'id')}. Isi data kantor Anda di office.toml"
    return Row("data kantor", bool(settings["kantor.percobaan"]), finding, warning=True)


def _closed(settings: Settings) -> Row:
    """Who may write these files need not ask the office."""
    looked = {settings.var: 0o077, settings.var / "rangkap.db": 0o077}
    looked |= {} if archive_address() else {settings.archive: 0o022}
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in looked if path.exists()}
    open_paths = [
        f"{path.relative_to(settings.home)} {mode:04o}" for path, mode in modes.items() if mode & looked[path]
    ]
    then = f"jalankan: chmod go-rwx {settings.var} {settings.var}/rangkap.db; chmod go-w {settings.archive}"
    return Row(
        "izin arsip, var, dan basis data",
        not open_paths,
        f"terbuka bagi pengguna lain: {', '.join(open_paths)}" if open_paths else "tertutup",
        then,
    )


def _writable(settings: Settings) -> Row:
    """Who may write office.toml decides who is the chair."""
    mode = (settings.home / "office.toml").stat().st_mode & 0o777
    is_closed = settings["kantor.percobaan"] or not mode & 0o022
    return Row("izin office.toml", is_closed, f"{mode:04o}" + ("" if is_closed else "; jalankan: chmod go-w"))


def web_rows(settings: Settings) -> Iterator[Row]:
    """How the pages of the office are."""
    if not web_door.is_wanted(settings):
        yield Row(_WHAT, ok=True, found="tidak dipakai (web.porta = 0)")
        return
    yield _pages_row(settings)
    yield _certificate(settings)


def _pages_row(settings: Settings) -> Row:
    is_trial = bool(settings["kantor.percobaan"])
    sign = heartbeat.of(settings, heartbeat.WEB)
    url, is_there = web_door.url(settings), web_door.is_listening(settings)
    message = sign.message.removeprefix(f"{heartbeat.WORDS[heartbeat.WEB]} ")
    if sign.lives and is_there:
        return _named(settings, f"{url} terbuka; {message}")
    if is_there:
        finding = f"{url}: di alamat itu ada program lain yang menjawab; halaman kantor {message}"
        return Row(
            _WHAT, is_trial, finding, "hentikan program itu, atau pilih web.porta yang lain", warning=True
        )
    if (fault := web_door.fault(settings)) is not None:
        message = f"{url} tertutup: {fault.text('id')}"
        return Row(_WHAT, is_trial, message, warning=True, next=fault.next)
    then = sign.then or "lihat: journalctl -u rangkap-web"
    return Row(_WHAT, is_trial, f"{url} tertutup; {message}", then, warning=True, next=sign.next)


def _named(settings: Settings, finding: str) -> Row:
    """Without ``web.nama`` an open door answers this machine alone."""
    if web_door.is_for_this_machine(settings) or settings["web.nama"]:
        return Row(_WHAT, ok=True, found=finding)
    then = "tulis di web.nama nama atau alamat komputer ini seperti diketik di PC kantor"
    return Row(_WHAT, True, f"{finding}; web.nama kosong, jadi PC lain ditolak", then, warning=True)


def _certificate(settings: Settings) -> Row:
    if not web_door.has_certificate(settings):
        is_enough = web_door.is_for_this_machine(settings)
        return Row(
            _CERTIFICATE,
            is_enough,
            "tidak ada; halaman hanya untuk komputer ini" if is_enough else "tidak ada",
            next=(Next("cert"),),
        )
    try:
        cert = certificate.of(settings)
    except Refusal as error:
        return Row(_CERTIFICATE, False, error.text("id"), _RENEW, next=error.next)
    row = partial(Row, _CERTIFICATE, then=_RENEW, next=(Next("renew-certificate"),))
    end = f"{cert.until.astimezone(settings.zone):%d-%m-%Y}"
    validity = f"berlaku sampai {end}, SHA-256 {cert.fingerprint[:23]}…"
    if cert.days_left < 0:
        return row(ok=False, found=f"lewat sejak {end}: peramban menolak")
    if cert.is_ending:
        return row(ok=True, found=f"{validity}; tinggal {cert.days_left} hari", warning=True)
    lacking = [name for name in certificate.wanted_names(settings) if name not in cert.names]
    if lacking:
        return row(ok=True, found=f"{validity}; tanpa nama {', '.join(lacking)}", warning=True)
    return Row(_CERTIFICATE, ok=True, found=validity)
