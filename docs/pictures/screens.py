"""``python -P -m docs.pictures.screens``: take a picture of every page, in both languages, of the demonstration's office.

The office is made anew as ``./run demo`` makes it, with work on every desk. The pictures lie in ``docs/pictures/web/id`` and
``…/en``, each named like its page; ``docs/layar.md`` shows them and is written here too. They are looked at before a release.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from demo import desks
from demo.__main__ import demonstrate
from demo.office import Office
from docs.pictures.screens_table import SCREENS, Screen

HERE = Path(__file__).parent
SHOTS = HERE / "web"
PAGE = HERE.parent / "layar.md"
CHROMIUM = "/usr/bin/chromium"
_QUALITY = 45
_HIGHEST = 1600
"""Dots from the top of a page that are kept: what comes below is more of the same."""


def take(page: Page, address: str, one: Screen, language: str) -> None:
    """Open a page as a person would, and keep the picture of it."""
    page.goto(address + one.path)
    for where, what in one.acts:
        page.fill(where, what) if what else page.click(where)
    page.wait_for_load_state("networkidle")
    time.sleep(0.3)
    page.evaluate("scrollTo(0, 0)")
    shot = Image.open(io.BytesIO(page.screenshot(full_page=one.is_whole)))
    shot = shot.crop((0, 0, shot.width, min(shot.height, _HIGHEST)))
    path = SHOTS / language / f"{one.name}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    shot.convert("RGB").save(path, "WEBP", quality=_QUALITY, method=6)


def sign_in(page: Page, address: str, entry: desks.Entry) -> None:
    """Sign in; who needs a second factor types a code from paper."""
    page.goto(f"{address}/masuk/")
    page.fill("#account", entry.account)
    page.fill("#word", desks.WORD)
    page.click("main button")
    if entry.codes:
        page.fill("#code", entry.codes[0])
        page.click("main button")


def shoot(browser: Browser, address: str, entries: dict[str, desks.Entry]) -> None:
    """Take all pictures."""
    for account in dict.fromkeys(one.account for one in SCREENS):
        context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="id-ID")
        page = context.new_page()
        if account:
            sign_in(page, address, entries[account])
        for language in ("id", "en"):
            for one in (each for each in SCREENS if each.account == account):
                take(page, address, one, language)
            page.goto(f"{address}/" if account else f"{address}/masuk/")
            page.click("header form[action='/bahasa/'] button")
        context.close()


def written() -> str:
    """Return the page of the documentation that shows the pictures."""
    rows = [
        "# Layar demi layar",
        "",
        "Setiap halaman kantor contoh (`./run demo`), untuk akun yang membukanya. Gambar yang sama dalam bahasa Inggris ada di",
        "`docs/pictures/web/en/`. Dibuat ulang dengan `python -P -m docs.pictures.screens`.",
    ]
    for one in SCREENS:
        rows += ["", f"## {one.title}", "", f"`{one.path}` – {one.account or 'siapa saja'}", ""]
        rows.append(f"![{one.title}](pictures/web/id/{one.name}.webp)")
    return "\n".join(rows) + "\n"


def main() -> int:
    """Make the office, take the pictures, write the page; return the exit status."""
    with tempfile.TemporaryDirectory(prefix="rangkap-screens-") as folder:
        office, result = demonstrate(Path(folder) / "rumah")
        if not result.ok:
            sys.stderr.write(f"{result.failure}\n")
            return 1
        port = desks.choose_port(office)
        office.open_doors(("start",))
        try:
            desks.lay_out(office)
            _shoot_all(office, f"http://127.0.0.1:{port}")
        finally:
            office.close_doors()
    PAGE.write_text(written(), "utf-8")
    return 0


def _shoot_all(office: Office, address: str) -> None:
    entries = {one.account: one for one in desks.let_in(office, address)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        shoot(browser, address, entries)
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
