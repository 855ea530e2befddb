"""What the office says as a page says it: a command of the terminal goes, the sentence stays; figures as the language writes them.

A row of what waits, a note on a scan or a refusal may end with "…: rangkap match A-2026-0007 --aside"; on a page a button or
link does that (:mod:`pipeline.web.addresses_of`).
"""

from __future__ import annotations

import re

from pipeline.kernel.verbs import COMMAND

_IF_RIGHT = re.compile(rf"[;,]? bila benar: {COMMAND}[^;]*$")
_AFTER_COLON = re.compile(rf"(?: dengan)?: {COMMAND}[^;]*?(?=\. |; |\.$|$)")
_ANYWHERE = re.compile(rf"({COMMAND})([^;,.]*)")
_SAID = {
    "match": "cocokkan", "aside": "sisihkan", "strike": "coret", "register": "daftarkan", "review": "buka konsepnya",
    "print": "cetak", "deliver": "catat penyampaiannya", "todo": "halaman Menunggu", "number": "catat nomornya",
    "page": "halaman Lembar pengesahan",
}  # fmt: skip
_OTHER = "buka halamannya"
_TURNED = str.maketrans(",.", ".,")
_TO_INBOX = re.compile(
    r",? (?:lalu|dan|then|and) (?:taruh|put)(?: it| them)?(?: lagi| kembali| back)? (?:di|into the) inbox(?=\.)"
    r"| (?:ke dalam|ke|into the) inbox"
)


def without_commands(said: str) -> str:
    """Return the sentence ``said`` without the commands in it."""
    if "rangkap " not in said:
        return said
    said = _AFTER_COLON.sub("", _IF_RIGHT.sub("", said))
    return _ANYWHERE.sub(_word, said).strip()


def without_inbox(said: str) -> str:
    """Return why a file was refused without the folder it is put into again: on a page it is sent again, as the page itself says."""
    return _TO_INBOX.sub("", said)


def figure(value: float, lang: str, places: int = 0) -> str:
    """Return ``value`` with ``places`` after the comma: 63.812 and 1,4 in Indonesian, 63,812 and 1.4 in English."""
    said = f"{value:,.{places}f}"
    return said if lang == "en" else said.translate(_TURNED)


def _word(found: re.Match[str]) -> str:
    verb = "aside" if "--aside" in found[2] else found[1].removeprefix("rangkap ")
    return _SAID.get(verb, _OTHER)
