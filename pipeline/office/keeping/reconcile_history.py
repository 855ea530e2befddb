"""History and access log against chain and heads, rows against the acts that changed them.

A row unlike its archived version is work of the day only if the chain fixes what it says.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

from pipeline.archive.finding import DATABASE, Finding, Kind
from pipeline.kernel.clock import read_stamp
from pipeline.kernel.text import N_, Text
from pipeline.records import boot, chain, index_rows
from pipeline.register.entry import GENESIS

_THEN = N_("Find out who did it; the backup holds what was there before.")
_BROKEN = N_("{path} is not as it was written: something was changed, deleted, put in or swapped. ")
_OTHER = N_("{path} does not go on from what is noted in {against}: its end is missing or was replaced. ")
_NO_ACT = N_("The content of {path} has changed without an act in the history. ")
_FOUND = N_(
    "Up to {day}, {found} acts and {looks} looks were sealed as the upgrade found them: what was "
    "changed before that day cannot be proved."
)
_REBUILT = N_(
    "The database was built again on {day}: its history begins anew from the archive, earlier "
    "looks are in the backup alone."
)
_HISTORY, _LOOKS = f"{DATABASE}: riwayat", f"{DATABASE}: catatan akses"


@dataclass(frozen=True)
class Later:
    """Unlike the archive, and the finding where no act explains it.

    ``has_acts``: acts since the archived version explain it where an upgrade found both. ``is_filed``: the
    act that fixed it judges, if any.
    """

    read: Callable[[], Any]
    finding: Finding
    has_acts: bool
    is_filed: bool = False


def unexplained(path: str, case: str | None) -> Finding:
    """A row was changed without an act."""
    return Finding(Kind.CHANGED, path, case, "riwayat", said=_and_then(_NO_ACT))


def _and_then(message: Text) -> Text:
    return Text(message.id + _THEN.id, message.en + _THEN.en)


def _broken(kind: Kind, path: str, case: str | None = None) -> Finding:
    return Finding(kind, path, case, "rantai riwayat", said=_and_then(_BROKEN))


@dataclass
class History:
    """Walks the chain to explain ``later``; lawful destruction emptied ``gone``."""

    later: dict[str, Later] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    _marks: dict[str, tuple[str, str]] = field(default_factory=dict)
    _link: str = GENESIS
    _key: int = 0
    _sealed: int = 0

    def heads(self, known: Iterator[tuple[Mapping[str, Any], str]]) -> Iterator[Finding]:
        """Heads ``known`` elsewhere that this chain does not reach."""
        for head, where in known:
            link = index_rows.link_of(head["n"]) if head else ""
            if head and link != head["hash"] and not (self._begun and read_stamp(head["at"]) <= self._begun):
                kind, key = Kind.CHANGED if link else Kind.ROLLED_BACK, f"baris {head['n']}"
                yield Finding(kind, _HISTORY, None, where, key, said=_and_then(_OTHER))

    def walk(self) -> Iterator[Finding]:
        """Breaks of history or looks; rows that no act explains."""
        yield from self._on()
        self.later = self._unexplained()
        with (
            boot.transact()
        ):  # nobody writes now: the rest of the history and the rows that are left belong together
            left = [*self._on(), *self._looks(), *(later.finding for later in self._unexplained().values())]
        yield from left

    @cached_property
    def _begun(self) -> datetime | None:
        return index_rows.begun_at()

    def _on(self) -> Iterator[Finding]:
        for row in index_rows.history_rows(self._key):
            if chain.link(self._link, row) != row["link"]:
                is_gap = self._key and row["id"] > self._key + 1
                kind = Kind.MISSING if is_gap else Kind.CHANGED
                yield _broken(kind, f"{_HISTORY} baris {row['id']}", row["case"] or None)
            if len(row["salt"]) == len(GENESIS):
                if row["detail"] != "{}" or self.gone.isdisjoint({row["case"], row["subject"]}):
                    yield _broken(Kind.CHANGED, f"{_HISTORY} baris {row['id']}", row["case"] or None)
            elif row["marks"]:
                for name, mark in json.loads(row["marks"]).items():
                    if name in self.later:
                        self._marks[name] = (row["salt"], mark)
            if row["verb"] == chain.SEAL:
                yield from self._looks(json.loads(row["detail"]))
            self._link, self._key = row["link"], row["id"]

    def _looks(self, seal: Mapping[str, Any] | None = None) -> Iterator[Finding]:
        """Without ``seal``, the looks that none covers yet."""
        after, count, whole = self._sealed, 0, sha256()
        for row in index_rows.look_rows(after, seal["to"] if seal else None):
            digest = chain.look_digest(row)
            if row["digest"] and row["digest"] != digest:  # those without one an upgrade found
                yield _broken(Kind.CHANGED, f"{_LOOKS} baris {row['id']}")
            whole.update((row["digest"] or digest).encode())
            count += 1
        if seal and (count, whole.hexdigest()) != (seal["rows"], seal["sha256"]):
            kind = Kind.MISSING if count < seal["rows"] else Kind.UNEXPECTED
            yield _broken(
                Kind.CHANGED if count == seal["rows"] else kind, f"{_LOOKS} baris {after + 1}–{seal['to']}"
            )
        self._sealed = seal["to"] if seal else after

    def _unexplained(self) -> dict[str, Later]:
        left = {}
        is_found = any("found" in detail for _, detail in index_rows.of_verb(chain.BEGIN))
        for name, later in self.later.items():
            now, known = later.read(), self._marks.get(name)
            value = now if now is None or isinstance(now, dict) else vars(now)
            if known is None:
                is_well = later.is_filed or (is_found and later.has_acts)
            else:
                is_well = value is not None and chain.mark_of(known[0], chain.value_digest(value)) == known[1]
            if not is_well:
                left[name] = later
        return left


def notes(day_of: Callable[[datetime], str]) -> tuple[Text, ...]:
    """What was there before the chain began is not proved."""
    messages = []
    for at, detail in index_rows.of_verb(chain.BEGIN):
        message = _FOUND if "found" in detail else _REBUILT
        with suppress(ValueError):  # else the walk has told it
            words = {**json.loads(detail), "day": day_of(at)}
            messages.append(message.of(**words))
    return tuple(messages)
