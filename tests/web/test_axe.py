"""Pages for everybody: axe-core finds nothing against WCAG 2.2 A and AA, in both languages."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.web.furnished import MISSING, OWN, WAITING
from tests.web.guest import Guest

pytestmark = pytest.mark.slow

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
REFUSED = ("status of 404", "status of 403", "status of 400", "status of 409", "status of 401")
"""What the browser says of an answer that refuses; no error of a page."""
CASE = f"/kasus/{OWN}/"
PAGES = {
    CLERK: ("/", "/cari/", "/kata-masuk/", "/kode/pasang/", f"/surat/{WAITING}/", "/telepon/", CASE,
            f"{CASE}dokumen/surat-masuk-1.pdf/", f"/kasus/{MISSING}/", "/penyampaian/", "/tindakan/", "/tindakan/enquire/",
            "/tindakan/explain/", f"{CASE}tindakan/", f"{CASE}tindakan/password/", f"{CASE}tindakan/move/",
            f"{CASE}tindakan/transcribe/", f"{CASE}tindakan/copy/", f"{CASE}tindakan/erasure/", f"{CASE}tindakan/form/",
            "/surat-baru/", "/gabung/", f"/surat-masuk/{WAITING}/", f"/surat-masuk/{WAITING}/pisah/",
            f"/surat-masuk/{WAITING}/coret/", "/cocokkan/", f"/cocokkan/{WAITING}/"),
    OFFICER: ("/", CASE, f"{CASE}surat/", f"{CASE}periksa/", f"{CASE}langkah/inform/", f"{CASE}langkah/draft/"),
    CHAIR: ("/meja-ketua/", "/cetak/", "/cetak/daftar-tanda-tangan/", "/cetak/uji/", f"{CASE}surat/banding/",
            "/", CASE, f"{CASE}surat/", f"{CASE}tugas/", f"{CASE}tindakan/merge/", f"{CASE}tindakan/conflict/",
            f"{CASE}tindakan/hold/", "/tindakan/dispose/"),
    ADMIN: ("/", CASE, "/kesehatan/", "/kesehatan/jam/", "/akun/", "/pengaturan/", "/pengaturan/penandatangan/",
            "/pengaturan/hari-libur/", "/pengaturan/daftar/", "/pengaturan/jra/", "/pengaturan/templat/",
            "/pengaturan/baris/penandatangan/P-1/", "/pengaturan/baris/jra/baru/", "/pengaturan/baris/darurat/D-1/"),
    ARCHIVIST: ("/buku/", "/buku/agenda-masuk/?periode=2026-10", "/buku/disposisi/?dari=x", "/buku/lembar/", "/buku/register-lama/",
                "/rekap/", "/rekap/?periode=2026-10", "/rekap/belum-dijawab/"),
    OVERSEER: ("/", "/rekap/", "/jejak/"),
}  # fmt: skip


def violations(guest: Guest) -> list[str]:
    """Return what axe-core finds on the page that is open: rule, and where."""
    if not guest.page.evaluate("typeof axe !== 'undefined'"):
        guest.page.evaluate(AXE)
    found = guest.page.evaluate("rules => axe.run(document, rules)", RULES)
    assert found["passes"], "axe-core looked at nothing"
    return [f"{guest.page.url} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def test_nothing_bars_anybody_before_signing_in(guest: Guest) -> None:
    guest.expected = REFUSED
    guest.go("/masuk/")
    found = violations(guest)
    guest.page.fill("#account", CLERK)
    guest.page.fill("#word", "bukan yang benar")
    guest.page.click("main button")
    guest.page.wait_for_selector("[role=alert]")
    found += violations(guest)
    guest.go("/tidak-ada/")
    found += violations(guest)
    guest.switch_language()
    found += violations(guest)
    assert guest.page.get_attribute("html", "lang") == "en"
    assert found == []


@pytest.mark.parametrize("account", list(PAGES))
def test_nothing_bars_anybody_from_a_page(guest: Guest, account: str) -> None:
    guest.expected = REFUSED
    guest.sign_in(account)
    found = []
    for language in ("id", "en"):
        for path in PAGES[account]:
            guest.go(path)
            guest.page.wait_for_load_state("networkidle") if "/surat/" in path else None
            assert guest.page.get_attribute("html", "lang") == language
            found += violations(guest)
        guest.go("/")
        guest.switch_language()
    assert found == []
