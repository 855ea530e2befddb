"""One reader for each kind of field; an ambiguous answer is refused."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pipeline.cases import problems as say
from pipeline.cases.fields.days import read_day, read_time, read_when, short_day, when_in_words
from pipeline.cases.fields.field import Context, Field, Kind
from pipeline.cases.lists import SEXES, Choice, label_of
from pipeline.cases.problems import BadAnswer
from pipeline.cases.values import ANONYMOUS, UNKNOWN, Value
from pipeline.kernel.text import Text

_YES = {"ya", "y", "yes", "true", "benar", "iya"}
_NO = {"tidak", "t", "no", "n", "false", "bukan", "tdk"}
_NOBODY = {
    "anonim": ANONYMOUS, "anonymous": ANONYMOUS, "tanpa nama": ANONYMOUS,
    "belum diketahui": UNKNOWN, "tidak diketahui": UNKNOWN, "tidak tahu": UNKNOWN, "unknown": UNKNOWN,
}  # fmt: skip
_NAME = re.compile(r"[^\W\d_][^\d_<>{}\[\]|\\@#$%^*=~]*")
_AGE = re.compile(r"(?:\+/-|±|kira-kira|sekitar)?\s*(\d{1,3})\s*(?:tahun|thn|th|years?)?\.?")
_PERSON = re.compile(r"([^,;]+?)(?:\s*,\s*(\d{1,3}|\?)\s*(?:tahun|th)?)?(?:\s*,\s*([LlPp?]))?")

Reader = Callable[[Field, str, Context], Value | None]


def clean(given: str, lines: bool = False) -> str:
    """NFC without control, bidi and surplus blank characters."""
    text = unicodedata.normalize("NFC", given).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        " " if character.isspace() and character != "\n" else character
        for character in text
        if character.isspace() or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    rows = [" ".join(row.split(" ")).strip() for row in kept.split("\n")]
    rows = [re.sub(r" {2,}", " ", row) for row in rows]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip() if lines else " ".join(" ".join(rows).split())


def _bounded(field: Field, text: str) -> str:
    if len(text) > field.most:
        raise BadAnswer(Text(*(sentence.format(most=field.most) for sentence in say.TOO_LONG)))
    return text


def _name(field: Field, given: str, _context: Context) -> Value | None:
    text = clean(given)
    nobody = _NOBODY.get(text.lower())
    return nobody or (_bounded(field, text) if _NAME.fullmatch(text) else None)


def _day(_field: Field, given: str, context: Context) -> Value | None:
    day = read_day(given, context.today)
    return day.isoformat() if day else None


def _age(_field: Field, given: str, _context: Context) -> Value | None:
    match = _AGE.fullmatch(clean(given).lower())
    return int(match[1]) if match and int(match[1]) <= 120 else None


def read_phone(given: str) -> str | None:
    """Digits with 0 for +62, or None."""
    bare = re.sub(r"[\s().-]", "", given)
    bare = re.sub(r"^(\+62|0062|62(?=8))", "0", bare)
    return bare if re.fullmatch(r"[0-9]{7,15}", bare) else None


def _nik(_field: Field, given: str, _context: Context) -> Value | None:
    bare = re.sub(r"[\s.-]", "", given)
    born, month = (int(bare[6:8]), int(bare[8:10])) if re.fullmatch(r"[0-9]{16}", bare) else (0, 0)
    return bare if (1 <= born <= 31 or 41 <= born <= 71) and 1 <= month <= 12 else None


def _yesno(_field: Field, given: str, _context: Context) -> Value | None:
    word = clean(given).lower()
    return word in _YES if word in _YES | _NO else None


def pick(choices: Sequence[Choice], given: str) -> str | None:
    """The value meant by number, value, label or word."""
    word = clean(given).replace("_", " ").lower()
    if word.isdecimal():
        return choices[int(word) - 1].value if 1 <= int(word) <= len(choices) else None
    for choice in choices:
        if word in {choice.value.lower(), choice.label.id.lower(), choice.label.en.lower(), *choice.words}:
            return choice.value
    return None


def _several(choices: Sequence[Choice], given: str) -> list[str | None]:
    whole = pick(choices, given)
    return [whole] if whole else [pick(choices, word) for word in given.split(" dan ") if word.strip()]


def _choices(field: Field, given: str, _context: Context) -> Value | None:
    values = [
        value
        for part in re.split(r"[,;\n]", given)
        if part.strip()
        for value in _several(field.choices, part)
    ]
    is_known = values and None not in values
    return tuple(choice.value for choice in field.choices if choice.value in values) if is_known else None


def _place(field: Field, given: str, context: Context) -> Value | None:
    text = re.sub(r"^(kecamatan|kec\.?)\s+", "", clean(given), flags=re.IGNORECASE)
    if text.isdecimal():
        return context.places[int(text) - 1] if 1 <= int(text) <= len(context.places) else None
    known = {place.lower(): place for place in context.places}
    return _bounded(field, known.get(text.lower(), text))


def _lines(field: Field, given: str, _context: Context) -> Value:
    rows = (clean(row).strip(" ;") for row in re.split(r"[;\n]", given))
    return tuple(_bounded(field, row) for row in rows if row)


def _persons(_field: Field, given: str, _context: Context) -> Value | None:
    rows = [_PERSON.fullmatch(clean(row)) for row in re.split(r"[;\n]", given) if row.strip()]
    persons = [
        f"{match[1]}, {match[2] or '?'}, {(match[3] or '?').upper()}"
        for match in rows
        if match and _NAME.fullmatch(match[1]) and (match[2] in (None, "?") or int(match[2]) <= 120)
    ]
    return tuple(persons) if len(persons) == len(rows) > 0 else None


READERS: Mapping[Kind, tuple[Reader, Text]] = {
    Kind.NAME: (_name, say.BAD_NAME),
    Kind.TEXT: (lambda field, given, _: _bounded(field, clean(given)), say.NOT_A_TEXT),
    Kind.LONG: (lambda field, given, _: _bounded(field, clean(given, lines=True)), say.NOT_A_TEXT),
    Kind.DAY: (_day, say.BAD_DAY),
    Kind.WHEN: (lambda _, given, context: read_when(given, context.today), say.BAD_WHEN),
    Kind.TIME: (lambda _, given, __: read_time(given), say.BAD_TIME),
    Kind.NUMBER: (
        lambda _, given, __: int(given) if re.fullmatch(r"[0-9]{1,4}", given.strip()) else None,
        say.BAD_NUMBER,
    ),
    Kind.AGE: (_age, say.BAD_AGE),
    Kind.PHONE: (lambda _, given, __: read_phone(given), say.BAD_PHONE),
    Kind.NIK: (_nik, say.BAD_NIK),
    Kind.YESNO: (_yesno, say.BAD_YESNO),
    Kind.CHOICE: (lambda field, given, _: pick(field.choices, given), say.BAD_CHOICE),
    Kind.CHOICES: (_choices, say.BAD_CHOICES),
    Kind.PLACE: (_place, say.BAD_CHOICE),
    Kind.LINES: (_lines, say.NOT_A_TEXT),
    Kind.PERSONS: (_persons, say.BAD_PERSONS),
}
"""With the message for an unreadable answer."""
_SEVERAL = {Kind.CHOICES: ", ", Kind.LINES: "; ", Kind.PERSONS: "; "}


def read(field: Field, given: object, context: Context) -> Value | None:
    """The normal form of ``given``, or None. Raises :class:`BadAnswer`."""
    if isinstance(given, (list, tuple)):
        if not all(isinstance(line, str) for line in given):
            raise BadAnswer(say.NOT_A_TEXT)
        given = _SEVERAL.get(field.kind, "\n").join(given)
    if isinstance(given, bool):
        given = "ya" if given else "tidak"
    if isinstance(given, int):
        given = str(given)
    if given is not None and not isinstance(given, str):
        raise BadAnswer(say.NOT_A_TEXT)
    if given is None or not clean(given):
        return None
    reader, wrong = READERS[field.kind]
    value = reader(field, given, context)
    if value is None:
        is_place = field.kind is Kind.PLACE
        listed = [
            context.places if is_place else [choice.label.fill(lang) for choice in field.choices]
            for lang in ("id", "en")
        ]
        raise BadAnswer(
            Text(
                *(
                    sentence.format(choices=", ".join(words))
                    for sentence, words in zip(wrong, listed, strict=True)
                )
            )
        )
    return value


def shown(field: Field, value: Value, lang: str = "id") -> str:
    """``value`` as a person edits it."""
    if isinstance(value, bool):
        return ("yes" if value else "no") if lang == "en" else ("ya" if value else "tidak")
    if isinstance(value, tuple):
        return _SEVERAL.get(field.kind, ", ").join(label_of(field.choices, chosen, lang) for chosen in value)
    if field.kind is Kind.DAY:
        return short_day(date.fromisoformat(str(value)))
    if field.kind is Kind.WHEN:
        return when_in_words(str(value)).fill(lang)
    if field.kind is Kind.TIME and lang == "id":
        return str(value).replace(":", ".")
    return (
        label_of(field.choices, str(value), lang)
        if field.kind is Kind.CHOICE and field.choices != SEXES
        else str(value)
    )
