"""Whether two names, addresses or numbers are of one person, house or telephone.

A doubtful likeness is ASK: a wrong address is worse than one more question (SOP steps 2, 5, 13; UU 23/2004).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter

from rapidfuzz.distance import OSA

from pipeline.cases.sounds import COMMON, is_slip, likeness, names_in, sound


class Likeness(StrEnum):
    """From the likest."""

    SAME = "same"
    ASK = "ask"
    DIFFERENT = "different"


def likest(likenesses: Iterable[Likeness]) -> Likeness:
    """The likest of ``likenesses``; DIFFERENT of none."""
    return min(likenesses, key=list(Likeness).index, default=Likeness.DIFFERENT)


_TITLES = frozenset({
    "bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "tn", "ny", "nn", "h", "hj",
    "haji", "hajah", "dr", "drs", "dra", "ir", "bd", "kel", "alm", "almh", "brigpol", "aiptu", "aipda",
    "ipda", "iptu", "akp", "kompol",
})  # fmt: skip
_CALLED = frozenset({
    "mas", "mbak", "abang", "bang", "kak", "kakak", "dik", "adik", "om", "tante", "mbah", "nenek", "kakek", "paman",
    "bibi", "bude", "pakde", "acil", "ananda", "pdt", "pdm", "pendeta", "ustadzah", "ustaz", "ust", "suster", "guru",
    "bripda", "brigadir", "praka", "pratu", "serka", "keluarga", "kel",
})  # fmt: skip
_MEN = frozenset({"bapak", "bpk", "bp", "pak", "tn", "tuan", "kakek", "paman", "pakde", "bin"})
_WOMEN = frozenset({
    "ibu", "bu", "ny", "nyonya", "nn", "nona", "sdri", "saudari", "hj", "hajah", "mbak", "nenek", "bibi", "tante",
    "bude", "binti", "binte", "dra",
})  # fmt: skip
_KIN = (
    r"suami|ist[ei]ri|ayah|bapaknya|ibunya|mama|mamak|mertua|menantu|ipar|keponakan|cucu|sepupu|anaknya|"
    r"tetangga|teman|majikan|orang\s?tua|nyonya|ny"
)
_NOTE = re.compile(
    rf"\((?:[^)]{{0,80}}\d|\s?(?:{_KIN}|adik|kakak|anak|pelapor|korban|saksi|terlapor|wali|pelaku|ketua|kepala)\b)[^)]{{0,80}}\)",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"\b(?:biasa |sering |yang )*(?:alias|als|al\.|a\.k\.a\.?|panggilan|dipanggil|disebut|dikenal|atau)(?!\w)|[(/)]|,\s*(?=(?:bapak|bpk|pak|ibu|bu|sdri?|saudar[ai])\b)",
    re.IGNORECASE,
)


def name_words(name: str) -> tuple[str, ...]:
    """Without titles, degrees, signs."""
    words = re.findall(r"[^\W\d_]+", name.partition(",")[0].lower())
    return tuple(word for word in words if word not in _TITLES)


def bare_name(name: str) -> str:
    """As written, without titles and degrees."""
    words = name.partition(",")[0].split()
    return " ".join([word for word in words if word.strip(".").lower() not in _TITLES] or words)


def of_persons(person: str, other: str) -> Likeness:
    """A part of a name, initials, one wrong letter or a name by kinship ("istri …") are ASK."""
    person, other = (
        re.sub(r"^\s*(\w+),\s*(\w{3,}(?: \w+)?)\s*$", r"\2 \1", _NOTE.sub(" ", name))
        for name in (person, other)
    )
    words = [{*re.findall(r"\w+", name.lower())} for name in (person, other)]
    if sorted((bool(_MEN & own_words), bool(_WOMEN & own_words)) for own_words in words) == [
        (False, True),
        (True, False),
    ]:
        return Likeness.DIFFERENT
    grade = likest(_named(mine, theirs) for mine in _ALIAS.split(person) for theirs in _ALIAS.split(other))
    first, second = (
        (bool(re.match(rf"(?i)\s*(?:{_KIN})\b", name)), *re.findall(r"\d+", name)) for name in (person, other)
    )
    return Likeness.ASK if grade is Likeness.SAME and first != second else grade


def may_be_person(person: str, other: str) -> bool:
    """For who must not be reached: in doubt, and by a shorter name."""
    return of_persons(person, other) is not Likeness.DIFFERENT


def _named(person: str, other: str) -> Likeness:
    """The name after "bin" is the father's."""
    (left, *father), (right, *others) = (
        [_bare(part) for part in re.split(r"(?i)\b(?:bin|binti|binte|bt[ei]?)\b\.?", name)]
        for name in (person, other)
    )
    compared = (father[0], others[0]) if father and others else (left, right)
    return (
        Likeness.DIFFERENT
        if (father or others) and _words(*compared) is Likeness.DIFFERENT
        else _words(" ".join((left, *father)), " ".join((right, *others)))
    )


