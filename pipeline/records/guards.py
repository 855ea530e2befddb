"""Triggers that keep history, access log, register and numbers append-only.

Compared at every start. They stop software and slips; chain, seal and signed paper stand against an
administrator.
"""

from collections.abc import Sequence
from types import ModuleType
from typing import Any

from django.db import connection

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text, as_it_is, joined
from pipeline.records.postgresql import triggers as postgresql
from pipeline.records.sqlite import triggers as sqlite

_WORDS = {
    "records_historyrow": N_("the history"),
    "records_accessrow": N_("the access log"),
    "records_entryrow": N_("the register entries"),
    "records_tombstonerow": N_("the tombstones"),
    "records_numberrow": N_("the letter numbers"),
    "records_officerow": N_("the lists of the office"),
    "records_counterrow": N_("the counters"),
}


def install() -> None:
    """Make every guard anew."""
    with connection.cursor() as cursor:
        for trigger in _engine().all_triggers():
            for sentence in trigger.sentences():
                cursor.execute(sentence)


def need() -> None:
    """Refuse unless every guard is as made."""
    if lost := missing():
        raise Refusal("records.guards_missing", told=lost_message(lost), names=", ".join(lost))


def missing(on: Any = connection) -> list[str]:
    """Guards missing or changed, and foreign triggers."""
    engine = _engine(on)
    with on.cursor() as cursor:
        there: dict[tuple[str, str], Any] = engine.there(cursor)
    made = {(trigger.name, trigger.table): trigger.definition for trigger in engine.all_triggers()}
    lost = [key for key, definition in made.items() if there.get(key) != definition]
    return [name for name, _ in (*lost, *sorted(there.keys() - made.keys()))]


def lost_message(lost: Sequence[str], on: Any = connection) -> Text:
    """How many are ``lost`` or foreign, and where."""
    every = _engine(on).all_triggers()
    tables = list(dict.fromkeys(guard.table for guard in every if guard.name in lost))
    words = joined((_WORDS.get(table, as_it_is(table)) for table in tables), ", ")
    strange = len(set(lost) - {trigger.name for trigger in every})
    own = N_("{lost} of {every}, on {tables}").of(lost=len(lost) - strange, every=len(every), tables=words)
    if not strange:
        return own
    foreign = N_("{strange} triggers that are not ours").of(strange=strange)
    return joined([own, foreign]) if tables else foreign


def _engine(on: Any = connection) -> ModuleType:
    return postgresql if on.vendor == "postgresql" else sqlite
