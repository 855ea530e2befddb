"""Who may read, edit, approve, print and attest: everybody else is refused, and nothing has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.errors import Exit
from pipeline.office.base.desk import Desk
from pipeline.office.base.errors import NotYours
from pipeline.office.signing import attest, edited, preview, print_out, review
from tests.office.bureau import CHAIR, CLERK, EVERYBODY, OFFICER, Bureau, files_below, tables
from tests.office.stages import FIRST

Step = Callable[[Desk], Any]
READS = (OFFICER, CHAIR)
OUT = Path("cetak")
STEPS: dict[str, tuple[Step, tuple[str, ...]]] = {
    "take out": (lambda desk: edited.take_out(desk, FIRST, desk.settings.var / OUT), READS),
    "give": (lambda desk: edited.give(desk, FIRST, Path("tidak-ada.docx")), READS),
    "waiting": (lambda desk: edited.waiting(desk, FIRST), READS),
    "take": (lambda desk: edited.take(desk, FIRST), (CHAIR,)),
    "leave": (lambda desk: edited.leave(desk, FIRST, "1", "tidak perlu"), (CHAIR,)),
    "read": (lambda desk: preview.preview(desk, FIRST), READS),
    "pages": (lambda desk: preview.put_pages(desk, FIRST, desk.settings.var / OUT), READS),
    "approve": (lambda desk: review.approve(desk, FIRST), (CHAIR,)),
    "print": (
        lambda desk: print_out.print_out(desk, FIRST, desk.settings.var / OUT),
        (CLERK, OFFICER, CHAIR),
    ),
    "attest": (lambda desk: attest.attest(desk, FIRST, "kurir"), (CLERK, OFFICER)),
    "confirm": (lambda desk: attest.confirm(desk, FIRST), (CHAIR,)),
}


def test_those_who_may_not_are_refused_and_nothing_has_changed(drafted: Bureau) -> None:
    before = tables(drafted), files_below(drafted.settings.var / "letters")
    for step, allowed in STEPS.values():
        for account in set(EVERYBODY) - set(allowed):
            with pytest.raises(NotYours) as told:
                step(drafted.desk(account))
            assert told.value.status is Exit.NO_RIGHT
    assert (tables(drafted), files_below(drafted.settings.var / "letters")) == before
    assert not (drafted.settings.var / OUT).exists()
