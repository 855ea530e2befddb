"""What changed between two texts of a letter, without what approval stamps anew."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

from pipeline.kernel.text import N_, Text
from pipeline.letters.text import EDGE

_STAMPED = re.compile(r".*\bKONSEP\b.*|Halaman \S+ dari \S+|Kasus \d{4}-\d+|Salinan ke-.*")
_ALIKE = 0.45


class Kind(StrEnum):
    """What became of a paragraph or its words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Piece:
    """Neighbouring words with the same change."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Change:
    """One changed paragraph."""

    place: Text
    kind: Kind
    pieces: tuple[Piece, ...]

    def to_json(self, lang: str = "id") -> dict[str, object]:
        """Plain values."""
        pieces = [{"kind": str(piece.kind), "text": piece.text} for piece in self.pieces]
        return {"place": self.place.fill(lang), "kind": str(self.kind), "pieces": pieces}


def compare(before: str, after: str) -> tuple[Change, ...]:
    """Every paragraph that differs by more than spaces."""
    old, old_edge = (_lines(part) for part in before.partition(EDGE)[::2])
    new, new_edge = (_lines(part) for part in after.partition(EDGE)[::2])
    place = N_("header or footer")
    edges = ((Kind.REMOVED, _only(old_edge, new_edge)), (Kind.ADDED, _only(new_edge, old_edge)))
    return (
        *(
            change
            for is_same, low, high, new_low, new_high in _blocks(old, new)
            if not is_same
            for change in _block(old[low:high], new[new_low:new_high], new_low)
        ),
        *(Change(place, kind, (Piece(kind, line),)) for kind, lines in edges for line in lines),
    )


def likeness(before: str, after: str) -> float:
    """From 0 to 1."""
    return float(Indel.normalized_similarity(before.split(), after.split()))


def visible(text: str) -> str:
    """Unseen and steering signs become numbers."""
    return "".join(
        f"⟨U+{ord(sign):04X}⟩" if unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} else sign
        for sign in text
    )


def _lines(text: str) -> list[str]:
    return [line for line in (visible(" ".join(line.split())) for line in text.split("\n")) if line]


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    for is_same, steps in groupby(Indel.opcodes(before, after), key=lambda step: step.tag == "equal"):
        opcodes = list(steps)
        first, last = opcodes[0], opcodes[-1]
        yield is_same, first.src_start, last.src_end, first.dest_start, last.dest_end


def _block(before: Sequence[str], after: Sequence[str], start: int) -> Iterator[Change]:
    rest = list(before)
    enough = 0.0 if len(before) == len(after) == 1 else _ALIKE
    for index, line in enumerate(after):
        number = start + index + 1
        place = N_("paragraph {number}").of(number=number)
        partner = next((at for at, old in enumerate(rest) if likeness(old, line) >= enough), None)
        if partner is None:
            yield Change(place, Kind.ADDED, (Piece(Kind.ADDED, line),))
            continue
        yield from (_removed(old, number) for old in rest[:partner])
        yield Change(place, Kind.CHANGED, _pieces(rest[partner], line))
        rest = rest[partner + 1 :]
    yield from (_removed(old, start + len(after) + 1) for old in rest)


def _removed(line: str, number: int) -> Change:
    place = N_("before paragraph {number}").of(number=number)
    return Change(place, Kind.REMOVED, (Piece(Kind.REMOVED, line),))


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    old, new = before.split(), after.split()
    pieces: list[tuple[Kind, str]] = []
    for is_same, low, high, new_low, new_high in _blocks(old, new):
        if is_same:
            pieces += [(Kind.SAME, word) for word in old[low:high]]
        else:
            pieces += [(Kind.REMOVED, word) for word in old[low:high]]
            pieces += [(Kind.ADDED, word) for word in new[new_low:new_high]]
    grouped = groupby(pieces, key=lambda piece: piece[0])
    return tuple(Piece(kind, " ".join(word for _, word in words)) for kind, words in grouped)


def _only(lines: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [line for line in dict.fromkeys(lines) if line not in known and not _STAMPED.fullmatch(line)]
