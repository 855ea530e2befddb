"""The copy for the victim (UU 12/2022): chosen documents, other people blacked out.

Officer or clerk proposes it after looking at every page; the chair decides;
:mod:`pipeline.office.victims.victims_copy_hand` hands it over. Its code is like ``D-2026-0042-7``. A kill
leaves the revision before, or nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import CHOSEN, REASON, lines, maybe_some_of, reason, some_of
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values, text
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, need_folder, put_files
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.letters.copies import make_code
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import keys
from pipeline.office.base.document_kinds import in_words
from pipeline.office.base.session import Session, case_to_read, may_not, need_role
from pipeline.office.engine.declare import Blocker, CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy_choice import (
    is_usable,
    need_choosable,
    need_still,
    options,
    working,
)
from pipeline.office.victims.victims_copy_files import Plan
from pipeline.office.victims.victims_copy_pages import changed, framed, painted, read
from pipeline.records import boot, sheets
from pipeline.records.sheets import CopyState, Sheet, SheetKind

MAKERS = frozenset({Role.CLERK, Role.OFFICER})
SEERS = MAKERS | {Role.CHAIR}
VERB = "victims_copy"
TAKEN_OFF, ADDED = "taken_off", "added"
THERE = (CopyState.PROPOSED, CopyState.RETURNED)
LOOKED_AT = (*THERE, CopyState.WAITING)
"""Copies whose pages can be looked at."""
_OPEN = (CopyState.MAKING, *THERE)
_BUSY = (CopyState.WAITING, CopyState.APPROVED)
UNDER_WAY = frozenset({*THERE, *_BUSY})
"""No other copy may be asked for."""


@dataclass(frozen=True)
class CopyWithPlan:
    """A copy and its plan."""

    sheet: Sheet
    plan: Plan | None


def copies_of(case: str) -> list[Sheet]:
    """The copies of ``case``, oldest first."""
    return [sheet for sheet in sheets.of_case(case) if sheet.kind == SheetKind.COPY]


def the_copy(case: str, *states: CopyState) -> Sheet:
    """The newest copy in one of ``states``."""
    copies = [copy for copy in copies_of(case) if copy.state in states]
    if not copies:
        raise Refusal("office.no_victims_copy", case=case, state=" / ".join(states))
    return copies[-1]


def stands(*states: CopyState) -> Blocker:
    """No copy is in one of ``states``."""

    def blocker(_session: Session, file: CaseFile) -> Refusal | None:
        try:
            the_copy(file.case.number, *states)
        except Refusal as error:
            return error
        return None

    return blocker


def shows(state: CopyState, *notes: Text) -> Callable[[Session, CaseFile], Shown]:
    """Which copy an act is about, and ``notes``."""
    message = N_("Copy {copy}.")
    return lambda _session, file: Shown((message.of(copy=the_copy(file.case.number, state).id), *notes))


def seen(session: Session, number: str) -> tuple[Case, list[CopyWithPlan]]:
    """Copies under way have plans; the look is recorded."""
    need_role(session, "copy", SEERS)
    case = case_to_read(session, number, VERB)
    return case, [CopyWithPlan(copy, _plan(session, copy)) for copy in copies_of(number)]


def _plan(session: Session, copy: Sheet) -> Plan | None:
    is_open = copy.state in LOOKED_AT
    return files.plan_of(session.settings, copy.case, copy.id, copy.revision) if is_open else None


def is_under_way(session: Session, file: CaseFile) -> Refusal | None:
    """A usable copy waits for chair or victim."""
    number = file.case.number
    busy = [copy for copy in copies_of(number) if copy.state in _BUSY and is_usable(session.settings, copy)]
    if not busy:
        return None
    return Refusal("office.copy_under_way", case=number, copy=busy[-1].id, state=busy[-1].state)


def _documents(_session: Session, file: CaseFile) -> tuple[Field, ...]:
    may = [(option.name, in_words(option.name)) for option in options(file.case) if option.why_not is None]
    hint = N_("What is to be blackened is proposed from these; that takes a moment.")  # fmt: skip
    label = N_("Documents for the victim")
    return (some_of(CHOSEN, label, hint, may, proposed=tuple(file.about.split())),)


def _chosen(session: Session, file: CaseFile, answers: Mapping[str, Any]) -> Values:
    names = answers.get(CHOSEN) or ()
    need_choosable(file.case, [names] if isinstance(names, str) else names)
    return read_answers(session, _documents(session, file), answers)


@act(
    events=(VERB,),
    roles=MAKERS,
    words=Words(
        N_("Propose the copy for the victim"),
        N_("Make the proposal"),
        N_("Proposal {copy} is made. Look at every page."),
    ),
    asks=_documents,
    reads=_chosen,
    blocked=(is_under_way,),
)  # fmt: skip
def propose_copy(session: Session, file: CaseFile, answers: Values) -> Change:
    """Choose documents and propose what is blacked out in them.

    Replaces a proposal not sent on, and an unusable copy.
    """
    case, number = file.case, file.case.number
    chosen = need_choosable(case, answers[CHOSEN])  # type: ignore[arg-type]
    copy = ids.sheet_id(number, len(sheets.of_case(number)) + 1)
    plan, form = read(session, case, copy, chosen)
    pdf = painted(session, case, copy, plan, form)
    made = Sheet(
        id=copy,
        case=number,
        kind=SheetKind.COPY,
        made_at=to_seconds(file.moment),
        made_by=session.actor.account,
        state=CopyState.PROPOSED,
        decision=_plan_as_plain(plan),
        **_bound(session, copy, 1, pdf),
    )
    replaced = [copy for copy in copies_of(number) if copy.state in (*_OPEN, *_BUSY)]
    return Change(
        case,
        detail={"documents": [document.name for document in plan.documents]},
        subject=copy,
        writes=(
            partial(files.put, session.settings, copy, 1, plan, pdf, form),
            partial(sheets.add, made),
            *(partial(sheets.change, old, state=CopyState.GIVEN_UP) for old in replaced),
        ),
        afterwards=[partial(files.discard, session.settings, old.id) for old in replaced],
        told={"copy": copy},
        next=(Next("copy-look", number),),
    )


def _bound(session: Session, copy: str, revision: int, pdf: bytes) -> dict[str, Any]:
    key_id, key = keys.newest(session.settings, keys.CODE)
    digest = digest_bytes(pdf, "sha256")
    code = str(make_code(copy, revision, 1, key, key_id, digest))
    return {"revision": revision, "digest": digest, "key_id": key_id, "code": code}


def _plan_as_plain(plan: Plan) -> Mapping[str, Any]:
    """Documents and numbers, no words."""
    return {
        "documents": [
            {"name": document.name, "sha512": document.sha512, "pages": len(document.pages)}
            for document in plan.documents
        ],
        "pages": len(plan.pages),
        "marks": sum(len(page.marks) for page in plan.pages),
    }


@act(
    events=("victims_copy_drop",),
    roles=MAKERS,
    words=Words(
        N_("Drop the proposed copy"),
        N_("Drop it"),
        N_("Proposal {copy} is dropped."),
    ),
    shows=Shown((
        N_("The documents stay; only this proposal goes."),
    )),
    blocked=(stands(*_OPEN),),
    is_grave=True,
)  # fmt: skip
def drop_copy(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Drop a copy not sent on, with its working files."""
    copy = the_copy(file.case.number, *_OPEN)
    return Change(
        file.case,
        subject=copy.id,
        writes=(partial(sheets.change, copy, state=CopyState.GIVEN_UP),),
        afterwards=(partial(files.discard, session.settings, copy.id),),
        told={"copy": copy.id},
        next=(Next("copy", copy.case),),
    )


