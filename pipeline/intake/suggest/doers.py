"""Who did it, by the sentences that tell of violence ("dipukul suaminya"), in the words of relations.toml."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.result import Found
from pipeline.intake.suggest.violence import spoken, tells

_MOST = 0.89  # what sentences tell of a doer always shows the mark of doubt
_ENOUGH = 1.5  # weight from which the doer is told


@cache
def table() -> dict[str, str]:
    """Return SIMFONI's name of the relation for each word."""
    return {word: entry["name"] for entry in rules.table("relations")["relation"] for word in entry["words"]}


@cache
def any_word() -> str:
    """Return a regular expression for any word of relation."""
    return rules.alternation(table())


@cache
def me() -> str:
    """Return a regular expression for how the writer speaks of herself."""
    return rules.alternation(rules.table("relations")["me"]["words"])


def relation_in(text: str) -> tuple[str, int, int] | None:
    """Return SIMFONI's name of the first relation in ``text`` and where its word stands."""
    found = re.compile(rf"(?<![\w-])({any_word()})(?:nya|ku)?(?![\w-])", re.IGNORECASE).search(text)
    if found is None:
        return None
    return named(found[1]), found.start(), found.end()


def named(word: str) -> str:
    """Return SIMFONI's name of the relation that ``word`` is."""
    return table()[re.sub(r"\s+", " ", word.lower())]


@cache
def suffering() -> dict[str, str]:
    """Return what the doer is to whom a letter calls his ("terhadap istrinya")."""
    return {word: name for name, words in rules.table("relations")["suffering"].items() for word in words}


@cache
def in_law() -> frozenset[str]:
    """Return what a parent calls the spouse of the child."""
    return frozenset(rules.table("relations")["seen"]["in_law"])


