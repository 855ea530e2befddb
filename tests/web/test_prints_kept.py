"""What was put out for the printer: no more of it is kept than fits."""

from __future__ import annotations

import pytest

from pipeline.web import prints
from tests.office.bureau import CLERK, OFFICER, Bureau


@pytest.fixture(autouse=True)
def empty() -> None:
    """Begin with nothing kept."""
    prints._KEPT.clear()


def test_an_account_pushes_out_its_own_prints_alone(
    web_office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk, officer = web_office.desk(CLERK), web_office.desk(OFFICER)
    theirs = prints.keep(officer, "", (b"%PDF",))
    mine = [prints.keep(clerk, "", (b"%PDF",)) for _ in range(100)]
    assert prints.of(officer, theirs).papers == (b"%PDF",)
    assert [one for one in mine if one in prints._KEPT] == mine[-8:]
    monkeypatch.setattr(prints, "_OWN", (8, 10))
    big = prints.keep(clerk, "", (b"%PDF", b"1234567"))
    assert list(prints._KEPT) == [theirs, big], "the newest is kept, however large"
    monkeypatch.setattr(prints, "_ALL", (60, 12))
    last = prints.keep(officer, "", (b"%PDF",))
    assert list(prints._KEPT) == [last]
