"""Penyusutan: lists of cases whose time is over are proposed, approved or withdrawn.

A list (``M-2036-01``) is an archive object without names, one version a step. The chair approves by the
authority's paper, but no list that she proposed. Each step looks at the cases again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from pipeline.archive.layout import year_of
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import REASON, day, reason, words
from pipeline.cases.fields.field import Field
from pipeline.cases.plain import to_plain
from pipeline.cases.values import Values, text
from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.ids import disposal_id
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import filings
from pipeline.office.base.retention import KEEPERS, Retention, retention_of
from pipeline.office.base.session import Session, may_not, moment_for_numbers, need_role
from pipeline.office.disposal import blockers
from pipeline.office.engine.declare import Blocker, CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import boot, cases, disposals, entries, history, numbers
from pipeline.records.disposals import OPEN, Disposal, DisposalItem, DisposalState, Tombstone
from pipeline.register import journal
from pipeline.register.tombstone import TOLD

APPROVERS = frozenset({Role.CHAIR})
PROPOSE, APPROVE, WITHDRAW, DESTROY = (
    "dispose_propose",
    "dispose_approve",
    "dispose_withdraw",
    "dispose_destroy",
)
_KINDS = {
    PROPOSE: ("disposal_proposed", "daftar arsip usul musnah dibuat"),
    APPROVE: ("disposal_approved", "pemusnahan disetujui"),
    WITHDRAW: ("disposal_withdrawn", "daftar arsip usul musnah dicabut"),
    DESTROY: ("disposal_destroyed", "arsip dimusnahkan"),
}
_WAITS = {
    DisposalState.PROPOSED: N_("{count} cases, waiting for the written approval and the chair"),
    DisposalState.APPROVED: N_("{count} cases, waiting for minutes and destruction"),
    DisposalState.DESTROYING: N_("{count} cases, the destruction has not ended"),
}
_NEXT = {
    DisposalState.PROPOSED: (N_("Next is the chair's approval."), "approve-disposal"),
    DisposalState.APPROVED: (N_("Next are minutes and destruction."), "destroy-disposal"),
    DisposalState.WITHDRAWN: (N_("Propose a new list."), "propose-disposal"),
    DisposalState.DESTROYING: (N_("Complete the destruction."), "destroy-disposal"),
    DisposalState.DESTROYED: (N_("There is no further step."), ""),
}  # fmt: skip
"""What comes next, in words and by its act."""
STATES = {
    DisposalState.PROPOSED: N_("proposed"), DisposalState.APPROVED: N_("approved"),
    DisposalState.WITHDRAWN: N_("withdrawn"), DisposalState.DESTROYING: N_("being destroyed"),
    DisposalState.DESTROYED: N_("destroyed"),
}  # fmt: skip
_STEPS = {
    "dispose-print": (tuple(DisposalState), KEEPERS),
    "approve-disposal": ((DisposalState.PROPOSED,), APPROVERS),
    "destroy-disposal": ((DisposalState.APPROVED, DisposalState.DESTROYING), KEEPERS),
    "withdraw-disposal": (OPEN, KEEPERS),
}
"""What can be done, in which states, by whom."""
NUMBER, DATED = "paper_number", "paper_day"


@dataclass(frozen=True)
class Standing:
    """A case's retention, and why it cannot be proposed."""

    retention: Retention
    reason: str


def look(session: Session, year: int | None = None) -> list[Standing]:
    """The standing of each case (of ``year``)."""
    need_role(session, "dispose list", KEEPERS)
    history.log_access(clock.now(), session.actor, "dispose list", str(year or ""))
    return list(_standings(session, year))


def lists(session: Session) -> list[Disposal]:
    """All lists, oldest first."""
    need_role(session, "dispose list", KEEPERS)
    return visible.disposals_of(session)


def get(session: Session, disposal: str) -> Disposal:
    """One list."""
    need_role(session, "dispose", KEEPERS)
    return visible.disposal(session, disposal)


