"""Step 8: a typed transcript (salinan ketikan); the scan is what counts."""

import re
import unicodedata

UNREADABLE = "[tidak terbaca]"
MOST = 100_000
_MARK = re.compile(r"[\[(]\s*(?:tidak|tak|tdk)\s+(?:ter|di)?baca\s*[\])]|\[\s*\?+\s*\]", re.IGNORECASE)
_END = "-- akhir keterangan --"


def clean(typed: str) -> str:
    """With one mark for the unreadable."""
    plain = unicodedata.normalize("NFC", typed).replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(
        character for character in plain if character in "\n\t" or unicodedata.category(character)[0] != "C"
    )
    return _MARK.sub(UNREADABLE, "\n".join(line.rstrip() for line in plain.split("\n")).strip("\n"))


def is_fit(text: str) -> bool:
    """Whether it says anything within bounds."""
    return bool(re.search(r"\w", text)) and len(text) <= MOST


def unreadable(text: str) -> int:
    """Count of unreadable places."""
    return text.count(UNREADABLE)


def written(text: str, document: str, sha512: str, account: str, at: str) -> str:
    """The file: source, account, time, words."""
    head = (
        f"SALINAN KETIKAN dari {document}",
        f"SHA-512 pindaian: {sha512}",
        f"Diketik oleh akun {account} pada {at}",
        f"Turunan: yang berlaku adalah pindaiannya. {UNREADABLE} = tidak terbaca oleh pengetik ({unreadable(text)} tempat).",
        _END,
    )
    return "\n".join((*head, text, ""))


def words_of(file: str) -> str:
    """The words in a file of :func:`written`."""
    return file.partition(f"{_END}\n")[2]
