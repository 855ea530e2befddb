"""How the reporter and the reported person stand to the victim, in the words of SIMFONI-PPA."""

import re
from dataclasses import replace
from functools import cache

from pipeline.intake import rules
from pipeline.intake.suggest import doers
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.doers import any_word, in_law, me, named, relation_in
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.people import accused
from pipeline.intake.suggest.result import Found
from pipeline.intake.suggest.ticks import state_before, ticked

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
    found = None if choice is not None else relation_in(document.text[pair.start : pair.end])
    return None if found is None else Found(pair.start + found[1], pair.start + found[2], found[0], 0.95)


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
    """Return the relation of the reported person to the victim."""
    for pair in [*labels.of("relation", "reported"), *labels.about("reported")]:
        found = _labelled(document, pair)
        if found:
            return found
    return _ticked_under(document, labels, "reported") or doers.told(document) or _by_trade(document, labels)


def _by_trade(document: Document, labels: Labels) -> Found | None:
    # Her teacher, as his trade tells
    for pair in labels.pairs:
        found = relation_in(document.text[pair.start : pair.end]) if pair.label == "pekerjaan" else None
        if found and pair.role == "reported" and found[0] == "Guru":
            return Found(pair.start + found[1], pair.start + found[2], found[0], 0.7)
    return None


def between(relation: Found | None, reporter: Found | None, document: Document) -> Found | None:
    """Return the relation to the victim where kin tell of "menantu saya", "kakak ipar saya": her spouse."""
    if relation is None or reporter is None:
        return relation
    word = document.value(relation.start, relation.end).lower()
    mine = re.match(rf"\s+{me()}\b", document.text[relation.end : relation.end + 12], re.IGNORECASE)
    ours = reporter.normal == "Orang tua" or (reporter.normal == "Keluarga/Saudara" and mine)
    return replace(relation, normal="Suami/Istri") if ours and word in in_law() else relation


def sex_by_spouse(document: Document, relation: Found | None) -> Found | None:
    """Return the sex of a victim whose husband, or wife, did it."""
    if relation is None or relation.normal != "Suami/Istri":
        return None
    word = document.value(relation.start, relation.end).lower()
    for sex, words in rules.table("relations")["spouse_of"].items():
        if re.match(rf"(?:mantan\s+)?{rules.alternation(words)}\b", word):
            return Found(relation.start, relation.end, sex, 0.85)
    return None


_WED = re.compile(r"\b(?:menikah|nikah|kawin)(?:\s+siri)?\s+(?:dengan|sama)\s+(?:[a-z]+\s+)?(?=[A-Z])")


def of_writer(document: Document) -> Found | None:
    """Return the only partner or kin that a victim who writes herself calls hers."""
    found = list(
        re.finditer(rf"(?<!\w)(?P<word>{any_word()})\s+(?:saya|sy|ulun)\b", document.text, re.IGNORECASE)
    )
    names = {named(m["word"]) for m in found} & {"Suami/Istri", "Pacar/Teman", "Majikan"}
    wed = _WED.search(document.text)
    if not names and wed:
        return Found(*wed.span(), "Suami/Istri", 0.7)
    if len(names) != 1:
        return None
    first = next(m for m in found if named(m["word"]) in names)
    return Found(first.start(), first.end(), names.pop(), 0.72)


@cache
def _mine() -> re.Pattern[str]:
    # "saya bibi dari", "adalah ayah kandung dari"
    start = rf"\b(?:{me()}\s+(?:adalah\s+|ini\s+)?|adalah\s+|selaku\s+|sebagai\s+|mengaku\s+)"
    return re.compile(rf"{start}(?P<word>{any_word()})\s+(?:kandung\s+)?(?:dari|korban)\b", re.IGNORECASE)


def reporter_relation(document: Document, labels: Labels, victim: Found | None) -> Found | None:
    """Return the relation of a reporter who is a person to the victim."""
    for pair in [*labels.of("relation", "reporter"), *labels.told("reporter")]:
        found = _labelled(document, pair)
        if found:
            return found
    chosen = _ticked_under(document, labels, "reporter")
    if chosen:
        return chosen
    told = _mine().search(document.text) or (_of_name(document, victim) if victim else None)
    return (
        Found(told.start("word"), told.end("word"), named(told["word"]), 0.92)
        if told
        else _of_victim(document, victim)
    )


def _of_name(document: Document, victim: Found) -> re.Match[str] | None:
    # "saya, Ani, kakak kandung Rina"
    before = re.compile(rf"(?<![\w-])(?P<word>{any_word()})\s+(?:kandung\s+)?(?:dari\s+)?$", re.IGNORECASE)
    start = max(document.sentence(victim.start)[0], victim.start - 40)
    found = before.search(document.text, start, victim.start)
    mine = found and re.search(
        rf"\b{me()}\b[^;:]{{0,60}}$", document.text[max(0, found.start() - 70) : found.start()], re.IGNORECASE
    )
    return found if mine else None


def _of_victim(document: Document, victim: Found | None) -> Found | None:
    # How the writer calls the victim ("kemenakan ulun", "anak tetangga")
    child = _PARENT_OF.search(document.text)
    if child and not accused(document, child.end()):
        return Found(child.start(), child.end(), "Orang tua", 0.85)
    neighbour = re.search(
        r"\b(?:anak|warga)?\s*(?:tetangga|tatangga)(?:\s+(?:saya|kami|ulun)|nya)?\b",
        document.text,
        re.IGNORECASE,
    )
    pupil = re.search(
        rf"\b{rules.alternation(rules.table('relations')['suffering']['Guru'])}\s+{me()}\b",
        document.text,
        re.IGNORECASE,
    )
    if pupil:
        return Found(pupil.start(), pupil.end(), "Guru", 0.87)
    limit = victim.start if victim else len(document.text)
    mine = re.compile(
        rf"(?<!\w)(?P<word>{any_word()})(?:ku|(?:\s+kuliah|\s+sekolah)?\s+{me()})\b", re.IGNORECASE
    )
    near = list(mine.finditer(document.text, max(0, limit - 140), limit))
    if near:
        return Found(near[-1].start(), near[-1].end(), named(near[-1]["word"]), 0.87)
    if neighbour and neighbour.start() < limit:
        return Found(neighbour.start(), neighbour.end(), "Tetangga", 0.82)
    signed = re.search(r"\bdari\s+tetangga\b|\bbertetangga\b", document.text, re.IGNORECASE)
    return Found(signed.start(), signed.end(), "Tetangga", 0.85) if signed else None
