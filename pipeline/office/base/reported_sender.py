"""A sender who may be reported in any of the victim's cases, or a contact reported in anybody's.

Nothing goes out to them before the chair decides; recording is never refused. Others do not learn in which
case. A new name, number or case needs a new decision.
Of a sender reported only in another victim's case the chair alone reads, and nothing is held.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.contact import (
    Recipient,
    ReportedPerson,
    Verdict,
    addressed,
    may_reach,
    recipients,
    reported_of,
)
from pipeline.cases.contacts import ADDRESSES, NAMES, PHONES, VICTIM, is_of
from pipeline.cases.earlier import ENOUGH, bearers, meeting
from pipeline.cases.further import REPLIES_TO
from pipeline.cases.likeness import name_words, numbers_in
from pipeline.cases.people import Side
from pipeline.cases.safety import reported_among, reported_names
from pipeline.cases.states import CONFIRMERS, State
from pipeline.cases.values import Values, known_name, text
from pipeline.kernel.errors import NoRoute
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import access, restriction
from pipeline.office.base import case_links
from pipeline.office.base.session import Session
from pipeline.records import boot, cases, history, people, request_cache

FOUND, DECIDED = "sender_reported", "sender_decided"
DECIDERS = CONFIRMERS
_COMPARED, _ADDRESSEE, _OFFICIAL = "compare", "addressee", "sender_address"
CONTACT = frozenset({*NAMES, *PHONES, *ADDRESSES, _OFFICIAL})
_REACHED = CONTACT - {_OFFICIAL} | {_ADDRESSEE}
_WAITS = N_("the sender or a contact may be a reported person")


class Decision(StrEnum):
    """The chair's decision; values are kept."""

    OTHER = "bukan terlapor"
    REPORTED = "terlapor"


SENDER_HELD, SENDER_REPORTED = "office.sender_held", "office.sender_is_reported"
DECISIONS: Mapping[str, Text] = {
    Decision.OTHER: N_("not the reported person, or may be reached: letters may be sent"),
    Decision.REPORTED: N_("the reported person: nothing is sent to them"),
}


def need_free(case: Case, values: Values) -> None:
    """Refuse what may not go out with ``values``."""
    if why := why_held(case, values):
        raise NoRoute(why, case=case.number)


def why_held(case: Case, values: Values) -> str:
    """The refusal's code, or ""; a decision about one name is none about an addressee of another."""
    wanted = text(values, REPLIES_TO).upper()
    all_values = (values, *(letter.values for letter in case.further if wanted and letter.agenda == wanted))
    matches = _matches(case.number, all_values)
    senders = {sender for sender in matches if sender[1] != _ADDRESSEE}
    addressee = {*name_words(text(values, _ADDRESSEE))}
    decided_about = [{*name_words(text(letter, field))} for letter in all_values for _, field, _ in senders]
    is_about = matches == senders or any(
        name and addressee and (name <= addressee or addressee <= name) for name in decided_about
    )
    decision = _decision(history.of_case(case.number), senders) if senders and is_about else Decision.REPORTED
    is_hers = addressed(values) == VICTIM and is_of(values, VICTIM)
    is_hers &= _REACHED.isdisjoint(field for _, field, _ in matches)
    is_free = decision is Decision.OTHER or (decision is not None and is_hers)
    return "" if not matches or is_free else SENDER_REPORTED if decision else SENDER_HELD


def to_victim(case: Case) -> Values:
    """The values for what goes to the victim herself."""
    return {**case.values, _ADDRESSEE: known_name(case.values, "victim_name")}


def is_held(case: Case, linked: Mapping[str, Case] | None = None) -> bool:
    """Whether a sender waits for the chair; ``linked`` are the victim's other cases, where known."""
    matches = senders(case, linked)
    return bool(matches) and _decision(history.of_case(case.number), matches) is None


