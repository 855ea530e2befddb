"""A case of two matters is divided into a new one; chosen documents are in both. Merging undoes it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import CHOSEN, REASON, reason, some_of
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import new_arrival_id
from pipeline.kernel.text import N_, Next
from pipeline.office.base import conflict, filings
from pipeline.office.base.document_kinds import in_words
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.office.cases import earlier, register
from pipeline.office.delivery import merge
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_answers
from pipeline.records import arrivals, cases, history
from pipeline.records.arrivals import Arrival

_INCOMING = re.compile(r"(?:surat-masuk-\d+|catatan-telepon(?:-\d+)?)\.[a-z0-9]+")


def _held(number: str) -> dict[str, Document]:
    return {
        document.logical: document
        for document in cases.documents(number)
        if _INCOMING.fullmatch(document.logical)
    }


def _asks(_session: Session, file: CaseFile) -> Sequence[Field]:
    chosen = some_of(
        CHOSEN,
        N_("Documents for the new case"),
        N_("The letters that hold the second matter."),
        [(name, in_words(name)) for name in _held(file.case.number)],
    )
    why = reason(N_("Reason for dividing"))
    return replace(chosen, default=lambda _: tuple(file.about.split()) or None), why, *REGISTRATION


def _reads(session: Session, file: CaseFile, given: Mapping[str, object]) -> Values:
    own = {
        name: value for name, value in given.items() if name not in (register.NOT_A_DUPLICATE, earlier.ANSWER)
    }
    names, held = own.get(CHOSEN, file.about.split() or None), _held(file.case.number)
    if isinstance(names, (list, tuple)) and (not names or any(name not in held for name in names)):
        known = ", ".join(sorted(held)) or "–"
        raise Refusal("office.nothing_to_divide", case=file.case.number, known=known)
    return read_answers(session, _asks(session, file), own)


@act(
    moves=(merge.DIVIDE,),
    words=Words(
        N_("Divide the case"),
        N_("Register the new case"),
        N_("Registered as case {new}, register number {register_number}, divided from case {case}. Check "
           "the answers of case {case}, too."),
    ),
    shows=Shown(
        (N_("Does one case hold two matters? Choose the documents, then register the new case. They are "
            "then in both cases; nothing leaves the old one."),),
        is_look=True,
    ),
    asks=_asks,
    reads=_reads,
)  # fmt: skip
def divide_case(session: Session, file: CaseFile, answers: Values) -> Change:
    """Register a new case for one matter, with some documents."""
    case, held = file.case, _held(file.case.number)
    documents = [held[str(name)] for name in answers[CHOSEN]]  # type: ignore[union-attr]
    values = {name: answer for name, answer in answers.items() if name not in (CHOSEN, REASON)}
    papers = [
        Paper(document.logical, f"{filings.ARCHIVED}{document.path}", document.sha512, document.size)
        for document in documents
    ]

    def opened() -> Change:
        arrival = _arrival(case, documents[0])
        new = register.open_case(session, values, file.moment, arrival, [case.number], owns=False)
        detail = {
            "act": new_arrival_id(file.moment),
            "from": case.number,
            "new": new.number,
            "documents": [document.logical for document in documents],
            "reason": answers[REASON],
        }
        first = Change(
            new,
            Filing("registered", f"pendaftaran, dibagi dari kasus {case.number}", scans=papers),
            detail,
            subject=f"← {case.number}",
            event=merge.DIVIDED_FROM,
            events=conflict.followed(session, file.moment, case.number, new.number),
            of=CaseFile(new, (), history.mark(new.number), file.moment),
            compares_senders=True,
        )
        return replace(
            merge.second(case, merge.DIVIDE, detail),
            first=(first,),
            told={"new": new.number, "register_number": new.register_number},
            next=(Next("show", new.number),),
        )

    return Change(case, inside=opened)


def _arrival(case: Case, document: Document) -> Arrival:
    """The divided case owns the arrival."""
    here = [case.number, *_divided_from(case.number)]
    came = (
        arrival
        for number in here
        for arrival in arrivals.of_case(number)
        if arrival.sha512 == document.sha512
    )
    first = next(came, None) or arrivals.get(case.agenda[0])
    return replace(first, agenda=first.agenda or case.agenda[0])


def _divided_from(number: str) -> Iterator[str]:
    for event in history.of_case(number):
        if event.verb == merge.DIVIDED_FROM:
            yield str(event.detail["from"])
            yield from _divided_from(str(event.detail["from"]))
