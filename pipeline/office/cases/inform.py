"""Step 5: the victim learns, by the safe route and in her hours alone, of a report, and is asked her wish.

The history has attempts in codes; nothing of report or reporter is shown. What leaves the office obeys her
consent (:func:`need_consent`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import partial
from typing import Any

from pipeline.cases import consent, contact_hours
from pipeline.cases.case import Case
from pipeline.cases.contact import SHE_CONTACTS, Misfit, as_it_went, misfit
from pipeline.cases.contacts import VICTIM, of_person
from pipeline.cases.delivery import is_reported
from pipeline.cases.fields import informing
from pipeline.cases.fields.decisions import THUMB_PEOPLE
from pipeline.cases.fields.field import Field, always
from pipeline.cases.fields.validate import validate
from pipeline.cases.safety import contact_problems
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Condition, Values, flag, items, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import visible
from pipeline.office.base import reported_sender
from pipeline.office.base.reported_sender import SENDER_HELD, SENDER_REPORTED, to_victim, why_held
from pipeline.office.base.session import Session, case_for
from pipeline.office.base.value_labels import word_of, words_of
from pipeline.office.engine.declare import CaseFile, Change, Shown, Words, act
from pipeline.records import cases, enquiries, history

VERB, ATTEMPT = "inform", "inform_attempt"
_HELD = N_("waits for the chair's decision about the sender, make no contact before it")
_BY_ROUTE = {
    "telepon": (informing.CALL,),
    "pesan": (informing.MESSAGE,),
    "titip": (informing.TRUSTED,),
    "surat": (informing.LETTER,),
}
_BY_NUMBER = frozenset({informing.CALL, informing.MESSAGE, informing.TRUSTED})
_KEPT = frozenset(field.name for field in informing.CONSENT) | {"victim_wish"}
_GUARDIAN = frozenset({"guardian_name", "guardian_phone"})
NOT_SAID, WITHIN, STATED = "tidak disebut", "dalam jam yang diizinkan", "dinyatakan petugas"
UNREAD, OUTSIDE = "tidak terbaca", "di luar jam yang diizinkan"
UNSAFE, UNWANTED = "cara yang tidak diizinkan kontak aman", "korban meminta tidak dihubungi"
Broken = tuple[str, Refusal]
"""Code for the history, and refusal."""
_NO_HOUR = informing.BY_HER | {informing.LETTER}
"""Her own acts, and the post, have no hour."""


_NOT_NOW = N_("Do NOT make contact now: {now}.")
_UNREAD = N_(
    "The allowed hours cannot be read by the machine. Read them yourself first; outside them make "
    "no contact. Write them clearly by a clarification (“sebelum pukul 17.00”)."
)
_TOLD = N_(
    "The victim has been told ({way}). The wish: {wish}. The consent is recorded and holds for every letter of this case."
)
_TRIED = N_("The victim has not been told yet. The attempt ({way}) is recorded: {outcome}. {next}")
_NEXT = {
    "nomor salah": N_("Mend the safe contact by a clarification."),
    "tidak aman": N_("Talk to the chair before trying again."),
}
_WHY_HELD = {
    SENDER_HELD: N_(
        "The office makes no contact by itself: the sender of this case needs the chair's decision."
    ),
    SENDER_REPORTED: N_(
        "The office makes no contact by itself: by the chair's decision this contact must not be used."
    ),
}
_MISFIT = {
    Misfit.CHILD: N_(
        "The office makes no contact by itself: nothing is posted to the home of a child who reports."
    ),
    Misfit.UNSTATED: N_(
        "The office makes no contact by itself: it is not stated whether the safe contact "
        "is the victim's or the reporter's."
    ),
    Misfit.ANOTHERS: N_(
        "The office makes no contact with the victim by itself: the safe contact of this "
        "case is the reporter's."
    ),
    Misfit.ENDED: N_(
        "The office makes no contact by itself: the safe contact acted by a surat kuasa that has ended."
    ),
}
CHANGED = N_("Once the safe contact changes or is confirmed, record it by a clarification.")


@dataclass(frozen=True)
class Contact:
    """Ways now, her hours as written, whether it is one."""

    case: Case
    ways: tuple[str, ...]
    hours: str
    now: str
    held: str = ""
    """The refusal while the sender awaits the chair's decision, or is the reported person; else empty."""

    @property
    def number(self) -> str:
        """Only on a safe way that needs it, in her hours."""
        values, by = of_person(self.case.values, VICTIM), _BY_NUMBER.intersection(self.ways)
        if by != {informing.MESSAGE} and contact_hours.forbids_telephone(self.hours):
            return ""
        return text(values, "safe_contact_phone") if by and self.now in (NOT_SAID, WITHIN) else ""

    @property
    def is_timed(self) -> bool:
        """Whether her hours count for a way."""
        return not _NO_HOUR.issuperset(self.ways)

    def plain(self) -> dict[str, Any]:
        """Plain values, nothing of the report."""
        return {
            "case": self.case.number, "ways": list(self.ways), "hours": self.hours, "now": self.now, "number": self.number,
            "consent_asked": consent.is_asked(self.case.values),
        }  # fmt: skip


