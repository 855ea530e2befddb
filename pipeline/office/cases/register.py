"""Steps 1–4: an arrival or a call becomes a case with its numbers, its register row and its object.

``propose`` gives what the scan suggests; a person confirms every field (:mod:`pipeline.cases.fields`).
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from pipeline.cases.case import Case
from pipeline.cases.fields.proposals import Proposal, from_suggestions
from pipeline.cases.fields.validate import validate
from pipeline.cases.states import REGISTER_ROLES
from pipeline.cases.values import Values
from pipeline.intake.arrival import ORIGINAL
from pipeline.intake.reading import Reading
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.sandbox import NoIsolation
from pipeline.lookup import access, things
from pipeline.office.arrivals import (
    arrange,
    arrival_files,
    derivative,
    electronic_report,
    kept_forms,
    opened,
    read_late,
)
from pipeline.office.arrivals.read_pages import so_far
from pipeline.office.base import file_away, hints, late, reported_sender
from pipeline.office.base.desk import Desk, moment_for_numbers, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.base.errors import BytesMissing
from pipeline.office.cases import call_record, crisis, earlier, enquire
from pipeline.records import arrivals, boot, cases, history, numbers, request_cache
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState

PHONE_KIND = call_record.PHONE_KIND
NOT_A_DUPLICATE = "not_a_duplicate"
"""The answer by which a person says that the same letter, sender or victim is another complaint."""

_NOT_OF_THE_CASE = (NOT_A_DUPLICATE, earlier.ANSWER, enquire.ANSWER)
_SUFFIX = {"jpeg": "jpg", "phone": "txt"}


def waiting(desk: Desk) -> list[Arrival]:
    """Return the arrivals that wait for registration, those with danger words first."""
    need_role(desk, "register", REGISTER_ROLES)
    return [one for one in things.arrivals_in(desk, *WAITING) if one.agenda]


def pick(desk: Desk, item: str | None) -> Arrival:
    """Return the arrival ``item`` (id or agenda number), or the only one that waits.

    Raises NotFound.
    """
    need_role(desk, "register", REGISTER_ROLES)
    if item is None:
        found = waiting(desk)
        if not found:
            raise Refusal("office.nothing_waits")
        if len(found) > 1:
            raise Refusal("office.several_wait", count=len(found), items=", ".join(_named(desk, found)))
        return _told(desk, found[0])
    arrival = things.arrival(desk, item)
    need_waiting(arrival)
    return _told(desk, arrival)


def _named(desk: Desk, found: Sequence[Arrival]) -> list[str]:
    """Return the agenda numbers, each with who has the letter open."""
    at_it = opened.rows()
    who = [opened.told(at_it.get(one.id, []), desk.settings.zone) for one in found]
    return [
        f"{one.agenda} ({said})" if said else str(one.agenda) for one, said in zip(found, who, strict=True)
    ]


def _told(desk: Desk, arrival: Arrival) -> Arrival:
    """Have its electronic signatures checked, if reading has not come to that; registration never waits for it."""
    with suppress(BytesMissing, NoIsolation):
        return electronic_report.tell(desk, arrival)
    return arrival


def propose(desk: Desk, arrival: Arrival) -> dict[str, Proposal]:
    """Return what the scan suggests for each field; the day of receipt is proposed as the scan's day.

    A scanner whose clock is ahead never makes it a day to come.
    """
    reading = Reading.from_json(arrival.reading) if arrival.reading else so_far(arrival.id)
    scanned = min(arrival.scanned_at.astimezone(desk.settings.zone).date(), desk.today)
    history.looked(clock.now(), desk.actor, "register", arrival.agenda or arrival.id)
    suggested = hints.by_folder(desk.settings, arrival, reading.suggestions)
    return from_suggestions(suggested, desk.today, scanned, desk.places)


@request_cache.read_once()
def register_arrival(desk: Desk, arrival: Arrival, answers: Mapping[str, object]) -> Case:
    """Open a case for ``arrival`` with the confirmed ``answers``: v1 of its object, its register row.

    What counts is that it still waits: that it was read meanwhile loses nobody's typing. Raises InvalidAnswers, ClockBehind.
    """
    need_role(desk, "register", REGISTER_ROLES)
    confirmed, given = _confirmed(answers)
    values = validate(given, desk.today, places=desk.places).need()
    need_waiting(arrivals.get(arrival.id))
    arrival_files.need_bytes(desk.settings, arrival)
    _need_new(desk, values, confirmed=confirmed)
    met, digest = _people(desk, values, answers), enquire.wanted(answers, values)
    moment = moment_for_numbers()
    with boot.transact():
        arrival = arrivals.get(arrival.id)
        need_waiting(arrival)
        case = open_case(desk, values, moment, arrival, _need_new(desk, values, confirmed=confirmed))
        earlier.note(desk, moment, case.number, *met)
        reported_sender.note(desk, moment, case)
        enquire.keep(desk, case.number, digest)
        _enter(desk, case, arrival, moment)
    _finish(desk, case)
    return case


@request_cache.read_once()
def register_call(desk: Desk, answers: Mapping[str, object]) -> Case:
    """Open a case for a telephone call: its typed record is the document and takes a nomor agenda.

    Raises InvalidAnswers, ClockBehind.
    """
    need_role(desk, "register", REGISTER_ROLES)
    confirmed, given = _confirmed(answers)
    values = validate({**given, "channel": "phone"}, desk.today, places=desk.places).need()
    alike = _need_new(desk, values, confirmed=confirmed)
    met, digest = _people(desk, values, answers), enquire.wanted(answers, values)
    moment = moment_for_numbers()
    arrival = call_record.written(desk, values, moment)
    with boot.transact():
        arrival = call_record.entered(desk, arrival, moment)
        case = open_case(desk, values, moment, arrival, alike)
        earlier.note(desk, moment, case.number, *met)
        reported_sender.note(desk, moment, case)
        enquire.keep(desk, case.number, digest)
        _enter(desk, case, arrival, moment)
    kept_forms.forget(desk, kept_forms.CALL)
    _finish(desk, case)
    return case


def _confirmed(answers: Mapping[str, object]) -> tuple[bool, Mapping[str, object]]:
    """Return whether a person said that this is not a duplicate, and the other answers."""
    return answers.get(NOT_A_DUPLICATE) is True, {
        name: one for name, one in answers.items() if name not in _NOT_OF_THE_CASE
    }


def _people(
    desk: Desk, values: Values, answers: Mapping[str, object]
) -> tuple[list[earlier.Earlier], dict[str, earlier.Decision]]:
    """Return the earlier cases of the same people, and what a person decided about each.

    Who has said that this is another complaint, without being asked about people, has looked already.
    """
    if answers.get(NOT_A_DUPLICATE) is True and earlier.ANSWER not in answers:
        return [], {}
    found = earlier.look(desk, values)
    return found, earlier.decided(found, answers)


def _need_new(desk: Desk, values: Values, *, confirmed: bool) -> list[str]:
    """Return the cases it may be about already, which a person has looked at."""
    unseen = access.blocked(desk)
    alike = [one for one in cases.alike(values) if one not in unseen]
    told = [one for one in alike if one not in earlier.untold(desk)]
    if alike and not confirmed:
        raise Refusal(
            "office.maybe_known", cases=", ".join(told) or earlier.UNTOLD, first=told[0] if told else ""
        )
    return told


def need_waiting(arrival: Arrival) -> None:
    """Refuse what does not wait to be registered."""
    if why_not := arrange.not_waiting(arrival):
        raise why_not


def open_case(
    desk: Desk,
    values: Values,
    moment: datetime,
    arrival: Arrival,
    alike: Sequence[str] = (),
    *,
    owns: bool = True,
) -> Case:
    """Open a case with its numbers and history, inside the step's transaction; it is filed by the caller.

    Where it does not ``owns`` the arrival, that stays with another case, of which this one is divided.
    """
    year = desk.today.year
    number = ids.case_number(year, numbers.next_of(f"kasus/{year}"))
    seq = numbers.next_of(f"register/{year}", numbers.first_in(year, desk.settings["nomor.register_awal"]))
    register_number = desk.settings["nomor.pola_register"].format(
        urut=seq,
        kode=desk.settings["nomor.kode"],
        unit=desk.settings["nomor.unit"],
        bulan=desk.today.month,
        bulan_romawi=ids.roman_month(desk.today.month),
        tahun=year,
    )
    history.note(
        moment,
        desk.actor,
        "register",
        1,
        number,
        arrival.id,
        agenda=arrival.agenda,
        seq=seq,
        register_number=register_number,
        **derivative.told(desk.settings, arrival),
        **({"not_a_duplicate_of": list(alike)} if alike else {}),
        **late.detail(values, moment, desk.settings.zone),
    )
    case = Case(
        number=number,
        register_number=register_number,
        registered=moment.replace(microsecond=0),
        values=values,
        agenda=(str(arrival.agenda),),
        arrivals=(arrival.id,) if owns else (),
        registered_by=desk.actor.account,
    )
    cases.add(case)
    crisis.note(desk, moment, case)
    return case


def _enter(desk: Desk, case: Case, arrival: Arrival, moment: datetime) -> None:
    read_late.expect(arrival)
    arrivals.change(arrival, state=ArrivalState.REGISTERED, case=case.number)
    opened.done(arrival.id)
    arrange.follow(arrival, case.number)
    paper = Paper(
        logical_name(arrival), f"var/arrivals/{arrival.id}/{ORIGINAL}", arrival.sha512, arrival.size
    )
    reports = electronic_report.papers_of(desk.settings, arrival, "surat-masuk-1-laporan-tte.json")
    file_away.begin(
        desk,
        case,
        "registered",
        "pendaftaran",
        [
            paper,
            *reports,
            *arrange.origins(arrival, "surat-masuk-1"),
            *derivative.papers_of(desk.settings, arrival, "surat-masuk-1"),
        ],
        moment,
    )


def _finish(desk: Desk, case: Case) -> None:
    kept_forms.forget_all(desk.settings, *case.arrivals)
    for one in case.arrivals:
        arrival_files.write_row(desk.settings, arrivals.get(one))
    file_away.finish(desk, case.number)


def logical_name(arrival: Arrival) -> str:
    """Return the name of an incoming document in its case; never the name it came with."""
    suffix = _SUFFIX.get(arrival.kind, arrival.kind)
    return f"catatan-telepon.{suffix}" if arrival.kind == PHONE_KIND else f"surat-masuk-1.{suffix}"
