"""The lists of the office in the browser: a signatory added, changed, retired and brought back; the retention schedule; codes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.web.door import Door
from tests.web.filed import version_on
from tests.web.guest import Guest
from tests.web.telephone import forget
from tests.web.visitor import Visitor, entered

LIST, ROW, NEW = (
    "/pengaturan/penandatangan/",
    "/pengaturan/baris/penandatangan/P-1/",
    "/pengaturan/baris/penandatangan/baru/",
)
JRA, CODES = "/pengaturan/jra/", "/pengaturan/daftar/"
TITLE, NAME = "Ketua P2TP2A Kabupaten Batang Asri", "Dra. Hj. Wahdaniah Suling, M.Si."
ANSWERS = {
    "row_title": TITLE,
    "row_person": NAME,
    "row_account": CHAIR,
    "row_counts": "24-11-2026",
    "reason": "SK 12/2026.",
}


@pytest.fixture(autouse=True)
def without_telephone(door: Door) -> Iterator[None]:
    """Each test sets up a telephone of its own."""
    forget(door)
    yield
    forget(door)


def version_of(visitor: Visitor, path: str) -> str:
    """Return the version that the form of a row carries."""
    return visitor.get(path).text.split('name="read_version" value="')[1].split('"')[0]


def test_a_signatory_is_changed_retired_and_brought_back_by_keyboard(guest: Guest, door: Door) -> None:
    guest.expected = ("status of 400", "status of 409")
    guest.sign_in(CHAIR)
    page = guest.page
    guest.go(LIST)
    assert "masih dibaca dari office.toml" in page.inner_text("main")
    page.focus(f"a[aria-label='Ubah {NAME}']")
    page.keyboard.press("Enter")
    page.fill("#row_nip", "123")
    page.fill("#reason", "SK 12/2026.")
    page.focus("button[value=change]")
    page.keyboard.press("Enter")
    assert "18 angka" in page.inner_text("[role=alert]")
    assert page.input_value("#row_nip") == "123", "what was typed stays"
    page.fill("#row_nip", "19700101 199503 2 001")
    page.fill("#row_rank", "Pembina Tingkat I")
    page.press("#row_rank", "Enter")
    assert "Perubahan baris P-1 disimpan" in page.inner_text("[role=status]")
    assert "NIP 19700101 199503 2 001" in page.inner_text("main")
    assert "disimpan di basis data sejak 24-11-2026" in page.inner_text("main")
    guest.go(ROW)
    history = page.inner_text("ul.history")
    assert "isi pertama dari office.toml" in history
    assert "Pangkat: Pembina Tingkat I" in history
    assert "SK 12/2026." in history
    page.fill("#row_last", "kemarin")
    page.fill("#why-retire", "Pensiun.")
    page.press("#why-retire", "Enter")
    assert "Baris P-1 dihentikan" in page.inner_text("[role=status].done, .done[role=status]")
    assert "tidak ada yang berhak menandatangani" in page.inner_text("main")
    guest.go(ROW)
    page.fill("#again-2", "Diperpanjang.")
    page.press("#again-2", "Enter")
    assert "berlaku lagi" in page.inner_text("[role=status]")
    assert "menjabat" in page.inner_text("main table")
    lines = door.rows(
        "SELECT version, account, retired FROM records_officerow WHERE name = ? ORDER BY version", "P-1"
    )
    assert [(one[0], one[1], bool(one[2])) for one in lines] == [
        (1, "office.toml", False), (2, CHAIR, False), (3, CHAIR, True), (4, CHAIR, False),
    ]  # fmt: skip


def test_what_two_people_change_is_shown_with_both_values(door: Door) -> None:
    chair = entered(door, CHAIR)
    read = version_of(chair, ROW)
    first = chair.post(ROW, act="change", read_version=read, **ANSWERS, row_rank="Pembina")
    assert first.leads_to == LIST
    stale = chair.post(ROW, act="change", read_version=read, **ANSWERS, row_rank="Penata")
    assert stale.status == 409
    assert "Anda mengetik “Penata”, sekarang “Pembina”" in stale.text
    assert 'value="Penata"' in stale.text
    same = chair.post(ROW, act="change", read_version=version_of(chair, ROW), **ANSWERS, row_rank="Pembina")
    assert (same.status, "tidak ada yang diubah" in same.text) == (409, True)
    assert chair.post(ROW, act="change", **ANSWERS).status == 400, "a form that carries no version"
    past = ANSWERS | {"row_counts": "01-11-2026"}
    refused = chair.post(ROW, act="change", read_version=version_of(chair, ROW), **past)
    assert (refused.status, "sudah lewat" in refused.text) == (400, True)


def test_a_deputy_is_added_and_a_mandate_recorded(door: Door) -> None:
    chair = entered(door, CHAIR)
    deputy = ANSWERS | {
        "row_title": "Sekretaris", "row_person": "Hendrawan Sulu, S.Sos.", "row_account": OFFICER, "row_capacity": "Plh.",
        "row_represents": TITLE, "row_mandate": "Nomor 800/01/2026 tanggal 2 Januari 2026",
    }  # fmt: skip
    del deputy["row_counts"]
    lacking = chair.post(NEW, **{name: one for name, one in deputy.items() if name != "row_mandate"})
    assert lacking.status == 400
    assert 'href="#row_mandate"' in lacking.text
    made = chair.post(NEW, **deputy)
    assert made.leads_to == LIST
    assert "Hendrawan Sulu, S.Sos." in chair.get(LIST).text
    days = {"since": "25-11-2026", "until": "28-11-2026", "dated": "24-11-2026"}
    asked = {"absent": CHAIR, "deputy": OFFICER, "letter": "800/1/2026", "reason": "Dinas luar."}
    asked["read_version"] = version_on(chair.get(LIST).text)
    assert chair.post("/pengaturan/mandat/", act="record", **asked, **days).leads_to == LIST


def test_the_retention_schedule_is_entered_and_changed(door: Door) -> None:
    admin = entered(door, ADMIN)
    row = {
        "row_series": "Penanganan pengaduan",
        "row_active": "2",
        "row_fate": "musnah",
        "reason": "JRA daerah.",
    }
    nothing = admin.post(
        "/pengaturan/baris/jra/baru/", row_code="400.2", row_inactive="0", **row | {"row_active": "0"}
    )
    assert (nothing.status, "nol tahun" in nothing.text) == (400, True)
    added = admin.post("/pengaturan/baris/jra/baru/", row_code="400.2", row_inactive="8", **row)
    assert added.leads_to == JRA
    page = admin.get(JRA).text
    assert "Penanganan pengaduan" in page
    assert "semua kasus" in page
    path = "/pengaturan/baris/jra/J-1/"
    changed = admin.post(
        path, act="change", read_version="1", row_inactive="10", row_counts="24-11-2026", **row
    )
    assert changed.leads_to == JRA
    assert "24-11-2026 sampai" in admin.get(JRA).text
    assert "<del>8</del> → 10" in admin.get(path).text
    ended = admin.post(path, act="retire", read_version="2", row_last="01-01-2020", reason="Keliru.")
    assert ended.leads_to == JRA
    assert "sampai 01-01-2020" in admin.get(JRA).text
    assert admin.post(path, act="again", read_version="3", former="1", reason="Benar.").leads_to == JRA


def test_a_code_that_letters_bear_is_not_retired(door: Door) -> None:
    admin = entered(door, ADMIN)
    added = admin.post(
        "/pengaturan/baris/klasifikasi/baru/", row_code="400.2.9", row_meaning="Anak", reason="Baru."
    )
    assert added.leads_to == CODES
    assert "400.2.9" in admin.get(CODES).text
    used = admin.post("/pengaturan/baris/klasifikasi/K-1/", act="retire", read_version="1", reason="x")
    assert (used.status, "masih dipakai" in used.text) == (409, True)
    free = admin.post(
        "/pengaturan/baris/klasifikasi/K-2/", act="retire", read_version="1", reason="Tidak jadi."
    )
    assert free.leads_to == CODES
    assert "Yang tidak dipakai lagi" in admin.get(CODES).text
    word = admin.post("/pengaturan/baris/kata-bahaya/baru/", row_word="disantet*", reason="Rapat.")
    assert word.leads_to == CODES
    assert "disantet*" in admin.get(CODES).text
    twice = admin.post("/pengaturan/baris/kata-bahaya/baru/", row_word="Disantet*", reason="Rapat.")
    assert (twice.status, "sudah ada dalam daftar" in twice.text) == (400, True)
    number = "/pengaturan/baris/darurat/D-1/"
    assert 'id="row_name"' not in admin.get(number).text, "what it is called stays, its number changes"
    assert (
        admin.post(number, act="change", read_version="1", row_number="112", reason="Baru.").leads_to == CODES
    )
    assert "<del>110</del> → 112" in admin.get(number).text
    assert "menambah baris daftar kantor" in admin.get("/jejak/").text


def test_who_may_not_looks_only(door: Door) -> None:
    for account in (CLERK, OFFICER, ARCHIVIST, OVERSEER):
        visitor = entered(door, account)
        assert "/pengaturan/baris/" not in visitor.get(LIST).text
        assert visitor.get(ROW).status == 403
        assert visitor.post(ROW, act="change", read_version="1", **ANSWERS).status == 403
    admin = entered(door, ADMIN)
    for path in ("/pengaturan/baris/penandatangan/P-99/", "/pengaturan/baris/lain/P-1/"):
        assert admin.get(path).status == 404