def ways(values: Values) -> tuple[str, ...]:
    """Confirmed safe ways; she may always come herself."""
    values = of_person(values, VICTIM)
    is_safe = flag(values, "safe_contact_confirmed") and not any(contact_problems(values))
    may = is_safe and not wants_none(values) and not misfit(values, VICTIM)
    is_silent = contact_hours.forbids_telephone(text(values, "safe_contact_hours"))
    options = _BY_ROUTE.get(text(values, "safe_contact_way"), ()) if may else ()
    return (*(way for way in options if way != informing.CALL or not is_silent), informing.OFFICE)


def ways_of_owner(values: Values) -> tuple[str, ...]:
    """Safe ways to the contact's owner, stated or not."""
    return ways(as_it_went(values, VICTIM))


def wants_none(values: Values) -> bool:
    """Whether she wants no more contact."""
    return text(values, "victim_wish") == informing.STOP


def look(session: Session, number: str) -> Contact:
    """The number is there only in her hours; logged."""
    case = case_for(session, number, VERB)
    if wants_none(case.values):
        raise Refusal("office.no_contact_wanted", case=number)
    history.log_visit(clock.now(), session.actor, VERB, number)
    return contact(session, case)


def contact(session: Session, case: Case) -> Contact:
    """How the safe contact may be reached now."""
    now = session.local(clock.now())
    hours, held = text(of_person(case.values, VICTIM), "safe_contact_hours"), why_held(case, to_victim(case))
    options = (informing.OFFICE,) if held else ways(case.values)
    return Contact(case, options, hours, standing(case.values, now), held)


def standing(values: Values, local: datetime) -> str:
    """How ``local`` stands to her hours, in words."""
    written = text(of_person(values, VICTIM), "safe_contact_hours")
    if not written or contact_hours.only_forbids_telephone(written):
        return NOT_SAID
    hours = contact_hours.read(written)
    if hours is None:
        return UNREAD
    return WITHIN if hours.allow(local) else OUTSIDE


def questions(contact: Contact) -> tuple[Field, ...]:
    """Safe ways, consent of one told, the hour where unreadable; a contact made is recorded, whoever's."""
    asked = []
    made = informing.HAPPENED.union(ways_of_owner(contact.case.values))
    for field in informing.INFORM:
        if field.name == "informed_way":
            offered = tuple(way for way in informing.WAYS if way.value in made)
            asked.append(replace(field, choices=offered, example=""))
        elif field in informing.CONSENT:
            asked.append(replace(field, when=partial(_is_told_and, field.when)))
        elif field.name != "informed_hours":
            asked.append(field)
        elif contact.now == UNREAD:
            asked.append(
                replace(
                    field, required=always, when=lambda values: text(values, "informed_way") not in _NO_HOUR
                )
            )
    return tuple(asked)


def _is_told_and(when: Condition, values: Values) -> bool:
    return text(values, "informed_outcome") == informing.TOLD and when(values)


