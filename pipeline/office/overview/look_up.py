"""One field for number, name or word in letters; queries are not noted, shown cases are."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from pipeline.cases.excerpt import Part, excerpt
from pipeline.cases.privacy import names_in
from pipeline.cases.search_stems import stems_of
from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound, Refusal, suppressed
from pipeline.lookup import visible
from pipeline.lookup.kinds import Among, Hit, TextKind, Words
from pipeline.office.base.session import READERS, Session, need_role
from pipeline.office.cases import earlier
from pipeline.office.overview import find
from pipeline.records import boot, history, request_cache

VERB = "find words"
MOST = 50
_QUOTED = re.compile(r'["“”„]([^"“”„]+)["“”„]')
_NAME_WORDS = 5
"""No name has more words."""


@dataclass(frozen=True)
class Asked:
    """What was typed, and where to look (empty: everywhere)."""

    given: str
    year: int = 0
    state: str = ""
    channel: str = ""
    before: int = 0

    @property
    def is_narrowed(self) -> bool:
        """Whether only some texts are asked for."""
        return bool(self.year or self.state or self.channel or self.before)


@dataclass(frozen=True)
class Line:
    """A document with the words, perhaps not filed yet."""

    case: str
    agenda: str
    kind: TextKind
    letter: str
    document: str
    state: str
    day: str
    parts: tuple[Part, ...]

    @property
    def has_pages(self) -> bool:
        """Whether its pages can be looked at."""
        return bool(self.document) and not self.document.endswith((".txt", ".docx"))


@dataclass(frozen=True)
class LookedUp:
    """What was found; ``more`` is where to go on."""

    numbers: tuple[find.Found, ...] = ()
    people: tuple[earlier.Earlier, ...] = ()
    lines: tuple[Line, ...] = ()
    more: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.numbers or self.people or self.lines)


@request_cache.read_once()
def look_up(session: Session, asked: Asked) -> LookedUp:
    """What bears or says ``asked``."""
    need_role(session, "find", READERS)
    if not (given := " ".join(asked.given.split())[:200]):
        return LookedUp()
    numbers = () if asked.is_narrowed else _numbers(session, given)
    if not session.actor.is_any(*earlier.SEEKERS):
        return LookedUp(numbers)
    people = () if asked.is_narrowed else _people(session, given)
    lines, more = _lines(session, asked, words_of(given))
    return LookedUp(numbers, people, lines, more)


def words_of(given: str) -> Words:
    """The words sought; quoted ones must follow each other."""
    phrases = [tuple(stems_of(phrase)) for phrase in _QUOTED.findall(given)]
    single: list[str] = []
    for word in _QUOTED.sub(" ", given).split():
        stems = stems_of(word)
        if len(stems) > 1:
            phrases.append(tuple(stems))
        else:
            single += stems
    return Words(tuple(dict.fromkeys(single)), tuple(phrase for phrase in phrases if phrase))


def _numbers(session: Session, given: str) -> tuple[find.Found, ...]:
    if not any(character.isdigit() for character in given):
        return ()
    with suppress(NotFound):
        return tuple(find.find(session, given))
    try:
        case = str(find.resolve(session, given.upper()).get("case", ""))
        return tuple(find.find(session, case)) if case else ()
    except Refusal:
        return ()


def _people(session: Session, given: str) -> tuple[earlier.Earlier, ...]:
    if any(character.isdigit() for character in given) or len(given.split()) > _NAME_WORDS:
        return ()
    with suppressed("office.name_too_short"):
        return tuple(earlier.find(session, given))
    return ()


def _lines(session: Session, asked: Asked, words: Words) -> tuple[tuple[Line, ...], int]:
    states = (asked.state,) if asked.state else ()
    hits = visible.search(session, words, Among(asked.year, states, asked.channel), MOST + 1, asked.before)
    shown, more = hits[:MOST], hits[MOST - 1].place if len(hits) > MOST else 0
    wanted = {*words.stems, *(stem for phrase in words.phrases for stem in phrase)}
    numbers = {hit.case for hit in shown if hit.case}
    names = {number: names_in(case.values) for number, case in visible.several(session, numbers).items()}
    documents = visible.names_of_documents(session, numbers)
    with boot.transact():
        seen = dict.fromkeys(hit.case or hit.agenda for hit in shown)
        history.log_accesses(clock.now(), session.actor, VERB, seen or [""])
    return tuple(
        _line(hit, wanted, names.get(hit.case, ()), documents.get((hit.case, hit.digest), ""))
        for hit in shown
    ), more


def _line(hit: Hit, wanted: set[str], names: Sequence[str], document: str) -> Line:
    kind = TextKind(hit.kind)
    return Line(
        hit.case, hit.agenda, kind, hit.thing if kind is TextKind.LETTER else "", hit.document or document,
        hit.state, hit.day.isoformat(), excerpt(hit.plain, hit.stems.split(), wanted, names),
    )  # fmt: skip
