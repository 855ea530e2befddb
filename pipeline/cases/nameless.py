"""Free text for a book: names of people of the case become initials, since typists forget; others stay."""

import re

from pipeline.cases.people import people_of
from pipeline.cases.privacy import initials
from pipeline.cases.safety import name_words
from pipeline.cases.values import Values, flag, known_name

_SHORTEST = 3
_FURTHER = ("safe_contact_name", "guardian_name")


def nameless(text: str, values: Values) -> str:
    """Return ``text`` with every name of a person of the case, or one word of it, as initials."""
    for name in _names(values):
        whole = r"\s+".join(map(re.escape, name.split()))
        text = re.sub(rf"(?<!\w){whole}(?!\w)", initials(name), text, flags=re.IGNORECASE)
    for name in _names(values):
        for word in name_words(name):
            if len(word) >= _SHORTEST:
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", _initial, text, flags=re.IGNORECASE)
    return text


def _initial(found: re.Match[str]) -> str:
    """A common word in small letters stays."""
    word = found[0]
    return f"{word[0].upper()}." if word[0].isupper() else word


def _names(values: Values) -> list[str]:
    named = [one.name for one in people_of(values)]
    named += [known_name(values, name) for name in _FURTHER]
    if not flag(values, "is_institution"):
        named.append(known_name(values, "sender"))
    return sorted({name for name in named if name}, key=len, reverse=True)