def why_no_more(values: Values, *, held: str = "") -> tuple[Text, dict[str, Text]]:
    """Why only :func:`ways` are offered, and the text's places."""
    values = of_person(values, VICTIM)
    way, hours = text(values, "safe_contact_way"), text(values, "safe_contact_hours")
    way_name = word_of("safe_contact_way", way)
    if wants_none(values):
        return N_("The victim asked not to be contacted. Record only a visit to the office."), {}
    if held:
        return _WHY_HELD[held], {}
    if way in ("", "tidak ada"):
        return N_("The office makes no contact by itself: the case has no safe contact."), {}
    if wrong := misfit(values, VICTIM):
        return _MISFIT[wrong], {}
    if not flag(values, "safe_contact_confirmed"):
        return N_(
            "The office makes no contact by itself: the safe contact of this case ({way}) is not "
            "confirmed by the victim or reporter."
        ), {"way": way_name}
    if any(contact_problems(values)):
        return N_(
            "The office makes no contact by itself: the safe contact leads to the reported person or "
            "the shared home."
        ), {}
    if contact_hours.forbids_telephone(hours):
        return N_("The telephone must not be used: the safe contact says “{hours}”."), {
            "hours": word_of("", hours)
        }
    offered = ways(values)
    left = [way.value for way in informing.WAYS if way.value not in informing.HAPPENED.union(offered)]
    return N_(
        "Must not be used: {left}. The safe contact of this case is “{way}” alone; another way can put the victim in danger."
    ), {"left": words_of("informed_way", left), "way": way_name}


def beside(contact: Contact) -> tuple[tuple[Text, ...], Text | None]:
    """What a form says of the safe contact, and the alarm."""
    hours = word_of("", contact.hours) if contact.hours else N_("not said")
    notes = [
        N_("Safe route: {ways}. Allowed hours: {hours}.").of(
            ways=words_of("informed_way", contact.ways), hours=hours
        )
    ]
    if contact.number:
        notes.append(
            (
                N_("Number for written messages only, do not call: {number}.")
                if informing.MESSAGE in contact.ways
                else N_("Number: {number}.")
            ).of(number=contact.number)
        )
    why, places = why_no_more(contact.case.values, held=contact.held)
    alarm = alarm_of(contact) if contact.is_timed else None
    notes.extend([why.of(**places)] if alarm else [])
    if contact.now == WITHIN and contact.is_timed:
        notes.append(N_("The victim may be contacted now ({now}).").of(now=word_of("hours", WITHIN)))
    return tuple(notes), alarm or why.of(**places)


def alarm_of(contact: Contact) -> Text | None:
    """None if this is surely one of her hours."""
    if contact.now in (NOT_SAID, WITHIN):
        return None
    return _UNREAD if contact.now == UNREAD else _NOT_NOW.of(now=word_of("hours", contact.now))


def _shown(session: Session, file: CaseFile) -> Shown:
    notes, alarm = beside(contact(session, file.case))
    return Shown(
        (*notes, CHANGED), alarm=alarm, is_look=True, next=(Next("record-clarification", file.case.number),)
    )


