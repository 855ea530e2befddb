"""What cannot be a document is moved unopened to ``inbox/ditolak/``, a sheet with the reason beside it.

The sheet comes first, with the refusal's id, so that after a kill no second one is made.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pipeline.intake.arrival import TakenIn, discard_arrival
from pipeline.intake.claim import Claim, release
from pipeline.intake.inbox import REFUSED, looking, opened, room
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.files import copy_durably, create_durably, durable, publish, read_back, write_durably
from pipeline.kernel.names import display, numbered, short_safe
from pipeline.kernel.text import N_

SHEET = ".alasan.txt"
LIMIT = 120  # bytes of the longest name in ``ditolak/``, the sheet's included

_READ = re.compile(
    r"^BERKAS TIDAK DAPAT DITERIMA\n.*?^Waktu     : (?P<when>[^\n]{1,60})\nTanda     : (?P<id>[0-9A-Za-z-]{1,40})\n"
    r".*?^Alasan dan langkah berikutnya:\n(?P<reason>.{1,2000}?)\n\n",
    re.DOTALL | re.MULTILINE,
)
_WHEN = re.compile(
    r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4}) pukul (?P<time>\d\d\.\d\d)(?: [A-Z]{3,4})?"
)
# how the reason ends of what became part of a letter
_CONTINUED = "diterima sebagai satu surat. Berkas ini boleh dihapus."
_TRIES = 10_000


def refuse(claimed: Claim, reason: Refusal, zone: str = "Asia/Jakarta") -> Path:
    """Returns where it lies; repeatable. ``zone`` is for the sheet."""
    while True:
        target = _place(claimed.inbox, claimed.id, claimed.name, reason, zone)
        try:
            if os.path.lexists(claimed.path):
                publish(claimed.path, target)
        except FileExistsError:  # somebody put a file of that name there since we looked
            with durable():
                sheet_of(target).unlink()
            continue
        release(claimed, target)
        return target


def refuse_arrival(
    inbox: Path, arrivals: Path, taken: TakenIn, reason: Refusal, zone: str = "Asia/Jakarta"
) -> Path:
    """Give an unreadable arrival back in ``ditolak/``; repeatable."""
    while True:
        target = _place(inbox, taken.id, taken.raw_name, reason, zone)
        if not taken.path.exists():
            return target
        if not (is_there := os.path.lexists(target)):
            _copy(taken.path, target, taken.id)
        try:
            discard_arrival(arrivals, taken.id, target, read_back(taken.path))
        except NotDurable as error:
            if error.code != "kernel.no_other_copy" or not is_there:
                raise
            with durable():  # somebody put another file of that name there
                sheet_of(target).unlink()
        else:
            return target


def sheet_of(refused: Path) -> Path:
    """The sheet of ``refused``."""
    return refused.with_name(refused.name + SHEET)


@dataclass(frozen=True)
class Refused:
    """What lies in ``ditolak/``, as its sheet says."""

    name: str
    when: str
    reason: str
    id: str = ""


def listed(inbox: Path, most: int = 50) -> list[Refused]:
    """With a sheet of ours, the newest first."""
    folder = inbox / REFUSED
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.name.endswith(SHEET)]
    except OSError:  # no share, or nothing was ever refused
        return []
    files = []
    for name in names:
        path = folder / name.removesuffix(SHEET)
        if read := _READ.search(_sheet(folder / name) if os.path.lexists(path) else ""):
            fields = path.name, _short(read["when"]), read["reason"], read["id"]
            files.append(Refused(*map(shown, fields)))
    return sorted(files, key=lambda refused: refused.id, reverse=True)[:most]


def _short(when: str) -> str:
    if (read := _WHEN.fullmatch(when)) is None or read["month"] not in clock.MONTHS:
        return when
    return f"{int(read['day']):02}-{clock.MONTHS.index(read['month']) + 1:02}-{read['year']} {read['time']}"


def reason_of(inbox: Path, name: str, since: str) -> str:
    """Empty if not refused since ``since``, the beginning of an arrival's id."""
    wanted = _wanted(name)
    stem = wanted.rpartition(".")[0] or wanted
    files = (refused for refused in listed(inbox) if refused.id >= since)
    return next(
        (
            refused.reason
            for refused in files
            if refused.name == wanted or refused.name.startswith(f"{stem}-")
        ),
        "",
    )


