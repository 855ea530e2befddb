"""Step 5: the victim is told, by the safe route and in her hours alone, that a report exists, and asked what she wishes.

Every attempt is an act of the history, in codes: way, outcome, wish. Nothing of the report and nothing of the reporter is
shown here or printed on the slip, for whoever stands beside the desk. Her consent is kept with the case and obeyed by
what leaves the office (:func:`need_consent`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from pipeline.cases import consent, contact_hours
from pipeline.cases.case import Case
from pipeline.cases.contact import VICTIM, as_it_went, misfit
from pipeline.cases.fields import informing
from pipeline.cases.fields.field import Field, always
from pipeline.cases.fields.validate import validate
from pipeline.cases.safety import contact_problems
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Values, flag, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next
from pipeline.lookup import things
from pipeline.office.base import fresh, reported_sender
from pipeline.office.base.desk import Desk, case_for
from pipeline.office.base.reported_sender import to_victim, why_held
from pipeline.records import boot, cases, history

VERB, ATTEMPT = "inform", "inform_attempt"
_HELD = "menunggu keputusan ketua tentang pengirim; jangan menghubungi dahulu"
_BY_ROUTE = {
    "telepon": (informing.CALL,),
    "pesan": (informing.MESSAGE,),
    "titip": (informing.TRUSTED,),
    "surat": (informing.LETTER,),
}
_BY_NUMBER = frozenset({informing.CALL, informing.MESSAGE, informing.TRUSTED})
_KEPT = frozenset(one.name for one in informing.CONSENT) | {"victim_wish"}
NOT_SAID, WITHIN, STATED = "tidak disebut", "dalam jam yang diizinkan", "dinyatakan petugas"
UNREAD, OUTSIDE = "tidak terbaca", "di luar jam yang diizinkan"
UNSAFE, UNWANTED = "cara yang tidak diizinkan kontak aman", "korban meminta tidak dihubungi"
Broken = tuple[str, Refusal]
"""A rule that a contact did not keep: as it stands in the history, and as it is refused."""
_NO_HOUR = informing.BY_HER | {informing.LETTER}
"""Ways that have no hour: what she does herself, or the post does."""


@dataclass(frozen=True)
class Contact:
    """How the victim of a case may be reached now: the ways, her hours as written, and whether this moment is one of them."""

    case: Case
    ways: tuple[str, ...]
    hours: str
    now: str
    held: str = ""
    """As what it is refused where the chair has to decide about the sender, or decided: nobody is reached by this contact."""

    @property
    def number(self) -> str:
        """The number to use, where a number is part of a safe way and this is one of her hours; else empty."""
        values, by = self.case.values, _BY_NUMBER.intersection(self.ways)
        if by != {informing.MESSAGE} and contact_hours.forbids_telephone(self.hours):
            return ""
        return text(values, "safe_contact_phone") if by and self.now in (NOT_SAID, WITHIN) else ""

    @property
    def is_timed(self) -> bool:
        """Tell whether she may be reached by a way for which her hours count."""
        return not _NO_HOUR.issuperset(self.ways)

    def plain(self) -> dict[str, Any]:
        """Return it as plain values, without anything of the report."""
        return {
            "case": self.case.number, "ways": list(self.ways), "hours": self.hours, "now": self.now, "number": self.number,
            "consent_asked": consent.is_asked(self.case.values),
        }  # fmt: skip


def ways(values: Values) -> tuple[str, ...]:
    """Return the safe ways to reach her; one that is not confirmed, or not safe, is none. She may always come herself."""
    is_safe = flag(values, "safe_contact_confirmed") and not any(contact_problems(values))
    may = is_safe and not wants_none(values) and not misfit(values, VICTIM)
    is_silent = contact_hours.forbids_telephone(text(values, "safe_contact_hours"))
    found = _BY_ROUTE.get(text(values, "safe_contact_way"), ()) if may else ()
    return (*(one for one in found if one != informing.CALL or not is_silent), informing.OFFICE)


def ways_of_owner(values: Values) -> tuple[str, ...]:
    """Return the safe ways to whoever's contact it is: by them somebody is asked, or was reached before it was stated."""
    return ways(as_it_went(values, VICTIM))