@act(
    moves=(VERB,),
    events=(VERB, ATTEMPT),
    words=Words(
        N_("Contact with the victim (step 5)"),
        N_("Save"),
        _TOLD,
    ),
    shows=_shown,
    asks=lambda session, file: questions(contact(session, file.case)),
    reads=lambda session, _file, answers: validate(
        answers, session.today, informing.INFORM, session.places
    ).need(),
)
def inform_victim(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record an attempt, and wish and consent of a victim told (step 5); a broken rule needs a reason."""
    case, way, outcome = file.case, text(answers, "informed_way"), text(answers, "informed_outcome")
    hours, broken = _standing(session, case, answers, file.moment)
    deviation = need_reason(broken, text(answers, "informed_reason"))
    is_told = outcome == informing.TOLD
    kept = {name: value for name, value in answers.items() if name in _KEPT} if is_told else {}
    after = case
    need_giver(case, kept)
    if kept:
        day = {consent.DAY: session.today.isoformat()} if consent.SHARE in kept else {}
        gone = _KEPT if consent.SHARE in kept else kept.keys()
        before = {name: value for name, value in case.values.items() if name not in gone}
        after = replace(case, values={**before, **kept, **day}, version=case.version + 1)
    wish = text(after.values, "victim_wish")
    return Change(
        after,
        detail={
            "way": way, "outcome": outcome, "hours": hours, **deviation,
            **({"wish": kept["victim_wish"], "consent": consent.SHARE in kept} if is_told else {}),
        },
        event=VERB if is_told else ATTEMPT,
        told={"outcome": outcome, "wish": wish},
        said=(_TOLD if is_told else _TRIED).of(way=word_of("informed_way", way), wish=word_of("victim_wish", wish), outcome=word_of("informed_outcome", outcome), next=_NEXT.get(outcome, N_("Try again within the allowed hours."))),
    )  # fmt: skip


def need_reason(broken: Sequence[Broken], reason: str) -> dict[str, Any]:
    """Broken rules and their required reason, for the history."""
    if broken and not reason:
        raise broken[0][1]
    return {"against": [rule for rule, _ in broken], "reason": reason} if broken else {}


def need_giver(case: Case, answers: Values) -> None:
    """No guardian who may neither consent nor withdraw, no reported reader or witness, by any of the victim's cases.

    Without a guardian the child is asked alone.
    """
    hers = (case, *reported_sender.of_victim(case.number, case.values).values())
    if any(is_reported(known.values, text(answers, field)) for known in hers for field in THUMB_PEOPLE):
        raise Refusal("office.reader_barred", case=case.number)
    if text(answers, consent.BY) == consent.GUARDIAN and any(
        consent.is_guardian_barred(
            {
                **known.values,
                **{name: case.values[name] for name in _GUARDIAN & case.values.keys()},
                **answers,
            }
        )
        for known in hers
    ):
        raise Refusal("office.guardian_barred", case=case.number)


def _standing(session: Session, case: Case, given: Values, moment: datetime) -> tuple[str, list[Broken]]:
    """What she does herself breaks no rule."""
    local, way = session.local(moment), text(given, "informed_way")
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
    """How the hour stands to hers, and the broken rule; stated by a person where unreadable."""
    state, written = standing(case.values, local), text(of_person(case.values, VICTIM), "safe_contact_hours")
    if state == UNREAD:
        unclear = Refusal("office.hours_unclear", case=case.number, hours=written)
        return (STATED, []) if is_stated else (UNREAD, [(OUTSIDE, unclear)])
    outside = Refusal("office.outside_hours", time=local.strftime("%H.%M"), case=case.number, hours=written)
    return state, [(OUTSIDE, outside)] if state == OUTSIDE else []


def need_consent(case: Case, values: Values | None = None) -> None:
    """Refuse a letter telling what she did not allow, was not asked about, or wants withheld.

    A named law replaces consent, not withholding. ``values`` are the letter's (None: the case's).
    """
    known = case.values if values is None else values
    names = consent.forbidden(known)
    if names and not consent.is_by_law(known):
        code = "office.consent_not_asked" if consent.are_open(known, names) else "office.not_consented"
        raise Refusal(code, case=case.number, names=", ".join(names))
    leaks = consent.leaked(known)
    if leaks:
        raise Refusal("office.withheld", case=case.number, what=", ".join(leaks))


def law_named(values: Values) -> dict[str, str]:
    """Replaces her consent, and why, for the history."""
    is_needed = consent.is_by_law(values) and consent.forbidden(values)
    return {"law": text(values, consent.LAW), "reason": text(values, consent.REASON)} if is_needed else {}


def rows(session: Session) -> list[dict[str, Any]]:
    """The victim was not told or not asked, until a letter is delivered."""
    move = find_move(VERB)
    if session.actor.roles.isdisjoint(move.roles):
        return []
    todo_rows: list[dict[str, Any]] = []
    numbers = [
        number
        for number, _ in visible.cases_in(
            session, [state.value for state in move.sources - {State.DELIVERED}]
        )
    ]
    cases.read_ahead(numbers)
    held = reported_sender.held()
    for number in numbers:
        case = cases.get(number)
        wanted = "inform-victim"
        if text(case.values, "safe_contact_way") == SHE_CONTACTS and not enquiries.password_of(number):
            waits, wanted = N_("agree on a password: only the victim contacts the office"), "set-password"
        elif text(case.values, "reporter_relation") == "korban sendiri" and not consent.is_asked(case.values):
            waits = N_("ask for the victim's consent: what may be passed on to whom")
        elif not consent.is_asked(case.values):
            waits = N_("the victim has not been told of the report by a safe route, nor asked for consent")
        elif left := items(case.values, consent.UNASKED):
            waits = N_("ask the victim for her consent towards {left} too").of(
                left=words_of(consent.SHARE, left)
            )
        else:
            continue
        if number in held:
            todo_rows.append({"case": number, "waits": _HELD})
        elif text(case.values, "victim_wish") != informing.STOP:
            todo_rows.append({"case": number, "waits": waits, "next": (Next(wanted, number),)})
    return todo_rows
