"""The page on which a :class:`~pipeline.kernel.text.Next` is done."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from pipeline.kernel.commands import command_of
from pipeline.kernel.ids import case_of_letter
from pipeline.kernel.text import N_, Next, Text
from pipeline.web.acts.printing import FORMS
from pipeline.web.acts.table import MOVES


class _Page(NamedTuple):
    """``of``: the page of a subject; ``alone``: one without a subject."""

    words: Text
    of: str = ""
    alone: str = ""


_DRAFT = _Page(N_("Read the draft", "links"), "letter")
_PRINT = _Page(N_("Print both copies", "links"), "print")
_MATCH = _Page(N_("Match the scan"), "match", "home")
_WAITING = _Page(N_("The page Tasks"), alone="home")
_HEALTH = _Page(N_("The page System status"), alone="health")
_UPLOAD = _Page(N_("New letters"), alone="upload")
_SIGNATORIES = _Page(N_("Signatories"), alone="settings-signatories")
_PAGES = {
    "accept-scan": _MATCH,
    "approve-letter": _DRAFT,
    "assign-officer": _Page(N_("Name the officer"), "assign"),
    "backup": _HEALTH,
    "backup-to": _HEALTH,
    "clock": _Page(N_("Clocks"), alone="home"),
    "doctor": _HEALTH,
    "draft": _Page(N_("Draft", "links"), "draft"),
    "edited": _DRAFT,
    "export": _Page(N_("Books"), alone="books"),
    "find": _Page(N_("Search", "links"), alone="search"),
    "give-edited": _UPLOAD,
    "leave-edited": _DRAFT,
    "mandate": _SIGNATORIES,
    "match-scan": _MATCH,
    "put-scan-aside": _MATCH,
    "page": _Page(N_("Register pages"), alone="register-pages"),
    "print": _PRINT,
    "print-again": _PRINT,
    "recap-province": _Page(N_("Recap"), alone="recap"),
    "register": _Page(N_("Register", "links"), "register"),
    "register-call": _Page(N_("Record an incoming call"), alone="phone"),
    "return-letter": _DRAFT,
    "review": _DRAFT,
    "show": _Page(N_("See case {case}"), "case"),
    "strike-misscan": _Page(N_("Strike an arrival"), alone="home"),
    "take-edited": _DRAFT,
    "templates": _Page(N_("Letter templates"), alone="settings-templates"),
    "todo": _WAITING,
    "unlock": _Page(N_("Accounts"), alone="users"),
    "upload": _UPLOAD,
    "verify": _HEALTH,
    "verify-report": _Page(N_("Verify"), "vet"),
    "watch-once": _WAITING,
}
"""Acts whose page is not that in :data:`MOVES`."""
_DONE_BY = {
    "conflicts": "record-conflict", "dispose": "propose-disposal", "sheet-of-draft": "print-sheet",
}  # fmt: skip


def link_to(step: Next, lang: str = "id") -> tuple[str, str]:
    """Words and address of its page, or its command and ""."""
    words, address = _page_of(step, lang)
    return (words, address) if address else (command_of(step), "")


def address_of(steps: Iterable[Next] | str) -> str:
    """The first address among ``steps``, or ""."""
    return "" if isinstance(steps, str) else next((to for step in steps if (to := link_to(step)[1])), "")


def _page_of(step: Next, lang: str) -> tuple[str, str]:
    act = _DONE_BY.get(step.act, step.act)
    page = _PAGES.get(act)
    if page is None and act in MOVES:
        words = (FORMS.get(step.about) or MOVES[act].title).fill(lang)
        if MOVES[act].is_of_case:
            return words, _address("move", step.subject, act, tentang=step.about)
        if MOVES[act].is_of_arrival:
            return words, _address("arrival-move", step.subject, act, tentang=step.about)
        return f"{words} {step.subject}".rstrip(), _address("office-move", act, tentang=step.subject)
    if page is None:
        return "", ""
    words = page.words.fill(lang, case=step.subject)
    if not (page.of and step.subject):
        return words, _address(page.alone)
    letter = step.about if page in (_DRAFT, _PRINT) and case_of_letter(step.about) else ""
    return f"{words} {letter}".rstrip(), _address(page.of, step.subject, surat=letter)


def _address(name: str, *args: str, **query: str) -> str:
    try:
        address = reverse(name, args=args)
    except NoReverseMatch:
        return ""
    given = {key: value for key, value in query.items() if value}
    return f"{address}?{urlencode(given)}" if given else address
