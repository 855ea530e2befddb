"""Command lines of bubblewrap, setpriv and prlimit."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65534
PACKAGE = Path(__file__).resolve().parent.parent
MIB = 1 << 20
METHOD = "RANGKAP_ISOLATION"
"""Tells a warm program how it was isolated."""
_FORKING = ("SYS_ADMIN", "SETUID", "SETGID", "SETPCAP", "KILL")
_CONFIGURATION = (
    "/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d",
    "/etc/libreoffice", "/etc/localtime", "/etc/paperspecs", "/var/cache/fontconfig", "/var/lib/libreoffice",
    "/var/spool/libreoffice",
)  # fmt: skip
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/tmp",  # noqa: S108 - the sandbox's own
    "TMPDIR": "/tmp",  # noqa: S108
    "LANG": "C.UTF-8",
    "PYTHONPATH": str(PACKAGE.parent),
    "PYTHONDONTWRITEBYTECODE": "1",
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
# The cure for a chroot: /proc is a mount point everywhere, so it can be made private and take "/" on top.
_REROOT = (
    *("unshare", "--mount", "--propagation", "unchanged", "sh", "-c"),
    'mount --make-private /proc && mount --rbind / /proc && cd /proc && exec chroot /proc "$@"',
    "sh",
)


@dataclass(frozen=True)
class Limits:
    """In bytes and seconds; None sets no limit.

    ``memory`` also bounds all that it starts together; ``scratch`` is the size of ``/tmp``.
    """

    memory: int | None = 1024 * MIB
    cpu: int | None = 30
    wall: float | None = 60.0
    file_size: int | None = 512 * MIB
    processes: int | None = 256
    scratch: int = 256 * MIB


USUAL = Limits()


def limited(command: Sequence[str], limits: Limits) -> list[str]:
    """The command line with ``limits``."""
    given = {
        "as": limits.memory,
        "cpu": limits.cpu and f"{limits.cpu}:{limits.cpu + 2}",
        "fsize": limits.file_size,
        "nproc": limits.processes,
        "core": 0,
    }
    line = [f"--{name}={value}" for name, value in given.items() if value is not None]
    return ["prlimit", *line, "--", *command]


def inside(
    method: str,
    command: Sequence[str],
    limits: Limits,
    extra: Mapping[str, str],
    shown: Sequence[str] = (),
    *,
    filtering: int | None,
) -> list[str]:
    """``method`` is ``root``, ``chroot`` or ``user``.

    Without ``filtering`` (an open file) it is our own warm program.
    """
    line = ["bwrap", *(f"--unshare-{namespace}" for namespace in ("ipc", "pid", "net", "uts", "cgroup-try"))]
    line += ["--die-with-parent", "--new-session", "--hostname", "rangkap", "--clearenv"]
    for name, value in {**ENVIRONMENT, **extra}.items():
        line += ["--setenv", name, value]
    line += [*_scratch(limits.scratch), *_tree(shown)]
    line += ["--remount-ro", "/home", "--remount-ro", "/", "--chdir", "/tmp", "--cap-drop", "ALL"]  # noqa: S108
    line += ["--seccomp", str(filtering)] if filtering is not None else ["--setenv", METHOD, method]
    become: list[str] = []
    kept: tuple[str, ...] = _FORKING if filtering is None else ()
    if method == "user":
        user = str(NOBODY) if filtering is not None else "0"
        line += ["--unshare-user", "--uid", user, "--gid", user, *([] if kept else ["--disable-userns"])]
    elif not kept:
        kept = ("SETUID", "SETGID", "SETPCAP")
        become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        become += ["--inh-caps=-all", "--bounding-set=-all", "--no-new-privs", "--"]
    line += [word for capability in kept for word in ("--cap-add", f"CAP_{capability}")]
    line += ["--", *limited([*become, *command], limits)]
    return [*_REROOT, *line] if method == "chroot" else line


def _tree(further: Sequence[str]) -> list[str]:
    line = ["--ro-bind", "/usr", "/usr"]
    for folder in ("/bin", "/sbin", *sorted(str(path) for path in Path("/").glob("lib*"))):
        line += ["--ro-bind-try", folder, folder]
    shown = [*_CONFIGURATION, *further, *sorted({sys.prefix, sys.base_prefix, str(PACKAGE)} - {"/usr"})]
    above = {str(parent) for path in shown for parent in Path(path).parents}
    for folder in sorted(above - {"/", "/usr"}):
        line += ["--perms", "0755", "--dir", folder]  # else bubblewrap makes them for root alone
    for path in shown:
        line += ["--ro-bind-try", path, path]
    return line


def _scratch(size: int) -> list[str]:
    empty = ["--perms", "1777", "--size", str(size), "--tmpfs"]
    line = ["--proc", "/proc", "--dev", "/dev", *empty, "/dev/shm", "--remount-ro", "/dev"]  # noqa: S108
    return [*line, *empty, "/tmp", "--perms", "0755", "--size", str(MIB), "--tmpfs", "/home"]  # noqa: S108
