"""What a label or a heading asks for, and of whom it speaks, by the words of labels.toml."""

import re
from functools import cache, lru_cache

from pipeline.intake import rules

_MARKED = re.compile(r"^\s*(?:[IVXTN]{1,4}|[A-Z]|\d{1,2})[.)]\s+")
_MOST_WORDS = 6
_NEAR = 16  # a label is asked for again while its row is looked at; nothing of a letter is kept beyond
_SPACED = re.compile(r"(?:\w )+\w")
_SHORTENED = re.compile(r"\b(no|tgl|hub|kec)\.(?=[a-z])", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@cache
def _attributes() -> dict[str, str]:
    return {word: name for name, words in rules.table("labels")["attributes"].items() for word in words}


@cache
def _questions() -> dict[str, tuple[str, str]]:
    return {
        word: (one["attribute"], one["role"])
        for one in rules.table("labels")["question"]
        for word in one["words"]
    }


@cache
def _heads() -> frozenset[str]:
    firsts = (re.match(r"[a-z]+", word) for word in (*_attributes(), "kelurahan", "kel", "desa", "jenis"))
    return frozenset(found[0] for found in firsts if found)


@cache
def role_pattern(role: str) -> re.Pattern[str]:
    """Return the words of ``role`` as a pattern."""
    return rules.pattern(rules.table("labels")["roles"][role])


@cache
def _intro_pattern(role: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("labels")["intros"][role])


@lru_cache(_NEAR)
def plain(label: str) -> str:
    """Return a label in lower case, with single spaces and no stray marks."""
    if _SPACED.fullmatch(label.strip()):
        label = label.replace(" ", "")  # spaced out: N a m a
    label = _SHORTENED.sub(r"\1. ", label)
    return (
        _BLANKS.sub(" ", label.lower().replace("'", "")).replace(" /", "/").replace("/ ", "/").strip(" .,-?*")
        or label
    )


def attribute_of(label: str) -> str:
    """Return the attribute a label asks for, or ""."""
    return asked_by(label) or _within(plain(label))


def asked_by(label: str) -> str:
    """Return the attribute of a label that stands in the rules as it is, or ""."""
    table = _attributes()
    word = plain(label)
    if word in _questions():
        return _questions()[word][0]
    for form in (word, word + ".", word.replace("/", " / "), re.sub(r"\btgl\b\.?", "tanggal", word)):
        if form in table:
            return table[form]
    whose = r"\s+(?:korban|penyintas|klien|pelapor|terlapor|pelaku|penelepon|pasien|anak|siswa|ortu|orang tua|wali|ibu|ayah)$"
    for tail in (r"\s?\([^(]*\)$", whose, r"\s*/.*$"):
        shorter = re.sub(tail, "", word)
        if shorter != word and shorter in table:
            return table[shorter]
    return ""


def _within(word: str) -> str:
    words = re.findall(r"[a-z]+", word)
    if not 2 <= len(words) <= _MOST_WORDS or words[0] not in _heads():
        return ""
    for attribute, known in rules.table("labels")["within"].items():
        if any(re.search(rf"\b{re.escape(one)}\b", word) for one in known):
            return str(attribute)
    return ""


def role_of(label: str) -> str:
    """Return whom a label or a heading names, or ""."""
    if plain(label) in _questions():
        return _questions()[plain(label)][1]
    for role in ("reported", "reporter", "victim", "guardian", "contact"):
        if role_pattern(role).search(label):
            return role
    return ""


def is_safe_label(label: str) -> bool:
    """Tell whether a label asks for the safe contact ("Kontak aman")."""
    return _intro_pattern("safe").fullmatch(plain(label)) is not None


def is_role(label: str) -> bool:
    """Tell whether a label is nothing but the name of a role ("Terlapor")."""
    return any(role_pattern(role).fullmatch(plain(label)) for role in rules.table("labels")["roles"])


def label_role(label: str, section: str) -> str:
    """Return whom a label in ``section`` speaks of; "hubungan dengan korban" leaves the section."""
    if attribute_of(label) == "relation" and plain(label) not in _questions():
        return section
    return role_of(label) or section


def is_heading(line: str) -> bool:
    """Tell whether a row is a heading: in capitals, or numbered with a capital for each word."""
    letters = [c for c in line if c.isalpha()]
    upper = sum(c.isupper() for c in letters) >= 0.75 * len(letters) if letters else False
    bare = _MARKED.sub("", line)
    if line.istitle() and line.split(maxsplit=1)[0].lower() in rules.table("labels")["headings"]["leads"]:
        return True
    return len(line) <= 64 and bool(letters) and (upper or (bare != line and bare.istitle()))


def _is_title(line: str) -> bool:
    return bool(
        re.match(rules.alternation(rules.table("institutions")["words"]["titles"]) + r"\b", line.lower())
    )


def heading(line: str, before: str) -> str | None:
    """Return the section a line opens ("" for one that speaks of nobody), None if it opens none."""
    text = line.strip()
    if _intro_pattern("safe").search(text) and len(text) < 60:
        return "safe"
    if (is_heading(text) and not _is_title(text)) or is_role(text):
        return role_of(text.lower())
    if text.endswith(":"):
        return _opened(text) or _opened(before + " " + text)
    return None


def _opened(text: str) -> str:
    # The one named last: "yang bertanda tangan … menerangkan bahwa:" tells of the victim
    last, opened = -1, ""
    for role in ("reporter", "reported", "victim"):
        for found in _intro_pattern(role).finditer(text):
            if found.end() > last:
                last, opened = found.end(), role
    return opened
