"""Destroying what a list names, carried to its end whatever interrupts.

1. One transaction: tombstones, the list with its minutes, the intent to file both; rows and personal values of each case go. It cannot be undone.
2. The list is filed; each tombstone is entered in the chain and in ``register.jsonl``.
3. Only then objects leave the archive, then files in ``var/``; freed database pages are written anew.

Each part can be repeated, at every start and after a rebuild. Older backups hold the cases until forgotten.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from pipeline.cases.fields.decisions import words
from pipeline.cases.fields.field import Field
from pipeline.cases.plain import from_plain
from pipeline.cases.values import Values, text
from pipeline.kernel.errors import Busy, Refusal
from pipeline.kernel.files import Lock, durable, sync_folder
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import whole_scans
from pipeline.office.arrivals import kept_answers, kept_forms
from pipeline.office.base import filings
from pipeline.office.base.retention import KEEPERS
from pipeline.office.base.session import Session, moment_for_numbers
from pipeline.office.disposal import blockers, old_scans
from pipeline.office.disposal.backup import STAGE
from pipeline.office.disposal.dispose import DESTROY, enter, listed, paper_fields, said_of, stands
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import arrivals, boot, cases, disposals, entries, erase, history, numbers
from pipeline.records.disposals import Disposal, DisposalItem, DisposalState, Tombstone
from pipeline.register import journal
from pipeline.register.payload import make_payload, read_payload
from pipeline.register.tombstone import DESTROYED, STATUS, remark, told_in

SURE = "sure"


def has_changed(session: Session, file: CaseFile) -> Refusal | None:
    """A case was held back or grew."""
    if file.disposal.state == DisposalState.APPROVED:
        try:
            blockers.need_still(session, file.disposal)
        except Refusal as error:
            return error
    return None


def _asked(_session: Session, file: CaseFile) -> tuple[Field, ...]:
    if file.disposal.state != DisposalState.APPROVED:
        return ()
    label = N_("Type the number of the list once more")
    return (
        *paper_fields(N_("Number of the minutes of the destruction")),
        words(SURE, label, Text(file.disposal.id, file.disposal.id), "", 20),
    )


def _shown(_session: Session, file: CaseFile) -> Shown:
    warning = N_(
        "The files of all these cases are destroyed for good. What stays is the row of the "
        "register and the note of it."
    )
    return Shown((warning, *listed(file.disposal)))


@act(
    thing=Thing.DISPOSAL,
    events=(DESTROY,),
    roles=KEEPERS,
    words=Words(
        N_("Destroy by minutes"),
        N_("Destroy"),
        N_(
            "{count} cases were destroyed (list {list}). Older backups still hold them until they are "
            "forgotten: tell the admin. Scans and prints outside Rangkap are yours to destroy."
        ),
    ),
    shows=_shown,
    asks=_asked,
    blocked=(
        stands(N_("destroyed"), DisposalState.APPROVED, DisposalState.DESTROYING),
        has_changed,
    ),
    is_grave=True,
)
def destroy_disposal(session: Session, file: CaseFile, answers: Values) -> Change:
    """Destroy an approved list's cases; one begun needs no minutes."""
    disposal = file.disposal
    session.archive.need_destructible()
    shared, writes = _shared(disposal), []
    if disposal.state == DisposalState.APPROVED:
        minutes = said_of(session, answers, "Berita acara pemusnahan")
        if text(answers, SURE).upper() != disposal.id:
            raise Refusal("office.list_not_retyped", list=disposal.id)
        writes.append(partial(_decide, session, disposal, minutes, moment_for_numbers()))
    scans = N_(
        "The batch scans {scans} hold pages of other cases too, so they stay until all their cases "
        "are destroyed."
    )
    return Change(
        disposal,
        has_event=False,
        writes=writes,
        afterwards=(partial(_carry_out, session, disposal.id),),
        told={"shared_scans": list(shared)},
        warnings=(scans.of(scans=", ".join(shared)),) if shared else (),
        next=(Next("dispose"),),
    )


def resume_pending(session: Session) -> list[Refusal]:
    """Complete every destruction begun; returns those that cannot be now."""
    failed = []
    for disposal in disposals.listed(DisposalState.DESTROYING):
        try:
            _carry_out(session, disposal.id)
        except Refusal as error:
            if error.code != "office.destruction_pending":
                raise
            failed.append(error)
    return failed


def _decide(session: Session, disposal: Disposal, minutes: dict[str, str], moment: datetime) -> None:
    blockers.need_still_in_records(session, disposal)
    going = {case.case for case in disposal.cases}
    stones = [_tombstone(disposal, case, minutes, going) for case in disposal.cases]
    disposals.bury(stones)
    for stone in stones:
        erase.erase(stone.case, stone.arrivals)
        history.note(moment, session.actor, DESTROY, None, stone.case, disposal.id, minutes=minutes["number"])
    after = disposals.change(disposal, state=DisposalState.DESTROYING, minutes=minutes)
    detail = {"number": minutes["number"], "day": minutes["day"], "cases": len(disposal.cases)}
    history.note(moment, session.actor, DESTROY, None, "", disposal.id, **detail)
    enter(session, after, DESTROY, moment, stones)


