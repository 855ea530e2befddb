"""The application that the server runs; its home comes from ``RANGKAP_HOME``."""

import logging
import os
import sys
import time
from pathlib import Path
from threading import Thread
from wsgiref.headers import Headers

import django_htmx
from whitenoise import WhiteNoise

from pipeline.kernel import parent_death_signal
from pipeline.kernel.commands import with_commands
from pipeline.kernel.errors import Refusal
from pipeline.office.base.heartbeat import EVERY, WEB, Heart
from pipeline.settings import Settings, load_here
from pipeline.web import django_settings, temp_files

LOG = logging.getLogger("rangkap.web")


def made(settings: Settings) -> WhiteNoise:
    """The application of one home, with its tables made."""
    django_settings.add(settings)
    _be_quiet()
    from django.conf import settings as conf
    from django.core.handlers.wsgi import WSGIHandler

    # They import the records, which configure Django with the words added above
    from pipeline.office.arrivals import hand_in
    from pipeline.office.base import database
    from pipeline.web import tables

    conf.RANGKAP = settings
    database.open_records(settings)
    tables.prepare(settings)
    hand_in.sweep(settings)
    temp_files.sweep(settings)
    database.close()
    application = WhiteNoise(WSGIHandler(), max_age=3600, add_headers_function=_guard)
    application.add_files(str(Path(__file__).parent / "static"), prefix="static/")
    application.add_files(
        str(Path(django_htmx.__file__).parent / "static" / "django_htmx"), prefix="static/htmx/"
    )
    return application


def _be_quiet() -> None:
    """Addresses and errors may hold what somebody typed."""
    for name in ("django", "axes"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [logging.NullHandler()], False


def _guard(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"


def _opened() -> WhiteNoise:
    parent_death_signal.end_with(os.getppid())
    settings = load_here()
    try:
        app = made(settings)
    except Refusal as error:
        LOG.error(with_commands(error))
        sys.exit(int(error.status))
    Thread(target=_beat, args=(Heart(settings, WEB),), daemon=True).start()
    return app


def _beat(heart: Heart) -> None:
    while True:
        heart.beat()
        time.sleep(EVERY)


application = _opened()
