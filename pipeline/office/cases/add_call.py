"""Steps 1–4: a further call about a case is added to it; its typed record takes a nomor agenda and is filed as a new version.

A call is not a letter: none answers it; who wants a written answer is advised to write (step 4).
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.cases.case import Case
from pipeline.cases.errors import NotPossible
from pipeline.cases.fields.validate import validate
from pipeline.cases.further import FURTHER_CALL, NEEDS_ANSWER, Further
from pipeline.cases.merged import merged_into
from pipeline.cases.states import REGISTER_ROLES, State
from pipeline.cases.values import text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next
from pipeline.lookup import things
from pipeline.office.arrivals import arrival_files, kept_forms
from pipeline.office.arrivals.move_document import free_stem
from pipeline.office.base import file_away, reported_sender
from pipeline.office.base.desk import Desk, case_for, case_to_read, moment_for_numbers, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.cases import call_record
from pipeline.office.cases.add_letter import VERB
from pipeline.records import arrivals, boot, cases, history
from pipeline.records.arrivals import ArrivalState

KIND = "call_added"
_NAMES = {one.name for one in FURTHER_CALL}


def case_to_add(desk: Desk, number: str) -> Case:
    """Return the case, if a call can be added to it, before anything is asked.

    Raises NotFound, Destroyed.
    """
    need_role(desk, "register", REGISTER_ROLES)
    try:
        case_for(desk, number, VERB)
    except NotPossible:
        known = things.as_told(desk, cases.get(number))
        into = merged_into(known)
        refused = Refusal(
            "office.call_not_taken", case=number, state=known.state.value, into=f" ({into})" if into else ""
        )
        if into:
            raise refused.mended_by(Next("add-call", into)) from None
        if known.state is not State.CLOSED:
            raise refused.mended_by(Next("register-call")) from None
        raise refused from None
    return case_to_read(desk, number, VERB)


def add(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Add a call to case ``number`` with the ``answers`` about it (those of other fields are left aside).

    Raises what :func:`case_to_add` raises, InvalidAnswers, ClockBehind, Stale.
    """
    before = case_to_add(desk, number)
    given = {name: one for name, one in answers.items() if name in _NAMES} | {"channel": "phone"}
    values = dict(validate(given, desk.today, fields=FURTHER_CALL, places=desk.places).need())
    moment = moment_for_numbers()
    arrival = call_record.written(desk, values, moment)
    with boot.transact():
        arrival = call_record.entered(desk, arrival, moment)
        arrivals.change(arrival, state=ArrivalState.REGISTERED, case=number)
        stem = free_stem(desk, number, call_record.BASE, arrival.sha512)
        name = f"{stem}.{call_record.SUFFIX}"
        call = Further(arrival.id, str(arrival.agenda), name, {**values, NEEDS_ANSWER: False})
        after = before.with_arrival(arrival.id, str(arrival.agenda), call)
        cases.change(before, after)
        told = {
            "agenda": call.agenda,
            "received": text(values, "received_day"),
            "number": "",
            "channel": "phone",
        }
        history.note(moment, desk.actor, VERB, 1, number, name, **told, **{NEEDS_ANSWER: False})
        reported_sender.note(desk, moment, after)
        paper = Paper(name, f"var/arrivals/{arrival.id}/original", arrival.sha512, arrival.size)
        file_away.begin(desk, after, KIND, f"telepon lanjutan {arrival.agenda}", [paper], moment)
    kept_forms.forget(desk, kept_forms.CALL)
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    file_away.finish(desk, number)
    return after
