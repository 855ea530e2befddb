"""``rangkap metrics``: how the office is, as numbers for a monitor; printed, put into a folder, or let out at the web door."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import keeper_of
from pipeline.kernel.errors import Exit, Text
from pipeline.kernel.files import write_durably
from pipeline.office.base.desk import open_desk
from pipeline.office.base.folders import need_folder
from pipeline.office.overview import metrics as office
from pipeline.office.overview import metrics_key

FILE = "rangkap.prom"
_KEY = Text(
    "Kunci pemantau dibuat: {path}\nSalin isinya ke komputer pemantau (hanya terbaca olehnya); yang lama tidak berlaku lagi.",
    "The monitor's key was made: {path}\nCopy what it holds to the monitor (to be read by it alone); an older one is void.",
)


def metrics(call: Call) -> int:
    """Print the numbers, put them whole into a folder (``--to``), or make the monitor's key (``--new-key``)."""
    settings, actor = call.settings, keeper_of(call)
    if call.args.new_key:
        path = metrics_key.make(open_desk(settings, actor))
        call.say(_KEY, path=path)
        return call.give({"path": str(path)})
    found = office.of(settings, actor)
    text = office.text(found)
    if call.args.to:
        _put(need_folder(Path(call.args.to)) / FILE, text)
        return Exit.OK
    return call.give(office.plain(found), text.rstrip("\n"))


def _put(path: Path, text: str) -> None:
    """Put the numbers where another account reads them, whole at every moment, whatever this one hides by itself."""
    before = os.umask(0o022)
    try:
        write_durably(path, text.encode(), 0o644)
    finally:
        os.umask(before)
