"""A fresh office, from its making on: the first link, accounts and telephones, then a letter's whole way, dropped, registered,
verified, assigned, drafted, approved, printed, signed, dropped again, handed over with its receipt. All of it in the browser, over TLS
with the office's own certificate, as an office is made for work: no shifted clock, no word but those that the pages gave.
"""

import io
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader, PdfWriter

from demo.answers import drafting, identifying, registration
from demo.scans import SCANS
from demo.signer import signed_pages
from demo.wear import as_pdf, office_scan
from pipeline.cases.fields.field import Context
from pipeline.cases.fields.kinds import read
from pipeline.cases.fields.table import BY_NAME
from pipeline.kernel import clock
from tests.office.bureau import CHECKOUT
from tests.waiting import PATIENCE
from tests.web import trust
from tests.web.door import WORD, Door, wait_until_open
from tests.web.guest import Guest, opened
from tests.web.telephone import Telephone
from tools.ports import free_port

CASE, SCHOOL = "2026-0001", 5
SIZE = {"width": 1366, "height": 768}
"""The screen of an office's PC."""
_LINK = re.compile(r"(https://\S+/mulai/)#([A-Z2-9-]+)")
_OWN = """[kantor]
nama = "P2TP2A Kabupaten Rawa Indah"
pemerintah = "Pemerintah Kabupaten Rawa Indah"
alamat = "Jalan Dermaga Lama No. 12 Rawa Indah"
telepon = "(0511) 222111"
tempat = "Rawa Indah"
"""
_SIGNATORY = """
[[penandatangan]]
akun = "ketua"
jabatan = "Ketua P2TP2A Kabupaten Rawa Indah"
nama = "Dra. Nurmala Hasan, M.Si."
dari = 2020-01-01
"""


def rangkap(home: Path, user: str, *words: str) -> None:
    """Type a verb as a ``user`` of the machine."""
    command = [sys.executable, "-P", "-m", "pipeline.cli", *words]
    subprocess.run(command, env=_environment(home, user), cwd=CHECKOUT, capture_output=True, check=True)


def _environment(home: Path, user: str) -> dict[str, str]:
    """Return what a process of ``user`` is told; nobody is the account of the service itself."""
    given = {name: value for name, value in os.environ.items() if not name.startswith(("RANGKAP_", "SUDO_"))}
    return given | {"RANGKAP_HOME": str(home)} | ({"SUDO_USER": user} if user else {})


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """The web door of an office that was made this minute, as its guide says, and started at a terminal."""
    home, port = tmp_path_factory.mktemp("hari") / "rumah", free_port()
    rangkap(home, "dewi", "init", str(home))
    path = home / "office.toml"
    text = (
        path.read_text("utf-8")
        .replace("[kantor]\n", _OWN, 1)
        .replace("[web]\n", f"[web]\nporta = {port}\n", 1)
    )
    admin = text.index('peran = ["admin_teknis"]')
    text = text[:admin] + text[admin:].replace("pengguna = []", 'pengguna = ["rara"]', 1)
    path.write_text(text + _SIGNATORY, "utf-8")
    rangkap(home, "rara", "cert")
    ours, theirs = pty.openpty()
    output = home.parent / "layar.txt"
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "pipeline.cli", "start"],
        env=_environment(home, ""), cwd=CHECKOUT, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    screen = b""
    try:
        while not _LINK.search(screen.decode(errors="replace")):
            assert select.select([ours], [], [], PATIENCE)[0], screen.decode(errors="replace")
            screen += os.read(ours, 4096)
        output.write_bytes(screen)
        made = Door(home, port, process, output)
        wait_until_open(made)
        yield made
    finally:
        process.terminate()
        process.wait(PATIENCE)
        os.close(ours)


@pytest.fixture(scope="module")
def chromium(door: Door, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The Chromium of a PC of the office, which trusts that office's certificate alone."""
    certificate = (door.home / "var" / "keys" / "web.crt").read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            **trust.how(trust.user(tmp_path_factory.mktemp("pc"), certificate))
        )
        yield browser
        browser.close()


_HEARD = "document.querySelector('form[data-state]').dataset.heard === String(asked)"
"""The page has heard of everything that it asked."""


def wait_until_heard(page: Page) -> None:
    """Wait until the answer to the last question of the page is on it; its policy lets nothing wait inside the page."""
    for _ in range(3000):
        if page.evaluate(_HEARD):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{page.url} never heard")


def fill(page: Page, answers: Mapping[str, Any]) -> None:
    """Type ``answers`` into the form of a page, as a person reads and chooses them."""
    for name, value in answers.items():
        field = page.locator(f"[data-field='{name}']")
        if not field.count() or not field.is_visible():
            continue
        kind = field.locator(f"#{name}").evaluate("one => one.tagName")
        if kind == "FIELDSET":
            for element in field.locator("input[type=checkbox]").all():
                element.set_checked(str(element.get_attribute("value")) in _meant(name, value))
        elif kind == "SELECT":
            meant = _meant(name, value)
            choice = ("ya" if meant else "tidak") if isinstance(meant, bool) else meant
            field.locator("select").select_option(str(choice))
        else:
            field.locator(f"#{name}").fill("; ".join(value) if isinstance(value, list) else str(value))
        field.locator(f"#{name}").dispatch_event("change")
        wait_until_heard(page)