def note(session: Session, moment: datetime, case: Case) -> None:
    """A sender waits for the chair, also in the victim's other cases and where a contact is reported here."""
    others = of_victim(case.number, case.values)
    reported = reported_of(case.values, case.number, is_own=False)
    reaching = people.reaching(reported) - {case.number, *others} if reported else ()
    met = (
        other
        for other in cases.several(reaching).values()
        if any(_is_asked(recipient, reported) for recipient in recipients(other.values))
    )
    other_cases = (*(others.values() if reported else ()), *met)
    _note(session, moment, ((case, others), *((other, None) for other in other_cases)))


def note_standing(session: Session, moment: datetime) -> None:
    """Every open case that waits without a note, once: after an upgrade or a rebuild."""
    numbers = [number for number, _ in cases.in_states(sorted(frozenset(State) - people.ENDED))]
    with boot.transact(), request_cache.read_once():
        _note(session, moment, ((cases.get(number), None) for number in numbers))


def _note(
    session: Session, moment: datetime, candidates: Iterable[tuple[Case, Mapping[str, Case] | None]]
) -> None:
    waiting = [
        candidate.number
        for candidate, linked in candidates
        if not _noted(history.of_case(candidate.number)) and is_held(candidate, linked)
    ]
    for number in waiting:
        history.note(moment, session.actor, FOUND, None, number)


def waits(case: Case, acts: Sequence[history.Act]) -> bool:
    """:func:`is_held`, trying ``acts`` first: most cases have none."""
    return _noted(acts) and is_held(case)


def held_message(session: Session, case: Case) -> Text | None:
    """What the registrar reads, without hidden cases."""
    if not is_held(case):
        return None
    hidden = access.hidden(session) | restriction.restricted()
    numbers = {number for number, field, _ in senders(case) if field not in CONTACT}
    return _NEUTRAL if numbers <= hidden else _TOLD


def standing(session: Session, case: Case, acts: Sequence[history.Act]) -> Text | None:
    """What the case's readers read."""
    if not _noted(acts):
        return None
    decided = _decision(acts, senders(case))
    return _REPORTED if decided is Decision.REPORTED else held_message(session, case)


def hint(session: Session, case: Case) -> Text | None:
    """What the chair alone reads where another victim reports who writes; nothing is held."""
    if not session.actor.is_any(*DECIDERS):
        return None
    writers = [
        writer
        for values in (case.values, *(letter.values for letter in case.further))
        for writer in (
            *(Recipient(field, known_name(values, field)) for field in _WRITERS),
            *(Recipient(field, "", "telepon", text(values, field)) for field in _CALLERS),
        )
    ]
    unseen = access.hidden(session) | restriction.restricted()
    numbers = {person.case for _, person in _elsewhere(writers)} - unseen
    others = sorted(numbers and numbers - {case.number, *of_victim(case.number, case.values)})
    return _HINT.of(cases=", ".join(others)) if others else None


_WRITERS, _CALLERS = ("sender", "reporter_name"), ("reporter_phone", "caller_number")
_HINT = N_(
    "The sender or the reporter of this case may be the person reported by another victim in case {cases}: the "
    "name or the telephone number is the same. Nothing is held, and only the chair reads this."
)
_REPORTED = N_("By the chair's decision nothing is sent or told to the sender or the reporter of this case.")
_TOLD = N_(
    "The sender or the reporter may be the reported person of the same victim: the name or the "
    "telephone number is alike. Tell that person nothing until the chair has decided."
)
_NEUTRAL = N_(
    "The sender or a contact of this case needs the chair's decision. Tell nobody there anything until "
    "the chair has decided."
)


def rows(session: Session) -> list[dict[str, Any]]:
    """The waiting cases, for the chair."""
    if not session.actor.is_any(*DECIDERS):
        return []
    numbers = sorted(held() - restriction.restricted())
    return [{"case": number, "waits": _WAITS, "next": (Next("decide-sender", number),)} for number in numbers]


def held() -> set[str]:
    """Every case with a waiting sender."""
    numbers = {act.case for act in history.of_verb(FOUND)}
    return {number for number in numbers if cases.has(number) and is_held(cases.get(number))}


def _is_asked(recipient: Recipient, reported: Sequence[ReportedPerson]) -> bool:
    reach = may_reach(recipient.person, recipient.way, recipient.address, reported)
    return reach.verdict is not Verdict.YES


