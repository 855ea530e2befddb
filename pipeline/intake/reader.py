"""The reader: one warm child within walls that opens documents for us, forks for each page, and ends when idle.

The parent never parses foreign bytes: it hands over an unchangeable copy of the document and gets
JSON, pictures and PDFs back. A child that dies is started again; one bad document or page never
stops the rest. A :class:`Reader` belongs to the thread that made it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from typing import Any, Self

from pipeline.intake.descriptors import all_of, check_start
from pipeline.intake.errors_reading import NoLanguage, refusal, unopened
from pipeline.intake.likeness import Likeness, likeness_from_plain
from pipeline.intake.look import Look, look_from_plain
from pipeline.intake.reading import Page, Reading, page_from_plain
from pipeline.kernel import sandbox
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.sandbox import Crashed, TimedOut
from pipeline.kernel.walls import MIB, Limits
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.parcel import pack

USUAL = Limits(memory=1024 * MIB, cpu=30, wall=90.0)
_CHILD = Limits(memory=None, cpu=None, wall=None)
_GRACE = 30.0
_TESSDATA = ("share/tessdata", "/usr/share/tesseract-ocr")
_LOST = "Halaman {page} tidak dapat dibaca: {reason}"


@dataclass(frozen=True)
class Glance:
    """What a first look tells: kind, pages (0: a DOCX, whose pages are not known), codes on page 1.

    ``identifier`` is that of a DOCX; ``has_signature`` tells of an electronic signature;
    ``problems`` are Indonesian notes that are no reason to refuse; ``is_hard`` says that page 1 is blank or
    bears a code that could not be read: the other pages may tell more.
    """

    kind: str
    pages: int
    codes: tuple[str, ...]
    identifier: str | None = None
    has_signature: bool = False
    problems: tuple[str, ...] = ()
    is_hard: bool = False


def language_data(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of ``ind.traineddata``: RANGKAP_TESSDATA, the environment's, or Debian's.

    Raises :class:`NoLanguage`.
    """
    own, system = Path(sys.prefix) / _TESSDATA[0], Path(_TESSDATA[1])
    given = environ.get("RANGKAP_TESSDATA")
    folders = [Path(given)] if given else [own, *sorted(system.glob("*/tessdata"), reverse=True)]
    for folder in folders:
        if (folder / "ind.traineddata").is_file():
            return folder.absolute()
    raise NoLanguage


