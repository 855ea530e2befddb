"""How the reporter and the reported person stand to the victim, in the words of SIMFONI-PPA."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.people import accused
from pipeline.intake.suggest.result import Found
from pipeline.intake.suggest.ticks import state_before, ticked
from pipeline.intake.suggest.violence import tells

SELF = "korban_sendiri"
INSTITUTION = "lembaga perujuk"
_PARENT_OF = re.compile(r"\banak\s+(?:kandung\s+)?(?:saya|kami|ulun)\b", re.IGNORECASE)


@cache
def _table() -> dict[str, str]:
    return {word: entry["name"] for entry in rules.table("relations")["relation"] for word in entry["words"]}


@cache
def _any() -> str:
    return rules.alternation(_table())


@cache
def _me() -> str:
    return rules.alternation(rules.table("relations")["me"]["words"])


def relation_in(text: str) -> tuple[str, int, int] | None:
    """Return SIMFONI's name of the first relation in ``text`` and where its word stands."""
    found = re.compile(rf"(?<![\w-])({_any()})(?:nya|ku)?(?![\w-])", re.IGNORECASE).search(text)
    if found is None:
        return None
    return _table()[re.sub(r"\s+", " ", found[1].lower())], found.start(), found.end()


def _labelled(document: Document, pair: Pair) -> Found | None:
    choice = ticked(document.text[pair.start : document.line_at(pair.start).end])
    for option in choice or ():
        if option.lower().startswith("korban"):
            return Found(pair.start, pair.end, SELF, 0.92)
        chosen = relation_in(option)
        name = chosen[0] if chosen else "Lainnya" if option.lower().startswith("lain") else None
        return Found(pair.start, pair.end, name, 0.92) if name else None
    found = None if choice is not None else relation_in(document.text[pair.start : pair.end])
    if found is None:
        return None
    return Found(pair.start + found[1], pair.start + found[2], found[0], 0.95)


def _ticked_under(document: Document, labels: Labels, role: str) -> Found | None:
    """Return the only relation that is marked among the boxes below the heading of ``role``."""
    marked, offered = [], 0
    for line in document.lines:
        if labels.sections[line.number] != role:
            continue
        for option in _option().finditer(document.text, line.start, line.end):
            state = state_before(document.text, option.start())
            offered += state is not None
            marked += [option] if state else []
    if offered < 2 or len(marked) != 1:
        return None
    name = SELF if marked[0][0].lower().startswith("korban") else _named(marked[0][0])
    return Found(*marked[0].span(), name, 0.92)


@cache
def _option() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any()}|korban)(?![\w-])", re.IGNORECASE)


def relation(document: Document, labels: Labels) -> Found | None:
    """Return the relation of the reported person to the victim."""
    for pair in [*labels.of("relation", "reported"), *labels.told("reported")]:
        found = _labelled(document, pair)
        if found:
            return found
    return _ticked_under(document, labels, "reported") or _told(document)


def between(relation: Found | None, reporter: Found | None, document: Document) -> Found | None:
    """Return the relation as it is to the victim when a parent tells of "menantu saya": her spouse."""
    if relation is None or reporter is None or reporter.normal != "Orang tua":
        return relation
    word = document.value(relation.start, relation.end).lower()
    return replace(relation, normal="Suami/Istri") if word in _in_law() else relation


@cache
def _in_law() -> frozenset[str]:
    return frozenset(rules.table("relations")["seen"]["in_law"])


@cache
def _suffering() -> dict[str, str]:
    """What the doer is to whom a letter calls his ("terhadap istrinya")."""
    return {word: name for name, words in rules.table("relations")["suffering"].items() for word in words}


@cache
def _agents() -> tuple[tuple[re.Pattern[str], float, bool], ...]:
    """Patterns that make a relation word the doer: weight, and whether the sentence must tell violence."""
    word, me = f"(?P<word>{_any()})", _me()
    owner = rf"(?:nya|ku|\s+{me}|\s+korban|\s+anak\s+itu|\s+dari)"
    flags = re.IGNORECASE
    between = r"(?:\s+(?!oleh\b|dari\b|di[a-z]{4})[\w-]+){0,8}?"
    active = r"\s+(?:m[ae][lmnr][a-z]{3,}|masuk)"
    many = r"(?:seorang|beberapa|para|sekelompok|dua|tiga|empat)"
    deed = r"(?:perundungan|kekerasan(?:\s+\w+){0,3}|pukulan|ancaman|penganiayaan|pelecehan)"
    return (
        (
            re.compile(rf"\b(?:mengadukan|melaporkan|dilaporkan)\s+(?:perbuatan\s+)?{word}{owner}", flags),
            4.0,
            False,
        ),
        (
            re.compile(
                rf"\b(?:terlapor|pelaku(?:nya)?)\s+(?:ialah|adalah|merupakan)\s+(?:[\w-]+\s+){{0,7}}?{word}\b",
                flags,
            ),
            4.0,
            False,
        ),
        (re.compile(rf"\boleh\s+(?:{many}\s+)?{word}(?:{owner}|\b)", flags), 3.0, True),
        (
            re.compile(rf"\bdi[a-z]{{4,}}(?:\s+[\w-]+){{0,4}}?\s+oleh\s+(?:{many}\s+)?{word}nya\b", flags),
            2.0,
            False,
        ),
        (re.compile(rf"\bdi[a-z]{{4,}}\s+(?:(?:oleh|sama|sm|dgn)\s+)?{word}{owner}", flags), 2.5, True),
        (re.compile(rf"\b{deed}\s+(?:oleh\s+|dari\s+)?{word}(?:{owner}|\b)", flags), 2.0, True),
        (re.compile(rf"\b(?:dari|sama|sm|akibat)\s+{word}{owner}", flags), 2.0, True),
        (re.compile(rf"\b{word}{owner}{between}{active}", flags), 2.0, True),
        (re.compile(rf"\b{word}{owner}{between}\s+(?:mengamuk|tidak\s+memberi|pergi)\b", flags), 1.5, False),
        (re.compile(rf"\b{word}{owner}", flags), 0.4, True),
    )


