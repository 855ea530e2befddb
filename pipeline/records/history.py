"""History (for the law) and access log (UU 27/2022), append-only."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from pipeline.kernel.clock import stamp
from pipeline.kernel.people import Actor
from pipeline.records import chain, request_cache
from pipeline.records.models import EVERY, AccessRow, HistoryRow
from pipeline.records.row_values import portions

CONFIRM_CLOCK = "confirm_clock"
SINCE = "at_it_since"
"""Key in ``detail``: when the actor began."""
VISIT = timedelta(minutes=30)
"""Within it, looks are logged once."""
_COLUMNS = ("at", "account", "operator", "verb", "step", "case", "subject", "detail")
_ROWS = HistoryRow.objects.order_by("pk").values("pk", *_COLUMNS)
_KEYS = HistoryRow.objects.order_by("-pk").values_list("pk", flat=True)
_AGAIN: ContextVar[bool] = ContextVar("again", default=False)


@dataclass(frozen=True)
class Act:
    """One act; ``detail`` holds no names."""

    at: datetime
    account: str
    operator: str
    verb: str
    step: int | None
    case: str
    subject: str
    detail: Mapping[str, Any]


def note(
    moment: datetime,
    actor: Actor,
    verb: str,
    step: int | None = None,
    case: str = "",
    subject: str = "",
    **detail: Any,
) -> None:
    """Write an act (:func:`event`), in the caller's transaction."""
    append([event(moment, actor, verb, step, case, subject, **detail)])


def event(
    moment: datetime, actor: Actor, verb: str, step: int | None, case: str, subject: str, **detail: Any
) -> Act:
    """An act, with a ``step`` since when its actor was at it."""
    if step is not None and actor.since is not None:
        detail = detail | {SINCE: stamp(actor.since)}
    return Act(moment, actor.account, actor.operator, verb, step, case, subject, detail)


def append(acts: Iterable[Act]) -> None:
    """Write acts, also archived ones (rebuild)."""
    chain.add(
        {**vars(act), "detail": json.dumps(dict(act.detail), ensure_ascii=False, sort_keys=True)}
        for act in acts
    )


def of_case(case: str, arrivals: Collection[str] = ()) -> list[Act]:
    """History of ``case``, with its ``arrivals`` before registration."""
    acts = by_key(case)
    if arrivals:  # by subject alone: with an empty case, SQLite would scan all acts without one
        acts = acts | {row["pk"]: _act(row) for row in _ROWS.filter(subject__in=arrivals) if not row["case"]}
    return [acts[key] for key in sorted(acts)]


def by_key(case: str) -> dict[int, Act]:
    """History of ``case``, oldest first."""
    return request_cache.kept(
        "acts of case", case, lambda: {row["pk"]: _act(row) for row in _ROWS.filter(case=case)}
    )


def mark(case: str) -> int:
    """Key of the newest act, read anew."""
    return _KEYS.filter(case=case).first() or 0


def with_documents(cases: Mapping[str, Collection[str]]) -> dict[str, list[Act]]:
    """:func:`of_case` of many cases and their arrivals."""
    owners: dict[str, list[str]] = {}
    for number, ids in cases.items():
        for arrival in ids:
            owners.setdefault(arrival, []).append(number)
    rows: dict[int, dict[str, Any]] = {}
    for which in (Q(case__in=list(cases)), Q(subject__in=list(owners))):
        rows |= {row["pk"]: row for row in _ROWS.filter(which)}
    acts: dict[str, list[Act]] = {number: [] for number in cases}
    for _, row in sorted(rows.items()):
        act = _act(row)
        for number in [act.case] if act.case else owners[act.subject]:
            if number in acts:
                acts[number].append(act)
    return acts


def details(verb: str, cases: Collection[str], *from_verbs: str) -> list[Mapping[str, Any]]:
    """Details of ``verb`` at ``cases`` and at cases with ``from_verbs``."""
    elsewhere = HistoryRow.objects.filter(verb__in=from_verbs).order_by().values("case")
    rows = HistoryRow.objects.filter(verb=verb)
    by_pk = dict(rows.filter(case__in=elsewhere).values_list("pk", "detail"))
    for portion in portions(cases):
        by_pk |= dict(rows.filter(case__in=portion).values_list("pk", "detail"))
    return [json.loads(detail) for _, detail in sorted(by_pk.items())]


def of_subject(subject: str) -> list[Act]:
    """Acts on ``subject``, oldest first."""
    return list(request_cache.kept("acts on", subject, lambda: _acts(Q(subject=subject))))


def of_subjects(prefix: str, *verbs: str) -> list[Act]:
    """Acts on ids with ``prefix``, oldest first."""
    return _acts(Q(subject__startswith=prefix, verb__in=verbs))


def open_cases(subject: str, raised: str, taken: str) -> list[str]:
    """Cases where ``raised`` was not followed by ``taken``."""
    later = HistoryRow.objects.filter(
        case=OuterRef("case"), subject=subject, verb=taken, pk__gt=OuterRef("pk")
    )
    rows = HistoryRow.objects.filter(~Exists(later), subject=subject, verb=raised)
    return list(rows.order_by("case").values_list("case", flat=True).distinct())


def of_verb(*verbs: str, which: Q = EVERY) -> Iterator[Act]:
    """Acts of ``verbs``, oldest first."""
    rows = _ROWS.filter(which, verb__in=verbs)
    return map(_act, rows.iterator(chunk_size=500))


def has_confirmed_clock(n: int) -> bool:
    """Whether somebody confirmed a clock before entry ``n``."""
    return HistoryRow.objects.filter(verb=CONFIRM_CLOCK, subject=str(n)).exists()


@contextmanager
def without_access_log() -> Iterator[None]:
    """The block (an open form polls) must show nothing of a case, or log that itself."""
    token = _AGAIN.set(True)
    try:
        yield
    finally:
        _AGAIN.reset(token)


def log_access(moment: datetime, actor: Actor, verb: str, subject: str) -> None:
    """Log a look or export."""
    log_accesses(moment, actor, verb, [subject])


def log_visit(moment: datetime, actor: Actor, verb: str, subject: str) -> None:
    """Log a look once a :data:`VISIT`."""
    seen = AccessRow.objects.filter(subject=subject[:120], verb=verb, account=actor.account)
    if not seen.filter(at__gt=moment - VISIT, at__lte=moment).exists():
        log_access(moment, actor, verb, subject)


def log_accesses(moment: datetime, actor: Actor, verb: str, subjects: Iterable[str]) -> None:
    """Log looks; within :func:`without_access_log` nothing."""
    if _AGAIN.get():
        return
    look = {"at": moment, "account": actor.account, "operator": actor.operator, "verb": verb}
    looks = [look | {"subject": subject[:120]} for subject in subjects]
    AccessRow.objects.bulk_create(AccessRow(**look, digest=chain.look_digest(look)) for look in looks)


def _acts(which: Q) -> list[Act]:
    return [_act(row) for row in _ROWS.filter(which)]


def _act(row: Mapping[str, Any]) -> Act:
    return Act(**{name: row[name] for name in _COLUMNS} | {"detail": json.loads(row["detail"])})
