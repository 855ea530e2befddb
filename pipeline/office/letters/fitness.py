"""Whether this machine and this home can receive documents."""

import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.intake import proof
from pipeline.intake.inbox import opened
from pipeline.intake.limits import free_bytes
from pipeline.intake.reader import Reader, language_data
from pipeline.intake.stability import Patience, Writers, ready, writers
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next
from pipeline.office.base import heartbeat
from pipeline.office.base.session import moment_for_numbers
from pipeline.records import queue
from pipeline.rendering.convert import DOCUMENT, to_pdf
from pipeline.settings import Settings

_SAME_WIDTHS = {
    "arial": {"liberation sans", "arimo"},
    "helvetica": {"liberation sans", "nimbus sans", "arimo"},
    "times new roman": {"liberation serif", "tinos"},
    "times": {"liberation serif", "nimbus roman", "tinos"},
    "courier new": {"liberation mono", "cousine"},
    "calibri": {"carlito"},
    "cambria": {"caladea"},
}
_SYMBOLS = frozenset(("symbol", "wingdings", "webdings", "opensymbol", "segoe ui symbol"))
_PATIENCE = 10.0
_FREE = 1 << 30
_MANY = 200


@dataclass(frozen=True)
class Row:
    """What was ``found``, and what to do; a ``warning`` may stay."""

    what: str
    ok: bool
    found: str
    then: str = ""
    warning: bool = False
    next: tuple[Next, ...] = ()


def language() -> Row:
    """The language data of the recogniser."""
    name = "data bahasa Indonesia (OCR)"
    try:
        where, known = str(language_data()), proof.is_known_language()
    except (Refusal, OSError) as error:
        problem = error.text("id") if isinstance(error, Refusal) else "tidak dapat dibaca"
        then = "apt-get install tesseract-ocr-ind, lalu jalankan lagi"
        return Row(name, False, problem, then)
    if known:
        return Row(name, True, f"{where} (kode pemeriksa cocok)")
    return Row(name, True, f"{where}: kodenya lain", "pakai data dari paket tesseract-ocr-ind", warning=True)


def reading(settings: Settings) -> Row:
    """Read the built-in page as proof."""
    name = "mesin pembaca (OCR)"
    again = "pasang ulang dengan ./run, lalu jalankan lagi; selama ini surat didaftarkan tanpa usulan isian"
    try:
        missing = _missing(settings["masuk.tanpa_isolasi"])
    except Refusal as error:
        problem = f"{proof.engine()}: {error.text('id')}"
        return Row(name, False, problem, again)
    if missing:
        problem = f"{proof.engine()}: halaman uji salah terbaca (kurang {', '.join(missing)})"
        return Row(name, False, problem, again)
    return Row(name, True, f"{proof.engine()}, halaman uji terbaca")


@cache
def _missing(accept_risk: bool) -> tuple[str, ...]:
    with Reader(accept_risk=accept_risk) as reader:
        return proof.prove(reader)


def layout(accept_risk: bool) -> Row:
    """LibreOffice lays out a document: it runs, and is not only installed."""
    name = "LibreOffice"
    then = "apt-get install --reinstall libreoffice-writer-nogui; selama ini surat tidak dapat disetujui"
    try:
        _laid_out(accept_risk)
    except Refusal as error:
        return Row(name, False, error.text("id"), then)
    return Row(name, True, f"{shutil.which('soffice')}, halaman uji tersusun")


@cache
def _laid_out(accept_risk: bool) -> None:
    to_pdf([DOCUMENT], accept_risk=accept_risk)


def font(settings: Settings) -> Row:
    """The letters' font, or one of the same widths, is installed."""
    name = settings["surat.huruf"]
    other = stand_in(name)
    if not other:
        return Row("huruf surat", True, name)
    message = f"“{name}” tidak terpasang; “{other}” menggantikannya dan baris surat dapat berubah"
    return Row(
        "huruf surat", True, message, "apt-get install fonts-liberation, atau ganti surat.huruf", warning=True,
    )  # fmt: skip


@cache
def stand_in(font: str) -> str:
    """Empty where none is needed."""
    wanted = font.strip().casefold()
    if wanted in _SYMBOLS or shutil.which("fc-match") is None:
        return ""
    escaped = "".join(f"\\{character}" if character in "\\-:," else character for character in font)
    done = subprocess.run(
        ["fc-match", "--format=%{family}", "--", escaped],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False,
    )  # fmt: skip
    families = [
        family.strip() for family in done.stdout.decode("utf-8", "replace").split(",") if family.strip()
    ]
    known = {family.casefold() for family in families}
    if not families or wanted in known or known & _SAME_WIDTHS.get(wanted, set()):
        return ""
    return families[0]