def _bare(name: str) -> str:
    words = (*names_in(name), re.findall(r"\b[a-z]\b", name.lower()))[0]
    return " ".join(word for word in words if word not in _CALLED)


@lru_cache(maxsize=65536)
def _words(name: str, other: str) -> Likeness:
    left, right = sorted((name.split(), other.split()), key=len)
    is_whole = sorted(map(sound, left)) == sorted(map(sound, right)) or sound("".join(left)) == sound(
        "".join(right)
    )
    if len("".join(left)) < 2:
        return Likeness.DIFFERENT
    is_alike = (
        likeness(name, other)
        or likeness(_written_out(left, right), _written_out(right, left))
        or _is_misspelt(left, right)
    )
    return (
        Likeness.SAME
        if is_whole and max(map(len, left)) > 1
        else Likeness.ASK
        if is_alike
        else Likeness.DIFFERENT
    )


def _written_out(words: list[str], others: list[str]) -> str:
    return " ".join(next((name for name in others if _abbreviates(word, name)), word) for word in words)


def _abbreviates(word: str, name: str) -> bool:
    """An initial, or consonants: ``nst`` for Nasution."""
    return bool(re.fullmatch("[a-z]|[^aeiou]{2,4}", word) and re.match(".*".join(word), name))


def _is_misspelt(short: list[str], long_: list[str]) -> bool:
    """One letter, easier where another word agrees. Yanto and Yanti, and alone Yuliana and Yuliani, are two names."""
    wrong, others = (
        [word for word in words if not any(_level(word, name) for name in names)]
        for words, names in ((short, long_), (long_, short))
    )
    is_held = any(len(word) > 2 and word not in wrong and sound(word) not in COMMON for word in short)
    return len(wrong) == 1 and any(
        OSA.distance(word, name) == 1
        and min(len(word), len(name)) >= (4 if is_held else 5)
        and (word[0] == name[0] or (is_held and (len(word) != len(name) or word[1] == name[0])))
        and (
            word[:-1] != name[:-1] or {word[-1], name[-1]} not in ({"i", "o"}, {"i", "o" if is_held else "a"})
        )
        for word in wrong
        for name in others
    )


def _level(word: str, other: str, *, is_place: bool = False) -> int:
    """2 where both sound alike; 1 for a slip or abbreviation, for a place also a beginning or any wrong letter."""
    short, long_ = sorted((word, other), key=len)
    is_word = (word + other).isalpha()
    is_near = _abbreviates(short, long_) or is_slip(sound(short), sound(long_))
    if is_place and word[0] == other[0] and len(short) > (3 if len(short) < len(long_) else 5):
        is_near |= OSA.distance(word, other) == 1 or long_.startswith(short)
    return 2 if word == other or (is_word and sound(word) == sound(other)) else int(is_word and is_near)


_DIALLED = (
    (re.compile(r"(?<![^\W\d_])[oO](?=\d)|(?<=\d)[oO](?=[\d\s.-]|$)"), "0"),
    (re.compile(r"\b(0\d{2,3})\)?\s*/\s*(?=\d)"), r"\1"),
    (re.compile(r"(?<=\d)/(?=\d{3,4}(?!\d))"), ""),
    (re.compile(r"((?:\d[\s.-]?){10,16})\s+(?=\(?(?:62|0)\s?8)"), r"\1,"),
)
"""The letter O, an area code, groups of one number, two numbers run together."""


def numbers_in(written: str) -> frozenset[str]:
    """Each number's digits, without country prefix and leading zeros."""
    for pattern, instead in _DIALLED:
        written = pattern.sub(instead, written)
    runs = (re.sub(r"\D", "", run) for run in re.findall(r"[\d\s().–-]+", written))
    return frozenset(number for run in runs if len(number := re.sub(r"^(?:(?:00)?62)?0*", "", run)) > 4)


