"""Which periods were published: kept beside the database, so that a rebuild does not forget them.

Two published periods that overlap give a third one away by subtraction. ``var/rekap-terbit.jsonl`` holds one line for each
recap made for publication: the period, by whom, when. It goes into every backup.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from pipeline.kernel import clock
from pipeline.kernel.files import append_durably
from pipeline.settings import Settings

FILE = "rekap-terbit.jsonl"


def note(settings: Settings, period: str, account: str, moment: datetime) -> None:
    """Write down that a recap of ``period`` was made for publication. Raises NotDurable."""
    plain = {"period": period, "account": account, "at": clock.stamp(moment)}
    # a line of its own also behind one that a power cut tore
    append_durably(settings.var / FILE, f"\n{json.dumps(plain)}\n".encode())


def periods(settings: Settings) -> tuple[str, ...]:
    """Return the names of the periods that were published, each once, the oldest first."""
    path = settings.var / FILE
    return tuple(dict.fromkeys(_read(path.read_text("utf-8")))) if path.exists() else ()


def _read(text: str) -> Iterator[str]:
    for row in text.splitlines():
        try:
            yield str(json.loads(row)["period"])
        except (ValueError, KeyError, TypeError):
            continue
