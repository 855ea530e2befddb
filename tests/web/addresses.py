"""Every address of the web door as its resolver knows it: name, pattern, names of the parts. Run as a program, it prints them."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from pipeline.settings import load
from pipeline.web import django_settings

CHECKOUT = Path(__file__).resolve().parents[2]
_PARTS = {"str": "[^/]+", "slug": "[-a-zA-Z0-9_]+", "int": "[0-9]+", "path": ".+"}


def addresses() -> list[tuple[str, str, list[str]]]:
    """Return name, pattern and parts of every address, those within others too."""
    from django.urls import URLPattern, get_resolver

    routes = []
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern), "an address within another is not looked at yet"
        routes.append((str(pattern.name), str(pattern.pattern), sorted(pattern.pattern.converters)))
    return routes


@cache
def known(home: Path) -> tuple[tuple[str, str, list[str]], ...]:
    """Return :func:`addresses` as a process of the office in ``home`` knows them."""
    environment = os.environ | {"RANGKAP_HOME": str(home), "PYTHONPATH": str(CHECKOUT)}
    django_settings = [sys.executable, "-P", "-m", "tests.web.addresses"]
    process = subprocess.run(
        django_settings, env=environment, cwd=CHECKOUT, capture_output=True, check=True, text=True
    )
    return tuple((name, pattern, parts) for name, pattern, parts in json.loads(process.stdout))


def name_of(home: Path, path: str) -> str:
    """Return the name of the address that opens ``path``."""
    bare = path.partition("#")[0].partition("?")[0].removeprefix("/")
    for name, pattern, _ in known(home):
        parts = re.split(r"<(\w+):\w+>", pattern)
        wanted = "".join(_PARTS[part] if at % 2 else re.escape(part) for at, part in enumerate(parts))
        if re.fullmatch(wanted, bare):
            return name
    raise AssertionError(path)


if __name__ == "__main__":
    settings = load(Path(os.environ["RANGKAP_HOME"]))
    django_settings.add(settings)
    from django.conf import settings as conf

    from pipeline.records import boot

    conf.RANGKAP = settings
    boot.open_records(settings)
    print(json.dumps(addresses()))
