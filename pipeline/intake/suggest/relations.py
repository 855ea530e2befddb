"""How reporter and reported person stand to the victim, in SIMFONI-PPA's words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document, Found
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.people import accused
from pipeline.intake.suggest.ticks import state_before, ticked
from pipeline.intake.suggest.violence import spoken, tells

_MOST = 0.89  # what sentences tell of a doer always shows the mark of doubt
_ENOUGH = 1.5  # weight from which the doer is told


@cache
def table() -> dict[str, str]:
    """SIMFONI's name for each word."""
    return {word: entry["name"] for entry in rules.table("relations")["relation"] for word in entry["words"]}


@cache
def any_word() -> str:
    """A regular expression."""
    return rules.alternation(table())


@cache
def me() -> str:
    """A regular expression for the writer herself."""
    return rules.alternation(rules.table("relations")["me"]["words"])


def relation_in(text: str) -> tuple[str, int, int] | None:
    """SIMFONI's name of the first relation, and where its word stands."""
    match = re.compile(rf"(?<![\w-])({any_word()})(?:nya|ku)?(?![\w-])", re.IGNORECASE).search(text)
    return (named(match[1]), match.start(), match.end()) if match else None


def named(word: str) -> str:
    """SIMFONI's name."""
    return table()[re.sub(r"\s+", " ", word.lower())]


@cache
def suffering() -> dict[str, str]:
    """The doer to one called his ("terhadap istrinya")."""
    return {word: name for name, words in rules.table("relations")["suffering"].items() for word in words}


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
    forms = (
        (rf"\b{doer}\b.{{0,70}}?\b{link}\s+(?:[\w-]+\s+){{0,3}}?{word}(?:nya|ku)?\b", 4.0, False),
        (rf"\boleh\b.{{0,70}}?(?:,\s*|\byang\s+)(?:{link}\s+){{0,2}}{word}(?:{owner}|\s+di\b)", 2.5, True),
        (rf"\byang\s+m[aeu][a-z]{{3,}}(?:\s+[\w-]+){{1,3}}?\s+(?!anak){word}nya\b(?=\s*[.,;]|\s*$)", 3.0, True),
        (rf"\b(?:sang|si|pihak)\s+{word}\b{between}{active}", 2.0, True),
        (rf"\byang\s+m[aeu][a-z]{{3,}}\b(?:\s+[\w-]+){{0,3}}?\s+{link}\s+(?:[\w-]+\s+){{0,2}}?{word}(?:nya|ku)?\b", 4.0, True),
        (rf"\b{word}\s+m[aeu][a-z]{{3,}}\s+{mine}\b", 2.0, True),
        (rf"\b(?:mengadukan|melaporkan|dilaporkan)\s+(?:perbuatan\s+)?{word}{owner}", 4.0, False),
        (rf"\b(?:terlapor|terdakwa|tersangka|pelaku(?:nya)?)\s+(?:ialah|adalah|merupakan)\s+(?:[\w-]+\s+){{0,7}}?{word}\b", 4.0, False),
        (rf"\b(?:terlapor|terdakwa|tersangka|pelaku(?:nya)?)\s*[(,]\s*{word}\b", 4.0, False),
        (rf"\boleh\s+(?:{many}\s+)?{word}(?:{owner}|\b)", 3.0, True),
        (rf"\bdi[a-z]{{4,}}(?:\s+[\w-]+){{0,4}}?\s+oleh\s+(?:{many}\s+)?{word}nya\b", 2.0, False),
        (rf"\bdi[a-z]{{4,}}\s+(?:(?:oleh|sama|sm|dgn)\s+)?{word}{owner}", 2.5, True),
        (rf"\bditinggal(?:kan)?\s+(?:oleh\s+|pergi\s+)?{word}{owner}", 1.5, False),
        (rf"\b{doer}\b.{{0,60}}?[,(]\s*{word}\s+(?:kandung\s+)?(?:dari\s+)?korban\b", 4.0, False),
        (rf"\b{word}\s+(?:itu|tersebut){between}{active}", 1.5, True),
        (rf"\b{word}nya\s+(?:menyuruh|memaksa|menghukum|mengancam|melarang)\b", 2.0, False),
        (rf"\b{deed}\s+(?:oleh\s+|dari\s+)?{word}(?:{owner}|\b)", 2.0, True),
        (rf"\b(?:dari|sama|sm|akibat)\s+{word}{owner}", 2.0, True),
        (rf"\b{word}{owner}(?:,?\s+yang)?{between}{active}", 2.0, True),
        (rf"\b(?=mantan\b){word}{between}{active}", 1.5, True),
        (rf"\b{word}{owner}{between}\s+(?:mengamuk|tidak\s+memberi|pergi)\b", 1.5, False),
        (rf"\b{word}{owner}", 0.4, True),
    )  # fmt: skip
    return tuple((re.compile(form, flags), weight, needs) for form, weight, needs in forms)


