"""A telephone that makes codes (RFC 6238), for the second factor."""

import base64
import re
import time

from django_otp.oath import hotp

from tests.web.door import Door
from tests.web.visitor import Answer, Visitor

_KEY = re.compile(r"<code>([A-Z2-7 ]{30,})</code>")
_CODES = re.compile(r"<li><code>([0-9a-f]{5} [0-9a-f]{5})</code></li>")


class Telephone:
    """Makes the codes of one key; ``used`` is the code with which it was set up."""

    used = ""

    def __init__(self, key: str) -> None:
        self._key = base64.b32decode(key.replace(" ", "") + "=" * (-len(key.replace(" ", "")) % 8))
        self._step = 0

    def code(self) -> str:
        """Return the six digits of now."""
        return self._of(int(time.time()) // 30)

    def next_code(self) -> str:
        """Return digits that were not given before: those of now, or of the step after the last one given.

        Counted from the last step: who gave a code as its 30 seconds ended is held for a slow clock, and of
        the two steps after that the door takes one.
        """
        return self._of(max(int(time.time()) // 30, self._step + 1))

    def _of(self, step: int) -> str:
        self._step = step
        return f"{hotp(self._key, step):06d}"


def key_in(page: str) -> str:
    """Return the key that a page shows for typing."""
    match = _KEY.search(page)
    assert match, "no key"
    return match[1]


def codes_in(page: str) -> list[str]:
    """Return the codes for paper that a page shows."""
    return _CODES.findall(page)


def set_up(visitor: Visitor) -> tuple[Telephone, Answer]:
    """Set a telephone up as the page says; returns it, and the page with the codes for paper."""
    telephone = Telephone(key_in(visitor.get("/kode/pasang/").text))
    telephone.used = telephone.code()
    answer = visitor.post("/kode/pasang/", code=telephone.used)
    assert answer.status == 200, answer.text
    return telephone, answer


def forget(door: Door) -> None:
    """Let no account have a telephone or codes on paper any more."""
    for table in ("web_telephone", "web_papercode", "web_paper"):
        door.change(f"DELETE FROM {table}")
