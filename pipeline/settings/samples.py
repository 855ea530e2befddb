"""Invented values of a new office.toml; no real letter may bear them."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.kernel.text import Text
from pipeline.settings.options import OPTIONS
from pipeline.settings.signatories import Signatory

CHAIR_TITLE, CHAIR_NAME = "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si."
ON_LETTERS: Mapping[str, Text] = {
    "kantor.nama": Text("nama kantor", "name of the office"),
    "kantor.pemerintah": Text("pemerintah daerah", "government"),
    "kantor.alamat": Text("alamat", "address"),
    "kantor.telepon": Text("telepon", "telephone"),
    "kantor.tempat": Text("tempat", "place"),
    "penandatangan": Text("penandatangan", "signatory"),
}
"""The keys whose invented values stand on a letter."""
ELSEWHERE: Mapping[str, Text] = {"wilayah.kecamatan": Text("daftar kecamatan", "list of sub-districts")}
"""Those that are only asked and counted."""


def samples_left(values: Mapping[str, Any], signatories: Sequence[Signatory]) -> tuple[str, ...]:
    """Return the keys that still have invented values."""
    invented = {one.key: one.default for one in OPTIONS}
    found = [one for one in (*ON_LETTERS, *ELSEWHERE) if one in values and values[one] == invented[one]]
    if any(one.name == CHAIR_NAME or one.title == CHAIR_TITLE for one in signatories):
        found.append("penandatangan")
    return tuple(found)


def in_words(keys: Sequence[str], lang: str) -> str:
    """Return ``keys`` in words, each with its name in office.toml."""
    words = {**ON_LETTERS, **ELSEWHERE}
    return ", ".join(f"{words[one].fill(lang)} ({one})" for one in keys)
