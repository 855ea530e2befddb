"""``rangkap draft`` (step 10)."""

from pipeline.cases.fields.answer import NOWHERE
from pipeline.cases.fields.table import DRAFT
from pipeline.cli.call import Call
from pipeline.cli.lines import is_screen, is_terminal
from pipeline.cli.open import session_of
from pipeline.cli.prompts import answered
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.lookup.kinds import Letter
from pipeline.office.answer.draft import case_to_draft, draft_letter, sent_back, why_again
from pipeline.office.answer.recontact import BECAUSE
from pipeline.office.arrivals import kept_answers
from pipeline.office.base.optimistic_lock import with_version
from pipeline.office.engine.perform import perform

_KEPT = N_("What was typed last is offered again: its draft was refused.")  # fmt: skip
_KEEPING = N_("What you typed is kept; run it again to correct it: rangkap draft {case}")  # fmt: skip
_ON_SCREEN = N_("the reason shows where it is typed at a terminal")


def draft(call: Call) -> int:
    """Draft the answer (step 10)."""
    session, answers = session_of(call), call.answers()
    case = case_to_draft(session, call.args.case)
    _say_why(call, sent_back(case.number))
    if answers is not None or not is_terminal():
        made = perform(draft_letter, session, case.number, with_version(case, answers or {}))
    else:
        kept = kept_answers.kept(session.settings, case.number)
        if kept:
            call.say(_KEPT)
        base = {**case.values, **kept}
        if base.get("addressee_place") == NOWHERE:
            del base["addressee_place"]
        typed = answered(call, session, None, DRAFT, base)
        try:
            made = perform(draft_letter, session, case.number, with_version(case, typed))
        except Refusal:
            kept_answers.keep(session.settings, case.number, typed)
            call.say(_KEEPING, case=case.number)
            raise
    kept_answers.forget(session.settings, case.number)
    call.say(made.said)
    return call.give(dict(made.told), str(made.told["letter"]))


def _say_why(call: Call, letter: Letter | None) -> None:
    """It may name a person: to the screen, never to a log."""
    is_hidden = letter is not None and letter.reason != BECAUSE and not is_screen()
    if why := why_again(letter, _ON_SCREEN.fill(call.lang) if is_hidden else ""):
        call.say(why)
