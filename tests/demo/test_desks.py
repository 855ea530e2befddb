"""The demonstration that stays open: work on every desk, and an account for each role that gets in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from demo import desks, steps
from demo.browser import Browser
from demo.desk_letters import BROKEN
from demo.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office in which the doors are open and nothing has come in."""
    office = Office(tmp_path / "rumah")
    steps.make_home(steps.Walk(office))
    yield office
    office.close_doors()


def test_everybody_gets_in_and_finds_something_to_do(office: Office) -> None:
    port = desks.choose_port(office)
    office.open_doors(("start",))
    desks.lay_out(office)
    address = f"http://127.0.0.1:{port}"
    entries = desks.let_in(office, address)
    assert [entry.account for entry in entries] == list(desks.EVERYBODY)
    assert {entry.account for entry in entries if entry.codes} == {steps.CHAIR, desks.ADMIN}
    todo = office.call("todo", account=steps.CLERK)
    assert [refusal["name"] for refusal in todo["refused"]] == [BROKEN[0]]
    assert len([arrival for arrival in todo["arrivals"] if arrival["state"] == "terbaca"]) == 2
    states = {case["state"] for case in office.call("todo", account=steps.CHAIR)["cases"]}
    assert {"terdaftar", "konsep diajukan", "menunggu tanda tangan"} <= states, states

    chair = Browser(address)
    chair.post("/masuk/", account=steps.CHAIR, word=desks.WORD)
    (codes,) = [entry.codes for entry in entries if entry.account == steps.CHAIR]
    assert chair.account_shown(chair.post("/kode/", code=codes[0])) == steps.CHAIR
    assert "2026-0002" in chair.get("/")
