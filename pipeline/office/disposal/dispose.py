"""Penyusutan: which cases are over, the list of those proposed for destruction, its approval, its withdrawal.

A list (``M-2036-01``) is an object of the archive from the day it is made, one version a step; it holds numbers,
schedules and digests, nobody's name. The chair approves it when the written approval of the authority is there; who
proposed it does not. What is on it is looked at again at every step: a case that was held back, or grew, stops it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.archive.layout import year_of
from pipeline.cases.plain import to_plain
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import disposal_id
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.lookup import things
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import file_away, other_eyes
from pipeline.office.base.desk import Desk, moment_for_numbers, need_reason, need_role
from pipeline.office.base.retention import KEEPERS, Retention, retention_of
from pipeline.office.disposal import against
from pipeline.records import boot, cases, disposals, entries, history, numbers
from pipeline.records.disposals import OPEN, Disposal, DisposalState, Doomed, Tombstone
from pipeline.register.tombstone import TOLD

APPROVERS = frozenset({Role.CHAIR})
PROPOSE, APPROVE, WITHDRAW, DESTROY = (
    "dispose_propose",
    "dispose_approve",
    "dispose_withdraw",
    "dispose_destroy",
)
_VERBS = (PROPOSE, APPROVE, WITHDRAW, DESTROY)
_SERIES = "musnah/{year}"
_KINDS = {
    PROPOSE: ("disposal_proposed", "daftar arsip usul musnah dibuat"),
    APPROVE: ("disposal_approved", "pemusnahan disetujui"),
    WITHDRAW: ("disposal_withdrawn", "daftar arsip usul musnah dicabut"),
    DESTROY: ("disposal_destroyed", "arsip dimusnahkan"),
}
_WAITS = {
    DisposalState.PROPOSED: ("menunggu persetujuan tertulis dan ketua", "dispose-approve", APPROVERS),
    DisposalState.APPROVED: ("menunggu berita acara dan pemusnahan", "dispose-destroy", KEEPERS),
    DisposalState.DESTROYING: ("pemusnahan belum selesai", "dispose-destroy", KEEPERS),
}


@dataclass(frozen=True)
class Paper:
    """A paper behind a step: its number and its day."""

    number: str
    day: date


@dataclass(frozen=True)
class Standing:
    """A case as :func:`look` tells it: how its retention stands, and why it cannot be proposed (empty: it can)."""

    retention: Retention
    reason: str


def look(desk: Desk, year: int | None = None) -> list[Standing]:
    """Return how each case (of ``year``) stands, by number."""
    need_role(desk, "dispose list", KEEPERS)
    history.looked(clock.now(), desk.actor, "dispose list", str(year or ""))
    return list(_standings(desk, year))


def lists(desk: Desk) -> list[Disposal]:
    """Return all lists, oldest first."""
    need_role(desk, "dispose list", KEEPERS)
    return things.disposals_of(desk)


def get(desk: Desk, disposal: str) -> Disposal:
    """Return one list. Raises NotFound."""
    need_role(desk, "dispose", KEEPERS)
    return things.disposal(desk, disposal)


def propose(desk: Desk, year: int | None = None) -> Disposal:
    """Make the list of all cases (of ``year``) whose time is over."""
    need_role(desk, "dispose propose", KEEPERS)
    desk.archive.need_destructible()
    moment = moment_for_numbers()
    with boot.transact():
        chosen = [one.retention for one in _standings(desk, year) if not one.reason]
        going = {one.case for one in chosen}
        doomed = tuple(_doomed(desk, one, going) for one in chosen)
        if not doomed:
            raise Refusal("office.nothing_over", year=f" dari tahun {year}" if year else "")
        one = Disposal(
            disposal_id(desk.today.year, numbers.next_of(_SERIES.format(year=desk.today.year))),
            doomed,
            disposals.digest_of(doomed),
            to_seconds(moment),
            desk.actor.account,
        )
        disposals.add(one)
        enter_step(desk, one, PROPOSE, moment, digest=one.digest, cases=len(doomed))
    file_away.finish(desk, one.id)
    return one


def approve(desk: Desk, disposal: str, paper: Paper) -> Disposal:
    """Note that the authority has approved the list by ``paper``: the chair, who did not propose it.

    Raises NotFound, Stale.
    """
    one = to_approve(desk, disposal)
    said = said_of(desk, paper, "Persetujuan pemusnahan")
    against.need_still(desk, one)
    moment = moment_for_numbers()
    with boot.transact():
        before = to_approve(desk, disposal)
        against.need_still_in_records(desk, before)
        after = disposals.change(before, state=DisposalState.APPROVED, approval=said)
        enter_step(desk, after, APPROVE, moment, number=said["number"], day=said["day"])
    file_away.finish(desk, disposal)
    return after


def to_approve(desk: Desk, disposal: str) -> Disposal:
    """Return the list if the actor can approve it, before the paper is asked for. Raises what :func:`approve` raises."""
    need_role(desk, "dispose approve", APPROVERS)
    one = things.disposal(desk, disposal)
    need_state(one, "disetujui", "approved", DisposalState.PROPOSED)
    if other_eyes.may_not(desk, "", one.made_by, {PROPOSE}, one.id):
        raise Refusal("office.own_list", list=one.id, account=desk.actor.account)
    return one


def withdraw(desk: Desk, disposal: str, reason: str) -> Disposal:
    """Take a list back for a ``reason``; its cases stay. Raises NotFound, Stale."""
    need_role(desk, "dispose withdraw", KEEPERS)
    before = things.disposal(desk, disposal)
    need_state(before, "dicabut", "withdrawn", *OPEN)
    need_reason(reason)
    moment = moment_for_numbers()
    with boot.transact():
        after = disposals.change(disposals.get(disposal), state=DisposalState.WITHDRAWN)
        enter_step(desk, after, WITHDRAW, moment, reason=reason)
    file_away.finish(desk, disposal)
    return after


def need_state(one: Disposal, verb: str, verb_en: str, *wanted: str) -> None:
    """Refuse a list that is at another step, with what is next."""
    if one.state not in wanted:
        then, steps = _NEXT[DisposalState(one.state)]
        other = Refusal(
            "office.disposal_state", list=one.id, state=one.state, verb=Text(verb, verb_en), then=then
        )
        raise other.mended_by(*(step.of(list=one.id) for step in steps))


def said_of(desk: Desk, paper: Paper, what: str) -> dict[str, str]:
    """Return a paper as it is kept, with who typed it in."""
    number = " ".join(paper.number.split())
    if not number or paper.day > desk.today:
        raise Refusal("office.disposal_paper", what=what)
    return {"number": number[:80], "day": paper.day.isoformat(), "by": desk.actor.account}


def enter_step(desk: Desk, one: Disposal, verb: str, moment: datetime, **detail: Any) -> None:
    """Note the step and begin to file the list as it is now, inside the transaction of the step."""
    history.note(moment, desk.actor, verb, None, "", one.id, **detail)
    enter(desk, one, verb, moment)


def enter(desk: Desk, one: Disposal, verb: str, moment: datetime, stones: Sequence[Tombstone] = ()) -> None:
    """Begin to file the list as it is after the step ``verb``, with its tombstones."""
    acts = [to_plain(act) for act in history.of_subjects(one.id, *_VERBS) if act.subject == one.id]
    told = {"disposal": to_plain(one), TOLD: to_plain(list(stones)), "history": acts}
    kind, message = _KINDS[verb]
    file_away.begin_book(desk, one.id, kind, message, [], told, moment)


def _standings(desk: Desk, year: int | None) -> Iterator[Standing]:
    listed = {each.case: one.id for one in disposals.listed(*OPEN) for each in one.cases}
    begun = entries.filing()
    for number in things.numbers(desk):
        if year is None or year_of(number) == year:
            found = retention_of(desk, cases.get(number))
            reason = f"sudah ada dalam daftar {listed[number]}" if number in listed else ""
            yield Standing(found, reason or against.reason_against(desk, found, begun))


def _doomed(desk: Desk, found: Retention, going: Collection[str]) -> Doomed:
    case = cases.get(found.case)
    version, digest = against.newest_of(desk, found.case)
    if not version:
        raise Refusal("office.not_proposed", case=found.case)
    assert found.schedule
    assert found.since
    assert found.until
    return Doomed(
        case=found.case,
        register_number=case.register_number,
        code=found.code,
        series=found.schedule.series,
        security=found.security,
        event=found.event,
        since=found.since.isoformat(),
        until=found.until.isoformat(),
        documents=len(cases.documents(found.case)),
        version=version,
        inventory_sha512=digest,
        object=desk.archive.object_of(found.case),
        remains=against.remains_of(desk, found.case, going),
    )


_NEXT: Mapping[DisposalState, tuple[Text, tuple[Next, ...]]] = {
    DisposalState.PROPOSED: (
        Text("Berikutnya persetujuan ketua.", "Next is the chair's approval."),
        (Next("dispose-approve", "{list}"),),
    ),
    DisposalState.APPROVED: (
        Text("Berikutnya berita acara dan pemusnahan.", "Next are minutes and destruction."),
        (Next("dispose-destroy", "{list}"),),
    ),
    DisposalState.WITHDRAWN: (
        Text("Usulkan daftar baru.", "Propose a new list."),
        (Next("propose-disposal"),),
    ),
    DisposalState.DESTROYING: (
        Text("Selesaikan pemusnahannya.", "Complete the destruction."),
        (Next("dispose-destroy", "{list}"),),
    ),
    DisposalState.DESTROYED: (Text("Tidak ada langkah lagi.", "There is no further step."), ()),
}


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the lists that wait, with what the actor may do; nothing to others than archivist and chair."""
    if not desk.actor.is_any(*KEEPERS):
        return []
    found = []
    for one in things.disposals_of(desk, *_WAITS):
        waits, act, roles = _WAITS[DisposalState(one.state)]
        steps = (Next(act, one.id),) if desk.actor.is_any(*roles) else ()
        found.append({"list": one.id, "waits": f"{len(one.cases)} kasus, {waits}", "next": steps})
    return found
