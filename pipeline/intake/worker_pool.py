"""A reader's warm sandboxed child, asked through a socket: one job, one fork, one answer.

An answer's files are sealed before they are read; their content is foreign.
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
from pipeline.kernel.sandbox_command import MIB, Limits


def check_start(fd: int) -> None:
    """Refuse what the first bytes show already."""
    if not (head := os.pread(fd, HEAD, 0)):
        raise Unreadable("intake.empty")
    if kind_of(head) is None:
        raise Unreadable("intake.unknown_kind")


def all_of(fd: int) -> bytes:
    """All bytes of an open file; its offset stays."""
    return Path(f"/proc/self/fd/{fd}").read_bytes()


USUAL = Limits(memory=1024 * MIB, cpu=30, wall=90.0)
_CHILD = Limits(memory=None, cpu=None, wall=None)
# how a fork ended
DONE, REFUSED, TIMED_OUT, WANTED_MEMORY, CRASHED = "done", "refused", "timed out", "wanted memory", "crashed"
_GRACE = 30.0
_LONGEST = 1 << 16
_MOST_TOLD = 16 * MIB  # bytes of JSON; a page of single letters has 200 kB
_LONGEST_LINE = 1000  # letters of a sentence or name from a child
_SEALS = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK
_UNFIT = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
_T = TypeVar("_T")
# Pictures are large and many: the C library keeps freed memory for the next, in large pieces
_ALLOCATOR = {
    "GLIBC_TUNABLES": f"glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold={32 * MIB}"
    f":glibc.malloc.trim_threshold={512 * MIB}:glibc.malloc.top_pad={32 * MIB}"
}


class SandboxedChild:
    """For one thread.

    ``idle``: seconds after which an unused child ends; ``kept``: folder of pages laid out once (``var/pdf``);
    ``words``: the office's ``places``, ``institutions``, ``danger``; ``spent``: seconds of CPU, or a quarter
    of those on the wall.
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
        """The next job would start another child."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._child is not None:
            sandbox.stop(self._child)
            self._child = None

    def _job(
        self, job: str, document: int, *, most: int | None = None, **args: object
    ) -> tuple[bytes, bytes]:
        # Have ``job`` done, once more if the child had ended or was killed. Raises SandboxFailed if it was
        # again, and beyond ``most`` bytes
        for _ in range(2):
            with suppress(EOFError):
                return self._ask(job, document, args, most)
            self.close()
        raise SandboxFailed(status=-signal.SIGKILL)

    def _told(self, job: str, document: int, made: Callable[[Any], _T], **args: object) -> tuple[_T, bytes]:
        answer, more = self._job(job, document, most=_MOST_TOLD, **args)
        return understood(answer, made), more

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
                if not (message := line.recv(_LONGEST)):
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


def understood(answer: bytes, made: Callable[[Any], _T]) -> _T:
    """What ``made`` makes of JSON.

    Raises SandboxFailed for the unfit, also halves of characters, which no database takes.
    """
    try:
        plain = json.loads(answer[: _MOST_TOLD + 1])
        json.dumps(plain, ensure_ascii=False, allow_nan=False).encode()
        return made(plain)
    except _UNFIT:
        raise SandboxFailed(status=1) from None


def line_of(words: object) -> str:
    """Words from a child as one printable line."""
    return "".join(character for character in str(words)[:_LONGEST_LINE] if character.isprintable())


def _refused(answer: Any) -> Refusal:
    numbers = {str(name): value for name, value in answer["fields"].items() if isinstance(value, int)}
    error = refusal(str(answer["error"]), numbers)
    error.text()  # whether no field is missing
    return error


def _fixed(answer: int, most: int | None = None) -> bytes:
    # Seal an answer and return its bytes. Raises SandboxFailed if it might still change, or beyond ``most``
    try:
        fcntl.fcntl(answer, fcntl.F_ADD_SEALS, _SEALS)
    except OSError:
        raise SandboxFailed(status=1) from None
    if most is not None and os.fstat(answer).st_size > most:
        raise SandboxFailed(status=1)
    return all_of(answer)
