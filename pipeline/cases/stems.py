"""Words of a text as they are compared in a search: small letters, without marks, by their Indonesian stem.

``dilaporkan``, ``melapor`` and ``laporan`` give *lapor*. The stems of a text stand word for word in its order, so that a
hit in the stems is a hit in the text. The same stems are kept and asked for, whatever database keeps them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40
"""Letters of a word that are compared: what is longer is no word but what a reader made of a stain."""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of ``text`` begins and ends, in order."""
    for one in _WORD.finditer(text):
        yield one.span()


def stems_of(text: str) -> list[str]:
    """Return the stem of each word of ``text``, in order."""
    return [stem(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of one word; one that has none is returned in plain letters."""
    plain = bare(word)
    if len(plain) < 4 or not plain.isascii() or not plain.isalpha():
        return plain
    return str(_stemmer().stem_word(plain)) or plain


def bare(word: str) -> str:
    """Return ``word`` in small letters without marks, no longer than is compared: ``Kuntèt`` → ``kuntet``."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(one for one in apart if one.isalnum())
    return (letters or word)[:_LONGEST]


def is_root(word: str) -> bool:
    """Tell whether ``word``, a stem, stands in the list of Indonesian root words."""
    return bool(_stemmer().get_dictionary().contains(word))


@cache
def _stemmer() -> Any:
    """Return the stemmer; its 30,000 words are read when the first is wanted (16 ms)."""
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
    from Sastrawi.Stemmer.Stemmer import Stemmer
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return Stemmer(ArrayDictionary(StemmerFactory().get_words()))
