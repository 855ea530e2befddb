"""What an older version did with misfiled documents: a list of them, and a successor in the place of the object that held them."""

from pipeline.archive.deposit import NewFile, NewVersion
from pipeline.archive.layout import object_in, successor_of
from pipeline.cases.register_columns import register_columns
from pipeline.kernel import clock
from pipeline.office.base import filings, keys
from pipeline.office.base.dossier import answered, dossier
from pipeline.office.disposal import dispose
from pipeline.records import boot, cases, disposals, entries, history
from pipeline.records.disposals import Disposal, DisposalItem, DisposalState
from pipeline.records.entries import Intent
from pipeline.records.models import CaseRow
from pipeline.register import journal
from pipeline.register.entry import canonical, make_entry, seal
from pipeline.register.payload import Payload, make_payload
from pipeline.register.tombstone import REPLACED
from tests.office.bureau import ARCHIVIST, Bureau

LISTED, BEGUN, DEPOSITED, ENTERED, DONE = range(5)
"""How far it came: the list is approved, carried out, the successor lies there, is in the register, the old object is gone."""
MINUTES = {"number": "BA/1/2026", "day": "2026-11-24", "by": ARCHIVIST}


def older_list(bureau: Bureau, number: str, until: int = DONE) -> Disposal:
    """Carry a list of the misfiled documents in case ``number`` out, as far as ``until``."""
    session, archive = bureau.session(ARCHIVIST), bureau.archive
    old = archive.object_of(number)
    head, case = archive.head_of(old), cases.get(number)
    assert head
    item = DisposalItem(
        number, case.register_number, "400", "–", "rahasia", "dokumen salah berkas", "", "",
        1, head.head, archive.digest_of(old), old, successor_of(old),
    )  # fmt: skip
    disposal = Disposal("M-2026-01", (item,), disposals.digest_of((item,)), clock.now(), ARCHIVIST)
    with boot.transact():
        disposals.add(disposal)
        dispose.enter_step(session, disposal, dispose.PROPOSE, clock.now())
        disposal = disposals.change(disposal, state=DisposalState.APPROVED, approval=MINUTES)
        dispose.enter_step(session, disposal, dispose.APPROVE, clock.now())
    filings.complete_case(session, disposal.id)
    if until >= BEGUN:
        with boot.transact():
            detail = {"number": MINUTES["number"], "day": MINUTES["day"], "list": disposal.id}
            history.note(
                clock.now(), session.actor, "misfiled_destroy", None, number, item.successor, **detail
            )
            disposal = disposals.change(disposal, state=DisposalState.DESTROYING, minutes=MINUTES)
            dispose.enter_step(session, disposal, dispose.DESTROY, clock.now())
        filings.complete_case(session, disposal.id)
        _carry_out(bureau, disposal, item, until)
    return disposals.get(disposal.id)


def _carry_out(bureau: Bureau, disposal: Disposal, item: DisposalItem, until: int) -> None:
    archive, case, operation = bureau.archive, cases.get(item.case), f"{disposal.id}-{item.case}-2"
    columns = register_columns(case, answered(case.number), f"archive/{object_in(item.successor)}")
    payload, stone = make_payload(columns), make_payload(columns)
    plain = dossier(case, "succeeded", payload, [], [])
    plain["payloads"].insert(-1, stone.as_dict())
    plan = {
        "kind": "succeeded",
        "replaces": item.object,
        "successor": item.successor,
        "expects": item.version,
        "papers": [],
        "payload": payload.as_dict(),
    }
    with boot.transact():
        entries.begin(Intent(operation, item.case, clock.now(), plan))
    if until < DEPOSITED:
        return
    files = [
        NewFile(held.logical, archive.read(held.path), held.sha512) for held in cases.documents(item.case)
    ]
    made = archive.deposit(
        NewVersion(item.successor, files, canonical(plain), "penerus", operation, clock.now(), ARCHIVIST)
    )
    if until < ENTERED:
        return
    with boot.transact():
        _append(bureau, REPLACED, item.object, 0, item.inventory_sha512, stone, f"{item.object}-0")
        _append(bureau, "succeeded", item.successor, 1, made.inventory_sha512, payload, operation)
        CaseRow.objects.filter(pk=item.case).update(archived=0)
        documents = filings.documents_of(archive.documents_in(item.successor))
        cases.filed(item.case, made.version, documents)
    journal.complete(archive, entries.after)
    if until < DONE:
        return
    archive.destroy(item.object, item.inventory_sha512, operation)
    with boot.transact():
        entries.finish(operation)
        disposals.change(disposals.get(disposal.id), state=DisposalState.DESTROYED)


def _append(
    bureau: Bureau, kind: str, name: str, version: int, digest: str, payload: Payload, operation: str
) -> None:
    last, settings = entries.last(), bureau.settings
    entry = make_entry(
        last, moment=filings.moment_after(last), year=2026, kind=kind, case=name, version=version,
        register_number=cases.get(name.partition(".")[0]).register_number, inventory_sha512=digest,
        payload_sha256=payload.sha256, actor=ARCHIVIST,
    )  # fmt: skip
    entries.add(seal(entry, *keys.newest(settings, keys.SEAL)), payload, operation)
