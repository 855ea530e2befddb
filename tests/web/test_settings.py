"""The settings in the browser: what the office chose is shown, holidays and mandates are kept, templates are looked at and put."""

import re
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.settings.options import OPTIONS, SECTIONS
from tests.office.bureau import ADMIN, CHAIR, CLERK, OVERSEER
from tests.web.door import Door
from tests.web.guest import Guest
from tests.web.telephone import forget
from tests.web.test_health import until
from tests.web.visitor import Answer, Visitor, entered

HOLIDAYS = "/pengaturan/hari-libur/"
TEMPLATES = "/pengaturan/templat/"
NAME = "surat-jawaban-perorangan"
TITLE = "Surat jawaban untuk perorangan"
_MARK = re.compile(rf'/pengaturan/templat/([0-9a-f]{{16}})/" aria-label="Buka {TITLE}"')


@pytest.fixture
def chair(door: Door) -> Iterator[Visitor]:
    """The chair, with a telephone of this test."""
    forget(door)
    yield entered(door, CHAIR)
    forget(door)


def mark_of(visitor: Visitor) -> str:
    """Return the mark of the template of the tests."""
    match = _MARK.search(visitor.get(TEMPLATES).text)
    assert match
    return match[1]


def put(visitor: Visitor, mark: str, data: bytes, reason: str = "Kop baru.") -> Answer:
    """Send a new version of a template, as the form of the page does."""
    edge = secrets.token_hex(12)
    parts = {"csrfmiddlewaretoken": visitor.token, "act": "put", "reason": reason}
    head = "".join(
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in parts.items()
    )
    file = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="baru.docx"\r\n\r\n'
    body = head.encode() + file.encode() + data + f"\r\n--{edge}--\r\n".encode()
    kind = {"Content-Type": f"multipart/form-data; boundary={edge}"}
    return visitor.send("POST", f"{TEMPLATES}{mark}/", body, kind)


def test_what_the_office_chose_is_shown_to_everybody_and_no_secret(door: Door) -> None:
    forget(door)
    keys = [path.read_bytes() for path in (door.home / "var" / "keys").iterdir() if path.is_file()]
    for account in (CLERK, OVERSEER, ADMIN):
        visitor = entered(door, account)
        for path in ("", "penandatangan/", "hari-libur/", "daftar/", "jra/", "templat/"):
            page = visitor.get(f"/pengaturan/{path}")
            assert page.status == 200, (account, path)
            assert not any(key.strip() and key.strip() in page.body for key in keys)
        office = visitor.get("/pengaturan/").text
        assert "P2TP2A Kabupaten Batang Asri" in office
        assert "Artinya tertulis" not in office, "the meanings are in the language of the reader"
        assert (f'href="{TEMPLATES}"' in office) is (account == ADMIN), "templates are for who keeps them"
        assert (">alamat</code>" in office) is (account == ADMIN), "names of keys are for who edits the file"
        assert (">porta</code>" in office) is (account == ADMIN), "where the machine is, is for its keeper"
        assert not re.search(r">(?:layanan|kode_klasifikasi|nomor|lembaga)</code>", office), (
            "a list is kept as one"
        )
    assert "Sungai Bakung" in visitor.get("/pengaturan/daftar/").text
    assert "semua kasus disimpan" in visitor.get("/pengaturan/jra/").text
    forget(door)


def test_no_meaning_of_a_setting_names_a_key_or_a_variable() -> None:
    key = re.compile(rf"[A-Z]_[A-Z]|\b(?:{'|'.join(SECTIONS)})\.[a-z]")
    assert not [words for option in OPTIONS for words in option.help if key.search(words)]


def test_holidays_are_added_taken_in_as_a_list_and_removed(guest: Guest) -> None:
    guest.expected = ("status of 409",)
    guest.sign_in(CLERK)
    page = guest.page
    guest.go(HOLIDAYS)
    assert "belum diisi" in page.inner_text("main")
    page.click("main a.button")
    page.fill("#holiday_rows", "entah kapan Libur")
    page.click("main form button")
    assert "bukan tanggal" in page.inner_text("[role=alert]")
    assert page.input_value("#holiday_rows") == "entah kapan Libur", "what was typed stays"
    page.fill("#holiday_rows", "01-01-2027 Tahun Baru\n25-12-2026;Hari Raya Natal\n24-12-2026\tCuti bersama")
    page.click("main form button")
    assert "3 hari libur dicatat" in page.inner_text("[role=status]")
    assert "Tahun Baru" in page.inner_text("main")
    page.click("a[aria-label='Hapus 24-12-2026']")
    page.click("main form button")
    assert "bukan hari libur lagi" in page.inner_text("[role=status]")
    assert "menghapus 24-12-2026" in page.inner_text("main")


def test_templates_are_for_chair_and_admin(door: Door, chair: Visitor) -> None:
    mark = mark_of(chair)
    clerk = entered(door, CLERK)
    page = chair.get(TEMPLATES).text
    assert 'aria-current="page">Templat surat' in page
    assert f"{TITLE}<br><small>{NAME}</small>" in page
    assert mark not in clerk.get(TEMPLATES).text
    for path in ("", "contoh/", "contoh/1.png", "templat.docx"):
        assert clerk.get(f"{TEMPLATES}{mark}/{path}").status == 403
    assert clerk.post(f"{TEMPLATES}periksa/").status == 403
    assert chair.get(f"{TEMPLATES}{'0' * 16}/").status == 404


def test_a_template_is_looked_at_changed_and_put_back(door: Door, chair: Visitor) -> None:
    mark = mark_of(chair)
    sample = chair.get(f"{TEMPLATES}{mark}/contoh/")
    assert "dapat dipakai" in sample.text
    picture = chair.get(f"{TEMPLATES}{mark}/contoh/1.png")
    assert picture.body.startswith(b"\x89PNG")
    assert chair.get(f"{TEMPLATES}{mark}/contoh/99.png").status == 404
    given = chair.get(f"{TEMPLATES}{mark}/templat.docx")
    assert given.headers["Content-Disposition"].startswith("attachment")
    here = Path(door.home / "letter_templates" / f"{NAME}.docx")
    assert given.body == here.read_bytes()
    refused = put(chair, mark, b"bukan dokumen Word")
    assert refused.status == 409
    assert "belum dapat dipakai" in refused.text
    assert put(chair, mark, given.body, " ").status == 409
    answer = put(chair, mark, given.body[:-2] + b"\x04\x00baru")
    assert answer.status == 302
    page = chair.get(answer.leads_to).text
    assert "Templat dipasang" in page
    assert "Kop baru." in page
    former = re.search(r'name="former" value="([0-9a-f]{64})"', page)
    assert former
    back = chair.post(answer.leads_to, act="back", former=former[1], reason="Keliru.")
    assert back.leads_to == f"{TEMPLATES}{mark}/"
    assert here.read_bytes() == given.body


def test_all_templates_are_checked_behind_the_page(chair: Visitor) -> None:
    assert chair.post(f"{TEMPLATES}periksa/").leads_to == TEMPLATES
    page = until(chair, "tidak ada yang salah", TEMPLATES)
    assert "belum diperiksa" not in page