def of_numbers(numbers: str, other: str) -> Likeness:
    """Any of several; a number without its area code is ASK."""
    pairs = [(mine, theirs) for mine in numbers_in(numbers) for theirs in numbers_in(other)]
    return likest(
        Likeness.SAME if mine == theirs else Likeness.ASK
        for mine, theirs in pairs
        if mine.endswith(theirs) or theirs.endswith(mine)
    )


_THE_SAME = re.compile(r"\b(sama dengan|alamat sama|idem|sda|serumah)\b")
_STREETS, _AREAS, _WIDE, _SIDES = map(
    frozenset,
    (
        ("jalan", "gang", "gedung"),
        ("desa", "dusun", "kampung"),
        ("kecamatan", "kabupaten", "kota", "provinsi"),
        ("sebelah", "depan", "belakang", "dekat"),
    ),
)
_KINDS = {
    "jalan": "jalan jl jln jal", "gang": "gang gg lorong lrg lr",
    "gedung": "perumahan perum perumnas komplek kompleks komp kos kost asrama mess rusun rusunawa apartemen kontrakan "
              "barak toko warung kios puskesmas kantor",
    "desa": "desa ds kelurahan kel nagari gampong", "dusun": "dusun dsn dukuh lingkungan lingk", "kampung": "kampung kp kpg kmp",
    "kecamatan": "kecamatan kec distrik", "kabupaten": "kabupaten kab", "kota": "kota", "provinsi": "provinsi prov propinsi",
    "blok": "blok blk", "rt": "rt:", "rw": "rw:", "no": "no:", "": ", ; ( ) \n", "rumah": "rumah rmh kediaman", "sebelah": "sebelah samping sisi sblh smpg",
    "depan": "depan dpn muka seberang", "belakang": "belakang blkg", "dekat": "dekat dkt sekitar selang setelah sesudah sebelum antara",
}  # fmt: skip
_OPENS = {word: kind for kind, words in _KINDS.items() for word in words.split(" ")}
_LEFT_OUT = frozenset({
    "di", "ke", "dari", "yang", "dan", "alamat", "korban", "pelapor", "saya", "sendiri", "persis", "tepat", "kiri", "kanan",
    "arah", "kode", "pos", "no", "nomor", "indonesia", "jend", "jenderal", "jendral", "letjen", "mayjen", "brigjen", "kapten", "kapt",
    "kolonel", "letkol", "mayor", "letnan", "dr", "prof", "kh",
})  # fmt: skip
_NOBODYS = frozenset({
    "orang", "mertua", "kakak", "adik", "nenek", "kakek", "paman", "bibi", "teman", "tetangga", "cat", "warna", "kayu",
    "panggung", "beton", "tingkat", "bertingkat", "besar", "kecil", "kosong", "pagar", "atap", "dinas",
})  # fmt: skip
_HOUSE = frozenset({"rumah", "warung", "toko", "kios", "keluarga", "kel"}) | _MEN | _WOMEN
_ROMAN = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
}  # fmt: skip


def _district(match: re.Match[str]) -> str:
    return f"barito {'utara' if match[1] else 'selatan' if match[2] else 'timur'}"


_PLAIN: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"oe", "u"), (r"dj", "j"), (r"tj", "c"), (r"\baspol\b", "asrama"), (r"\bbar(?:(ut)|(sel)|tim)\b", _district), (r"\bd[./]\s?a\b\.?|\bc/o\b|\b\d{5}\b(?!\s*\d)", " "),
    (r"\bsei\b", "sungai"), (r"\bt(?:j|jg|g)\b", "tanjung"), (r"\bt(?:b|bg)\b", "tumbang"), (r"\bsp\b", "simpang"), (r"\bma\.", "muara "),
    (r"\brumah\s+kel\b", "rumah keluarga"), (r"\b(?:kamar|kmr|lantai|lt)\b\W*(?:no\b\W*)?\d+", " "), (r"\bkm\b\W*(\d+)", r" km\1 "),
    (r"\brt\s*/\s*rw\W*(\d+)\W+(\d+)", r" rt: \1 , rw: \2 , "),
    (r"(?<![a-z])rt\W*(\d+|[ivx]+\b)\s*/\s*(?:rw\W*)?(\d+|[ivx]+\b)", r" rt: \1 , rw: \2 , "),
    (r"(?<![a-z])(r[tw])(?!:)\W*(\d+|[ivx]+\b)", r" \1: \2 , "), (r"(?<!\d)0+(?=\d)", ""), (r"(?<=\d)\s+([a-z])(?=\W|$)", r"\1"),
    (r"(?<![a-z])(?:no|nomor|nomer|nmr|nr|pintu)\b\W*0*(\d+)\W?([a-z]\b)?|(?<![a-z])no0*(\d+)([a-z]\b)?", r" no: \1\2\3\4 , "),
)  # fmt: skip
_NAMED = _STREETS | _AREAS | _WIDE | {""}
_Named = tuple[str, tuple[str, ...]]
"""What is named, of ``_KINDS``, "" if unsaid, or ``rt``, ``rw``, ``no``."""