def wants_none(values: Values) -> bool:
    """Tell whether she asked not to be contacted any more."""
    return text(values, "victim_wish") == informing.STOP


def look(desk: Desk, number: str) -> Contact:
    """Return how she may be reached; the number to call only within her hours. Written down as a look.

    Raises NotFound, NotPossible.
    """
    if wants_none(case_for(desk, number, VERB)[0].values):
        raise Refusal("office.no_contact_wanted", case=number)
    return to_record(desk, number)


def to_record(desk: Desk, number: str) -> Contact:
    """Return the same for whoever records a contact: one who wants none may still have come to the office by herself.

    Raises NotFound, NotPossible.
    """
    case, _ = case_for(desk, number, VERB)
    history.looked_in(clock.now(), desk.actor, VERB, number)
    return contact(desk, case)


def contact(desk: Desk, case: Case) -> Contact:
    """Return how the person of the safe contact of ``case`` may be reached at this moment."""
    now = clock.now().astimezone(desk.settings.zone)
    hours, held = text(case.values, "safe_contact_hours"), why_held(case, to_victim(case))
    found = (informing.OFFICE,) if held else ways(case.values)
    return Contact(case, found, hours, standing(case.values, now), held)


def standing(values: Values, local: datetime) -> str:
    """Return how the moment ``local`` stands to her hours: not said, within, outside, or not to be read (as words)."""
    written = text(values, "safe_contact_hours")
    if not written or contact_hours.only_forbids_telephone(written):
        return NOT_SAID
    hours = contact_hours.read(written)
    if hours is None:
        return UNREAD
    return WITHIN if hours.allow(local) else OUTSIDE


def questions(contact: Contact) -> tuple[Field, ...]:
    """Return what is asked of an attempt: only the safe ways are offered, and consent is asked of one who was told.

    Whether the hour is allowed is asked only where it cannot be read, and then it must be said. A contact that was made is
    recorded whosever contact it was.
    """
    asked = []
    made = informing.HAPPENED.union(ways_of_owner(contact.case.values))
    for one in informing.INFORM:
        if one.name == "informed_way":
            offered = tuple(way for way in informing.WAYS if way.value in made)
            asked.append(replace(one, choices=offered, example=""))
        elif one in informing.CONSENT:
            asked.append(replace(one, when=lambda values: text(values, "informed_outcome") == informing.TOLD))
        elif one.name != "informed_hours":
            asked.append(one)
        elif contact.now == UNREAD:
            asked.append(
                replace(
                    one, required=always, when=lambda values: text(values, "informed_way") not in _NO_HOUR
                )
            )
    return tuple(asked)


