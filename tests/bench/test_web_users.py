"""A page that does not come costs a number, not the measure: the next one is asked for as ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench import web_users
from bench.growth import paging
from bench.measures import web_pages
from bench.measures.web_pages import Page
from bench.web_users import User


class _Door(BaseHTTPRequestHandler):
    """Answers at once, but for ``/slow/``."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/slow/":
            time.sleep(1)
        if self.path == "/gone/":
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """The port of a door that is slow at one page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Door) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_page_that_does_not_come_is_left_and_the_next_comes(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_users, "PATIENCE", 0.2)
    with closing(User(port)) as user:
        assert user.ask("/").status == 200
        left = user.ask("/slow/")
        assert (left.status, left.seconds) == (0, 0.2)
        assert user.ask("/").status == 200


def test_a_page_that_does_not_come_is_a_line_that_missed_its_target(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in (web_users, web_pages):
        monkeypatch.setattr(one, "PATIENCE", 0.4)
    monkeypatch.setattr(web_pages, "_TOO_LONG", 0.1)
    with closing(User(port)) as user:
        (line,) = web_pages._measured([user], Page("slow", "/slow/"), 1, 10)
    assert (line.value, line.met) == (400.0, False)
    assert line.against.startswith("no answer in 0 s; asked once")


def test_a_page_whose_looks_failed_is_not_a_quick_page(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("_PAUSE", 0.0), ("_AT_MOST", 0.5)):
        monkeypatch.setattr(web_pages, name, value)
    with closing(User(port)) as user:
        gone, there = (web_pages.looked([user], Page("one", path), ()) for path in ("/gone/", "/"))
    assert {(one.value, one.met) for one in paging.lines(Page("one", "/gone/"), gone)} == {(None, None)}
    assert (
        f"{gone.looks} of {gone.looks} looks failed" in paging.lines(Page("one", "/gone/"), gone)[0].against
    )
    assert paging.lines(Page("one", "/"), there)[0].met is True
    assert [paging.slowest_of(name, late).met for name, late in (("", 0.0), ("one", 9.0), ("one", 301.0))] == [
        None, True, False,
    ]  # fmt: skip
