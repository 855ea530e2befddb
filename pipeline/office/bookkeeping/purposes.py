"""The purpose of an export: from the list, or in own words."""

from collections.abc import Mapping

from pipeline.kernel.errors import Refusal
from pipeline.register.harmless import plain

PURPOSES: Mapping[str, str] = {
    "arsip": "arsip kantor",
    "laporan": "laporan dinas",
    "pemeriksaan": "pemeriksaan",
    "permintaan": "permintaan resmi",
}
NO_PURPOSE = "tanpa keterangan"
"""Recorded where nobody could be asked."""
OTHER = "lain"
SHORTEST, LONGEST = 5, 100
_OWN = f"{OTHER}: "


def chosen(code: str, words: str = "") -> str:
    """The purpose from the list, or as typed."""
    purpose = " ".join(plain(words).split())
    if code in PURPOSES:
        return code
    if code != OTHER or not SHORTEST <= len(purpose) <= LONGEST:
        raise Refusal("office.purpose_needed", least=SHORTEST, most=LONGEST)
    return _OWN + purpose


def need_known(purpose: str, *more: str) -> None:
    """It is in the list, in ``more`` or in own words."""
    if purpose not in (*PURPOSES, *more) and not purpose.startswith(_OWN):
        raise Refusal("office.unknown_purpose", given=purpose[:40], known=", ".join(PURPOSES))


def format_purpose(purpose: str) -> str:
    """A purpose as printed."""
    return PURPOSES.get(purpose, purpose.removeprefix(_OWN))
