"""What the sheet for SIMFONI-PPA leaves out because she did not allow it (steps 5 and 14).

The ministry is one of the "other institutions" of her consent. Where she does not allow it to learn of her, everything that
could tell who she is stands as "tidak diizinkan korban" and is not typed in; what only counts her (sex, age group, kind of
violence, place, services, outcome) stays, since the office has to count every case. What must be withheld is left out whoever
may learn the rest; of health the law says so too (UU 27/2022: specific data). Source: UU 12/2022 art. 69.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.cases import consent, lists
from pipeline.cases.fields.days import short_day
from pipeline.cases.values import Values, items, text
from pipeline.letters.forms import ticked

ALLOWED, UNASKED, REFUSED = "diizinkan", "belum ditanyakan", "tidak diizinkan"
_WHO = {
    "korban": ("inisial", "umur", "pekerjaan", "lain"),
    "terlapor": ("inisial", "umur"),
    "kejadian": ("tanggal", "kecamatan"),
}
"""The cells by which somebody could tell who she is, beside the institution that she was referred to."""
_SERVICE = "kesehatan"
_NOTES = {
    ALLOWED: "Diizinkan ({by}{day}).",
    UNASKED: "Persetujuan korban belum ditanyakan. Tanyakan sebelum mengentri.",
    REFUSED: "Tidak diizinkan kepada kementerian: yang tertulis “tidak diizinkan korban” tidak dientri (UU 12/2022 Pasal 69; "
    "UU 27/2022). Selebihnya dihitung tanpa identitas.",
}
_HELD = " Yang tidak boleh disebut: {what}."


def standing(values: Values) -> str:
    """Return how her consent to the entry stands: allowed, not allowed, not asked."""
    if not consent.is_asked(values):
        return UNASKED
    return ALLOWED if consent.may_learn(values, consent.OTHERS) else REFUSED


def laid_on(fields: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """Return the ``fields`` of the sheet of a case as she allows them, and a note on her consent."""
    found: dict[str, Any] = {
        name: dict(one) if isinstance(one, Mapping) else one for name, one in fields.items()
    }
    held = set(items(values, consent.WITHHOLD))
    if standing(values) == REFUSED:
        for group, names in _WHO.items():
            found[group] |= {name: consent.DENIED for name in names if found[group][name]}
        found["rujukan"] = consent.DENIED if found["rujukan"] else ""
    if held & {consent.ADDRESS, consent.WHERE} and text(values, "place_category") == "rumah tangga":
        found["kejadian"]["kecamatan"] = consent.DENIED
    if consent.WHERE in held and consent.tells_where(found["rujukan"]):
        found["rujukan"] = consent.DENIED
    if consent.HEALTH in held:
        found["korban"]["disabilitas"] = consent.DENIED
        found["layanan"] = _without_health(values)
        if consent.tells_health(found["rujukan"]):
            found["rujukan"] = consent.DENIED
    return found | {"persetujuan": _note(values)}


def _without_health(values: Values) -> str:
    others = [(one.value, one.label.id) for one in lists.SERVICES if one.value != _SERVICE]
    return f"{ticked(others, items(values, 'outcome_services'))}; {_SERVICE}: {consent.DENIED}"


def _note(values: Values) -> str:
    said, held = text(values, consent.DAY), items(values, consent.WITHHOLD)
    day = f", {short_day(date.fromisoformat(said))}" if said else ""
    note = _NOTES[standing(values)].format(by=text(values, consent.BY) or "korban", day=day)
    return note + (_HELD.format(what=", ".join(held)) if held else "")
