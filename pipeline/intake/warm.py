"""The warm child of a reader: started within walls when first asked, asked through a socket, started again when it died.

One job, one answer: the parent sends the document's descriptor and gets those of the results. What a child says in
its answer is taken for foreign too: only the name of a refusal and its fields count.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import Popen
from typing import Self

from pipeline.intake.descriptors import all_of
from pipeline.intake.errors_reading import refusal
from pipeline.kernel import sandbox
from pipeline.kernel.sandbox import Crashed, TimedOut
from pipeline.kernel.walls import MIB, Limits

USUAL = Limits(memory=1024 * MIB, cpu=30, wall=90.0)
_CHILD = Limits(memory=None, cpu=None, wall=None)
_GRACE = 30.0
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
    ``kept`` is a folder in which pages that were laid out once are kept (``var/pdf``).
    """

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
                    settings=_ALLOCATOR,
                    shown=[folder] if (folder := os.environ.get("RANGKAP_TESSDATA")) else [],
                    accept_risk=self._accept_risk,
                )
            except BaseException:
                ours.close()
                raise
        self._line = ours
        return ours