def _meant(name: str, value: Any) -> Any:
    """Return the answer of a list that ``value`` stands for, in whatever words it is said."""
    return read(
        BY_NAME[name], value, Context(date(2026, 11, 24), ("Lanting Tengah", "Sungai Bakung", "Hulu Asri"))
    )


def submit(guest: Guest) -> None:
    """Press the button of the form by the keyboard."""
    with guest.page.expect_navigation():
        guest.page.keyboard.press("Alt+Shift+KeyS")


_PICTURES_IN_SIGHT = """Promise.all([...document.images].filter(one => {
    const box = one.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
}).map(one => one.decode()))"""
"""Waits for the pictures on the screen; fails where one cannot be shown."""


class Album:
    """Pictures of the screens in the order in which they were seen; nothing may stand past the right edge of one."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0
        self.faults: list[str] = []
        folder.mkdir()

    def add(self, page: Page, name: str, decision: str = "") -> None:
        """Take a picture; what a person is to press next is in sight without scrolling."""
        page.wait_for_load_state()
        page.evaluate(_PICTURES_IN_SIGHT)
        self._count += 1
        page.screenshot(
            path=self._folder / f"{self._count:02d}-{name}.png", full_page=not decision, caret="initial"
        )
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            self.faults.append(f"{name}: past the right edge")
        box = page.locator(decision).first.bounding_box() if decision else None
        if decision and (box is None or box["y"] + box["height"] > SIZE["height"]):
            self.faults.append(f"{name}: {decision} is out of sight: {box}")


def by_today(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers of which no day is still to come, received today."""
    today = clock.today("Asia/Jakarta").isoformat()
    values = {
        name: min(str(value), today) if name.endswith(("_date", "_day")) and name != "deadline_day" else value
        for name, value in answers.items()
    }
    return values | ({"received_day": today} if "received_day" in values else {})


def test_a_fresh_office_is_used_over_tls_from_its_first_link_to_the_receipt(
    door: Door, chromium: Browser, tmp_path: Path
) -> None:
    album = Album(tmp_path / "layar")
    with ExitStack() as stack:

        def somebody() -> Guest:
            guest = stack.enter_context(opened(chromium, door))
            guest.page.set_viewport_size(SIZE)
            return guest

        words = give_words(somebody(), door, album)
        clerk, officer, chair = (
            enter(somebody(), account, words[account], album)
            for account in ("petugas", "identifikasi", "ketua")
        )
        take_in(clerk, door, album)
        decide(clerk, officer, chair, album)
        printed = print_both(clerk, album)
        sign_and_scan(door, printed, tmp_path)
        hand_over(clerk, album)
    assert not album.faults, "\n".join(album.faults)


def give_words(admin: Guest, door: Door, album: Album) -> dict[str, str]:
    """Enter by the link as the first admin, and give three accounts a word each; return them."""
    match = _LINK.search(door.output.read_text("utf-8"))
    assert match
    assert match[1] == f"{door.address}/mulai/"
    page = admin.page
    page.goto(f"{door.address}/mulai/#{match[2]}")
    page.wait_for_function("document.querySelector('#word').value !== ''")
    album.add(page, "mulai", "main button")
    page.fill("#new", WORD)
    page.fill("#again", WORD)
    page.click("main button")
    set_up(admin, "admin", album)
    album.add(page, "admin-beranda")
    words = {}
    for account in ("petugas", "identifikasi", "ketua"):
        admin.go("/akun/")
        if account != "identifikasi":
            album.add(page, f"akun-{account}")
        row = page.locator("tr").filter(has=page.get_by_role("rowheader", name=account, exact=True))
        row.locator("button").click()
        page.fill("#why-word", "Mulai bekerja.")
        if not words:
            album.add(page, "akun-kelola")
        page.click("button[value=word]")
        words[account] = page.inner_text(".once")
        if account == "petugas":
            album.add(page, "kata-sandi-sekali", "#print")
    admin.go("/akun/")
    album.add(page, "akun-sesudah")
    return words


def set_up(guest: Guest, name: str, album: Album) -> None:
    """Set a telephone up as the page asks."""
    album.add(guest.page, f"{name}-telepon", "main form button")
    guest.page.fill("#code", Telephone(guest.page.inner_text("main code")).code())
    guest.page.click("main button")
    album.add(guest.page, f"{name}-kode-kertas", "main a.button")
    guest.page.click("main a.button")


def enter(guest: Guest, account: str, given: str, album: Album) -> Guest:
    """Sign in with the word on the slip, and choose one of one's own."""
    page = guest.page
    guest.go("/masuk/")
    if account == "petugas":
        album.add(page, "masuk", "main button")
    page.fill("#account", account)
    page.fill("#word", given)
    page.click("main button")
    if account == "petugas":
        album.add(page, "kata-sandi-sendiri", "main button")
    page.fill("#new", f"{WORD} {account[:2]}")
    page.fill("#again", f"{WORD} {account[:2]}")
    page.click("main button")
    if account == "ketua":
        set_up(guest, account, album)
    album.add(page, f"{account}-beranda")
    return guest


