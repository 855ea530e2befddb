"""The page of a draft: a preview that does not show the last change says so, and what can be chosen has a title for people."""

from threading import Thread

import pytest

from pipeline.letters import clauses
from pipeline.office.letters import templates
from pipeline.web.previews import Superseded, Trials
from tests.office.bureau import OFFICER
from tests.web.door import Door
from tests.web.guest import Guest
from tests.web.test_drafting import ADDRESS, drawn, renewed, until
from tests.web.visitor import Answer, Visitor, entered


def test_pages_that_do_not_show_the_last_change_say_so_until_they_do(guest: Guest, door: Door) -> None:
    entered(door, OFFICER).post(f"{ADDRESS}buang/")
    guest.sign_in(OFFICER)
    guest.go(ADDRESS)
    page = guest.page
    before = drawn(page)
    assert not page.is_visible("#stale")
    page.fill("#follow_up", "pertemuan konsultasi pada hari Senin")
    assert page.is_visible("#stale"), "said at once, before anything is asked of the office"
    assert page.locator("#drawn.stale").count() == 1
    renewed(page, before)
    until(page, "() => document.getElementById('stale').hidden")
    assert page.locator("#drawn.stale").count() == 0
    page.fill("#letter_attachments", "banyak")
    page.wait_for_selector("#trial a[href='#letter_attachments']")
    assert "pratinjau menyusul" in page.inner_text("#trial")
    assert page.is_visible("#stale"), "a letter that cannot be drawn leaves the old pages, marked"
    page.fill("#letter_attachments", "0")
    until(page, "() => document.getElementById('stale').hidden")


def test_of_three_previews_at_once_none_is_left_without_an_answer(door: Door) -> None:
    seats, answers = [entered(door, OFFICER) for _ in range(3)], list[Answer]()

    def ask(seat: Visitor) -> None:
        answers.append(seat.post(f"{ADDRESS}pratinjau/", follow_up=f"pertemuan ke-{seats.index(seat) + 1}"))

    asking = [Thread(target=ask, args=(seat,)) for seat in seats]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert [reply.status for reply in answers] == [200, 200, 200], (
        "an empty answer would leave a page as it was"
    )
    assert all(
        "halaman-1.png" in answer.text or 'hx-trigger="load delay' in answer.text for answer in answers
    )
    assert seats[0].post(f"{ADDRESS}buang/").status == 302


def test_what_was_drawn_meanwhile_is_not_drawn_again() -> None:
    trials, made = Trials[bytes](), list[str]()

    def make() -> bytes:
        made.append("")
        if len(made) == 1:
            trials.newest["identifikasi"] = 99  # the same letter is asked for again while it is drawn
        return b"%PDF"

    with pytest.raises(Superseded):
        trials.drawn("identifikasi", "sama", make)
    assert trials.drawn("identifikasi", "sama", make) == b"%PDF"
    assert len(made) == 1


def test_every_clause_has_a_title_of_its_own_in_both_languages() -> None:
    for clause in clauses.shipped():
        assert clause.title.id != clause.name.replace("-", " ").capitalize() or clause.name == "tanggal", (
            clause.name
        )
        assert "-" not in clause.title.id
        assert clause.title.en != clause.title.id or "NIK" in clause.title.id, clause.name


def test_a_template_of_the_office_is_called_by_its_kind_and_what_it_adds() -> None:
    assert (
        templates.title_of_template("surat-jawaban-instansi-desa").fill("id")
        == "Surat jawaban untuk lembaga – desa"
    )
    assert templates.title_of_template("surat-jawaban-perorangan").fill("en") == "Answer letter to a person"
    assert templates.title_of_template("catatan-{kami}").fill("id") == "Catatan {kami}"
