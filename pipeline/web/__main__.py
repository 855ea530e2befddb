"""``python -m pipeline.web``: the pages of the home in ``RANGKAP_HOME``."""

import logging
import os
import sys

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from pipeline.kernel.commands import with_commands
from pipeline.kernel.errors import Refusal
from pipeline.office.base import web_door
from pipeline.office.base.heartbeat import WEB, Heart
from pipeline.settings import load_here

LOG = logging.getLogger("rangkap.web")
_GRACE = 12
"""Seconds for running requests, less than ``rangkap start`` and systemd wait."""


def main() -> int:
    """Serve the pages and return the exit status."""
    os.umask(0o077)
    try:
        settings = load_here()
        if (fault := web_door.fault(settings)) is not None:
            raise fault
    except Refusal as error:
        LOG.error(with_commands(error))
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
        ssl_cert=web_door.certificate_path(settings) if is_tls else None,
        ssl_key=web_door.key_path(settings) if is_tls else None,
    ).serve()
    Heart(settings, WEB).stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
