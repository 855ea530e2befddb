"""Power loss at every moment: what a disk may hold when not everything was synced.

The program of a :class:`~tests.faults.strace_sweep.Case` is run once under strace, which writes down
every call that changes the folder, with its bytes. From this journal the states are built that may be
found after the power went away behind call *k*:

* bytes written since the last fsync of their file may be there, half there, or not at all;
* a name made, moved or removed since the last fsync of its folder may be so or not, each by itself
  (a rename across two folders is one event: journals keep it whole; syncing either folder keeps it);
* what was synced is there.

For each *k*: everything kept, everything lost, names kept without bytes, and ``samples`` seeded
choices. Each new state is written to the folder, then recovery and check run there::

    report = explore(case, floor=100)
    assert not report.failures

It is a sample, not a proof, and sectors are not torn. Memory maps and copies inside the kernel
(sendfile, copy_file_range) are refused, since their bytes are not seen; only one process may write.
"""

import os
import random
import shutil
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.journal import Data, Event, Journal, Names, Node, Sync, frozen, put, record, rename
from tests.faults.rate import counted
from tests.faults.strace_sweep import Case


@dataclass(frozen=True)
class Report:
    """How many calls, how many different states, and which (call, choice, what) failed."""

    calls: int
    states: int
    failures: tuple[tuple[int, str, str], ...]


def explore(
    case: Case, floor: int, samples: int = 4, seed: int = 2026, stop_at_first: bool = False
) -> Report:
    """Try the states after a power loss at each call of ``case``; there are at least ``floor`` of them."""
    journal = record(case)
    seen: set[int] = set()
    failures: list[tuple[int, str, str]] = []
    with counted(f"power cut at {len(journal.events)} calls") as count:
        for cut, choice, tree in states(journal, samples, seed):
            key = hash(frozen(tree, journal.top))
            if key in seen:
                continue
            seen.add(key)
            count.faults += 1
            build(tree, journal.top, case.root)
            try:
                case.check_torn(case.root)
                case.recover(case.root)
                case.check(case.root)
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is the finding
                failures.append((cut, choice, f"{type(error).__name__}: {error}"))
                if stop_at_first:
                    break
    assert failures or len(seen) >= floor, f"only {len(seen)} states, {floor} expected"
    return Report(len(journal.events), len(seen), tuple(failures))


def states(
    journal: Journal, samples: int, seed: int, every: int = 1
) -> Iterator[tuple[int, str, dict[int, Node]]]:
    """Yield (number of calls done, name of the choice, tree) for every ``every``-th cut, from the last, and each choice."""
    for cut in range(len(journal.events), -1, -every)[::-1]:
        done = journal.events[:cut]
        safe = _durable(done)
        yield cut, "all kept", _replay(journal, done, [1.0] * cut)
        yield cut, "all lost", _replay(journal, done, [float(kept) for kept in safe])
        names = [float(kept or isinstance(event, Names)) for event, kept in zip(done, safe, strict=True)]
        yield cut, "names without bytes", _replay(journal, done, names)
        for sample in range(samples):
            dice = random.Random(f"{seed}-{cut}-{sample}")
            keep = [1.0 if kept else dice.choice((0.0, 0.5, 1.0)) for kept in safe]
            yield cut, f"sample {sample}", _replay(journal, done, keep)


def _durable(events: Sequence[Event]) -> list[bool]:
    """Say for each event whether a later fsync among ``events`` made it durable."""
    synced: set[int] = set()
    safe = []
    for event in reversed(events):
        if isinstance(event, Sync):
            synced.add(event.node)
            safe.append(True)
        elif isinstance(event, Data):
            safe.append(event.node in synced)
        else:
            safe.append(any(folder in synced for folder, _, _ in event.changes))
    return safe[::-1]


def _replay(journal: Journal, events: Sequence[Event], keep: Sequence[float]) -> dict[int, Node]:
    tree = {
        number: Node(node.data, None if node.names is None else dict(node.names), node.other, node.mode)
        for number, node in (journal.nodes | journal.new).items()
    }
    for event, kept in zip(events, keep, strict=True):
        if kept and isinstance(event, Data):
            part = event.data if event.data is None or kept == 1.0 else event.data[: len(event.data) // 2]
            put(tree[event.node], event.start, part)
        elif kept == 1.0 and isinstance(event, Names):
            rename(tree, event)
    return tree


def build(tree: dict[int, Node], top: int, root: Path) -> None:
    """Make ``root`` the folder that hangs below node ``top`` of ``tree``."""
    shutil.rmtree(root, ignore_errors=True)
    made: dict[int, Path] = {}

    def make(number: int, path: Path) -> None:
        node = tree[number]
        if node.names is not None:
            path.mkdir(mode=node.mode)
            for name, child in node.names.items():
                make(child, path / os.fsdecode(name))
        elif node.other and stat.S_ISLNK(node.other[0]):
            path.symlink_to(os.fsdecode(node.other[1]))
        elif node.other:
            os.mkfifo(path)
        elif number in made:
            path.hardlink_to(made[number])
        else:
            made[number] = path
            path.write_bytes(node.data)
            path.chmod(node.mode)

    make(top, root)
