"""The reader opens documents in a sandboxed child that forks for each page; nothing foreign is parsed here.

A child that dies is started again. A :class:`Reader` belongs to its thread.
"""

import io
import json
import math
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from pipeline.intake.errors import unopened
from pipeline.intake.likeness import Likeness, likeness_from_plain
from pipeline.intake.reading import (
    Box,
    Page,
    Reading,
    Suggested,
    bounded,
    page_as_plain,
    page_from_plain,
    suggested_from_plain,
)
from pipeline.intake.worker_pool import SandboxedChild, all_of, check_start, line_of, understood
from pipeline.kernel import sandbox
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import closing, digest_file
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.framing import pack


@dataclass(frozen=True)
class Look:
    """``is_hard``: a code could not be read."""

    codes: tuple[str, ...] = ()
    is_blank: bool = False
    is_hard: bool = False


def look_from_plain(plain: Mapping[str, Any]) -> Look:
    """Every value is forced into its type."""
    return Look(tuple(map(str, plain["codes"])), bool(plain["is_blank"]), bool(plain["is_hard"]))


_TESSDATA = ("share/tessdata", "/usr/share/tesseract-ocr")
_PRINTED = "dokumen Word sebagaimana tercetak"
_NOTED = "Halaman {page}: {note}"
NOT_BROUGHT_IN = (
    "Isian formulir, catatan, atau tanda tangan dalam berkas tidak terbaca. Lihat berkas aslinya."
)
_HELD = 32 << 20  # bytes of the largest working copy remembered
OF_DOCUMENT, OF_PAGE = (
    120,
    10,
)  # seconds (:attr:`SandboxedChild.spent`) for a document and for each page beyond
_MOST_NOTES, _MOST_DRAWN = 20, 64 << 20  # notes on a document, bytes of a page's picture
UNCHECKED = "isinya tidak dapat diperiksa"  # in place of danger words: such a letter, too, is looked at first
_LOST = "Halaman {page} tidak dapat dibaca: {reason}"
_MOST_BOXES = 1200  # on a page; beyond, the whole page is blacked out
_SIDE = 10_000


@dataclass(frozen=True)
class Glance:
    """``pages`` (0: a DOCX), codes on page 1, ``identifier`` of a DOCX, notes in ``problems``.

    ``is_hard``: page 1 is blank or its code unreadable.
    """

    kind: str
    pages: int
    codes: tuple[str, ...]
    identifier: str | None = None
    has_signature: bool = False
    problems: tuple[str, ...] = ()
    is_hard: bool = False


@dataclass(frozen=True)
class Readable:
    """Searchable PDF (empty: none needed), and what it lost."""

    pdf: bytes
    lost: str


@dataclass(frozen=True)
class Marks:
    """``boxes`` in pixels as received; ``turn`` is clockwise.

    ``is_lost``: unreadable, and black without being opened again.
    """

    boxes: tuple[Box, ...]
    turn: int = 0
    is_lost: bool = False


@dataclass(frozen=True)
class Pixels:
    """Grey, ``width`` × ``height`` bytes, row by row."""

    width: int
    height: int
    grey: bytes


def language_data(environ: Mapping[str, str] = os.environ) -> Path:
    """Folder of ``ind.traineddata``: RANGKAP_TESSDATA, the environment's, or Debian's."""
    own, system = Path(sys.prefix) / _TESSDATA[0], Path(_TESSDATA[1])
    given = environ.get("RANGKAP_TESSDATA")
    folders = [Path(given)] if given else [own, *sorted(system.glob("*/tessdata"), reverse=True)]
    for folder in folders:
        if (folder / "ind.traineddata").is_file():
            return folder.absolute()
    raise Refusal("intake.no_language")


