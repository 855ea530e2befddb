"""The home of a reading machine: its name, what it may read, room for its two keys; nothing of the office lies in it."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.kernel.files import durable, sync_folder, write_durably
from pipeline.office.base.errors import HomeExists, HomeInTheWay
from pipeline.settings import Settings, read_settings

_NAME = re.compile(r"(?!(?:kantor|uji)$)[a-z0-9][a-z0-9-]{0,23}")
_PRIVATE = 0o700
_SOURCE = """# Komputer pembaca: hanya membaca halaman untuk kantor di komputer lain. Cara memasangnya: deploy/beberapa-mesin.md.
# Batas di bawah ini sama dengan office.toml kantornya; halaman yang melampaui batas di sini dibaca komputer kantor.

[komputer]
pembaca = "{name}"

[masuk]
# batas_megapiksel = 120
# batas_halaman = 500
"""


class BadMachineName(RangkapError):
    """A name that cannot be that of a reading machine."""

    code = "office.bad_machine_name"
    said = Text(
        "“{given}” tidak dapat menjadi nama komputer pembaca: 1–24 huruf kecil, angka, atau “-”, bukan “kantor” atau “uji”, bukan nama "
        "orang. Contoh: baca-1",
        "“{given}” cannot be the name of a reading machine: 1–24 small letters, digits or “-”, not “kantor” or “uji”, no name of "
        "a person. Example: baca-1",
    )
    status = Exit.USAGE


def make(home: Path, name: str) -> Settings:
    """Make ``home`` for the reading machine ``name``; office.toml comes last. Raises BadMachineName, HomeExists, HomeInTheWay, NotDurable."""
    if _NAME.fullmatch(name) is None:
        raise BadMachineName(given=name[:40])
    if (home / "office.toml").exists():
        raise HomeExists(home=home)
    if home.exists() and any(one.name != "var" for one in home.iterdir()):
        raise HomeInTheWay(home=home)
    source = _SOURCE.format(name=name)
    settings = read_settings(home, source)
    with durable():
        home.mkdir(parents=True, exist_ok=True)
        for folder in (settings.var, settings.var / "keys", settings.var / "logs"):
            folder.mkdir(mode=_PRIVATE, exist_ok=True)
            folder.chmod(_PRIVATE)
        for folder in (settings.var, home, home.parent):
            sync_folder(folder)
        write_durably(home / "office.toml", source.encode(), 0o640)
    return settings
