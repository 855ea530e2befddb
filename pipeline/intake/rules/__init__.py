"""Rules as data: the words by which letters are understood, in TOML files an office may extend.

Each file holds lists of words; code never names a word that an office could want to add. A star at
the end of a word stands for any ending, a space for any white space.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the rules of the file ``name``.toml."""
    source = resources.files(__name__).joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    """Return a regular expression (without groups) that fits any of ``words``, the longest first."""
    forms = []
    for word in sorted(set(words), key=len, reverse=True):
        star = word.endswith("*")
        form = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
        forms.append(form + (r"\w*" if star else ""))
    return "(?:" + "|".join(forms) + ")"


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return a compiled pattern that finds any of ``words`` as whole words, in either case."""
    return re.compile(rf"(?<!\w){alternation(words)}(?!\w)", re.IGNORECASE)


_NASAL = {"p": "mem", "t": "men", "s": "meny", "k": "meng"}
_KEEPING = {**dict.fromkeys("bfv", "mem"), **dict.fromkeys("dcjz", "men"), **dict.fromkeys("ghaiueo", "meng")}


def verb_forms(stem: str) -> tuple[str, ...]:
    """Return the forms of a verb as rule words: passive, active (also in Banjar and as spoken) and the noun in -an."""
    first = stem[0]
    kept = _KEEPING.get(first, "me") + stem
    active = _NASAL[first] + stem[1:] if first in _NASAL else kept
    forms = [f"di{stem}*", f"{active}*", f"ma{active[2:]}*", f"{stem}an", f"pe{active[2:]}an"]
    if first in _NASAL:
        forms.append(f"{active[2:]}*")  # spoken: mukul, nampar
    if stem.startswith("per"):
        forms.append(f"mem{stem}*")
    return tuple(forms)
