"""The application that the server runs: the office's home comes from ``RANGKAP_HOME``."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import django_htmx
from whitenoise import WhiteNoise

import pipeline
from pipeline.settings import Settings, home_from, load
from pipeline.web import words

_HERE = Path(__file__).parent


def made(settings: Settings) -> WhiteNoise:
    """Return the application of one home; its database is opened, its own tables are made."""
    words.add(settings)
    logging.getLogger("axes").setLevel(logging.CRITICAL)  # it would log what was typed as an account
    from django.conf import settings as conf
    from django.core.handlers.wsgi import WSGIHandler

    from pipeline.records import boot
    from pipeline.web import tables

    conf.RANGKAP = settings
    boot.open_records(settings)
    tables.prepare(settings)
    boot.close()
    application = WhiteNoise(WSGIHandler(), max_age=3600)
    application.add_files(str(_HERE / "static"), prefix="static/")
    application.add_files(
        str(Path(django_htmx.__file__).parent / "static" / "django_htmx"), prefix="static/htmx/"
    )
    return application


application = made(load(home_from(os.environ, Path(pipeline.__file__).parents[1])))
