"""How long a session lasts: until the word changes, until nobody works; and what a word for one use opens."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.kernel import clock
from pipeline.records import boot
from tests.office import staff
from tests.office.bureau import ADMIN, ARCHIVIST, CLERK, Bureau
from tests.web.door import WORD, Door, give_words, served
from tests.web.furnished import OWN
from tests.web.visitor import Visitor, entered

NEW = "perahu kayu seberang teluk"


def ends_at(door: Door, visitor: Visitor) -> datetime:
    """Return when the visitor's session ends by itself (UTC)."""
    ((expiry,),) = door.rows("SELECT expire_date FROM django_session WHERE session_key = ?", visitor.session)
    return expiry if isinstance(expiry, datetime) else datetime.fromisoformat(expiry).replace(tzinfo=UTC)


@pytest.fixture
def given_once(web_office: Bureau) -> Iterator[str]:
    """The word that the admin gave the archivist, good for one use."""
    yield str(staff.reset(web_office.session(ADMIN), ARCHIVIST, "Lupa kata masuk."))
    give_words(web_office)
    boot.close()


def test_a_word_for_one_use_opens_nothing_but_its_change(door: Door, given_once: str) -> None:
    boot.close()
    visitor = Visitor(door)
    assert visitor.sign_in(ARCHIVIST, given_once).leads_to == "/kata-sandi/"
    for path in ("/", "/menunggu/", "/cari/", f"/kasus/{OWN}/"):
        assert visitor.get(path).leads_to == "/kata-sandi/"
    assert visitor.post("/cari/", number=OWN).leads_to == "/kata-sandi/"

    assert Visitor(door).sign_in(ARCHIVIST, given_once).status == 401, "the slip is used up"
    assert 'name="word"' not in visitor.get("/kata-sandi/").text, "it is not asked for again"
    assert visitor.post("/kata-sandi/", new=NEW, again=NEW + "x").status == 400
    assert visitor.post("/kata-sandi/", new="123456789012", again="123456789012").status == 400
    assert visitor.post("/kata-sandi/", new=given_once, again=given_once).status == 400
    assert visitor.get("/").leads_to == "/kata-sandi/"

    before = visitor.session
    assert visitor.post("/kata-sandi/", new=NEW, again=NEW).leads_to == "/"
    assert visitor.session != before
    assert visitor.get(f"/kasus/{OWN}/").status == 200
    assert Visitor(door).sign_in(ARCHIVIST, given_once).status == 401
    assert Visitor(door).sign_in(ARCHIVIST, NEW).leads_to == "/"


def test_a_changed_word_ends_the_other_sessions(door: Door, web_office: Bureau) -> None:
    here, there = entered(door, CLERK), entered(door, CLERK)
    assert here.post("/kata-sandi/", word=WORD, new=NEW, again=NEW).leads_to == "/"
    assert here.get("/").status == 200
    assert there.get("/").leads_to == "/masuk/"
    give_words(web_office)
    boot.close()


def test_ones_other_sessions_are_counted_and_ended_with_the_word(door: Door) -> None:
    here, there = entered(door, CLERK), entered(door, CLERK)
    assert "komputer-lain" in here.get("/kata-sandi/").text
    assert here.post("/kata-sandi/komputer-lain/", word="bukan kata yang benar").status == 400
    assert there.get("/").status == 200
    assert here.post("/kata-sandi/komputer-lain/", word=WORD).leads_to == "/kata-sandi/"
    assert there.get("/").leads_to == "/masuk/"
    assert "komputer-lain" not in here.get("/kata-sandi/").text


def test_work_keeps_a_session_alive_and_looking_again_by_itself_does_not(door: Door) -> None:
    visitor = entered(door, CLERK)
    soon = f"{datetime.now(UTC) + timedelta(seconds=50):%Y-%m-%d %H:%M:%S}"
    door.change("UPDATE django_session SET expire_date = ?", soon)
    before = ends_at(door, visitor)
    for path in ("/menunggu/?poll", "/menunggu/?poll=1", "/?poll"):
        assert visitor.get(path).status == 200
    assert ends_at(door, visitor) == before
    assert visitor.get("/").status == 200
    assert (ends_at(door, visitor) - before).total_seconds() > 60


def test_a_session_that_nobody_used_is_over(door: Door) -> None:
    visitor = entered(door, CLERK)
    assert visitor.get("/").status == 200
    left = (ends_at(door, visitor) - datetime.now(UTC)).total_seconds()
    assert 25 * 60 < left <= 30 * 60
    door.change("UPDATE django_session SET expire_date = '2020-01-01 00:00:00'")
    assert visitor.get("/").leads_to == "/masuk/"
    again = visitor.send("GET", "/menunggu/?poll", headers={"HX-Request": "true"})
    assert again.headers["HX-Redirect"] == "/masuk/", "the whole page goes there, not the piece of it"
    assert again.body == b""


def test_a_session_ends_after_a_working_day_however_busy(door: Door, web_office: Bureau) -> None:
    visitor = entered(door, CLERK)
    assert visitor.get("/").status == 200
    evening = (clock.now() + timedelta(hours=12, minutes=30)).isoformat()
    with served(web_office.home, RANGKAP_CLOCK=evening) as later:
        assert Visitor(later, dict(visitor.cookies)).get("/").leads_to == "/masuk/"


def test_wrong_words_at_the_change_of_the_word_shut_the_account_too(door: Door) -> None:
    visitor = entered(door, CLERK)
    answers = [
        visitor.post("/kata-sandi/", word="bukan kata yang benar", new=NEW, again=NEW).status
        for _ in range(6)
    ]
    assert 429 in answers, answers
    assert Visitor(door).sign_in(CLERK).status == 429
    door.change("DELETE FROM axes_accessattempt")
