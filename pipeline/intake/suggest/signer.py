"""The person who writes: by the name under the letter, an introduction, or a messenger's print."""

import re
from dataclasses import dataclass
from datetime import date

from pipeline.intake import rules
from pipeline.intake.suggest.dates import dates
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.labels import Pair
from pipeline.intake.suggest.names import DEGREE, first_name, same_person, without_titles

_CLOSING = re.compile(
    r"^(?:hormat\s+(?:saya|kami)|wassalam|salam(?:\s+(?:hormat|kasih|sejahtera|takzim)\b[^.]{0,20})?(?=,?$)|(?:yang\s+)?(?:melapor|pelapor|pengadu|membuat\s+pernyataan)|pemohon|pengirim)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:terima\s*kasih|tarima\s*kasih|memberkati|wassalam)", re.IGNORECASE)


def signature(document: Document, signer: Found | None) -> Found | None:
    """The fuller of signature and opening when they agree."""
    if (name := _closing_name(document)) is None:
        return signer
    if signer and same_person(name.normal, signer.normal):
        fuller = signer if len(signer.normal) >= len(name.normal) else name
        return Found(fuller.start, fuller.end, fuller.normal, 0.99, exact=True)
    return Found(name.start, name.end, name.normal, 0.75, (signer.normal,), exact=True) if signer else name


def _closing_name(document: Document) -> Found | None:
    closing = None
    for line in document.lines[len(document.lines) // 3 :]:
        text = document.value(line.start, line.end)
        if ended := _CLOSING.match(text):
            closing = line.number
            behind = re.compile(r"[ ,:]+").match(text, ended.end())
            named = first_name(text, behind.end()) if behind else None
            if named and named[1] == len(text):
                start = document.text.index(text[named[0] :].split()[0], line.start + ended.end())
                return Found(start, line.end, without_titles(text[named[0] : named[1]]), 0.92, exact=True)
    thanks = closing
    if closing is None:
        marks = [
            line.number for line in document.lines if _THANKS.search(document.text, line.start, line.end)
        ]
        thanks = marks[-1] if marks else None
    if thanks is None:
        return last_name(document)
    for line in document.lines[thanks + 1 :]:
        if _CLOSING.match(document.value(line.start, line.end)):
            continue
        start = line.cells[-1].start + (document.text[line.cells[-1].start] == "(")
        named = first_name(document.text, start, line.end)
        if named and (closing is not None or line.left > 0.3 * document.breadth):
            degree = re.compile(DEGREE).match(document.text, named[1], line.end)
            end = degree.end() if degree else named[1]
            if not re.fullmatch(r"[ .,)]*(?:\([^()]*\))?", document.text[end : line.end]):
                continue
            return Found(
                named[0],
                end,
                without_titles(document.value(*named)),
                0.93 if closing is not None else 0.85,
                exact=True,
            )
    return last_name(document)


_I_AM = re.compile(
    r"(?:^|[.,:;]\s+|\bini\s+)(?:[Ss]a[yj]a|[Ss]y|[Uu]lun|[Aa]ku),?\s+(?:(?:[yj]ang\s+)?bertanda\s+tangan\s+di\s?bawah\s+ini,?\s+)?(?=[A-Z])",
    re.MULTILINE,
)
_AFTER_ME = re.compile(
    r"\s*[,(.]|\s+(?:bu|pak|kak|umur|usia|ber(?:umur|usia)|tinggal|warga|kader|guru|ibu|bapak|di|dari)\b|\s+[a-z]+nya\b|\s+\d{1,2}\s*(?:tahun|thn?)\b"
)


# before "saya bernama": she tells the name of another
_OF_OTHER = re.compile(
    r"\b(?:anak|adik|kakak|abang|ibu|ayah|bapak|mama|cucu|keponakan|kemenakan|sepupu|menantu|mertua|suami|istri|pacar|teman|tetangga|atasan|guru|murid)\s+$",
    re.IGNORECASE,
)


def self_named(document: Document) -> Found | None:
    """A writer's introduction in a sentence."""
    match = re.search(
        r"\b(?:nama\s+(?:saya|sy|ulun|aku|unda)|saya\s+(?:yang\s+)?bernama|ngaran\s+ulun|perkenalkan,?\s+saya)\s*:?\s+(?=[A-Z])",
        document.text,
        re.IGNORECASE,
    )
    of_other = match and _OF_OTHER.search(document.text[max(0, match.start() - 20) : match.start()])
    named = first_name(document.text, match.end()) if match and not of_other else None
    if named:
        return Found(*named, without_titles(document.value(*named)), 0.9, exact=True)
    for opened in _I_AM.finditer(document.text):
        named = first_name(document.text, opened.end())
        if named and _AFTER_ME.match(document.text, named[1]):
            return Found(*named, without_titles(document.value(*named)), 0.88, exact=True)
    return None


def caller(document: Document) -> Found | None:
    """As in "Penelepon mengaku bernama Bu Yanti"."""
    match = re.search(
        r"\b[Pp](?:enelepon|elapor)\s+(?:mengaku\s+|adalah\s+|ialah\s+)?(?:bernama\s+|yaitu\s+)?(?=[A-Z])",
        document.text,
    )
    named = first_name(document.text, match.end()) if match else None
    return Found(*named, without_titles(document.value(*named)), 0.9, exact=True) if named else None


def name_in(document: Document, pair: Pair) -> Found | None:
    """The name that begins a label's value."""
    named = first_name(document.text, pair.start, pair.end)
    return Found(*named, without_titles(document.value(*named)), 0.85, exact=True) if named else None


def last_name(document: Document) -> Found | None:
    """A name alone at the right of the last rows."""
    for line in reversed(document.lines[-4:]):
        cell = line.cells[-1]
        named = first_name(document.text, cell.start, cell.end)
        if named and named[1] == cell.end and cell.left > 0.4 * document.breadth:
            return Found(*named, without_titles(document.value(*named)), 0.8, exact=True)
    return None


_STAMP = re.compile(
    r"^[\[(|lI]?\s?(?P<day>\d{1,2}\s?[/.]\s?\d{1,2}\s?[/.]\s?\d{2,4}),?\s+(?:pukul\s+)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\s?[\])|lIJ]?"
    r"\s*[-–]?\s*(?P<who>[^:\n]{2,40}):",
    re.MULTILINE,
)
_FEWEST = 2


@dataclass(frozen=True)
class Message:
    """Its day, and where the writer's name or number stands."""

    day: date
    day_at: tuple[int, int]
    who_at: tuple[int, int]
    is_ours: bool


def messages(document: Document) -> list[Message]:
    """In order; none where fewer than two are stamped."""
    ours = rules.pattern(rules.table("institutions")["words"]["answering"])
    entries = [
        Message(days[0].day, stamp.span("day"), stamp.span("who"), bool(ours.search(stamp["who"])))
        for stamp in _STAMP.finditer(document.text)
        if (days := dates(stamp["day"]))
    ]
    return entries if len(entries) >= _FEWEST else []


def writer(document: Document, messages: list[Message]) -> Found | None:
    """Who sent the first message that is not ours."""
    for message in messages:
        named = None if message.is_ours else first_name(document.text, *message.who_at)
        if named and named[1] == message.who_at[1]:
            return Found(*named, without_titles(document.value(*named)), 0.85)
    return None


def first_day(messages: list[Message]) -> Found | None:
    """Of the first message that is not ours."""
    first = next((message for message in messages if not message.is_ours), None)
    return Found(*first.day_at, first.day.isoformat(), 0.95, exact=True) if first else None
