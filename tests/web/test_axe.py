"""Pages for everybody: axe-core finds nothing against WCAG 2.2 A and AA, in both languages, and no page scrolls sideways.

What opens by its address in the office of the web tests is visited here; what needs a state of its own in
:mod:`tests.web.test_axe_papers`, :mod:`tests.web.test_axe_keeping` and where that state is made. No page is left out.
"""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

import axe_playwright_python
import pytest

from docs.pictures.screens_table import PIECES
from tests.docs.test_screens import FILES
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.web.addresses import name_of
from tests.web.door import WORD, Door
from tests.web.furnished import MISSING, OWN, WAITING
from tests.web.guest import Guest
from tests.web.rights import NO, ROWS
from tests.web.telephone import forget

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
WIDTH = """() => {
    const page = document.documentElement, all = [...document.body.querySelectorAll("*")];
    const reach = one => one.getBoundingClientRect().right;
    const far = page.scrollWidth > page.clientWidth ? all.reduce((a, b) => reach(b) > reach(a) ? b : a) : page;
    return [page.scrollWidth, page.clientWidth, far.cloneNode().outerHTML.slice(0, 200)];
}"""
"""Asks a page how wide it is, how wide its window is, and for what stands furthest to the right."""
REFUSED = ("status of 404", "status of 403", "status of 400", "status of 409", "status of 401")
"""What the browser says of an answer that refuses; no error of a page."""
CASE = f"/kasus/{OWN}/"
PAGES = {
    CLERK: ("/", "/cari/", "/kata-sandi/", "/kode/pasang/", f"/surat/{WAITING}/", "/telepon/", CASE,
            f"{CASE}dokumen/surat-masuk-1.pdf/", f"/kasus/{MISSING}/", "/tindakan/", "/tindakan/enquire/",
            "/tindakan/explain/", f"{CASE}tindakan/", f"{CASE}tindakan/set-password/", f"{CASE}tindakan/move-document/",
            f"{CASE}tindakan/transcribe-document/", f"{CASE}tindakan/copy/", f"{CASE}tindakan/record-erasure/", f"{CASE}tindakan/form/",
            "/surat-baru/", "/gabung/", f"/surat-masuk/{WAITING}/", f"/surat-masuk/{WAITING}/pisah/",
            f"/surat-masuk/{WAITING}/tindakan/strike-arrival/", f"/cocokkan/{WAITING}/"),
    OFFICER: ("/", CASE, f"{CASE}surat/", f"{CASE}periksa/", f"{CASE}tindakan/inform-victim/", f"{CASE}langkah/draft/"),
    CHAIR: ("/persetujuan/", "/cetak/",
            "/", CASE, f"{CASE}surat/", f"{CASE}tugas/", f"{CASE}tindakan/record-conflict/",
            f"{CASE}tindakan/place-hold/", "/tindakan/propose-disposal/"),
    ADMIN: ("/", CASE, "/status/", "/tindakan/confirm-clock/", "/tindakan/record-mandate/", "/akun/", "/pengaturan/", "/pengaturan/penandatangan/",
            "/pengaturan/hari-libur/", "/pengaturan/daftar/", "/pengaturan/jra/", "/pengaturan/templat/",
            "/pengaturan/baris/penandatangan/P-1/", "/pengaturan/baris/jra/baru/", "/pengaturan/baris/darurat/D-1/"),
    ARCHIVIST: ("/buku/", "/buku/agenda-masuk/?periode=2026-10", "/buku/disposisi/?dari=x", "/buku/lembar/",
                "/rekap/", "/rekap/?periode=2026-10"),
    OVERSEER: ("/", "/rekap/", "/catatan-akses/"),
}  # fmt: skip


REFUSING = {f"/kasus/{MISSING}/", f"{CASE}periksa/", "/buku/disposisi/?dari=x", "/tindakan/record-mandate/"}
"""What of this is a refusal: the page of its name is not seen there."""
ANSWERS = {"register-page-print", "recap-made"}
"""Addresses that only a form asks for, and which answer with a page of their own."""
SIZES = ((768, 1024), (1280, 720))
"""Windows in which nobody has to scroll sideways: a tablet that is held upright, and the last, in which all pages open."""


