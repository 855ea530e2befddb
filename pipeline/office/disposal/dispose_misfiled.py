"""Documents that were moved out of a case, on the list of what is to be destroyed: their bytes, not their case.

The object of the wrong case still holds them in an earlier version, and no version is ever rewritten. So a successor
(``2026-0042.2``) with the logical state alone takes the place of the object, by the same steps as any destruction: a
list, the chair's approval, minutes. The case goes on; its history, register and letters stay.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import datetime

from pipeline.archive.archive import Archive
from pipeline.archive.destroy import successor_of
from pipeline.archive.layout import CONTENT, KASUS, object_in
from pipeline.cases.register_columns import register_columns
from pipeline.kernel.ids import disposal_id
from pipeline.kernel.people import Actor
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, moment_for_numbers, need_role
from pipeline.office.base.dossier import Paper, answered, dossier
from pipeline.office.base.remarks import remarks
from pipeline.office.base.retention import KEEPERS, retention_of
from pipeline.office.disposal import dispose, misfiled
from pipeline.office.disposal.errors_dispose import NoLonger, NothingMisfiled
from pipeline.records import boot, cases, disposals, entries, history, numbers
from pipeline.records.disposals import OPEN, Disposal, DisposalState, Doomed
from pipeline.records.entries import Intent
from pipeline.register.canonical import canonical
from pipeline.register.payload import make_payload

VERB = "misfiled_destroy"
EVENT = "dokumen salah berkas"
_KIND, _MESSAGE = "succeeded", "penerus tanpa dokumen salah berkas"
_NO_SCHEDULE = "–"


def propose(desk: Desk) -> Disposal:
    """Make the list of all cases whose object still holds documents of other cases.

    Raises NotYours, KeepsVersions, NothingMisfiled, NoLonger, FilingPending.
    """
    need_role(desk, "dispose propose --misfiled", KEEPERS)
    desk.archive.need_destructible()
    moment = moment_for_numbers()
    with boot.transact():
        doomed = tuple(_doomed(desk, number) for number in _standing(desk))
        if not doomed:
            raise NothingMisfiled
        seq = numbers.next_of(f"musnah/{desk.today.year}")
        name = disposal_id(desk.today.year, seq)
        digest = disposals.digest_of(doomed)
        one = Disposal(name, doomed, digest, to_seconds(moment), desk.actor.account)
        disposals.add(one)
        dispose.enter_step(desk, one, dispose.PROPOSE, moment, digest=digest, cases=len(doomed))
    file_away.finish(desk, one.id)
    return one


def _standing(desk: Desk) -> Iterator[str]:
    """Yield the cases that can be proposed: those documents were moved from, without a hold, on no list, at rest."""
    listed = {each.case for one in disposals.listed(*OPEN, DisposalState.DESTROYING) for each in one.cases}
    for number in sorted({one.case for one in history.of_verb("move_out")}):
        if cases.has(number) and number not in listed and not misfiled.reason_against(desk, number):
            yield number


def _doomed(desk: Desk, number: str) -> Doomed:
    archive, case = desk.archive, cases.get(number)
    name = archive.object_of(number)
    head, digest = archive.head_of(name), archive.digest_of(name)
    if head is None or not digest:
        raise NoLonger(case=number, list="-", reason="arsipnya rusak; jalankan rangkap verify")
    found = retention_of(desk, case)
    return Doomed(
        case=number,
        register_number=case.register_number,
        code=found.code,
        series=found.schedule.series if found.schedule else _NO_SCHEDULE,
        security=found.security,
        event=EVENT,
        since="",
        until="",
        documents=len(archive.withdrawn(name)),
        version=head.head,
        inventory_sha512=digest,
        object=name,
        successor=successor_of(name),
    )


def note(desk: Desk, one: Disposal, minutes: dict[str, str], moment: datetime) -> None:
    """Write into the history of each case that its documents go, by which minutes; in the deciding transaction."""
    said = {"number": minutes["number"], "day": minutes["day"], "list": one.id}
    for each in of(one):
        history.note(moment, desk.actor, VERB, None, each.case, each.successor, **said)


def of(one: Disposal) -> list[Doomed]:
    """Return what of a list is not a case but documents that lie in the wrong one."""
    return [each for each in one.cases if each.successor]


def carry_out(desk: Desk, one: Disposal) -> None:
    """Let each successor take its place; can be repeated. Raises what the archive raises, and FilingPending."""
    for each in of(one):
        operation = operation_of(one, each)
        if entries.of_operation(f"{each.object}-0") is None:
            file_away.finish(desk, each.case)
            with boot.transact():
                _begin(desk, one, each, operation)
        file_away.finish(desk, each.case)
        stone = entries.of_operation(f"{each.object}-0")
        assert stone is not None
        desk.archive.destroy(each.object, stone.inventory_sha512, operation)


def operation_of(one: Disposal, each: Doomed) -> str:
    """Return the operation by which a successor is filed: the same each time it is tried."""
    return f"{one.id}-{each.successor.replace('.', '-')}"


def _begin(desk: Desk, one: Disposal, each: Doomed, operation: str) -> None:
    """Commit to filing the successor; where it is in the archive already, with the payloads that it holds."""
    archive, case = desk.archive, cases.get(each.case)
    kasus = _kasus(archive, each)
    _restore_acts(one, each, kasus)
    columns = register_columns(
        case,
        answered(case.number),
        f"{file_away.ARCHIVED}{object_in(each.successor)}",
        remarks=remarks(case.number),
    )
    payload, stone, moment = make_payload(columns), make_payload(columns), moment_for_numbers()
    held = cases.documents(case.number)
    if kasus:
        told = json.loads(kasus)["payloads"]
        plain, plain_stone = told[-1], told[-2]
    else:
        whole = dossier(case, _KIND, payload, [])
        whole["payloads"].insert(-1, stone.as_dict())
        kasus, plain, plain_stone = canonical(whole), payload.as_dict(), stone.as_dict()
    papers = [
        Paper(document.logical, f"{file_away.ARCHIVED}{document.path}", document.sha512, document.size)
        for document in held
    ]
    plan = {
        "kind": _KIND,
        "message": _MESSAGE,
        "actor": one.minutes["by"],
        "register_number": case.register_number,
        "expects": cases.archived(case.number),
        "papers": [[paper.logical, paper.path, paper.sha512, paper.size] for paper in papers],
        "payload": plain,
        "stone": plain_stone,
        "replaces": each.object,
        "successor": each.successor,
        "kasus": base64.b64encode(kasus).decode(),
    }
    entries.begin(Intent(operation, case.number, moment, plan))


def _kasus(archive: Archive, each: Doomed) -> bytes:
    """Return ``kasus.json`` of the successor where it is in the archive already; empty if not."""
    if archive.head_of(each.successor) is None:
        return b""
    return archive.read(f"{object_in(each.successor)}/v1/{CONTENT}/{KASUS}")


def _restore_acts(one: Disposal, each: Doomed, kasus: bytes) -> None:
    """Write again what the history lost with a database that was lost before the successor was entered."""
    acts = history.of_case(each.case)
    if any(act.verb == VERB and act.detail.get("list") == one.id for act in acts):
        return
    if kasus:
        told = [history.act_from_json(plain) for plain in json.loads(kasus)["history"]]
        history.restore([act for act in told if act.case == each.case][len(acts) :])
        return
    by = Actor(one.minutes["by"], frozenset(), one.minutes["by"])
    said = {"number": one.minutes["number"], "day": one.minutes["day"], "list": one.id}
    history.note(moment_for_numbers(), by, VERB, None, each.case, each.successor, **said)
