"""The reader's child: takes jobs from its socket (standard input), forks for each, ends when idle.

A request is one JSON message with the document's descriptor; an answer is one JSON message with the
descriptors of the result and of a repaired document. The child itself opens no document.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import select
import signal
import socket
import sys
from typing import Any

from pipeline.intake.inside.jobs import JOBS, warm
from pipeline.kernel.errors import RangkapError
from pipeline.kernel.sandbox import OUT_OF_MEMORY, OutOfMemory, TimedOut

REFUSED = 76
_LONGEST = 1 << 16


def main(line: socket.socket, idle: float) -> None:
    """Serve ``line`` until the parent is gone or has asked nothing for ``idle`` seconds."""
    while select.select([line], [], [], idle)[0]:
        message, descriptors, _, _ = socket.recv_fds(line, _LONGEST, 1)
        if not message:
            return
        request = json.loads(message)
        answer, results = _serve(line, request, descriptors[0])
        socket.send_fds(line, [json.dumps(answer).encode()], results)
        for descriptor in (*descriptors, *results):
            os.close(descriptor)


def _serve(line: socket.socket, request: dict[str, Any], document: int) -> tuple[dict[str, Any], list[int]]:
    """Do one job in a fork; return the answer and the two result files."""
    warm(request["job"], request["args"])
    results = [os.memfd_create("result"), os.memfd_create("repaired")]
    gc.freeze()  # what is loaded is looked through no more: each look would copy all of it in the fork
    child = os.fork()
    if child == 0:
        status = 1
        with contextlib.suppress(BaseException):
            status = _work(request, document, results)
        os._exit(status)
    ready = os.pidfd_open(child)
    waited: list[Any] = [ready, line]
    ended = select.select(waited, [], [], request["wall"])[0]
    if ready not in ended:  # out of time, or the parent is gone or speaks out of turn
        os.kill(child, signal.SIGKILL)
    os.close(ready)
    status, usage = os.wait4(child, 0)[1:]
    return _answer(request, ready in ended, os.waitstatus_to_exitcode(status), usage, results[0]), results


def _answer(
    request: dict[str, Any], in_time: bool, status: int, usage: resource.struct_rusage, result: int
) -> dict[str, Any]:
    if status == 0:
        return {}
    if not in_time or status in (-signal.SIGXCPU, -signal.SIGALRM):
        return {"error": TimedOut.code, "fields": {"seconds": request["cpu"]}}
    is_large = usage.ru_maxrss * 1024 > 0.5 * request["memory"]
    if status == OUT_OF_MEMORY or (status < 0 and is_large):
        return {"error": OutOfMemory.code, "fields": {}}
    if status == REFUSED:
        told: dict[str, Any] = json.loads(os.pread(result, _LONGEST, 0))
        return told
    return {"error": "", "fields": {"status": status}}


def _work(request: dict[str, Any], document: int, results: list[int]) -> int:
    for kind, value in (
        (resource.RLIMIT_AS, request["memory"]),
        (resource.RLIMIT_FSIZE, request["file_size"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))
    resource.setrlimit(resource.RLIMIT_CPU, (request["cpu"], request["cpu"] + 2))
    try:
        with os.fdopen(document, "rb", closefd=False) as stream:
            stream.seek(0)
            data, repaired = JOBS[request["job"]](stream, request["args"])
        _write(results[0], data)
        _write(results[1], repaired or b"")
    except MemoryError:
        return OUT_OF_MEMORY
    except RangkapError as refused:
        _write(results[0], json.dumps({"error": refused.code, "fields": refused.fields}).encode())
        return REFUSED
    return 0


def _write(target: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(target, rest) :]


if __name__ == "__main__":
    main(socket.socket(fileno=0), float(sys.argv[1]))
