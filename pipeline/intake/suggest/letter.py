"""What the head of a letter says: its number, date and subject."""

import re
from datetime import date, timedelta

from rapidfuzz.distance import Levenshtein

from pipeline.intake.suggest.dates import Dated, dates
from pipeline.intake.suggest.document import Cell, Document, Found
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.kernel.ids import ROMAN

_ROMANISH = re.compile(r"[IVXLl1|!ivHTN]{1,5}")
_ALIKE = str.maketrans(
    {"l": "I", "1": "I", "|": "I", "!": "I", "i": "I", "L": "I", "v": "V", "H": "II", "T": "I", "N": "II"}
)
_NUMBER = re.compile(r"[A-Za-z0-9][\w.\-]*(?:\s?/{1,2}\s?[\w.\-|!]+){1,8}")
_BENT_SLASH = re.compile(r"(?<=\w)([!|][!|Il1]+)/((?:19|20)\d\d)$")  # slash and Roman month read as strokes
_BENT_ZERO = re.compile(r"(?<=RT|RW)\.?O(?=\d)")  # the zero of "RT05" read as a letter
_DASHED = re.compile(r"/([IVXl1|!]{1,5})-(?:19|20)\d\d$")
_FOREIGN = re.compile(
    r"(?:laporan\s+polisi|undang|NRP|NIP|register|rekening)\W*(?:Nomor|No\.?)?\W*$", re.IGNORECASE
)
_HIJRI = r"\d{1,2}\s+[A-Z][A-Za-z'’ ]{3,16}\s+1[34]\d\d\s*H?\.?\s*[/,(\-]?\s*"
_PLACED = re.compile(
    rf"^(?:[A-Z][A-Za-z .'\-]{{2,40}}[,;]?\s+)?(?:{_HIJRI})?(?:bertepatan\s+)?(?:[Tt]anggal\s+|[Tt]gl\.?\s*)?$"
)
_COMMON = re.compile(r"[ ]*(?:M|Masehi)?[ .,)]*$")  # what may follow the day of the common calendar
_DAY = re.compile(r"^(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|Ahad)\s*,?\s*$", re.IGNORECASE)


def _near(part: str, when: date) -> bool:
    return Levenshtein.distance(part.translate(_ALIKE), ROMAN[when.month - 1]) <= 1


def _straightened(number: str, when: date | None) -> tuple[str, float]:
    # Slashes, zeros and last month put right, and a factor of confidence
    factor = 1.0
    slashed = _BENT_SLASH.search(number) if when else None
    if when and slashed and len(slashed[1]) == 1 + len(ROMAN[when.month - 1]) <= 4:
        number = f"{number[: slashed.start()]}/{ROMAN[when.month - 1]}/{slashed[2]}"
        factor = 0.85
    bent = when and re.search(rf"(?<=[A-Za-z0-9])[Il1|!](?={ROMAN[when.month - 1]}/(?:19|20)\d\d$)", number)
    if when and bent and len(ROMAN[when.month - 1]) > 1:
        number, factor = f"{number[: bent.start()]}/{number[bent.end() :]}", 0.85
    dashed = _DASHED.search(number) if when else None
    if when and dashed and dashed[1] != ROMAN[when.month - 1] and _near(dashed[1], when):
        number = f"{number[: dashed.start(1)]}{ROMAN[when.month - 1]}{number[dashed.end(1) :]}"
        factor *= 0.85
    if number.startswith("@"):
        number, factor = f"0{number[1:]}", factor * 0.85
    if when and "//" in number and len(ROMAN[when.month - 1]) == 1:
        number, factor = number.replace("//", f"/{ROMAN[when.month - 1]}/", 1), factor * 0.85
    if _BENT_ZERO.search(number):
        number, factor = _BENT_ZERO.sub("0", number), factor * 0.85
    return number, factor


