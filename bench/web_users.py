"""Users of the pages for measures: a port of their own, words for the accounts, a session each; no browser."""

import http.client
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from bench.home import Home
from pipeline.office.base import accounts as standing
from pipeline.records import accounts, passwords
from pipeline.records.accounts import Kept
from tools.ports import free_port

WORD = "kuda lumping sore hari"
PATIENCE = 60.0
"""Seconds that a user waits for a page."""
_FORM = "application/x-www-form-urlencoded"
_PARTS = re.compile(r'(?:src|href)="(/static/[^"]+)"')


def give_port(home: Home) -> int:
    """Let the pages of this home be at a port that nobody holds; return it."""
    port = free_port()
    path = home.settings.home / "office.toml"
    path.write_text(path.read_text("utf-8").replace("# porta = 8000", f"porta = {port}"), "utf-8")
    return port


def give_words(home: Home) -> None:
    """Give every account :data:`WORD`, as if each had chosen it."""
    digest, kept = passwords.digest_of(WORD), accounts.listed()
    for account in standing.whole(home.settings, kept):
        before = kept.get(account.name, Kept(account.name, account.roles))
        accounts.put(replace(before, password=digest, once=False))


@dataclass(frozen=True)
class Answer:
    """What came back: status, bytes of the page as sent, seconds, the parts (style sheets, scripts, pictures) it names.

    Status 0: nothing within :data:`PATIENCE`, or the door hung up.
    """

    status: int
    size: int
    seconds: float
    parts: tuple[str, ...]


@dataclass
class User:
    """One browser's cookies and its connection to the door at ``port``."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._held = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def close(self) -> None:
        """Leave the door."""
        self._held.close()

    def sign_in(self, account: str) -> None:
        """Sign in. Raises OSError where that does not lead on."""
        self.ask("/masuk/")
        if self.ask("/masuk/", {"account": account, "word": WORD}).status != http.client.FOUND:
            raise ConnectionError(f"{account} cannot sign in")

    def ask(self, path: str, form: Mapping[str, str] | None = None) -> Answer:
        """Ask for a page, with a ``form`` by POST; one that does not come, or not in time, is left, and the next asked for anew."""
        begun = time.perf_counter()
        try:
            return self._asked(path, form)
        except TimeoutError:
            self._held.close()
            return Answer(0, 0, PATIENCE, ())
        except (ConnectionError, http.client.HTTPException):
            self._held.close()
            return Answer(0, 0, time.perf_counter() - begun, ())

    def _asked(self, path: str, form: Mapping[str, str] | None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form is not None:
            body = urlencode({"csrfmiddlewaretoken": self.cookies.get("rangkap-csrf", ""), **form})
            headers["Content-Type"] = _FORM
        begun = time.perf_counter()
        self._held.request("GET" if form is None else "POST", path, body, headers)
        came = self._held.getresponse()
        data = came.read()
        seconds = time.perf_counter() - begun
        for line in came.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: cookie.value for name, cookie in SimpleCookie(line).items()}
        parts = tuple(dict.fromkeys(_PARTS.findall(data.decode("utf-8", "replace"))))
        return Answer(came.status, len(data), seconds, parts)
