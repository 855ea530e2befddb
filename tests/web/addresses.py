"""Prints every address of the web door as its resolver knows it: name, pattern, names of the parts. Run as a program."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pipeline.settings import load
from pipeline.web import words


def addresses() -> list[tuple[str, str, list[str]]]:
    """Return name, pattern and parts of every address, those within others too."""
    from django.urls import URLPattern, get_resolver

    found = []
    for one in get_resolver().url_patterns:
        assert isinstance(one, URLPattern), "an address within another is not looked at yet"
        found.append((str(one.name), str(one.pattern), sorted(one.pattern.converters)))
    return found


if __name__ == "__main__":
    settings = load(Path(os.environ["RANGKAP_HOME"]))
    words.add(settings)
    from django.conf import settings as conf

    from pipeline.records import boot

    conf.RANGKAP = settings
    boot.open_records(settings)
    print(json.dumps(addresses()))
