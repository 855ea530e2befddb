"""Search words of letters, calls and transcripts, from archive and ``var/letters/``.

Those of incoming letters come back as they are read again.
"""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import islice

from pipeline.archive.archive import Archive
from pipeline.archive.opened import archive_of
from pipeline.cases import transcript
from pipeline.kernel import clock
from pipeline.letters.errors import BadDocx
from pipeline.letters.text import frozen_text
from pipeline.office.arrivals import derivative
from pipeline.office.cases import register
from pipeline.office.letters import letter_files
from pipeline.records import arrivals, boot, cases, letters, texts
from pipeline.settings import Settings

_DRAFT = re.compile(rf"surat-(.+)-r(\d+)-{re.escape(letter_files.DRAFT)}")
_TYPED_ON = re.compile(r"^Diketik oleh akun .* pada (\S+)$", re.MULTILINE)
_Text = tuple[texts.TextKind, str, date, str, str, str]
_Read = Callable[[], bytes]
_PORTION = 200


def fill(settings: Settings) -> None:
    """Index drafts, calls and transcripts in the caller's transaction."""
    rows = _texts(settings, frozenset())
    while portion := list(islice(rows, _PORTION)):
        texts.put_all(portion)


def complete(settings: Settings) -> None:
    """The rest, readings too, in portions that survive a kill."""
    waiting = iter(texts.unheld())
    while ids := list(islice(waiting, _PORTION)):
        with boot.transact():
            texts.fill(ids)
    rows = _texts(settings, texts.held())
    while portion := list(islice(rows, _PORTION)):
        with boot.transact():
            texts.put_all([row for row in portion if not texts.has(row[1]) and _is_there(*row[:2], row[4])])


def lacking(settings: Settings) -> list[str]:
    """Things of whose words the index holds nothing."""
    read = [arrival for arrival in texts.unheld() if texts.text_of(arrivals.get(arrival).reading)]
    rows = _texts(settings, texts.held())
    return read + [row[1] for row in rows if not texts.has(row[1]) and _is_there(*row[:2], row[4])]


def _is_there(kind: texts.TextKind, key: str, case: str) -> bool:
    if kind is texts.TextKind.TRANSCRIPT:
        return any(document.sha512 == key for document in cases.documents(case))
    return letters.find(key) is not None if kind is texts.TextKind.LETTER else arrivals.has(key)


def _texts(settings: Settings, held: Collection[str]) -> Iterator[_Text]:
    yield from _letters(settings, held)
    yield from _calls(settings, held)
    yield from _transcripts(settings, held)


def _letters(settings: Settings, held: Collection[str]) -> Iterator[_Text]:
    newest: dict[str, tuple[int, str, _Read]] = {}
    for case, document in cases.documents_named(letter_files.DRAFT):
        match = _DRAFT.fullmatch(document.logical)
        if match and (match[1] not in newest or newest[match[1]][0] < int(match[2])):
            newest[match[1]] = (int(match[2]), case, partial(archive_of(settings).read, document.path))
    newest |= dict(_unfiled(settings))
    for letter, (_, case, read) in sorted(newest.items()):
        if letter in held:
            continue
        known = letters.find(letter)
        with suppress(OSError, BadDocx):
            text = frozen_text(read())
            day = (known.day if known else None) or clock.today(settings["kantor.zona_waktu"])
            yield texts.TextKind.LETTER, letter, day, text, case, ""


def _unfiled(settings: Settings) -> Iterator[tuple[str, tuple[int, str, _Read]]]:
    for room in (settings.var / "letters").glob("*/"):
        known = letters.find(room.name)
        path = (
            letter_files.folder(settings, room.name, known.revision) / letter_files.DRAFT if known else None
        )
        if known and path and path.is_file():
            yield known.id, (known.revision, known.case, path.read_bytes)


def _calls(settings: Settings, held: Collection[str]) -> Iterator[_Text]:
    named = iter(cases.documents_named(register.CALL_BASE))
    while portion := list(islice(named, _PORTION)):
        paths = {(case, document.sha512): document.path for case, document in portion}
        for arrival in arrivals.of_cases({case for case, _ in portion}):
            path = paths.get((arrival.case, arrival.sha512))
            if path and arrival.id not in held:
                text = _text(archive_of(settings), path)
                yield texts.TextKind.INCOMING, arrival.id, texts.day_of(arrival.taken_at), text, "", ""


def _transcripts(settings: Settings, held: Collection[str]) -> Iterator[_Text]:
    for case, document in cases.documents_named(derivative.TYPED):
        if document.sha512 in held:
            continue
        file = _text(archive_of(settings), document.path)
        if typed := _TYPED_ON.search(file):
            day = texts.day_of(clock.read_stamp(typed[1]))
            yield (
                texts.TextKind.TRANSCRIPT,
                document.sha512,
                day,
                transcript.words_of(file),
                case,
                document.logical,
            )


def _text(archive: Archive, path: str) -> str:
    """What cannot be read is left to ``verify``."""
    with suppress(OSError, UnicodeDecodeError):
        return archive.read(path).decode()
    return ""
