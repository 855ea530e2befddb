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
from pipeline.office.base.desk import Desk, moment_for_numbers, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.cases import crisis, earlier, enquire
from pipeline.office.engine.declare import CaseFile, Change, Filing, Thing, Words, act
from pipeline.records import arrivals, cases, history, numbers, request_cache, texts
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState
from pipeline.records.texts import TextKind

NOT_A_DUPLICATE = "not_a_duplicate"
"""The answer that a similar report is another complaint."""


def waiting(desk: Desk) -> list[Arrival]:
    """The waiting arrivals, danger words first."""
    need_role(desk, "register", REGISTER_ROLES)
    return [arrival for arrival in visible.arrivals_in(desk, *WAITING) if arrival.agenda]


def pick(desk: Desk, item: str | None) -> Arrival:
    """The arrival ``item`` (id or agenda number), or the only one waiting."""
    need_role(desk, "register", REGISTER_ROLES)
    if item is None:
        found = waiting(desk)
        if not found:
            raise Refusal("office.nothing_waits")
        if len(found) > 1:
            raise Refusal("office.several_wait", count=len(found), items=", ".join(_named(desk, found)))
        return _with_checked_signatures(desk, found[0])
    arrival = visible.arrival(desk, item)
    need_waiting(arrival)
    return _with_checked_signatures(desk, arrival)


def _named(desk: Desk, found: Sequence[Arrival]) -> list[str]:
    at_it = edit_presence.rows()
    who = [edit_presence.presence_message(at_it.get(arrival.id, []), desk.settings.zone) for arrival in found]
    return [
        f"{arrival.agenda} ({said})" if said else str(arrival.agenda)
        for arrival, said in zip(found, who, strict=True)
    ]


def _with_checked_signatures(desk: Desk, arrival: Arrival) -> Arrival:
    """Checks signatures if reading has not; registration never waits for it."""
    with suppress(BytesMissing, NoIsolation):
        return electronic_report.check_signatures(desk, arrival)
    return arrival


def propose(desk: Desk, arrival: Arrival) -> dict[str, Proposal]:
    """The scan's suggestions; the receipt day is never a future one."""
    reading = Reading.from_json(arrival.reading) if arrival.reading else so_far(arrival.id)
    scanned = min(desk.local(arrival.scanned_at).date(), desk.today)
    history.log_access(clock.now(), desk.actor, "register", arrival.agenda or arrival.id)
    suggested = folder_hints.by_folder(desk.settings, arrival, reading.suggestions)
    return from_suggestions(suggested, desk.today, scanned, desk.places)


_WORDS = Words(
    done=N_("Registered as case {case}, register number {register_number}."),
)  # fmt: skip


def _as_typed(_desk: Desk, _file: CaseFile, given: Mapping[str, object]) -> Values:
    return cast(Values, given)


@act(
    thing=Thing.ARRIVAL, events=("register",), roles=REGISTER_ROLES, step=1, words=_WORDS, reads=_as_typed, blocked=(does_not_wait,)
)  # fmt: skip
@request_cache.read_once()
def register_arrival(desk: Desk, file: CaseFile, answers: Values) -> Change:
    """Open a case for a document (steps 1–4); being read meanwhile loses no typing."""
    return _registered(desk, file, answers, is_call=False)


@act(thing=Thing.OFFICE, events=("register",), roles=REGISTER_ROLES, step=1, words=_WORDS, reads=_as_typed)
@request_cache.read_once()
def register_call(desk: Desk, file: CaseFile, answers: Values) -> Change:
    """Open a case for a call (steps 1–4), with a nomor agenda."""
    return _registered(desk, file, {**answers, "channel": "phone"}, is_call=True)


