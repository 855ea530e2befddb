"""The pages of a throw-away office for measures in a browser: served, with a word for everybody, entered at each desk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from playwright.sync_api import Page

from demo.desks import WORD, let_in
from demo.office import Office
from tools.ports import free_port


@contextmanager
def served(office: Office) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]]]]:
    """Serve the pages until the end of the block; gives their address, and the codes on paper by account."""
    address = f"http://127.0.0.1:{_give_port(office)}"
    with (office.notes / "web.log").open("ab") as log:
        door = subprocess.Popen(
            [sys.executable, "-P", "-m", "pipeline.web"], env=office.environment(), stdout=log, stderr=log
        )
    try:
        entries = let_in(office, address)
        yield address, {one.account: one.codes for one in entries}
    finally:
        door.terminate()
        door.wait(30)


def _give_port(office: Office) -> int:
    """Let the pages be at a port that nobody holds, also where two measures run at once; return it."""
    port = free_port()
    path = office.home / "office.toml"
    path.write_text(path.read_text("utf-8").replace("# porta = 8000", f"porta = {port}"), "utf-8")
    return port


def enter(page: Page, address: str, account: str, codes: tuple[str, ...]) -> None:
    """Sign in; with a code on paper where one is asked for."""
    page.goto(f"{address}/masuk/")
    page.fill("#account", account)
    page.fill("#word", WORD)
    page.press("#word", "Enter")
    page.wait_for_selector("#waiting, #code")
    if page.locator("#code").count():
        page.fill("#code", codes[0].replace(" ", ""))
        page.press("#code", "Enter")
        page.wait_for_selector("#waiting")


def scan(office: Office, name: str, data: bytes) -> None:
    """Put a scan into the inbox in one step; it bears the time of the invented office."""
    path, now = office.notes / name, datetime.fromisoformat(office.clock()).timestamp()
    path.write_bytes(data)
    os.utime(path, (now, now))
    path.replace(office.inbox / name)
