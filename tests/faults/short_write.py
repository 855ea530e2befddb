"""Writes that the kernel really makes only by half, in a process that is held by ptrace as strace holds one.

strace can tell a program that a write wrote less, but then nothing was written. Here the count that the program gave is
halved in its register as the call begins: half the bytes reach the file, and the call returns their number. What
comes next is either served as usual, or told that the disk is full, until the file is closed::

    ended = held(pid, Half("pwrite64", 7, is_full=True), go)

Only on x86-64, whose numbers and registers stand below; :data:`CAN` says so.
"""

import ctypes
import errno
import os
import platform
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CAN = platform.machine() == "x86_64"
WRITES = {"write": 1, "pwrite64": 18}
"""The calls that can be halved, with their numbers."""

_CLOSE, _NONE = 3, (1 << 64) - 1
_SEIZE, _INTERRUPT, _INFO, _SYSCALL, _GETREGS, _SETREGS = 0x4206, 0x4207, 0x420E, 24, 12, 13
_SYSGOOD, _EXITKILL, _WALL = 1, 0x100000, 0x40000000
_STOP = signal.SIGTRAP | 0x80
_NAMES = "r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax rip cs eflags rsp ss"
_AGAIN = range((1 << 64) - 516, (1 << 64) - 511)
"""What a call returns that a signal cut short and that the kernel begins anew."""
_BASES = "fs_base gs_base ds es fs gs"
_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_LIBC.ptrace.restype = ctypes.c_long


class _Registers(ctypes.Structure):
    """The registers of a process that stands (``struct user_regs_struct``)."""

    _fields_ = [(name, ctypes.c_ulonglong) for name in f"{_NAMES} {_BASES}".split()]


class _Info(ctypes.Structure):
    """Why a process stands (``struct ptrace_syscall_info``); ``words`` begin with the number or the value returned."""

    _fields_ = [
        ("op", ctypes.c_uint64),
        ("at", ctypes.c_uint64 * 2),
        ("words", ctypes.c_uint64 * 8),
    ]

    @property
    def is_entry(self) -> bool:
        """Tell whether a call begins; else it has ended."""
        return bool(self.op & 0xFF == 1)


@dataclass(frozen=True)
class Half:
    """The ``nth`` call (from 1) of ``call`` to a file within a folder is made by half; with ``is_full`` all later writes to it fail."""

    call: str
    nth: int
    is_full: bool = False
    within: Path = Path("/")
    """Pipes and counters of events, of which there are more or fewer by chance, lie in no folder and are not counted."""
    without: str = ""
    """Nor is what lies in a folder of this name."""


class _Holder:
    """Looks at each call of the process ``pid`` as it begins and ends."""

    def __init__(self, pid: int, half: Half) -> None:
        self.pid = pid
        self.half = half
        self.seen = 0
        self.handle = -1
        self.asked = 0
        self.refused = False
        self.fired = False

    def look(self) -> None:
        """Change the call that begins, or what the call that has ended returns."""
        info = _Info()
        _ptrace(_INFO, self.pid, ctypes.sizeof(info), info)
        if info.is_entry:
            self._begins(*info.words[:4])
        elif self.asked and info.words[0] not in _AGAIN:
            wrote = ctypes.c_longlong(info.words[0]).value
            assert wrote == self.asked, f"the half was not written: {wrote} of {self.asked}"
            self.asked, self.fired = 0, True
        elif self.refused:
            self.refused = False
            self._set(rax=(1 << 64) - errno.ENOSPC)

    def _begins(self, number: int, handle: int, _at: int, count: int) -> None:
        if number == WRITES[self.half.call] and self._is_within(handle):
            self.seen += 1
            if self.seen == self.half.nth and count > 1:
                self.handle, self.asked = handle, count // 2
                self._set(rdx=self.asked)
                return
        if handle != self.handle:
            return
        if number == _CLOSE:
            self.handle = -1
        elif self.half.is_full and number in WRITES.values():
            self.refused = True
            self._set(orig_rax=_NONE)

    def _is_within(self, handle: int) -> bool:
        lying = Path(f"/proc/{self.pid}/fd/{handle}").readlink()
        return lying.is_relative_to(self.half.within) and self.half.without not in lying.parts

    def _set(self, **changed: int) -> None:
        registers = _Registers()
        _ptrace(_GETREGS, self.pid, 0, registers)
        for name, value in changed.items():
            setattr(registers, name, value)
        _ptrace(_SETREGS, self.pid, 0, registers)


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit status, whether a write was halved (a single byte cannot be), how many it made."""

    status: int
    fired: bool
    writes: int


def held(pid: int, half: Half, go: Callable[[], object]) -> Ended:
    """Hold process ``pid``, call ``go``, halve one of its writes, and return how it ended."""
    holder = _Holder(pid, half)
    _ptrace(_SEIZE, pid, 0, _SYSGOOD | _EXITKILL)
    _ptrace(_INTERRUPT, pid)
    os.waitpid(pid, _WALL)
    go()
    signalled = 0
    while True:
        _ptrace(_SYSCALL, pid, 0, signalled)
        _, status = os.waitpid(pid, _WALL)
        if not os.WIFSTOPPED(status):
            return Ended(os.waitstatus_to_exitcode(status), holder.fired, holder.seen)
        signalled = 0
        if os.WSTOPSIG(status) == _STOP:
            holder.look()
        elif not status >> 16:
            signalled = os.WSTOPSIG(status)


def _ptrace(request: int, pid: int, address: int = 0, data: int | ctypes.Structure = 0) -> None:
    where = ctypes.addressof(data) if isinstance(data, ctypes.Structure) else data
    if _LIBC.ptrace(request, pid, address, where) < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"ptrace {request:#x}: {os.strerror(number)}")