def _registered(desk: Desk, file: CaseFile, answers: Values, *, is_call: bool) -> Change:
    confirmed = answers.get(NOT_A_DUPLICATE) is True
    given = {
        name: answer
        for name, answer in answers.items()
        if name not in (NOT_A_DUPLICATE, earlier.ANSWER, enquire.ANSWER)
    }
    values = validate(given, desk.today, places=desk.places).need()
    if not is_call:
        arrival_files.need_bytes(desk.settings, file.arrival)
    _need_new(desk, values, confirmed=confirmed)
    met, digest = _people(desk, values, answers), enquire.wanted(answers, values)
    moment = moment_for_numbers()

    @request_cache.read_once()
    def inside() -> Change:
        if is_call:
            arrival = entered(desk, written(desk, values, moment), moment)
        else:
            arrival = file.arrival
        case = open_case(desk, values, moment, arrival, _need_new(desk, values, confirmed=confirmed))
        earlier.note(desk, moment, case.number, *met)
        reported_sender.note(desk, moment, case)
        enquire.keep(desk, case.number, digest)
        read_late.expect(arrival)
        arrivals.change(arrival, state=ArrivalState.REGISTERED, case=case.number)
        edit_presence.done(arrival.id)
        arrange.follow(arrival, case.number)
        papers = papers_of(desk, arrival, CALL_BASE if is_call else "surat-masuk-1")
        return Change(
            case,
            Filing("registered", "pendaftaran", scans=papers),
            has_event=False,
            afterwards=[
                *([partial(kept_forms.forget, desk, kept_forms.CALL)] if is_call else []),
                partial(kept_forms.forget_all, desk.settings, arrival.id),
                lambda: arrival_files.write_row(desk.settings, arrivals.get(arrival.id)),
            ],
            told={"register_number": case.register_number, "agenda": list(case.agenda)},
        )

    return Change(file.thing, inside=inside)


def _people(
    desk: Desk, values: Values, answers: Values
) -> tuple[list[earlier.Earlier], dict[str, earlier.Decision]]:
    if answers.get(NOT_A_DUPLICATE) is True and earlier.ANSWER not in answers:
        return [], {}
    found = earlier.look(desk, values)
    return found, earlier.decided(found, answers)


def _need_new(desk: Desk, values: Values, *, confirmed: bool) -> list[str]:
    unseen = access.blocked(desk)
    alike = [case for case in cases.alike(values) if case not in unseen]
    told = [number for number in alike if number not in earlier.untold(desk)]
    if alike and not confirmed:
        raise Refusal(
            "office.maybe_known", cases=", ".join(told) or earlier.UNTOLD, first=told[0] if told else ""
        )
    return told


def need_waiting(arrival: Arrival) -> None:
    """Refuse an arrival that is not waiting."""
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
    """Runs in the step's transaction; the caller files it.

    Unless it ``owns`` the arrival, that stays with the divided case.
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
        **derivative.derivative_detail(desk.settings, arrival),
        **({"not_a_duplicate_of": list(alike)} if alike else {}),
        **late_entry.detail(values, moment, desk.settings.zone),
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


def papers_of(desk: Desk, arrival: Arrival, stem: str) -> list[Paper]:
    """An arrival's papers as ``stem``: itself, reports, derivatives."""
    return [
        arrival_files.paper(arrival, stem),
        *electronic_report.papers_of(desk.settings, arrival, f"{stem}-laporan-tte.json"),
        *arrange.origins(arrival, stem),
        *derivative.papers_of(desk.settings, arrival, stem),
    ]


CALL_BASE = "catatan-telepon"


def written(desk: Desk, values: Values, moment: datetime) -> Arrival:
    """Write a call's record durably, without its row."""
    lines = [f"CATATAN PENGADUAN MELALUI TELEPON\n{desk.settings['kantor.nama']}\n"]
    lines += [
        *(f"{label}: {value}" for label, value in readable(as_printed(values, values)).items()),
        "",
        f"Dicatat oleh akun {desk.actor.account} pada {desk.local(moment):%d-%m-%Y %H.%M %Z}",
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
    arrival_files.put(desk.settings, arrival, data)
    return arrival


def entered(desk: Desk, arrival: Arrival, moment: datetime) -> Arrival:
    """Enters the mail log in the caller's transaction."""
    arrival = replace(arrival, agenda=mail_log.next_agenda(desk))
    arrivals.add(arrival)
    said = (desk.settings.arrivals / arrival.id / ORIGINAL).read_text("utf-8")
    texts.put(TextKind.INCOMING, arrival.id, texts.day_of(moment), said)
    history.note(moment, desk.actor, "receive", 1, subject=arrival.id, agenda=arrival.agenda, channel="phone")
    return arrival
