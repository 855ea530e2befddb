"""A document that was filed in the wrong case is moved into the right one; both histories say so.

In one act both cases change, and the filings of both are committed as intents: first the document is filed in the
right case, then a new version of the wrong one drops it (architecture, *Archive*). A kill between the two leaves it
in both archives and in neither list twice; the next start completes it. Its earlier bytes in the wrong case are shown
by no door; they are destroyed by minutes, later (:mod:`pipeline.archive.inventory`).

What a case has made itself (letters, copies, sheets) bears its number and is never moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.states import State, find_move
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import new_arrival_id
from pipeline.kernel.people import Actor, Role
from pipeline.lookup import access, things
from pipeline.office.arrivals import arrange, arrival_files, derivative
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, case_to_read, moment_for_numbers, need_reason, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.base.joined import MOVED_OUT
from pipeline.records import arrivals, boot, cases, disposals, entries, history, letters
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState

VERB = "move"
MOVERS = frozenset({Role.CLERK, Role.CHAIR, Role.ARCHIVIST})
IN, OUT = "move_in", MOVED_OUT
KIND_IN, KIND_OUT = "moved_in", "moved_out"
_MESSAGE_IN, _MESSAGE_OUT = "dokumen pindahan dari {case}", "dokumen salah berkas, kini di {case}"
_INCOMING = re.compile(r"(surat-masuk|catatan-telepon|pindaian-lama)(?:-(\d+))?\.([a-z0-9]+)")
_REPORT = re.compile(r"(surat-masuk-\d+)-(?:laporan-tte\.json|asal-\d+\.[a-z0-9]+)")
_DERIVATIVE = re.compile(rf"{derivative.FOLDER}/(surat-masuk-\d+)\.pdf")
_OUT_OF_HAND = (LetterState.APPROVED, LetterState.SIGNED)


@dataclass(frozen=True)
class Planned:
    """A move that was looked at: the two cases as they were read, the document, and the names it gets.

    ``names`` maps each name in the wrong case to that in the right one (a report on its signature goes along);
    ``papers`` are the very bytes that the wrong case holds, under their new names;
    ``arrival`` is its row in the mail log, None for an old scan. ``left`` counts the incoming documents that stay in
    the wrong case; ``answers`` are its letters that may answer the document.
    """

    document: str
    wrong: Case
    right: Case
    arrival: Arrival | None
    names: Mapping[str, str]
    papers: tuple[Paper, ...]
    left: int
    answers: tuple[str, ...]
    is_voided: bool

    @property
    def may_be_voided(self) -> bool:
        """Tell whether the registration of the wrong case may be voided with the move: nothing is left, nobody worked on it."""
        return not self.left and self.wrong.state in find_move("void").sources

    @property
    def name(self) -> str:
        """The name of the document in the right case."""
        return self.names[self.document]


def plan(desk: Desk, number: str, document: str, into: str, *, void: bool = False) -> Planned:
    """Return what moving ``document`` of case ``number`` into case ``into`` would do; changes nothing.

    With ``void`` the registration of the wrong case is voided too. Raises NotFound, OwnPaper.
    """
    need_role(desk, VERB, MOVERS)
    for case in (into, number):
        if entries.unfinished_of(case) and access.may_see(desk, case):
            file_away.finish(desk, case)
    with boot.transact():
        wrong, right = case_to_read(desk, number, VERB), case_to_read(desk, into, VERB)
    held = {one.logical: one for one in cases.documents(number)}
    found = _movable(held, wrong, document)
    if number == into:
        raise Refusal("office.same_case", document=document, case=number)
    if right.state is State.VOID:
        raise Refusal("office.into_void", case=into)
    for one in cases.documents(into):
        if one.sha512 == found.sha512:
            raise Refusal("office.held_already", into=into, held=one.logical)
    left = len([name for name in held if _INCOMING.fullmatch(name)]) - 1
    answers = tuple(one.id for one in letters.of_case(number) if one.state in _OUT_OF_HAND)
    names = _names(desk, held, found, into)
    papers = tuple(
        Paper(new, f"{file_away.ARCHIVED}{held[old].path}", held[old].sha512, held[old].size)
        for old, new in names.items()
    )
    planned = Planned(document, wrong, right, _arrival(found, number), names, papers, left, answers, void)
    if void and not planned.may_be_voided:
        raise Refusal(
            "office.not_to_void",
            case=number,
            left=left,
            state=wrong.state.value,
            document=document,
        )
    return planned


def move(desk: Desk, planned: Planned, reason: str) -> Planned:
    """Do what was planned, for a ``reason`` that is written down in both histories.

    Raises Stale (a case or the document was changed since it was looked at), ClockBehind. What the archive cannot take now is filed later.
    """
    need_role(desk, VERB, MOVERS)
    need_reason(reason)
    wrong, right, arrival = planned.wrong.number, planned.right.number, planned.arrival
    moment = moment_for_numbers()
    detail = {
        "move": new_arrival_id(moment),
        "from": wrong,
        "into": right,
        "was": planned.document,
        "names": dict(planned.names),
        "arrival": arrival.id if arrival else "",
        "agenda": (arrival.agenda or "") if arrival else "",
        "void": planned.is_voided,
        "reason": reason.strip(),
    }
    with boot.transact():
        if arrival is not None:
            arrivals.change(arrival, case=right)
            arrange.follow(arrival, right)
            known = next((one for one in planned.wrong.further if one.arrival == arrival.id), None)
            known = replace(known, document=planned.name) if known else None
            cases.change(planned.right, planned.right.with_arrival(arrival.id, arrival.agenda or "", known))
        else:
            cases.change(planned.right, planned.right.moved(planned.right.state))
        subject = f"{planned.name} ← {wrong}"
        history.note(moment, desk.actor, IN, None, right, subject, name=planned.name, **detail)
        message = _MESSAGE_IN.format(case=wrong)
        first = file_away.begin(desk, cases.get(right), KIND_IN, message, planned.papers, moment)
        _drop(desk, planned.wrong, desk.actor, moment, detail, first)
    if arrival is not None:
        arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    file_away.finish(desk, right)
    file_away.finish(desk, wrong)
    return planned


def finish_moves(desk: Desk) -> int:
    """Complete moves of which the archive holds only the first half, after a rebuild; returns how many.

    The database that knew of the second half was lost between the two filings.
    """
    done = {one.detail["move"] for one in history.of_verb(OUT)}
    gone = disposals.destroyed()
    half = [
        one
        for one in history.of_verb(IN)
        if one.detail["move"] not in done and one.detail["from"] not in gone
    ]
    for act in half:
        detail = {name: one for name, one in act.detail.items() if name != "name"}
        _drop(
            desk, cases.get(detail["from"]), Actor(act.account, frozenset(), act.operator), act.at, detail, ""
        )
    return len(half)


def _drop(
    desk: Desk, wrong: Case, actor: Actor, moment: datetime, detail: Mapping[str, Any], first: str
) -> None:
    """Let the wrong case lose the document, and begin the version that says so, to be filed after ``first``."""
    after = wrong.without_arrival(detail["arrival"], detail["agenda"])
    subject = f"{detail['was']} → {detail['into']}"
    history.note(moment, actor, OUT, None, wrong.number, subject, name=detail["was"], **detail)
    if detail["void"]:
        after = after.moved(State.VOID)
        history.note(moment, actor, "void", 1, wrong.number, reason=detail["reason"])
    cases.change(wrong, after)
    message, without = _MESSAGE_OUT.format(case=detail["into"]), list(detail["names"])
    file_away.begin(desk, after, KIND_OUT, message, [], moment, without=without, after=first)


def emptied(desk: Desk) -> list[Case]:
    """Return the cases at work whose incoming documents were all moved away: each waits for the right one."""
    found = [cases.get(one) for one in sorted({act.case for act in things.acts_of(desk, OUT)})]
    at_work = [one for one in found if one.state not in (State.VOID, State.CLOSED, State.OLD)]
    return [one for one in at_work if not _incoming(one.number)]


def _incoming(case: str) -> list[str]:
    """Return the incoming documents of ``case``, with those that are about to be filed or dropped."""
    names = {one.logical for one in cases.documents(case)}
    for intent in entries.unfinished_of(case):
        names = (names - {*intent.plan.get("without", ())}) | {row[0] for row in intent.plan["papers"]}
    return sorted(one for one in names if _INCOMING.fullmatch(one))


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


def _arrival(document: Document, case: str) -> Arrival | None:
    """Return the row of the mail log by which the document came in; an old scan has none."""
    came = (one for one in arrivals.of_case(case) if one.state == ArrivalState.REGISTERED)
    return next((one for one in came if one.sha512 == document.sha512), None)


def _names(desk: Desk, held: Mapping[str, Document], document: Document, into: str) -> dict[str, str]:
    """Return the names that the document and its report get in the right case: none that was ever another's."""
    found = _INCOMING.fullmatch(document.logical)
    assert found is not None
    base, ending = found[1], found[3]
    stem = free_stem(desk, into, base, document.sha512)
    names = {document.logical: f"{stem}.{ending}"}
    report = f"{document.logical.rpartition('.')[0]}-laporan-tte.json"
    names |= {report: f"{stem}-laporan-tte.json"} if report in held else {}
    readable = f"{derivative.FOLDER}/{document.logical.rpartition('.')[0]}.pdf"
    names |= {readable: f"{derivative.FOLDER}/{stem}.pdf"} if readable in held else {}
    names |= _transcripts(document.logical.rpartition(".")[0], stem, held)
    came = f"{document.logical.rpartition('.')[0]}-asal-"
    return names | {
        one: f"{stem}-asal-{one.removeprefix(came)}" for one in sorted(held) if one.startswith(came)
    }


