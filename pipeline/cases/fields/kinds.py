"""One reader for each kind of field: from what was typed to the normal form, or a sentence.

Nothing is guessed: an answer that can be read in two ways is refused.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pipeline.cases import problems as say
from pipeline.cases.fields.days import read_day, read_time, short_day
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

Reader = Callable[[Field, str, Context], Value]


def clean(given: str, lines: bool = False) -> str:
    """Return ``given`` in NFC without control, bidi and surplus space characters."""
    text = unicodedata.normalize("NFC", given).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        " " if one.isspace() and one != "\n" else one
        for one in text
        if one.isspace() or unicodedata.category(one) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    rows = [" ".join(row.split(" ")).strip() for row in kept.split("\n")]
    rows = [re.sub(r" {2,}", " ", row) for row in rows]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip() if lines else " ".join(" ".join(rows).split())


def _bounded(field: Field, text: str) -> str:
    if len(text) > field.most:
        raise BadAnswer(Text(*(one.format(most=field.most) for one in say.TOO_LONG)))
    return text


def _name(field: Field, given: str, _context: Context) -> Value:
    text = clean(given)
    if text.lower() in _NOBODY:
        return _NOBODY[text.lower()]
    if not _NAME.fullmatch(text):
        raise BadAnswer(say.BAD_NAME)
    return _bounded(field, text)


def _text(field: Field, given: str, _context: Context) -> Value:
    return _bounded(field, clean(given))


def _long(field: Field, given: str, _context: Context) -> Value:
    return _bounded(field, clean(given, lines=True))


def _day(_field: Field, given: str, context: Context) -> Value:
    found = read_day(given, context.today)
    if found is None:
        raise BadAnswer(say.BAD_DAY)
    return found.isoformat()


def _time(_field: Field, given: str, _context: Context) -> Value:
    found = read_time(given)
    if found is None:
        raise BadAnswer(say.BAD_TIME)
    return found


def _number(_field: Field, given: str, _context: Context) -> Value:
    if not re.fullmatch(r"[0-9]{1,4}", given.strip()):
        raise BadAnswer(say.BAD_NUMBER)
    return int(given)


def _age(_field: Field, given: str, _context: Context) -> Value:
    found = _AGE.fullmatch(clean(given).lower())
    if not found or int(found[1]) > 120:
        raise BadAnswer(say.BAD_AGE)
    return int(found[1])


def read_phone(given: str) -> str | None:
    """Return a telephone number as digits with a leading 0 for +62, or ``None``."""
    bare = re.sub(r"[\s().-]", "", given)
    bare = re.sub(r"^(\+62|0062|62(?=8))", "0", bare)
    return bare if re.fullmatch(r"[0-9]{7,15}", bare) else None


def _phone(_field: Field, given: str, _context: Context) -> Value:
    found = read_phone(given)
    if found is None:
        raise BadAnswer(say.BAD_PHONE)
    return found


def _nik(_field: Field, given: str, _context: Context) -> Value:
    bare = re.sub(r"[\s.-]", "", given)
    born, month = (int(bare[6:8]), int(bare[8:10])) if re.fullmatch(r"[0-9]{16}", bare) else (0, 0)
    if not (1 <= born <= 31 or 41 <= born <= 71) or not 1 <= month <= 12:
        raise BadAnswer(say.BAD_NIK)
    return bare


def _yesno(_field: Field, given: str, _context: Context) -> Value:
    word = clean(given).lower()
    if word not in _YES | _NO:
        raise BadAnswer(say.BAD_YESNO)
    return word in _YES


def pick(choices: Sequence[Choice], given: str) -> str | None:
    """Return the value meant by a number (from 1), a value, a label or another word of the list."""
    word = clean(given).replace("_", " ").lower()
    if word.isdecimal():
        return choices[int(word) - 1].value if 1 <= int(word) <= len(choices) else None
    for one in choices:
        if word in {one.value.lower(), one.label.id.lower(), one.label.en.lower(), *one.words}:
            return one.value
    return None


def _listed(said: Text, choices: Sequence[Choice]) -> BadAnswer:
    named = Text(
        said.id.format(choices=", ".join(one.label.id for one in choices)),
        said.en.format(choices=", ".join(one.label.en for one in choices)),
    )
    return BadAnswer(named)


def _choice(field: Field, given: str, _context: Context) -> Value:
    found = pick(field.choices, given)
    if found is None:
        raise _listed(say.BAD_CHOICE, field.choices)
    return found


def _several(choices: Sequence[Choice], given: str) -> list[str | None]:
    """Return what is meant by a part of a list: one choice, whose words may hold "dan", or several joined by it."""
    whole = pick(choices, given)
    return [whole] if whole else [pick(choices, word) for word in given.split(" dan ") if word.strip()]


def _choices(field: Field, given: str, _context: Context) -> Value:
    found = [
        one for part in re.split(r"[,;\n]", given) if part.strip() for one in _several(field.choices, part)
    ]
    if not found or None in found:
        raise _listed(say.BAD_CHOICES, field.choices)
    return tuple(one.value for one in field.choices if one.value in found)


def _place(field: Field, given: str, context: Context) -> Value:
    text = re.sub(r"^(kecamatan|kec\.?)\s+", "", clean(given), flags=re.IGNORECASE)
    if text.isdecimal():
        if not 1 <= int(text) <= len(context.places):
            listed = ", ".join(context.places)
            raise BadAnswer(Text(*(one.format(choices=listed) for one in say.BAD_CHOICE)))
        return context.places[int(text) - 1]
    known = {one.lower(): one for one in context.places}
    return _bounded(field, known.get(text.lower(), text))


def _lines(field: Field, given: str, _context: Context) -> Value:
    rows = (clean(row).strip(" ;") for row in re.split(r"[;\n]", given))
    return tuple(_bounded(field, row) for row in rows if row)


def _persons(_field: Field, given: str, _context: Context) -> Value:
    rows = [clean(row) for row in re.split(r"[;\n]", given) if row.strip()]
    found = [_PERSON.fullmatch(row) for row in rows]
    if not rows or not all(
        one and _NAME.fullmatch(one[1]) and (one[2] in (None, "?") or int(one[2]) <= 120) for one in found
    ):
        raise BadAnswer(say.BAD_PERSONS)
    return tuple(f"{one[1]}, {one[2] or '?'}, {(one[3] or '?').upper()}" for one in found if one)


READERS: Mapping[Kind, Reader] = {
    Kind.NAME: _name,
    Kind.TEXT: _text,
    Kind.LONG: _long,
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.NUMBER: _number,
    Kind.AGE: _age,
    Kind.PHONE: _phone,
    Kind.NIK: _nik,
    Kind.YESNO: _yesno,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PLACE: _place,
    Kind.LINES: _lines,
    Kind.PERSONS: _persons,
}
_SEVERAL = {Kind.CHOICES: ", ", Kind.LINES: "; ", Kind.PERSONS: "; "}


def read(field: Field, given: object, context: Context) -> Value | None:
    """Return the normal form of ``given``; ``None`` for an empty answer.

    ``given`` is text as typed, or a JSON value (list, number, true or false). Reading a normal form
    again gives the same form. Raises :class:`BadAnswer` with the sentence.
    """
    if isinstance(given, (list, tuple)):
        if not all(isinstance(one, str) for one in given):
            raise BadAnswer(say.NOT_A_TEXT)
        given = _SEVERAL.get(field.kind, "\n").join(given)
    if isinstance(given, bool):
        given = "ya" if given else "tidak"
    if isinstance(given, int):
        given = str(given)
    if given is not None and not isinstance(given, str):
        raise BadAnswer(say.NOT_A_TEXT)
    return None if given is None or not clean(given) else READERS[field.kind](field, given, context)


def shown(field: Field, value: Value, lang: str = "id") -> str:
    """Return ``value`` as a person reads and edits it; :func:`read` understands it again."""
    if isinstance(value, bool):
        return ("yes" if value else "no") if lang == "en" else ("ya" if value else "tidak")
    if isinstance(value, tuple):
        return _SEVERAL.get(field.kind, ", ").join(label_of(field.choices, one, lang) for one in value)
    if field.kind is Kind.DAY:
        return short_day(date.fromisoformat(str(value)))
    if field.kind is Kind.TIME and lang == "id":
        return str(value).replace(":", ".")
    return (
        label_of(field.choices, str(value), lang)
        if field.kind is Kind.CHOICE and field.choices != SEXES
        else str(value)
    )