@cache
def _bonds() -> list[tuple[re.Pattern[str], str]]:
    # "menikah dengan terlapor"
    doer = r"(?:terlapor|terdakwa|tersangka|pelaku|tergugat)"
    bonds = {name: rules.alternation(words) for name, words in rules.table("relations")["bond"].items()}
    forms = {
        name: rf"\b{bond}\s+(?:dari\s+|dengan\s+|si\s+)?{doer}\b|\b{doer}\b(?:\s+[\w-]+){{0,4}}?\s+{bond}\b|\b{doer},\s+{bond}\b"
        for name, bond in bonds.items()
    }
    return [(re.compile(form, re.IGNORECASE), name) for name, form in forms.items()]


def _passive(text: str) -> list[tuple[str, int, int]]:
    # "ditendang suami waktu …"
    many = r"(?:(?:seorang|dua|tiga|empat|lima|enam|beberapa|para|sekelompok)\s+(?:orang\s+)?)?"
    pattern = re.compile(
        rf"\b(?P<verb>di[a-z]{{3,}})\s+(?:oleh\s+)?{many}(?P<word>{any_word()})(?:nya|ku)?(?![\w-])",
        re.IGNORECASE,
    )
    forced = set(rules.table("relations")["bystander"]["forced"])
    hits = [
        match for match in pattern.finditer(text) if match["verb"].lower() in forced or tells(match["verb"])
    ]
    return [(named(match["word"]), *match.span("word")) for match in hits if match["word"].lower() != "anak"]


