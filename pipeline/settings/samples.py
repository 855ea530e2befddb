"""Invented values of a new office.toml, for no real letter."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.kernel.text import N_, Text
from pipeline.settings.options import OPTIONS
from pipeline.settings.signatories import Signatory

CHAIR_TITLE, CHAIR_NAME = "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si."
ON_LETTERS: Mapping[str, Text] = {
    "kantor.nama": N_("name of the office"),
    "kantor.pemerintah": N_("government"),
    "kantor.alamat": N_("address"),
    "kantor.telepon": N_("telephone"),
    "kantor.tempat": N_("place"),
    "penandatangan": N_("signatory"),
}
ELSEWHERE: Mapping[str, Text] = {"wilayah.kecamatan": N_("list of sub-districts")}
"""Those only asked and counted."""


def samples_left(values: Mapping[str, Any], signatories: Sequence[Signatory]) -> tuple[str, ...]:
    """The keys with invented values."""
    invented = {option.key: option.default for option in OPTIONS}
    keys = [key for key in (*ON_LETTERS, *ELSEWHERE) if key in values and values[key] == invented[key]]
    if any(signatory.name == CHAIR_NAME or signatory.title == CHAIR_TITLE for signatory in signatories):
        keys.append("penandatangan")
    return tuple(keys)


def in_words(keys: Sequence[str], lang: str) -> str:
    """``keys`` in words, with their names."""
    words = {**ON_LETTERS, **ELSEWHERE}
    return ", ".join(f"{words[key].fill(lang)} ({key})" for key in keys)
