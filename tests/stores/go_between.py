"""Somebody between the office and its S3 server, who does to the requests what networks and bad servers do."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

_OF_THE_LINE = {"connection", "transfer-encoding", "content-length"}
_KEY_AND_CONDITIONS = {"authorization", "if-match", "if-none-match"}


class Fault(StrEnum):
    """What is done to the next requests."""

    NONE = "none"
    CARELESS = "careless"
    """The server does not hear the conditions (nor, since it is signed with them, the key)."""
    LOST_ANSWER = "lost answer"
    """A write arrives, its answer does not."""
    LOST_REQUEST = "lost request"
    """A write does not arrive."""
    OTHER_BYTES = "other bytes"
    """What is read back is not what was written."""
    CUT = "cut"
    """An answer ends too early."""
    TWICE = "twice"
    """A write arrives twice; the second answer is given."""
    REFUSED = "refused"
    """The server is out of order and says so, with much that is nobody's business."""


class GoBetween(ThreadingHTTPServer):
    """Passes requests on to ``endpoint``; ``fault`` is done to the next ``count`` requests that it can be done to."""

    daemon_threads = True

    def __init__(self, endpoint: str) -> None:
        super().__init__(("127.0.0.1", 0), _Desk)
        self.there = urlsplit(endpoint).netloc
        self.fault, self.count, self.done = Fault.NONE, 0, 0
        self._turn = threading.Lock()

    @property
    def endpoint(self) -> str:
        """Return its own address."""
        return f"http://127.0.0.1:{self.server_port}"

    def begin(self, fault: Fault, count: int = 1 << 30) -> None:
        """Do ``fault`` from now on."""
        self.fault, self.count, self.done = fault, count, 0

    def takes(self, *faults: Fault) -> bool:
        """Tell whether one of these is to be done to this request, and count it."""
        with self._turn:
            if self.fault not in faults or self.done >= self.count:
                return False
            self.done += 1
            return True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of callers who went away."""


class _Desk(BaseHTTPRequestHandler):
    server: GoBetween
    protocol_version = "HTTP/1.1"

    def _pass(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        is_write = self.command == "PUT"
        if is_write and self.server.takes(Fault.LOST_REQUEST):
            self._hang_up()
            return
        if self.server.takes(Fault.REFUSED):
            self._answer(503, [], b"<Error><Code>Trouble</Code><Secret>GSX-9731</Secret></Error>")
            return
        if is_write and self.server.takes(Fault.TWICE):
            self._ask(body)
        status, headers, data = self._ask(body)
        if is_write and self.server.takes(Fault.LOST_ANSWER):
            self._hang_up()
            return
        is_read = self.command == "GET" and status in (200, 206) and "list-type" not in self.path
        if is_read and self.server.takes(Fault.OTHER_BYTES):
            data = bytes(255 - one for one in data)
        if is_read and self.server.takes(Fault.CUT):
            self._answer(status, headers, data, cut=len(data) // 2)
            return
        self._answer(status, headers, data)

    def _ask(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        gone = _KEY_AND_CONDITIONS if self.server.takes(Fault.CARELESS) else set()
        headers = {name: value for name, value in self.headers.items() if name.lower() not in gone}
        there = http.client.HTTPConnection(self.server.there, timeout=20)
        try:
            there.request(self.command, self.path, body, headers)
            answer = there.getresponse()
            data = answer.read()
            return answer.status, answer.getheaders(), data
        finally:
            there.close()

    def _answer(
        self, status: int, headers: list[tuple[str, str]], data: bytes, cut: int | None = None
    ) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in _OF_THE_LINE:
                self.send_header(name, value)
        length = next((value for name, value in headers if name.lower() == "content-length"), len(data))
        self.send_header("content-length", str(length if self.command == "HEAD" else len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data if cut is None else data[:cut])
        if cut is not None:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.wfile.flush()

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = _pass  # noqa: N815 - names of the library

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
        """Say nothing."""


@contextmanager
def between(endpoint: str) -> Iterator[GoBetween]:
    """Stand between whoever asks and ``endpoint``."""
    with GoBetween(endpoint) as one:
        thread = threading.Thread(target=one.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield one
        finally:
            one.shutdown()
            thread.join()