def _segments(address: str) -> list[tuple[str, list[str]]]:
    plain = (
        unicodedata.normalize("NFKD", re.sub("[–—]", "-", address)).encode("ascii", "ignore").decode().lower()
    )
    for pattern, instead in _PLAIN:
        plain = re.sub(pattern, instead, plain)
    segments: list[tuple[str, list[str]]] = [("", [])]
    for word in re.findall(r"(?:rt|rw|no):|[a-z\d]+|[,;()\n]", plain):
        (kind, words), opens = segments[-1], _OPENS.get(word)
        is_its = opens in ("gedung", "rumah") or (
            opens == "no" and {"rumah", "satu", "dua", "tiga"}.issuperset(words)
        )
        is_name = (
            not words and kind not in ("", "rumah") and opens not in (kind, "jalan", "gang", "rt", "rw", "no")
        )
        if opens is None or (opens and (is_name if kind not in _SIDES else not words or is_its)):
            words.extend([word] if word not in _LEFT_OUT else [])
        else:
            segments.append((opens, []))
    return [(kind, words) for kind, words in segments if words]


@lru_cache(maxsize=4096)
def _place(address: str) -> tuple[_Named, ...]:
    """Block before number; after a number without "No.", which may be another, stands "?"."""
    segments = _segments(address)
    blocks = (" ".join(words[:2]) for kind, words in segments if kind == "blok")
    block, number = next(blocks, ""), next((words[0] for kind, words in segments if kind == "no"), "")
    names: list[_Named] = []
    for kind, words in segments:
        if (
            not number
            and kind in ("", "jalan", "gedung", "rumah")
            and re.fullmatch(r"[a-z]?\d+[a-z]?", words[-1])
        ):
            number = f"{words.pop()} ?"
        if number and kind in ("", "gedung") and len(words) > 1 and re.fullmatch("[a-z]", words[-1]):
            block = words.pop()
        is_holder = kind == "rumah" or (kind == "" and words and words[0] in _MEN | _WOMEN)
        is_nobody = is_holder and (not words or words[0] in _NOBODYS or not _bare(" ".join(words)))
        if words and kind not in ("no", "blok") and not is_nobody:
            named = [_ROMAN.get(word, word) if at or kind else word for at, word in enumerate(words)]
            names.append(("rumah" if is_holder else kind, tuple(named)))
    code = re.findall(r"\d+|[a-z]+|\?", f"{block} {number}")
    return (*names, *([("no", tuple(code))] if code else []))


def says_the_same(address: str) -> bool:
    """Whether it only points, as "sama dengan alamat saya"."""
    return _THE_SAME.search(address.lower()) is not None


def address_words(address: str) -> frozenset[str]:
    """Telling words: ``rt3``, ``no5``, street, village."""
    segments = [
        (kind if kind in ("rt", "rw", "no") else "", words)
        for kind, words in _segments(address)
        if kind not in _WIDE
    ]
    return frozenset(f"{kind}{word}" for kind, words in segments for word in words)


def is_vague(address: str) -> bool:
    """Whether it names no more than a village."""
    return all(kind in _WIDE | {"", "desa", "kampung"} for kind, _ in _place(address))


def is_by_house_of(address: str, names: Iterable[str]) -> bool:
    """The house of one of ``names``, or one beside it."""
    houses = [
        " ".join(word for word in words if word not in _HOUSE)
        for kind, words in _place(address)
        if kind == "rumah" or (kind in _SIDES and _HOUSE & {*words})
    ]
    return any(may_be_person(house, name) for name in names for house in houses)


