"""A case of the paper register (*register lama*): what was written there, and its row in the register.

It is findable and counted, and exempt from the steps of the procedure. What the book said stands in ``values``
under the keys of the register with :data:`OLD_KEY` before them; people, days and number also under the names that
other cases use, so that they are found and masked alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.cases.lists import CHANNELS
from pipeline.cases.nameless import nameless
from pipeline.cases.privacy import initials, public_sender
from pipeline.cases.values import Value, Values, text

OLD_KEY, DIGEST = "lama_", "lama_sidik"
_INSTITUTION = re.compile(
    r"(?:paud|tk|sdn?|mi|smpn?|mts|sman?|smkn?|ma|pondok|pesantren|sekolah|universitas|polsek|polres|polda|polri|"
    r"kepolisian|puskesmas|rsud|rs|rumah sakit|dinas|badan|kantor|kecamatan|kelurahan|desa|pemerintah|uptd|unit|"
    r"p2tp2a|lbh|lembaga|yayasan|kejaksaan|pengadilan|kementerian|komnas|pkk|posyandu)\b[. ]",
    re.IGNORECASE,
)
_OWN = ("register_number", "reporter", "victim", "status", "archive_location", "remarks")


def old_values(cells: Mapping[str, str], digest: str) -> dict[str, Value]:
    """Return the values of a case from the columns of its row in the paper register."""
    values: dict[str, Value] = {f"{OLD_KEY}{key}": value for key, value in cells.items()}
    values |= {DIGEST: digest, "received_day": cells["received_date"]}
    for key in ("letter_number", "letter_date"):
        if key in cells:
            values[key] = cells[key]
    channel = cells.get("channel", "").lower()
    found = [one.value for one in CHANNELS if channel in (one.value, one.label.id, *one.words)]
    values["channel"] = found[0] if found else "letter"
    if sender := cells.get("reporter", ""):
        is_institution = _INSTITUTION.match(f"{sender} ") is not None
        values |= {"sender": sender, "is_institution": is_institution}
        if not is_institution:
            values["reporter_name"] = sender
    if victim := cells.get("victim", ""):
        values["victim_name"] = victim
    if age := re.search(r"\d{1,3}", cells.get("victim_age", "")):
        values["victim_age"] = int(age[0])
    return values


def old_columns(number: str, values: Values, status: str, archive_location: str) -> dict[str, str]:
    """Return the columns of the register for a case of the paper register; people as initials."""
    cells = {
        name.removeprefix(OLD_KEY): nameless(str(one), values)
        for name, one in values.items()
        if name.startswith(OLD_KEY) and name != DIGEST
    }
    place, said, remarks = (cells.get(key, "") for key in ("archive_location", "status", "remarks"))
    return {key: one for key, one in cells.items() if key not in _OWN} | {
        "register_number": number,
        "reporter": public_sender(values),
        "victim": initials(text(values, "victim_name")),
        "status": status,
        "archive_location": "; ".join(one for one in (archive_location, place) if one),
        "remarks": "; ".join(one for one in (remarks, f"status dalam buku: {said}" if said else "") if one),
    }