def refused_as(inbox: Path, name: str) -> list[Path]:
    """Not continued yet, the newest last."""
    targets = []
    for number in range(1, _TRIES):
        target = inbox / REFUSED / numbered(_wanted(name), number)
        if not os.path.lexists(target):
            break
        read = _READ.search(_sheet(sheet_of(target)))
        targets += [(read["id"], target)] if read and not read["reason"].endswith(_CONTINUED) else []
    return [target for _, target in sorted(targets)]


def say_continued(refused: Path) -> None:
    """Write on the sheet that the continuation came."""
    sheet = sheet_of(refused)
    text = _sheet(sheet)
    if read := _READ.search(text):
        reason = f"Bagian lain berkas ini datang kemudian; semuanya {_CONTINUED}"
        content = text[: read.start("reason")] + reason + text[read.end("reason") :]
        write_durably(sheet, content.encode(), 0o644)


def shown(text: str) -> str:
    """On one line, without what a screen cannot show."""
    return display(" ".join(text.split()))


def clear_unfinished(inbox: Path) -> None:
    """Remove temporary files that a kill left."""
    with durable():
        for path in (inbox / REFUSED).glob(".*.tmp"):
            path.unlink(missing_ok=True)


def _place(inbox: Path, arrival: str, name: str, reason: Refusal, zone: str) -> Path:
    with opened(inbox) as box, room(box, REFUSED, 0o755):
        pass
    folder = inbox / REFUSED
    wanted = _wanted(name)
    text = _text(arrival, name, reason, clock.now().astimezone(ZoneInfo(zone)))
    for number in range(1, _TRIES):
        target = folder / numbered(wanted, number)
        sheet = sheet_of(target)
        if _bears(sheet, arrival):
            return target
        if os.path.lexists(target):
            continue
        with suppress(FileExistsError):
            create_durably(sheet, text.encode(), 0o644)
            return target
        if _bears(sheet, arrival):  # another watcher, going on with the same claim, wrote it just now
            return target
    raise NotDurable(reason=N_("the folder of refused files is full"))


def _wanted(name: str) -> str:
    return short_safe(name, LIMIT - len(SHEET) - 6)


def _bears(sheet: Path, arrival: str) -> bool:
    return f"Tanda     : {arrival}\n" in _sheet(sheet)


def _sheet(sheet: Path) -> str:
    try:
        with open(sheet, "rb", opener=looking) as file:
            return (file.read(1 << 14) or b"").decode("utf-8", "replace")
    except OSError:
        return ""


def _copy(source: Path, target: Path, arrival: str) -> None:
    temporary = target.with_name(f".{arrival}.tmp")
    with durable(), open(source, "rb", opener=looking) as file:
        temporary.unlink(missing_ok=True)
        copy_durably(file.fileno(), temporary, mode=0o644)
    publish(temporary, target)


def _text(arrival: str, name: str, reason: Refusal, moment: datetime) -> str:
    when = f"{moment.day} {clock.MONTHS[moment.month - 1]} {moment.year} pukul {moment:%H.%M} {moment:%Z}"
    return (
        "BERKAS TIDAK DAPAT DITERIMA\n\n"
        f"Nama asal : {display(name)}\n"
        f"Waktu     : {when}\n"
        f"Tanda     : {arrival}\n\n"
        f"Alasan dan langkah berikutnya:\n{reason.text('id')}\n\n"
        "Berkas ini belum dicatat dan belum mendapat nomor. Tidak ada yang dihapus: berkas disimpan di\n"
        "folder ini di samping keterangan ini. Taruh berkas yang benar di inbox; setelah itu keduanya boleh\n"
        "dihapus oleh petugas.\n"
    )
