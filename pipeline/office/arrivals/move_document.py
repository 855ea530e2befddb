"""A document moves from the wrong case into the right one; both histories say so.

It is filed there, then dropped here: after a kill it is in both, and the next start finishes. Earlier bytes
are destroyed later. A case's own papers never move.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import CHOSEN, INTO, REASON, one_of, other_case, reason, words, yes_or_no
from pipeline.cases.fields.field import Field
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import new_arrival_id
from pipeline.kernel.people import Actor, Role
from pipeline.kernel.text import N_, Next, Text
from pipeline.lookup import access, visible
from pipeline.office.arrivals import arrange, arrival_files, derivative
from pipeline.office.base import filings
from pipeline.office.base.case_links import MOVED_OUT
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session, case_to_read
from pipeline.office.base.value_labels import word_of
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.engine.perform import read_answers, read_case, write
from pipeline.records import arrivals, cases, disposals, entries, history, letters
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState

DOCUMENT_MOVERS = frozenset({Role.CLERK, Role.CHAIR, Role.ARCHIVIST})
IN, OUT = "move_in", MOVED_OUT
KIND_IN, KIND_OUT = "moved_in", "moved_out"
_INCOMING = re.compile(r"(surat-masuk|catatan-telepon|pindaian-lama)(?:-(\d+))?\.([a-z0-9]+)")
_REPORT = re.compile(r"(surat-masuk-\d+)-(?:laporan-tte\.json|asal-\d+\.[a-z0-9]+)")
_DERIVATIVE = re.compile(rf"{derivative.FOLDER}/(surat-masuk-\d+)\.pdf")
_VOID, _ALSO = "void", "batal"


def incoming_of(session: Session, number: str) -> list[tuple[str, Text]]:
    """The movable documents of a case."""
    names = [document.logical for document in visible.documents_of(session, number)]
    return [(name, word_of("document", name)) for name in names if _INCOMING.fullmatch(name)]


def _asks(session: Session, file: CaseFile) -> Sequence[Field]:
    among = incoming_of(session, file.case.number)
    document, _, behind = file.about.partition(" ")
    into, _, also = behind.partition(" ")
    where = other_case(N_("The right case"), N_("Number of the case."))
    voids = yes_or_no(
        _VOID, N_("Void the registration of this case with it?"),
        N_("Only if it is then empty and nobody worked on it."),
    )  # fmt: skip
    return (
        one_of(
            CHOSEN, N_("Document"), N_("The document in the wrong place."), among,
            proposed=document or (among[0][0] if len(among) == 1 else ""),
        ),
        replace(where, default=lambda _: into or None),
        replace(
            voids, default=lambda _: (also == _ALSO) or None, when=lambda _: session.actor.is_any(*find_move("void").roles)
        ),
        reason(N_("Reason for the move")),
    )  # fmt: skip


def _reads(session: Session, file: CaseFile, given: Mapping[str, object]) -> Values:
    which, *others = _asks(session, file)
    document = replace(
        words(CHOSEN, which.label, which.help),
        default=lambda known: file.about.partition(" ")[0] or which.default(known),
    )
    return read_answers(session, (document, *others), given)


def _moved_messages(change: Change) -> list[Text]:
    right = next(first.of.case for first in change.first if first.of)
    places = {
        **change.told, "case": change.case.number, "register": right.register_number, "state": word_of("state", right.state),
        **{place: word_of("document", change.told[place]) for place in ("document", "name")},
        "letters": ", ".join(map(str, change.told["letters"])),  # type: ignore[call-overload]
    }  # fmt: skip
    lines = [
        N_("{document} leaves case {case}"),
        N_("into case {into} (register {register}, {state}), called {name} there"),
    ]  # fmt: skip
    if places[_VOID]:
        lines.append(N_("The registration of case {case} is voided."))
    elif not places["left"]:
        lines.append(
            N_("Case {case} is then without an incoming letter and waits for the right one.")
        )  # fmt: skip
    if places["letters"]:
        lines.append(
            N_("Case {case} already holds letter {letters}: read again whether it answers this document.")
        )  # fmt: skip
    return [line.of(**places) for line in lines]


@act(
    events=(OUT,),
    roles=DOCUMENT_MOVERS,
    words=Words(
        N_("Move a document into another case"),
        N_("Move it"),
    ),
    shows=Shown(
        (N_("A document in the wrong case goes into the right one; histories and registers of both say so. "
            "The answers of the cases do not change with it: check them afterwards."),),
        is_look=True,
    ),
    asks=_asks,
    reads=_reads,
    preview=_moved_messages,
    is_grave=True,
)  # fmt: skip
def move_document(session: Session, file: CaseFile, answers: Values) -> Change:
    """Move a document into the right case; an emptied registration may be voided."""
    document, into, is_voided = str(answers[CHOSEN]), str(answers[INTO]).strip(), answers.get(_VOID) is True
    wrong = file.case
    for case in (into, wrong.number):  # names are given by what the archive holds
        if entries.unfinished(case) and access.may_see(session, case):
            filings.complete_case(session, case)
    other = read_case(session, case_to_read(session, into, OUT).number)
    held = {paper.logical: paper for paper in cases.documents(wrong.number)}
    source = _movable(held, wrong, document)
    if wrong.number == into:
        raise Refusal("office.same_case", document=document, case=into)
    if other.case.state is State.VOID:
        raise Refusal("office.into_void", case=into)
    for paper in cases.documents(into):
        if paper.sha512 == source.sha512:
            raise Refusal("office.held_already", into=into, held=paper.logical)
    left = len([name for name in held if _INCOMING.fullmatch(name)]) - 1
    if is_voided and (left or wrong.state not in find_move("void").sources):
        raise Refusal(
            "office.not_to_void", case=wrong.number, left=left, state=wrong.state.value, document=document
        )
    came = (arrival for arrival in arrivals.of_case(wrong.number) if arrival.state == ArrivalState.REGISTERED)
    arrival = next((mail for mail in came if mail.sha512 == source.sha512), None)  # an old scan has none
    names = _names(session, held, source, into)
    papers = [
        Paper(new, f"{filings.ARCHIVED}{held[old].path}", held[old].sha512, held[old].size)
        for old, new in names.items()
    ]
    detail = {
        "move": new_arrival_id(file.moment),
        "from": wrong.number,
        "into": into,
        "was": document,
        "names": names,
        "arrival": arrival.id if arrival else "",
        "agenda": (arrival.agenda or "") if arrival else "",
        "void": is_voided,
        "reason": answers[REASON],
    }
    right = other.case.moved(other.case.state)
    if arrival:
        known = next((letter for letter in wrong.further if letter.arrival == arrival.id), None)
        known = replace(known, document=names[document]) if known else None
        right = other.case.with_arrival(arrival.id, arrival.agenda or "", known)
    first = Change(
        right,
        Filing(KIND_IN, f"dokumen pindahan dari {wrong.number}", scans=papers),
        {"name": names[document], **detail},
        subject=f"{names[document]} ← {wrong.number}",
        event=IN,
        of=other,
        writes=[partial(arrivals.change, arrival, case=into), partial(arrange.follow, arrival, into)] if arrival else (),
        afterwards=[lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id))] if arrival else (),
    )  # fmt: skip
    letters_out = [
        letter.id
        for letter in letters.of_case(wrong.number)
        if letter.state in (LetterState.APPROVED, LetterState.SIGNED)
    ]
    places = {"document": document, "into": into, "name": names[document], "left": left}
    return replace(
        _dropped(wrong, detail, file.moment, session.actor),
        first=(first,),
        told={**places, _VOID: is_voided, "letters": letters_out},
        said=N_("{document} is now in case {into} as {name}. Check the answers of {case} and {into}.").of(
            document=word_of("document", document),
            into=into,
            name=word_of("document", names[document]),
            case=wrong.number,
        ),
        next=(Next("show", wrong.number), Next("show", into)),
    )


def _dropped(wrong: Case, detail: Mapping[str, Any], moment: datetime, actor: Actor) -> Change:
    after = wrong.without_arrival(detail["arrival"], detail["agenda"])
    why = {"reason": detail["reason"]}
    voided = [history.event(moment, actor, "void", 1, wrong.number, "", **why)] if detail["void"] else []
    return Change(
        after.moved(State.VOID) if voided else after,
        Filing(KIND_OUT, f"dokumen salah berkas, kini di {detail['into']}", without=list(detail["names"])),
        {"name": detail["was"], **detail},
        subject=f"{detail['was']} → {detail['into']}",
        event=OUT,
        events=voided,
    )


def finish_moves(session: Session) -> int:
    """Complete moves whose second half a rebuild lost."""
    done = {event.detail["move"] for event in history.of_verb(OUT)}
    gone = disposals.destroyed()
    half = [
        event
        for event in history.of_verb(IN)
        if event.detail["move"] not in done and event.detail["from"] not in gone
    ]
    for event in half:
        detail = {name: value for name, value in event.detail.items() if name != "name"}
        wrong, actor = cases.get(detail["from"]), Actor(event.account, frozenset(), event.operator)
        change = _dropped(wrong, detail, event.at, actor)
        out_event = history.event(event.at, actor, OUT, None, wrong.number, change.subject, **change.detail)
        write(session, wrong, change, out_event)
    return len(half)


def emptied(session: Session) -> list[Case]:
    """Cases at work without incoming documents after moves."""
    sources = [cases.get(number) for number in sorted({act.case for act in visible.acts_of(session, OUT)})]
    at_work = [case for case in sources if case.state not in (State.VOID, State.CLOSED, State.OLD)]
    return [case for case in at_work if not _incoming(case.number)]


def _incoming(case: str) -> list[str]:
    """With those about to be filed or dropped."""
    names = {document.logical for document in cases.documents(case)}
    for intent in entries.unfinished(case):
        names = (names - {*intent.plan.get("without", ())}) | {row[0] for row in intent.plan["papers"]}
    return sorted(name for name in names if _INCOMING.fullmatch(name))


def _movable(held: Mapping[str, Document], case: Case, document: str) -> Document:
    if document not in held:
        known = ", ".join(name for name in sorted(held) if _INCOMING.fullmatch(name)) or "–"
        raise Refusal("office.not_in_case", case=case.number, given=document[:60], known=known)
    report = _REPORT.fullmatch(document) or _DERIVATIVE.fullmatch(document)
    if report:
        main = next(name for name in held if name.startswith(f"{report[1]}."))
        raise Refusal("office.goes_along", document=document, case=case.number, main=main)
    if not _INCOMING.fullmatch(document):
        raise Refusal("office.own_paper", document=document, case=case.number)
    return held[document]


def _names(session: Session, held: Mapping[str, Document], document: Document, into: str) -> dict[str, str]:
    match = _INCOMING.fullmatch(document.logical)
    assert match is not None
    base, ending = match[1], match[3]
    stem = free_stem(session, into, base, document.sha512)
    names = {document.logical: f"{stem}.{ending}"}
    report = f"{document.logical.rpartition('.')[0]}-laporan-tte.json"
    names |= {report: f"{stem}-laporan-tte.json"} if report in held else {}
    readable = f"{derivative.FOLDER}/{document.logical.rpartition('.')[0]}.pdf"
    names |= {readable: f"{derivative.FOLDER}/{stem}.pdf"} if readable in held else {}
    names |= _transcripts(document.logical.rpartition(".")[0], stem, held)
    came = f"{document.logical.rpartition('.')[0]}-asal-"
    return names | {
        name: f"{stem}-asal-{name.removeprefix(came)}" for name in sorted(held) if name.startswith(came)
    }


def _transcripts(before: str, stem: str, held: Iterable[str]) -> dict[str, str]:
    named = re.compile(re.escape(f"{derivative.FOLDER}/{before}{derivative.TYPED}") + r"(?:-\d+)?\.txt")
    return {
        name: f"{derivative.FOLDER}/{stem}{name.removeprefix(f'{derivative.FOLDER}/{before}')}"
        for name in sorted(held)
        if named.fullmatch(name)
    }


def free_stem(session: Session, case: str, base: str, sha512: str) -> str:
    """A document name without ending, never another's in ``case``."""
    taken, number = _ever_held(session, case), 1
    while any(stem == _stem(base, number) and digest != sha512 for stem, digest in taken):
        number += 1
    return _stem(base, number)


def _stem(base: str, number: int) -> str:
    return base if base == "catatan-telepon" and number == 1 else f"{base}-{number}"


def _ever_held(session: Session, case: str) -> set[tuple[str, str]]:
    head = session.archive.head_of(session.archive.object_of(case))
    rows = [row for version in head.versions for row in version.state.items()] if head else []
    rows += [(row[0], row[2]) for intent in entries.unfinished(case) for row in intent.plan["papers"]]
    return {(name.rpartition(".")[0], digest) for name, digest in rows}
