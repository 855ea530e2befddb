"""What makes ``masuk.folder`` and ``masuk.pemindai_lambat`` unfit: names that are no folder, channels that there are not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.settings.numbering import Fault

CHANNELS = {"surat": "letter", "telepon": "phone", "rujukan": "referral"}
"""The channels as office.toml names them, and as a case does."""
_OURS = ("ditolak",)


def known_folders(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the sub-folders of the inbox that are taken from, in lower case, each with its channel as a case names it."""
    return {name.casefold(): CHANNELS[word] for name, word in values["masuk.folder"].items()}


def fault(values: Mapping[str, Any]) -> Fault | None:
    """Return the first thing that is wrong with the folders of the inbox, or None."""
    for name, word in values["masuk.folder"].items():
        if (
            not name
            or name[0] in ".~"
            or "/" in name
            or "@" in name
            or name.casefold() in _OURS
            or len(name) > 60
        ):
            return Fault(
                "masuk.folder", f"“{name[:60]}” dalam “masuk.folder” tidak dapat menjadi nama folder."
            )
        if word not in CHANNELS:
            return Fault("masuk.folder", f"kanal dalam “masuk.folder” harus dari: {', '.join(CHANNELS)}.")
    if not all(isinstance(one, str) and one for one in values["masuk.pemindai_lambat"]):
        return Fault("masuk.pemindai_lambat", "“masuk.pemindai_lambat” harus berisi pola nama berkas.")
    return None
