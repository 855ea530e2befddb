"""The lists of the office in the browser: a signatory added, changed, retired and brought back; the retention schedule; codes."""

from collections.abc import Iterator

import pytest

from tests.office.bureau import ADMIN, CHAIR, OFFICER
from tests.web.door import Door
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
    lacking = chair.post(NEW, **{name: value for name, value in deputy.items() if name != "row_mandate"})
    assert lacking.status == 400
    assert 'href="#row_mandate"' in lacking.text
    made = chair.post(NEW, **deputy)
    assert made.leads_to == LIST
    assert "Hendrawan Sulu, S.Sos." in chair.get(LIST).text
    days = {"since": "25-11-2026", "until": "28-11-2026", "dated": "24-11-2026"}
    asked = {"absent": CHAIR, "deputy": OFFICER, "letter": "800/1/2026", "reason": "Dinas luar."}
    assert chair.post("/tindakan/record-mandate/", **asked, **days).leads_to == LIST
    assert "?tentang=M-2026-1" in chair.get(LIST).text


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