def share(settings: Settings) -> Iterator[Row]:
    """Mount, write access, leases, folders that nobody takes from."""
    inbox = settings.inbox
    try:
        with opened(inbox):
            scan = ready(inbox, Patience(), known=settings.inbox_folders)
    except Refusal as error:
        then = "pasang folder bersama itu; penanda jangan dibuat dengan tangan"
        yield Row("inbox", False, error.text("id"), then)
        return
    mode = inbox.stat().st_mode
    detail = f"{inbox}; pemilik {_name(inbox.stat().st_uid)}, izin {stat.S_IMODE(mode):04o}"
    is_trial = bool(settings["kantor.percobaan"])
    if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        open_to_all = "siapa pun boleh menulis dan menghapus"
    elif mode & stat.S_IROTH and not is_trial:
        open_to_all = "siapa pun di mesin ini melihat nama berkas"
    else:
        open_to_all = ""
    if open_to_all:
        yield Row("inbox", True, f"{detail}: {open_to_all}", f"chmod o-rwx {inbox}", warning=True)
    else:
        yield Row("inbox", True, detail)
    yield Row("sewa berkas (lease)", *_leases(settings))
    if scan.folders:
        yield Row(
            "folder dalam inbox", True, f"{len(scan.folders)} tidak dikenal, isinya tidak diambil",
            f"pindahkan isinya ke inbox, atau tambahkan pada masuk.folder (kini: {', '.join(settings['masuk.folder'])})",
            warning=True,
        )  # fmt: skip


def disks(settings: Settings, archive: Path | None) -> Iterator[Row]:
    """Free space where the office writes; ``archive`` is the archive's folder, if any."""
    floor = max(_FREE, settings["masuk.ruang_bebas_mb"] << 20)
    free = shutil.disk_usage(settings.home).free
    detail = f"{free >> 20} MB bebas, batas jeda penerimaan {settings['masuk.ruang_bebas_mb']} MB"
    yield Row(
        "ruang penyimpanan",
        free > floor,
        detail,
        "kosongkan ruang atau pindahkan folder data kantor ke penyimpanan yang lebih besar",
    )
    for name, path in (("inbox", settings.inbox), ("arsip", archive)):
        other = free_bytes(path) if path else None
        if path and other is not None and path.stat().st_dev != settings.home.stat().st_dev:
            yield Row(
                f"ruang penyimpanan {name}",
                other > floor,
                f"{other >> 20} MB bebas",
                f"kosongkan ruang pada penyimpanan {name}",
            )


def clock_row() -> Row:
    """Whether the clock stands before the last entry; the records must be open."""
    try:
        now = moment_for_numbers()
    except Refusal as error:
        then = "betulkan jam mesin; jika jam sudah benar, pastikan"
        return Row("jam", False, error.text("id"), then, next=(Next("confirm-clock"),))
    return Row("jam", True, f"{now:%d-%m-%Y %H.%M} UTC, tidak mundur")


def doors(settings: Settings) -> Iterator[Row]:
    """Watcher, worker and queue; a trial home may stand still."""
    is_trial = bool(settings["kantor.percobaan"])
    signs = {door: heartbeat.of(settings, door) for door in heartbeat.NEEDED}
    for door, sign in signs.items():
        is_well = sign.lives and not sign.paused
        message = sign.message.removeprefix(f"{heartbeat.WORDS[door]} ")
        yield Row(
            heartbeat.WORDS[door], is_well or (is_trial and not sign.lives), message, sign.then,
            warning=not is_well, next=sign.next,
        )  # fmt: skip
    waiting = queue.waiting()
    stands = waiting > 0 and not signs[heartbeat.WORKER].lives
    yield Row(
        "antrean baca", not stands or is_trial, f"{waiting} menunggu", "jalankan pekerja latar belakang",
        warning=stands or waiting > _MANY,
    )  # fmt: skip


def _leases(settings: Settings) -> tuple[bool, str]:
    longer = f"berkas diambil setelah tenang {settings['masuk.jeda_tanpa_sewa_detik']:g} detik"
    path = settings.inbox / f".uji-sewa-{os.getpid()}.tmp"
    try:  # the inbox is everybody's: what lies there under this name already, a link maybe, is not touched
        handle = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except OSError:
        return True, f"tidak dapat diuji oleh pengguna ini; {longer}"
    try:
        has = writers(handle) is Writers.NONE
    finally:
        os.close(handle)
        path.unlink(missing_ok=True)
    return True, f"ada; berkas milik akun lain: {longer}" if has else f"tidak ada; {longer}"


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
