"""Somebody between the office and its S3 server, who does to the requests what networks and bad servers do."""

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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
    LATE = "late"
    """What is asked for is done at once, its answer comes after the time limit."""
    SILENT = "silent"
    """Nothing is done, nothing is said, until the fault is over."""
    SLOW = "slow"
    """The bytes of an answer come one by one."""
    PORTAL = "portal"
    """Somebody else answers to everything with a page of his own."""


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def is_write(self) -> bool:
        """Tell whether it changes something."""
        return self.method in ("PUT", "DELETE")

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


class Side(StrEnum):
    """When somebody looks at a request: before it is passed on, or after it was done and before its answer is given."""

    BEFORE = "before"
    AFTER = "after"


class GoBetween(ThreadingHTTPServer):
    """Passes requests on to ``endpoint``; ``fault`` is done to the next ``count`` requests that it can be done to."""

    daemon_threads = True

    def __init__(self, endpoint: str) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.there = urlsplit(endpoint).netloc
        self.fault, self.count, self.done = Fault.NONE, 0, 0
        self.every, self.burst, self.met = 1, 1, 0
        self.watch: Callable[[Side, Asked], bool] = lambda side, asked: True
        """Looks at every request; where it says no, nothing more is done for it."""
        self.delay = 0.0
        """Seconds by which an answer is late, or between two bytes of a slow one."""
        self.kept: list[Asked] | None = None
        """Where a list stands here, each write that is passed on is kept in it."""
        self.refused: dict[str, tuple[int, str]] = {}
        """By a word of the query (``legal-hold``): status and S3 code of the answer to such a request, which is not passed on."""
        self._turn = threading.Lock()
        self._over = threading.Event()

    @property
    def endpoint(self) -> str:
        """Return its own address."""
        return f"http://127.0.0.1:{self.server_port}"

    def begin(self, fault: Fault, count: int = 1 << 30, every: int = 1, burst: int = 1) -> None:
        """Do ``fault`` from now on, to every ``every``-th request that it can be done to and to the rest of a ``burst``.

        At most ``count`` times.
        """
        self._over.set()
        self._over = threading.Event()
        self.fault, self.count, self.done = fault, count, 0
        self.every, self.burst, self.met = every, burst, 0

    def wait(self, seconds: float) -> None:
        """Wait as long, or until another fault begins."""
        self._over.wait(seconds)

    def ask(self, asked: Asked) -> tuple[int, list[tuple[str, str]], bytes]:
        """Pass a request on, also one of long ago; returns status, headers and bytes of the answer."""
        there = http.client.HTTPConnection(self.there, timeout=20)
        try:
            there.request(asked.method, asked.path, asked.body, asked.headers)
            answer = there.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            there.close()

    def takes(self, *faults: Fault) -> bool:
        """Tell whether one of these is to be done to this request, and count it."""
        with self._turn:
            if self.fault not in faults or self.done >= self.count:
                return False
            self.met += 1
            if self.met < self.every or self.met % self.every >= self.burst:
                return False
            self.done += 1
            return True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of callers who went away."""


class _Session(BaseHTTPRequestHandler):
    server: GoBetween
    protocol_version = "HTTP/1.1"

    def _pass(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        asked = Asked(self.command, self.path, dict(self.headers.items()), body)
        server = self.server
        if not server.watch(Side.BEFORE, asked):
            self._hang_up()
            return
        asks = {word.partition("=")[0] for word in urlsplit(self.path).query.split("&")}
        if refusal := next((server.refused[word] for word in asks if word in server.refused), None):
            data = f"<Error><Code>{refusal[1]}</Code><Secret>GSX-9731</Secret></Error>".encode()
            self._answer(refusal[0], [("content-type", "application/xml")], data)
            return
        is_put = self.command == "PUT"
        if server.takes(Fault.SILENT):
            server.wait(server.delay)
            self._hang_up()
            return
        if is_put and server.takes(Fault.LOST_REQUEST):
            self._hang_up()
            return
        if server.takes(Fault.REFUSED):
            self._answer(503, [], b"<Error><Code>Trouble</Code><Secret>GSX-9731</Secret></Error>")
            return
        if server.takes(Fault.PORTAL):
            self._answer(200, [("content-type", "text/html")], b"<html>GSX-9731: masuk dahulu</html>")
            return
        if is_put and server.takes(Fault.TWICE):
            self._ask(asked)
        status, headers, data = self._ask(asked)
        if not server.watch(Side.AFTER, asked) or (is_put and server.takes(Fault.LOST_ANSWER)):
            self._hang_up()
            return
        if server.takes(Fault.LATE):
            server.wait(server.delay)
        is_read = self.command == "GET" and status in (200, 206) and "list-type" not in self.path
        if is_read and server.takes(Fault.OTHER_BYTES):
            data = bytes(255 - byte for byte in data)
        if is_read and server.takes(Fault.CUT):
            self._answer(status, headers, data, cut=len(data) // 2)
            return
        self._answer(status, headers, data, is_slow=is_read and server.takes(Fault.SLOW))

    def _ask(self, asked: Asked) -> tuple[int, list[tuple[str, str]], bytes]:
        if self.server.kept is not None and asked.is_write:
            self.server.kept.append(asked)
        if self.server.takes(Fault.CARELESS):
            headers = {
                name: value
                for name, value in asked.headers.items()
                if name.lower() not in _KEY_AND_CONDITIONS
            }
            asked = Asked(asked.method, asked.path, headers, asked.body)
        return self.server.ask(asked)

    def _answer(
        self,
        status: int,
        headers: list[tuple[str, str]],
        data: bytes,
        cut: int | None = None,
        *,
        is_slow: bool = False,
    ) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in _OF_THE_LINE:
                self.send_header(name, value)
        length = next((value for name, value in headers if name.lower() == "content-length"), len(data))
        self.send_header("content-length", str(length if self.command == "HEAD" else len(data)))
        self.end_headers()
        if self.command != "HEAD":
            for piece in _pieces(data if cut is None else data[:cut], is_slow=is_slow):
                self.wfile.write(piece)
                if is_slow:
                    self.wfile.flush()
                    self.server.wait(self.server.delay)
        if cut is not None:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.wfile.flush()

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = _pass  # noqa: N815 - names of the library

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
        """Say nothing."""


def _pieces(data: bytes, *, is_slow: bool) -> list[bytes]:
    return [data[at : at + 1] for at in range(len(data))] if is_slow else [data]


@contextmanager
def between(endpoint: str) -> Iterator[GoBetween]:
    """Stand between whoever asks and ``endpoint``."""
    with GoBetween(endpoint) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield proxy
        finally:
            proxy.shutdown()
            thread.join()