def _corrections(session: Session, file: CaseFile) -> tuple[Field, ...]:
    plan = _plan(session, the_copy(file.case.number, *THERE))
    marks = [
        (f"{page}.{place}", N_("{mark}").of(mark=f"{page}.{place} {mark.words} ({mark.why})"))
        for page, chosen in enumerate(plan.pages if plan else (), 1)
        for place, mark in enumerate(chosen.marks, 1)
    ]  # fmt: skip
    wrong = maybe_some_of(
        TAKEN_OFF, N_("Not to be blackened"),
        N_("Frames to take off; their numbers are on the picture."), marks,
    )  # fmt: skip
    more = lines(
        ADDED, N_("Blacken also"),
        N_("One line (or semicolon) each: its words, or its place as PAGE: LEFT TOP RIGHT BOTTOM in per "
           "cent, such as 1: 10 20 45 24."),
        4000,
    )  # fmt: skip
    more = replace(more, required=lambda values: not values.get(TAKEN_OFF))
    return (wrong, more) if marks else (more,)


@act(
    events=("victims_copy_change",),
    roles=MAKERS,
    words=Words(
        N_("Pages of the copy for the victim"),
        N_("Make a revision"),
        N_("Revision {revision} is made. Look at its pages again."),
    ),
    shows=Shown(is_look=True),
    asks=_corrections,
    blocked=(stands(*THERE),),
)  # fmt: skip
def change_copy(session: Session, file: CaseFile, answers: Values) -> Change:
    """Add or remove marks as the next revision; numbers are those before."""
    case, settings = file.case, session.settings
    before = the_copy(case.number, *THERE)
    old = files.plan_of(settings, case.number, before.id, before.revision)
    plan = changed(old, answers.get(TAKEN_OFF) or (), re.split(r"[\n;]", text(answers, ADDED)))  # type: ignore[arg-type]
    revision = before.revision + 1
    pdf = painted(session, case, before.id, plan, files.form_of(settings, before.id))
    columns = {
        "state": CopyState.PROPOSED,
        "decision": _plan_as_plain(plan),
        "made_by": session.actor.account,
    }
    return Change(
        case,
        detail={"revision": revision},
        subject=before.id,
        writes=(
            partial(files.put, settings, before.id, revision, plan, pdf),
            partial(sheets.change, before, **columns, **_bound(session, before.id, revision, pdf)),
        ),
        afterwards=(partial(files.clear_before, settings, before.id, revision),),
        told={"copy": before.id, "revision": revision},
        next=(Next("copy-look", case.number),),
    )


