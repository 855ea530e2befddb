"""The copy for the victim (UU 12/2022): chosen documents, others blacked out, looked at by a person, for the chair.

Officer or clerk chooses and proposes, looks at every page, and says that it is ready; the chair decides
(:mod:`pipeline.office.victims.victims_copy_decide`), and it is handed over against receipt
(:mod:`pipeline.office.victims.victims_copy_hand`). Its record is a paper with a code of its own (``D-2026-0042-7``). What a
kill interrupts leaves the revision before, or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.cases.case import Case
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock, digest_bytes, write_durably
from pipeline.kernel.people import Role
from pipeline.letters.copies import make_code
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import keys
from pipeline.office.base.desk import Desk, case_to_read, need_role
from pipeline.office.base.folders import need_folder
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy_choice import need_choosable
from pipeline.office.victims.victims_copy_files import Plan
from pipeline.office.victims.victims_copy_marks import changed
from pipeline.office.victims.victims_copy_pages import Progress, framed, painted, read
from pipeline.office.victims.victims_copy_still import is_usable, working
from pipeline.records import boot, cases, history, sheets
from pipeline.records.sheets import CopyState, Sheet, SheetKind

MAKERS = frozenset({Role.CLERK, Role.OFFICER})
SEERS = MAKERS | {Role.CHAIR}
VERB = "victims_copy"
MADE, CHANGED, READY, DROPPED = (
    "victims_copy",
    "victims_copy_change",
    "victims_copy_ready",
    "victims_copy_drop",
)
MAKING = frozenset({MADE, CHANGED, READY})
_OPEN = (CopyState.MAKING, CopyState.PROPOSED, CopyState.RETURNED)
_THERE = (CopyState.PROPOSED, CopyState.RETURNED)
_BUSY = (CopyState.WAITING, CopyState.APPROVED)
UNDER_WAY = frozenset({*_THERE, *_BUSY})
"""While a copy stands so, no other is asked for."""


@dataclass(frozen=True)
class Seen:
    """A copy with its plan, as it is listed for a person."""

    sheet: Sheet
    plan: Plan | None


def _quiet(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def copies_of(case: str) -> list[Sheet]:
    """Return the copies for the victim of ``case``, oldest first."""
    return [one for one in sheets.of_case(case) if one.kind == SheetKind.COPY]


def the_copy(case: str, *states: CopyState) -> Sheet:
    """Return the newest copy of ``case`` in one of ``states``."""
    found = [one for one in copies_of(case) if one.state in states]
    if not found:
        raise Refusal("office.no_victims_copy", case=case, state=" / ".join(states))
    return found[-1]


def locked(desk: Desk, case: str) -> Lock:
    """Return the lock under which the copies of ``case`` are made and decided."""
    where = desk.settings.var / files.ROOM
    where.mkdir(mode=0o700, exist_ok=True)
    return Lock(where / f"{ids.need_case(case)}.lock")


def seen(desk: Desk, number: str) -> tuple[Case, list[Seen]]:
    """Return the case and its copies, those under way with their plan; the look is written down."""
    need_role(desk, "copy", SEERS)
    case = case_to_read(desk, number, VERB)
    return case, [Seen(one, _plan(desk, one)) for one in copies_of(number)]


def _plan(desk: Desk, one: Sheet) -> Plan | None:
    is_open = one.state in (*_THERE, CopyState.WAITING)
    return files.plan_of(desk.settings, one.case, one.id, one.revision) if is_open else None


def propose(desk: Desk, number: str, names: Sequence[str], progress: Progress = _quiet) -> Seen:
    """Choose documents and propose what is blacked out in them.

    An earlier proposal that nobody sent on is replaced, and a copy that can no more be used.

    Raises NotFound, and what LibreOffice's run raises.
    """
    need_role(desk, "copy", MAKERS)
    case = case_to_read(desk, number, VERB)
    if not names:
        raise Refusal("office.nothing_chosen", case=number)
    chosen = need_choosable(case, names)
    with locked(desk, number):
        busy = [one for one in copies_of(number) if one.state in _BUSY and is_usable(desk.settings, one)]
        if busy:
            raise Refusal("office.copy_under_way", case=number, copy=busy[-1].id, state=busy[-1].state)
        begun = _begin(desk, number)
        files.begin(desk.settings, begun.id)
        try:
            plan = read(desk, case, begun.id, chosen, progress)
            pdf = painted(desk, case, begun.id, plan, progress)
            files.put(desk.settings, begun.id, 1, plan, pdf)
            made = _enter(desk, begun, plan, pdf)
        except BaseException:
            _give_up(desk, [sheets.get(begun.id)])
            raise
        _give_up(
            desk, [one for one in copies_of(number) if one.state in (*_OPEN, *_BUSY) and one.id != made.id]
        )
    return Seen(made, plan)


def _begin(desk: Desk, number: str) -> Sheet:
    """Take the next number of the case's sheets for a copy that is about to be made, so that no other gets it."""
    key_id, key = keys.newest(desk.settings, keys.CODE)
    with boot.transact():
        cases.get(number)  # it may have been destroyed since it was read
        copy = ids.sheet_id(number, len(sheets.of_case(number)) + 1)
        begun = Sheet(
            id=copy,
            case=number,
            kind=SheetKind.COPY,
            code=str(make_code(copy, 0, 1, key, key_id, "")),
            key_id=key_id,
            digest="",
            made_at=to_seconds(clock.now()),
            made_by=desk.actor.account,
            state=CopyState.MAKING,
        )
        sheets.add(begun)
    return begun


