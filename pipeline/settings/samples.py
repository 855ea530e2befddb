"""Invented values of a new office.toml, for no real letter."""

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
ELSEWHERE: Mapping[str, Text] = {"wilayah.kecamatan": Text("daftar kecamatan", "list of sub-districts")}
"""Those only asked and counted."""


def samples_left(values: Mapping[str, Any], signatories: Sequence[Signatory]) -> tuple[str, ...]:
    """The keys with invented values."""
    invented = {one.key: one.default for one in OPTIONS}
    found = [one for one in (*ON_LETTERS, *ELSEWHERE) if one in values and values[one] == invented[one]]
    if any(one.name == CHAIR_NAME or one.title == CHAIR_TITLE for one in signatories):
        found.append("penandatangan")
    return tuple(found)


def in_words(keys: Sequence[str], lang: str) -> str:
    """``keys`` in words, with their names."""
    words = {**ON_LETTERS, **ELSEWHERE}
    return ", ".join(f"{words[one].fill(lang)} ({one})" for one in keys)
