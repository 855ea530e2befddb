"""Papers for the printer, in memory for 30 minutes, for the person who asked alone."""

import io
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from pypdf import PdfReader

from pipeline.cases.contact import contact_key
from pipeline.cases.contacts import NAMED
from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.lookup import visible
from pipeline.office.base.session import Session
from pipeline.web import temp_files

_SECONDS = 1800
_OWN, _ALL = (8, 64 << 20), (60, 256 << 20)
"""Prints and bytes kept of one account, and of all; the newest always stays."""
_SIZES = {
    (210, 297): "a4", (297, 210): "a4-lying", (215, 330): "f4", (330, 215): "f4-lying", (220, 110): "dl",
    (229, 162): "c5",
}  # fmt: skip


@dataclass(frozen=True)
class Print:
    """What one person may print; ``contacts`` are those of the case then, whoever the papers are for."""

    account: str
    case: str
    papers: tuple[bytes, ...]
    at: float
    pictures: tuple[bytes, ...] = ()
    contacts: tuple[tuple[str, ...], ...] = ()

    @property
    def size(self) -> int:
        """Its bytes."""
        return sum(map(len, (*self.papers, *self.pictures)))

    def sheets(self) -> list[tuple[int, int, str]]:
        """Paper and page (from 1), and its size name."""
        return [
            (number, page, size)
            for number, paper in enumerate(self.papers, 1)
            for page, size in enumerate(sizes_of(paper), 1)
        ]


_KEPT: OrderedDict[str, Print] = OrderedDict()
_LOCK = Lock()


def put_out(session: Session, case: str, put: Callable[[Path], object]) -> str:
    """Let ``put`` write its papers; return their key."""
    with temp_files.folder(session.settings) as folder:
        put(folder)
        pdfs = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)
        papers = tuple(path.read_bytes() for path in pdfs)
        shown = sorted(folder.glob("*.png"), key=lambda path: path.stat().st_mtime_ns)
        pictures = tuple(path.read_bytes() for path in shown)
    return keep(session, case, papers, pictures)


def keep(session: Session, case: str, papers: tuple[bytes, ...], pictures: tuple[bytes, ...] = ()) -> str:
    """PDF for whom ``session`` is of; returns their key."""
    if not papers:
        raise Refusal("rendering.no_renderer")
    key = secrets.token_urlsafe(16)
    contacts = _contacts(session, case) if case else ()
    with _LOCK:
        _KEPT[key] = Print(session.actor.account, case, papers, clock.now().timestamp(), pictures, contacts)
        _bound([name for name, kept in _KEPT.items() if kept.account == session.actor.account], *_OWN)
        _bound(list(_KEPT), *_ALL)
    return key


def _bound(keys: list[str], most: int, size: int) -> None:
    left = sum(_KEPT[key].size for key in keys)
    for place, key in enumerate(keys[:-1]):
        if len(keys) - place <= most and left <= size:
            return
        left -= _KEPT.pop(key).size


def of(session: Session, key: str) -> Print:
    """Raises NotFound for others, too late, and once a contact has changed."""
    with _LOCK:
        for old in [name for name, kept in _KEPT.items() if clock.now().timestamp() - kept.at > _SECONDS]:
            del _KEPT[old]
        printout = _KEPT.get(key)
    if printout is None or printout.account != session.actor.account:
        raise NotFound(what="cetakan", given="ini")
    if printout.case:
        visible.need_seen_still(session, printout.case, datetime.fromtimestamp(printout.at, UTC))
        if _contacts(session, printout.case) != printout.contacts:
            raise NotFound(what="cetakan", given="ini")
    return printout


def _contacts(session: Session, case: str) -> tuple[tuple[str, ...], ...]:
    values = visible.case(session, case).values
    return tuple(contact_key(values, whose) for whose in ("", *NAMED))


def sizes_of(paper: bytes) -> list[str]:
    """The size name of each page of a PDF."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(paper)).pages]
    return [
        _size((round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72))) for box in boxes
    ]


def _size(box: tuple[int, int]) -> str:
    near = (
        name for size, name in _SIZES.items() if all(abs(a - b) <= 1 for a, b in zip(size, box, strict=True))
    )
    return next(near, "a4")
