"""Long work behind the pages, one of a kind; it must be safe to repeat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Lock, Thread
from typing import NamedTuple

from pipeline.kernel import log
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text, as_it_is
from pipeline.office.base import database
from pipeline.web.session import office

Tell = Callable[[float], None]
"""Takes the share done, from 0 to 1."""
_BROKEN = N_("stopped by something unforeseen; its place is recorded in var/logs")  # fmt: skip


class Found(NamedTuple):
    """One result of long work, or why it failed."""

    said: Text
    next: tuple[Next, ...] = ()


@dataclass(frozen=True)
class Run:
    """One piece of work; ``share`` is 0 to 1."""

    goes_on: bool
    share: float = 0.0
    found: Sequence[Found] = ()
    failed: Found | None = None

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return round(100 * self.share)


_LOCK = Lock()
_RUNS: dict[str, Run] = {}


def of(name: str) -> Run | None:
    """The work ``name``, running or last ended."""
    return _RUNS.get(name)


def start(name: str, work: Callable[[Tell], Sequence[Found]]) -> bool:
    """Begin ``work``; False while one of that name runs."""
    with _LOCK:
        known = _RUNS.get(name)
        if known is not None and known.goes_on:
            return False
        _RUNS[name] = Run(goes_on=True)
    Thread(target=_do, args=(name, work), daemon=True).start()
    return True


def _do(name: str, work: Callable[[Tell], Sequence[Found]]) -> None:
    def set_share(share: float) -> None:
        _RUNS[name] = replace(_RUNS[name], share=min(max(share, 0.0), 1.0))

    try:
        results = work(set_share)
    except Refusal as error:
        message = as_it_is(error.text("id"), error.text("en"))
        _RUNS[name] = Run(goes_on=False, failed=Found(message, error.next))
    except Exception as error:  # noqa: BLE001 - the last wall: its place is written down, no values
        log.keep_unforeseen(office().var, "web", error)
        _RUNS[name] = Run(goes_on=False, failed=Found(_BROKEN))
    else:
        _RUNS[name] = Run(goes_on=False, share=1.0, found=results)
    finally:
        database.close()
