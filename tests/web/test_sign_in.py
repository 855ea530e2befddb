"""Signing in at the web door: what opens, what shuts, and what is told and kept of it."""

import re

from pipeline.records import boot
from tests.office import staff
from tests.office.bureau import ADMIN, ARCHIVIST, CLERK, OFFICER, Bureau
from tests.web.door import WORD, Door
from tests.web.visitor import SESSION, Answer, Visitor, entered

WRONG = "bukan kata yang benar"
TYPED_BY_MISTAKE = "kata-rahasia-di-kotak-akun"


def bare(answer: Answer) -> str:
    """Return a page without the token, which differs each time."""
    return re.sub(r'(csrfmiddlewaretoken" value=)"[^"]*"', r"\1", answer.text)


def test_account_and_word_open_what_waits(door: Door) -> None:
    visitor = Visitor(door)
    answer = visitor.sign_in(CLERK)
    assert (answer.status, answer.leads_to) == (302, "/")
    page = visitor.get("/")
    assert page.status == 200
    assert CLERK in page.text


def test_nobody_is_led_to_the_sign_in(door: Door) -> None:
    answer = Visitor(door).get("/")
    assert (answer.status, answer.leads_to) == (302, "/masuk/")


def test_what_was_wrong_is_not_told(door: Door, web_office: Bureau) -> None:
    staff.lock(web_office.session(ADMIN), OFFICER, "Cuti panjang.")
    boot.close()
    try:
        tries = [(CLERK, WRONG), (OFFICER, WORD), (OFFICER, WRONG), ("tidakada", WORD), ("", "")]
        answers = [Visitor(door).sign_in(*attempt) for attempt in tries]
    finally:
        staff.unlock(web_office.session(ADMIN), OFFICER, "Kembali.")
        boot.close()
    assert {answer.status for answer in answers} == {401}
    assert len({bare(answer) for answer in answers}) == 1


def test_five_wrong_words_shut_the_account_for_this_machine(door: Door) -> None:
    visitor = Visitor(door)
    statuses = [visitor.sign_in(ARCHIVIST, WRONG).status for _ in range(5)]
    assert statuses[:4] == [401] * 4
    shut = visitor.sign_in(ARCHIVIST)
    assert shut.status == 429
    assert "15 menit" in shut.text
    assert Visitor(door).sign_in(CLERK).status == 302
    door.change("UPDATE axes_accessattempt SET ip_address = '10.0.0.9'")
    assert visitor.sign_in(ARCHIVIST).status == 302


def test_an_account_that_does_not_exist_shuts_as_one_that_does(door: Door) -> None:
    for other in ("seorang", "lainnya"):
        statuses = [Visitor(door).sign_in(other, WRONG).status for _ in range(6)]
        assert statuses == [*([401] * 4), 429, 429]


def test_what_was_typed_stands_nowhere(door: Door) -> None:
    visitor = Visitor(door)
    answer = visitor.post(f"/masuk/?lupa={TYPED_BY_MISTAKE}", account=TYPED_BY_MISTAKE, word=TYPED_BY_MISTAKE)
    assert TYPED_BY_MISTAKE not in answer.text
    visitor.sign_in(CLERK, TYPED_BY_MISTAKE)
    kept = door.everything()
    assert "axes_accessattempt" in kept
    assert TYPED_BY_MISTAKE not in kept
    assert TYPED_BY_MISTAKE not in door.output.read_text("utf-8")


def test_a_new_number_of_the_session_comes_with_signing_in(door: Door) -> None:
    visitor = Visitor(door)
    visitor.post("/bahasa/")
    before = visitor.session
    assert before
    visitor.sign_in(CLERK)
    assert visitor.session not in ("", before)
    stranger = Visitor(door, {SESSION: before})
    assert stranger.get("/").status == 302


def test_a_number_of_a_session_that_somebody_made_up_is_never_taken_over(door: Door) -> None:
    visitor = Visitor(door, {SESSION: "a" * 32})
    visitor.sign_in(CLERK)
    assert visitor.session != "a" * 32


def test_a_session_is_dead_after_signing_out(door: Door) -> None:
    visitor = entered(door, CLERK)
    old = visitor.session
    assert visitor.post("/keluar/").status == 302
    assert Visitor(door, {SESSION: old}).get("/").leads_to == "/masuk/"
    assert door.rows("SELECT 1 FROM django_session WHERE session_key = ?", old) == []
