"""``rangkap migrate-store`` moves the archive from the home's folder into a bucket, or back.

Under the home's lock the verified source is carried to an empty target, every byte compared, holds set; then
the home says so in one step. Until then the source serves; the next run resumes.
"""

from contextlib import suppress
from dataclasses import dataclass

from pipeline.archive.finding import Finding
from pipeline.archive.in_folder import InFolder
from pipeline.archive.on_store.archive import OnStore
from pipeline.archive.opened import in_bucket, in_folder, standing_in
from pipeline.archive.relocation import carry, mark, pieces
from pipeline.archive.relocation.target import Target, store_of
from pipeline.kernel import clock
from pipeline.kernel.errors import NotDurable, Refusal
from pipeline.kernel.people import Actor
from pipeline.kernel.relocation import Mark
from pipeline.office.base import filings
from pipeline.office.base.session import Session, need_role
from pipeline.office.disposal import destroy
from pipeline.office.disposal.backup import ADMINS
from pipeline.office.keeping.migrate_database import alone
from pipeline.office.keeping.reconcile import Checked, check
from pipeline.records import boot, entries, history
from pipeline.register.entry import Head
from pipeline.settings import Settings, archive_address

VERB = "migrate-store"
Place = InFolder | OnStore


@dataclass(frozen=True)
class MovedStore:
    """``new``, ``resumed``, ``there``; ``left`` counts foreign files, which stay."""

    target: str
    how: str
    objects: int
    items: int
    size: int
    head: Head
    sha256: str
    left: int = 0


def migrate_store(
    settings: Settings, actor: Actor, to: str, progress: carry.Progress = lambda part, done, total: None
) -> MovedStore:
    """``to`` is ``bucket`` (named by ``RANGKAP_ARCHIVE``) or ``folder``."""
    need_role(Session(settings, actor), VERB, ADMINS)
    if not archive_address():
        raise Refusal("archive.no_bucket_named")
    with alone(settings, mark.MOVES) as before:
        if before is not None and before.serving == to:
            return _there(settings, before)
        move = mark.MOVES.begun(before, to)
        source, target = _place(settings, move.source), Target(_place(settings, move.target), move.id)
        try:
            source.need_mounted()
        except Refusal as error:
            if error.code not in ("archive.not_mounted", "archive.not_this_bucket"):
                raise
            raise Refusal("archive.nothing_to_move", place=mark.TITLES[move.source]) from None
        target.look()
        target.need_space(store_of(source))
        with standing_in(source):
            return _moved(settings, actor, move, before, source, target, progress)


def _there(settings: Settings, move: Mark) -> MovedStore:
    if move.ended:
        _forget(Target(_place(settings, move.target), move.id))
    return MovedStore(move.serving, "there", 0, 0, 0, Head(0, ""), "")


def _place(settings: Settings, name: str) -> Place:
    return in_folder(settings) if name == mark.FOLDER else in_bucket(settings)


def _moved(
    settings: Settings, actor: Actor, move: Mark, before: Mark | None, source: Place, target: Target, progress: carry.Progress
) -> MovedStore:  # fmt: skip
    boot.open_records(settings)
    checked = _need_proved(Session(settings, actor), progress)
    items = store_of(source)
    with mark.MOVES.marked(settings.var, move, before, "archive.target_taken"):
        target.claim()
    every = pieces.units(items, move.target)
    carry.fill(every, items, target, progress)
    proof = carry.prove(every, items, target, progress)
    if not any(act.detail.get("move") == move.id for act in history.of_verb(VERB)):
        # once, also where a run ended between this and the mark of the home
        with boot.transact():
            history.note(clock.now(), actor, VERB, None, subject=move.target, move=move.id, items=proof.items)
    target.put_in_place()
    mark.write(settings.var, move.done(clock.stamp(clock.now())))  # the moment of the move
    _forget(target)
    last = entries.last()
    head = Head(last.n, last.hash) if last else Head(0, "")
    left = sum(not finding.is_damage and _is_carried(finding) for finding in checked.findings)
    how = "new" if target.is_new else "resumed"
    return MovedStore(move.target, how, checked.of_objects, proof.items, proof.size, head, proof.sha256, left)


def _need_proved(session: Session, progress: carry.Progress) -> Checked:
    if failed := [*filings.recover_all(session), *destroy.resume_pending(session)]:
        raise failed[0]
    checked = check(session, progress=lambda step: progress("asal", step.done, step.total))
    if damage := [finding for finding in checked.damage if _is_carried(finding)]:
        raise Refusal("archive.source_damaged", what=f"{len(damage)} temuan")
    return checked


def _is_carried(finding: Finding) -> bool:
    """Letters in ``var/arrivals/`` stay where they are."""
    return not finding.path.startswith("../")


def _forget(target: Target) -> None:
    with suppress(NotDurable):
        target.forget()