def violations(guest: Guest, name: str = "") -> list[str]:
    """Return what axe-core finds on the page that is open: rule, and where; on an Indonesian one also how it scrolls sideways.

    ``name`` is that of the address which must be open; with it the page counts as visited.
    """
    here = guest.page.url.removeprefix(guest.door.address)
    assert not name or name_of(guest.door.home, here) == name, f"{here} is not {name}"
    if not guest.page.evaluate("typeof axe !== 'undefined'"):
        guest.page.evaluate(AXE)
    result = guest.page.evaluate("rules => axe.run(document, rules)", RULES)
    assert result["passes"], "axe-core looked at nothing"
    faults = [f"{here} {fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in result["violations"]]
    return faults + (sideways(guest, here) if guest.page.get_attribute("html", "lang") == "id" else [])


def walked(guest: Guest, paths: Iterable[str], refusing: Collection[str] = ()) -> list[str]:
    """Open ``paths`` in both languages; returns what is found on them, and which was refused though it is not ``refusing``."""
    faults = []
    for language in ("id", "en"):
        for path in paths:
            answer = guest.page.goto(f"{guest.door.address}{path}")
            assert answer
            faults += [f"{path}: {answer.status}"] if answer.ok == (path in refusing) else []
            guest.page.wait_for_load_state("networkidle") if "/surat/" in path else None
            assert guest.page.get_attribute("html", "lang") == language
            faults += violations(guest)
        guest.go("/")
        guest.switch_language()
    return faults


def sideways(guest: Guest, here: str) -> list[str]:
    """Return at which of :data:`SIZES` the page that is open is wider than its window, and what reaches furthest."""
    faults = []
    for width, height in SIZES:
        guest.page.set_viewport_size({"width": width, "height": height})
        wide, room, element = guest.page.evaluate(WIDTH)
        faults += [f"{here} at {width}×{height} is {wide} wide, not {room}: {element}"] if wide > room else []
    return faults


def test_nothing_bars_anybody_before_signing_in(guest: Guest) -> None:
    guest.expected = REFUSED
    guest.go("/masuk/")
    faults = violations(guest, "sign-in")
    guest.page.fill("#account", CLERK)
    guest.page.fill("#word", "bukan yang benar")
    guest.page.click("main button")
    guest.page.wait_for_selector("[role=alert]")
    faults += violations(guest)
    guest.go("/tidak-ada/")
    faults += violations(guest)
    guest.switch_language()
    faults += violations(guest)
    assert guest.page.get_attribute("html", "lang") == "en"
    assert faults == []


@pytest.mark.parametrize("account", list(PAGES))
def test_nothing_bars_anybody_from_a_page(guest: Guest, account: str) -> None:
    guest.expected = REFUSED
    guest.sign_in(account)
    assert walked(guest, PAGES[account], REFUSING | ({CASE} if account == ADMIN else set())) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_bars_anybody_from_what_was_found(guest: Guest, language: str) -> None:
    guest.sign_in(CLERK)
    if language == "en":
        guest.switch_language()
    guest.go("/cari/")
    guest.page.fill("#wanted", "suami")
    guest.page.click("form#search button")
    guest.page.wait_for_selector("mark")
    assert violations(guest, "search") == []


def test_nothing_bars_anybody_from_showing_a_second_factor(guest: Guest, door: Door) -> None:
    guest.expected = REFUSED
    forget(door)
    guest.sign_in(CHAIR)
    guest.page.click("form[action='/keluar/'] button")
    guest.page.fill("#account", CHAIR)
    guest.page.fill("#word", WORD)
    guest.page.click("main button")
    faults = violations(guest, "factor")
    guest.page.fill("#code", "000000")
    guest.page.click("main button")
    guest.page.wait_for_selector("[role=alert]")
    faults += violations(guest)
    guest.switch_language()
    faults += violations(guest)
    assert faults == []
    forget(door)


def test_every_page_is_visited(door: Door) -> None:
    from tests.web.test_axe_papers import PAPERS

    paths = {path for table in (PAGES, PAPERS) for group in table.values() for path in group} - REFUSING
    visited = {name_of(door.home, path) for path in paths}
    for file in Path(__file__).parent.glob("test_*.py"):
        visited.update(re.findall(r"violations\(guest, \"([a-z-]+)\"\)", file.read_text("utf-8")))
    pages = {name for name, row in ROWS.items() if row.get != NO or name in ANSWERS} - PIECES - FILES
    assert visited == pages
