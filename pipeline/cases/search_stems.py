"""Words as compared in a search, by Indonesian stem: ``dilaporkan`` gives *lapor*."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each word begins and ends."""
    for match in _WORD.finditer(text):
        yield match.span()


def stems_of(text: str) -> list[str]:
    """One for each word, in order."""
    return [stem(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of one word, else its plain letters."""
    plain = normalize_word(word)
    if len(plain) < 4 or not plain.isascii() or not plain.isalpha():
        return plain
    return str(_stemmer().stem_word(plain)) or plain


def normalize_word(word: str) -> str:
    """Small letters without marks: ``Kuntèt`` → ``kuntet``."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(character for character in apart if character.isalnum())
    return (letters or word)[:_LONGEST]


def is_root(word: str) -> bool:
    """Whether it is an Indonesian root."""
    return bool(_stemmer().get_dictionary().contains(word))


@cache
def _stemmer() -> Any:
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
    from Sastrawi.Stemmer.Stemmer import Stemmer
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    return Stemmer(ArrayDictionary(StemmerFactory().get_words()))
