"""The reader's child: takes jobs from its socket (standard input), forks for each, ends when idle.

A request is JSON with descriptors: document, arguments, two for the answer, the memory budget's.
"""

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

from pipeline.intake.inside.jobs import JOBS, preload
from pipeline.intake.worker_pool import CRASHED, DONE, REFUSED, TIMED_OUT, WANTED_MEMORY
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import write_all
from pipeline.kernel.process_tree import ProcessTrees
from pipeline.kernel.sandbox import OUT_OF_MEMORY
from pipeline.kernel.sandbox_command import METHOD

_REFUSED = 76
_LONGEST = 1 << 16


def main(line: socket.socket, idle: float) -> None:
    """Ends when nothing was asked for ``idle`` seconds."""
    trees = ProcessTrees(os.environ.get(METHOD, ""))
    while select.select([line], [], [], idle)[0]:
        message, descriptors, _, _ = socket.recv_fds(line, _LONGEST, 6)
        if not message:
            return
        line.send(json.dumps(_serve(trees, line, json.loads(message), descriptors)).encode())
        for descriptor in descriptors:
            os.close(descriptor)


def _serve(
    trees: ProcessTrees, line: socket.socket, request: dict[str, Any], given: list[int]
) -> dict[str, Any]:
    preload(request["job"], request["data"])
    gc.freeze()  # what is loaded is looked through no more: each look would copy all of it in the fork
    kept, tree = given[:4], given[4:]
    child = trees.fork()
    if child == 0:
        status = 1
        with contextlib.suppress(BaseException):
            with contextlib.suppress(IndexError, OSError):
                os.write(tree[0], b"0")
            trees.enclose(kept)
            status = _work(request, *kept)
        os._exit(status)
    ready = os.pidfd_open(child)
    waited: list[Any] = [ready, line, *tree[1:]]
    ended = select.select(waited, [], [], request["wall"])[0]
    if ready not in ended:  # out of time or memory, or the parent is gone or speaks out of turn
        os.kill(child, signal.SIGKILL)
    os.close(ready)
    status, usage = os.wait4(child, 0)[1:]
    code = os.waitstatus_to_exitcode(status)
    spent = usage.ru_utime + usage.ru_stime
    return {"ending": _ending(request, ready in ended, code, usage), "status": code, "cpu": spent}


def _ending(request: dict[str, Any], in_time: bool, status: int, usage: resource.struct_rusage) -> str:
    # The kernel kills a fork that has used up its CPU time
    is_large = usage.ru_maxrss * 1024 > 0.5 * request["memory"]
    is_spent = usage.ru_utime + usage.ru_stime > request["cpu"] - 1
    if status in (0, _REFUSED):
        return REFUSED if status else DONE
    if not in_time or (status == -signal.SIGKILL and is_spent):
        return TIMED_OUT
    return WANTED_MEMORY if status == OUT_OF_MEMORY or (status < 0 and is_large) else CRASHED


def _work(request: dict[str, Any], document: int, asked: int, answer: int, more: int) -> int:
    for kind, value in (
        (resource.RLIMIT_AS, request["memory"]),
        (resource.RLIMIT_CPU, request["cpu"]),
        (resource.RLIMIT_FSIZE, request["file_size"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))
    try:
        with open(asked, "rb", closefd=False) as stream:
            args = json.load(stream)
        with open(document, "rb", closefd=False) as stream:
            stream.seek(0)
            data, further = JOBS[request["job"]](stream, args)
        write_all(answer, data)
        write_all(more, further or b"")
    except MemoryError:
        return OUT_OF_MEMORY
    except Refusal as refused:
        write_all(answer, json.dumps({"error": refused.code, "fields": refused.fields}).encode())
        return _REFUSED
    return 0


if __name__ == "__main__":
    main(socket.socket(fileno=0), float(sys.argv[1]))
