"""How Indonesian names sound, and how alike two are.

Allows for old spelling (Soekarno), Arabic words (Achmad), short forms (Moh.), titles, initials and one slip.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_TITLES = frozenset({
    "bapak", "bpk", "pak", "bp", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "tn", "tuan", "ny", "nyonya", "nn",
    "nona", "an", "anak", "hj", "haji", "hajah", "hajjah", "dr", "drs", "dra", "ir", "drg", "prof", "bd", "bidan",
    "ustad", "ustadz", "kh", "kyai", "kiai", "alm", "almh", "brigpol", "bripka", "briptu", "aiptu", "aipda", "ipda",
    "iptu", "akp", "kompol", "serda", "sertu", "bin", "binti", "binte", "bt", "bte", "almarhum", "almarhumah",
})  # fmt: skip
_DEGREE = re.compile(
    r"(?<!\w)(?:[SM]\.?\s?(?:Pd|Ag|Sos|Kom|Kep|Keb|Psi|Si|Ak|Hum|Farm|Hut|Kes|Gz|TP|AP|STP|IP|Th|PdI|HI|Kn|Tr|AB)"
    r"|[SM]\.\s?[EHTP]|S[EHT]|M[HMT]|A\.?\s?Md(?:\.?\s?Keb|\.?\s?Kep)?|Ph\.?\s?D|Lc|BA|Sp\.?\s?[A-Z]{1,3}|MM|MBA)(?!\w)"
    r"(?:\.\s?I(?!\w))?\.?"
)
_OTHER_NAME = re.compile(r"\b(?:alias|al\.|a\.k\.a\.?|panggilan|dipanggil|atau)(?!\w)|[(/)]", re.IGNORECASE)
_HAJI = re.compile(r"^\s*H\.?\s+(?=\w\w)")
_SHORT = {
    "m": "m", "md": "muhamad", "moh": "muhamad", "mohd": "muhamad", "muh": "muhamad", "muhd": "muhamad", "mhd": "muhamad",
    "moch": "muhamad", "much": "muhamad", "mokh": "muhamad", "mukh": "muhamad", "mohamad": "muhamad", "mohamat": "muhamad",
    "mohammed": "muhamad", "muhamed": "muhamad", "muhammed": "muhamad", "st": "siti", "sitti": "siti", "stti": "siti",
    "abd": "abdul", "abdoel": "abdul", "ach": "ahmad", "akh": "ahmad", "ah": "ahmad",
    "noor": "nur", "nor": "nur", "noer": "nur", "nr": "nur",
}  # fmt: skip
_SPELLED = (
    (r"oe", "u"), (r"oo", "u"), (r"ou", "u"), (r"ij", "i"), (r"ie(?=$|[^aou])", "i"),
    (r"dj", "j"), (r"tj", "c"), (r"nj", "ny"), (r"sj", "sy"), (r"dz|zh", "z"), (r"ch(?=[rl])", "k"),
    (r"sy|sh|ts(?=[aiu])", "s"), (r"[ck]h", "h"), (r"ph|[fv]", "p"), (r"q", "k"), (r"x", "ks"),
    (r"(?<=[tdbgrlnmpw])h", ""), (r"ck", "k"), (r"c(?=[^aeiou]|$)", "k"), (r"a[ey]", "ai"), (r"aw(?=$|[^aeiou])", "au"),
    (r"y$", "i"), (r"(?<=[^aeiouns])y(?=[^aeiou])", "i"), (r"iy(?=[aeou])", "i"), (r"uw(?=[aeio])", "u"), (r"z$", "s"),
    (r"d$", "t"), (r"b$", "p"), (r"g$(?<!ng)", "k"), (r"h$", ""), (r"(.)\1+", r"\1"), (r"o(?=h)", "u"),
)  # fmt: skip
_RULES = tuple((re.compile(pattern), instead) for pattern, instead in _SPELLED)
_OLD, _Y = re.compile("dj|tj|oe"), re.compile("(?<![dtns])j")
"""Before 1972 a "j" was written "dj", and a "y" "j": Widjaja."""
_LEAD = re.compile(r"^[yz](?=[aeiou])")
COMMON = frozenset(
    {"muhamat", "m", "siti", "abdul", "ahmat", "nur", "sri", "dewi", "putri", "putra", "al", "ni", "i"}
)
"""Too common to identify anybody."""
WHOLE, PART, LETTERS = 1.0, 0.8, 0.4
"""Every word; all words of the shorter name; initials."""
_JOINED, _SLIP, _FIRST = 0.95, 0.9, 0.5
_SLIP_FROM, _TWO_FROM = 5, 9
_RUN_TOGETHER = "+"
_LOOKS = {"0": "o", "1": "l", "5": "s", "8": "b", "|": "l"}


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The plain form: ``soekarno`` gives that of ``sukarno``."""
    plain = _SHORT.get(word, _Y.sub("y", word) if _OLD.search(word) else word)
    for pattern, instead in _RULES:
        plain = pattern.sub(instead, plain)
    return _LEAD.sub("j", plain) or word


@lru_cache(maxsize=65536)
def names_in(written: str) -> tuple[tuple[str, ...], ...]:
    """The names, as words; an alias is another name."""
    plain = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    names = (_words(part) for part in _OTHER_NAME.split(plain))
    return tuple(dict.fromkeys(name for name in names if name))


