"""A browser without a screen: keeps cookies, follows where it is led, types into the forms of the office's pages."""

import base64
import re
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from urllib.parse import urlencode

from django_otp.oath import TOTP

from demo.office import TookTooLong

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_KEY = re.compile(r"<code>([A-Z2-7 ]{30,})</code>")
_CODES = re.compile(r"<li><code>([0-9a-f]{5} [0-9a-f]{5})</code></li>")
_WHO = re.compile(r'class="who">[^<]*?(\S+)</p>')


class Browser:
    """One person at the pages at ``address`` (http://127.0.0.1:PORT)."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        """Return the page at ``path``."""
        return self._open(path, None)

    def post(self, path: str, **form: str) -> str:
        """Send the form of the page at ``path``; return the page it leads to."""
        match = _TOKEN.search(self.get(path))
        token = match[1] if match else ""
        return self._open(path, urlencode({"csrfmiddlewaretoken": token, **form}).encode())

    def set_up_telephone(self) -> list[str]:
        """Set up a second factor as its page says; return the codes for paper."""
        match = _KEY.search(self.get("/kode/pasang/"))
        if not match:
            return []
        totp = TOTP(base64.b32decode(_padded(match[1].replace(" ", ""))))
        totp.time = time.time()
        return _CODES.findall(self.post("/kode/pasang/", code=f"{totp.token():06d}"))

    def account_shown(self, page: str) -> str:
        """Return whose page it is, or nothing."""
        match = _WHO.search(page)
        return match[1] if match else ""

    def wait_until_open(self, seconds: float = 60.0) -> None:
        """Wait until the pages answer. Raises :class:`TookTooLong`."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.get("/masuk/")
            except OSError:
                time.sleep(0.3)
            else:
                return
        raise TookTooLong(f"no page at {self._address}")

    def _open(self, path: str, body: bytes | None) -> str:
        request = urllib.request.Request(self._address + path, body)  # noqa: S310 - http alone, to this machine
        try:
            with self._opener.open(request, timeout=60) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as refused:
            return str(refused.read().decode())


def _padded(key: str) -> str:
    return key + "=" * (-len(key) % 8)