def _active(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    # The last relation word before one of ``spans``
    subject = re.compile(
        rf"(?:(?P<before>[\w-]+)\s+)?(?<![\w-])(?P<word>{any_word()})(?:nya|ku)?(?![\w-])(?:\s+(?:korban|klien|penggugat|pemohon|pasien)\b)?(?!\s+(?-i:[A-Z]))",
        re.IGNORECASE,
    )
    hits = []
    forced = [match.span() for match in re.finditer(r"\bmemaksa\b", text)] if spans else []
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


def _may_act(match: re.Match[str]) -> bool:
    before = (match["before"] or "").lower()
    helped = before in rules.table("relations")["bystander"]["before"]
    return match["word"].lower() != "anak" and not helped and not re.match(r"m[ae][lmnr][a-z]{3,}", before)


def told_doer(document: Document) -> Found | None:
    """The doer's relation in sentences that tell of violence."""
    scores: dict[str, float] = {}
    places: dict[str, tuple[int, int]] = {}

    def score(name: str, weight: float, start: int, end: int) -> None:
        scores[name] = scores.get(name, 0.0) + weight
        places.setdefault(name, (start, end))

    for start, end in document.sentences:
        text = document.text[start:end]
        spans = [span for _, span in spoken(text, 0, len(text))]
        for pattern, weight, needs in _agents():
            if needs and not spans:
                continue
            for match in pattern.finditer(text):
                score(named(match["word"]), weight, start + match.start("word"), start + match.end("word"))
        for name, first, last in (*_passive(text), *_active(text, spans)):
            score(name, 2.0, start + first, start + last)
    for bond, name in _bonds():
        for match in bond.finditer(document.text):
            score(name, 3.0, *match.span())
    whose = rules.alternation(suffering())
    against = re.compile(
        rf"\bterhadap\s+(?P<word>{whose})nya\b|\b(?P<his>{whose})\s+(?:dari\s+)?(?:terdakwa|terlapor|tersangka|pelaku)\b",
        re.IGNORECASE,
    )
    for match in against.finditer(document.text):
        name = suffering()[re.sub(r"\s+", " ", (match["word"] or match["his"]).lower())]
        score(name, 4.0, *match.span("word" if match["word"] else "his"))
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
            matches = [m for m in hers.finditer(document.text, first, last) if not _is_bystander(m)]
            if len({named(match["word"]) for match in matches}) == 1:
                return Found(*matches[0].span("word"), named(matches[0]["word"]), 0.7)
    return None


def _is_bystander(match: re.Match[str]) -> bool:
    # One who helps, tells or is away
    table = rules.table("relations")["bystander"]
    before, behind = (match["before"] or "").strip().lower(), (match["behind"] or "").lower()
    acts = match["named"] or behind in table["acts"] or re.match(r"m[ae][lmnr][a-z]{3,}", behind)
    return before in table["before"] or not acts or behind in table["tells"]


SELF = "korban_sendiri"
INSTITUTION = "lembaga perujuk"
_PARENT_OF = re.compile(r"\banak\s+(?:kandung\s+)?(?:saya|kami|ulun)\b", re.IGNORECASE)


def _labelled(document: Document, pair: Pair) -> Found | None:
    choice = ticked(document.text[pair.start : document.line_at(pair.start).end])
    for option in choice or ():
        if option.lower().startswith("korban"):
            return Found(pair.start, pair.end, SELF, 0.92)
        chosen = relation_in(option)
        name = chosen[0] if chosen else "Lainnya" if option.lower().startswith("lain") else None
        return Found(pair.start, pair.end, name, 0.92) if name else None
    hit = None if choice is not None else relation_in(document.text[pair.start : pair.end])
    return None if hit is None else Found(pair.start + hit[1], pair.start + hit[2], hit[0], 0.95)


def _ticked_under(document: Document, labels: Labels, role: str) -> Found | None:
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
    name = SELF if marked[0][0].lower().startswith("korban") else named(marked[0][0])
    return Found(*marked[0].span(), name, 0.92)


@cache
def _option() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_word()}|korban)(?![\w-])", re.IGNORECASE)


def relation(document: Document, labels: Labels) -> Found | None:
    """Of the reported person to the victim."""
    pairs = [*labels.of("relation", "reported"), *labels.about("reported")]
    labelled = next(filter(None, (_labelled(document, pair) for pair in pairs)), None)
    value = labelled or _ticked_under(document, labels, "reported") or told_doer(document)
    return value or _by_trade(document, labels)


def _by_trade(document: Document, labels: Labels) -> Found | None:
    # Her teacher, as his trade tells
    for pair in labels.pairs:
        hit = relation_in(document.text[pair.start : pair.end]) if pair.label == "pekerjaan" else None
        if hit and pair.role == "reported" and hit[0] == "Guru":
            return Found(pair.start + hit[1], pair.start + hit[2], hit[0], 0.7)
    return None


def between(relation: Found | None, reporter: Found | None, document: Document) -> Found | None:
    """Where kin tell of "menantu saya", the doer is her spouse."""
    if relation is None or reporter is None:
        return relation
    word = document.value(relation.start, relation.end).lower()
    mine = re.match(rf"\s+{me()}\b", document.text[relation.end : relation.end + 12], re.IGNORECASE)
    ours = reporter.normal == "Orang tua" or (reporter.normal == "Keluarga/Saudara" and mine)
    is_spouse = ours and word in rules.table("relations")["seen"]["in_law"]
    return replace(relation, normal="Suami/Istri") if is_spouse else relation


def sex_by_spouse(document: Document, relation: Found | None) -> Found | None:
    """Of a victim whose husband, or wife, did it."""
    if relation is None or relation.normal != "Suami/Istri":
        return None
    word = document.value(relation.start, relation.end).lower()
    for sex, words in rules.table("relations")["spouse_of"].items():
        if re.match(rf"(?:mantan\s+)?{rules.alternation(words)}\b", word):
            return Found(relation.start, relation.end, sex, 0.85)
    return None