def listed(disposal: Disposal) -> tuple[Text, ...]:
    """State, cases, where their documents remain."""
    head = N_("List {list}: {state}, {count} cases.")
    state = STATES[DisposalState(disposal.state)]
    row = N_("– {case}  {register}")
    kept = N_("Documents of {case} that were misfiled remain in the archive of {cases}.")
    return (
        head.of(list=disposal.id, state=state, count=len(disposal.cases)),
        *(row.of(case=case.case, register=case.register_number) for case in disposal.cases),
        *(kept.of(case=case.case, cases=", ".join(case.remains)) for case in disposal.cases if case.remains),
    )


def paper_fields(label: Text) -> tuple[Field, Field]:
    """Number and day of a paper behind a step."""
    hint = N_("As on the paper.")
    return words(NUMBER, label, hint, "700/12/2036", 80), day(DATED, N_("Its day"), hint)


def stands(verb: Text, *states: DisposalState) -> Blocker:
    """Refuses other ``states``; ``verb`` is not possible there."""

    def blocker(_session: Session, file: CaseFile) -> Refusal | None:
        state = DisposalState(file.disposal.state)
        if state in states:
            return None
        then, step = _NEXT[state]
        other = Refusal("office.disposal_state", list=file.disposal.id, state=state, verb=verb, then=then)
        subject = "" if state is DisposalState.WITHDRAWN else file.disposal.id
        return other.mended_by(*([Next(step, subject)] if step else []))

    return blocker


def is_own(session: Session, file: CaseFile) -> Refusal | None:
    """Refuse whoever proposed the list."""
    disposal = file.disposal
    return (
        Refusal("office.own_list", list=disposal.id, account=session.actor.account)
        if may_not(session, "", disposal.made_by, {PROPOSE}, disposal.id)
        else None
    )


def _year(file: CaseFile) -> int | None:
    if file.given and not file.given.isdecimal():
        raise NotFound(what="tahun", given=file.given[:40])
    return int(file.given or 0) or None


def _overview(session: Session, file: CaseFile) -> Shown:
    disposal_lists, standings = lists(session), look(session, _year(file))
    until = N_("{case}, kept until {day}: {why}.")
    return Shown(
        notes=(
            N_("Cases whose time is over and that may be proposed: {count}.").of(count=sum(not standing.reason for standing in standings)),
            N_("A new list destroys nothing yet."),
            *(listed(disposal)[0] for disposal in disposal_lists),
        ),
        next=[
            Next(step, disposal.id)
            for disposal in disposal_lists
            for step, (states, roles) in _STEPS.items()
            if disposal.state in states and session.actor.is_any(*roles)
        ],
        more=[
            until.of(case=kept.case, why=blockers.blocker_message(standing.reason), day=short_day(kept.until) if kept.until else "–")
            for standing in standings[:200]
            if standing.reason
            for kept in [standing.retention]
        ],
    )  # fmt: skip


