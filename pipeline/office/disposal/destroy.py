"""Destroying what a list names: decided in one transaction, then carried out to its end whatever comes between.

1. One transaction: tombstones, the list with its minutes, the intent to file both; and of each case every row and
   every personal value of the database is gone. From here there is no way back, and nobody can work on the cases.
2. The list is filed with its tombstones; the tombstone of each case is entered in the chain and in
   ``register.jsonl``. Only then
3. whole objects are removed from the archive (:mod:`pipeline.archive.destroy`), then their arrivals, letters, kept
   answers, made pages and databases put aside from ``var/``, and the freed pages of the database are written anew.

Each part can be repeated; a list that is not at the end is taken up at every start and after a rebuild. An older
backup still holds the cases until it is forgotten.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.cases.plain import from_plain
from pipeline.kernel.errors import Busy, Refusal
from pipeline.kernel.files import Lock, durable, sync_folder
from pipeline.lookup import things, whole_scans
from pipeline.office.arrivals import kept_answers, kept_forms
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, moment_for_numbers, need_role
from pipeline.office.base.retention import KEEPERS
from pipeline.office.disposal import against, old_scans
from pipeline.office.disposal.backup import STAGE
from pipeline.office.disposal.dispose import DESTROY, Paper, enter, need_state, said_of
from pipeline.records import arrivals, boot, cases, disposals, entries, erase, history, numbers
from pipeline.records.disposals import Disposal, DisposalState, Doomed, Tombstone
from pipeline.register import journal
from pipeline.register.payload import make_payload, read_payload
from pipeline.register.tombstone import DESTROYED, STATUS, remark, told_in

Progress = Callable[[int, int], None]
_ROOMS = ("letters", "salinan", "laporan", "ketikan")
_COUNTED = ("register", "import")


@dataclass(frozen=True)
class Done:
    """A list that was carried out, and the scans that still hold pages of its cases beside those of others."""

    disposal: Disposal
    shared: tuple[str, ...]


def to_destroy(desk: Desk, disposal: str) -> Disposal:
    """Return the list if it can be carried out, before the minutes are asked for. Raises what :func:`destroy` raises."""
    one = _begun_or_next(desk, disposal)
    if one.state == DisposalState.APPROVED:
        against.need_still(desk, one)
    return one


def _begun_or_next(desk: Desk, disposal: str) -> Disposal:
    need_role(desk, "dispose destroy", KEEPERS)
    one = things.disposal(desk, disposal)
    need_state(one, "dimusnahkan", "destroyed", DisposalState.APPROVED, DisposalState.DESTROYING)
    return one


def destroy(desk: Desk, disposal: str, minutes: Paper | None, progress: Progress | None = None) -> Done:
    """Destroy the cases of an approved list by its ``minutes``; one that was begun is completed without them.

    Raises NotFound, Stale.
    """
    one = to_destroy(desk, disposal)
    desk.archive.need_destructible()
    shared = _shared(one)
    if one.state == DisposalState.APPROVED:
        said = said_of(desk, minutes or Paper("", desk.today), "Berita acara pemusnahan")
        _decide(desk, disposal, said, moment_for_numbers())
    return Done(_carry_out(desk, disposal, progress), shared)


def settle(desk: Desk) -> list[Refusal]:
    """Complete every destruction that was begun (each start, each rebuild); returns those that cannot be now."""
    failed = []
    for one in disposals.listed(DisposalState.DESTROYING):
        try:
            _carry_out(desk, one.id)
        except Refusal as error:
            if error.code != "office.destruction_pending":
                raise
            failed.append(error)
    return failed


def _decide(desk: Desk, disposal: str, minutes: dict[str, str], moment: datetime) -> None:
    """Commit to the destruction: after this transaction it is only completed, never undone. The archive was asked before."""
    with boot.transact():
        before = _begun_or_next(desk, disposal)
        against.need_still_in_records(desk, before)
        going = {each.case for each in before.cases}
        stones = [_tombstone(before, each, minutes, going) for each in before.cases]
        disposals.bury(stones)
        for stone in stones:
            erase.erase(stone.case, stone.arrivals)
            history.note(moment, desk.actor, DESTROY, None, stone.case, disposal, minutes=minutes["number"])
        after = disposals.change(before, state=DisposalState.DESTROYING, minutes=minutes)
        said = {"number": minutes["number"], "day": minutes["day"], "cases": len(before.cases)}
        history.note(moment, desk.actor, DESTROY, None, "", disposal, **said)
        enter(desk, after, DESTROY, moment, stones)


def _tombstone(one: Disposal, each: Doomed, minutes: dict[str, str], going: set[str]) -> Tombstone:
    """Return what is kept of a case, from what the database still says of it."""
    case, number = cases.get(each.case), each.case
    acts = [act for act in history.of_case(number) if act.verb in _COUNTED]
    came = [*arrivals.of_case(number), *_parents(number, going)]
    return Tombstone(
        case=number,
        disposal=one.id,
        register_number=case.register_number,
        register_seq=int(acts[0].detail.get("seq", 0)) if acts else 0,
        minutes={"number": minutes["number"], "day": minutes["day"]},
        inventory_sha512=each.inventory_sha512,
        agenda=tuple((arrival.agenda, case.received.isoformat()) for arrival in came if arrival.agenda),
        letters=tuple(_given(found) for found in numbers.of_letters(f"{number}-")),
        arrivals=tuple(dict.fromkeys(arrival.id for arrival in came)),
        payload=make_payload(
            {
                "register_number": case.register_number,
                "received_date": case.received.isoformat(),
                "status": STATUS,
                "remarks": remark(minutes, one.id),
            }
        ).as_dict(),
    )


def _given(number: numbers.Number) -> dict[str, object]:
    return {"number": number.text, "series": number.series, "seq": number.seq, "letter": number.letter,
            "state": str(number.state)}  # fmt: skip


def _parents(case: str, going: set[str]) -> Iterator[arrivals.Arrival]:
    """Yield the scans of which ``case`` is the last of those ``going`` and that hold nothing of a case that stays."""
    for scan in whole_scans.of_case(case):
        held = whole_scans.cases_in(scan)
        if held <= going and case == max(held):
            yield scan


def _shared(one: Disposal) -> tuple[str, ...]:
    """Return the scans (nomor agenda, else id) that hold pages of the cases of a list and of other cases."""
    going = {each.case for each in one.cases}
    scans = (scan for case in going for scan in whole_scans.of_case(case))
    return tuple(sorted({scan.agenda or scan.id for scan in scans if whole_scans.cases_in(scan) - going}))


def _carry_out(desk: Desk, disposal: str, progress: Progress | None = None) -> Disposal:
    """Carry a destruction that was decided out to its end."""
    stones = disposals.tombstones(disposal)
    try:
        file_away.finish(desk, disposal)
        _need_filed(desk, disposal, stones)
        with Lock(desk.settings.var / "filing.lock"):
            _enter(desk, stones, disposals.get(disposal).minutes["by"])
        for done, stone in enumerate(stones, 1):
            desk.archive.destroy(_object(stone), stone.inventory_sha512, disposal)
            _empty_var(desk, stone)
            if progress is not None:
                progress(done, len(stones))
        _drop_beside(desk)
        with boot.on_disk():
            erase.settle()
    except Refusal as error:
        raise Refusal(
            "office.destruction_pending", list=disposal, reason=error.text(), cause=error
        ) from error
    with boot.transact():
        return disposals.change(disposals.get(disposal), state=DisposalState.DESTROYED)


def _need_filed(desk: Desk, disposal: str, stones: list[Tombstone]) -> None:
    """Refuse tombstones other than those that the list in the archive holds: somebody changed the database."""
    filed = [from_plain(Tombstone, one) for one in told_in(desk.archive.read_case(disposal).kasus)]
    for stone in (*stones, *filed):
        if stone not in filed or stone not in stones:
            reason = "catatan pemusnahannya tidak sama dengan daftar dalam arsip; periksa arsip dan register"
            raise Refusal("office.no_longer_over", case=stone.case, list=disposal, reason=reason)


def _enter(desk: Desk, stones: list[Tombstone], actor: str) -> None:
    """Put the tombstones into the chain and into ``register.jsonl``, durably; once."""
    with boot.transact():
        for stone in stones:
            name = _object(stone)
            file_away.add_entry(
                desk, f"{name}-0", read_payload(stone.payload), register_number=stone.register_number,
                kind=DESTROYED, case=name, version=0, inventory_sha512=stone.inventory_sha512, actor=actor,
            )  # fmt: skip
    journal.complete(desk.archive, entries.after)


def _object(stone: Tombstone) -> str:
    """Return the object in which the case lay last, as its newest entry names it."""
    newest = entries.newest_of(stone.case)
    return newest.case if newest else stone.case


def _empty_var(desk: Desk, stone: Tombstone) -> None:
    """Remove what lies of a case in ``var/``: arrivals, letters, copies and sheets, what was typed.

    Raises NotDurable.
    """
    settings = desk.settings
    found = [settings.arrivals / one for one in stone.arrivals]
    for room in (settings.var / name for name in _ROOMS):
        # Whatever is made for a case bears its number: 2026-0042-3, D-2026-0042-7.
        found += [one for one in room.glob("*") if f"-{stone.case}-" in f"-{one.name}-"]
        found.append(room / f"{stone.case}.lock")
    for path in found:
        _remove(path)
    with durable():
        kept_answers.forget(settings, stone.case)
        kept_forms.forget_all(settings, *stone.arrivals)
    if (settings.var / "isian").is_dir():
        sync_folder(settings.var / "isian")


def _drop_beside(desk: Desk) -> None:
    """Remove what else holds what was destroyed. Raises NotDurable.

    Databases that a rebuild put aside, or left half made; made pages that wait to be used again (``var/pdf``); what a
    killed backup or import left. A backup or an import that runs takes its own away at its end.
    """
    var = desk.settings.var
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
