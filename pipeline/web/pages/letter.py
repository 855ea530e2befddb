"""Step 11: the chair reads and decides about the letter."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pipeline.cases.fields.decisions import REASON
from pipeline.kernel.errors import Refusal, Stale
from pipeline.kernel.text import N_, Text
from pipeline.lookup import visible
from pipeline.lookup.kinds import Letter, LetterState
from pipeline.office.answer import approval, edited, preview
from pipeline.office.arrivals.edits import Edit
from pipeline.office.base.session import Session, need_role
from pipeline.office.engine.perform import perform
from pipeline.office.letters import templates
from pipeline.office.overview import signed_letter
from pipeline.web import refusals, temp_files, versions
from pipeline.web.pages.chair import next_draft
from pipeline.web.papers import attached, drawn, pages_of
from pipeline.web.session import language, say, session_of

SCREEN, PAPER = 110, 200
_LOOKED = "looked"
"""Draft revisions looked at in this session, for approval."""


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, number: str) -> HttpResponse:
    """Show the letter; take a decision."""
    session, trouble, lang = session_of(request), "", language(request)
    if request.method == "POST":
        try:
            return _decided(request, session, number)
        except Refusal as error:
            message = refusals.kept(error, lang)
            trouble = (
                N_(
                    "This letter changed after the page was opened, so your decision is not recorded. "
                    "Below is what it is now: read it first, then decide again."
                ).fill(lang)
                if isinstance(error, Stale)
                else message
            )
    wanted = request.GET.get("surat", "") or request.POST.get("letter", "")
    try:
        seen = preview.preview(session, number, wanted)
    except Refusal as error:
        is_over = error.code == "office.no_letter" and request.method == "GET"
        over = signed_letter.newest(session, number, wanted) if is_over else ""
        if not over:
            raise
        return redirect("letter-signed", number, over)
    is_draft = seen.letter.state in (LetterState.DRAFTED, LetterState.RETURNED)
    copies = [(copy, pages_of(preview.paper_of(session, number, seen.letter.id, copy)[1])) for copy in (1, 2)]
    if request.method == "GET" and is_draft:
        looked = request.session.get(_LOOKED, {})
        request.session[_LOOKED] = looked | {seen.letter.id: [seen.letter.revision, seen.letter.version]}
    listed = preview.listed(seen.letter)
    waits = seen.letter.state == LetterState.DRAFTED
    is_approved = seen.letter.state == LetterState.APPROVED
    shown = {
        "case": number,
        "seen": seen,
        "copies": copies,
        "findings": [finding.fill(lang) for finding in seen.findings],
        "changes": [change.to_json(lang) for change in seen.changes],
        "proposed": seen.proposed(lang),
        "corrected": _corrected(seen.letter, session),
        "edits": [_edit(edit, lang, request.path) for edit in seen.edits],
        "revisions": listed,
        "made": next(iter(listed), None),
        "is_draft": is_draft,
        "may_decide": waits and session.actor.is_any(*edited.CHAIRS),
        "is_approved": is_approved,
        "may_return": is_approved and session.actor.is_any(*edited.CHAIRS),
        "may_edit": is_draft and session.actor.is_any(*edited.EDITORS),
        "state_words": _STATES[LetterState(seen.letter.state)],
        "trouble": trouble,
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "web/letter.html", shown, status=409 if trouble else 200)


_STATES = {
    LetterState.DRAFTED: N_("waits for approval"),
    LetterState.RETURNED: N_("returned"),
    LetterState.APPROVED: N_("approved"),
    LetterState.SIGNED: N_("signed"),
    LetterState.WITHDRAWN: N_("withdrawn", "letter"),
    LetterState.VOID: N_("void"),
}


def _edit(edit: Edit, lang: str, here: str) -> dict[str, Any]:
    reasons = [
        refusals.with_next((why.shown or why.said).fill(lang), why.next, here) for why in edit.why_idle
    ]
    return preview.edit_to_json(edit, lang) | {"reasons": reasons}


def _corrected(drafted: Letter, session: Session) -> list[dict[str, Text | str]]:
    texts = {} if drafted.edited else drafted.context.get(preview.CORRECTED, {})
    return [
        {"title": templates.title_of_clause(session.settings, name), "says": text}
        for name, text in texts.items()
    ]


_ACTS = {
    "approve": approval.approve_letter, "return": approval.return_letter, "take": edited.take_edited, "leave": edited.leave_edited,
}  # fmt: skip

_DONE = {
    "approve": N_("Letter {letter} is approved as {number}. Next: print both copies and sign them."),
    "return": N_(
        "Letter {letter} revision {revision} is returned to the officer, who sees the reason with the draft."
    ),
    "take": N_("The edit is taken: letter {letter} is now revision {revision} and waits for your decision."),
}


def _decided(request: HttpRequest, session: Session, number: str) -> HttpResponse:
    need_role(session, "review", edited.CHAIRS)
    visible.case(session, number)
    post = request.POST
    wanted, item, reason = (post.get(name, "").strip() for name in ("letter", "item", "reason"))
    decision = versions.decision(post, _ACTS)
    read: dict[str, object] = {
        approval.REVISION: versions.read(post, "revision"),
        approval.VERSION: versions.read(post, "version"),
    }
    if decision == "approve" and request.session.get(_LOOKED, {}).get(wanted) != list(read.values()):
        raise Refusal("office.not_looked_at", letter=wanted[:40])
    if decision in ("return", "leave"):
        read[REASON] = reason
    about = f"{wanted} {item}" if decision in ("take", "leave") else wanted
    result = perform(_ACTS[decision], session, number, read, about)
    if decision == "leave":
        say(request, N_("The edit is left; its file is kept."))
        return redirect(f"{request.path}?surat={wanted}")
    made = visible.letter(session, str(result.told["letter"]))
    say(request, _DONE[decision], letter=made.id, number=made.number or "–", revision=made.revision)
    if decision == "take":
        return redirect(f"{request.path}?surat={made.id}")
    return redirect(next_draft(session) or "chair-desk")


@require_GET
def page(request: HttpRequest, number: str, letter: str, copy: int, page: int) -> HttpResponse:
    """Draw a page of a draft (copy 0) or a copy."""
    is_print = "cetak" in request.GET
    _, pdf = preview.paper_of(session_of(request), number, letter, copy, is_print=is_print)
    return drawn(pdf, page, PAPER if is_print else SCREEN)


@require_POST
def word(request: HttpRequest, number: str) -> HttpResponse:
    """Give the draft out as a Word file."""
    session = session_of(request)
    with temp_files.folder(session.settings) as folder:
        path = edited.take_out(session, number, folder, request.POST.get("letter", ""))
        return attached(path.read_bytes(), path.name)