def take_in(clerk: Guest, door: Door, album: Album) -> None:
    """Receive the letter that the scanner put into the inbox, and register it."""
    (door.home / "inbox" / "SCN_0001.pdf").write_bytes(SCANS[SCHOOL - 1].render())
    page = clerk.page
    page.wait_for_selector("#waiting a.button")
    page.wait_for_selector("text=terbaca")
    album.add(page, "surat-menunggu", "#waiting a.button")
    page.click("#waiting a.button")
    album.add(page, "daftarkan-atas", "h1")
    fill(page, by_today(registration(SCHOOL)))
    album.add(page, "daftarkan-terisi")
    submit(clerk)
    assert page.url.endswith(f"/kasus/{CASE}/"), page.inner_text("main")
    album.add(page, "terdaftar", "h1")


def decide(clerk: Guest, officer: Guest, chair: Guest, album: Album) -> None:
    """Verify, assign, draft and approve."""
    officer.go(f"/kasus/{CASE}/periksa/")
    album.add(officer.page, "periksa", "button[value=accept]")
    officer.page.click("button[value=accept]")
    album.add(officer.page, "sesudah-periksa", "h1")
    chair.go("/persetujuan/")
    album.add(chair.page, "meja-ketua-tugas")
    chair.go(f"/kasus/{CASE}/tugas/")
    album.add(chair.page, "tugas", "main form button")
    chair.page.select_option("#officer", "identifikasi")
    chair.page.click("main button")
    officer.go("/")
    album.add(officer.page, "identifikasi-bekerja")
    officer.go(f"/kasus/{CASE}/tindakan/write-identification/")
    fill(officer.page, identifying(SCHOOL))
    album.add(officer.page, "laporan-identifikasi", "main form button")
    officer.page.click("main form button")
    officer.go(f"/kasus/{CASE}/langkah/draft/")
    fill(officer.page, drafting(SCHOOL))
    album.add(officer.page, "konsep-terisi")
    submit(officer)
    assert f"/kasus/{CASE}/surat/?surat=" in officer.page.url, officer.page.inner_text("main")
    album.add(officer.page, "konsep-diajukan", "h1")
    chair.go("/persetujuan/")
    album.add(chair.page, "meja-ketua-surat")
    chair.go(f"/kasus/{CASE}/surat/")
    album.add(chair.page, "setujui", "h1")
    chair.page.click("button[value=approve]")
    album.add(chair.page, "disetujui", "h1")


def print_both(clerk: Guest, album: Album) -> PdfReader:
    """Print both copies, as the printer gets them."""
    page = clerk.page
    clerk.go(f"/kasus/{CASE}/")
    album.add(page, "kasus-cetak", f"main a[href*='/kasus/{CASE}/cetak/']")
    page.click(f"main a[href*='/kasus/{CASE}/cetak/']")
    album.add(page, "cetak", "main button")
    page.click("main button")
    page.wait_for_load_state("networkidle")
    album.add(page, "lembar-cetak", "#print")
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert _sizes(printed) == [[210, 297]] * 2
    return printed


def _sizes(printed: PdfReader) -> list[list[int]]:
    return [[round(float(side) * 25.4 / 72) for side in page.mediabox[2:]] for page in printed.pages]


def sign_and_scan(door: Door, printed: PdfReader, folder: Path) -> None:
    """Sign both copies on paper, and scan them into the inbox."""
    for number, page in enumerate(printed.pages, 1):
        paper = folder / f"{number}.pdf"
        writer = PdfWriter()
        writer.add_page(page)
        writer.write(paper)
        (words,) = (door.home / "archive").rglob(f"surat-{CASE}-1-r1-salinan-{number}.pdf")
        (inked,) = signed_pages(paper, number, words)
        scan = as_pdf([office_scan(inked, 0.4, number)])
        (door.home / "inbox" / f"SCN_000{number + 1}.pdf").write_bytes(scan)


def hand_over(clerk: Guest, album: Album) -> None:
    """See that both copies came home, and print the receipt for the letter that leaves."""
    page = clerk.page
    for _ in range(600):
        clerk.go("/cari/")
        page.fill("#wanted", CASE)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/kasus/{CASE}/")
        if page.inner_text("h1 .badge") == "diarsipkan":
            break
        page.wait_for_timeout(300)
    else:
        raise AssertionError(page.inner_text("main"))
    album.add(page, "diarsipkan")
    clerk.go(f"/kasus/{CASE}/tindakan/send/")
    page.select_option("#way", "diantar petugas")
    album.add(page, "keluar", "main form button")
    page.click("main form button")
    page.wait_for_load_state("networkidle")
    assert "/cetakan/" in page.url, page.inner_text("main")
    album.add(page, "tanda-terima")
    assert _sizes(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))) == [[210, 297], [220, 110]]
    clerk.go("/")
    album.add(page, "petugas-sesudah")
