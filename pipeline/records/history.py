"""History (for the law) and access log (for UU 27/2022): rows are added, never changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from pipeline.kernel.clock import read_stamp, stamp
from pipeline.kernel.people import Actor
from pipeline.records.models import AccessRow, HistoryRow

CONFIRM_CLOCK = "confirm_clock"


@dataclass(frozen=True)
class Act:
    """One row of the history: who did what in which step, to which case and thing; ``detail`` without names."""

    at: datetime
    account: str
    operator: str
    verb: str
    step: int | None
    case: str
    subject: str
    detail: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        """Return the row as it stands in ``kasus.json``."""
        return {
            "at": stamp(self.at),
            "account": self.account,
            "operator": self.operator,
            "verb": self.verb,
            "step": self.step,
            "case": self.case,
            "subject": self.subject,
            "detail": dict(self.detail),
        }


def act_from_json(plain: Mapping[str, Any]) -> Act:
    """Read back what :meth:`Act.to_json` gave."""
    return Act(
        read_stamp(plain["at"]),
        plain["account"],
        plain["operator"],
        plain["verb"],
        plain["step"],
        plain["case"],
        plain["subject"],
        plain["detail"],
    )


def note(
    moment: datetime,
    actor: Actor,
    verb: str,
    step: int | None = None,
    case: str = "",
    subject: str = "",
    **detail: Any,
) -> None:
    """Write down one act, inside the caller's transaction."""
    HistoryRow.objects.create(
        at=moment,
        account=actor.account,
        operator=actor.operator,
        verb=verb,
        step=step,
        case=case,
        subject=subject,
        detail=json.dumps(detail, ensure_ascii=False, sort_keys=True),
    )


def restore(acts: Iterable[Act]) -> None:
    """Write acts that the archive kept (rebuild)."""
    HistoryRow.objects.bulk_create(
        HistoryRow(
            at=one.at,
            account=one.account,
            operator=one.operator,
            verb=one.verb,
            step=one.step,
            case=one.case,
            subject=one.subject,
            detail=json.dumps(dict(one.detail), ensure_ascii=False, sort_keys=True),
        )
        for one in acts
    )


def of_case(case: str, arrivals: Collection[str] = ()) -> list[Act]:
    """Return the history of ``case`` (and of its ``arrivals`` before they were its own), oldest first."""
    rows = HistoryRow.objects.filter(Q(case=case) | Q(case="", subject__in=list(arrivals)))
    return [_value(row) for row in rows.order_by("pk")]


def of_subjects(prefix: str, *verbs: str) -> list[Act]:
    """Return the acts of ``verbs`` on things whose id begins with ``prefix``, oldest first."""
    rows = HistoryRow.objects.filter(subject__startswith=prefix, verb__in=verbs)
    return [_value(row) for row in rows.order_by("pk")]


def of_verb(*verbs: str) -> Iterator[Act]:
    """Yield every act of ``verbs``, oldest first."""
    return map(_value, HistoryRow.objects.filter(verb__in=verbs).order_by("pk").iterator(chunk_size=500))


def has_confirmed_clock(n: int) -> bool:
    """Tell whether somebody confirmed the clock although it stands before entry ``n``."""
    return HistoryRow.objects.filter(verb=CONFIRM_CLOCK, subject=str(n)).exists()


def looked(moment: datetime, actor: Actor, verb: str, subject: str) -> None:
    """Write down that ``actor`` saw or exported ``subject``."""
    AccessRow.objects.create(
        at=moment, account=actor.account, operator=actor.operator, verb=verb, subject=subject[:120]
    )


def _value(row: HistoryRow) -> Act:
    return Act(
        row.at, row.account, row.operator, row.verb, row.step, row.case, row.subject, json.loads(row.detail)
    )
