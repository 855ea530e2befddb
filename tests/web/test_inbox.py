"""What has come in: the list renews itself under nobody's hands; letters are joined, split, struck and matched by keyboard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, expect

from demo import signer
from pipeline.records import arrivals
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    OFFICER,
    OVERSEER,
    Bureau,
    one_page,
    pdf_of,
    scanned,
)
from tests.office.stages import FIRST
from tests.office.test_match import wiped
from tests.web.door import Door, served
from tests.web.guest import Guest, opened
from tests.web.visitor import Visitor, entered

pytestmark = pytest.mark.backend


LETTER = f"{FIRST}-1"


@dataclass
class Mail:
    """What lies in this office: its server, three letters of one page, one of sixty, both copies with a code nobody can read."""

    door: Door
    single: list[str] = field(default_factory=list)
    long: str = ""
    copies: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def mail(web_office: Bureau) -> Iterator[Mail]:
    """The office with its mail; what a file is called may be anything."""
    web_office.approve(FIRST)
    came = [web_office.arrive(one_page(f"surat {at}")) for at in (1, 2, 3)]
    long = web_office.arrive(one_page("panjang", 60))
    web_office.drop(b"bukan dokumen", "<img src=x onerror=alert(1)>\u202e.txt")
    web_office.receive()
    paths = web_office.printed(FIRST)
    back = [
        web_office.arrive(pdf_of([scanned(wiped(page)) for page in signer.signed_pages(path, at)]))
        for at, path in enumerate(paths)
    ]
    arrivals.change(arrivals.get(came[2].id), danger="pisau")
    with served(web_office.home) as door:
        yield Mail(
            door, [str(paper.agenda) for paper in came], str(long.agenda), [str(scan.agenda) for scan in back]
        )


@pytest.fixture(scope="module")
def door(mail: Mail) -> Door:
    """The web door of that office."""
    return mail.door


@pytest.fixture
def clerk(guest: Guest) -> Guest:
    """The clerk at the browser."""
    guest.sign_in(CLERK)
    return guest


def said(guest: Guest) -> str:
    return guest.page.inner_text("main > .done")


def test_danger_stands_first_and_no_row_asks_for_the_terminal(mail: Mail, clerk: Guest) -> None:
    clerk.go("/")
    first = clerk.page.locator("#waiting .papers > li").first
    assert mail.single[2] in first.inner_text()
    assert "pisau" in first.inner_text()
    assert "rangkap " not in clerk.page.inner_text("main")
    expect(first.locator("img")).to_have_js_property("complete", True)
    assert first.locator("img").evaluate("one => one.naturalWidth") > 100
    refused = clerk.page.inner_text("section:has(#refused)")
    assert "bukan PDF" in refused
    assert "img_src_x" in refused
    assert re.search(r"\b\d\d-\d\d-20\d\d \d\d\.\d\d\b", refused), refused
    assert "unggah kembali melalui Surat baru" in refused
    assert "inbox" not in refused, "one way to send it again, not two"
    others = entered(clerk.door, ARCHIVIST).get("/").text
    assert "Petugas penerima memperbaikinya" in others
    assert "Surat baru" not in others
    assert "inbox" not in others.partition('id="refused"')[2].partition("</section>")[0]


@pytest.mark.parametrize("account", [CHAIR, OVERSEER])
def test_each_role_finds_its_own_work_without_a_command(door: Door, account: str) -> None:
    page = entered(door, account).get("/").text
    assert "<code>" not in page
    assert "rangkap " not in page.partition("<main")[2]
    own = (
        "surat menunggu didaftarkan"
        if account in (OFFICER, CHAIR, ARCHIVIST)
        else "tidak berwenang membuka kasus"
    )
    assert own in page


def test_the_list_renews_itself_without_taking_focus_or_place(mail: Mail, clerk: Guest) -> None:
    clerk.go("/")
    last = clerk.page.locator("#waiting a[id^=about-]").last
    last.focus()
    here = clerk.page.evaluate("() => [document.activeElement.id, scrollY]")
    picture = clerk.page.locator("#waiting img").first.element_handle()
    mail.door.change(
        "UPDATE records_arrivalrow SET note = 'lembar kedua menyusul' WHERE agenda = ?", mail.single[0]
    )
    expect(clerk.page.locator("#waiting")).to_contain_text("lembar kedua menyusul")
    assert clerk.page.evaluate("() => [document.activeElement.id, scrollY]") == here
    assert picture is not None
    assert picture.evaluate("one => one.isConnected"), "the pictures stay where they are"
    expect(clerk.page.locator("#renewed")).to_contain_text("Daftar diperbarui")
    assert clerk.page.get_attribute("#renewed", "role") == "status"


def test_nothing_new_is_answered_with_nothing(door: Door) -> None:
    visitor = entered(door, CLERK)
    seen = visitor.get("/").text.partition('name="seen" value="')[2].partition('"')[0]
    assert visitor.get(f"/menunggu/?poll&seen={seen}").status == 204
    assert visitor.get("/menunggu/?poll&seen=lain").status == 200
    looks = door.rows("SELECT count(*) FROM records_accessrow WHERE verb = 'todo'")
    visitor.get("/menunggu/?poll")
    assert door.rows("SELECT count(*) FROM records_accessrow WHERE verb = 'todo'") == looks


def test_letters_are_joined_in_an_order_typed_and_come_apart_again(mail: Mail, clerk: Guest) -> None:
    first, second, _ = mail.single
    page = clerk.page
    clerk.go("/")
    page.focus("#to-join")
    page.keyboard.press("Enter")
    page.fill(f"#order-{second}", "1")
    page.fill(f"#order-{first}", "2")
    page.keyboard.press("Enter")
    page.wait_for_selector("#page-2")
    page.fill("#page-1", "2")
    page.fill("#page-2", "1")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/surat-masuk/{first}/")
    assert said(clerk) == f"Digabung: surat {first} sekarang 2 halaman. Nomor yang dicoret: {second}."
    page.click("text=Pisahkan lagi menjadi berkas semula")
    assert {first, second} <= set(said(clerk).replace(".", "").replace(",", "").split())
    clerk.go(f"/surat-masuk/{second}/")
    assert page.locator("main a", has_text="Daftarkan").count() == 1
    clerk.go(f"/surat-masuk/{second}/pisah/")
    assert "Kembali ke surat itu untuk mendaftarkannya atau menandainya bukan pengaduan." in page.inner_text(
        "main"
    )
    page.click("main form button")


def test_an_order_that_is_none_is_said_and_changes_nothing(mail: Mail, door: Door) -> None:
    first, second, third = mail.single
    visitor = entered(door, CLERK)
    for query, word in (
        (f"{first}=1", "paling sedikit dua"),
        (f"{first}=1&{second}=1", "“1”"),
        (f"{first}=1&{second}=dua", "“dua”"),
    ):
        answer = visitor.get(f"/gabung/?{query}")
        assert (answer.status, word in answer.text) == (400, True), answer.text
    wrong = visitor.post(f"/gabung/?{first}=1&{third}=2", **{f"{first}:1": "1", f"{third}:1": "1"})
    assert wrong.status == 400
    assert 'value="1"' in wrong.text
    assert visitor.get(f"/surat-masuk/{third}/").text.count("Digabung") == 0


def test_what_is_no_complaint_is_struck_for_a_reason_and_taken_back(mail: Mail, clerk: Guest) -> None:
    page = clerk.page
    clerk.expected = ("400", "409")
    clerk.go(f"/surat-masuk/{mail.single[1]}/")
    page.click("text=Bukan pengaduan")
    page.select_option("#chosen", "salah-pindai")
    page.click("main form button >> nth=0")
    assert "Alasan" in page.inner_text("[role=alert]")
    page.wait_for_selector("form[data-heard]")
    assert page.inner_text("#reason-said") == "Wajib diisi.", "it stays told until something is typed"
    page.fill("#reason", "Terpindai dua kali.")
    page.hover("main form button >> nth=0")
    with page.expect_response("**?state"):
        page.mouse.down()
    page.wait_for_function("() => new Promise(requestAnimationFrame)")
    assert page.is_visible("#reason-said"), "no button moves under the mouse"
    page.mouse.up()
    page.wait_for_url(f"**/surat-masuk/{mail.single[1]}/")
    assert "salah pindai" in page.inner_text("main")
    page.click("text=Kembalikan surat ini")
    page.fill("#reason", "Ternyata pengaduan.")
    page.click("main form button >> nth=0")
    page.wait_for_url(f"**/surat-masuk/{mail.single[1]}/")
    assert said(clerk) == f"Surat {mail.single[1]} menunggu lagi."


def test_who_has_a_letter_open_is_seen_and_may_be_passed_by(mail: Mail, door: Door) -> None:
    officer, clerk = entered(door, OFFICER), entered(door, CLERK)
    item = mail.copies[0]
    assert officer.get(f"/cocokkan/{item}/").status == 200
    assert f"Sedang dibuka {OFFICER}" in clerk.get("/").text
    path = f"/surat-masuk/{item}/tindakan/strike-arrival/"
    answer = clerk.get(path)
    assert f"sedang dibuka oleh {OFFICER}" in answer.text
    struck = clerk.post(path, chosen="salah-pindai", reason="Tidak dilihat.")
    assert (struck.status, f"sedang dibuka oleh {OFFICER}" in struck.text) == (409, True)
    assert clerk.get(f"{path}?beside=1").status == 200
    assert officer.post(f"/cocokkan/{item}/", leave="1").status == 302
    assert clerk.post(path, leave="1").status == 302
    assert f"Sedang dibuka {OFFICER}" not in clerk.get("/").text


def test_copies_without_a_code_are_proposed_never_assigned_and_matched_by_hand(
    mail: Mail, door: Door, chromium: Browser
) -> None:
    with opened(chromium, door) as clerk:
        clerk.expected = ("400", "409")
        clerk.sign_in(CLERK)
        page = clerk.page
        for copy, item in enumerate(mail.copies, 1):
            clerk.go(f"/cocokkan/{item}/")
            page.click("main form button >> nth=0")
            assert "Pilih lembarnya" in page.inner_text("[role=alert]")
            page.check(f"input[value='{LETTER}/{copy}']")
            page.click("main form button >> nth=0")
            if page.locator("[role=alert]").count():
                assert "Belum diterima" in page.inner_text("[role=alert]")
                page.fill("#reason", "Tanda tangan basah terlihat.")
                page.click("main form button >> nth=0")
            page.wait_for_url(f"{door.address}/")
            assert said(clerk) == f"Pindaian {item} dicocokkan dengan {LETTER}."
        clerk.go(f"/kasus/{FIRST}/")
        assert "diarsipkan" in page.inner_text("main")


def test_a_hidden_or_missing_letter_is_no_letter_at_all(door: Door) -> None:
    visitor: Visitor = entered(door, CLERK)
    pages = [visitor.get(f"/surat-masuk/{number}/") for number in ("A-2026-0002", "A-2026-0999")]
    assert [page.status for page in pages] == [404, 404]
