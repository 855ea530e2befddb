"""The words of letters and transcripts after a rebuild: read from the archive, so that the search finds them again.

Those of incoming letters are not filed by themselves; they come back once such a letter is read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from pipeline.archive.read import Document
from pipeline.cases import transcript
from pipeline.kernel import clock
from pipeline.letters.errors import Dangerous, NotDocx
from pipeline.letters.text import frozen_text
from pipeline.office.arrivals import derivative
from pipeline.office.letters.letter_files import DRAFT
from pipeline.records import cases, letters, texts
from pipeline.records.texts import TextKind
from pipeline.settings import Settings

_DRAFT = re.compile(rf"surat-(.+)-r(\d+)-{re.escape(DRAFT)}")
_TYPED_ON = re.compile(r"^Diketik oleh akun .* pada (\S+)$", re.MULTILINE)
_Told = tuple[TextKind, str, date, str, str, str]
_PORTION = 200


def fill(settings: Settings) -> None:
    """Let the index hold what drafts and transcripts in the archive say; in the caller's transaction."""
    told: list[_Told] = []
    for one in (*_letters(settings), *_transcripts(settings)):
        told.append(one)
        if len(told) >= _PORTION:
            texts.put_all(told)
            told = []
    texts.put_all(told)


def _letters(settings: Settings) -> Iterator[_Told]:
    """Yield what each letter says at its newest revision that was filed."""
    newest: dict[str, tuple[int, str, Document]] = {}
    for case, one in cases.documents_named(DRAFT):
        found = _DRAFT.fullmatch(one.logical)
        if found and (found[1] not in newest or newest[found[1]][0] < int(found[2])):
            newest[found[1]] = (int(found[2]), case, one)
    for letter, (_, case, one) in sorted(newest.items()):
        known = letters.find(letter)
        with suppress(OSError, NotDocx, Dangerous):
            text = frozen_text((settings.archive / one.path).read_bytes())
            day = (known.day if known else None) or clock.today(settings["kantor.zona_waktu"])
            yield TextKind.LETTER, letter, day, text, case, ""


def _transcripts(settings: Settings) -> Iterator[_Told]:
    for case, one in cases.documents_named(derivative.TYPED):
        file = _text(settings.archive / one.path)
        typed = _TYPED_ON.search(file)
        if typed:
            day = texts.day_of(clock.read_stamp(typed[1]))
            yield TextKind.TRANSCRIPT, one.sha512, day, transcript.words_of(file), case, one.logical


def _text(path: Path) -> str:
    """Return what a file says; nothing where it cannot be read, which ``verify`` tells."""
    with suppress(OSError, UnicodeDecodeError):
        return path.read_text("utf-8")
    return ""
