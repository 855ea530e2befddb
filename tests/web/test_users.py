"""The accounts of the office in the browser: added with a slip, changed, locked, reset; and what is refused."""

import re
from collections.abc import Iterator

import pytest

from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.web.door import WORD, Door
from tests.web.guest import Guest
from tests.web.telephone import forget
from tests.web.visitor import Visitor, entered

LIST, ONE = "/akun/", "/akun/kelola/"
NEW_WORD = "perahu kayu seberang teluk"
_SLIP = re.compile(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}")


@pytest.fixture
def admin(door: Door) -> Iterator[Visitor]:
    """The admin, with a telephone of this test."""
    forget(door)
    yield entered(door, ADMIN)
    forget(door)


def acted(visitor: Visitor, account: str, act: str, **more: str) -> str:
    """Do something to an account, and return the page that comes then."""
    page = visitor.post(ONE, account=account).text
    shown = dict(re.findall(r'name="(version)" value="(\d+)"', page))
    answer = visitor.post(ONE, account=account, act=act, **shown | {"reason": "Untuk diuji."} | more)
    return visitor.get(answer.leads_to).text if answer.leads_to else answer.text


def test_an_account_is_added_with_a_slip_and_signs_in(guest: Guest, door: Door) -> None:
    forget(door)
    guest.expected = ("status of 409",)
    guest.sign_in(ADMIN)
    page = guest.page
    guest.go(LIST)
    page.fill("#account", "analis")
    page.fill("#reason", "Pegawai baru.")
    page.click("#add button")
    assert "pilih sedikitnya satu peran" in page.inner_text("[role=alert]")
    assert page.input_value("#account") == "analis", "what was typed stays"
    page.check("input[value=petugas_identifikasi]")
    page.check("input[value=admin_teknis]")
    page.click("#add button")
    assert "akun tersendiri" in page.inner_text("[role=alert]")
    page.uncheck("input[value=admin_teknis]")
    page.click("#add button")
    word = page.inner_text(".once")
    assert _SLIP.fullmatch(word)
    assert page.evaluate("getComputedStyle(document.querySelector('#print')).display") != "none"
    page.emulate_media(media="print")
    assert not page.is_visible("#print")
    assert not page.is_visible("header.top")
    assert page.is_visible(".once")
    page.emulate_media(media="screen")
    page.click("main a")
    assert word not in page.content()
    assert "sekali pakai" in page.inner_text("main")
    (made,) = page.locator("tr", has_text="analis").all()
    assert "dapat masuk" in made.inner_text()
    fresh = Visitor(door)
    assert fresh.sign_in("analis", word).leads_to == "/kata-sandi/"
    guest.go(LIST)
    assert "perlu kata sandi" in made.inner_text()
    made.locator("button").click()
    assert "perlu kata sandi" in page.inner_text(".facts"), "the page of the account says what the list says"
    assert fresh.post("/kata-sandi/", word=word, new=NEW_WORD, again=NEW_WORD).leads_to == "/"
    assert word not in door.output.read_text("utf-8")
    forget(door)


def test_changed_roles_end_the_sessions_and_need_a_reason(admin: Visitor, door: Door) -> None:
    worker = entered(door, OVERSEER)
    assert worker.get("/").status == 200
    page = acted(admin, OVERSEER, "roles", role="arsiparis", reason=" ")
    assert "alasan" in page.lower()
    assert worker.get("/").status == 200
    assert "sesinya berakhir" in acted(admin, OVERSEER, "roles", role="arsiparis")
    assert worker.get("/").leads_to == "/masuk/"
    stale = acted(admin, OVERSEER, "roles", role="pengawas", version="0")
    assert "sudah diubah orang lain" in stale
    assert "mengubah peran akun" in stale, "its history stands on its page"
    acted(admin, OVERSEER, "roles", role="pengawas")


def test_a_locked_account_is_out_at_once_and_comes_back(admin: Visitor, door: Door) -> None:
    worker = entered(door, ARCHIVIST)
    assert "1000" in acted(admin, ARCHIVIST, "lock", reason="alasan " * 200)
    assert "Akun dikunci" in acted(admin, ARCHIVIST, "lock")
    assert worker.get("/").leads_to == "/masuk/"
    assert Visitor(door).sign_in(ARCHIVIST, WORD).status == 401
    assert "Kunci akun dibuka" in acted(admin, ARCHIVIST, "unlock")
    assert Visitor(door).sign_in(ARCHIVIST, WORD).status == 302


def _add(admin: Visitor, name: str) -> str:
    slip = _SLIP.search(admin.post(LIST, account=name, role="admin_teknis", reason="Cadangan.").text)
    assert slip
    return slip[0]


def test_a_lost_telephone_is_reset_and_its_session_ends(admin: Visitor, door: Door) -> None:
    chair = entered(door, CHAIR)
    assert chair.get("/").status == 200
    assert "terpasang" in admin.post(ONE, account=CHAIR).text
    assert "diatur ulang" in acted(admin, CHAIR, "factor")
    assert chair.get("/").leads_to == "/masuk/"
    again = Visitor(door)
    assert again.sign_in(CHAIR).status == 302
    assert again.get("/").leads_to == "/kode/"
    assert again.get("/kode/").leads_to == "/kode/pasang/"
    assert admin.get("/").status == 200, "the admin's own stays"


def test_sessions_of_one_account_are_ended_and_of_others_not(admin: Visitor, door: Door) -> None:
    clerk, officer = entered(door, CLERK), entered(door, OFFICER)
    assert "Semua sesi akun itu berakhir" in acted(admin, CLERK, "sessions")
    assert clerk.get("/").leads_to == "/masuk/"
    assert officer.get("/").status == 200


def test_a_new_word_is_shown_once_and_the_old_one_is_over(admin: Visitor, door: Door) -> None:
    old = _add(admin, "pelupa")
    word = _SLIP.search(acted(admin, "pelupa", "word"))
    assert word
    assert word[0] not in admin.get(LIST).text
    assert Visitor(door).sign_in("pelupa", old).status == 401
    assert Visitor(door).sign_in("pelupa", word[0]).leads_to == "/kata-sandi/"
    unknown = admin.post(ONE, account="tidakada", act="word", reason="x")
    assert unknown.status == 404
