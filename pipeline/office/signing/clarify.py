"""Step 9: what was asked, what was answered, what cannot be answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.cases.case import Case
from pipeline.cases.clarify import WAYS, clarification_fields
from pipeline.cases.clarify import clarify as clarified
from pipeline.cases.contact import route
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields import event, informing, people
from pipeline.cases.fields.field import Field, Kind, Section
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.problems import Problem
from pipeline.cases.values import Condition, flag
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.arrivals import copies_out
from pipeline.office.base import file_away, fresh, reported_sender
from pipeline.office.base.desk import Desk, case_for
from pipeline.office.cases import crisis, inform
from pipeline.office.signing import recontact
from pipeline.records import boot, cases, history
from pipeline.records.letters import LetterState

_FILED = (LetterState.APPROVED, LetterState.SIGNED)
_OFFICIAL = frozenset({"sender_address", "sender_place"})
_ALWAYS = _OFFICIAL | {one.name for one in (*people.REPORTER, *event.EVENT, *event.CONTACT)}
_WAY = "clarified_way"
ASKED = "contact_asked"
"""Whether the safe contact is to be gone through; asked on a terminal only, and no answer of the case."""
_ASKED = Field(
    ASKED, Text("Kontak aman berubah?", "Did the safe contact change?"), Kind.YESNO, Section.CONTACT, 9,
    Text("Ya: jalur, alamat, dan jamnya ditanya lagi. Untuk lembaga: alamat resminya.",
         "Yes: way, address and hours are asked again; for an institution its official address."),
    "tidak", default=lambda _: False,
)  # fmt: skip
_NOT_HERE = Text(
    "Isian ini sudah jelas dan tidak diubah lewat klarifikasi.",
    "This is known already and is not changed by a clarification.",
)


def questions(desk: Desk, number: str) -> tuple[Case, tuple[Field, ...]]:
    """Return the case, what is open in it, and its safe contact; that alone, where a letter was made already.

    The contact is gone through where a letter could not travel by it, else only if it is said (:data:`ASKED`) to have
    changed. Raises NotFound, NotPossible.
    """
    case, _ = case_for(desk, number, _verb(number))
    if recontact.is_bound(case):
        return case, _safely(case, recontact.fields(case))
    contact = _contact(case)
    own = {one.name for one in contact}
    return case, _safely(
        case, (*(one for one in clarification_fields(case) if one.name not in own), *contact)
    )


def _safely(case: Case, fields: Sequence[Field]) -> tuple[Field, ...]:
    """Return ``fields`` with only those ways that the safe contact of this case allows, and those by which an answer came in."""
    if case.is_institution:
        return tuple(replace(one, example=informing.LETTER) if one.name == _WAY else one for one in fields)
    allowed = inform.ways_of_owner(case.values)
    offered = tuple(one for one in WAYS if one.value in allowed or one.value in informing.HAPPENED)
    return tuple(
        replace(one, choices=offered, example=allowed[0]) if one.name == _WAY else one for one in fields
    )


def _need_safe(case: Case, after: Case) -> None:
    """Refuse a way of asking that the safe contact forbids."""
    ways = {one.way for one in after.clarifications[len(case.clarifications) :]}
    allowed = inform.ways_of_owner(case.values)
    for way in ways.difference(allowed, informing.HAPPENED):
        raise Refusal(
            "office.no_safe_way", way=way, case=case.number, allowed=", ".join((*allowed, informing.CAME_IN))
        )


def _contact(case: Case) -> tuple[Field, ...]:
    """Return the fields of the way to whoever is answered, behind one question where it stands already."""
    fields = event.CONTACT
    if case.is_institution:
        fields = tuple(replace(one, section=Section.CONTACT) for one in recontact.official(case))
    way = route(case.values)
    if not (way.is_possible and way.is_confirmed):
        return fields
    return (_ASKED, *(replace(one, when=_if_asked(one)) for one in fields))


def _if_asked(one: Field) -> Condition:
    return lambda values: flag(values, ASKED) and one.when(values)


def clarify(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Record a clarification; the history names the fields that it changed, never their values.

    Only what is open, the event, the reporter and the safe contact may be changed here. A changed safe contact
    sets aside every letter that has not left (:mod:`pipeline.office.signing.recontact`). Raises InvalidAnswers, StaleAnswers, NotFound, NotPossible, Stale.
    """
    case, state = case_for(desk, number, _verb(number))
    answers = fresh.need(desk, case, answers)
    if recontact.is_bound(case):
        recontact.need_contact_only(case, answers)
    else:
        _need_open(case, answers)
    after = clarified(case, answers, desk.today, desk.places)
    if not case.is_institution:
        _need_safe(case, after)
    new = after.clarifications[len(case.clarifications) :]
    is_moved = recontact.is_changed(case, after)
    after = replace(after, state=state if is_moved else case.state)
    moment = clock.now()
    with boot.transact():
        cases.change(case, after)
        history.note(
            moment,
            desk.actor,
            "clarify",
            9,
            number,
            changed=sorted(name for name in after.values if after.values[name] != case.values.get(name)),
            answered=sorted(one.field for one in new if one.answered),
            impossible=sorted(one.field for one in new if not one.answered),
        )
        crisis.note(desk, moment, after, case)
        reported_sender.note(desk, moment, after)
        aside, papers = recontact.set_aside(desk, case, after, moment) if is_moved else ([], [])
        is_filed = bool(papers) or any(one.number or one.state in _FILED for one in aside)
        if is_filed:
            file_away.begin(
                desk,
                cases.get(number),
                "contact_changed",
                "kontak aman berubah; surat ditarik",
                papers,
                moment,
            )
    for letter in aside:
        copies_out.write_rows(desk.settings, letter)
    if is_filed:
        file_away.finish(desk, number)
    return after


def _verb(number: str) -> str:
    """Return the move that a clarification of this case is: with a letter on its way, of the contact alone."""
    return recontact.VERB if cases.has(number) and recontact.is_bound(cases.get(number)) else "clarify"


def _need_open(case: Case, answers: Mapping[str, object]) -> None:
    """Raise InvalidAnswers for a field that is neither open nor of those that may change at any time."""
    may = _ALWAYS | {one.name for one in clarification_fields(case)}
    wrong = [name for name in answers if name in BY_NAME and name not in may]
    if wrong:
        raise InvalidAnswers(Problem(name, _NOT_HERE) for name in wrong)