def _enter(desk: Desk, begun: Sheet, plan: Plan, pdf: bytes) -> Sheet:
    """Make the copy that was begun a proposal."""
    names = [one.name for one in plan.documents]
    with boot.transact():
        made = sheets.change(
            begun, state=CopyState.PROPOSED, decision=_told(plan), **_bound(desk, begun.id, 1, pdf)
        )
        history.note(clock.now(), desk.actor, MADE, None, begun.case, begun.id, documents=names)
    return made


def _bound(desk: Desk, copy: str, revision: int, pdf: bytes) -> dict[str, Any]:
    """Return the columns that bind a copy and its code to the bytes of its PDF."""
    key_id, key = keys.newest(desk.settings, keys.CODE)
    digest = digest_bytes(pdf, "sha256")
    code = str(make_code(copy, revision, 1, key, key_id, digest))
    return {"revision": revision, "digest": digest, "key_id": key_id, "code": code}


def drop(desk: Desk, number: str) -> Sheet:
    """Give up the copy that nobody sent on, or that a killed run left half made; its working files go.

    Raises NotFound.
    """
    need_role(desk, "copy", MAKERS)
    case_to_read(desk, number, VERB)
    with locked(desk, number):
        found = the_copy(number, *_OPEN)
        _give_up(desk, [found])
        with boot.transact():
            history.note(clock.now(), desk.actor, DROPPED, None, number, found.id)
    return sheets.get(found.id)


def _give_up(desk: Desk, given_up: Sequence[Sheet]) -> None:
    """Give up copies that were never sent to the chair; their working files go."""
    with boot.transact():
        for one in given_up:
            sheets.change(one, state=CopyState.GIVEN_UP)
    for one in given_up:
        files.discard(desk.settings, one.id)


def _told(plan: Plan) -> Mapping[str, Any]:
    """Return what the database keeps of a plan: documents and numbers, no words."""
    return {
        "documents": [
            {"name": one.name, "sha512": one.sha512, "pages": len(one.pages)} for one in plan.documents
        ],
        "pages": len(plan.pages),
        "marks": sum(len(one.marks) for one in plan.pages),
    }


def change(desk: Desk, number: str, lines: Sequence[str], progress: Progress = _quiet) -> Seen:
    """Add marks to the proposal of case ``number`` or take some away; it becomes the next revision.

    Raises NotFound, Stale.
    """
    need_role(desk, "copy", MAKERS)
    case = case_to_read(desk, number, VERB)
    with locked(desk, number):
        before = the_copy(number, *_THERE)
        old = files.plan_of(desk.settings, number, before.id, before.revision)
        plan = changed(old, lines)
        revision = before.revision + 1
        pdf = painted(desk, case, before.id, plan, progress)
        files.put(desk.settings, before.id, revision, plan, pdf)
        with boot.transact():
            after = sheets.change(
                before,
                state=CopyState.PROPOSED,
                decision=_told(plan),
                made_by=desk.actor.account,
                **_bound(desk, before.id, revision, pdf),
            )
            history.note(clock.now(), desk.actor, CHANGED, None, number, after.id, revision=revision)
        files.clear_before(desk.settings, after.id, revision)
    return Seen(after, plan)


def show(desk: Desk, number: str, target: Path) -> list[Path]:
    """Put the copy under way into ``target``: each page with its marks in frames, and the PDF as it would be.

    That these bytes were put out for this person is kept: nothing is sent on or approved unseen. Raises NotFound, Stale.
    """
    need_role(desk, "copy", SEERS)
    case = case_to_read(desk, number, VERB)
    found = the_copy(number, *_THERE, CopyState.WAITING)
    where = need_folder(target)
    plan = files.plan_of(desk.settings, number, found.id, found.revision)
    pdf = working(desk.settings, found)
    made = [where / f"{found.id}-r{found.revision}.pdf"]
    write_durably(made[0], pdf)
    for at, picture in enumerate(framed(desk, case, found.id, plan), 1):
        made.append(where / f"{found.id}-r{found.revision}-usulan-halaman-{at}.png")
        write_durably(made[-1], picture)
    looked = {**found.decision.get("looked", {}), desk.actor.account: found.digest}
    with boot.transact():
        sheets.change(found, decision={**found.decision, "looked": looked})
    return made


def need_looked(desk: Desk, one: Sheet) -> None:
    """Refuse where the pages of this very revision were not put out for the actor."""
    if one.decision.get("looked", {}).get(desk.actor.account) != one.digest:
        raise Refusal("office.copy_not_looked_at", copy=one.id, revision=one.revision, case=one.case)


def ready(desk: Desk, number: str) -> Sheet:
    """Send the proposal of case ``number`` to the chair, by somebody who has looked at its pages.

    Raises NotFound, Stale.
    """
    need_role(desk, "copy", MAKERS)
    case_to_read(desk, number, VERB)
    with locked(desk, number):
        found = the_copy(number, CopyState.PROPOSED)
        need_looked(desk, found)
        working(desk.settings, found)
        with boot.transact():
            after = sheets.change(
                found, state=CopyState.WAITING, decision={**found.decision, "ready_by": desk.actor.account}
            )
            history.note(clock.now(), desk.actor, READY, None, number, after.id, revision=after.revision)
    return after
