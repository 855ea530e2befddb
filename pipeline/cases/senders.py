"""Whether a further letter is from who sent the first: nobody is answered about a letter that another wrote."""

from __future__ import annotations

import re

from pipeline.cases.earlier import ENOUGH
from pipeline.cases.sounds import likeness
from pipeline.cases.values import Values, flag, known_name, text

_INSTITUTION = 0.85
"""Two institutions are one only where every word agrees: ``Polsek Hulu`` is not ``Polsek Hulu Asri``."""

_SCHOOLS = r"(TK|SD|SMP|SMA|SMK|SLB|MI|MTs|MA|PAUD)"
_SHORT = tuple(
    (re.compile(rf"(?<!\w){short}(?!\w)", re.IGNORECASE), long_)
    for short, long_ in (
        (r"(?:No|Nomor|Nomer)(?=\s\d)", ""),
        (rf"{_SCHOOLS}\s?N(?:egeri)?", r"\1 Negeri"),
        (rf"{_SCHOOLS}\s?N?(?:egeri)?\s*(\d+)", r"\1 Negeri \2"),
        (r"Kepolisian Sektor", "Polsek"),
        (r"Kepolisian Resor(?:t)?", "Polres"),
        (r"Kepolisian Daerah", "Polda"),
        (r"Rumah Sakit Umum Daerah", "RSUD"),
        (r"Rumah Sakit", "RS"),
        (r"Pusat Kesehatan Masyarakat", "Puskesmas"),
        (r"Kab", "Kabupaten"),
        (r"Kec", "Kecamatan"),
        (r"Prov", "Provinsi"),
    )
)
"""Short forms of the names of institutions, each with the form that is compared."""


def same_sender(first: Values, other: Values) -> bool:
    """Tell whether the letter with the values ``other`` is from the sender of the case with the values ``first``.

    Of a person the name counts by its sound, of an institution also its figures and its place. An unnamed sender is
    nobody's.
    """
    is_institution = flag(first, "is_institution")
    if is_institution != flag(other, "is_institution"):
        return False
    theirs = text(other, "sender")
    if not is_institution:
        return any(likeness(one, theirs) >= ENOUGH for one in _writers(first))
    mine, theirs = whole(text(first, "sender")), whole(theirs)
    return (
        likeness(mine, theirs) > _INSTITUTION and _figures(mine) == _figures(theirs) and _near(first, other)
    )


def whole(name: str) -> str:
    """Return the name of an institution with its short forms written out: ``SMPN 3`` and ``SMP Negeri 3`` are one.

    Signs are left out, and what means nothing beside a number (*No.*, *Nomor*).
    """
    found = " ".join(re.findall(r"[^\W_]+", name))
    for short, long_ in _SHORT:
        found = short.sub(long_, found)
    return " ".join(found.split())


def _writers(values: Values) -> tuple[str, str]:
    return text(values, "sender"), known_name(values, "reporter_name")


def _figures(written: str) -> str:
    return " ".join("".join(one if one.isdigit() else " " for one in written).split())


def _near(first: Values, other: Values) -> bool:
    places = {text(one, "sender_place").casefold() for one in (first, other)} - {""}
    return len(places) < 2