def show(session: Session, number: str, target: Path) -> list[Path]:
    """Pages with framed marks, and the PDF.

    What the actor was shown is kept: nothing is sent on or approved unseen.
    """
    need_role(session, "copy", SEERS)
    case = case_to_read(session, number, VERB)
    copy = the_copy(number, *LOOKED_AT)
    where = need_folder(target)
    plan = files.plan_of(session.settings, number, copy.id, copy.revision)
    stem = f"{copy.id}-r{copy.revision}"
    made = put_files(where, [(f"{stem}.pdf", working(session.settings, copy))])
    pictures = enumerate(framed(session, case, copy.id, plan), 1)
    made += put_files(where, ((f"{stem}-usulan-halaman-{at}.png", picture) for at, picture in pictures))
    looked = {**copy.decision.get("looked", {}), session.actor.account: copy.digest}
    with boot.transact():
        sheets.change(copy, decision={**copy.decision, "looked": looked})
    return made


def is_not_looked_at(session: Session, file: CaseFile) -> Refusal | None:
    """The actor was not shown this very revision."""
    copy = the_copy(file.case.number, CopyState.PROPOSED, CopyState.WAITING)
    if copy.decision.get("looked", {}).get(session.actor.account) == copy.digest:
        return None
    return Refusal("office.copy_not_looked_at", copy=copy.id, revision=copy.revision, case=copy.case)


