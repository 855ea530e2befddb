"""A case of the paper register (*register lama*), exempt from the steps.

Its columns stand under :data:`OLD_KEY`.
"""

import re
from collections.abc import Mapping

from pipeline.cases.lists import CHANNELS
from pipeline.cases.people import Side, people_of
from pipeline.cases.privacy import initials, nameless, public_sender
from pipeline.cases.values import ANONYMOUS, UNKNOWN, Value, Values, text

OLD_KEY, DIGEST = "lama_", "lama_sidik"
_SHORT = re.compile(
    r"(?:PAUD|TK|SDN?|MIN?|SMPN?|MTSN?|SMAN?|SMKN?|MAN?|SLB|RS|RSUD|RSIA|UPTD?|UPT|PPA|P2TP2A|DP3A\w*|LBH|KUA|PKK|BPBD|BNN\w*|"
    r"KPAI|KPAD)\b"
)
_LONG = re.compile(
    r"(?:sdn|smpn|mts|mtsn|sman|smkn|pondok|pesantren|sekolah|madrasah|universitas|polsek|polres|polresta|polda|polri|"
    r"kepolisian|puskesmas|rumah sakit|rsud|dinas|badan|kantor|kecamatan|kelurahan|desa|pemerintah|uptd|unit|lembaga|"
    r"yayasan|kejaksaan|pengadilan|kementerian|komnas|posyandu)\b",
    re.IGNORECASE,
)
_PERSON_IN = re.compile(
    r"\s*[,;:/(–]\s*|\s+-\s+|\s+(?:a\.?n\.?|u\.?p\.?|atas nama|melalui|lewat|oleh|via|yaitu|ibu|bapak|bpk|sdri?|kepala)"
    r"(?=[\s.])\.?\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,;/&+]|\bdan\b|\bdkk\b|(?<!\w)\d{1,2}\s*[.)])\s*", re.IGNORECASE)
_DEGREE = re.compile(r"[SMA]\.?[A-Z][a-z]{1,3}(?:\.\w+)?\.?")
_NOBODY = {
    "anonim": ANONYMOUS, "anonimus": ANONYMOUS, "nn": ANONYMOUS, "n.n": ANONYMOUS, "tanpa nama": ANONYMOUS,
    "belum diketahui": UNKNOWN, "tidak diketahui": UNKNOWN, "tidak ada": UNKNOWN, "tdk diketahui": UNKNOWN,
}  # fmt: skip
_AGE = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_OLDEST = 120
_CHILD = frozenset({"ya", "y", "anak", "v", "✓"})
_ADULT = frozenset({"tidak", "t", "bukan", "dewasa"})
_OWN = ("register_number", "reporter", "victim", "status", "archive_location", "remarks")


def old_values(cells: Mapping[str, str], digest: str) -> dict[str, Value]:
    """The values of its row."""
    values: dict[str, Value] = {f"{OLD_KEY}{key}": value for key, value in cells.items()}
    values |= {DIGEST: digest, "received_day": cells["received_date"]}
    for key in ("letter_number", "letter_date"):
        if key in cells:
            values[key] = cells[key]
    channel = cells.get("channel", "").lower()
    names = [choice.value for choice in CHANNELS if channel in (choice.value, choice.label.id, *choice.words)]
    values["channel"] = names[0] if names else "letter"
    if sender := cells.get("reporter", ""):
        values |= _sender(sender)
    if victims := _people(cells.get("victim", "")):
        values["victim_name"] = victims[0]
        values |= {"other_victims": tuple(f"{victim},?,?" for victim in victims[1:])} if victims[1:] else {}
    ages = [int(age) for age in _AGE.findall(cells.get("victim_age", "")) if int(age) <= _OLDEST]
    if ages:
        values["victim_age"] = min(ages)
    return values


def _people(written: str) -> list[str]:
    nobody = _NOBODY.get(written.lower().strip(" .-"))
    if nobody or not any(map(str.isalpha, written)):
        return [nobody] if nobody else []
    people = [part for part in _AND.split(written) if any(map(str.isalpha, part))]
    return [part for place, part in enumerate(people) if not (place and _DEGREE.fullmatch(part))]


def _sender(written: str) -> dict[str, Value]:
    if not (_SHORT.match(written) or _LONG.match(written)):
        people = " & ".join(_people(written))
        return {"sender": people, "is_institution": False, "reporter_name": people} if people else {}
    name, *rest = _PERSON_IN.split(written, maxsplit=1)
    person = " & ".join(_people(rest[0].strip(" )"))) if rest else ""
    return {"sender": name.strip(), "is_institution": True} | ({"reporter_name": person} if person else {})


def old_written(values: Values) -> dict[str, str]:
    """The paper register's columns, with names."""
    return {
        name.removeprefix(OLD_KEY): str(value)
        for name, value in values.items()
        if name.startswith(OLD_KEY) and name != DIGEST
    }


def old_columns(number: str, values: Values, status: str, archive_location: str) -> dict[str, str]:
    """Its columns in the register."""
    cells = {key: nameless(cell, values) for key, cell in old_written(values).items()}
    place, book_status, remarks = (cells.get(key, "") for key in ("archive_location", "status", "remarks"))
    return {key: cell for key, cell in cells.items() if key not in _OWN} | {
        "register_number": number,
        "reporter": public_sender(_careful(values)),
        "victim": ", ".join(_initials(values)),
        "status": status,
        "archive_location": "; ".join(part for part in (archive_location, place) if part),
        "remarks": "; ".join(
            part for part in (remarks, f"status dalam buku: {book_status}" if book_status else "") if part
        ),
    }


def _initials(values: Values) -> list[str]:
    first = text(values, "victim_name")
    others = [person.name for person in people_of(values) if person.side is Side.VICTIM][1:]
    return [initials(name) for name in (first, *others) if name]


def _careful(values: Values) -> Values:
    """Of unknown age: taken for a child (UU 11/2012 art. 19)."""
    cell = str(values.get(f"{OLD_KEY}is_child", "")).lower()
    if cell in _CHILD or ("victim_age" not in values and cell not in _ADULT):
        return {**values, "victim_age": 0}
    return values