class Reader(SandboxedChild):
    """Methods take the descriptor of an open file."""

    # digest of the last document, its survey, its working copy (empty: read as it is)
    _surveyed: tuple[str, dict[str, Any], bytes] | None = None

    def glance(self, fd: int) -> Glance:
        """What a document is, and page 1's codes."""
        with self._document(fd) as (document, seen):
            look = self._look(document, 1) if seen["pages"] else Look()
        return Glance(
            kind=seen["kind"],
            pages=seen["pages"],
            codes=look.codes,
            identifier=seen["identifier"],
            has_signature=seen["has_signature"],
            problems=tuple(seen["problems"]),
            is_hard=look.is_blank or look.is_hard,
        )

    def looks(self, fd: int, *, hunt: bool = False) -> tuple[Look, ...]:
        """``hunt``: look much harder. An unreadable page tells nothing."""
        looks = []
        with self._document(fd) as (document, seen):
            for number in range(1, seen["pages"] + 1):
                try:
                    looks.append(self._look(document, number, hunt=hunt))
                except Refusal:
                    looks.append(Look())
        return tuple(looks)

    def likeness(self, fd: int, print_pdf: bytes, name: str, code: str = "") -> Likeness:
        """``code`` is the scan's, ``name`` stands below the signature."""
        with (
            self._document(fd) as (document, seen),
            closing(sandbox.sealed(pack([print_pdf, all_of(document)]))) as both,
        ):
            pages = [
                self._told(
                    "compare",
                    both,
                    lambda answer: (likeness_from_plain([answer]), dict(answer))[1],
                    page=number,
                    name=name,
                    code=code,
                )[0]
                for number in range(1, seen["pages"] + 1)
            ]
        return likeness_from_plain(pages)

    def is_born_digital(self, fd: int) -> bool:
        """Page 1 has text and is no picture of paper."""
        with self._document(fd) as (document, seen):
            return seen["kind"] == "pdf" and self._told("is_text", document, bool, page=1)[0]

    def read(
        self, fd: int, progress: Callable[[int, int], object] = lambda page, pages: None, only: int = 0
    ) -> Reading:
        """``only`` one page, or all; ``progress`` gets pages done and their number.

        An unreadable page stays empty, with a sentence in ``problems``.
        """
        data = str(language_data())
        pages: list[Page] = []
        problems: list[str] = []
        with self._document(fd, laid_out=True) as (document, seen):
            problems += seen["problems"]
            for number in (only,) if only else range(1, seen["pages"] + 1):
                try:
                    page, note = self._told("read_page", document, page_from_plain, page=number, data=data)
                    pages.append(replace(page, number=number))
                    if note:
                        line = line_of(note.decode("utf-8", "replace"))
                        problems.append(_NOTED.format(page=number, note=line))
                except Refusal as error:
                    is_whole = seen["pages"] == 1 and not isinstance(error, SandboxFailed)
                    if is_whole or isinstance(error, sandbox.NoIsolation):
                        raise
                    pages.append(Page(number, 0, 0, (), "ocr", 0.0, 0, ()))
                    problems.append(_LOST.format(page=number, reason=error.text()))
                progress(number, seen["pages"])
        kept, cut = bounded(pages)
        return Reading(kept, self.suggested(kept).fields, seen["identifier"], (*problems, *cut))

    def suggested(self, pages: Sequence[Page]) -> Suggested:
        """On failure :data:`UNCHECKED`."""
        plain = json.dumps([page_as_plain(page) for page in pages]).encode("utf-8", "replace")
        with closing(sandbox.sealed(plain)) as asked:
            try:
                return self._told("suggest", asked, suggested_from_plain, words=self.words)[0]
            except SandboxFailed:
                return Suggested({}, (UNCHECKED,))

    def picture(self, fd: int, page: int, dpi: int = 100, *, light: bool = False) -> bytes:
        """PNG at about ``dpi``; ``light``: grey JPEG. Pages count from 1."""
        with self._document(fd, laid_out=True) as (document, _):
            return self._job("picture", document, most=_MOST_DRAWN, page=page, dpi=dpi, light=light)[0]

    def split(self, fd: int, ranges: Sequence[tuple[int, int]]) -> bytes:
        """``ranges``: first and last page, from 1; always the same bytes."""
        with self._document(fd, laid_out=True) as (document, _):
            return self._job("split", document, ranges=[list(span) for span in ranges])[0]

    def join(self, parts: Sequence[bytes]) -> bytes:
        """For what :meth:`split` gave; always the same bytes."""
        with closing(sandbox.sealed(pack(parts))) as both:
            return self._job("join", both)[0]

    def readable(self, fd: int, reading: Reading) -> Readable:
        """The searchable PDF of a document that was read."""
        with self._document(fd, laid_out=True) as (document, seen):
            data = all_of(document)
            if seen["kind"] == "docx":
                return Readable(data, _PRINTED)
        pages = json.dumps([page_as_plain(page) for page in reading.pages]).encode()
        with closing(sandbox.sealed(pack([data, pages]))) as both:
            made, lost = self._job("readable", both)
        return Readable(made, line_of(lost.decode("utf-8", "replace")))

    def blackened(self, fd: int, marks: Sequence[Marks]) -> Iterator[Pixels]:
        """Every page painted; one that cannot be is never given out."""
        for data in self._painted(fd, marks, framed=False):
            line, _, grey = data.partition(b"\n")
            width, height = (int(side) for side in json.loads(line))
            if not (0 < width <= _SIDE and 0 < height <= _SIDE and len(grey) == width * height):
                raise SandboxFailed(status=1)
            yield Pixels(width, height, grey)

    def framed(self, fd: int, marks: Sequence[Marks]) -> Iterator[bytes]:
        """PNG, marks numbered, for a person to check."""
        return self._painted(fd, marks, framed=True)

    def _painted(self, fd: int, marks: Sequence[Marks], *, framed: bool) -> Iterator[bytes]:
        whole: Sequence[Box] = [(0, 0, _SIDE * 4, _SIDE * 4)]
        with self._document(fd, laid_out=True) as (document, _):
            for number, page in enumerate(marks, 1):
                if page.is_lost:
                    yield _black(framed=framed)
                    continue
                boxes = page.boxes if len(page.boxes) <= _MOST_BOXES else whole
                yield self._job(
                    "black_out", document, page=number, boxes=boxes, turn=page.turn, framed=framed
                )[0]

    def _look(self, document: int, number: int, *, hunt: bool = False) -> Look:
        try:
            return self._told("read_codes", document, look_from_plain, page=number, hunt=hunt)[0]
        except Refusal as error:
            raise unopened(error) from None

    @contextmanager
    def _document(self, fd: int, *, laid_out: bool = False) -> Iterator[tuple[int, dict[str, Any]]]:
        check_start(fd)
        document = sandbox.sealed(fd)
        self.spent, self._most = 0.0, OF_DOCUMENT
        try:
            seen, working = self._survey(document)
            self._most += OF_PAGE * seen["pages"]
            if laid_out and seen["kind"] == "docx":
                (working,) = to_pdf([all_of(document)], accept_risk=self._accept_risk, folder=self._kept)
                with closing(sandbox.sealed(working)) as printed:
                    seen = self._survey(printed)[0] | {"kind": "docx", "identifier": seen["identifier"]}
            if working:
                os.close(document)
                document = sandbox.sealed(working)
            yield document, seen
        finally:
            self._most = math.inf
            os.close(document)

    def _survey(self, document: int) -> tuple[dict[str, Any], bytes]:
        # Return survey and working copy (empty: read as it is); the last is remembered, as pages are asked
        # for singly
        digest = digest_file(Path(f"/proc/self/fd/{document}"))
        if self._surveyed is not None and self._surveyed[0] == digest:
            return self._surveyed[1:]
        try:
            seen, working = self._told("survey", document, self._seen)
        except Refusal as error:
            raise unopened(error) from None
        if seen["is_covered"]:
            working, notes = self._brought_in(document, working)
            seen["problems"] += notes
        self._surveyed = (digest, seen, working) if len(working) <= _HELD else None
        return seen, working

    def _seen(self, answer: Mapping[str, Any]) -> dict[str, Any]:
        if not 0 <= int(answer["pages"]) <= self._bounds["pages"]:
            raise ValueError
        return {
            "kind": str(answer["kind"]),
            "pages": int(answer["pages"]),
            "identifier": None if answer["identifier"] is None else line_of(answer["identifier"]),
            "has_signature": bool(answer["has_signature"]),
            "problems": [line_of(problem) for problem in answer["problems"][:_MOST_NOTES]],
            "is_covered": bool(answer.get("is_covered")),
        }

    def _brought_in(self, document: int, repaired: bytes) -> tuple[bytes, list[str]]:
        with closing(sandbox.sealed(repaired) if repaired else os.dup(document)) as source:
            try:
                made, notes = self._job("bring_in", source)
                return made, understood(notes, lambda lines: [line_of(note) for note in lines[:_MOST_NOTES]])
            except sandbox.NoIsolation:
                raise
            except Refusal:
                return repaired, [NOT_BROUGHT_IN]


def _black(*, framed: bool) -> bytes:
    size, out = (827, 1169), io.BytesIO()  # A4 at 100 dpi
    if not framed:
        return json.dumps(size).encode() + b"\n" + bytes(size[0] * size[1])
    Image.new("L", size).save(out, "PNG")
    return out.getvalue()
