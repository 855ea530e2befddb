"""Step 8: a typed transcript of a document is filed beside it as a derivative, by whom and when, and can be searched.

The scan is never changed. A better transcript is a further one. What was typed waits in ``var/ketikan/`` until it is
filed; a kill leaves it there for the filing, or for the next start to clear away.
"""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from dataclasses import dataclass

from pipeline.archive.read import Document
from pipeline.cases import transcript
from pipeline.cases.states import State
from pipeline.kernel import clock
from pipeline.kernel.errors import Busy, Refusal
from pipeline.kernel.files import Lock, digest_bytes, write_durably
from pipeline.kernel.people import Role
from pipeline.lookup import restriction
from pipeline.office.arrivals import derivative
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, case_to_read, moment_for_numbers, need_role
from pipeline.office.base.dossier import Paper
from pipeline.records import boot, cases, entries, history, texts
from pipeline.records.texts import TextKind
from pipeline.stores.folder import make_folder_durably

VERB, KIND = "transcribe", "transcribed"
TYPISTS = frozenset({Role.CLERK, Role.OFFICER})
ROOM, _LOCK = "ketikan", "ketikan.lock"
_INCOMING = re.compile(r"(?:surat-masuk-\d+|catatan-telepon(?:-\d+)?|pindaian-lama-\d+)\.(?!txt)[a-z0-9]+")
MOST_TYPED = transcript.MOST * 2
"""No more is read from whoever types; what is longer than a transcript may be is refused."""


@dataclass(frozen=True)
class Typed:
    """What was filed: the ``name`` in the case and how many places could not be read."""

    case: str
    name: str
    unreadable: int


def documents(number: str) -> list[Document]:
    """Return the incoming documents of a case that can be typed out."""
    return [one for one in cases.documents(number) if _INCOMING.fullmatch(one.logical)]


def choose(desk: Desk, number: str, document: str) -> Document:
    """Return the incoming document, before anything is typed. Raises NotFound."""
    need_role(desk, VERB, TYPISTS)
    case = case_to_read(desk, number, VERB)
    restriction.need_open(number)
    known = {} if case.state is State.OLD else {one.logical: one for one in documents(number)}
    if document not in known:
        raise Refusal(
            "office.not_incoming", document=document[:60], case=number, known=", ".join(known) or "tidak ada"
        )
    return known[document]


def transcribe(desk: Desk, number: str, document: str, typed: str) -> Typed:
    """File what was ``typed`` as a transcript of ``document``.

    Raises what :func:`choose` raises, ClockBehind.
    """
    scan, text = choose(desk, number, document), transcript.clean(typed)
    if not transcript.is_fit(text):
        raise Refusal("office.nothing_typed", most=transcript.MOST)
    moment = moment_for_numbers()
    file = transcript.written(text, document, scan.sha512, desk.actor.account, clock.stamp(moment))
    data = file.encode()
    digest = digest_bytes(data)
    with Lock(desk.settings.var / _LOCK):
        folder = desk.settings.var / ROOM / number
        make_folder_durably(folder)
        path = folder / f"{digest[:64]}.txt"
        write_durably(path, data)
        with boot.transact():
            name = _name(number, document)
            paper = Paper(name, path.relative_to(desk.settings.home).as_posix(), digest, len(data))
            holes = transcript.unreadable(text)
            history.note(moment, desk.actor, VERB, 8, number, document, name=name, unreadable=holes)
            texts.put(TextKind.TRANSCRIPT, digest, texts.day_of(moment), text, number, name)
            file_away.begin(desk, cases.get(number), KIND, f"salinan ketikan {document}", [paper], moment)
    file_away.finish(desk, number)
    sweep(desk, number)
    return Typed(number, name, holes)


def _name(number: str, document: str) -> str:
    """Return the name of the next transcript of ``document``: a name is never given to other bytes."""
    stem = f"{derivative.FOLDER}/{document.rpartition('.')[0]}{derivative.TYPED}"
    count = sum(1 for one in history.of_case(number) if one.verb == VERB and one.subject == document)
    return f"{stem}-{count + 1}.txt" if count else f"{stem}.txt"


def sweep(desk: Desk, number: str) -> None:
    """Remove what was typed once it is filed; while a filing is open it is needed."""
    if not entries.unfinished_of(number):
        shutil.rmtree(desk.settings.var / ROOM / number, ignore_errors=True)


def sweep_all(desk: Desk) -> None:
    """Remove what a kill left of transcripts that no filing waits for (each start); not while one is being typed in."""
    room = desk.settings.var / ROOM
    if room.is_dir():
        with suppress(Busy), Lock(desk.settings.var / _LOCK, wait=False):
            for one in room.iterdir():
                sweep(desk, one.name)