@act(
    thing=Thing.OFFICE,
    events=(PROPOSE,),
    roles=KEEPERS,
    words=Words(
        N_("Destruction by the retention schedule"),
        N_("Make a list"),
        N_(
            "List {id}: {count} cases are proposed for destruction. Print it, ask for the written approval, "
            "then the chair records that."
        ),
    ),
    shows=_overview,
)
def propose_disposal(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Propose cases (of a year) whose time is over."""
    year = _year(file)
    session.archive.need_destructible()
    moment = moment_for_numbers()

    def proposed() -> Change:
        chosen = [standing.retention for standing in _standings(session, year) if not standing.reason]
        going = {retention.case for retention in chosen}
        doomed = tuple(_disposal_item(session, retention, going) for retention in chosen)
        if not doomed:
            raise Refusal("office.nothing_over", year=f" dari tahun {year}" if year else "")
        disposal = Disposal(
            disposal_id(session.today.year, numbers.next_of(f"musnah/{session.today.year}")),
            doomed,
            disposals.digest_of(doomed),
            to_seconds(moment),
            session.actor.account,
        )
        disposals.add(disposal)
        enter_step(session, disposal, PROPOSE, moment, digest=disposal.digest, cases=len(doomed))
        return Change(
            file.thing,
            has_event=False,
            afterwards=(partial(filings.complete_case, session, disposal.id),),
            told={
                "id": disposal.id,
                "state": str(disposal.state),
                "digest": disposal.digest,
                "count": len(doomed),
            },
            next=(Next("dispose-print", disposal.id), Next("approve-disposal", disposal.id)),
        )

    return Change(file.thing, inside=proposed)


def _step(
    session: Session,
    disposal: Disposal,
    verb: str,
    moment: datetime,
    detail: Mapping[str, str],
    **columns: Any,
) -> None:
    enter_step(session, disposals.change(disposal, **columns), verb, moment, **detail)


@act(
    thing=Thing.DISPOSAL,
    events=(APPROVE,),
    roles=APPROVERS,
    words=Words(
        N_("Record the approval of a list"),
        N_("Record the approval"),
        N_(
            "The approval of the list {list} is recorded. Print its minutes, sign them with two witnesses, "
            "then destroy."
        ),
    ),
    shows=lambda _session, file: Shown(listed(file.disposal)),
    asks=paper_fields(N_("Number of the written approval")),
    blocked=(stands(N_("approved"), DisposalState.PROPOSED), is_own),
)
def approve_disposal(session: Session, file: CaseFile, answers: Values) -> Change:
    """Approve a list, proposed by another, by the authority's paper."""
    disposal = file.disposal
    paper = said_of(session, answers, "Persetujuan pemusnahan")
    blockers.need_still(session, disposal)
    moment, detail = moment_for_numbers(), {"number": paper["number"], "day": paper["day"]}
    step = partial(
        _step, session, disposal, APPROVE, moment, detail, state=DisposalState.APPROVED, approval=paper
    )
    return Change(
        disposal,
        has_event=False,
        writes=(partial(blockers.need_still_in_records, session, disposal), step),
        afterwards=(partial(filings.complete_case, session, disposal.id),),
        next=(Next("dispose-print", disposal.id), Next("destroy-disposal", disposal.id)),
    )


@act(
    thing=Thing.DISPOSAL,
    events=(WITHDRAW,),
    roles=KEEPERS,
    words=Words(
        N_("Withdraw a list"),
        N_("Withdraw the list"),
        N_("List {list} is withdrawn; its cases stay."),
    ),
    shows=lambda _session, file: Shown(listed(file.disposal)),
    asks=(reason(N_("Reason why the list is withdrawn")),),
    blocked=(stands(N_("withdrawn"), *OPEN),),
)
def withdraw_disposal(session: Session, file: CaseFile, answers: Values) -> Change:
    """Withdraw a list; its cases stay."""
    disposal, detail = file.disposal, {"reason": text(answers, REASON)}
    moment = moment_for_numbers()
    return Change(
        disposal,
        has_event=False,
        writes=(partial(_step, session, disposal, WITHDRAW, moment, detail, state=DisposalState.WITHDRAWN),),
        afterwards=(partial(filings.complete_case, session, disposal.id),),
        next=(Next("dispose"),),
    )


def said_of(session: Session, answers: Values, title: str) -> dict[str, str]:
    """A paper as kept, with who typed it in."""
    dated = text(answers, DATED)
    if date.fromisoformat(dated) > session.today:
        raise Refusal("office.disposal_paper", what=title)
    return {"number": text(answers, NUMBER), "day": dated, "by": session.actor.account}


def enter_step(session: Session, disposal: Disposal, verb: str, moment: datetime, **detail: Any) -> None:
    """Note a step and begin to file the list, inside the step's transaction."""
    history.note(moment, session.actor, verb, None, "", disposal.id, **detail)
    enter(session, disposal, verb, moment)


def enter(
    session: Session, disposal: Disposal, verb: str, moment: datetime, stones: Sequence[Tombstone] = ()
) -> None:
    """Files it after ``verb``, with its tombstones."""
    acts = [
        to_plain(act)
        for act in history.of_subjects(disposal.id, *(PROPOSE, APPROVE, WITHDRAW, DESTROY))
        if act.subject == disposal.id
    ]
    content = {"disposal": to_plain(disposal), TOLD: to_plain(list(stones)), "history": acts}
    kind, message = _KINDS[verb]
    filings.begin_book(session, disposal.id, kind, message, [], content, moment)


def _standings(session: Session, year: int | None) -> Iterator[Standing]:
    listed = {case.case: disposal.id for disposal in disposals.listed(*OPEN) for case in disposal.cases}
    begun = entries.filing()
    for number in visible.numbers(session):
        if year is None or year_of(number) == year:
            retention = retention_of(session, cases.get(number))
            reason = f"sudah ada dalam daftar {listed[number]}" if number in listed else ""
            yield Standing(retention, reason or blockers.blocker_of(session, retention, begun))


def _disposal_item(session: Session, retention: Retention, going: Collection[str]) -> DisposalItem:
    case = cases.get(retention.case)
    version, digest = blockers.newest_of(session, retention.case)
    if not version:
        raise Refusal("office.not_proposed", case=retention.case)
    assert retention.schedule
    assert retention.since
    assert retention.until
    return DisposalItem(
        case=retention.case,
        register_number=case.register_number,
        code=retention.code,
        series=retention.schedule.series,
        security=retention.security,
        event=retention.event,
        since=retention.since.isoformat(),
        until=retention.until.isoformat(),
        documents=len(cases.documents(retention.case)),
        version=version,
        inventory_sha512=digest,
        object=session.archive.object_of(retention.case),
        remains=blockers.remains_of(session, retention.case, going),
    )


def rows(session: Session) -> list[dict[str, Any]]:
    """The lists that wait."""
    if not session.actor.is_any(*KEEPERS):
        return []
    return [
        {
            "list": disposal.id,
            "waits": _WAITS[state].of(count=len(disposal.cases)),
            "next": (Next(step, disposal.id),) if session.actor.is_any(*_STEPS[step][1]) else (),
        }
        for disposal in visible.disposals_of(session, *_WAITS)
        for state in [DisposalState(disposal.state)]
        for step in [_NEXT[state][1]]
    ]


def withdraw_begun(session: Session) -> None:
    """Lists of misfiled documents that an older version did not carry out.

    Successors (``2026-0042.2``) stay. The caller holds the filing lock or is alone with the home.
    """
    for disposal in disposals.listed(*OPEN, DisposalState.DESTROYING):
        if any(case.successor for case in disposal.cases):
            _withdraw(session, disposal)


def _withdraw(session: Session, disposal: Disposal) -> None:
    stones = {case.case: entries.of_operation(f"{case.object}-0") for case in disposal.cases}
    is_begun = disposal.state == DisposalState.DESTROYING
    if is_begun:
        journal.complete(session.archive, entries.after)
    for case in disposal.cases if is_begun else ():
        stone = stones[case.case]
        # A successor that is in the register counts, and the object before it goes; one that is not was never there.
        gone = case.object if stone else case.successor
        digest = stone.inventory_sha512 if stone else session.archive.digest_of(gone)
        session.archive.destroy(gone, digest, disposal.id)
    with boot.transact():
        for case in disposal.cases:
            entries.withdraw_successors(case.case)
        if all(stones.values()):
            disposals.change(disposal, state=DisposalState.DESTROYED)
        else:
            _step(
                session,
                disposal,
                WITHDRAW,
                clock.now(),
                {
                    "reason": "pemusnahan isi dokumen salah berkas tidak ada lagi; yang sudah dimusnahkan tetap tercatat"
                },
                state=DisposalState.WITHDRAWN,
            )
