"""``rangkap migrate-database`` moves the office's database from SQLite to PostgreSQL, or back.

Under the home's lock rows are carried to an empty target and compared; then the home says so in one step.
Until then the source serves; the next run resumes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.archive.opened import archive_of
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor
from pipeline.kernel.relocation import Mark, Moves
from pipeline.office.base import home_lock
from pipeline.office.base.session import REBUILDING, Session, need_role
from pipeline.office.disposal.backup import ADMINS
from pipeline.records import boot, history
from pipeline.records.relocation import carry, mark, source
from pipeline.records.relocation.target import Target
from pipeline.register.entry import Head
from pipeline.register.journal import last_entry
from pipeline.settings import Settings, database_url

VERB = "migrate-database"


@dataclass(frozen=True)
class Moved:
    """``left`` are foreign tables, which stay."""

    target: str
    how: str
    tables: dict[str, int]
    head: Head
    sha256: str
    left: tuple[str, ...] = ()


def migrate_database(
    settings: Settings, actor: Actor, to: str, progress: carry.Progress = lambda part, done, total: None
) -> Moved:
    """Move the database to the engine ``to``."""
    need_role(Session(settings, actor), VERB, ADMINS)
    archive_of(settings).need_mounted()
    if not database_url():
        raise Refusal("records.no_server_named")
    with alone(settings, mark.MOVES) as before:
        if before is not None and before.serving == to:
            return _there(settings, before)
        return _moved(settings, actor, mark.MOVES.begun(before, to), before, progress)


@contextmanager
def alone(settings: Settings, moves: Moves) -> Iterator[Mark | None]:
    """A whole home, with the mark of its last move."""
    with home_lock.alone(settings):
        if (settings.var / REBUILDING).exists():
            raise Refusal("records.no_database")
        try:
            yield moves.read(settings.var)
        finally:
            boot.close()


def _there(settings: Settings, move: Mark) -> Moved:
    if move.ended:
        _forget(Target(settings, move.target, move.id))
    return Moved(move.serving, "there", {}, Head(0, ""), "")


def _moved(
    settings: Settings, actor: Actor, move: Mark, before: Mark | None, progress: carry.Progress
) -> Moved:
    target = Target(settings, move.target, move.id)
    target.point()
    with source.opened(settings, move.source) as held:
        head = source.need_proved(held, last_entry(archive_of(settings)))
        marked = mark.MOVES.marked(settings.var, move, before, "records.target_taken", "kernel.busy")
        with source.pages_known(held), marked, target.claimed():
            proof = carry.proved_before(held, target)
            how = "resumed" if proof else carry.fill(held, target, progress)
            proof = proof or _proved(held, target, actor, progress)
            left = carry.left(held)
    target.put_in_place()
    mark.write(settings.var, move.done(clock.stamp(clock.now())))  # the moment of the move
    _forget(target)
    counts = {name: table.count for name, table in proof.tables.items()}
    return Moved(move.target, how, counts, head, proof.sha256, tuple(left))


def _proved(held: object, target: Target, actor: Actor, progress: carry.Progress) -> carry.Held:
    proof = carry.prove(held, progress)
    with boot.transact():
        history.note(clock.now(), actor, VERB, None, subject=target.engine, rows=proof.rows)
        target.name(proof.sha256)
    return proof


def _forget(target: Target) -> None:
    with boot.if_readable():
        target.forget()
