"""A letter that is signed and filed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pipeline.lookup.kinds import LetterState
from pipeline.office.base import dispatches
from pipeline.office.base.session import Session
from pipeline.office.engine.perform import perform
from pipeline.office.overview import signed_letter
from pipeline.web import prints
from pipeline.web.pages.letter import PAPER
from pipeline.web.papers import pictures
from pipeline.web.print_size import laid_out
from pipeline.web.session import session_of


@require_http_methods(["GET", "POST"])
def signed(request: HttpRequest, number: str, letter: str) -> HttpResponse:
    """Show the letter as kept; print a signed copy."""
    session = session_of(request)
    if request.method == "POST":
        copy = 2 if request.POST.get("copy") == "2" else 1
        return redirect("printed", key=_put_out(session, number, letter, copy))
    seen = signed_letter.read(session, number, letter)
    result = dispatches.result(seen.delivery)
    shown: dict[str, Any] = {
        "case": number,
        "seen": seen,
        "may_print": seen.letter.state == LetterState.SIGNED,
        "letter": seen.letter,
        "day": seen.letter.day.isoformat() if seen.letter.day else "",
        "signed": seen.letter.signed.isoformat() if seen.letter.signed else "",
        "copies": [{"copy": kept, "pages": _pages(number, kept)} for kept in seen.copies],
        "sent": dispatches.sent(seen.delivery),
        "delivered": result if result.get("way") else {},
    }
    return render(request, "web/letter_signed.html", shown)


def _put_out(session: Session, number: str, letter: str, copy: int) -> str:
    with signed_letter.to_print(session, number, letter, copy) as paper:
        pdf = laid_out(pictures(paper, PAPER), PAPER, str(session.settings["surat.kertas"]))
    perform(signed_letter.print_signed, session, number, {}, f"{letter} {copy}")
    return prints.keep(session, number, (pdf,))


def _pages(number: str, copy: signed_letter.CopyKept) -> list[str]:
    if not (copy.name or copy.scan):
        return []
    name, args = ("case-page", [number, copy.name]) if copy.name else ("arrival-page", [copy.scan])
    return [reverse(name, args=[*args, page]) for page in range(1, copy.pages + 1)]