def repaired(number: str, when: date | None) -> tuple[str, float]:
    """A misread Roman month put right; a factor of confidence.

    The letter's date decides between readings; contradicted, the factor falls.
    """
    number, factor = _straightened(number, when)
    parts = re.split(r"\s?/\s?", number)
    expected = ROMAN[when.month - 1] if when else None
    for index, part in enumerate(parts):
        if not _ROMANISH.fullmatch(part) or index == 0 or (part.isdigit() and len(part) > 3):
            continue
        if expected in parts[1:] and part != expected:
            continue
        if when and part.isdigit() and int(part) == when.month:
            break
        clean = part.translate(_ALIKE).replace("IIII", "III")
        if part in ROMAN:
            factor *= 1.0 if expected in (None, part) else 0.75
        elif expected and Levenshtein.distance(clean, expected) <= 1:
            clean, factor = expected, 0.9 * factor
        elif clean in ROMAN and not set(part) & set("HTN"):
            factor *= 0.75
        else:
            continue
        parts[index] = clean
        break
    if when is not None and any(re.fullmatch(r"(?:19|20)\d\d", part) for part in parts):
        factor *= 1.0 if str(when.year) in parts else 0.75
    return "/".join(parts), factor


_LED = re.compile(r"(?:Nomor|NOMOR|Nomer|No|NO)\b\.?(?:\s*(?:Reg|Ref|Surat)\b\.?)?\s*[:;.]?\s*(?=\S)")
_YEAR = re.compile(r"(?:19|20)\d\d|/\d\d$")  # nearly every letter's number ends with its year
# the unit behind a number ("/Sek Bulik")
_BEHIND = re.compile(r"[ ](?:[A-Z][a-z]{2,}|[A-Z]{3,})(?:[ ][A-Z][a-z]{2,})?[ ]*")
# without slashes, as prisons and ministries write it
_CODE = re.compile(r"(?:[A-Z][A-Za-z0-9]*|\d{4})(?:[.\-]\s?[A-Za-z0-9]+){2,}")
_HEAD, _TITLE = 24, 4


def _without_colon(document: Document, when: date | None) -> Found | None:
    for line in document.lines[:_HEAD]:
        for cell in line.cells:
            led = _LED.match(document.text, cell.start, cell.end)
            if led and _FOREIGN.search(document.text[max(0, led.end() - 40) : led.end()]):
                continue
            match = _NUMBER.match(document.text, led.end(), cell.end) if led else None
            if match and any(c.isdigit() for c in match[0]) and len(match[0]) > 6:
                read = re.sub(r"\s+", "", match[0])
                normal, factor = repaired(read, when)
                others = (read,) if normal != read else ()
                return Found(*match.span(), normal, 0.94 * factor, others, exact=True)
    return None


def _coded(document: Document, labels: Labels) -> Found | None:
    for pair in labels.of("number"):
        match = _CODE.match(document.text, pair.start, pair.end)
        if (
            match
            and (not pair.section or pair.role == "victim")
            and pair.line < _HEAD
            and sum(c.isdigit() for c in match[0]) > 3
        ):
            return Found(*match.span(), re.sub(r"\s+", "", match[0]), 0.92, exact=True)
    return None


def letter_number(document: Document, labels: Labels, when: date | None) -> Found | None:
    """Not of laws, police reports or persons it names."""
    for pair in labels.of("number"):
        if (pair.section and pair.role != "victim") or _FOREIGN.search(
            document.text[max(0, pair.start - 40) : pair.start]
        ):
            continue
        match = _NUMBER.search(document.text, pair.start, pair.end)
        if match is None or not any(c.isdigit() for c in match[0]):
            continue
        before = document.text[pair.start : match.start()].strip()
        if before not in ("", "@"):
            continue
        read = re.sub(r"\s+", "", before + match[0])
        normal, factor = repaired(read, when)
        others = (read,) if normal != read else ()
        behind = _BEHIND.fullmatch(document.text, match.end(), pair.end)
        tail = behind[0] if behind else ""
        sure = (0.98 if _YEAR.search(normal) else 0.88) * factor
        return Found(match.start(), match.end() + len(tail), normal + tail.rstrip(), sure, others, exact=True)
    return _without_colon(document, when) or _coded(document, labels)