def _tombstone(disposal: Disposal, item: DisposalItem, minutes: dict[str, str], going: set[str]) -> Tombstone:
    case, number = cases.get(item.case), item.case
    acts = [act for act in history.of_case(number) if act.verb in ("register", "import")]
    came = [*arrivals.of_case(number), *_parents(number, going)]
    return Tombstone(
        case=number,
        disposal=disposal.id,
        register_number=case.register_number,
        register_seq=int(acts[0].detail.get("seq", 0)) if acts else 0,
        minutes={"number": minutes["number"], "day": minutes["day"]},
        inventory_sha512=item.inventory_sha512,
        agenda=tuple((arrival.agenda, case.received.isoformat()) for arrival in came if arrival.agenda),
        letters=tuple(
            {"number": given.text, "series": given.series, "seq": given.seq, "letter": given.letter,
             "state": str(given.state)}
            for given in numbers.of_letters(f"{number}-")
        ),
        arrivals=tuple(dict.fromkeys(arrival.id for arrival in came)),
        payload=make_payload(
            {
                "register_number": case.register_number,
                "received_date": case.received.isoformat(),
                "status": STATUS,
                "remarks": remark(minutes, disposal.id),
            }
        ).as_dict(),
    )  # fmt: skip


def _parents(case: str, going: set[str]) -> Iterator[arrivals.Arrival]:
    """Scans of which ``case`` is the last in ``going``, without pages of a staying case."""
    for scan in whole_scans.of_case(case):
        held = whole_scans.cases_in(scan)
        if held <= going and case == max(held):
            yield scan


def _shared(disposal: Disposal) -> tuple[str, ...]:
    going = {row.case for row in disposal.cases}
    scans = (scan for case in going for scan in whole_scans.of_case(case))
    return tuple(sorted({scan.agenda or scan.id for scan in scans if whole_scans.cases_in(scan) - going}))


def _carry_out(session: Session, disposal: str) -> None:
    stones = disposals.tombstones(disposal)
    try:
        filings.complete_case(session, disposal)
        _need_filed(session, disposal, stones)
        with Lock(session.settings.var / "filing.lock"):
            _enter(session, stones, disposals.get(disposal).minutes["by"])
        for stone in stones:
            session.archive.destroy(_object(stone), stone.inventory_sha512, disposal)
            _empty_var(session, stone)
        _drop_beside(session)
        with boot.on_disk():
            erase.rewrite_freed_pages()
    except Refusal as error:
        raise Refusal(
            "office.destruction_pending", list=disposal, reason=error.as_text(), cause=error
        ) from error
    with boot.transact():
        disposals.change(disposals.get(disposal), state=DisposalState.DESTROYED)


def _need_filed(session: Session, disposal: str, stones: list[Tombstone]) -> None:
    """Unlike the archived list's: somebody changed the database."""
    filed = [from_plain(Tombstone, row) for row in told_in(session.archive.read_case(disposal).kasus)]
    for stone in (*stones, *filed):
        if stone not in filed or stone not in stones:
            reason = "catatan pemusnahannya tidak sama dengan daftar dalam arsip; periksa arsip dan register"
            raise Refusal("office.no_longer_over", case=stone.case, list=disposal, reason=reason)


def _enter(session: Session, stones: list[Tombstone], actor: str) -> None:
    with boot.transact():
        for stone in stones:
            name = _object(stone)
            filings.add_entry(
                session, f"{name}-0", read_payload(stone.payload), register_number=stone.register_number,
                kind=DESTROYED, case=name, version=0, inventory_sha512=stone.inventory_sha512, actor=actor,
            )  # fmt: skip
    journal.complete(session.archive, entries.after)


def _object(stone: Tombstone) -> str:
    newest = entries.newest_of(stone.case)
    return newest.case if newest else stone.case


def _empty_var(session: Session, stone: Tombstone) -> None:
    settings = session.settings
    paths = [settings.arrivals / arrival for arrival in stone.arrivals]
    for room in (settings.var / name for name in ("letters", "salinan", "laporan", "ketikan")):
        # Whatever is made for a case bears its number: 2026-0042-3, D-2026-0042-7.
        paths += [path for path in room.glob("*") if f"-{stone.case}-" in f"-{path.name}-"]
        paths.append(room / f"{stone.case}.lock")
    for path in paths:
        _remove(path)
    with durable():
        kept_answers.forget(settings, stone.case)
        kept_forms.forget_all(settings, *stone.arrivals)
    if (settings.var / "isian").is_dir():
        sync_folder(settings.var / "isian")


def _drop_beside(session: Session) -> None:
    """A running backup or import removes its own remains."""
    var = session.settings.var
    for path in [*var.glob("rangkap-*.db*"), *(var / "pdf").glob("*"), var / "rebuild"]:
        _remove(path)
    with suppress(Busy), Lock(var / "backup.lock", wait=False):
        _remove(var / STAGE)
    with suppress(Busy), Lock(var / "import.lock", wait=False):
        if not entries.unfinished():
            _remove(var / old_scans.ROOM)


def _remove(path: Path) -> None:
    with durable():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()
        else:
            return
    sync_folder(path.parent)
