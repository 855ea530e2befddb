"""The warm child of a reader: started within walls when first asked, asked through a socket, started again when it died.

One job, one answer: the document, what is asked and two files for the answer go to the child, which forks for it and
tells how the fork ended. The files exist for this job alone and cannot be changed any more when they are read; what
stands in them is foreign.

A document as an open file descriptor: its first bytes are looked at, all of them read, nothing parsed.
"""

import fcntl
import json
import math
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import Popen
from typing import Any, Self, TypeVar

from pipeline.intake.errors import Unreadable, refusal
from pipeline.intake.sniff import HEAD, kind_of
from pipeline.kernel import sandbox
from pipeline.kernel.errors import Refusal
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.kernel.walls import MIB, Limits


def check_start(fd: int) -> None:
    """Refuse what the first bytes show already, so that no child is troubled. Raises Unreadable."""
    head = os.pread(fd, HEAD, 0)
    if not head:
        raise Unreadable("intake.empty")
    if kind_of(head) is None:
        raise Unreadable("intake.unknown_kind")


def all_of(fd: int) -> bytes:
    """Return all bytes of an open file; its offset is left alone."""
    return Path(f"/proc/self/fd/{fd}").read_bytes()


USUAL = Limits(memory=1024 * MIB, cpu=30, wall=90.0)
_CHILD = Limits(memory=None, cpu=None, wall=None)
DONE, REFUSED, TIMED_OUT, WANTED_MEMORY, CRASHED = "done", "refused", "timed out", "wanted memory", "crashed"
"""How a fork ended."""
_GRACE = 30.0
_LONGEST = 1 << 16
_MOST_TOLD = 16 * MIB
"""Bytes of JSON: a page full of single letters with their boxes has some two hundred kB."""
_LONGEST_LINE = 1000
"""Letters of a sentence or a name that a child tells."""
_SEALS = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK
_UNFIT = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
_T = TypeVar("_T")
_ALLOCATOR = {
    "GLIBC_TUNABLES": ":".join(
        (
            "glibc.malloc.hugetlb=1",
            f"glibc.malloc.mmap_threshold={32 * MIB}",
            f"glibc.malloc.trim_threshold={512 * MIB}",
            f"glibc.malloc.top_pad={32 * MIB}",
        )
    )
}
"""Pictures of a page are large and many: the C library keeps what one leaves for the next, in large pieces, instead of
giving it back to the system and asking for it page by page. Where it knows these words not, it passes them over."""


