"""Steps 1–4: an arrival or a call becomes a case with numbers, register row and object.

A call's record never passes through the shared inbox, which everybody at a PC reads.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import cast

from pipeline.cases.case import Case
from pipeline.cases.contact import as_printed
from pipeline.cases.fields.proposals import Proposal, from_suggestions
from pipeline.cases.fields.validate import validate
from pipeline.cases.privacy import readable
from pipeline.cases.safety import NOT_REPORTED
from pipeline.cases.states import REGISTER_ROLES
from pipeline.cases.values import Values
from pipeline.intake.arrival import ORIGINAL
from pipeline.intake.reading import Reading
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import BytesMissing, Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.sandbox import NoIsolation
from pipeline.kernel.text import N_
from pipeline.lookup import access, visible
from pipeline.office.arrivals import (
    arrange,
    arrival_files,
    derivative,
    edit_presence,
    electronic_report,
    kept_forms,
    mail_log,
    read_late,
)
from pipeline.office.arrivals.read_pages import so_far
from pipeline.office.arrivals.strike import does_not_wait
from pipeline.office.base import folder_hints, late_entry, reported_sender
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session, moment_for_numbers, need_role
from pipeline.office.cases import crisis, earlier, enquire
from pipeline.office.engine.declare import CaseFile, Change, Filing, Thing, Words, act
from pipeline.records import arrivals, cases, history, numbers, request_cache, texts
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState
from pipeline.records.texts import TextKind

NOT_A_DUPLICATE = "not_a_duplicate"
"""The answer that a similar report is another complaint."""


def waiting(session: Session) -> list[Arrival]:
    """The waiting arrivals, danger words first."""
    need_role(session, "register", REGISTER_ROLES)
    return [arrival for arrival in visible.arrivals_in(session, *WAITING) if arrival.agenda]


def pick(session: Session, item: str | None) -> Arrival:
    """The arrival ``item`` (id or agenda number), or the only one waiting."""
    need_role(session, "register", REGISTER_ROLES)
    if item is None:
        letters = waiting(session)
        if not letters:
            raise Refusal("office.nothing_waits")
        if len(letters) > 1:
            raise Refusal(
                "office.several_wait", count=len(letters), items=", ".join(_named(session, letters))
            )
        return _with_checked_signatures(session, letters[0])
    arrival = visible.arrival(session, item)
    need_waiting(arrival)
    return _with_checked_signatures(session, arrival)


def _named(session: Session, letters: Sequence[Arrival]) -> list[str]:
    at_it = edit_presence.rows()
    who = [
        edit_presence.presence_message(at_it.get(arrival.id, []), session.settings.zone)
        for arrival in letters
    ]
    return [
        f"{arrival.agenda} ({presence})" if presence else str(arrival.agenda)
        for arrival, presence in zip(letters, who, strict=True)
    ]


def _with_checked_signatures(session: Session, arrival: Arrival) -> Arrival:
    """Checks signatures if reading has not; registration never waits for it."""
    with suppress(BytesMissing, NoIsolation):
        return electronic_report.check_signatures(session, arrival)
    return arrival


def propose(session: Session, arrival: Arrival) -> dict[str, Proposal]:
    """The scan's suggestions; the receipt day is never a future one."""
    reading = Reading.from_json(arrival.reading) if arrival.reading else so_far(arrival.id)
    scanned = min(session.local(arrival.scanned_at).date(), session.today)
    history.log_access(clock.now(), session.actor, "register", arrival.agenda or arrival.id)
    suggested = folder_hints.by_folder(session.settings, arrival, reading.suggestions)
    return from_suggestions(suggested, session.today, scanned, session.places)


_WORDS = Words(
    done=N_("Registered as case {case}, register number {register_number}."),
)  # fmt: skip


def _as_typed(_session: Session, _file: CaseFile, given: Mapping[str, object]) -> Values:
    return cast(Values, given)


@act(
    thing=Thing.ARRIVAL, events=("register",), roles=REGISTER_ROLES, step=1, words=_WORDS, reads=_as_typed, blocked=(does_not_wait,)
)  # fmt: skip
@request_cache.read_once()
def register_arrival(session: Session, file: CaseFile, answers: Values) -> Change:
    """Open a case for a document (steps 1–4); being read meanwhile loses no typing."""
    return _registered(session, file, answers, is_call=False)


@act(thing=Thing.OFFICE, events=("register",), roles=REGISTER_ROLES, step=1, words=_WORDS, reads=_as_typed)
@request_cache.read_once()
def register_call(session: Session, file: CaseFile, answers: Values) -> Change:
    """Open a case for a call (steps 1–4), with a nomor agenda."""
    return _registered(session, file, {**answers, "channel": "phone"}, is_call=True)