def record(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Record one attempt, and her wish and consent if she was told; one against what she allowed with its reason, and is told so.

    Raises InvalidAnswers, StaleAnswers, NotFound, NotPossible, Stale.
    """
    case, _ = case_for(desk, number, VERB)
    given = validate(fresh.need(desk, case, answers), desk.today, informing.INFORM, desk.places).need()
    way, outcome = text(given, "informed_way"), text(given, "informed_outcome")
    moment = clock.now()
    hours, broken = _standing(desk, case, given, moment)
    deviation = need_reason(broken, text(given, "informed_reason"))
    told = outcome == informing.TOLD
    kept = {name: one for name, one in given.items() if name in _KEPT} if told else {}
    day = {consent.DAY: desk.today.isoformat()} if consent.SHARE in kept else {}
    detail: dict[str, Any] = {
        "way": way, "outcome": outcome, "hours": hours, **deviation,
        **({"wish": kept["victim_wish"], "consent": consent.SHARE in kept} if told else {}),
    }  # fmt: skip
    with boot.transact():
        after = case
        if kept:
            before = {name: one for name, one in case.values.items() if name not in _KEPT or name not in kept}
            if consent.SHARE in kept:
                before = {name: one for name, one in before.items() if name not in _KEPT}
            after = replace(case, values={**before, **kept, **day}, version=case.version + 1)
            cases.change(case, after)
        history.note(moment, desk.actor, VERB if told else ATTEMPT, 5, number, **detail)
    return after


def need_reason(broken: Sequence[Broken], reason: str) -> dict[str, Any]:
    """Return for the history which rules a contact that took place did not keep, and why; without ``reason`` it is refused."""
    if broken and not reason:
        raise broken[0][1]
    return {"against": [rule for rule, _ in broken], "reason": reason} if broken else {}


def _standing(desk: Desk, case: Case, given: Values, moment: datetime) -> tuple[str, list[Broken]]:
    """Return how the hour of a contact stands to those she allowed, and what was not kept; what she does herself breaks nothing."""
    local, way = moment.astimezone(desk.settings.zone), text(given, "informed_way")
    if text(given, "informed_time"):
        local = datetime.combine(local.date(), time.fromisoformat(text(given, "informed_time")), local.tzinfo)
        if local > moment:
            raise Refusal("office.time_ahead", time=local.strftime("%H.%M"))
    if way in informing.BY_HER:
        return NOT_SAID, []
    is_timed = way not in _NO_HOUR
    hours, late = hour(case, local, is_stated=flag(given, "informed_hours")) if is_timed else (NOT_SAID, [])
    allowed = ways_of_owner(case.values)
    broken: list[Broken] = []
    if wants_none(case.values):
        broken.append((UNWANTED, Refusal("office.no_contact_wanted", case=case.number)))
    elif way not in allowed:
        broken.append(
            (UNSAFE, Refusal("office.no_safe_way", way=way, case=case.number, allowed=", ".join(allowed)))
        )
    return hours, broken + late


def hour(case: Case, local: datetime, *, is_stated: bool) -> tuple[str, list[Broken]]:
    """Return how the moment ``local`` of a contact stands to the hours she allowed, and the rule if it was none of them.

    Where the hours cannot be read a person states it.
    """
    found, written = standing(case.values, local), text(case.values, "safe_contact_hours")
    if found == UNREAD:
        unclear = Refusal("office.hours_unclear", case=case.number, hours=written)
        return (STATED, []) if is_stated else (UNREAD, [(OUTSIDE, unclear)])
    outside = Refusal("office.outside_hours", time=local.strftime("%H.%M"), case=case.number, hours=written)
    return found, [(OUTSIDE, outside)] if found == OUTSIDE else []


def need_consent(case: Case, values: Values | None = None) -> None:
    """Refuse a letter that passes on what the victim did not allow, was not asked about, or wants withheld.

    A named law takes the place of her consent, not of what must be withheld. ``values`` are those of the letter (None:
    of the case).
    """
    known = case.values if values is None else values
    names = consent.forbidden(known)
    if names and not consent.is_by_law(known):
        code = "office.not_consented" if consent.is_asked(known) else "office.consent_not_asked"
        raise Refusal(code, case=case.number, names=", ".join(names))
    what = consent.leaked(known)
    if what:
        raise Refusal("office.withheld", case=case.number, what=", ".join(what))


def law_named(values: Values) -> dict[str, str]:
    """Return the law by which a letter passes on what the victim has not agreed to, and why, for the history."""
    is_needed = consent.is_by_law(values) and consent.forbidden(values)
    return {"law": text(values, consent.LAW), "reason": text(values, consent.REASON)} if is_needed else {}


def rows(desk: Desk) -> list[dict[str, Any]]:
    """Return the cases of which the victim was not told yet, or not asked what may be shared, to whoever may do it.

    A letter that is on its way does not do away with it; one that was delivered does.
    """
    move = find_move(VERB)
    if desk.actor.roles.isdisjoint(move.roles):
        return []
    found: list[dict[str, Any]] = []
    numbers = [
        number for number, _ in things.cases_in(desk, [one.value for one in move.sources - {State.DELIVERED}])
    ]
    cases.read_ahead(numbers)
    held = reported_sender.held()
    for number in numbers:
        case = cases.get(number)
        if text(case.values, "reporter_relation") == "korban sendiri" and not consent.is_asked(case.values):
            waits = "tanyakan persetujuan korban: apa boleh diteruskan kepada siapa"
        elif not consent.is_asked(case.values):
            waits = "korban belum diberi tahu lewat jalur aman, persetujuannya belum ditanyakan"
        else:
            continue
        if number in held:
            found.append({"case": number, "waits": _HELD})
        elif text(case.values, "victim_wish") != informing.STOP:
            found.append({"case": number, "waits": waits, "next": (Next(VERB, number),)})
    return found
