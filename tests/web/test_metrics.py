"""The numbers for a monitor at the web door: for the bearer of the token alone; a scrape over an office at work."""

from __future__ import annotations

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from pipeline.office.overview import metrics_key
from pipeline.records import boot
from tests.office.bureau import ADMIN, CLERK, OFFICER, Bureau, one_page
from tests.web.door import Door
from tests.web.furnished import OWN
from tests.web.visitor import Answer, Visitor, entered
from tests.worker.doors import doors, wait_for

PLACE = "/metrik/"


@pytest.fixture(scope="module")
def token(web_office: Bureau, door: Door) -> str:
    """The token, made while the door is open."""
    assert Visitor(door).send("GET", PLACE, headers={"Authorization": "Bearer "}).status == 404
    path = metrics_key.make(web_office.desk(ADMIN))
    boot.close()
    return path.read_text("ascii")


def scraped(door: Door, token: str) -> Answer:
    """Ask as a monitor does."""
    return Visitor(door).send("GET", PLACE, headers={"Authorization": f"Bearer {token}"})


def numbers(answer: Answer) -> dict[str, float]:
    """Return every number, by its name and its labels."""
    return {
        " ".join([one.name, *(f"{key}={word}" for key, word in sorted(one.labels.items()))]): one.value
        for family in text_string_to_metric_families(answer.text)
        for one in family.samples
    }


def test_without_the_token_there_is_no_such_address(door: Door, token: str) -> None:
    missing = Visitor(door).get("/tidak-ada/")
    for visitor in (Visitor(door), entered(door, ADMIN)):
        for given in ({}, {"Authorization": f"Bearer {token}x"}, {"Authorization": f"Basic {token}"}):
            answer = visitor.send("GET", PLACE, headers=given)
            assert answer.status == missing.status == 404
            assert "rangkap_" not in answer.text
    assert Visitor(door).get(f"{PLACE}?token={token}").status == 404, "a log would keep it"
    assert Visitor(door).send("POST", PLACE, headers={"Authorization": f"Bearer {token}"}).status in (
        403,
        405,
    )


def test_the_bearer_gets_numbers_without_a_session(door: Door, token: str) -> None:
    entered(door, CLERK).get("/cari/")
    Visitor(door).get("/tidak-ada/")
    answer = scraped(door, token)
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    found = numbers(answer)
    assert found["rangkap_open code="] == 1
    assert found["rangkap_drafts_waiting"] == 2
    for status in ("2xx", "3xx", "4xx"):
        assert found[f"rangkap_web_request_seconds_count status={status}"] >= 1
        assert found[f"rangkap_web_request_seconds_sum status={status}"] > 0
    again = numbers(scraped(door, token))
    asked = "rangkap_web_request_seconds_count status=2xx"
    assert again[asked] == found[asked] + 1
    for word in (CLERK, OFFICER, OWN, "kasus/", "/cari"):
        assert word not in answer.text
    assert not re.search(r"\d{4}-\d{4}", answer.text)


def test_a_key_that_others_may_read_opens_nothing(web_office: Bureau, door: Door, token: str) -> None:
    path = metrics_key.path_of(web_office.settings)
    path.chmod(0o644)
    try:
        assert scraped(door, token).status == 404
    finally:
        path.chmod(0o600)
    assert scraped(door, token).status == 200


def test_a_scrape_over_an_office_at_work(web_office: Bureau, door: Door, token: str) -> None:
    """The last of this module: what runs on the home is ended with it."""
    with doors(web_office.home, "watcher", "worker"):
        wait_for(lambda: numbers(scraped(door, token))["rangkap_door_up door=watcher"] == 1)
        before = numbers(scraped(door, token))
        web_office.drop(one_page("pantauan"))

        def taken() -> bool:
            now = numbers(scraped(door, token))
            waiting = "rangkap_letters_waiting state="
            states = ("new", "read", "unreadable")
            return sum(now[waiting + one] - before[waiting + one] for one in states) == 1

        wait_for(taken)
        wait_for(lambda: numbers(scraped(door, token))["rangkap_letters_waiting state=new"] == 0)
        now = numbers(scraped(door, token))
        assert [now[f"rangkap_door_up door={one}"] for one in ("watcher", "worker", "web")] == [1, 1, 1]
        assert now["rangkap_jobs state=waiting"] == now["rangkap_jobs state=failed"] == 0
        assert now["rangkap_intake_paused"] == 0
