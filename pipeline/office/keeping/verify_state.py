"""Checks in ``var/pemeriksaan.json``: counts, no names; ``damage`` stays until a whole check finds none."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

from pipeline.archive.finding import Progress
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor
from pipeline.kernel.text import Exit, Next
from pipeline.office.base import backup_state
from pipeline.office.keeping import reconcile
from pipeline.office.keeping.reconcile import Checked, check, open_to_verify
from pipeline.records import chain
from pipeline.settings import Settings

STATE = reconcile.CHECKS
OLD = timedelta(days=2)
_DAMAGED = {
    "missing": "hilang",
    "changed": "berubah",
    "swapped": "tertukar",
    "truncated": "terpotong",
    "unexpected": "tidak dikenal",
    "foreign": "asing",
    "torn": "belum selesai",
    "rolled_back": "dikembalikan ke keadaan lama",
    "unreadable": "tidak terbaca",
}


def note(settings: Settings, done: Checked) -> None:
    """Note durably that a check ended."""
    record = {"at": clock.stamp(clock.now())} | done.as_json()
    changed: dict[str, Any] = {"damage": record if done.damage else None}
    if done.case is None:
        changed |= {"last": record | {"history_head": chain.head()}, "failed": None}
    if done.damage or done.case is None:
        backup_state.write(settings, changed, STATE)


@contextmanager
def failure_noted(settings: Settings) -> Iterator[None]:
    """A check that failed, unless the asker is the reason."""
    try:
        yield
    except Exception as error:
        is_refusal = isinstance(error, Refusal) and error.status not in (Exit.FAILED, Exit.DAMAGED)
        if not is_refusal:
            with suppress(Refusal, OSError):
                code = getattr(error, "code", type(error).__name__)
                backup_state.write(
                    settings, {"failed": {"at": clock.stamp(clock.now()), "code": code}}, STATE
                )
        raise


def check_whole(settings: Settings, actor: Actor, progress: Callable[[Progress], None]) -> Checked:
    """Check everything and note how it ended."""
    with failure_noted(settings):
        done = check(open_to_verify(settings, actor), progress=progress)
    note(settings, done)
    return done


def verify_status(settings: Settings) -> backup_state.Status:
    """The last check is recent and found no damage."""
    known = backup_state.read(settings, STATE)
    last, damage, failed = known.get("last"), known.get("damage"), known.get("failed")
    parts = [_last(settings, last)] if last else ["belum pernah"]
    is_young = last is not None and clock.now() - clock.read_stamp(last["at"]) <= OLD
    if damage and damage != last:
        parts.append(
            f"kerusakan belum dinyatakan pulih: {backup_state.when(settings, damage)} {_found(damage)}"
        )
    if failed:
        parts.append(f"yang dimulai {backup_state.when(settings, failed)} gagal [{failed['code']}]")
    if last and not is_young:
        parts.append("sudah lebih dari 2 hari")
    is_well = is_young and not damage and not failed
    return backup_state.Status(is_well, "; ".join(parts), () if is_well else (Next("verify"),))


def has_damage(settings: Settings) -> bool:
    """Whether damage was found and not mended since."""
    return bool(backup_state.read(settings, STATE).get("damage"))


def _last(settings: Settings, last: Mapping[str, Any]) -> str:
    counts = f"{last['objects']['total']} folder kasus, {last['entries']} catatan"
    return f"{backup_state.when(settings, last)}, {counts}, {_found(last)}"


def _found(verified: Mapping[str, Any]) -> str:
    counts = [f"{count} {_DAMAGED.get(kind, kind)}" for kind, count in sorted(verified["findings"].items())]
    return f"ditemukan {', '.join(counts)}" if counts else "tidak ada temuan"
