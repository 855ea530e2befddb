"""Where a command of the terminal is a page: one table for everything that names a next step.

The office says what comes next as a command ("rangkap vet 2026-0001"; rows of what waits, the moves of a case). On a
page it is a link: ``page_of(row["next"])`` for a row, ``page_of("vet", "2026-0001")`` for a verb of a case. Where
there is no page, the answer is "" and nothing is linked; a page that comes later is found by the name of its address.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from pipeline.kernel.ids import case_of_letter, is_case
from pipeline.web.pages.step import STEPS

_OF_CASE = {"show": "case", "vet": "vet", "assign": "assign", "review": "letter", "print": "print"}
"""Verbs whose page belongs to a case: the name of its address, which takes the case's number."""
_OF_ITEM = {"register": "register", "match": "match"}
"""Verbs whose page belongs to a document that came in: the address takes its number."""
_ALONE = {
    "match": "match",
    "page": "books",
    "phone": "phone",
    "find": "search",
    "doctor": "health",
    "users": "users",
}
"""Verbs whose page stands by itself."""
_LETTERED = {"review", "print"}


def page_of(command: str, case: str = "") -> str:
    """Return the address of the page that does what ``command`` says, or "" where no page does.

    ``command`` is a whole command ("rangkap draft 2026-0001"), several of them parted by semicolons (the first that has
    a page counts), or a verb with its options alone ("review --return") beside the number of its ``case``.
    """
    return next((found for one in command.split(";") if (found := _page(one.split(), case))), "")


def _page(words: Sequence[str], case: str) -> str:
    words = list(words[1:] if words[:1] == ["rangkap"] else words)
    if not words:
        return ""
    verb, rest = words[0], words[1:]
    items = [one for one in rest if not one.startswith("-")]
    number = next((one for one in map(_case, items) if one), case)
    if verb in STEPS and number:
        return _reverse("step", number, verb)
    if verb in _OF_CASE and number:
        return _reverse(_OF_CASE[verb], number) + (_letter(items) if verb in _LETTERED else "")
    if verb in _OF_ITEM and items and (found := _reverse(_OF_ITEM[verb], items[0])):
        return found
    return _reverse(_ALONE[verb]) if verb in _ALONE else ""


def _case(word: str) -> str:
    """Return the case that a word names, by its number or by that of a letter, or ""."""
    return word if is_case(word) else case_of_letter(word) or ""


def _letter(words: Sequence[str]) -> str:
    found = next((one for one in words if case_of_letter(one)), "")
    return "?" + urlencode({"surat": found}) if found else ""


def _reverse(name: str, *args: str) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
