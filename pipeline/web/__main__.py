"""``python -m pipeline.web``: the pages of the home in ``RANGKAP_HOME`` until SIGTERM or SIGINT."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LOGGING_CONFIG, LogLevels

import pipeline
from pipeline.kernel import log
from pipeline.kernel.errors import RangkapError
from pipeline.office.base import web_door
from pipeline.office.base.heartbeat import WEB, Heart
from pipeline.settings import home_from, load

LOG = logging.getLogger("rangkap.web")
_GRACE = 12
"""Seconds for the requests at hand: less than what ``rangkap start`` and systemd wait for this door."""


def main() -> int:
    """Serve the pages; returns the exit status."""
    os.umask(0o077)
    try:
        log.begin()
        settings = load(home_from(os.environ, Path(pipeline.__file__).parents[1]))
        fault = web_door.fault(settings)
        if fault is not None:
            raise fault
    except RangkapError as error:
        LOG.error(error.text(), extra=log.refusal(error))
        return int(error.status)
    is_tls = web_door.has_certificate(settings)
    Granian(
        "pipeline.web.asgi:application",
        address=settings["web.alamat"],
        port=settings["web.porta"],
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,  # HTTP/2 lets a browser send its cookies apart, and a2wsgi joins them with a comma
        workers=1,
        websockets=False,
        workers_kill_timeout=_GRACE,
        log_level=LogLevels.warning,
        log_access=False,
        log_dictconfig=_words_of_server(),
        ssl_cert=web_door.certificate_path(settings) if is_tls else None,
        ssl_key=web_door.key_path(settings) if is_tls else None,
    ).serve()
    Heart(settings, WEB).stop()
    return 0


def _words_of_server() -> dict[str, Any] | None:
    """Return how the server writes its own few words: as it does by itself, or as JSON."""
    if not log.is_json():
        return None
    return LOGGING_CONFIG | {"formatters": {name: {"()": log.Json} for name in ("generic", "access")}}


if __name__ == "__main__":
    sys.exit(main())
