"""Whether this machine lets this process make memory cgroups, found out by itself and not through the product."""

import os
from contextlib import suppress
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")


def own_cgroups() -> dict[str, str]:
    """Return the paths of our cgroups by controller; that of version 2 has no name."""
    lines = [line.split(":", 2) for line in Path("/proc/self/cgroup").read_text().splitlines()]
    return {name: path.strip("/") for _, names, path in lines for name in names.split(",")}


def place() -> Path:
    """Return the cgroup below which those of documents are, if there are any."""
    own = own_cgroups()
    if "memory" in own:
        return ROOT / "memory" / own["memory"]
    return (ROOT / own.get("", "").removesuffix("office")).absolute()


def may_make_cgroups() -> bool:
    """Tell whether memory can be bounded for a whole process tree."""
    if not os.access(place(), os.W_OK):
        return False
    return "memory" in own_cgroups() or "user.delegate" in os.listxattr(place())


def cgroups_of_trees() -> list[str]:
    """Return the names of the cgroups of documents."""
    return [path.name for path in place().glob("rangkap-*")]


def is_one_ended_alone() -> bool:
    """Tell whether the kernel ends one process of a tree alone where memory is not enough (version 1)."""
    return may_make_cgroups() and "memory" in own_cgroups()


def was_one_ended() -> bool:
    """Tell whether it did so in a tree that this process made."""
    for path in place().glob(f"rangkap-*-{os.getpid()}-*/memory.oom_control"):
        with suppress(OSError):
            if "\noom_kill 0\n" not in path.read_text():
                return True
    return False