@act(
    events=("victims_copy_ready",),
    roles=MAKERS,
    words=Words(
        N_("Send the copy to the chair"),
        N_("Send it on"),
        N_("Copy {copy} waits for the chair."),
    ),
    shows=shows(CopyState.PROPOSED, N_("Have you looked at every page?")),
    blocked=(stands(CopyState.PROPOSED), is_not_looked_at),
)  # fmt: skip
def submit_copy(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Send the proposal to the chair, after a look at its pages."""
    copy = the_copy(file.case.number, CopyState.PROPOSED)
    working(session.settings, copy)
    decision = {**copy.decision, "ready_by": session.actor.account}
    return Change(
        file.case,
        detail={"revision": copy.revision},
        subject=copy.id,
        writes=(partial(sheets.change, copy, state=CopyState.WAITING, decision=decision),),
        told={"copy": copy.id},
        next=(Next("copy", copy.case),),
    )


def sweep_all(session: Session) -> None:
    """Remove working files that a kill left (each start)."""
    room = session.settings.var / files.ROOM
    with boot.transact():  # none is being entered meanwhile
        known = {copy.id for copy in sheets.in_state(*_OPEN, CopyState.WAITING)}
        for folder in room.glob("D-*"):
            if folder.name not in known:
                files.discard(session.settings, folder.name)


DECIDERS = frozenset({Role.CHAIR})
_MAKING = frozenset({*propose_copy.events, *change_copy.events, *submit_copy.events})


def is_own(session: Session, file: CaseFile) -> Refusal | None:
    """The actor proposed, revised or sent it on, under whatever account."""
    copy, number = the_copy(file.case.number, CopyState.WAITING), file.case.number
    events = [event for event in file.events if event.subject == copy.id and event.verb in _MAKING]
    accounts = {copy.made_by, *(event.account for event in events)}
    by_account = any(may_not(session, number, account, _MAKING, copy.id) for account in accounts)
    same_user = session.actor.operator and any(event.operator == session.actor.operator for event in events)
    is_free = session.settings["kantor.percobaan"] or session.settings["aturan.verifikasi_sendiri"]
    is_theirs = by_account or (same_user and not is_free)
    return Refusal("office.own_victims_copy", case=number, copy=copy.id) if is_theirs else None


@act(
    events=("victims_copy_approve",),
    roles=DECIDERS,
    words=Words(
        N_("Approve the copy for the victim"),
        N_("Approve"),
        N_("Copy {copy} is approved."),
    ),
    shows=shows(CopyState.WAITING, N_("Exactly as the pages you looked at.")),
    blocked=(stands(CopyState.WAITING), is_own, is_not_looked_at),
)  # fmt: skip
def approve_copy(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Approve the waiting copy as shown to the actor, and file it."""
    copy = the_copy(file.case.number, CopyState.WAITING)
    data = working(session.settings, copy)
    need_still(copy)
    decided = {"decided_by": session.actor.account, "decided_at": to_seconds(file.moment)}
    return Change(
        file.case,
        Filing("victims_copy", "salinan untuk korban", {files.logical(copy.id): data}),
        {"digest": copy.digest},
        copy.id,
        writes=(partial(sheets.change, copy, state=CopyState.APPROVED, **decided),),
        afterwards=(partial(files.discard, session.settings, copy.id),),
        told={"copy": copy.id},
        next=(Next("print-copy", copy.case),),
    )


@act(
    events=("victims_copy_return",),
    roles=DECIDERS,
    words=Words(
        N_("Return the copy for the victim"),
        N_("Return it"),
        N_("Copy {copy} is returned."),
    ),
    shows=shows(CopyState.WAITING, N_("Back to who made it.")),
    asks=(reason(N_("Reason for returning")),),
    blocked=(stands(CopyState.WAITING),),
)
def return_copy(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Return the waiting copy for a reason."""
    copy, why = the_copy(file.case.number, CopyState.WAITING), text(answers, REASON)
    decision = {**copy.decision, "reason": why}
    return Change(
        file.case,
        detail={"reason": why},
        subject=copy.id,
        writes=(partial(sheets.change, copy, state=CopyState.RETURNED, decision=decision),),
        told={"copy": copy.id},
        next=(Next("copy", copy.case),),
    )
