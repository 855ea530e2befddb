"""Words of a page in the plain form in which they are compared: signs, spelling and misreadings taken away.

A recogniser confuses letters, a hand spells a name in two ways, and a line breaks a word: what is compared is the
fold of a word, within few edits where it is long. Two words that a gap or a line parted are tried as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from rapidfuzz.distance import OSA

from pipeline.intake.reading import Page, Row

Place = tuple[int, int, int]
"""Page, row and word of it, each from 0."""

_PIECES = re.compile(r"[^\W_]+(?:['’`][^\W_]+)?")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ALIKE = (
    ("rn", "m"), ("vv", "w"), ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("nj", "ny"), ("sy", "s"),
    ("kh", "k"), ("ch", "k"), ("dh", "d"), ("th", "t"), ("ph", "f"),
)  # fmt: skip
_SIGNS = str.maketrans("01|!5863yljvzq", "oiiisbgeiiifsk")
_LONG, _LONGER, _APART = 5, 9, 1.55
_CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")


@dataclass(frozen=True)
class Token:
    """A run of letters or digits: as written, folded, the words it stands in, and how it stands among others.

    ``is_first``: a sentence begins with it; ``is_shouted``: its whole row is in capitals; ``after`` is the sign
    that follows it in its word; ``is_new``: it begins a row that stands apart from the one before; ``is_or``: a stroke
    stands before it (``keluarga/saudara``).
    """

    written: str
    fold: str
    places: tuple[Place, ...]
    is_first: bool = False
    is_shouted: bool = False
    after: str = ""
    is_new: bool = False
    is_or: bool = False

    @property
    def is_capital(self) -> bool:
        """Tell whether it is written like a name: a capital first, and not merely since all of its row is so."""
        return self.written[0].isupper()

    @property
    def plain(self) -> str:
        """The word in small letters, as lists of words hold it."""
        return self.written.casefold()

    @property
    def row(self) -> tuple[int, int]:
        """Page and row where it begins."""
        return self.places[0][:2]


def fold(word: str) -> str:
    """Return ``word`` as it is compared: ``Djoni``, ``Joni`` and ``J0ni`` are one."""
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(one)
    )
    bare = re.sub(r"[^a-z0-9|!]", "", bare)
    if bare.isdigit():
        return bare
    for two, one in _ALIKE:
        bare = bare.replace(two, one)
    bare = bare.translate(_SIGNS)
    return re.sub(r"(.)\1+", r"\1", bare)


def edits_allowed(one: str) -> int:
    """Return how many edits apart a word may be from the folded ``one`` and still be it."""
    return 0 if len(one) < _LONG else 1 if len(one) < _LONGER else 2


def distance(token: str, wanted: str) -> int | None:
    """Return by how many edits the folded ``token`` is ``wanted``, a clitic aside; ``None`` if it is another word."""
    most = edits_allowed(wanted)
    best = OSA.distance(token, wanted, score_cutoff=most)
    for ending in map(fold, _CLITICS):
        if best and len(token) > len(wanted) and token.endswith(ending):
            best = min(best, OSA.distance(token.removesuffix(ending), wanted, score_cutoff=most))
    if best <= most:
        return best
    return 1 if len(wanted) >= _LONG and wanted in token else None


def ratio(token: str, wanted: str) -> float:
    """Return how like two folded words are, from 0 to 1."""
    return float(OSA.normalized_similarity(token, wanted))


def tokens_of(pages: Sequence[Page]) -> list[Token]:
    """Return the words of ``pages`` in reading order, cut at signs; words that a hyphen parts are one."""
    found: list[Token] = []
    is_first = True
    for page_at, page in enumerate(pages):
        for row_at, row in enumerate(page.rows):
            letters = [one for one in row.text if one.isalpha()]
            shouted = len(letters) > 3 and sum(one.isupper() for one in letters) > 0.9 * len(letters)
            is_new = not row_at or _stands_apart(page.rows[row_at - 1], row)
            for word_at, word in enumerate(row.words):
                for token in _pieces(word.text, (page_at, row_at, word_at)):
                    found.append(replace(token, is_first=is_first, is_shouted=shouted, is_new=is_new))
                    is_first = token.after[:1] in (".", "!", "?", ":", ";") and len(token.written) > 2
                    is_new = False
    return _joined(_unspaced(found))


def _stands_apart(before: Row, row: Row) -> bool:
    """Tell whether more than the usual space lies between two rows."""
    if not before.words or not row.words:
        return True
    high = median(one.box[3] - one.box[1] for one in row.words)
    apart = median(one.box[1] for one in row.words) - median(one.box[1] for one in before.words)
    return not 0 < apart < _APART * high


def _pieces(text: str, place: Place) -> list[Token]:
    found: list[Token] = []
    for one in _PIECES.finditer(text):
        after = re.match(r"[^\w\s]*", text[one.end() :])
        is_or = text[: one.start()].endswith("/")
        sign = after[0] if after else ""
        pieces = [piece for piece in _CAMEL.split(one.group()) if fold(piece)]
        found += [Token(piece, fold(piece), (place,), after=sign, is_or=is_or) for piece in pieces]
    return found


def _unspaced(tokens: Sequence[Token]) -> list[Token]:
    """Put together what was letterspaced: ``D E N I`` is a word; ``D. P.`` stays two initials."""
    found: list[Token] = []
    run: list[Token] = []
    for one in (*tokens, None):
        if (
            one is not None
            and len(one.written) == 1
            and one.written.isalpha()
            and not one.after
            and (not run or run[-1].row == one.row)
        ):
            run.append(one)
            continue
        found += [_one(run, "")] if len(run) > 2 else run
        run = []
        if one is not None:
            found.append(one)
    return found


def _joined(tokens: Sequence[Token]) -> list[Token]:
    """Join a word that ends a row with a hyphen to the first word of the next row; both halves stay too."""
    found: list[Token] = []
    for at, one in enumerate(tokens):
        found.append(one)
        last = at + 1 < len(tokens) and tokens[at + 1].row != one.row
        if last and one.after[:1] in ("-", "\u2010", "\u2011", "\u00ad", "–", "=") and one.after[:1]:
            found[-1] = _one((one, tokens[at + 1]), "")
    return found


def _one(parts: Sequence[Token], after: str) -> Token:
    written = "".join(one.written for one in parts)
    places = tuple(dict.fromkeys(place for one in parts for place in one.places))
    return Token(written, fold(written), places, parts[0].is_first, parts[0].is_shouted, after)


def both(one: Token, other: Token) -> Token:
    """Return two neighbouring tokens as one word, which a gap parted."""
    return _one((one, other), other.after)
