"""Age and sex of a person: as told, or as they follow from birth date, NIK, title or name."""

import re
from datetime import date

from pipeline.intake.suggest.dates import NUMERAL, dates, numeral
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.labels import Labels
from pipeline.intake.suggest.names import TITLE
from pipeline.intake.suggest.ticks import state_before

_AGE = re.compile(r"(?<![\w.-])(?<!\d/)(\d{1,3})\s*-?\s*(?:tah(?:u|oe)n|thn?|th)\b\.?", re.IGNORECASE)
# without its unit: behind a name in brackets, or behind "umur"
_BARE_AGE = re.compile(
    r"(?<=[A-Za-z.] )\((?:(?:umur|usia)\s+)?(\d{1,2})\)|\b(?:umur|usia)(?:nya)?\s+(\d{1,2})\b(?!\s*(?:bulan|bln|hari|minggu|tah|th))",
    re.IGNORECASE,
)
# a figure read as a letter ("S1 tahun")
_BENT_AGE = re.compile(r"(?<![\w.-])(?=[SOIl]\d|\d[SOIl])([\dSOIl]{2})\s*(?:tahun|thn?)\b")
_FIGURES = str.maketrans("SOIl", "5011")
_WORDED_AGE = re.compile(rf"\b(?:umur|usia)(?:nya)?\s+({NUMERAL}(?:\s+{NUMERAL})*)\s+tahun\b", re.IGNORECASE)
_RINGED = re.compile(r"\(\s?([PL])\s?\)\s*/\s*[PL]\b|[PL]\s*/\s*\(\s?([PL])\s?\)")
_FEMALE = re.compile(
    r"\b(?:perempuan|wanita|ibu\s+rumah\s+tangga|ibu\s+muda|bebinian|babinian|putri|mahasiswi|siswi|gadis|(?:istri|isteri)(?:nya)?|janda)\b",
    re.IGNORECASE,
)
_MALE = re.compile(r"\b(?:laki\s*-\s*laki(?:nya)?|lelaki|pria|duda|lalakian|putra)\b", re.IGNORECASE)
_TOLD_AGE = re.compile(r"(\d{1,3})\s*(?:(bulan|bln|hari|minggu)|(tah(?:u|oe)n|thn?|th))?", re.IGNORECASE)
_SHORT = re.compile(
    r"[(,]\s?(?P<sex>[LP])\s?[/,]\s?(?=\d{1,3}\s*(?:tah|th))|(?<=\d )(?:thn?|tahun)\.?\s?[/,]\s?(?P<last>[LP])\b"
)
_CHOICES = re.compile(r"(?:Laki\s*-?\s*laki|Lk|L|Perempuan|Pr|P)\b")
_HER = re.compile(
    r"(?:ny|nyonya|njonja|nona|sdri|saudari|ibu|bu|nn|hj|mbak|nenek|bidan|dra)\b", re.IGNORECASE
)
_HIM = re.compile(r"(?:sdr|saudara|tn|tuan|bapak|bpk|bp|pak|mas|h|drs|kakek)\b", re.IGNORECASE)


def age_between(document: Document, start: int, end: int, certainty: float) -> Found | None:
    """Return the first age told between two offsets."""
    for found in _AGE.finditer(document.text, start, end):
        before = document.text[max(start, found.start() - 16) : found.start()].lower()
        if 0 < int(found[1]) < 110 and not re.search(
            r"(?:selama|sejak|setiap|sudah|menikah|nikah|kawin|tinggal|bekerja)\s*$", before
        ):
            return Found(*found.span(), str(int(found[1])), certainty, exact=True)
    if bent := _BENT_AGE.search(document.text, start, end):
        years = bent[1].translate(_FIGURES)
        return Found(*bent.span(), str(int(years)), 0.85 * certainty, (bent[1],), exact=True)
    if (worded := _WORDED_AGE.search(document.text, start, end)) and 0 < numeral(worded[1]) < 110:
        return Found(*worded.span(), str(numeral(worded[1])), 0.95 * certainty, exact=True)
    bare = _BARE_AGE.search(document.text, start, end)
    years = str(int(bare[1] or bare[2])) if bare else ""
    return Found(*bare.span(), years, 0.95 * certainty, exact=True) if bare else None


