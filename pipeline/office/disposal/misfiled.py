"""Documents that were filed in the wrong case and moved: where their bytes remain, and what an older version began of them.

The object of the wrong case keeps them in an earlier version; no list of it names them any more. An older version of
Rangkap could put a successor (``2026-0042.2``) in the place of such an object. Successors stay what they are; a list of
that kind that was not carried out is withdrawn.
"""

from pipeline.kernel import clock
from pipeline.office.base.desk import Desk
from pipeline.office.disposal import dispose
from pipeline.records import boot, disposals, entries
from pipeline.records.disposals import OPEN, Disposal, DisposalState
from pipeline.register import journal

_WHY = "pemusnahan isi dokumen salah berkas tidak ada lagi; yang sudah dimusnahkan tetap tercatat"


def withdraw_begun(desk: Desk) -> None:
    """Withdraw every list of misfiled documents that was not carried out, and what it had begun to file.

    The caller holds the filing lock or is alone with the home. Can be repeated. Raises what the archive raises.
    """
    for one in disposals.listed(*OPEN, DisposalState.DESTROYING):
        if any(each.successor for each in one.cases):
            _withdraw(desk, one)


def _withdraw(desk: Desk, one: Disposal) -> None:
    stones = {each.case: entries.of_operation(f"{each.object}-0") for each in one.cases}
    is_begun = one.state == DisposalState.DESTROYING
    if is_begun:
        journal.complete(desk.archive, entries.after)
    for each in one.cases if is_begun else ():
        stone = stones[each.case]
        # A successor that is in the register counts, and the object before it goes; one that is not was never there.
        gone = each.object if stone else each.successor
        digest = stone.inventory_sha512 if stone else desk.archive.digest_of(gone)
        desk.archive.destroy(gone, digest, one.id)
    with boot.transact():
        for each in one.cases:
            entries.withdraw_successors(each.case)
        if all(stones.values()):
            disposals.change(one, state=DisposalState.DESTROYED)
        else:
            after = disposals.change(one, state=DisposalState.WITHDRAWN)
            dispose.enter_step(desk, after, dispose.WITHDRAW, clock.now(), reason=_WHY)
