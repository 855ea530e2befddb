"""Somebody at the web door without a browser: keeps cookies, and says exactly what is to be sent."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.web import trust
from tests.web.door import WORD, Door

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
SESSION, CSRF = "__Host-rangkap", "__Host-rangkap-csrf"
"""The cookies of a door that is https alone."""
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What the door answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The page."""
        return self.body.decode()

    @property
    def leads_to(self) -> str:
        """Where the answer sends one on, or nothing."""
        return self.headers.get("Location", "")


@dataclass
class Visitor:
    """One browser's cookies at one door, on one machine (any address of 127.0.0.0/8)."""

    door: Door
    cookies: dict[str, str] = field(default_factory=dict)
    machine: str = "127.0.0.1"

    def send(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send one request as it stands, and keep the cookies that come back."""
        connection = http.client.HTTPSConnection(
            "127.0.0.1",
            self.door.port,
            timeout=120,
            context=trust.context(),
            source_address=(self.machine, 0),
        )
        try:
            kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            given = (
                ({"Cookie": kept} if kept else {})
                | {"Referer": f"{self.door.address}{path}"}
                | dict(headers or {})
            )
            connection.request(method, path, body or None, given)
            came = connection.getresponse()
            answer = Answer(came.status, came.headers, came.read())
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self.send("GET", path)

    def post(self, path: str, headers: Mapping[str, str] | None = None, **form: str) -> Answer:
        """Send a form, as a page of the door would."""
        body = urlencode({"csrfmiddlewaretoken": self.token, **form}).encode()
        return self.send("POST", path, body, {"Content-Type": FORM, **(headers or {})})

    @property
    def token(self) -> str:
        """What proves that a form comes from the door's own page."""
        if CSRF not in self.cookies:
            self.get("/masuk/")
        return self.cookies.get(CSRF, "")

    @property
    def session(self) -> str:
        """The number of the session, or nothing."""
        return self.cookies.get(SESSION, "")

    def sign_in(self, account: str, word: str = WORD) -> Answer:
        """Type account and word."""
        return self.post("/masuk/", account=account, word=word)


def token_in(page: str) -> str:
    """Return the hidden token of the first form in ``page``."""
    match = _TOKEN.search(page)
    assert match, "no form"
    return match[1]


def entered(door: Door, account: str) -> Visitor:
    """Return a visitor who has signed in as ``account``; chair and admin also with a code of a new telephone."""
    from tests.web.telephone import set_up

    visitor = Visitor(door)
    answer = visitor.sign_in(account)
    assert answer.status == 302, answer.text
    if account in ("ketua", "teknis"):
        set_up(visitor)
    return visitor
