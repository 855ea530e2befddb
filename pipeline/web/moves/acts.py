"""The declared acts (:mod:`pipeline.office.acts`) as moves of a case, until every move is one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.lookup import access
from pipeline.lookup.kinds import Arrival
from pipeline.office.acts import ACTS
from pipeline.office.engine.declare import Act, Thing
from pipeline.office.engine.perform import look_over, open_act, perform
from pipeline.web.moves.base import LOOKED, At, Done, Move, Seen, Summary


def _move(act: Act) -> Move:
    def opened(at: At) -> Seen:
        now = open_act(at.desk, act, at.number, at.about)
        shown, is_arrival = now.shown, isinstance(now.thing, Arrival)
        return Seen(
            None if is_arrival else now.case, now.fields, now.known, version=now.version, notes=shown.notes, alarm=shown.alarm, next=shown.next,
            pictures=pages_of(now.arrival) if is_arrival else (),
        )  # fmt: skip

    def done(at: At, answers: Mapping[str, Any]) -> Done:
        given = {name: value for name, value in answers.items() if name != LOOKED}
        result = perform(act, at.desk, at.number, given, at.about, looked_over=answers.get(LOOKED, ""))
        return Done(result.said, next=result.next if at.number in access.closed(at.desk) else ())

    def summary(at: At, answers: Mapping[str, Any]) -> Summary:
        preview = look_over(act, at.desk, at.number, answers, at.about)
        return Summary(preview.lines, preview.stamp)

    words = act.words
    return Move(
        words.title, words.button, opened, done, act.roles, act.states, summary if act.preview else None, is_raw=True, is_compared=True, is_grave=act.is_grave,
        is_of_case=act.thing is Thing.CASE, is_of_arrival=act.thing is Thing.ARRIVAL,
    )  # fmt: skip


def pages_of(arrival: Arrival) -> list[str]:
    """Return the addresses of the pages of a document that came in; none where it has no pictures."""
    pages = range(0) if arrival.kind in ("docx", "phone", "txt") else range(1, max(1, arrival.pages) + 1)
    return [reverse("arrival-page", args=[arrival.agenda or arrival.id, page]) for page in pages]


DECLARED = {act.command: _move(act) for act in ACTS}
