"""Step 8: the officer studies language and intent: words of a regional language, with their meaning beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pipeline.cases.case import Case
from pipeline.cases.fields.validate import validate
from pipeline.cases.rendering import STUDY, Rendering
from pipeline.cases.values import text
from pipeline.kernel import clock
from pipeline.office.base import fresh
from pipeline.office.base.desk import Desk, case_for
from pipeline.records import boot, cases, history

VERB = "study"


def need(desk: Desk, number: str) -> Case:
    """Return the case, if the actor may study it now. Raises NotFound, NotPossible."""
    case, _ = case_for(desk, number, VERB)
    history.looked_in(clock.now(), desk.actor, VERB, number)
    return case


def study(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Add one rendering to case ``number``; earlier ones stay. The words stand in the case, not in its history.

    Raises InvalidAnswers, and what :func:`need` raises, Stale.
    """
    case = need(desk, number)
    given = validate(fresh.need(desk, case, answers), desk.today, STUDY, desk.places).need()
    words, language, meaning, source = (
        text(given, f"dialect_{name}") for name in ("words", "language", "meaning", "source")
    )
    one = Rendering(words, language, meaning, desk.actor.account, desk.today, source)
    after = replace(case, renderings=(*case.renderings, one), version=case.version + 1)
    with boot.transact():
        cases.change(case, after)
        history.note(clock.now(), desk.actor, VERB, 8, number, count=len(after.renderings))
    return after
