"""A code on a scan is matched to letter, copy and revision, to whose frozen draft it is bound."""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pipeline.kernel.ids import CopyCode, is_letter, is_sheet
from pipeline.letters.copies import COPIES, make_code


class State(StrEnum):
    """What a code says about its paper."""

    CURRENT = "current"
    OUTDATED = "outdated"
    VOIDED = "voided"
    WRONG_CHECK = "wrong_check"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Revision:
    """An approved revision, with the SHA-256 of its frozen draft."""

    number: int
    key_id: str
    draft_digest: str


@dataclass(frozen=True)
class KnownLetter:
    """With all approved revisions (the highest is current)."""

    letter: str
    revisions: tuple[Revision, ...]
    is_voided: bool = False


@dataclass(frozen=True)
class Match:
    """``revision`` is set if one is proven."""

    state: State
    letter: str
    copy: int
    revision: int | None = None


def verify_code(code: CopyCode, key: bytes, key_id: str, revision: int, draft_digest: str) -> bool:
    """Whether ``code`` fits this revision under this key."""
    right = make_code(code.letter, revision, code.copy, key, key_id, draft_digest)
    return hmac.compare_digest(right.check, code.check)


def match_code(code: CopyCode, letters: Iterable[KnownLetter], keys: Mapping[str, bytes]) -> Match:
    """``keys`` are by key id.

    WRONG_CHECK: home-made, another office's, a lost key.
    """
    if (known := next((letter for letter in letters if letter.letter == code.letter), None)) is None:
        return Match(State.UNKNOWN, code.letter, code.copy)
    proven = next(
        (
            revision.number
            for revision in known.revisions
            if revision.key_id in keys
            and verify_code(
                code, keys[revision.key_id], revision.key_id, revision.number, revision.draft_digest
            )
        ),
        None,
    )
    if proven is None or code.copy > COPIES:
        return Match(State.WRONG_CHECK, code.letter, code.copy)
    if known.is_voided:
        return Match(State.VOIDED, code.letter, code.copy, proven)
    current = max(revision.number for revision in known.revisions)
    return Match(State.CURRENT if proven == current else State.OUTDATED, code.letter, code.copy, proven)


def read_words(text: str) -> tuple[str, str] | None:
    """Letter id and check, as typed from the foot (``2026-0042-3 · K7QX-4M2T-VA``)."""
    pieces = text.upper().replace("·", " ").replace(":", " ").split()
    if not pieces or not (is_letter(pieces[0]) or is_sheet(pieces[0])):
        return None
    check = "".join(pieces[1:]).replace("-", "")
    is_check = len(check) == 10 and all(
        character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" for character in check
    )
    return (pieces[0], check) if is_check else None


def match_words(text: str, letters: Iterable[KnownLetter], keys: Mapping[str, bytes]) -> Match | None:
    """Match what was typed; the check tells which copy."""
    if (read := read_words(text)) is None:
        return None
    known = list(letters)
    matches = [match_code(CopyCode(read[0], copy, read[1]), known, keys) for copy in range(1, COPIES + 1)]
    return next((match for match in matches if match.revision is not None), matches[0])
