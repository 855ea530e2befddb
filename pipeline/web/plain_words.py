"""What the office says with a command of the terminal in it, as a page says it: the command goes, the sentence stays.

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
}  # fmt: skip
_OTHER = "buka halamannya"
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


def _word(found: re.Match[str]) -> str:
    verb = "aside" if "--aside" in found[2] else found[1].removeprefix("rangkap ")
    return _SAID.get(verb, _OTHER)
