"""What waits, sent again only where it changed."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET

from pipeline.cases.states import REGISTER_ROLES
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, NOTHING
from pipeline.lookup.kinds import WAITING, ArrivalState
from pipeline.office.arrivals import hand_in
from pipeline.office.arrivals.edit_presence import MATCHERS
from pipeline.office.base.session import READERS, Session
from pipeline.office.base.stored import refusal
from pipeline.office.overview import case_next, find, own_papers, todo_rows
from pipeline.web import menu
from pipeline.web.labels import age, upper
from pipeline.web.links import address_of
from pipeline.web.session import language, session_of

Row = dict[str, Any]

FURTHER = {
    "begun": N_("Begun and not registered"),
    "contacts": N_("Contact with victims"),
    "dangers": N_("Danger words"),
    "clocks": N_("Clocks of the law"),
    "due": N_("Due"),
    "requests": N_("Requests for clarification"),
    "overtaken": N_("Letters overtaken"),
    "statements": N_("Statements about copy 1"),
    "receipts": N_("Receipts"),
    "victims_copies": N_("Copies for victims"),
    "further": N_("Further letters"),
    "emptied": N_("Cases without their letter"),
    "simfoni": N_("Entry into SIMFONI-PPA"),
    "erasures": N_("Requests for erasure"),
    "senders": N_("Decisions about senders"),
    "asked": N_("Requests for information"),
    "confirmations": N_("To be signed afterwards"),
    "conflicts": N_("Conflicts of interest"),
    "mandates": N_("Mandates"),
    "pages": N_("Register pages", "inbox"),
    "disposals": N_("Disposal"),
}
LISTS = {
    "letters": N_("Letters"),
    "papers": N_("Papers of our own"),
    "cases": N_("Cases"),
    **FURTHER,
    "refused": N_("Refused"),
    "repeats": N_("Received again"),
}
_TITLES = {"crises": N_("Crises"), **LISTS}
ORDER = {
    Role.CHAIR: (
        "crises",
        "senders",
        "confirmations",
        "asked",
        "cases",
        "statements",
        "conflicts",
        "mandates",
        "letters",
        "papers",
    ),
    Role.CLERK: (
        "crises",
        "begun",
        "letters",
        "papers",
        "refused",
        "repeats",
        "contacts",
        "receipts",
        "cases",
    ),
    Role.OFFICER: (
        "crises",
        "cases",
        "contacts",
        "dangers",
        "clocks",
        "due",
        "requests",
        "papers",
        "letters",
    ),
    Role.ARCHIVIST: (
        "crises",
        "disposals",
        "erasures",
        "simfoni",
        "pages",
        "emptied",
        "papers",
        "cases",
        "letters",
    ),
}
"""First lists of each role; the first matching role counts."""
FEW, MOST = 25, 500
"""Rows shown of a list, and of one shown whole."""
_OWN = (
    "crises", "cases", "statements", "senders", "confirmations", "conflicts", "mandates", "contacts", "dangers", "clocks", "due", "requests",
    "disposals",
)  # fmt: skip
_DO = {
    str(ArrivalState.DECISION): N_("Type in the decision"),
    str(ArrivalState.EDITED): N_("Read the draft", "inbox"),
}
_FIRST_FOR_CHAIR = ("konsep diajukan", "terdaftar", "terverifikasi")


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What waits, or the other pages of an account without case work."""
    session = session_of(request)
    if not session.actor.is_any(*READERS):
        return render(request, "web/home.html", {"is_reader": False, "ways": _ways(request, session)})
    piece, seen, counts = _piece(request, session, again=False)
    whole = request.GET.get("semua", "")
    return render(
        request,
        "web/home.html",
        {
            "is_reader": True,
            "piece": piece,
            "seen": seen,
            "counts": counts,
            "whole": whole if whole in LISTS else "",
            "may_hand_in": _may_register(session),
        },
    )


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """The list alone, if unlike the page's (``seen``)."""
    session = session_of(request)
    if not session.actor.is_any(*READERS):
        return HttpResponse("")
    piece, seen, counts = _piece(request, session, again=True)
    if seen == request.GET.get("seen"):
        return HttpResponse(status=204)
    return render(request, "web/waiting_new.html", {"piece": piece, "seen": seen, "counts": counts})


def _piece(request: HttpRequest, session: Session, *, again: bool) -> tuple[str, str, dict[str, int]]:
    """The list, its digest, and the rows of its parts."""
    shown = _shown(session, language(request), request.GET.get("semua", ""), again=again)
    piece = render_to_string("web/waiting.html", shown, request)
    counts = {name: shown["counts"][name] for name in ("letters", "papers", "cases")}
    return piece, blake2b(piece.encode(), digest_size=8).hexdigest(), counts


