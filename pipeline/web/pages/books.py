"""The books; an export needs a purpose."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text
from pipeline.office.answer.page import MAKERS
from pipeline.office.base.session import Session
from pipeline.office.bookkeeping import book_labels, books, purposes
from pipeline.office.bookkeeping.book_incoming import CASE, Cells
from pipeline.office.bookkeeping.book_labels import Book, Place
from pipeline.office.bookkeeping.book_rows import REGISTER
from pipeline.office.bookkeeping.books import (
    EXPORTERS,
    Asked,
    BookPage,
    Format,
    Period,
    file_of,
    look,
    need_may_export,
)
from pipeline.web import period, refusals
from pipeline.web.papers import attached
from pipeline.web.session import language, session_of
from pipeline.web.versions import is_recoverable, number

_FORMS = {
    Format.XLSX: N_("XLSX (spreadsheet)"),
    Format.PDF: N_("PDF (ready to print)"),
    Format.CSV: N_("CSV (data alone)"),
}
_PURPOSES = {
    "arsip": N_("the office's archive"),
    "laporan": N_("report to the dinas"),
    "pemeriksaan": N_("inspection"),
    "permintaan": N_("official request"),
    purposes.OTHER: N_("another purpose, in words:"),
}
_TABS = {
    "register": N_("Register of complaints"),
    "agenda-masuk": N_("Incoming letters", "books"),
    "agenda-keluar": N_("Outgoing letters"),
    "ekspedisi": N_("Dispatch book"),
    "disposisi": N_("Dispositions"),
}


@require_GET
def book(request: HttpRequest, book: str = REGISTER.name) -> HttpResponse:
    """Show a page of a book."""
    return _shown(request, book, request.GET)


@require_POST
def export(request: HttpRequest, book: str) -> HttpResponse:
    """Export a book as a file."""
    session, post = session_of(request), request.POST
    try:
        asked = _asked(session, book, post)
        name, data = file_of(session, asked)
    except Refusal as error:
        return _refused(request, book, error)
    return attached(data, name)


def _refused(request: HttpRequest, book: str, error: Refusal) -> HttpResponse:
    if (
        book not in books.BOOKS
        or not is_recoverable(error)
        or not session_of(request).actor.is_any(*EXPORTERS)
    ):
        raise error
    return _shown(request, book, request.POST, error)


def _asked(session: Session, book: str, post: QueryDict) -> Asked:
    need_may_export(session, book)
    form = post.get("form", "")
    chosen = Format(form) if form in map(str, _FORMS) else Format.XLSX
    purpose = purposes.chosen(post.get("purpose", ""), post.get("own", ""))
    return Asked(book, chosen, period.chosen(session, _period_in(post)), purpose)


def _shown(
    request: HttpRequest, name: str, given: Mapping[str, Any], refused: Refusal | None = None
) -> HttpResponse:
    session, lang, now = session_of(request), language(request), Period()
    trouble = _period_trouble(refused, lang) if refused else ""
    try:
        now = period.chosen(session, _period_in(given))
    except Refusal as error:
        if not period.is_wrong(error):
            raise
        trouble, now = _period_trouble(error, lang), period.chosen(session, {})
    seen = look(session, name, now, number(given.get("halaman", "")) or 1)
    context = {
        **_table(seen.book, seen.rows, lang),
        **period.shown(session, now, lang),
        "tabs": tabs(session, name),
        "seen": seen,
        "turns": _turns(seen),
        "trouble": trouble,
        "may_export": session.actor.is_any(*EXPORTERS),
        "forms": [(str(form), words) for form, words in _FORMS.items()],
        "purposes": known_purposes(),
        "chosen": request.POST,
    }
    return render(request, "web/book.html", context, status=400 if trouble else 200)


def _period_in(given: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(given.get(key, "")) for key in ("periode", "dari", "sampai")}


def known_purposes() -> list[tuple[str, Text]]:
    """The purposes to choose from, own words last."""
    return [(purpose, _PURPOSES[purpose]) for purpose in (*purposes.PURPOSES, purposes.OTHER)]


def tabs(session: Session, here: str) -> list[tuple[str, str, Text, bool]]:
    """Address name, book, words, whether it is open."""
    entries = [("book", name, _TABS[name], name == here) for name in books.BOOKS]
    if session.actor.is_any(*MAKERS):
        entries.append(("register-pages", "", N_("Register pages"), here == "pages"))
    return entries


def _period_trouble(error: Refusal, lang: str) -> str:
    return (
        N_(
            "That period cannot be read. Choose from the list, or type days like 01-11-2026; the "
            "first day not after the last."
        ).fill(lang)
        if period.is_wrong(error)
        else refusals.message(error, lang)
    )


def _table(book: Book, rows: Sequence[Cells], lang: str) -> dict[str, Any]:
    whole = sum(place.share for place in book.places)
    return {
        "book": book,
        "title": book_labels.title(book, lang),
        "titles": [book_labels.heading(place, lang) for place in book.places],
        "widths": [f"{100 * place.share / whole:.1f}%" for place in book.places],
        "rows": [(row.get(CASE, ""), [_lines(place, row, lang) for place in book.places]) for row in rows],
    }


def _lines(place: Place, row: Cells, lang: str) -> list[tuple[str, bool]]:
    values = [book_labels.cell(key, row[key], lang) for key in place.keys if row.get(key)]
    if not place.joined or not values:
        return values
    return [(", ".join(words for words, _ in values), any(is_foreign for _, is_foreign in values))]


def _turns(seen: BookPage) -> list[tuple[Text, str]]:
    since, until = period.typed(seen.period)
    asked = {"dari": since, "sampai": until} if since or until else {"periode": seen.period.name}
    turns = [
        (N_("First"), 1),
        (N_("Previous page"), seen.page - 1),
        (N_("Next page"), seen.page + 1),
        (N_("Last"), seen.pages),
    ]
    return [
        (words, urlencode(asked | {"halaman": page}))
        for words, page in turns
        if 1 <= page <= seen.pages and page != seen.page
    ]
