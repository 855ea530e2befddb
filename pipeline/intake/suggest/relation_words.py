"""The words for people by how they stand to each other, of relations.toml."""

import re
from functools import cache

from pipeline.intake import rules


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
    return table()[re.sub(r"\s+", " ", found[1].lower())], found.start(), found.end()


def named(word: str) -> str:
    """Return SIMFONI's name of the relation that ``word`` is."""
    return table()[re.sub(r"\s+", " ", word.lower())]


@cache
def suffering() -> dict[str, str]:
    """What the doer is to whom a letter calls his ("terhadap istrinya")."""
    return {word: name for name, words in rules.table("relations")["suffering"].items() for word in words}


@cache
def in_law() -> frozenset[str]:
    """Return what a parent calls the spouse of the child."""
    return frozenset(rules.table("relations")["seen"]["in_law"])