def _words(part: str) -> tuple[str, ...]:
    part = _HAJI.sub("", _DEGREE.sub(" ", part.partition(",")[0]))
    part = re.sub(r"(?<=[A-Za-z])['`’-](?=[A-Za-z])", "", part).lower()
    part = re.sub(r"(?<=[a-z])[0158|](?=[a-z])", lambda match: _LOOKS[match[0]], part)
    return tuple(word for word in re.findall(r"[a-z]+", part) if word not in _TITLES)


def normalised(name: str) -> str:
    """The plain forms, and after ``+`` those run together."""
    return " ".join(
        dict.fromkeys(
            form
            for words in names_in(name)
            for form in (*map(sound, words), f"{_RUN_TOGETHER}{sound(''.join(words))}")
        )
    )


def near(sought: Collection[str], known: Collection[str]) -> frozenset[str]:
    """The ``known`` forms that can be like ``sought``."""
    forms = {word for word in sought if word in known}
    words = [form for form in known if form.isalpha()]
    for word in sought:
        if word.startswith(_RUN_TOGETHER):
            joined = process.extract_iter(word, known, scorer=OSA.distance, score_cutoff=1)
            forms.update(form for form, _, _ in joined if form.startswith(_RUN_TOGETHER))
        elif word.isalpha():
            forms.update(form for form in words if _may_agree(word, form))
    return frozenset(forms)


def _may_agree(word: str, other: str) -> bool:
    return word[0] == other[0] if min(len(word), len(other)) == 1 else is_slip(word, other)


def likeness(name: str, other: str) -> float:
    """From 0 to 1, the best of several names."""
    pairs = ((left, right) for left in names_in(name) for right in names_in(other))
    return max((_alike(*pair) for pair in pairs), default=0.0)


@lru_cache(maxsize=65536)
def _alike(words: tuple[str, ...], other: tuple[str, ...]) -> float:
    if words == other:
        return WHOLE if any(len(word) > 1 for word in words) else LETTERS
    if _run_together(words, other):
        return _JOINED
    short, long_ = sorted((words, other), key=len)
    scores = _assigned(short, list(long_))
    rare_scores = [score for word, score in zip(short, scores, strict=True) if sound(word) not in COMMON]
    is_other = len(short) == len(long_) and not all(scores)
    if is_other or not all(rare_scores) or not any(scores):
        return 0.0
    if not any(score > _FIRST for score in rare_scores):
        return _of_letters(short, long_, scores)
    is_whole = len([word for word in long_ if sound(word) not in COMMON]) <= len(rare_scores)
    return (WHOLE if is_whole else PART) * (1 + sum(scores) / len(scores)) / 2


def _of_letters(short: Sequence[str], long_: Sequence[str], scores: Sequence[float]) -> float:
    if len(short) == len(long_) and all(score > _FIRST for score in scores):
        return PART
    firsts = [sound(left)[0] == sound(right)[0] for left, right in zip(short, long_, strict=False)]
    is_even = len(short) == len(long_)
    is_bare = (_bare(short) and (is_even or len(short) == 1)) or (is_even and _bare(long_))
    return LETTERS if (is_bare and all(firsts)) or max(scores) > _FIRST else 0.0


def _bare(words: Sequence[str]) -> bool:
    return all(len(word) == 1 for word in words)


def _run_together(parts: Sequence[str], other: Sequence[str]) -> bool:
    if len(parts) == len(other) or min(len("".join(parts)), len("".join(other))) <= max(
        len(parts), len(other)
    ):
        return False
    left, right = (sound("".join(words)) for words in (parts, other))
    allowed = 1 if min(len(left), len(right)) >= _TWO_FROM else 0
    return OSA.distance(left, right, score_cutoff=allowed) <= allowed


def _assigned(short: Sequence[str], left: list[str]) -> list[float]:
    scores = [0.0] * len(short)
    pairs = sorted(
        ((_word(a, b), i, b) for i, a in enumerate(short) for b in set(left)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    done: set[int] = set()
    for score, place, word in pairs:
        if score and place not in done and word in left:
            scores[place] = score
            done.add(place)
            left.remove(word)
    return scores


def _word(word: str, other: str) -> float:
    left, right = sound(word), sound(other)
    if min(len(word), len(other)) == 1:
        return _FIRST if left[0] == right[0] else 0.0
    if left == right:
        return WHOLE
    return _SLIP if is_slip(left, right) else 0.0


def is_slip(left: str, right: str) -> bool:
    """Whether readers may confuse them, as ``rn`` and ``m``."""
    is_confused = "rn" in left or "rn" in right
    return _is_slip(left, right) or (
        is_confused and _is_slip(left.replace("rn", "m"), right.replace("rn", "m"))
    )


def _is_slip(left: str, right: str) -> bool:
    if left == right:
        return True
    least, most = sorted((len(left), len(right)))
    allowed = 2 if least >= _TWO_FROM else 1 if least >= _SLIP_FROM else 0
    is_framed = most - least <= allowed and left[0] == right[0] and left[-1] == right[-1]
    return bool(allowed) and is_framed and OSA.distance(left, right, score_cutoff=allowed) <= allowed
