"""The audit: the chair sees who did what to which case, the admin no case, the overseer counts alone; nobody else anything."""

import re

import pytest

from pipeline.office.overview.audit_labels import PAGES
from tests.office.bureau import ADMIN, CHAIR, CLERK, OFFICER, OVERSEER, Bureau
from tests.web.door import Door
from tests.web.furnished import OTHER, OWN
from tests.web.rights import EVERYBODY, ROWS
from tests.web.visitor import Visitor, entered

_ROW = re.compile(r"<tr><td class=\"number\">.*?</tr>")


def rows(page: str) -> list[str]:
    """Return the rows of a page of the audit."""
    return _ROW.findall(page)


@pytest.fixture(scope="module")
def chair(door: Door) -> Visitor:
    """The chair, after somebody looked, revealed, and typed a wrong word."""
    clerk = entered(door, CLERK)
    clerk.get(f"/kasus/{OWN}/")
    clerk.post(f"/kasus/{OWN}/", reason="Menelepon balik Qorbania.")
    Visitor(door).sign_in(OFFICER, "bukan kata masuknya")
    entered(door, OVERSEER).post("/cari/", wanted=OWN)
    return entered(door, CHAIR)


@pytest.fixture(scope="module")
def admin(door: Door) -> Visitor:
    """The technical admin."""
    return entered(door, ADMIN)


def test_the_chair_sees_who_looked_revealed_and_failed(chair: Visitor) -> None:
    page = chair.get("/catatan-akses/").text
    for words in ("melihat kasus", "gagal masuk", "ditolak karena tidak berhak", OWN, CLERK):
        assert words in page
    assert "Qorbania" not in page
    entries = rows(chair.post("/catatan-akses/", account=CLERK, kind="lihat", case=OWN).text)
    assert entries
    assert all(CLERK in row and OWN in row for row in entries)
    (failed, *_) = rows(chair.post("/catatan-akses/", kind="gagal").text)
    assert OVERSEER in failed or OFFICER in failed


def test_a_case_hidden_from_the_chair_leaves_no_trace(chair: Visitor) -> None:
    for form in ({}, {"case": OTHER}, {"kind": "ubah"}):
        page = chair.post("/catatan-akses/", since="01-01-2020", **form).text
        assert OTHER not in page.replace(f'value="{OTHER}"', "")
    assert "Tidak ada catatan akses" in chair.post("/catatan-akses/", case=OTHER).text


def test_the_admin_sees_no_case_and_the_overseer_counts_alone(
    chair: Visitor, admin: Visitor, door: Door
) -> None:
    seen = admin.post("/catatan-akses/", since="01-01-2020", case=OWN).text
    assert rows(seen)
    assert "gagal masuk" in seen
    assert not re.search(r"2026-0\d{3}", seen.replace(f'value="{OWN}"', ""))
    overseer = entered(door, OVERSEER).get("/catatan-akses/").text
    assert rows(overseer) == []
    assert "Jumlah dalam periode" in overseer
    main = overseer.partition("<main")[2]
    assert not any(name in main for name in (CLERK, OFFICER, OWN))


def test_a_refused_page_is_named_in_words_and_its_case_leads_on(
    chair: Visitor, admin: Visitor, door: Door
) -> None:
    assert entered(door, OFFICER).get(f"/kasus/{OWN}/tugas/").status == 403
    (row, *_) = rows(chair.post("/catatan-akses/", kind="gagal", account=OFFICER).text)
    assert "<td>penugasan</td>" in row
    assert f'href="/kasus/{OWN}/"' in row
    (row, *_) = rows(admin.post("/catatan-akses/", kind="gagal", account=OFFICER).text)
    assert "<td>penugasan</td>" in row
    assert OWN not in row


def test_every_page_that_may_be_refused_has_words() -> None:
    closed = {name for name, row in ROWS.items() if row.may != EVERYBODY or row.acts}
    assert closed - set(PAGES) == set()


def test_the_pages_of_a_draft_are_one_look_for_a_visit(chair: Visitor, door: Door) -> None:
    count = "SELECT count(*) FROM records_accessrow WHERE verb = 'review' AND account = ? AND subject = ?"
    pages = re.findall(r"src=\"(/kasus/[^\"]+/halaman-\d+\.png)\"", chair.get(f"/kasus/{OWN}/surat/").text)
    before = door.rows(count, CHAIR, OWN)
    assert len(pages) >= 2
    assert {chair.get(page).status for page in pages} == {200}
    assert door.rows(count, CHAIR, OWN) == before


def test_pages_go_on_without_leaving_a_row_out(chair: Visitor, door: Door) -> None:
    clerk = entered(door, CLERK)
    for _ in range(60):
        clerk.get(f"/kasus/{OWN}/")
    form = {"account": CLERK, "kind": "lihat", "since": "01-01-2020"}
    whole: list[str] = []
    page = chair.post("/catatan-akses/", **form).text
    while True:
        whole += rows(page)
        place = dict(re.findall(r'name="(looks|acts)" value="(\d*)"', page))
        if not place:
            break
        page = chair.post("/catatan-akses/", **form, **place).text
    (count,) = door.rows(
        "SELECT count(*) FROM records_accessrow WHERE account = ? AND verb NOT LIKE 'user_%' AND verb <> 'reveal' "
        "AND verb <> 'right_refused' AND verb NOT LIKE '%print'", CLERK,
    )  # fmt: skip
    hidden = 0
    assert len(whole) > 60
    assert len(whole) <= count[0] - hidden


def test_it_goes_out_for_a_purpose_that_is_written_down(chair: Visitor, door: Door) -> None:
    assert chair.post("/catatan-akses/keluar/", purpose="lain", own="x").status == 400
    answer = chair.post("/catatan-akses/keluar/", purpose="pemeriksaan", account=CLERK)
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "Waktu,Akun" in answer.text
    assert OWN in answer.text
    (detail,) = door.rows("SELECT detail FROM records_historyrow WHERE verb = 'audit_export'")
    assert '"purpose": "pemeriksaan"' in detail[0]


def test_a_wrong_day_is_said_and_nothing_is_lost(chair: Visitor) -> None:
    answer = chair.post("/catatan-akses/", since="31-02-2026")
    assert answer.status == 400
    assert "31-02-2026" in answer.text
    assert chair.post("/catatan-akses/", kind="<b>", looks="x", acts="-1").status == 200


def test_damage_is_told_above_all_rows(chair: Visitor, web_office: Bureau) -> None:
    path = web_office.settings.var / "pemeriksaan.json"
    before = path.read_text() if path.exists() else ""
    path.write_text(
        '{"last": null, "failed": null, "damage": {"at": "2026-11-24T01:00:00Z", "damage": 1, "findings": {"changed": 1}}}'
    )
    try:
        assert "menemukan kerusakan" in chair.get("/catatan-akses/").text
    finally:
        path.write_text(before) if before else path.unlink()
