"""Are there machines that read for the office, and is this one fit for it? Rows for ``doctor``."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import __version__
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.sandbox import isolation
from pipeline.office.arrivals import reading_room
from pipeline.office.letters import fitness
from pipeline.office.letters.fitness import Row, in_words
from pipeline.records import queue, reading_machine, sessions
from pipeline.settings import Settings, reading_room_address

_ROOM, _MACHINES = "ruang baca", "komputer pembaca"
_CHECK = f"periksa RANGKAP_READING_ROOM, jaringan, dan kuncinya (var/keys/{reading_room.KEY_FILE}); selama ini komputer kantor membaca sendiri"

_ARCHIVES = (
    "ini tempat arsip kantor, jadi tidak ada pindaian yang ditaruh di sana; komputer kantor membaca sendiri"
)
_KEEPS = (
    "embernya menyimpan versi atau mengenal object lock, sehingga pindaian yang dihapus tetap tersimpan di sana; tidak ada lagi "
    "yang ditaruh, komputer kantor membaca sendiri"
)
_OWN = (
    "beri ruang baca ember tersendiri, tanpa versi dan tanpa object lock (deploy/beberapa-mesin.md, bagian 9), isi "
    "RANGKAP_READING_ROOM dengan alamatnya, dan minta pemilik ember lama memusnahkan semua versi di sana"
)


def rows(settings: Settings) -> Iterator[Row]:
    """Yield what an office sees of its reading room and of who reads; nothing where it has none. The records are open."""
    if not reading_room_address():
        return
    yield _room(settings, is_office=True)
    found = sessions.machines()
    others = sorted({one.name for one in found if one.version != queue.version()})
    told = (
        ", ".join(one.name for one in found) or "tidak ada yang tersambung; komputer kantor membaca sendiri"
    )
    if others:
        told += f"; versi program lain: {', '.join(others)}"
        then = "pasang di sana versi program yang sama; selama ini tidak ada yang dibaca di sana"
        yield Row(
            _MACHINES, True, told, then, warning=True, key="room.other", fields={"names": ", ".join(others)}
        )
    else:
        yield Row(_MACHINES, True, told)


def of_machine(settings: Settings) -> Iterator[Row]:
    """Yield what a reading machine must have: walls, the recogniser, the office's database, the reading room."""
    way = isolation()
    yield Row(
        "rumah komputer pembaca",
        True,
        f"{settings.home} ({settings['komputer.pembaca']}, versi {__version__})",
    )
    yield Row("isolasi pembaca berkas", way is not None, way or "tidak ada", "apt-get install bubblewrap")
    yield fitness.language()
    yield fitness.reading(settings)
    line = sessions.Line(sessions.LOOKING)
    try:
        reading_machine.open_records(settings)
        reading_machine.need_same(line)
        yield Row("basis data kantor", True, "menjawab, versi programnya sama")
    except RangkapError as error:
        yield Row("basis data kantor", False, error.text())
    finally:
        line.let_go()
    yield _room(settings)


def _room(settings: Settings, *, is_office: bool = False) -> Row:
    """Look whether the reading room answers; for the office also whether what is laid out there can be taken back."""
    try:
        place = reading_room.place_of(settings)
        room = reading_room.room_of(settings)
        if room is not None:
            room.names_in()
        if place is None or room is None:
            return Row(_ROOM, False, "tidak ada", _CHECK)
        if is_office and reading_room.is_archives(place[0]):
            return Row(_ROOM, False, f"{room.place}: {_ARCHIVES}", _OWN, key="room.archive")
        if is_office and reading_room.keeps(reading_room.rule_of(*place)):
            return Row(_ROOM, False, f"{room.place}: {_KEEPS}", _OWN, key="room.versions")
    except RangkapError as error:
        return Row(_ROOM, False, error.text("id"), _CHECK, key="room.away", fields={"why": in_words(error)})
    return Row(_ROOM, True, room.place)