def sex_between(document: Document, start: int, end: int, certainty: float) -> Found | None:
    """Return the sex told between two offsets when only one is, also beside an age ("P/11 tahun")."""
    female, male = _FEMALE.search(document.text, start, end), _MALE.search(document.text, start, end)
    if female and not male:
        return Found(*female.span(), "P", certainty)
    if male and not female:
        return Found(*male.span(), "L", certainty)
    short = None if female else _SHORT.search(document.text, start, end)
    letter = (short["sex"] or short["last"]) if short else None
    return Found(*short.span(), letter, certainty) if short and letter else None


def labelled_age(
    document: Document, labels: Labels, roles: tuple[str, ...], when: date | None
) -> Found | None:
    """Return the age by label, or by the birth date on the day of the letter (``when``)."""
    for pair in labels.of("age", *roles):
        if (found := _TOLD_AGE.search(document.text, pair.start, pair.end)) is None:
            continue
        bent = len(found[1]) == 3 and found[1][0] == "1"  # a colon read as 1
        years = 0 if found[2] else int(found[1][1:] if bent else found[1])
        if years < 110 and (years > 1 or found[2] or found[3]):
            return Found(found.start(), pair.end, str(years), 0.7 if bent else 0.98, exact=True)
    for pair in labels.of("birth", *roles):
        if told := age_between(document, pair.start, pair.end, 0.95):
            return told
        for dated in dates(document.text[pair.start : pair.end])[:1]:
            if when and when > dated.day:
                years = (
                    when.year - dated.day.year - ((when.month, when.day) < (dated.day.month, dated.day.day))
                )
                return Found(pair.start + dated.start, pair.start + dated.end, str(years), 0.85, exact=True)
    return None


def _nik(document: Document, labels: Labels, roles: tuple[str, ...]) -> str | None:
    for pair in labels.of("nik", *roles):
        digits = re.sub(r"\D", "", document.text[pair.start : pair.end])
        if len(digits) == 16:
            return digits
    return None


def labelled_sex(
    document: Document, labels: Labels, roles: tuple[str, ...], name: Found | None
) -> Found | None:
    """Return the sex by label or tick box, else as the NIK, a title or the name tells it."""
    for pair in labels.of("sex", *roles):
        line_end = document.line_at(pair.start).end
        states = [
            (state_before(document.text, option.start()), "P" if option[0][0] in "Pp" else "L")
            for option in _CHOICES.finditer(document.text, pair.start, line_end)
        ]
        for state, letter in states:
            if state:
                opposed = any(other is False for other, _ in states)
                return Found(pair.start, pair.end, letter, 0.96 if opposed else 0.85)
        if found := sex_between(document, pair.start, pair.end, 0.97):
            return found
        if ringed := _RINGED.match(document.text, pair.start, line_end):
            return Found(pair.start, pair.end, ringed[1] or ringed[2], 0.85)
        single = document.text[pair.start : pair.end].strip()
        if single in ("P", "L"):
            return Found(pair.start, pair.end, single, 0.95)
    if nik := _nik(document, labels, roles):
        pair = labels.of("nik", *roles)[0]
        return Found(pair.start, pair.end, "P" if int(nik[6:8]) > 40 else "L", 0.85, exact=True)
    return sex_of_name(document, name) if name else None


def sex_of_name(document: Document, name: Found) -> Found | None:
    """Return the sex that a title before a name or "bin", "binti" in it tells."""
    if child := re.search(r"\b(bin|binti)\b", name.normal):
        return Found(name.start, name.end, "P" if child[1] == "binti" else "L", 0.9)
    begin = max(0, name.start - 12)
    before = re.search(rf"\b({TITLE})\s*$", document.text[begin : name.start].rsplit("\n", 1)[-1])
    title = before[1] if before else document.text[name.start : name.end]
    if _HER.match(title):
        return Found(name.start, name.end, "P", 0.88)
    return Found(name.start, name.end, "L", 0.88) if _HIM.match(title) else None


def agrees(document: Document, labels: Labels, roles: tuple[str, ...], when: date | None) -> float:
    """Return a factor: above 1 when NIK and birth date agree, below 1 when not."""
    nik = _nik(document, labels, roles)
    births = [d.day for p in labels.of("birth", *roles) for d in dates(document.text[p.start : p.end])[:1]]
    if nik is None or not births:
        return 1.0
    day, month, year = int(nik[6:8]) % 40, int(nik[8:10]), int(nik[10:12])
    same = (day, month, year) == (births[0].day, births[0].month, births[0].year % 100)
    return 1.03 if same else 0.7