def _told(document: Document) -> Found | None:
    """Return the relation of the doer in the sentences that tell of violence."""
    scores: dict[str, float] = {}
    places: dict[str, tuple[int, int]] = {}
    for start, end in document.sentences:
        text = document.text[start:end]
        violent = tells(text)
        for pattern, weight, needs in _agents():
            if needs and not violent:
                continue
            for found in pattern.finditer(text):
                name = _table()[re.sub(r"\s+", " ", found["word"].lower())]
                scores[name] = scores.get(name, 0.0) + weight
                places.setdefault(name, (start + found.start("word"), start + found.end("word")))
    against = re.compile(rf"\bterhadap\s+(?P<word>{rules.alternation(_suffering())})nya\b", re.IGNORECASE)
    for found in against.finditer(document.text):
        name = _suffering()[found["word"].lower()]
        scores[name] = scores.get(name, 0.0) + 4.0
        places.setdefault(name, found.span("word"))
    if not scores:
        return None
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < 1.5:
        return None
    others = tuple(name for name in scores if name != best and scores[name] >= 1.5)
    return Found(*places[best], best, 0.75 if others else min(0.93, 0.75 + scores[best] / 20), others)


def of_writer(document: Document) -> Found | None:
    """Return the relation of the only partner or kin a victim who writes herself calls hers."""
    found = list(
        re.finditer(rf"(?<!\w)(?P<word>{_any()})\s+(?:saya|sy|ulun)\b", document.text, re.IGNORECASE)
    )
    names = {_named(m["word"]) for m in found} & {"Suami/Istri", "Pacar/Teman", "Majikan"}
    if len(names) != 1:
        return None
    first = next(m for m in found if _named(m["word"]) in names)
    return Found(first.start(), first.end(), names.pop(), 0.72)


@cache
def _mine() -> re.Pattern[str]:
    """Return a pattern for "saya bibi dari" and "adalah ayah kandung dari"."""
    start = rf"\b(?:{_me()}\s+(?:adalah\s+|ini\s+)?|adalah\s+)"
    return re.compile(rf"{start}(?P<word>{_any()})\s+(?:kandung\s+)?(?:dari|korban)\b", re.IGNORECASE)


def reporter_relation(document: Document, labels: Labels, victim: Found | None) -> Found | None:
    """Return the relation of a reporter who is a person to the victim."""
    for pair in [*labels.of("relation", "reporter"), *labels.told("reporter")]:
        found = _labelled(document, pair)
        if found:
            return found
    chosen = _ticked_under(document, labels, "reporter")
    if chosen:
        return chosen
    told = _mine().search(document.text)
    if told:
        return Found(told.start("word"), told.end("word"), _named(told["word"]), 0.92)
    return _of_victim(document, victim)


def _named(word: str) -> str:
    return _table()[re.sub(r"\s+", " ", word.lower())]


def _of_victim(document: Document, victim: Found | None) -> Found | None:
    """Return the relation from how the writer calls the victim ("kemenakan ulun", "anak tetangga")."""
    child = _PARENT_OF.search(document.text)
    if child and not accused(document, child.end()):
        return Found(child.start(), child.end(), "Orang tua", 0.85)
    neighbour = re.search(
        r"\b(?:anak|warga)?\s*(?:tetangga|tatangga)(?:\s+(?:saya|kami|ulun)|nya)?\b",
        document.text,
        re.IGNORECASE,
    )
    pupil = re.search(
        rf"\b{rules.alternation(rules.table('relations')['suffering']['Guru'])}\s+{_me()}\b",
        document.text,
        re.IGNORECASE,
    )
    if pupil:
        return Found(pupil.start(), pupil.end(), "Guru", 0.87)
    limit = victim.start if victim else len(document.text)
    mine = re.compile(
        rf"(?<!\w)(?P<word>{_any()})(?:ku|(?:\s+kuliah|\s+sekolah)?\s+{_me()})\b", re.IGNORECASE
    )
    near = list(mine.finditer(document.text, max(0, limit - 140), limit))
    if near:
        return Found(near[-1].start(), near[-1].end(), _named(near[-1]["word"]), 0.87)
    if neighbour and neighbour.start() < limit:
        return Found(neighbour.start(), neighbour.end(), "Tetangga", 0.82)
    signed = re.search(r"\bdari\s+tetangga\b|\bbertetangga\b", document.text, re.IGNORECASE)
    return Found(signed.start(), signed.end(), "Tetangga", 0.85) if signed else None
