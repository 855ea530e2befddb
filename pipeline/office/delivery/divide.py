"""One case that holds two matters is divided: a new case is registered for one of them, with its own numbers.

The documents chosen are in both archives; nothing leaves the case that is divided, and a document that does not belong
there at all is then moved (:mod:`pipeline.office.arrivals.move_document`). Both histories and registers say so. Undone by merging.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.fields.validate import validate
from pipeline.cases.states import find_move
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import new_arrival_id
from pipeline.office.base import conflict, file_away, reported_sender
from pipeline.office.base.desk import Desk, case_for, case_to_read, moment_for_numbers, need_reason, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.cases import earlier, register
from pipeline.office.delivery import merge
from pipeline.office.engine.perform import write
from pipeline.records import arrivals, boot, cases, history
from pipeline.records.arrivals import Arrival

_INCOMING = re.compile(r"(?:surat-masuk-\d+|catatan-telepon(?:-\d+)?)\.[a-z0-9]+")


def to_divide(desk: Desk, number: str, names: Sequence[str]) -> tuple[Case, list[Document]]:
    """Return the case and the documents ``names`` in it, before anything is asked.

    Raises NotFound, NotPossible.
    """
    need_role(desk, merge.DIVIDE, find_move(merge.DIVIDE).roles)
    case_for(desk, number, merge.DIVIDE)
    case = case_to_read(desk, number, merge.DIVIDE)
    held = {one.logical: one for one in cases.documents(number) if _INCOMING.fullmatch(one.logical)}
    if not names or any(one not in held for one in names):
        raise Refusal("office.nothing_to_divide", case=number, known=", ".join(sorted(held)) or "–")
    return case, [held[one] for one in dict.fromkeys(names)]


def divide(desk: Desk, number: str, names: Sequence[str], answers: Mapping[str, object], reason: str) -> Case:
    """Register a new case for one matter of ``number``, with the documents ``names`` and the ``answers`` of steps 1–4.

    Raises what :func:`to_divide` raises, InvalidAnswers, ClockBehind, Stale.
    """
    case, documents = to_divide(desk, number, names)
    need_reason(reason)
    given = {
        name: one for name, one in answers.items() if name not in (register.NOT_A_DUPLICATE, earlier.ANSWER)
    }
    values = validate(given, desk.today, places=desk.places).need()
    moment = moment_for_numbers()
    papers = [
        Paper(one.logical, f"{file_away.ARCHIVED}{one.path}", one.sha512, one.size) for one in documents
    ]
    with boot.transact():
        new = register.open_case(desk, values, moment, _arrival(case, documents[0]), [number], owns=False)
        detail = {
            "act": new_arrival_id(moment),
            "from": number,
            "new": new.number,
            "documents": [one.logical for one in documents],
            "reason": reason.strip(),
        }
        history.note(moment, desk.actor, merge.DIVIDED_FROM, 14, new.number, f"← {number}", **detail)
        conflict.follow(desk, moment, number, new.number)
        reported_sender.note(desk, moment, new)
        first = file_away.begin(
            desk, new, "registered", f"pendaftaran, dibagi dari kasus {number}", papers, moment
        )
        done = merge.second(case, merge.DIVIDE, detail)
        told = history.event(moment, desk.actor, done.event, 14, number, done.subject, **detail)
        write(desk, case, done, told, after=first)
    file_away.finish(desk, new.number)
    file_away.finish(desk, number)
    return new


def _arrival(case: Case, document: Document) -> Arrival:
    """Return the row of the mail log by which the document came in; its number stands in both cases.

    A case that is itself a part owns no arrival: then it is that of the case from which it was divided.
    """
    here = [case.number, *_divided_from(case.number)]
    came = (one for number in here for one in arrivals.of_case(number) if one.sha512 == document.sha512)
    first = next(came, None) or arrivals.get(case.agenda[0])
    return replace(first, agenda=first.agenda or case.agenda[0])


def _divided_from(number: str) -> Iterator[str]:
    """Return the case from which ``number`` was divided, the one from which that was, and so on."""
    for act in history.of_case(number):
        if act.verb == merge.DIVIDED_FROM:
            yield str(act.detail["from"])
            yield from _divided_from(str(act.detail["from"]))