@cache
def _agents() -> tuple[tuple[re.Pattern[str], float, bool], ...]:
    # Pattern, weight, and whether the sentence must tell of violence
    word, mine = f"(?P<word>{any_word()})", me()
    owner = rf"(?:\s+(?:kandung|tiri|angkat|sulung|bungsu|sepupu))?(?:nya|ku|\s+{mine}|\s+(?:korban|klien|penggugat|pemohon|pasien|penyintas)|\s+anak\s+itu|\s+dari)"
    flags = re.IGNORECASE | re.DOTALL
    link = r"(?:yakni|yaitu|merupakan|adalah|ialah|tak\s+lain|tidak\s+lain|selaku)"
    between = r"(?:\s+(?!oleh\b|dari\b|di[a-z]{4})[\w-]+){0,8}?"
    active = r"\s+(?:m[ae][lmnr][a-z]{3,}|masuk)"
    many = r"(?:seorang|beberapa(?:\s+orang)?|para|sekelompok|(?:dua|tiga|empat|lima)(?:\s+orang)?|sang|si|pihak|mantan)"
    doer = r"(?:terlapor|terdakwa|tersangka|pelaku(?:nya)?)"
    deed = r"(?:perundungan|kekerasan(?:\s+\w+){0,3}|pukulan|ancaman|penganiayaan|pelecehan)"
    return (
        (
            re.compile(rf"\b{doer}\b.{{0,70}}?\b{link}\s+(?:[\w-]+\s+){{0,3}}?{word}(?:nya|ku)?\b", flags),
            4.0,
            False,
        ),
        (
            re.compile(
                rf"\boleh\b.{{0,70}}?(?:,\s*|\byang\s+)(?:{link}\s+){{0,2}}{word}(?:{owner}|\s+di\b)", flags
            ),
            2.5,
            True,
        ),
        (
            re.compile(
                rf"\byang\s+m[aeu][a-z]{{3,}}(?:\s+[\w-]+){{1,3}}?\s+(?!anak){word}nya\b(?=\s*[.,;]|\s*$)",
                flags,
            ),
            3.0,
            True,
        ),
        (re.compile(rf"\b(?:sang|si|pihak)\s+{word}\b{between}{active}", flags), 2.0, True),
        (
            re.compile(
                rf"\byang\s+m[aeu][a-z]{{3,}}\b(?:\s+[\w-]+){{0,3}}?\s+{link}\s+(?:[\w-]+\s+){{0,2}}?{word}(?:nya|ku)?\b",
                flags,
            ),
            4.0,
            True,
        ),
        (re.compile(rf"\b{word}\s+m[aeu][a-z]{{3,}}\s+{mine}\b", flags), 2.0, True),
        (
            re.compile(rf"\b(?:mengadukan|melaporkan|dilaporkan)\s+(?:perbuatan\s+)?{word}{owner}", flags),
            4.0,
            False,
        ),
        (
            re.compile(
                rf"\b(?:terlapor|terdakwa|tersangka|pelaku(?:nya)?)\s+(?:ialah|adalah|merupakan)\s+(?:[\w-]+\s+){{0,7}}?{word}\b",
                flags,
            ),
            4.0,
            False,
        ),
        (
            re.compile(rf"\b(?:terlapor|terdakwa|tersangka|pelaku(?:nya)?)\s*[(,]\s*{word}\b", flags),
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
        (re.compile(rf"\bditinggal(?:kan)?\s+(?:oleh\s+|pergi\s+)?{word}{owner}", flags), 1.5, False),
        (
            re.compile(rf"\b{doer}\b.{{0,60}}?[,(]\s*{word}\s+(?:kandung\s+)?(?:dari\s+)?korban\b", flags),
            4.0,
            False,
        ),
        (re.compile(rf"\b{word}\s+(?:itu|tersebut){between}{active}", flags), 1.5, True),
        (
            re.compile(rf"\b{word}nya\s+(?:menyuruh|memaksa|menghukum|mengancam|melarang)\b", flags),
            2.0,
            False,
        ),
        (re.compile(rf"\b{deed}\s+(?:oleh\s+|dari\s+)?{word}(?:{owner}|\b)", flags), 2.0, True),
        (re.compile(rf"\b(?:dari|sama|sm|akibat)\s+{word}{owner}", flags), 2.0, True),
        (re.compile(rf"\b{word}{owner}(?:,?\s+yang)?{between}{active}", flags), 2.0, True),
        (re.compile(rf"\b(?=mantan\b){word}{between}{active}", flags), 1.5, True),
        (re.compile(rf"\b{word}{owner}{between}\s+(?:mengamuk|tidak\s+memberi|pergi)\b", flags), 1.5, False),
        (re.compile(rf"\b{word}{owner}", flags), 0.4, True),
    )


@cache
def _bonds() -> list[tuple[re.Pattern[str], str]]:
    # "menikah dengan terlapor"
    doer = r"(?:terlapor|terdakwa|tersangka|pelaku|tergugat)"
    found = []
    for name, words in rules.table("relations")["bond"].items():
        bond = rules.alternation(words)
        form = rf"\b{bond}\s+(?:dari\s+|dengan\s+|si\s+)?{doer}\b|\b{doer}\b(?:\s+[\w-]+){{0,4}}?\s+{bond}\b|\b{doer},\s+{bond}\b"
        found.append((re.compile(form, re.IGNORECASE), name))
    return found


def _passive(text: str) -> list[tuple[str, int, int]]:
    # "ditendang suami waktu …"
    many = r"(?:(?:seorang|dua|tiga|empat|lima|enam|beberapa|para|sekelompok)\s+(?:orang\s+)?)?"
    found = re.compile(
        rf"\b(?P<verb>di[a-z]{{3,}})\s+(?:oleh\s+)?{many}(?P<word>{any_word()})(?:nya|ku)?(?![\w-])",
        re.IGNORECASE,
    )
    forced = set(rules.table("relations")["bystander"]["forced"])
    hits = [one for one in found.finditer(text) if one["verb"].lower() in forced or tells(one["verb"])]
    return [(named(one["word"]), *one.span("word")) for one in hits if one["word"].lower() != "anak"]


def _active(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    # The last relation word before one of ``spans``
    subject = re.compile(
        rf"(?:(?P<before>[\w-]+)\s+)?(?<![\w-])(?P<word>{any_word()})(?:nya|ku)?(?![\w-])(?:\s+(?:korban|klien|penggugat|pemohon|pasien)\b)?(?!\s+(?-i:[A-Z]))",
        re.IGNORECASE,
    )
    hits = []
    forced = [found.span() for found in re.finditer(r"\bmemaksa\b", text)] if spans else []
    for first, _last in [*spans, *forced]:
        if text[first].lower() not in "mn":
            continue
        near = list(subject.finditer(text, max(0, first - 80), first))
        if near and _may_act(near[-1]) and not _OTHER_DOER.search(text, near[-1].end(), first):
            hits.append((named(near[-1]["word"]), *near[-1].span("word")))
    return hits


_OTHER_DOER = re.compile(
    r"\b(?:oleh|dari|di[a-z]{4,}|korban|saya|kami|(?<!tempat )ia|(?<!tempat )dia|yang\s+di\w+)\b|[;:]",
    re.IGNORECASE,
)


def _may_act(found: re.Match[str]) -> bool:
    before = (found["before"] or "").lower()
    helped = before in rules.table("relations")["bystander"]["before"]
    return found["word"].lower() != "anak" and not helped and not re.match(r"m[ae][lmnr][a-z]{3,}", before)


def told(document: Document) -> Found | None:
    """Return the relation of the doer in the sentences that tell of violence."""
    scores: dict[str, float] = {}
    places: dict[str, tuple[int, int]] = {}
    for start, end in document.sentences:
        text = document.text[start:end]
        spans = [span for _, span in spoken(text, 0, len(text))]
        for pattern, weight, needs in _agents():
            if needs and not spans:
                continue
            for found in pattern.finditer(text):
                name = named(found["word"])
                scores[name] = scores.get(name, 0.0) + weight
                places.setdefault(name, (start + found.start("word"), start + found.end("word")))
        for name, first, last in (*_passive(text), *_active(text, spans)):
            scores[name] = scores.get(name, 0.0) + 2.0
            places.setdefault(name, (start + first, start + last))
    for bond, name in _bonds():
        for found in bond.finditer(document.text):
            scores[name] = scores.get(name, 0.0) + 3.0
            places.setdefault(name, found.span())
    whose = rules.alternation(suffering())
    against = re.compile(
        rf"\bterhadap\s+(?P<word>{whose})nya\b|\b(?P<his>{whose})\s+(?:dari\s+)?(?:terdakwa|terlapor|tersangka|pelaku)\b",
        re.IGNORECASE,
    )
    for found in against.finditer(document.text):
        name = suffering()[re.sub(r"\s+", " ", (found["word"] or found["his"]).lower())]
        scores[name] = scores.get(name, 0.0) + 4.0
        places.setdefault(name, found.span("word" if found["word"] else "his"))
    if max(scores.values(), default=0.0) < _ENOUGH:
        return _only(document)
    best = max(scores, key=lambda name: scores[name])
    others = tuple(name for name in scores if name != best and scores[name] >= _ENOUGH)
    return Found(*places[best], best, 0.75 if others else min(_MOST, 0.75 + scores[best] / 20), others)


def _only(document: Document) -> Found | None:
    # The one person called hers ("bapaknya") in a violent sentence or right before it
    hers = re.compile(
        rf"(?<!\w)(?P<before>[\w-]+\s+)?(?P<word>{any_word()})nya(?![\w-])(?:\s+(?P<behind>[\w-]+)|(?P<named>,\s+(?-i:[A-Z])))?",
        re.IGNORECASE,
    )
    sentences = document.sentences
    for index, (start, end) in enumerate(sentences):
        if not tells(document.text[start:end]):
            continue
        for first, last in (sentences[index], sentences[max(0, index - 1)]):
            found = [m for m in hers.finditer(document.text, first, last) if not _is_bystander(m)]
            if len({named(one["word"]) for one in found}) == 1:
                return Found(*found[0].span("word"), named(found[0]["word"]), 0.7)
    return None


def _is_bystander(found: re.Match[str]) -> bool:
    # One who helps, tells or is away
    table = rules.table("relations")["bystander"]
    before, behind = (found["before"] or "").strip().lower(), (found["behind"] or "").lower()
    acts = found["named"] or behind in table["acts"] or re.match(r"m[ae][lmnr][a-z]{3,}", behind)
    return before in table["before"] or not acts or behind in table["tells"]