def _registered(session: Session, file: CaseFile, answers: Values, *, is_call: bool) -> Change:
    confirmed = answers.get(NOT_A_DUPLICATE) is True
    given = {
        name: answer
        for name, answer in answers.items()
        if name not in (NOT_A_DUPLICATE, earlier.ANSWER, enquire.ANSWER, NOT_REPORTED)  # the chair's alone
    }
    values = validate(given, session.today, places=session.places).need()
    if not is_call:
        arrival_files.need_bytes(session.settings, file.arrival)
    _need_new(session, values, confirmed=confirmed)
    met, digest = _people(session, values, answers), enquire.wanted(answers, values)
    moment = moment_for_numbers()

    @request_cache.read_once()
    def inside() -> Change:
        if is_call:
            arrival = entered(session, written(session, values, moment), moment)
        else:
            arrival = file.arrival
        case = open_case(session, values, moment, arrival, _need_new(session, values, confirmed=confirmed))
        earlier.note(session, moment, case.number, *met)
        reported_sender.note(session, moment, case)
        enquire.keep(session, case.number, digest)
        read_late.expect(arrival)
        arrivals.change(arrival, state=ArrivalState.REGISTERED, case=case.number)
        edit_presence.done(arrival.id)
        arrange.follow(arrival, case.number)
        papers = papers_of(session, arrival, CALL_BASE if is_call else "surat-masuk-1")
        return Change(
            case,
            Filing("registered", "pendaftaran", scans=papers),
            has_event=False,
            afterwards=[
                *([partial(kept_forms.forget, session, kept_forms.CALL)] if is_call else []),
                partial(kept_forms.forget_all, session.settings, arrival.id),
                lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),
            ],
            told={"register_number": case.register_number, "agenda": list(case.agenda)},
        )

    return Change(file.thing, inside=inside)


def _people(
    session: Session, values: Values, answers: Values
) -> tuple[list[earlier.Earlier], dict[str, earlier.Decision]]:
    if answers.get(NOT_A_DUPLICATE) is True and earlier.ANSWER not in answers:
        return [], {}
    others = earlier.look(session, values)
    return others, earlier.decided(others, answers)


def _need_new(session: Session, values: Values, *, confirmed: bool) -> list[str]:
    unseen = access.blocked(session)
    alike = [case for case in cases.alike(values) if case not in unseen]
    known_cases = [number for number in alike if number not in earlier.untold(session)]
    if alike and not confirmed:
        raise Refusal(
            "office.maybe_known",
            cases=", ".join(known_cases) or earlier.UNTOLD,
            first=known_cases[0] if known_cases else "",
        )
    return known_cases


def need_waiting(arrival: Arrival) -> None:
    """Refuse an arrival that is not waiting."""
    if why_not := arrange.not_waiting(arrival):
        raise why_not


def open_case(
    session: Session,
    values: Values,
    moment: datetime,
    arrival: Arrival,
    alike: Sequence[str] = (),
    *,
    owns: bool = True,
) -> Case:
    """Runs in the step's transaction; the caller files it.

    Unless it ``owns`` the arrival, that stays with the divided case.
    """
    year = session.today.year
    number = ids.case_number(year, numbers.next_of(f"kasus/{year}"))
    seq = numbers.next_of(f"register/{year}", numbers.first_in(year, session.settings["nomor.register_awal"]))
    register_number = session.settings["nomor.pola_register"].format(
        urut=seq,
        kode=session.settings["nomor.kode"],
        unit=session.settings["nomor.unit"],
        bulan=session.today.month,
        bulan_romawi=ids.roman_month(session.today.month),
        tahun=year,
    )
    history.note(
        moment,
        session.actor,
        "register",
        1,
        number,
        arrival.id,
        agenda=arrival.agenda,
        seq=seq,
        register_number=register_number,
        **derivative.derivative_detail(session.settings, arrival),
        **({"not_a_duplicate_of": list(alike)} if alike else {}),
        **late_entry.detail(values, moment, session.settings.zone),
    )
    case = Case(
        number=number,
        register_number=register_number,
        registered=moment.replace(microsecond=0),
        values=values,
        agenda=(str(arrival.agenda),),
        arrivals=(arrival.id,) if owns else (),
        registered_by=session.actor.account,
    )
    cases.add(case)
    crisis.note(session, moment, case)
    return case


def papers_of(session: Session, arrival: Arrival, stem: str) -> list[Paper]:
    """An arrival's papers as ``stem``: itself, reports, derivatives."""
    return [
        arrival_files.paper(arrival, stem),
        *electronic_report.papers_of(session.settings, arrival, f"{stem}-laporan-tte.json"),
        *arrange.origins(arrival, stem),
        *derivative.papers_of(session.settings, arrival, stem),
    ]


CALL_BASE = "catatan-telepon"


def written(session: Session, values: Values, moment: datetime) -> Arrival:
    """Write a call's record durably, without its row."""
    lines = [f"CATATAN PENGADUAN MELALUI TELEPON\n{session.settings['kantor.nama']}\n"]
    lines += [
        *(f"{label}: {value}" for label, value in readable(as_printed(values, values)).items()),
        "",
        f"Dicatat oleh akun {session.actor.account} pada {session.local(moment):%d-%m-%Y %H.%M %Z}",
        os.linesep,
    ]
    data = "\n".join(lines).encode()
    arrival = Arrival(
        id=ids.new_arrival_id(moment),
        sha256=digest_bytes(data, "sha256"),
        sha512=digest_bytes(data),
        size=len(data),
        kind="phone",
        name="catatan telepon",
        scanned_at=moment.replace(microsecond=0),
        taken_at=moment.replace(microsecond=0),
        state=ArrivalState.READ,
        pages=1,
    )
    arrival_files.put(session.settings, arrival, data)
    return arrival


def entered(session: Session, arrival: Arrival, moment: datetime) -> Arrival:
    """Enters the mail log in the caller's transaction."""
    arrival = replace(arrival, agenda=mail_log.next_agenda(session))
    arrivals.add(arrival)
    content = (session.settings.arrivals / arrival.id / ORIGINAL).read_text("utf-8")
    texts.put(TextKind.INCOMING, arrival.id, texts.day_of(moment), content)
    history.note(
        moment, session.actor, "receive", 1, subject=arrival.id, agenda=arrival.agenda, channel="phone"
    )
    return arrival