_WED = re.compile(r"\b(?:menikah|nikah|kawin)(?:\s+siri)?\s+(?:dengan|sama)\s+(?:[a-z]+\s+)?(?=[A-Z])")


def of_writer(document: Document) -> Found | None:
    """The only partner or kin a victim calls hers."""
    hers = re.compile(rf"(?<!\w)(?P<word>{any_word()})\s+(?:saya|sy|ulun)\b", re.IGNORECASE)
    matches = list(hers.finditer(document.text))
    names = {named(m["word"]) for m in matches} & {"Suami/Istri", "Pacar/Teman", "Majikan"}
    wed = _WED.search(document.text)
    if not names and wed:
        return Found(*wed.span(), "Suami/Istri", 0.7)
    if len(names) != 1:
        return None
    first = next(m for m in matches if named(m["word"]) in names)
    return Found(*first.span(), names.pop(), 0.72)


@cache
def _mine() -> re.Pattern[str]:
    # "saya bibi dari", "adalah ayah kandung dari"
    start = rf"\b(?:{me()}\s+(?:adalah\s+|ini\s+)?|adalah\s+|selaku\s+|sebagai\s+|mengaku\s+)"
    return re.compile(rf"{start}(?P<word>{any_word()})\s+(?:kandung\s+)?(?:dari|korban)\b", re.IGNORECASE)


def reporter_relation(document: Document, labels: Labels, victim: Found | None) -> Found | None:
    """Of a reporter who is a person."""
    pairs = [*labels.of("relation", "reporter"), *labels.persons("reporter")]
    labelled = next(filter(None, (_labelled(document, pair) for pair in pairs)), None)
    if chosen := labelled or _ticked_under(document, labels, "reporter"):
        return chosen
    match = _mine().search(document.text) or (_of_name(document, victim) if victim else None)
    return Found(*match.span("word"), named(match["word"]), 0.92) if match else _of_victim(document, victim)


def _of_name(document: Document, victim: Found) -> re.Match[str] | None:
    # "saya, Ani, kakak kandung Rina"
    before = re.compile(rf"(?<![\w-])(?P<word>{any_word()})\s+(?:kandung\s+)?(?:dari\s+)?$", re.IGNORECASE)
    start = max(document.sentence(victim.start)[0], victim.start - 40)
    match = before.search(document.text, start, victim.start)
    mine = match and re.search(
        rf"\b{me()}\b[^;:]{{0,60}}$", document.text[max(0, match.start() - 70) : match.start()], re.IGNORECASE
    )
    return match if mine else None


def _of_victim(document: Document, victim: Found | None) -> Found | None:
    # How the writer calls the victim ("kemenakan ulun", "anak tetangga")
    if (child := _PARENT_OF.search(document.text)) and not accused(document, child.end()):
        return Found(*child.span(), "Orang tua", 0.85)
    neighbour = re.search(
        r"\b(?:anak|warga)?\s*(?:tetangga|tatangga)(?:\s+(?:saya|kami|ulun)|nya)?\b",
        document.text,
        re.IGNORECASE,
    )
    pupils = rules.alternation(rules.table("relations")["suffering"]["Guru"])
    if pupil := re.search(rf"\b{pupils}\s+{me()}\b", document.text, re.IGNORECASE):
        return Found(*pupil.span(), "Guru", 0.87)
    limit = victim.start if victim else len(document.text)
    mine = re.compile(
        rf"(?<!\w)(?P<word>{any_word()})(?:ku|(?:\s+kuliah|\s+sekolah)?\s+{me()})\b", re.IGNORECASE
    )
    if near := list(mine.finditer(document.text, max(0, limit - 140), limit)):
        return Found(near[-1].start(), near[-1].end(), named(near[-1]["word"]), 0.87)
    if neighbour and neighbour.start() < limit:
        return Found(*neighbour.span(), "Tetangga", 0.82)
    signed = re.search(r"\bdari\s+tetangga\b|\bbertetangga\b", document.text, re.IGNORECASE)
    return Found(*signed.span(), "Tetangga", 0.85) if signed else None