def _noted(acts: Sequence[history.Act]) -> bool:
    return any(act.verb == FOUND for act in acts)


def senders(case: Case, linked: Mapping[str, Case] | None = None) -> set[tuple[str, str, str]]:
    """Case, field and digest of reported people who may be senders."""
    matches = _matches(case.number, (case.values, *(letter.values for letter in case.further)), linked)
    return {sender for sender in matches if sender[1] != _ADDRESSEE}


def _matches(
    number: str, all_values: tuple[Values, ...], beside: Mapping[str, Case] | None = None
) -> set[tuple[str, str, str]]:
    """A safe contact reported in this very case is unsafe without a decision.

    Who is reported in another victim's case may write, but is reached only as the chair decides. So is an
    institution in a reported person's house, whose village or street alone is no reason.
    """
    others = of_victim(number, all_values[0]) if beside is None else beside
    linked = {other: case.values for other, case in others.items()}
    matches = {
        (other, field, _digest(other, field, text(values, field), *reported_names(theirs), numbers))
        for other, theirs in ((number, all_values[0]), *linked.items())
        for numbers in [" ".join(sorted(numbers_in(text(theirs, "reported_phone"))))]
        for values in all_values
        for field in reported_among(values, theirs)
        if other != number or field not in CONTACT
    }
    reached = [recipient for values in all_values for recipient in recipients(values)]
    pairs = [
        (recipient, person)
        for other, theirs in linked.items()
        for person in reported_of(theirs, other, is_own=True)
        for recipient in reached
        if recipient.field in ADDRESSES and _is_asked(recipient, [person])
    ]
    pairs += [
        (recipient, person)
        for recipient, person in _elsewhere(reached)
        if person.case not in (number, *linked) or recipient.field == _OFFICIAL
    ]
    return matches | {
        (
            person.case,
            recipient.field,
            _digest(person.case, *recipient, *person.names, *person.numbers, *person.homes),
        )
        for recipient, person in pairs
    }


def _elsewhere(reached: Sequence[Recipient]) -> Iterator[tuple[Recipient, ReportedPerson]]:
    pairs = people.reported_like([(recipient.person, recipient.address) for recipient in reached])
    return ((reached[at], person) for at, person in pairs if _is_asked(reached[at], [person]))


def _digest(*parts: str) -> str:
    """What a decision was about: until an address, home, number or name changes."""
    return digest_bytes("\n".join(parts).encode(), "sha256")[:16]


def _decision(acts: Sequence[history.Act], matches: set[tuple[str, str, str]]) -> Decision | None:
    """The decision; None while any of ``matches`` is undecided."""
    decided = {
        digest: act.detail["decision"] for act in acts if act.verb == DECIDED for digest in act.detail["of"]
    }
    decisions = [decided.get(digest) for _, _, digest in matches]
    if None in decisions:
        return None
    return Decision.REPORTED if Decision.REPORTED in decisions else Decision.OTHER


def of_victim(number: str, values: Values) -> dict[str, Case]:
    """The other cases of the same victim: linked ones, and those that bear her name or number."""
    name = name_words(known_name(values, "victim_name"))
    victims = [bearer for bearer in bearers(values) if bearer.person.side is Side.VICTIM]
    numbers = {
        *case_links.together(number),
        *_decided_same(number),
        *(
            candidate.case
            for here, candidate in people.like_bearers(victims)
            if candidate.bearer.person.side is Side.VICTIM and meeting(here, candidate.bearer).score >= ENOUGH
        ),
        *(
            other
            for other, case in cases.several(cases.alike(values)).items()
            if name and name_words(known_name(case.values, "victim_name")) == name
        ),
    }
    return cases.several(numbers - {number})


def _decided_same(number: str) -> Iterator[str]:
    both = [Side.VICTIM.value, Side.VICTIM.value]
    for act in (*history.of_case(number), *history.of_subject(number)):
        if (
            act.verb == _COMPARED
            and act.detail.get("decision") == "sama"
            and both in act.detail.get("sides", ())
        ):
            yield act.subject if act.case == number else act.case
