"""The revisions of a letter, as its history tells them."""

from dataclasses import dataclass
from datetime import datetime

from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.letters.clauses import CORRECTED
from pipeline.office.arrivals.edits import TAKEN
from pipeline.records import history
from pipeline.records.history import Act
from pipeline.records.letters import Letter

_MADE = frozenset(kind.act for kind in LETTER_KINDS.values())
"""Acts by which a person makes a revision."""


def read_last(letter: Letter) -> int:
    """Return the revision before the current one that the chair decided about last; else the one just before it.

    She returned it, or made it by taking an edit.
    """
    known = [
        int(one.detail.get("revision", 0))
        for one in history.of_case(letter.case)
        if one.verb in ("return", TAKEN) and one.subject == letter.id
    ]
    return max((one for one in known if 0 < one < letter.revision), default=letter.revision - 1)


@dataclass(frozen=True)
class Revision:
    """One revision of a letter: who made it and when, whether from Word, which paragraphs were corrected by hand, what became of it.

    ``returned`` is the reason why it was sent back.
    """

    number: int
    account: str
    at: datetime
    is_edit: bool
    corrected: tuple[str, ...]
    returned: str


def listed(letter: Letter) -> tuple[Revision, ...]:
    """Return the revisions of a letter, the newest first, as its history tells them."""
    made: dict[int, Act] = {}
    returned: dict[int, str] = {}
    for one in history.of_case(letter.case):
        if one.subject != letter.id or "revision" not in one.detail:
            continue
        number = int(one.detail["revision"])
        if one.verb == "return":
            returned[number] = str(one.detail.get("reason", ""))
        elif one.verb in (*_MADE, TAKEN):
            made[number] = one
    return tuple(
        Revision(
            number,
            one.account,
            one.at,
            one.verb == TAKEN,
            tuple(one.detail.get(CORRECTED, ())),
            returned.get(number, ""),
        )
        for number, one in sorted(made.items(), reverse=True)
    )