def _shown(session: Session, lang: str, whole: str, *, again: bool) -> dict[str, Any]:

    def few(name: str, rows: Sequence[Row]) -> Sequence[Row]:
        return rows[: MOST if name == whole else FEW]

    rows = find.todo(session, again=again)
    repeats = todo_rows.repeat_rows(session) if session.actor.is_any(Role.CLERK) else []
    waits = {str(state) for state in WAITING}
    letters = [row for row in rows["arrivals"] if row["state"] in waits]
    papers = [row for row in rows["arrivals"] if row["state"] not in waits]
    ours = own_papers.named(session, *(row["id"] for row in few("papers", papers)))
    shown = letters if _may_register(session) else [letter for letter in letters if letter["danger"]]
    held = {name: rows[name] for name in FURTHER if rows[name]}
    counts = {name: len(listed) for name, listed in held.items()}
    counts |= {"letters": len(shown), "papers": len(papers), "cases": len(rows["cases"])}
    first = next((names for role, names in ORDER.items() if session.actor.is_any(role)), ())
    names = [*first, *(name for name in LISTS if name not in first)]
    return {
        "is_empty": not any(rows.values()),
        "may_register": _may_register(session),
        "may_match": session.actor.is_any(*MATCHERS),
        "pause": hand_in.stands_still(session.settings),
        "crises": rows["crises"],
        "letters": [_document(row, ours, lang) for row in few("letters", shown)],
        "others": len(letters) - len(shown),
        "is_free": not any(rows[name] for name in _OWN),
        "papers": [_document(row, ours, lang) for row in few("papers", papers)],
        "cases": _cases(session, rows["cases"], few),
        "refused": [row | {"reason": refusal(row["reason"]).fill(lang)} for row in rows["refused"]],
        "repeats": repeats,
        "order": [
            (
                name,
                _TITLES[name],
                [_line(row) for row in few(name, held.get(name, ()))],
                counts.get(name, 0),
            )
            for name in names
        ],
        "counts": counts,
        "whole": whole,
        "few": FEW,
        "most": MOST,
    }


def _may_register(session: Session) -> bool:
    return session.actor.is_any(*REGISTER_ROLES)


def _document(row: dict[str, Any], papers: Mapping[str, own_papers.OwnPaper], lang: str) -> dict[str, Any]:
    item = row["agenda"] or row["id"]
    paper = papers.get(row["id"])
    return row | {
        "item": item,
        "age": age(row["received"], lang),
        "note": "" if paper and paper.do else row["note"],
        "has_picture": row["kind"] in ("pdf", "jpeg", "png", "tiff", "heic", "bmp", "webp"),
        "to": address_of(row["next"]),
        "is_to_match": row["state"] == str(ArrivalState.UNMATCHED),
        "paper": upper(paper.name.fill(lang)) if paper else "",
        "do": (paper.do if paper else None) or _DO.get(row["state"], N_("Go on")),
        "case": reverse("case", args=[paper.case]) if paper and paper.case else "",
    }


def _cases(
    session: Session, rows: list[Row], few: Callable[[str, Sequence[Row]], Sequence[Row]]
) -> list[dict[str, Any]]:
    if session.actor.is_any(Role.CHAIR):
        first = {state: place for place, state in enumerate(_FIRST_FOR_CHAIR)}
        rows = sorted(rows, key=lambda row: first.get(row["state"], len(first)))
    if session.actor.is_any(Role.OFFICER):
        account = session.actor.account
        rows = sorted(
            [row | {"is_own": row["officer"] == account} for row in rows], key=lambda row: not row["is_own"]
        )
    rows = list(few("cases", rows))
    coming = case_next.next_for(session, [row["case"] for row in rows])
    return [row | _next(row["case"], coming.get(row["case"])) for row in rows]


def _next(case: str, coming: case_next.Action | None) -> dict[str, Any]:
    if coming is not None and coming.is_mine and (to := address_of((coming.next,))):
        return {"to": to, "label": coming.label, "is_turn": True}
    return {"to": reverse("case", args=[case]), "label": N_("Open the case")}


def _line(row: dict[str, Any]) -> dict[str, Any]:
    case = str(row.get("case") or "")
    about = str(row.get("letter") or row.get("page") or row.get("list") or row.get("account") or "")
    return {
        "case": case,
        "about": about if about != case else "",
        "waits": row.get("waits", NOTHING),
        "to": address_of(row.get("next", ())),
    }


def _ways(request: HttpRequest, session: Session) -> list[dict[str, str]]:
    lang = language(request)
    return [
        {"to": to, "label": entry.title.fill(lang), "said": entry.told.fill(lang)}
        for entry, to, _ in menu.entries(request, session)
        if entry.told
    ]
