"""The store of what was counted of a month, and the mark by which it is known that nothing has changed since.

The mark is taken of the cases received in the month: which, at which version, and the newest act on them and on their
documents. Whatever changes a case moves its version or writes an act, so that a late entry, a correction of years ago, a
case that leaves the month and one that was destroyed each give another mark.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Max

from pipeline.kernel.files import digest_bytes
from pipeline.records.models import ArrivalRow, CaseRow, HistoryRow, MonthRow


def mark(since: date, until: date, rules: str) -> str:
    """Return the mark of the cases received from ``since`` until ``until``, counted by ``rules``."""
    cases = CaseRow.objects.filter(received__range=(since, until))
    named = cases.order_by().values("number")
    documents = ArrivalRow.objects.filter(case__in=named).values("pk")
    told = (
        list(cases.order_by("pk").values_list("pk", "version", "state")),
        HistoryRow.objects.filter(case__in=named).aggregate(Max("pk"), Count("pk")),
        HistoryRow.objects.filter(subject__in=documents).aggregate(Max("pk"), Count("pk")),
    )
    return digest_bytes(json.dumps([rules, *told], sort_keys=True).encode(), "sha256")


def kept(month: str, of: str) -> Mapping[str, Any] | None:
    """Return what was counted of ``month`` (``2026-11``) under the mark ``of``; None where nothing was, or under another."""
    row = MonthRow.objects.filter(pk=month, mark=of).first()
    return json.loads(row.counted) if row else None


def keep(month: str, of: str, counted: Mapping[str, Any]) -> None:
    """Keep what was counted of ``month`` under the mark ``of`` in the place of what was kept before."""
    plain = json.dumps(counted, ensure_ascii=False, sort_keys=True)
    MonthRow.objects.update_or_create(pk=month, defaults={"mark": of, "counted": plain})
