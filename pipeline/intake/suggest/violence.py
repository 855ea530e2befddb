"""The kinds of violence a letter or form tells of, and words of danger."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.ticks import answered, asked, state_before, ticks, unticked

_KIND_BOX = {
    "fisik": "fisik", "psikis": "psikis", "psikologis": "psikis", "seksual": "seksual",
    "penelantaran": "penelantaran", "eksploitasi": "eksploitasi", "tppo": "trafficking (TPPO)",
    "trafficking": "trafficking (TPPO)", "perdagangan orang": "trafficking (TPPO)",
}  # fmt: skip
_OPTION = re.compile(rf"(?:kekerasan[ ]+)?({rules.alternation(_KIND_BOX)})\b(?!\s*/)", re.IGNORECASE)


@cache
def _wants() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # What is withheld from her and work she is made to do, in either order of words
    table = rules.table("violence")
    lists = {name: rules.alternation(words) for name, words in table["withheld"].items()}
    no, given, needs, wages, paid = (lists[name] for name in ("no", "given", "needs", "wages", "paid"))
    few, made = r"(?:\s+[\w-]+){0,2}?\s+", table["made_to_work"]
    work = rf"\b{rules.alternation(made['made'])}{few}{rules.alternation(made['work'])}\b"
    want = rf"(?<!karena )(?<!kalau )(?<!kalau saya )(?<!kalau sy )(?<!kalau ulun )(?<!bila )(?<!jika )\b{no}\s+{given}{few}{needs}\b|\b{needs}{few}{no}{few}{given}\b"
    wage = rf"\b{wages}(?:\s+[\w-]+){{0,4}}?\s+{no}{few}{paid}\b|\b{no}\s+(?:{given}\s+)?{wages}\b"
    forms = (("penelantaran", want), ("eksploitasi", work), ("eksploitasi", wage))
    return tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in forms)


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind["name"], rules.pattern(words_of(kind))) for kind in rules.table("violence")["kind"])


def words_of(kind: Mapping[str, Any]) -> list[str]:
    """All that speak for one kind of violence."""
    forms = [form for stem in kind["stems"] for form in rules.verb_forms(stem)]
    forms += [f"{stem} {me}" for stem in kind["stems"] for me in rules.table("relations")["me"]["words"]]
    return [*kind["named"], *kind["deeds"], *forms]


@cache
def _adjectives() -> dict[str, str]:
    return {word: kind["name"] for kind in rules.table("violence")["kind"] for word in kind["adjective"]}


@cache
def _listed() -> re.Pattern[str]:
    # "kekerasan fisik, psikis dan seksual"
    words = rules.alternation(_adjectives())
    return re.compile(
        rf"\b(?:kekerasan|pelecehan)\s+({words}(?:\s*(?:,|/|dan|serta|maupun|&)\s*{words})*)", re.IGNORECASE
    )


def case_type(document: Document) -> Found | None:
    """Joined by ", ": those ticked, else those told."""
    return _boxes(document) or _in_sentences(document)


def tells(text: str) -> bool:
    """Whether a sentence tells of violence."""
    return any(True for _ in spoken(text, 0, len(text)))


def _boxes(document: Document) -> Found | None:
    marked: list[tuple[int, int, str]] = []
    offered = 0
    for option in _OPTION.finditer(document.text):
        state = answered(document.text, option.end())
        state = state_before(document.text, option.start()) if state is None else state
        offered += state is not None
        if state:
            marked.append((option.start(), option.end(), _KIND_BOX[re.sub(r"\s+", " ", option[1].lower())]))
    if offered < 2 or not marked:
        return None
    names = _ordered({kind for _, _, kind in marked})
    return Found(marked[0][0], marked[-1][1], ", ".join(names), 0.93 if len(marked) < offered else 0.8)


def _in_sentences(document: Document) -> Found | None:
    spans: dict[str, list[tuple[int, int]]] = {}
    offered = [*unticked(document.text), *asked(document.text), *_listed_options(document)]
    cited = rules.pattern(rules.table("violence")["marks"]["cited"])
    for start, end in document.sentences:
        if cited.search(document.text, start, end):
            continue
        for name, span in spoken(document.text, start, end):
            if not any(a <= span[0] < b for a, b in offered):
                spans.setdefault(name, []).append(span)
    if not spans:
        return None
    names = _ordered(set(spans))
    start, end = spans[max(names, key=lambda name: len(spans[name]))][0]
    return Found(start, end, ", ".join(names), min(0.89, 0.8 + 0.03 * sum(map(len, spans.values()))))


def _listed_options(document: Document) -> list[tuple[int, int]]:
    # Who writes kinds down parts them by a comma or a word; between options of a form is a box or nothing
    spans = []
    for line in document.lines:
        options = list(_OPTION.finditer(document.text, line.start, line.end))
        apart = [document.text[a.end() : b.start()] for a, b in pairwise(options)]
        if len(options) > 1 and not any(_WRITTEN.search(part) or len(part.split()) > 1 for part in apart):
            spans += [match.span() for match in options]
    return spans


_WRITTEN = re.compile(r"[,;/&+]|\b(?:dan|serta|maupun|atau|juga)\b", re.IGNORECASE)


def spoken(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each kind of violence in a sentence, its words."""
    for name, words in (*_kinds(), *_wants()):
        for match in words.finditer(text, start, end):
            yield name, match.span()
    for listed in _listed().finditer(text, start, end):
        for word in re.findall(rules.alternation(_adjectives()), listed[1].lower()):
            yield _adjectives()[word], listed.span()


def _ordered(names: set[str]) -> list[str]:
    return [name for name, _ in _kinds() if name in names]


def danger_words(document: Document, more: Sequence[str] = ()) -> tuple[str, ...]:
    """The office's, in the order of the text, each once, without unticked options and parts of names.

    In doubt whether a box is empty the word counts.
    """
    words = rules.pattern([*rules.table("danger")["words"], *more])
    blank = unticked(document.text)
    terms = (
        re.sub(r"\s+", " ", match[0].lower())
        for match in words.finditer(document.text)
        if not any(start <= match.start() < end for start, end in blank) and not _in_name(document, match)
    )
    return tuple(dict.fromkeys(terms))


def _in_name(document: Document, match: re.Match[str]) -> bool:
    # "Ratih Mandau", "Gawat Darurat"; options of a form are no name
    text = document.text
    before = re.search(r"(?<!\w)([A-Z][a-z]+) $", text[max(0, match.start() - 24) : match.start()])
    if not match[0].istitle() or before is None or before[1] in _GRADES:
        return False
    line = document.line_at(match.start())
    return not any(ticks(text[line.start : line.end]))


_GRADES = frozenset({"Biasa", "Segera", "Sangat", "Penting", "Rahasia", "Sifat", "Kasus", "Sedang", "Tinggi"})