def letter_date(document: Document, labels: Labels) -> Found | None:
    """The day it bears, never one told in sentences."""
    ranked = [
        (0.97 if pair.section == "" or _OF_LETTER.search(pair.label) else 0.6, dated)
        for pair in labels.of("date")
        if pair.section in ("", "contact") or pair.line < 12
        for dated in _within(document, pair.start, pair.end)[:1]
    ]
    ranked += [
        (0.96 if dated.start > cell.start else 0.9, dated)
        for line in document.lines
        for cell in line.cells
        if (dated := _alone(document, cell))
    ]
    ranked += [(0.92, dated) for dated in _in_words(document)]
    received = re.compile(r"\b[Dd]iterima\s+(?:pada\s+)?[^.]{0,30}(?=\b\d{1,2}\s)")
    if not ranked and (taken := received.search(document.text)):
        ranked += [(0.88, dated) for dated in _within(document, taken.end(), taken.end() + 30)[:1]]
    if not ranked:
        above = document.lines[min(_TITLE, len(document.lines)) - 1]
        ranked += [
            (0.8, dated) for dated in _within(document, 0, above.end)[:1] if _ends_row(document, dated)
        ]
    pairs = [*labels.of("birth"), *labels.of("event")]
    last = max([dated.day for dated in dates(document.text)], default=date.min)
    ranked = [
        (weight * (0.5 if dated.day + _OLD < last else 1.0), dated)  # nobody tells of what is yet to come
        for weight, dated in ranked
        if not any(pair.start <= dated.start < pair.end for pair in pairs)
    ]
    if not ranked:
        return None
    weight, best = max(ranked, key=lambda item: (item[0], -item[1].start))
    others = tuple(dict.fromkeys(d.day.isoformat() for _, d in ranked if d.day != best.day))
    certain = weight * best.certainty * (0.8 if others else 1.0)
    return Found(best.start, best.end, best.day.isoformat(), certain, others, exact=True)


def _ends_row(document: Document, dated: Dated) -> bool:
    rest = document.text[dated.end : document.line_at(dated.start).end]
    return re.fullmatch(r"[ .,)]*(?:(?:pukul|jam)\s.{0,12})?", rest) is not None


_OF_LETTER = re.compile(r"\b(?:surat|pengaduan|laporan|rujukan|terima)\b")
_OLD = timedelta(days=400)


def _in_words(document: Document) -> list[Dated]:
    # Also where they go on in the next row
    days = [
        dated
        for dated in dates(document.text)
        if not any(c.isdigit() for c in document.text[dated.start : dated.end])
    ]
    return [d for d in days if _PLACED.match(document.text[_cell_start(document, d.start) : d.start])]


def _cell_start(document: Document, offset: int) -> int:
    return max(cell.start for cell in document.line_at(offset).cells if cell.start <= offset)


def _within(document: Document, start: int, end: int) -> list[Dated]:
    return [
        Dated(d.start + start, d.end + start, d.day, d.certainty) for d in dates(document.text[start:end])
    ]


def _alone(document: Document, cell: Cell) -> Dated | None:
    days = _within(document, cell.start, cell.end)
    if len(days) != 1 or not _COMMON.match(document.text[days[0].end : cell.end]):
        return None
    before = document.text[cell.start : days[0].start]
    if not (_PLACED.match(before) or _DAY.match(before)):
        return None
    line = document.lines[cell.line]
    following = document.lines[cell.line + 1] if cell.line + 1 < len(document.lines) else None
    runs_on = not line.fresh and following is not None and not following.fresh and line.cells == (cell,)
    fills = line.right > 0.6 * document.breadth and cell.left < 0.3 * document.breadth
    return None if runs_on and fills and cell.line > 8 else days[0]


def subject(document: Document, labels: Labels) -> Found | None:
    """Hal or Perihal, with its further rows."""
    for pair in labels.of("subject"):
        text = document.joined(pair.pieces or ((pair.start, pair.end),)).strip(" -.")
        if len(text) >= 4 and _in_head(labels, pair):
            return Found(pair.start, pair.end, text, 0.96, exact=True, pieces=pair.pieces)
    return None


def _in_head(labels: Labels, pair: Pair) -> bool:
    # No data of a person lie above it under the same heading
    above = (other for other in labels.pairs if other.section == pair.section and other.line < pair.line)
    return pair.line < 25 and not (
        pair.section and any(other.attribute in ("name", "age") for other in above)
    )
