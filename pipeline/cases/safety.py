"""The safe contact is never the reported person nor the shared home (step 2; UU 23/2004).

A doubtful likeness is refused: a wrong address is worse than one more question.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pipeline.cases import contacts
from pipeline.cases import problems as say
from pipeline.cases.problems import Problem
from pipeline.cases.values import Values, flag, items, known_name, text

_TITLES = frozenset({
    "bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "tn", "ny", "nn", "h", "hj",
    "haji", "hajah", "dr", "drs", "dra", "ir", "bd", "kel", "alm", "almh", "brigpol", "aiptu", "aipda",
    "ipda", "iptu", "akp", "kompol",
})  # fmt: skip
_ALIKE = 0.84
_LONG_FORMS = {
    "jl": "jalan", "jln": "jalan", "gg": "gang", "ds": "desa", "kec": "kecamatan", "kel": "kelurahan",
    "kab": "kabupaten", "no": "nomor", "nmr": "nomor", "prov": "provinsi", "dsn": "dusun",
}  # fmt: skip
_WIDE = ("kecamatan", "kabupaten", "kota", "provinsi", "kode")
_GENERIC = frozenset({
    "jalan", "gang", "desa", "kelurahan", "dusun", "rt", "rw", "nomor", "di", "rumah", "alamat",
})  # fmt: skip
_ONE_ROOF = frozenset({"suami/istri", "orang tua", "keluarga/saudara", "pacar/teman", "majikan"})
_THE_SAME = re.compile(r"\b(sama dengan|alamat sama|idem|sda|serumah)\b")


def name_words(name: str) -> tuple[str, ...]:
    """Without titles, degrees, signs."""
    first = name.partition(",")[0].lower()
    return tuple(word for word in re.findall(r"[^\W\d_]+", first) if word not in _TITLES)


def bare_name(name: str) -> str:
    """As written, without titles and degrees."""
    words = name.partition(",")[0].split()
    return " ".join([word for word in words if word.strip(".").lower() not in _TITLES] or words)


def _new_spelling(word: str) -> str:
    return word.replace("oe", "u").replace("dj", "j").replace("tj", "c")


def _alike(one: str, other: str) -> bool:
    one, other = _new_spelling(one), _new_spelling(other)
    return one == other or (
        min(len(one), len(other)) >= 5 and SequenceMatcher(None, one, other).ratio() >= _ALIKE
    )


def _within(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    return bool(small) and all(any(_alike(word, each) for each in large) for word in small)


def _named_within(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    written = tuple(word for word in small if len(word) > 1)
    short = set(small) - set(written)
    return _within(small, large) or (
        _within(written, large) and all(any(one[0] == word[0] for one in large) for word in short)
    )


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person."""
    first, second = name_words(one), name_words(other)
    return _named_within(first, second) or _named_within(second, first)


def phone_digits(written: str) -> str:
    """Digits without country or area prefix."""
    return "".join(filter(str.isdigit, written)).removeprefix("62").lstrip("0")


_REACHED = ("sender", "reporter_name", *contacts.NAMES, "addressee")
_OFFICE_OWN = frozenset({"sender", "addressee"})
_WED = "suami/istri"
_NUMBERS = ("reporter_phone", "caller_number", *contacts.PHONES)


def reported_names(values: Values) -> tuple[str, ...]:
    """Only known names."""
    others = (row.partition(",")[0].strip() for row in items(values, "other_reported"))
    return tuple(one for one in (known_name(values, "reported_name"), *others) if one)


def reported_among(values: Values, case: Values) -> tuple[str, ...]:
    """The fields in which a reported person may write or be answered.

    A writing husband may be the reported one, whatever his name.
    """
    names, theirs = reported_names(case), phone_digits(text(case, "reported_phone"))
    of_office = _OFFICE_OWN if flag(values, "is_institution") else frozenset[str]()
    named = [
        field
        for field in _REACHED
        if (name := known_name(values, field))
        and any((_bears if field in of_office else same_person)(name, one) for one in names)
    ]
    numbered = [field for field in _NUMBERS if theirs and phone_digits(text(values, field)) == theirs]
    relation = text(values, "reporter_relation")
    wed = ["reporter_relation"] if relation == _WED == text(case, "reported_relation") else []
    return (*named, *numbered, *wed)


def _bears(institution: str, name: str) -> bool:
    words = set(name_words(name))
    return len(words) > 1 and words <= set(name_words(institution))


def address_words(address: str) -> tuple[str, ...]:
    """Telling words: ``rt3``, ``nomor5``, street, village."""
    text_ = re.sub(r"(?<=\d)[./](?=\d)", " ", address.lower())
    text_ = re.sub(
        r"\brt\s*\.?\s*0*(\d+)\s*/?\s*(?:rw\s*\.?\s*)?0*(\d+)?",
        lambda found: f" rt{found[1]} " + (f"rw{found[2]} " if found[2] else ""),
        text_,
    )
    kept: list[str] = []
    for part in re.split(r"[,;\n]", text_):
        words = [_LONG_FORMS.get(word, word) for word in re.findall(r"[^\W_]+", part)]
        wide = next((place for place, word in enumerate(words) if word in _WIDE), len(words))
        kept.extend(words[:wide])
    joined = re.sub(r"\b(nomor|rw)\s+0*(\d+)", r"\1\2", " ".join(kept))
    return tuple(word for word in joined.split() if word not in _GENERIC)


def same_place(safe: str, home: str) -> bool:
    """Whether ``safe`` may be the house at ``home``."""
    first, second = address_words(safe), address_words(home)
    if not second:
        return False
    if not first or _within(first, second):
        return True
    return any(re.fullmatch(r"nomor\d+", word) for word in second) and _within(second, first)


def says_the_same(address: str) -> bool:
    """Whether it only points, as "sama dengan alamat saya"."""
    return _THE_SAME.search(address.lower()) is not None


def shares_home(values: Values) -> bool:
    """Whether the reported person must be taken to live with the victim; in doubt by relation."""
    said = text(values, "reported_shares_home")
    if said in ("ya", "tidak"):
        return said == "ya"
    if says_the_same(text(values, "reported_address")):
        return True
    theirs, home = text(values, "reported_address"), text(values, "victim_address")
    return same_place(theirs, home) if theirs and home else text(values, "reported_relation") in _ONE_ROOF


def contact_problems(values: Values) -> Iterator[Problem]:
    """Why the safe contact is not safe."""
    name = known_name(values, "safe_contact_name")
    if name and any(same_person(name, one) for one in reported_names(values)):
        yield Problem("safe_contact_name", say.CONTACT_IS_REPORTED)
    phone = phone_digits(text(values, "safe_contact_phone"))
    if phone and phone == phone_digits(text(values, "reported_phone")):
        yield Problem("safe_contact_phone", say.CONTACT_PHONE_IS_REPORTED)
    address = text(values, "safe_contact_address")
    if not address:
        return
    theirs, home = text(values, "reported_address"), text(values, "victim_address")
    is_herself = bool(name) and same_person(name, known_name(values, "victim_name"))
    if shares_home(values) and (says_the_same(address) or (home and same_place(address, home))):
        yield Problem("safe_contact_address", say.CONTACT_IS_HOME)
    elif shares_home(values) and is_herself and not home and not theirs:
        yield Problem("safe_contact_address", say.CONTACT_MAY_BE_HOME)
    elif theirs and not says_the_same(theirs) and same_place(address, theirs):
        yield Problem("safe_contact_address", say.CONTACT_IS_THEIRS)