def _transcripts(before: str, stem: str, held: Iterable[str]) -> dict[str, str]:
    """Return the names of the typed transcripts of a document: they hold its words and go along."""
    typed = f"{derivative.FOLDER}/{before}{derivative.TYPED}"
    named = re.compile(re.escape(typed) + r"(?:-\d+)?\.txt")
    return {
        one: f"{derivative.FOLDER}/{stem}{one.removeprefix(f'{derivative.FOLDER}/{before}')}"
        for one in sorted(held)
        if named.fullmatch(one)
    }


def free_stem(desk: Desk, case: str, base: str, sha512: str) -> str:
    """Return the name, without ending, of a document of the kind ``base`` in ``case``: none that was ever another's."""
    taken, number = _ever_held(desk, case), 1
    while any(stem == _stem(base, number) and one != sha512 for stem, one in taken):
        number += 1
    return _stem(base, number)


def _stem(base: str, number: int) -> str:
    return base if base == "catatan-telepon" and number == 1 else f"{base}-{number}"


def _ever_held(desk: Desk, case: str) -> set[tuple[str, str]]:
    """Return (name without ending, SHA-512) of every document that ``case`` holds, ever held, or is about to hold."""
    head = desk.archive.head_of(desk.archive.object_of(case))
    rows = [row for version in head.versions for row in version.state.items()] if head else []
    rows += [(row[0], row[2]) for one in entries.unfinished_of(case) for row in one.plan["papers"]]
    return {(name.rpartition(".")[0], digest) for name, digest in rows}