class Warm:
    """Has jobs done by its child; use it as a context manager, in the thread that made it.

    ``megapixels`` and ``pages`` are the office's bounds, ``idle`` the seconds after which an unused child ends.
    ``kept`` is a folder in which pages that were laid out once are kept (``var/pdf``). ``words`` are the office's own:
    its ``places``, first words of ``institutions``, words of ``danger``. ``spent`` are the seconds that the document
    at hand has taken: of CPU, or a quarter of those on the wall.
    """

    _program = ("-m", "pipeline.intake.inside")

    def __init__(
        self,
        *,
        megapixels: int = 120,
        pages: int = 500,
        accept_risk: bool = False,
        idle: float = 60.0,
        limits: Limits = USUAL,
        kept: Path | None = None,
    ) -> None:
        self._bounds = {"megapixels": megapixels, "pages": pages}
        self.words: Mapping[str, Sequence[str]] = {}
        self.spent = 0.0
        self._most = math.inf
        self._accept_risk = accept_risk
        self._idle = idle
        self._limits = limits
        self._kept = kept
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

    def _job(
        self, job: str, document: int, *, most: int | None = None, **args: object
    ) -> tuple[bytes, bytes]:
        """Have ``job`` done; once more with a new child if this one had gone to rest, or was killed by others.

        Raises SandboxFailed where the first answer is longer than ``most`` bytes.
        """
        for _ in range(2):
            with suppress(EOFError):
                return self._ask(job, document, args, most)
            self.close()
        raise SandboxFailed(status=1)

    def _told(self, job: str, document: int, made: Callable[[Any], _T], **args: object) -> tuple[_T, bytes]:
        """Have ``job`` done, whose answer is JSON of which ``made`` makes a value. Raises SandboxFailed where it is none."""
        told, more = self._job(job, document, most=_MOST_TOLD, **args)
        return understood(told, made), more

    def _ask(
        self, job: str, document: int, args: Mapping[str, object], most: int | None
    ) -> tuple[bytes, bytes]:
        limits = self._limits
        wall = limits.wall or 90.0
        if self.spent > self._most:
            raise SandboxFailed("kernel.sandbox_timed_out", seconds=round(self._most))
        request = {
            "job": job,
            "data": args.get("data", ""),
            "memory": limits.memory,
            "cpu": limits.cpu,
            "wall": wall,
            "file_size": limits.file_size,
        }
        line = self._line or self._start()
        line.settimeout(wall + _GRACE)
        begun = time.monotonic()
        asked = sandbox.sealed(json.dumps({**self._bounds, **args}).encode())
        answers = [os.memfd_create("answer", os.MFD_ALLOW_SEALING | os.MFD_CLOEXEC) for _ in range(2)]
        with sandbox.budget(limits.memory) as tree:
            try:
                socket.send_fds(line, [json.dumps(request).encode()], [document, asked, *answers, *tree])
                message = line.recv(_LONGEST)
                if not message:
                    raise EOFError
                ended = json.loads(message)
                self.spent += max(ended["cpu"], (time.monotonic() - begun) / 4)
                self._need_done(ended, answers[0])
                return _fixed(answers[0], most), _fixed(answers[1])
            except TimeoutError:
                self.close()
                raise SandboxFailed("kernel.sandbox_timed_out", seconds=round(wall)) from None
            except OSError:
                raise EOFError from None
            finally:
                for descriptor in (asked, *answers):
                    os.close(descriptor)

    def _need_done(self, ended: Mapping[str, Any], answer: int) -> None:
        """Raise what the end of a fork means."""
        if ended["ending"] == REFUSED:
            raise understood(_fixed(answer, _MOST_TOLD), _refused)
        if ended["ending"] == TIMED_OUT:
            raise SandboxFailed("kernel.sandbox_timed_out", seconds=self._limits.cpu)
        if ended["ending"] == WANTED_MEMORY:
            raise SandboxFailed("kernel.sandbox_out_of_memory")
        if ended["status"] == -signal.SIGKILL:  # by somebody else: it cannot do that itself
            raise EOFError
        if ended["ending"] != DONE:
            raise SandboxFailed(status=int(ended["status"]))

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                self._child = sandbox.start(
                    [sys.executable, "-P", *self._program, str(self._idle)],
                    stdin=theirs.fileno(),
                    limits=_CHILD,
                    is_warm=True,
                    settings=_ALLOCATOR,
                    shown=[folder] if (folder := os.environ.get("RANGKAP_TESSDATA")) else [],
                    accept_risk=self._accept_risk,
                )
            except BaseException:
                ours.close()
                raise
        self._line = ours
        return ours


def understood(told: bytes, made: Callable[[Any], _T]) -> _T:
    """Return what ``made`` makes of JSON from a child. Raises SandboxFailed where it is too long, or not what was asked for.

    Nor may it hold halves of characters, which no database takes, or numbers that are none.
    """
    try:
        plain = json.loads(told[: _MOST_TOLD + 1])
        json.dumps(plain, ensure_ascii=False, allow_nan=False).encode()
        return made(plain)
    except _UNFIT:
        raise SandboxFailed(status=1) from None


def line_of(told: object) -> str:
    """Return a sentence or a name from a child as one line that can be shown and kept."""
    return "".join(one for one in str(told)[:_LONGEST_LINE] if one.isprintable())


def _refused(told: Any) -> Refusal:
    numbers = {str(name): one for name, one in told["fields"].items() if isinstance(one, int)}
    error = refusal(str(told["error"]), numbers)
    error.text()  # whether no field is missing
    return error


def _fixed(answer: int, most: int | None = None) -> bytes:
    """Return the bytes of an answer that nobody can change any more. Raises SandboxFailed where somebody might, or beyond ``most``."""
    try:
        fcntl.fcntl(answer, fcntl.F_ADD_SEALS, _SEALS)
    except OSError:
        raise SandboxFailed(status=1) from None
    if most is not None and os.fstat(answer).st_size > most:
        raise SandboxFailed(status=1)
    return all_of(answer)
