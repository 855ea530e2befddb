"""Step 8: a typed transcript (salinan ketikan) of what reading by machine could not read.

``[tidak terbaca]`` is a valid mark: what the eye cannot read is said to be so, never guessed. The transcript is a
derivative: the scan counts.
"""

import re
import unicodedata

UNREADABLE = "[tidak terbaca]"
MOST = 100_000
_MARK = re.compile(r"[\[(]\s*(?:tidak|tak|tdk)\s+(?:ter|di)?baca\s*[\])]|\[\s*\?+\s*\]", re.IGNORECASE)
_END = "-- akhir keterangan --"


def clean(typed: str) -> str:
    """Return what was typed in normal form: one kind of line end, no control signs, the mark written one way."""
    plain = unicodedata.normalize("NFC", typed).replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(one for one in plain if one in "\n\t" or unicodedata.category(one)[0] != "C")
    return _MARK.sub(UNREADABLE, "\n".join(line.rstrip() for line in plain.split("\n")).strip("\n"))


def is_fit(text: str) -> bool:
    """Tell whether ``text`` says anything, if only that a page cannot be read, and is no longer than a letter may be."""
    return bool(re.search(r"\w", text)) and len(text) <= MOST


def unreadable(text: str) -> int:
    """Count the places that the eye could not read."""
    return text.count(UNREADABLE)


def written(text: str, document: str, sha512: str, account: str, at: str) -> str:
    """Return the file that is kept: what it is, of which bytes, by whom and when; then the words."""
    head = (
        f"SALINAN KETIKAN dari {document}",
        f"SHA-512 pindaian: {sha512}",
        f"Diketik oleh akun {account} pada {at}",
        f"Turunan: yang berlaku ialah pindaiannya. {UNREADABLE} = tidak terbaca oleh pengetik ({unreadable(text)} tempat).",
        _END,
    )
    return "\n".join((*head, text, ""))


def words_of(file: str) -> str:
    """Return the words of a file as :func:`written` made it."""
    return file.partition(f"{_END}\n")[2]
