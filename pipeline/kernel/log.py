"""What the long-running doors write of themselves: a line an event, plain or, with ``RANGKAP_LOG=json``, one JSON object.

The events are the same. An object holds ``at`` (UTC, milliseconds; the machine's clock), ``level``, ``from`` (which door or
library), ``said`` (the plain words) and, where our own code speaks, ``event`` and its fields: ids, codes, kinds. No names: who
writes here has none to write, and what a library raises is told by kind and place (:mod:`pipeline.kernel.unforeseen`).
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from pipeline.kernel import clock
from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.kernel.unforeseen import place_of

SETTING = "RANGKAP_LOG"
PLAIN, JSON = "plain", "json"
FILE = Path("logs") / "errors.log"
"""Below ``var/``: where what nobody foresaw leaves its place."""
_EVENT, _FIELDS = "event", "fields"


class UnknownLog(RangkapError):
    """``RANGKAP_LOG`` holds a word that is none of the two."""

    code = "kernel.unknown_log"
    said = Text(
        "RANGKAP_LOG harus “plain” (baris biasa, bawaan) atau “json” (satu objek JSON per baris).",
        "RANGKAP_LOG must be “plain” (plain lines, the default) or “json” (one JSON object a line).",
    )
    status = Exit.USAGE


class Json(logging.Formatter):
    """A record as one JSON object in one line, all of it ASCII: no terminal and no collector obeys anything in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC)
            .isoformat(timespec="milliseconds")
            .replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "from": record.name,
        }
        if event := getattr(record, _EVENT, ""):
            told["event"] = event
        told["said"] = record.getMessage().strip()
        told |= getattr(record, _FIELDS, {})
        if record.exc_info and record.exc_info[1] is not None:
            told |= _placed(record.exc_info[1])
        return json.dumps(told, default=str)


def is_json() -> bool:
    """Tell whether lines are JSON objects."""
    return os.environ.get(SETTING, "") == JSON


def begin(level: int = logging.WARNING, plain: str = "") -> None:
    """Let this process log to standard error from ``level`` on: JSON, or lines of the form ``plain`` (empty: the words alone).

    Raises UnknownLog.
    """
    if os.environ.get(SETTING, PLAIN) not in ("", PLAIN, JSON):
        raise UnknownLog
    if is_json():
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(Json())
        logging.basicConfig(handlers=[handler], level=level, force=True)
        logging.captureWarnings(capture=True)
        sys.excepthook = _unforeseen
        threading.excepthook = _in_thread
    elif plain:
        logging.basicConfig(stream=sys.stderr, level=level, format=plain)


def event(name: str, **fields: object) -> dict[str, Any]:
    """Return what a call of a logger is given as ``extra``: which event it is, and its fields; empty ones are left out."""
    return {_EVENT: name, _FIELDS: {key: one for key, one in fields.items() if one not in ("", None)}}


def refusal(error: RangkapError) -> dict[str, Any]:
    """Return the same for an error that is told by its sentence."""
    return event("error", code=error.code)


def unforeseen(error: BaseException) -> dict[str, Any]:
    """Return the same for an error that nobody foresaw: kind and place."""
    return event("unforeseen", **_placed(error))


def keep_unforeseen(var: Path, door: str, error: BaseException) -> None:
    """Write where ``error`` was raised into ``var/logs/errors.log``: kind, files, lines and functions; no message, no values.

    ``door`` is told where it is given. With JSON it is one line there, and one on standard error where ``door`` logs.
    A disk that refuses, or a clock that cannot be read, is passed over.
    """
    with suppress(OSError, ValueError):
        kind, *frames = place_of(error)
        at = clock.stamp(clock.now())
        if is_json():
            told = {"at": at, "from": f"rangkap.{door or 'cli'}", "event": "unforeseen", **_placed(error)}
            lines = [json.dumps(told)]
        else:
            lines = [" ".join(filter(None, (at, door, kind))), *(f"  {one}" for one in frames)]
        path = var / FILE
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with path.open("a", encoding="utf-8") as kept:
            kept.write("\n".join(lines) + "\n")
    if is_json() and door:
        logging.getLogger(f"rangkap.{door}").error("unforeseen %s", kind_of(error), extra=unforeseen(error))


def kind_of(error: BaseException) -> str:
    """Return the kind of ``error``, which holds no value."""
    return type(error).__name__


def _placed(error: BaseException) -> Mapping[str, Any]:
    kind, *frames = place_of(error)
    return {"kind": kind, "place": frames}


def _unforeseen(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    logging.getLogger("rangkap").critical("unforeseen %s", kind_of(error), extra=unforeseen(error))


def _in_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_value is not None:
        _unforeseen(given.exc_type, given.exc_value, given.exc_traceback)
