"""Scans like our letters without a readable code: a copy is proposed, never assigned."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.intake.reading import Reading
from pipeline.kernel import clock
from pipeline.kernel.errors import suppressed
from pipeline.kernel.ids import CopyCode, read_code
from pipeline.letters.text import EDGE, frozen_text
from pipeline.lookup import access, visible
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.office.letters import letter_files
from pipeline.records import history, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.settings import Settings
from pipeline.signing.foot import Foot, nearest, read_foot

READ, MISREAD, NUMBERED, ALIKE = 0.98, 0.9, 0.7, 0.6
"""Certainty by whole check, partly wrong check, number, text alone."""
_TEXT = 75.0
"""Similarity (per cent) that suffices without a number."""


@dataclass(frozen=True)
class Proposal:
    """The likely copy; None if only the letter is known."""

    letter: str
    case: str
    copy: int | None
    words: str
    confidence: float
    why: str

    def message(self) -> str:
        """As a sentence (Indonesian)."""
        which = f"salinan ke-{self.copy} surat {self.letter}" if self.copy else f"surat {self.letter}"
        return f"mungkin {which} ({self.why}, {round(100 * self.confidence)} %)"


def propose(settings: Settings, reading: Reading) -> Proposal | None:
    """The likely copy for a document without readable code."""
    waiting = letters.in_state(LetterState.APPROVED)
    text = reading.text
    foot = read_foot(text)
    copies = [copy for letter in waiting for copy in letters.copies(letter.id, letter.revision)]
    codes = {code: copy for copy in copies if (code := read_code(copy.code)) is not None}
    pair = nearest(foot, codes)
    if pair is not None:
        code, wrong = pair
        why = (
            "kode di kaki halaman terbaca"
            if not wrong
            else f"kode di kaki halaman terbaca, {wrong} huruf lain"
        )
        return _proposal(codes[code], code, READ if not wrong else MISREAD, why)
    return _by_number(foot, waiting) or _by_text(settings, foot, text, waiting)


def named_at_foot(session: Session, arrivals: Iterable[Arrival]) -> dict[str, str]:
    """Waiting letters named there, by arrival id: matched before registered as mail."""
    waiting = {letter.id for letter in visible.letters_in(session, LetterState.APPROVED)}
    if not waiting:
        return {}
    arrivals = (
        arrival
        for arrival in arrivals
        if arrival.state == ArrivalState.READ and any(letter in arrival.reading for letter in waiting)
    )
    return {arrival.id: named for arrival in arrivals if (named := _at_foot(arrival, waiting))}


def _at_foot(arrival: Arrival, waiting: Collection[str]) -> str:
    foot = read_foot(Reading.from_json(arrival.reading).text)
    return next((letter for letter in foot.letters if letter in waiting and (foot.copies or foot.checks)), "")


def _proposal(copy: Copy, code: CopyCode, confidence: float, why: str) -> Proposal:
    case = letters.get(copy.letter).case
    return Proposal(copy.letter, case, copy.copy, f"{copy.letter} {code.in_words()}", confidence, why)


def _by_number(foot: Foot, waiting: Sequence[Letter]) -> Proposal | None:
    named = next((letter for letter in waiting if letter.id in foot.letters), None)
    return None if named is None else _of_letter(named, foot, NUMBERED, "nomor surat di kaki halaman terbaca")


def _by_text(settings: Settings, foot: Foot, text: str, waiting: Sequence[Letter]) -> Proposal | None:
    worth = [
        (fuzz.token_sort_ratio(text, draft), letter)
        for letter in waiting
        if len(text) < 3 * len(draft := _draft_text(settings, letter))
    ]
    best, letter = max(worth, key=lambda pair: pair[0], default=(0.0, None))
    if letter is None or best < _TEXT:
        return None
    is_numbered = _normalized(letter.number or "-") in _normalized(text)
    why = "nomor dan isinya sama" if is_numbered else "isinya mirip"
    return _of_letter(letter, foot, NUMBERED if is_numbered else ALIKE, why)


def _normalized(text: str) -> str:
    return "".join(text.split()).casefold()


def _draft_text(settings: Settings, letter: Letter) -> str:
    with suppressed("office.draft_changed"):
        return frozen_text(letter_files.draft_of(settings, letter)).partition(EDGE)[0]
    return ""


def _of_letter(letter: Letter, foot: Foot, confidence: float, why: str) -> Proposal:
    open_copies = [copy for copy in letters.copies(letter.id, letter.revision) if not copy.arrival]
    named = [copy for copy in open_copies if copy.copy in foot.copies] if len(foot.copies) == 1 else []
    code = read_code(named[0].code) if named else None
    words = f"{letter.id} {code.in_words()}" if code else ""
    return Proposal(letter.id, letter.case, named[0].copy if named else None, words, confidence, why)


def queue(session: Session) -> list[tuple[Arrival, Proposal | None]]:
    """Scans a person must match: with our code, or likely ours without."""
    need_role(session, "match", READERS)
    history.log_access(clock.now(), session.actor, "match", "")
    return list(_queue(session))


def _queue(session: Session) -> Iterator[tuple[Arrival, Proposal | None]]:
    for scan in visible.arrivals_in(session, ArrivalState.UNMATCHED):
        yield scan, None
    for scan in visible.arrivals_in(session, ArrivalState.READ):
        likely = propose(session.settings, Reading.from_json(scan.reading)) if scan.reading else None
        if likely is not None:
            yield scan, likely if access.may_see(session, likely.case, at_work=True) else None