class Reader:
    """Opens documents through its child; use it as a context manager.

    ``megapixels`` and ``pages`` are the office's bounds, ``idle`` the seconds after which an unused
    child ends. Methods take the descriptor of an open file and raise the refusals of
    :mod:`pipeline.intake.errors_reading` or :class:`~pipeline.kernel.sandbox.NoIsolation`.
    """

    def __init__(
        self,
        *,
        megapixels: int = 120,
        pages: int = 500,
        accept_risk: bool = False,
        idle: float = 60.0,
        limits: Limits = USUAL,
    ) -> None:
        self._bounds = {"megapixels": megapixels, "pages": pages}
        self._accept_risk = accept_risk
        self._idle = idle
        self._limits = limits
        self._child: Popen[bytes] | None = None
        self._line: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child; the next job would start another."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._child is not None:
            sandbox.stop(self._child)
            self._child = None

    def glance(self, fd: int) -> Glance:
        """Tell what a document is, whether it can be opened, and which codes page 1 bears."""
        with self._document(fd) as (document, seen):
            look = self._look(document, 1) if seen["pages"] else Look()
        return Glance(
            kind=str(seen["kind"]),
            pages=int(seen["pages"]),
            codes=look.codes,
            identifier=seen["identifier"],
            has_signature=bool(seen["has_signature"]),
            problems=tuple(seen["problems"]),
            is_hard=look.is_blank or look.is_hard,
        )

    def codes(self, fd: int) -> tuple[tuple[str, ...], ...]:
        """Return the payloads of all codes, page by page; a page that cannot be read has none."""
        return tuple(one.codes for one in self.looks(fd))

    def looks(self, fd: int, *, hunt: bool = False) -> tuple[Look, ...]:
        """Return what a look for codes tells of each page (``hunt``: much harder); one that cannot be read tells nothing."""
        found = []
        with self._document(fd) as (document, seen):
            for number in range(1, seen["pages"] + 1):
                try:
                    found.append(self._look(document, number, hunt=hunt))
                except RangkapError:
                    found.append(Look())
        return tuple(found)

    def likeness(self, fd: int, print_pdf: bytes, name: str, code: str = "") -> Likeness:
        """Return how a scan that bears ``code`` compares with ``print_pdf``, which is signed above ``name``."""
        with self._document(fd) as (document, seen):
            both = sandbox.sealed(pack([print_pdf, all_of(document)]))
            try:
                pages = [
                    json.loads(self._job("compare", both, page=number, name=name, code=code)[0])
                    for number in range(1, seen["pages"] + 1)
                ]
            finally:
                os.close(both)
        return likeness_from_plain(pages)

    def is_born_digital(self, fd: int) -> bool:
        """Tell whether page 1 was never on paper: it has text of its own and is no picture of a page."""
        with self._document(fd) as (document, seen):
            return seen["kind"] == "pdf" and bool(json.loads(self._job("is_text", document, page=1)[0]))

    def read(
        self, fd: int, progress: Callable[[int, int], object] = lambda page, pages: None, only: int = 0
    ) -> Reading:
        """Read all pages (or ``only`` one) and suggest the fields; ``progress`` is told each page done and their number.

        A page that cannot be read stays empty and is told in ``problems``.
        """
        from pipeline.intake.suggest import suggest  # its rules are read from files

        data = str(language_data())
        pages: list[Page] = []
        problems: list[str] = []
        with self._document(fd, laid_out=True) as (document, seen):
            problems += seen["problems"]
            for number in (only,) if only else range(1, seen["pages"] + 1):
                try:
                    page, _ = self._job("read_page", document, page=number, data=data)
                    pages.append(page_from_plain(json.loads(page)))
                except (Crashed, TimedOut, sandbox.OutOfMemory) as error:
                    self._lose(pages, problems, number, error)
                except RangkapError as error:
                    if seen["pages"] == 1 or isinstance(error, sandbox.NoIsolation):
                        raise
                    self._lose(pages, problems, number, error)
                progress(number, seen["pages"])
        return Reading(tuple(pages), suggest(pages), seen["identifier"], tuple(problems))

    def picture(self, fd: int, page: int, dpi: int = 100) -> bytes:
        """Return page ``page`` (from 1) as PNG at about ``dpi``; never larger than it came."""
        with self._document(fd, laid_out=True) as (document, _):
            return self._job("picture", document, page=page, dpi=dpi)[0]

    def split(self, fd: int, ranges: Sequence[tuple[int, int]]) -> bytes:
        """Return one PDF with the pages of ``ranges`` (first and last, from 1); a repeat gives equal bytes."""
        with self._document(fd, laid_out=True) as (document, _):
            return self._job("split", document, ranges=[list(one) for one in ranges])[0]

    @staticmethod
    def _lose(pages: list[Page], problems: list[str], number: int, error: RangkapError) -> None:
        pages.append(Page(number, 0, 0, (), "ocr", 0.0, 0, ()))
        problems.append(_LOST.format(page=number, reason=error.text()))

    def _look(self, document: int, number: int, *, hunt: bool = False) -> Look:
        try:
            return look_from_plain(json.loads(self._job("read_codes", document, page=number, hunt=hunt)[0]))
        except RangkapError as error:
            raise unopened(error) from None

    @contextmanager
    def _document(self, fd: int, *, laid_out: bool = False) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield a sealed copy of the document (the repaired one, if need be) and what the survey told.

        With ``laid_out`` a DOCX becomes the PDF it prints as.
        """
        check_start(fd)
        document = sandbox.sealed(fd)
        try:
            seen, repaired = self._survey(document)
            if laid_out and seen["kind"] == "docx":
                (repaired,) = to_pdf([all_of(document)], accept_risk=self._accept_risk)
                seen = self._survey_bytes(repaired) | {"kind": "docx", "identifier": seen["identifier"]}
            if repaired:
                os.close(document)
                document = sandbox.sealed(repaired)
            yield document, seen
        finally:
            os.close(document)

    def _survey(self, document: int) -> tuple[dict[str, Any], bytes]:
        try:
            told, repaired = self._job("survey", document)
        except RangkapError as error:
            raise unopened(error) from None
        seen: dict[str, Any] = json.loads(told)
        return seen, repaired

    def _survey_bytes(self, data: bytes) -> dict[str, Any]:
        document = sandbox.sealed(data)
        try:
            return self._survey(document)[0]
        finally:
            os.close(document)

    def _job(self, job: str, document: int, **args: object) -> tuple[bytes, bytes]:
        """Have ``job`` done; once more with a new child if this one had gone to rest."""
        try:
            return self._ask(job, document, args)
        except EOFError:
            self.close()
        try:
            return self._ask(job, document, args)
        except EOFError:
            self.close()
            raise Crashed(1) from None

    def _ask(self, job: str, document: int, args: Mapping[str, object]) -> tuple[bytes, bytes]:
        limits = self._limits
        wall = limits.wall or 90.0
        request = {
            "job": job,
            "args": {**self._bounds, **args},
            "memory": limits.memory,
            "cpu": limits.cpu,
            "wall": wall,
            "file_size": limits.file_size,
        }
        line = self._line or self._start()
        line.settimeout(wall + _GRACE)
        try:
            socket.send_fds(line, [json.dumps(request).encode()], [document])
            message, results, _, _ = socket.recv_fds(line, 1 << 16, 2)
        except TimeoutError:
            self.close()
            raise TimedOut(seconds=round(wall)) from None
        except OSError:
            raise EOFError from None
        try:
            if not message:
                raise EOFError
            answer = json.loads(message)
            if answer:
                raise refusal(str(answer["error"]), answer["fields"])
            return all_of(results[0]), all_of(results[1])
        finally:
            for descriptor in results:
                os.close(descriptor)

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                self._child = sandbox.start(
                    [sys.executable, "-P", "-m", "pipeline.intake.inside", str(self._idle)],
                    stdin=theirs.fileno(),
                    limits=_CHILD,
                    shown=[folder] if (folder := os.environ.get("RANGKAP_TESSDATA")) else [],
                    accept_risk=self._accept_risk,
                )
            except BaseException:
                ours.close()
                raise
        self._line = ours
        return ours
