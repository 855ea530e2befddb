"""The declared acts (:mod:`pipeline.office.acts`) as moves."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from pipeline.cases.case import Case
from pipeline.lookup import access
from pipeline.lookup.kinds import Arrival
from pipeline.office.acts import ACTS, theirs
from pipeline.office.answer.ask import BESIDE_ACTS
from pipeline.office.arrivals import view_paper
from pipeline.office.engine.declare import Act, Thing
from pipeline.office.engine.perform import Preview, look_over, open_act, perform
from pipeline.web import prints
from pipeline.web.acts.base import ABOUT, LOOKED, ActContext, ActForm, ActPage, ActResult, Link
from pipeline.web.papers import count


def _act_page(act: Act) -> ActPage:
    def opened(at: ActContext) -> ActForm:
        now = open_act(at.session, act, at.number or at.about, at.about)
        shown, pages = now.shown, [page for arrival in now.arrivals for page in pages_of(arrival)]
        return ActForm(
            now.thing if isinstance(now.thing, Case) else None, now.fields, now.known, version=now.version, notes=(*shown.typed, *shown.notes), alarm=shown.alarm, next=shown.next,
            pictures=pages or _pages(at, shown.document), proposals=shown.proposals, more=shown.more, is_over=shown.is_over,
            links=[Link(words, f"?{urlencode({ABOUT: about})}") for about, words in shown.others],
        )  # fmt: skip

    def done(at: ActContext, answers: Mapping[str, Any]) -> ActResult:
        given = {name: value for name, value in answers.items() if name != LOOKED}
        result = perform(
            act, at.session, at.number or at.about, given, at.about, looked_over=answers.get(LOOKED, "")
        )
        if act.is_printed:
            papers = (paper for name, paper in result.prints.items() if name.endswith(".pdf"))
            key = prints.keep(at.session, at.number, tuple(papers))
            return ActResult(result.said, reverse("printed", args=[key]))
        letter = result.told["letter"] if act in BESIDE_ACTS else ""
        return ActResult(
            result.said,
            url=f"{reverse('letter', args=[at.number])}?surat={letter}" if letter else "",
            next=theirs(at.session.actor, result.next)
            if is_of_office or at.number in access.closed(at.session)
            else (),
        )

    def summary(at: ActContext, answers: Mapping[str, Any]) -> Preview:
        return look_over(act, at.session, at.number, answers, at.about)

    words, is_of_office = act.words, act.thing is Thing.OFFICE
    return ActPage(
        words.title, words.button, opened, done, act.roles, act.states, summary if act.preview else None, is_compared=True, is_grave=act.is_grave,
        is_of_case=act.thing is Thing.CASE, is_of_arrival=act.thing is Thing.ARRIVAL,
    )  # fmt: skip


def pages_of(arrival: Arrival) -> list[str]:
    """The addresses of a document's page pictures."""
    pages = range(1, max(1, arrival.pages) + 1) if arrival.has_pages else ()
    return [reverse("arrival-page", args=[arrival.agenda or arrival.id, page]) for page in pages]


def _pages(at: ActContext, name: str) -> list[str]:
    if name.rpartition(".")[2] not in {"pdf", "jpg", "png", "tiff", "heic", "bmp", "webp"}:
        return []
    with view_paper.of_case(at.session, at.number, name) as paper:
        pages = count(paper)
    return [reverse("case-page", args=[at.number, name, page]) for page in range(1, pages + 1)]


def leading_to(act: Act, address: Callable[[ActContext], str]) -> ActPage:
    """A move that leads on to another page."""
    move = DECLARED[act.command]
    return replace(move, act=lambda at, answers: replace(move.act(at, answers), url=address(at)))


_ELSEWHERE = frozenset({"approve-letter", "return-letter", "take-edited", "leave-edited", "rotate-key"})
"""Done only where the letter was read, or at the server."""
DECLARED = {act.command: _act_page(act) for act in ACTS if act.command not in _ELSEWHERE}