def of_places(first: str, other: str) -> Likeness:
    """SAME needs a house number, householder or landmark; a possible house is ASK, its neighbour DIFFERENT."""
    here, there = (() if says_the_same(address) else _place(address) for address in (first, other))
    met = {(named, other): level for named in here for other in there if (level := _agree(named, other))}
    best = {
        frozenset((pair[0][0], pair[1][0])): level for pair, level in sorted(met.items(), key=itemgetter(1))
    }
    sure = {min(kinds) for kinds, level in best.items() if level == 2 and len(kinds) == 1}
    mine, theirs = (
        {named[0] for named in place if all(named not in pair for pair in met)} for place in (here, there)
    )
    named = {kinds: level for kinds, level in best.items() if kinds <= _NAMED - _WIDE}
    is_street = any(kinds & _STREETS for kinds in named)
    is_number = "no" in sure and (is_street or "rt" in sure)
    clash = (mine & theirs) - _SIDES - {"", *(("rt", "rw", "rumah", "gedung") if is_number else ())}
    if clash or not (first.strip() and other.strip()) or not (is_number or _may_be_there(here, there)):
        return Likeness.DIFFERENT
    is_house = (
        (is_number and sure & {"rt", *_STREETS})
        or "rumah" in sure
        or ("rt" in sure and sure & _SIDES - {"dekat"})
    )
    is_whole = (
        set(named.values()) == {2}
        and not (mine & _NAMED and theirs & _NAMED)
        and not (mine | theirs) & {"gang", "gedung", *(mine & theirs)}
        and all(words != ("rumah",) for _, words in (*here, *there))
    )
    is_near = (
        is_street
        or any(not unmet - _WIDE - _SIDES for unmet in (mine, theirs))
        or (named and ("rt" in sure or all(kind not in _STREETS for kind, _ in (*here, *there))))
    )
    return Likeness.SAME if is_house and is_whole else Likeness.ASK if is_near else Likeness.DIFFERENT


def _agree(named: _Named, other: _Named) -> int:
    """2 for the same, 1 for what may be the same."""
    kinds = {named[0], other[0]}
    if kinds == {"rumah"}:
        return {Likeness.SAME: 2, Likeness.ASK: 1}.get(of_persons(" ".join(named[1]), " ".join(other[1])), 0)
    if kinds == {"no"}:
        short, long_ = sorted(
            ([atom for atom in code if atom != "?"] for _, code in (named, other)),
            key=lambda code: (len(code), code),
        )
        is_block = all(map(str.isalpha, short)) and (short[0] == long_[0] or not long_[0].isalpha())
        return 2 if short == long_ else int(is_block or long_[-len(short) :] == short)
    if "no" in kinds:
        return int(
            "?" in named[1] + other[1]
            and ({*named[1]} <= {*other[1], "?"} or {*other[1]} <= {*named[1], "?"})
        )
    is_compared = len(kinds) == 1 or kinds <= _AREAS or ("" in kinds and kinds <= _NAMED)
    return _words_agree(named[1], other[1]) if is_compared else 0


def _words_agree(mine: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    within, around = (
        min(max(_level(word, name, is_place=True) for name in large) for word in small)
        for small, large in ((mine, theirs), (theirs, mine))
    )
    is_part = (within and not "".join(mine).isdigit()) or (around and not "".join(theirs).isdigit())
    return 2 if sound("".join(mine)) == sound("".join(theirs)) else min(within, around) or int(bool(is_part))


def _may_be_there(here: tuple[_Named, ...], there: tuple[_Named, ...]) -> bool:
    """Not where one is beside the other, or both on different sides of one thing."""
    return not any(
        (
            kind == "rumah"
            and _HOUSE & {*named}
            and may_be_person(" ".join(word for word in named if word not in _HOUSE), " ".join(words))
        )
        or (kind == "no" and {"no:", "".join(words).rstrip("?")} <= {*named})
        or (kind in _SIDES - {side} and "dekat" not in (side, kind) and _words_agree(named, words) == 2)
        for place, other in ((here, there), (there, here))
        for side, named in place
        if side in _SIDES
        for kind, words in other
    )
