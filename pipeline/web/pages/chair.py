"""The chair's desk: drafts the oldest first, several approved once each was looked at, what is printed and signed, what else waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pipeline.kernel.errors import Text
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.letter_kinds import WORDS as KINDS
from pipeline.office.overview import chair_desk, find
from pipeline.office.overview.chair_desk import Waiting
from pipeline.office.signing import batch
from pipeline.office.signing.review import Read
from pipeline.web import done, looked, refusals, texts, versions
from pipeline.web.addresses_of import page_of
from pipeline.web.door import language
from pipeline.web.sign_in import desk_of

_OTHERS = ("crises", "senders", "statements", "erasures", "conflicts", "victims_copies", "disposals", "pages")
"""What else waits for the chair, by the names of the office's rows; the words stand in ``desk.other.NAME``."""


@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest) -> HttpResponse:
    """Show what waits for the chair; approve those drafts that were ticked."""
    own = desk_of(request)
    need_role(own, "review", chair_desk.CHAIRS)
    rows = chair_desk.drafts(own)
    outcomes: list[dict[str, Any]] = []
    if request.method == "POST":
        outcomes = _approved(request, own, rows)
        rows = chair_desk.drafts(own)
        if outcomes and all(one["is_done"] for one in outcomes):
            done.say(request, texts.ALL["desk.approved"], count=len(outcomes))
            return redirect("chair-desk")
    found, on_the_way = find.todo(own), chair_desk.approved(own)
    shown = {
        "drafts": [_row(request, one) for one in rows],
        "looked_at": sum(_is_looked(request, one) for one in rows),
        "outcomes": outcomes,
        "nothing": request.method == "POST" and not outcomes,
        "to_print": [one for one in on_the_way if one.is_to_print],
        "to_sign": [one for one in on_the_way if not one.is_to_print],
        "others": list(_others(own, found)),
        "mandates": [_linked(one) for one in found["mandates"]],
        "mandate": page_of("rangkap mandate"),
    }
    status = 409 if any(not one["is_done"] for one in outcomes) else 400 if shown["nothing"] else 200
    return render(request, "web/chair_desk.html", shown, status=status)


def _row(request: HttpRequest, one: Waiting) -> dict[str, Any]:
    letter = one.letter
    return {
        "row": one,
        "letter": letter,
        "kind": KINDS[letter.kind],
        "age": _age(one.age),
        "is_old": one.age >= timedelta(days=1),
        "url": f"{reverse('letter', args=[letter.case])}?surat={letter.id}",
        "is_looked": _is_looked(request, one),
        "may_tick": _is_looked(request, one) and not one.edits and not one.is_of_other,
    }


def _is_looked(request: HttpRequest, one: Waiting) -> bool:
    return looked.has(request, one.letter.id, one.letter.revision, one.letter.version)


def _was_read(request: HttpRequest, one: Waiting) -> bool:
    """Tell whether the desk from which the form was sent showed this very version. Raises VersionUnread."""
    return versions.read(request.POST, f"version-{one.letter.id}") == one.letter.version


def _age(age: timedelta) -> Text:
    """Return how long something has waited, in words."""
    minutes = max(0, int(age.total_seconds() // 60))
    for size, unit_id, unit_en in ((1440, "hari", "days"), (60, "jam", "hours")):
        if minutes >= size:
            count = minutes // size
            return Text(f"{count} {unit_id}", f"{count} {unit_en if count > 1 else unit_en[:-1]}")
    return Text(f"{minutes} menit", f"{minutes} minutes")


def _approved(request: HttpRequest, own: Desk, rows: tuple[Waiting, ...]) -> list[dict[str, Any]]:
    """Approve the drafts that were ticked, each as it was looked at; return what became of each."""
    wanted = set(request.POST.getlist("letter"))
    seen = {
        one.letter.id: Read(one.letter.revision, one.letter.version)
        for one in rows
        if one.letter.id in wanted and _is_looked(request, one) and _was_read(request, one)
    }
    lang = language(request)
    found = batch.approve_all(own, list(seen), seen) if seen else []
    outcomes = [
        {
            "letter": letter,
            "case": one.case,
            "is_done": one.letter is not None,
            "number": one.letter.number if one.letter else "",
            "why": refusals.told(one.error, lang) if one.error else "",
        }
        for letter, one in zip(seen, found, strict=True)
    ]
    told = {one["letter"] for one in outcomes}
    said = texts.ALL["desk.not_looked"].fill(lang)
    unseen = [
        {"letter": each[:40], "case": "", "is_done": False, "number": "", "why": said}
        for each in sorted(wanted - told)
    ]
    return outcomes + unseen


def _others(own: Desk, found: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[Text, list[dict[str, Any]]]]:
    for name in _OTHERS:
        rows = [_linked(one) for one in found.get(name, ()) if one.get("next")]
        if rows:
            yield texts.ALL[f"desk.other.{name}"], rows


def _linked(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of what waits with the page where it is decided, or that of its case."""
    case = str(row.get("case", ""))
    return row | {
        "said": str(row.get("waits") or row.get("said") or row.get("id") or case),
        "url": page_of(str(row.get("next", "")), case) or (reverse("case", args=[case]) if case else ""),
    }


def next_draft(own: Desk) -> str:
    """Return where the oldest draft that waits is read, or nothing."""
    first = next(iter(chair_desk.drafts(own)), None)
    return f"{reverse('letter', args=[first.letter.case])}?surat={first.letter.id}" if first else ""
