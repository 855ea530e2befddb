"""The office that makes the fixture home: what its people do again and again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pipeline.kernel import clock
from pipeline.office.cases import register
from pipeline.office.delivery import deliver_print, report
from pipeline.office.signing import review
from pipeline.records import cases
from tests.office import bureau as of
from tests.office.bureau import (
    CHAIR,
    CLERK,
    OFFICER,
    Bureau,
    one_page,
)
from tests.office.procedure_doors import DOORS
from tests.office.procedure_machine import pages
from tests.street import further_answers as say

OPERATOR = of.USER
DAY = date(2026, 11, 24)
WHY = "sebab yang ditulis"


class Office(Bureau):
    """The office; it has what the doors of :mod:`tests.office.procedure_doors` ask of their machine."""

    calls = 0
    school_case = ""
    """The case that is handed over in the end."""

    @property
    def bureau(self) -> Bureau:
        """The office itself."""
        return self

    @contextmanager
    def at(self, moment: str) -> Iterator[None]:
        """Let it be another moment."""
        with patch.dict(os.environ, {"RANGKAP_CLOCK": moment}):
            yield

    def officer(self, case: str) -> str:
        """Return who handles ``case``."""
        return cases.get(case).officer

    def is_high(self, case: str) -> bool:
        """Tell whether the risk of ``case`` is high."""
        return cases.get(case).values.get("risk") == "tinggi"

    def do(self, verb: str, case: str, account: str, lacks: str = "") -> Any:
        """Take a step as the doors do."""
        self.calls += 1
        return DOORS[verb](self, case, self.desk(account), lacks)  # type: ignore[arg-type]

    def called(self, **changed: Any) -> str:
        """Register a telephone call; returns its case."""
        self.calls += 1
        given = say.CALL_WITH_ADDRESS | {
            "summary": f"Telepon yang ke-{self.calls}.",
            register.NOT_A_DUPLICATE: True,
        }
        given = {name: one for name, one in (given | changed).items() if one not in ("", None)}
        return register.register_call(self.desk(), given).number

    def wrote(self, answers: Mapping[str, Any], data: bytes = b"") -> str:
        """Register a letter; returns its case."""
        self.calls += 1
        came = self.arrive(data or one_page(f"surat ke-{self.calls}"))
        given = {name: one for name, one in answers.items() if one not in ("", None)}
        return register.register_arrival(self.desk(), came, given | {register.NOT_A_DUPLICATE: True}).number

    def to(self, *parts: str) -> Path:
        """Return a folder beside the home, for what is printed."""
        place = self.home.parent.joinpath(*parts)
        place.mkdir(parents=True, exist_ok=True)
        return place


@contextmanager
def empty_pages(*, letters: bool) -> Iterator[None]:
    """Let a handling report be an empty page, and letters too if so; LibreOffice makes them otherwise."""
    with ExitStack() as held:
        held.enter_context(patch.object(report, "made", lambda *_: one_page(f"laporan {clock.now()}")))
        if letters:
            held.enter_context(patch.object(review, "to_pdf", pages))
            held.enter_context(patch.object(deliver_print, "to_pdf", pages))
            held.enter_context(patch.object(review, "need_same", lambda *_: None))
        yield


def answered(o: Office, **changed: Any) -> str:
    """Carry a call to its filed answer, copies as empty pages."""
    case = o.called(**changed)
    o.do("draft", case, OFFICER)
    o.do("approve", case, CHAIR)
    o.do("sign", case, CLERK)
    return case
