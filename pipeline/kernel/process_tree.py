"""Forks of a warm program, each isolated before it opens anything foreign."""

import os
import struct
from collections.abc import Collection

from pipeline.kernel import syscall_filter
from pipeline.kernel.parent_death_signal import call, control
from pipeline.kernel.sandbox_command import MIB, NOBODY

_MOUNTS, _MESSAGES, _PROCESSES = 0x00020000, 0x08000000, 0x20000000
_READ_ONLY, _PLAIN_FILES = 1, 2 | 4 | 8
_NOT_TO_BE_READ = 4
_EMPTY = ((b"/proc", _READ_ONLY, 1), (b"/tmp", 0, 64), (b"/dev/shm", 0, 64))
_DESCRIPTORS = 4096


class ProcessTrees:
    """With ``method`` "" only limits hold."""

    def __init__(self, method: str) -> None:
        self._method = method
        if method:
            self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
            control(_NOT_TO_BE_READ, 0)

    def fork(self) -> int:
        """Fork; the child (0) must :meth:`enclose` itself first."""
        if self._method:
            call("unshare", _PROCESSES)
        child = os.fork()
        if child and self._method:
            call("setns", self._own, _PROCESSES)
        return child

    def enclose(self, kept: Collection[int]) -> None:
        """Gives up descriptors but ``kept``, sight of others, rights."""
        self.forget_descriptors(kept)
        if self._method:
            self.hide_others()
        self.filter_calls()

    def forget_descriptors(self, kept: Collection[int]) -> None:
        """Close all but ``kept``; 0 to 2 lead to /dev/null."""
        above = -1
        for descriptor in (*sorted(kept), _DESCRIPTORS):
            os.closerange(above + 1, descriptor)
            above = descriptor
        for _ in range(3):
            os.open(os.devnull, os.O_RDWR)

    def hide_others(self) -> None:
        """Leave the warm program's mounts, messages and rights."""
        call("unshare", _MOUNTS | _MESSAGES)
        for place, flags, size in _EMPTY:
            call("mount", b"none", place, b"tmpfs", flags | _PLAIN_FILES, b"mode=1777,size=%d" % (size * MIB))
        if self._method != "user":
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        call("capset", struct.pack("=Ii", 0x20080522, 0), bytes(24))

    def filter_calls(self) -> None:
        """Refuse calls that no reader needs."""
        syscall_filter.apply(syscall_filter.program(one_process=True))
