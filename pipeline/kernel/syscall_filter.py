"""A seccomp filter for programs that read foreign bytes.

Refused: namespaces, mounts, other processes, keys, BPF, perf, io_uring, modules, clocks, sockets but AF_UNIX,
newer calls; with ``one_process`` also new processes and channels.
"""

import ctypes
import errno
import platform
import struct

from pipeline.kernel.parent_death_signal import control

_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Column below, and name in linux/audit.h."""
_NONE = 1 << 15
_REFUSED = {
    "acct": (163, 89), "add_key": (248, 217), "bpf": (321, 280), "chroot": (161, 51), "clock_adjtime": (305, 266),
    "clock_settime": (227, 112), "delete_module": (176, 106), "fanotify_init": (300, 262),
    "finit_module": (313, 273), "fsconfig": (431, 431), "fsmount": (432, 432), "fsopen": (430, 430),
    "fspick": (433, 433), "init_module": (175, 105), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425), "ioperm": (173, _NONE), "iopl": (172, _NONE), "kcmp": (312, 272),
    "kexec_file_load": (320, 294), "kexec_load": (246, 104), "keyctl": (250, 219), "migrate_pages": (256, 238),
    "modify_ldt": (154, _NONE), "mount": (165, 40), "mount_setattr": (442, 442), "move_mount": (429, 429),
    "move_pages": (279, 239), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265), "open_tree": (428, 428),
    "perf_event_open": (298, 241), "personality": (135, 92), "pidfd_getfd": (438, 438), "pivot_root": (155, 41),
    "process_madvise": (440, 440), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "ptrace": (101, 117),
    "quotactl": (179, 60), "quotactl_fd": (443, 443), "reboot": (169, 142), "request_key": (249, 218),
    "setdomainname": (171, 162), "sethostname": (170, 161), "setns": (308, 268), "settimeofday": (164, 170),
    "swapoff": (168, 225), "swapon": (167, 224), "syslog": (103, 116), "umount2": (166, 39), "unshare": (272, 97),
    "userfaultfd": (323, 282), "vmsplice": (278, 75),
}  # fmt: skip
_OF_OTHERS = {
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, _NONE), "kill": (62, 129), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "mq_open": (240, 180), "msgget": (68, 186), "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
    "semget": (64, 190), "setsid": (112, 157), "shmget": (29, 194), "socket": (41, 198), "socketpair": (53, 199),
    "tkill": (200, 130), "vfork": (58, _NONE),
}  # fmt: skip
_CLONE, _CLONE3, _SOCKET = (56, 220), (435, 435), (41, 198)
_NEWEST = 462
"""Last call of Linux 6.10; glibc does without newer ones."""
_NEW_SPACES, _THREAD, _OF_THIS_MACHINE = 0x7E020000, 0x00010000, 1
_LOAD, _EQUAL, _ABOVE, _SET, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
_NUMBER, _MACHINE, _FIRST = 0, 4, 16
_ALLOW = (_RETURN, 0, 0, 0x7FFF0000)
_KILL = (_RETURN, 0, 0, 0x80000000)
_REFUSE = (_RETURN, 0, 0, 0x00050000 | errno.EPERM)
_UNKNOWN = (_RETURN, 0, 0, 0x00050000 | errno.ENOSYS)
_FILTERED, _NO_NEW_RIGHTS, _BY_PROGRAM = 22, 38, 2

_Step = tuple[int, int, int, int]


def is_known() -> bool:
    """Whether this machine has a table."""
    return platform.machine() in _MACHINES


def program(*, one_process: bool = False) -> bytes:
    """An array of ``struct sock_filter``."""
    column, machine = _MACHINES[platform.machine()]
    refused = {**_REFUSED, **(_OF_OTHERS if one_process else {})}.values()
    alone = [(_SET, 1, 0, _THREAD), _REFUSE] if one_process else []
    steps: list[_Step] = [(_LOAD, 0, 0, _MACHINE), (_EQUAL, 1, 0, machine), _KILL, (_LOAD, 0, 0, _NUMBER)]
    steps += [(_ABOVE, 0, 1, _NEWEST), _UNKNOWN, *_when(_CLONE3[column], _UNKNOWN)]
    steps += [step for pair in refused for step in _when(pair[column], _REFUSE)]
    steps += _when(_CLONE[column], (_LOAD, 0, 0, _FIRST), (_SET, 0, 1, _NEW_SPACES), _REFUSE, *alone, _ALLOW)
    steps += _when(_SOCKET[column], (_LOAD, 0, 0, _FIRST), (_EQUAL, 1, 0, _OF_THIS_MACHINE), _REFUSE, _ALLOW)
    return b"".join(struct.pack("=HBBI", *step) for step in (*steps, _ALLOW))


def _when(call: int, *steps: _Step) -> list[_Step]:
    return [(_EQUAL, 0, len(steps), call), *steps]


def apply(filtering: bytes) -> None:
    """Filter this process, which has one thread, and its children."""
    held = ctypes.create_string_buffer(filtering, len(filtering))
    control(_NO_NEW_RIGHTS, 1)
    control(_FILTERED, _BY_PROGRAM, struct.pack("@HP", len(filtering) // 8, ctypes.addressof(held)))
