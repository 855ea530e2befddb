"""The pages over PostgreSQL: the same door, its own tables too, from the letter that waits to the answer that is approved."""

import re

import pytest

from pipeline.kernel.clock import stamp
from pipeline.records import history
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.web.door import Door, give_words, served
from tests.web.visitor import Visitor, entered

CASE = "2026-0001"


@pytest.fixture
def server_office(on_server: str, bureau: Bureau) -> Bureau:
    """An office on the server whose first answer waits for the chair."""
    for left_by_the_copy in (bureau.home / "var").glob("rangkap.db*"):
        left_by_the_copy.unlink()
    case = bureau.register()
    assert case.number == CASE
    bureau.draft(CASE)
    give_words(bureau)
    return bureau


def approved(door: Door) -> str:
    """Approve as the chair who has looked at the pages; return the page of the letter after that."""
    chair = entered(door, CHAIR)
    assert CASE in chair.get("/").text
    path = f"/kasus/{CASE}/surat/"
    page = chair.get(path)
    assert page.status == 200
    hidden = dict(
        re.findall(r'<input type="hidden" name="(letter|revision|version)" value="([^"]*)"', page.text)
    )
    assert set(hidden) == {"letter", "revision", "version"}
    answer = chair.post(path, decision="approve", **hidden)
    assert answer.status == 302, answer.text
    return chair.get(path).text


def test_an_answer_is_approved_and_found(server_office: Bureau, on_server: str) -> None:
    with served(server_office.home) as door:
        clerk = entered(door, CLERK)
        assert clerk.get("/").status == 200
        officer = entered(door, OFFICER)
        assert officer.get(f"/kasus/{CASE}/").status == 200
        assert officer.get("/menunggu/?poll").status == 200
        assert Visitor(door).sign_in(CLERK, "bukan kata yang benar").status == 401
        assert "/cetak/" in approved(door)
        assert f"/kasus/{CASE}/" in clerk.post("/cari/", wanted=CASE).leads_to
    assert not (server_office.home / "var" / "rangkap.db").exists(), "everything stands on the server"
    server_office.session(CHAIR)
    (act,) = [step for step in history.of_case(CASE) if step.verb == "approve"]
    assert act.detail[history.SINCE] <= stamp(act.at), "the time before the page counts"
