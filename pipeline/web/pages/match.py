"""Step 11: scans of our papers without a readable code."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pipeline.cases.fields.decisions import REASON
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.lookup.kinds import Arrival, ArrivalState
from pipeline.office.answer import match as matching
from pipeline.office.answer.match import CODE, accept_scan, match_scan
from pipeline.office.arrivals.dismiss import put_scan_aside
from pipeline.office.arrivals.edit_presence import MATCHERS
from pipeline.office.arrivals.proposals import Proposal
from pipeline.office.base import stored
from pipeline.office.base.session import Session
from pipeline.office.base.value_labels import word_of
from pipeline.office.engine.perform import perform
from pipeline.office.overview import own_papers
from pipeline.web import edit_conflict, refusals
from pipeline.web.labels import paper_label, upper
from pipeline.web.middleware import STATUS
from pipeline.web.session import language, say, session_of
from pipeline.web.versions import is_recoverable

VERB = "match"
_SAID = {
    "letter": N_("{kind} {id}, copy {copy}"),
    "sheet": N_("Sheet {id}: {kind}"),
    "receipt": N_("Receipt {id}: {kind}"),
    "page": N_("Register page {id}, copy {copy}"),
}


@require_http_methods(["GET", "POST"])
def match(request: HttpRequest, agenda: str) -> HttpResponse:
    """Match a scan with an awaited paper, or put it aside."""
    session = session_of(request, VERB, MATCHERS)
    scan, likely = matching.scan(session, agenda)
    if edit_conflict.LEAVE in request.POST:
        return edit_conflict.leave(session, VERB, agenda)
    paper, reason = request.POST.get("paper", ""), request.POST.get("reason", "").strip()
    text = matching.code_of(session, paper) or request.POST.get("text", "").strip()
    if request.method == "POST" and not text and "aside" not in request.POST:
        return _page(
            request,
            session,
            scan,
            likely,
            N_(
                "Choose the paper, or type the code at its foot. If the scan is of no use, put it "
                "aside with a reason."
            ).fill(language(request)),
            400,
        )
    if scan.state in matching.MAY_BE_OURS and (
        at_work := edit_conflict.begin(request, session, VERB, agenda)
    ):
        return at_work
    if request.method == "GET":
        return _page(request, session, scan, likely)
    name, why = paper_label(scan, language(request)), {REASON: reason} if reason else {}
    act, given = accept_scan if why else match_scan, {CODE: text, **why}
    done = N_("Scan {item} is matched with {paper}.")
    if "aside" in request.POST:
        act, given, done = put_scan_aside, why, N_("Scan {item} is put aside; its file is kept.")
    try:
        detail = perform(act, session, scan.id, given).told
    except Refusal as trouble:
        if trouble.code == "office.copy_in_doubt":
            message = N_(
                "Not taken as a signed paper yet: {reason}. Look at the paper. If it is signed in "
                "ink, write what you see under “Reason” and press the button once more; the reason "
                "is kept."
            ).fill(language(request), reason=trouble.fields["reason"])
            return _page(request, session, scan, likely, message, 409, in_doubt=True)
        if trouble.status not in STATUS or not is_recoverable(trouble, is_sought=True):
            raise
        message = refusals.message(trouble, language(request))
        return _page(request, session, scan, likely, message, STATUS[trouble.status])
    say(request, done, item=name, paper=detail.get("letter"))
    return redirect("home")


def _page(
    request: HttpRequest, session: Session, scan: Arrival, likely: Proposal | None, message: str = "", status: int = 200, *, in_doubt: bool = False
) -> HttpResponse:  # fmt: skip
    lang, post = language(request), request.POST
    shown: dict[str, Any] = {
        "item": scan.agenda or scan.id,
        "name": paper_label(scan, lang),
        "why": _why(scan, lang),
        "do": (
            N_(
                "If this paper counts, choose it, write what you see under “Reason”, and press “Yes, "
                "this is the paper”. If not, put it aside and say why."
            )
            if scan.code
            else N_("Look at the paper, then choose which one it is, or type its code.")
        ),
        "pages": range(1, max(1, scan.pages) + 1) if scan.has_pages else (),
        "waits": _papers(session, scan, likely, post.get("paper", ""), lang),
        "text": post.get("text", ""),
        "reason": post.get("reason", ""),
        "likely": _likely(likely, lang),
        "said": message,
        "in_doubt": in_doubt,
        "can_match": scan.state in matching.MAY_BE_OURS,
        "can_put_aside": scan.state == ArrivalState.UNMATCHED,
    }
    return render(request, "web/match.html", shown, status=status)


def _why(arrival: Arrival, lang: str) -> str:
    paper = own_papers.of(arrival)
    read = N_(
        "The code at the foot of the page could not be read, so it is not known which paper this is."
    ).fill(lang)
    if paper is not None:
        read = N_("Its code was read: {paper}.").fill(lang, paper=paper.name.fill(lang))
    return " ".join(filter(None, (read, upper(stored.note(arrival.note).fill(lang)))))


def _papers(
    session: Session, scan: Arrival, likely: Proposal | None, chosen: str, lang: str
) -> list[dict[str, Any]]:
    code = ids.read_code(scan.code) if scan.code else None
    guess = {(likely.letter, likely.copy), (likely.letter, None)} if likely else set()
    guess |= {(code.letter, code.copy)} if code else {(scan.letter, None)} if scan.letter else set()
    rows = [
        _row(waited, lang) | {"is_likely": bool({(waited.id, waited.copy), (waited.id, None)} & guess), "is_chosen": waited.key == chosen}
        for waited in matching.all_of(session)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: not row["is_likely"])


def _row(waited: matching.Waited, lang: str) -> dict[str, Any]:
    words: Mapping[str, str] = {"letter": "letter_kind", "sheet": "sheet_kind", "receipt": "sheet_kind"}
    kind = word_of(words[waited.what], waited.kind).fill(lang) if waited.what in words else ""
    text = _SAID[waited.what].fill(lang, kind=kind, id=waited.id, copy=waited.copy)
    picture = (
        reverse("letter-page", args=[waited.case, waited.id, waited.copy, 1])
        if waited.what == "letter"
        else ""
    )
    return {"key": waited.key, "said": text, "number": waited.number, "case": waited.case, "picture": picture}


def _likely(likely: Proposal | None, lang: str) -> str:
    if likely is None:
        return ""
    words = N_("Maybe letter {letter} ({why}, {sure} %).")
    if likely.copy:
        words = N_("Maybe copy {copy} of letter {letter} ({why}, {sure} %).")
    return words.fill(
        lang,
        letter=likely.letter,
        copy=likely.copy or "",
        why=likely.why,
        sure=round(100 * likely.confidence),
    )
