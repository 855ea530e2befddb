"""Power loss in one step of the procedure: what the disk of an office may hold when not everything was synced.

As :mod:`tests.faults.power_loss`, whose words are used here, on the steps that a warm server does. What the step
changes below its ``part`` is written down once; from that the states are built that a power cut may leave, each
followed by a restart and the check. Whatever lies beside the part (the medium of the backups) is as it was when the
step had ended.
"""

import shutil

from tests.faults.journal import TRACED, Reader, frozen
from tests.faults.office_sweep import Server
from tests.faults.power_loss import Report, build, states
from tests.faults.rate import counted
from tests.faults.strace_sweep import traced
from tests.faults.thinning import is_whole

SEED = 2026


def explore(
    server: Server,
    part: str,
    floor: int,
    every: int = 1,
    samples: int = 1,
    stop_at_first: bool = False,
) -> Report:
    """Try the states after a power loss at every ``every``-th call of the step; it makes at least ``floor`` calls."""
    server.reset()
    reader = Reader(server.root / part)
    status = server.run("-xx", "-s", str(1 << 26), "-e", traced(TRACED))
    assert status == 0
    journal = reader.whole(server.log.read_text("ascii").splitlines())
    assert len(journal.events) >= floor, f"only {len(journal.events)} calls, {floor} expected"
    after = server.root.with_name("sesudah")
    shutil.rmtree(after, ignore_errors=True)
    server.root.rename(after)
    seen: set[int] = set()
    failures: list[tuple[int, str, str]] = []
    with counted(f"{server.step}, power cut at {len(journal.events)} calls") as count:
        for cut, choice, tree in states(journal, samples, SEED, 1 if is_whole() else every):
            key = hash(frozen(tree, journal.top))
            if key in seen:
                continue
            seen.add(key)
            count.faults += 1
            shutil.rmtree(server.root, ignore_errors=True)
            shutil.copytree(after, server.root, symlinks=True)
            build(tree, journal.top, server.root / part)
            if wrong := str(server.ask("judge")["wrong"]):
                failures.append((cut, choice, wrong))
                if stop_at_first:
                    break
    return Report(len(journal.events), len(seen), tuple(failures))
