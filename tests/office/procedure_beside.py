"""The moves beside the straight way: the victim is told, words are studied, an edit is taken, a case divided or voided.

Each door is typed as those of :mod:`tests.office.procedure_doors`. :func:`need_told` says what must be in the history
and in the case afterwards, whatever was done between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pipeline.cases.fields.informing import OFFICE, STOP
from pipeline.cases.states import Progress, step_line
from pipeline.kernel.errors import Refusal
from pipeline.letters.edited import to_edit
from pipeline.office.answer import edited
from pipeline.office.base import keys
from pipeline.office.base.session import Session
from pipeline.office.cases import inform, transcribe
from pipeline.office.delivery import divide, report, void_case
from pipeline.office.engine.perform import perform
from pipeline.office.letters import letter_files
from pipeline.records import cases, history, letters
from pipeline.records.history import Act
from pipeline.records.letters import Letter, LetterState
from tests.office import decided
from tests.office.bureau import CHAIR, OFFICER
from tests.office.word import with_words
from tests.street import further_answers as say

if TYPE_CHECKING:
    from tests.office.procedure_driver import Driver

REASON = "sebab yang ditulis"
ASKED_AT_ONCE: Mapping[str, tuple[str, ...]] = {
    "explore": ("summary",),
    "explain": ("services_explained",),
    "advise": ("advice", "caller_answer"),
}
"""Moves without a door of their own: what a call is asked while it is registered, and what can be left out of it."""
_TOLD = {"informed_outcome": "disampaikan", "share_with": "kepolisian", "consent_by": "korban"}
_WISHES = ("ingin dilanjutkan", STOP)
_ROUTES = {"surat": "surat", "telepon": "telepon", "titip": "orang kepercayaan"}
_INCOMING = re.compile(r"(?:surat-masuk|catatan-telepon)(?:-\d+)?\.[a-z]+")
_OPEN = (LetterState.DRAFTED, LetterState.RETURNED)


def _inform(m: Driver, case: str, session: Session, lacks: str) -> object:
    """Tell her by the safe route, or as she comes by herself once she wanted no more contact."""
    m.calls += 1
    values = cases.get(case).values
    has_stopped = values.get("victim_wish") == STOP
    safe = _ROUTES.get(str(values.get("safe_contact_way")), OFFICE)
    way = OFFICE if has_stopped else safe
    if lacks == "safe_contact":
        way = safe if has_stopped else "orang kepercayaan"
    answers = _TOLD | {"informed_way": way, "victim_wish": _WISHES[m.calls % len(_WISHES)]}
    return perform(inform.inform_victim, session, case, {k: v for k, v in answers.items() if k != lacks})


def _study(m: Driver, case: str, session: Session, lacks: str) -> object:
    m.calls += 1
    answers = {
        "dialect_words": f"kada wani bulik ({m.calls})",
        "dialect_language": "Banjar",
        "dialect_meaning": "takut",
    }
    return perform(transcribe.study_language, session, case, {k: v for k, v in answers.items() if k != lacks})


def edit_of(m: Driver, letter: Letter, made_from: int) -> bytes:
    """Return a revision of a draft as somebody edited it."""
    _, key = keys.newest(m.bureau.settings, keys.CODE)
    out = to_edit(letter_files.draft_of(m.bureau.settings, letter), letter.id, made_from, key)
    return with_words(out, f"Mohon membawa surat ini bila datang ({m.calls}).")


def _take_edited(m: Driver, case: str, session: Session, lacks: str) -> object:
    """Have the officer edit the newest draft, and take it; an edit that is not taken is left by the chair."""
    m.calls += 1
    drafts = [draft.id for draft in letters.of_case(case) if draft.state in _OPEN]
    letter = letters.get(drafts[-1]) if drafts else None
    if letter is None:
        return decided.take(session, case)
    made_from = letter.revision - 1 or 7 if lacks == "newest" else letter.revision
    path = m.home / "var" / f"suntingan-{m.calls}.docx"
    path.write_bytes(edit_of(m, letter, made_from))
    came = edited.give(m.session(OFFICER), case, path).arrival.id
    try:
        return decided.take(m.session(session.actor.account), case, came, letter.id)
    except Refusal:
        decided.leave(m.session(CHAIR), case, came, REASON, letter.id)
        raise


def _divide(m: Driver, case: str, session: Session, lacks: str) -> object:
    m.calls += 1
    names = [document.logical for document in cases.documents(case) if _INCOMING.fullmatch(document.logical)]
    given = {k: v for k, v in say.CALL_WITH_ADDRESS.items() if v != ""} | {
        "summary": f"Perkara lain {m.calls}."
    }
    chosen = [] if lacks == "documents" else names[: 1 + m.calls % 2]
    why = "" if lacks == "reason" else REASON
    return perform(divide.divide_case, session, case, given | {"chosen": chosen, "reason": why})


DOORS = {
    "inform": _inform,
    "study": _study,
    "take_edited": _take_edited,
    "divide": _divide,
    "void": lambda m, case, session, lacks: perform(
        void_case.void_case, session, case, {"reason": "" if lacks == "reason" else REASON}
    ),
    "report": lambda m, case, session, lacks: report.put_out(session, case, m.home / "var" / "cetak"),
}
LACKING: dict[str, tuple[str, ...]] = {
    "inform": ("safe_contact", "informed_outcome", "share_with"),
    "study": ("dialect_words",),
    "take_edited": ("newest",),
    "divide": ("reason", "documents"),
    "void": ("reason",),
}
LOOKS = {"report": "report print"}
"""Moves that change nothing: a print of what is there, and the line of the access log that says so."""


def need_told(case: str) -> None:
    """Need that history and case say the same of what was told, studied, edited and divided."""
    acts = history.of_case(case)
    _need_wishes(case, acts)
    studied = sum(1 for act in acts if act.verb == "study")
    assert len(cases.get(case).renderings) == studied, f"{case}: {studied} times studied"
    for act in acts:
        if act.verb == "take_edited":
            newest = act.detail["revision"] - 1
            assert act.detail["made_from"] == newest, f"{act.subject}: an edit of an older revision was taken"
        elif act.verb == "divide":
            _need_part(case, act.detail)
    channel = cases.get(case).channel
    line = step_line(cases.get(case).state, cases.get(case).values, [act.verb for act in acts])
    done = {step.number for step in line if step.progress is Progress.DONE}
    assert channel != "phone" or {2, 3, 4} <= done, f"{case}: steps 2 to 4 of a call: {sorted(done)}"
    assert not any(act.verb == "inform" for act in acts) or 5 in done, (
        f"{case}: she was told, and step 5 is open"
    )


def _need_wishes(case: str, acts: Sequence[Act]) -> None:
    """Need that she was reached by her own way alone, not at all once she said so, and that her last word stands."""
    values = cases.get(case).values
    informed = [act for act in acts if act.verb == "inform"]
    ways = {OFFICE, _ROUTES[str(values["safe_contact_way"])]}
    assert {act.detail["way"] for act in informed} <= ways, f"{case}: told by a way that is not safe"
    for before, after in pairwise(informed):
        is_left_alone = before.detail["wish"] != STOP or after.detail["way"] == OFFICE
        assert is_left_alone, f"{case}: reached although she wanted no more contact"
    wish = informed[-1].detail["wish"] if informed else None
    assert values.get("victim_wish") == wish, f"{case}: her last word was {wish}"
    assert (values.get("share_with") is not None) == bool(informed), f"{case}: consent without being told"


def _need_part(case: str, detail: Mapping[str, Any]) -> None:
    """Need that both parts of a divided case hold the documents chosen, and that both histories say so."""
    new = str(detail["new"])
    assert [act.detail["act"] for act in history.of_case(new) if act.verb == "divided_from"] == [
        detail["act"]
    ]
    here, there = ({paper.logical: paper.sha512 for paper in cases.documents(part)} for part in (case, new))
    chosen = {here[name] for name in detail["documents"]}
    assert chosen <= set(there.values()), f"{case}, divided: {new} lacks a document"
