"""What waits for the chair to approve."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from pipeline.kernel import clock
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.office.base.session import Session
from pipeline.office.overview import chair_approvals, find
from pipeline.web.labels import age
from pipeline.web.links import address_of
from pipeline.web.session import language, session_of

_OTHERS = {
    "crises": N_("Crisis procedure"),
    "senders": N_("Decisions about senders"),
    "asked": N_("Requests for information"),
    "confirmations": N_("To be signed afterwards"),
    "statements": N_("Statements about copy 1"),
    "erasures": N_("Erasure of identities"),
    "conflicts": N_("Conflicts of interest"),
    "victims_copies": N_("Copies for the victim"),
    "disposals": N_("Disposal and transfer of archives"),
    "pages": N_("Monthly pages of the register"),
}
"""Further rows."""


@require_GET
def approvals(request: HttpRequest) -> HttpResponse:
    """Show what waits for the chair."""
    own = session_of(request, "review", chair_approvals.CHAIRS)
    lists, on_the_way = find.todo(own), chair_approvals.approved(own)
    shown = {
        "drafts": [_row(waiting, language(request)) for waiting in chair_approvals.drafts(own)],
        "to_print": [letter for letter in on_the_way if letter.is_to_print],
        "to_sign": [letter for letter in on_the_way if not letter.is_to_print],
        "others": list(_others(own, lists)),
        "mandates": [_linked(row) for row in lists["mandates"]],
        "mandate": reverse("settings-signatories"),
    }
    return render(request, "web/chair_approvals.html", shown)


def _row(waiting: chair_approvals.Waiting, lang: str) -> dict[str, Any]:
    letter = waiting.letter
    return {
        "row": waiting,
        "letter": letter,
        "kind": letter.kind_row.name,
        "age": age(clock.stamp(waiting.since), lang),
        "is_old": waiting.age >= timedelta(days=1),
        "url": f"{reverse('letter', args=[letter.case])}?surat={letter.id}",
    }


def _others(
    own: Session, lists: dict[str, list[dict[str, Any]]]
) -> Iterator[tuple[Text, list[dict[str, Any]]]]:
    for name, words in _OTHERS.items():
        rows = [_linked(row) for row in lists.get(name, ()) if row.get("next")]
        if rows:
            yield words, rows


def _linked(row: dict[str, Any]) -> dict[str, Any]:
    case = str(row.get("case", ""))
    return row | {
        "waits": row.get("waits") or as_it_is(str(row.get("id") or case)),
        "url": address_of(row.get("next", ())) or (reverse("case", args=[case]) if case else ""),
    }


def next_draft(own: Session) -> str:
    """The page of the oldest waiting draft, or ""."""
    first = next(iter(chair_approvals.drafts(own)), None)
    return f"{reverse('letter', args=[first.letter.case])}?surat={first.letter.id}" if first else ""
