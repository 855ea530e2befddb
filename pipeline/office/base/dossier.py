"""``kasus.json``: what ``rebuild`` needs of a case, from the archive alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.plain import from_plain, to_plain
from pipeline.cases.register_columns import Answered
from pipeline.office.base.dispatches import laid_on
from pipeline.records import arrivals, cases, chain, entries, history, letters, sheets
from pipeline.register.payload import Payload, read_payload

SCHEMA = 1


@dataclass(frozen=True)
class Paper:
    """A document to file; ``path`` is below the home."""

    logical: str
    path: str
    sha512: str
    size: int


def dossier(
    case: Case,
    kind: str,
    payload: Payload,
    papers: Sequence[Paper],
    open_plans: Sequence[Mapping[str, Any]],
    without: Sequence[str] = (),
) -> dict[str, Any]:
    """For the version after ``open_plans``; ``without`` names dropped documents."""
    held = {document.logical: _held(document) for document in cases.documents(case.number)}
    for plan in open_plans:
        _change(held, [Paper(*row) for row in plan["papers"]], plan.get("without", ()))
    _change(held, papers, without)
    return {
        "schema": SCHEMA,
        "kind": kind,
        "case": case.to_json(),
        "arrivals": [arrival_to_json(arrival) for arrival in arrivals.of_case(case.number)],
        "letters": [
            {"letter": to_plain(letter), "copies": copies}
            for letter in letters.of_case(case.number)
            if (copies := to_plain(letters.copies(letter.id))) or letter.number
        ],
        "sheets": to_plain(sheets.of_case(case.number)),
        "history": to_plain(history.of_case(case.number, case.arrivals)),
        "payloads": payloads_with(case.number, open_plans, payload),
        "documents": list(held.values()),
        "history_head": chain.head(),
    }


def payloads_with(
    name: str, open_plans: Sequence[Mapping[str, Any]], payload: Payload
) -> list[dict[str, Any]]:
    """The payloads about ``name``, those waiting and the next."""
    waiting = (read_payload(plan["payload"]) for plan in open_plans)
    return [known.as_dict() for known in (*entries.payloads(name).values(), *waiting, payload)]


def _change(held: dict[str, dict[str, Any]], papers: Sequence[Paper], without: Sequence[str]) -> None:
    for name in without:
        held.pop(name, None)
    held.update((paper.logical, _held(paper)) for paper in papers)


def _held(document: Document | Paper) -> dict[str, Any]:
    return {"name": document.logical, "sha512": document.sha512, "size": document.size}


def answered(case: str) -> Answered:
    """The newest answer, for the register."""
    return answer_of(letters.of_case(case), sheets.of_case(case))


def answer_of(written: Sequence[letters.Letter], known: Sequence[sheets.Sheet] = ()) -> Answered:
    """The same from ordered letters and sheets."""
    answers = [letter for letter in written if not letter.is_beside]
    final_letters = [
        letter
        for letter in answers
        if letter.state in (letters.LetterState.APPROVED, letters.LetterState.SIGNED)
    ]
    if not final_letters:
        return Answered()
    last = final_letters[-1]
    answer = Answered(number=last.number or "", day=last.day, signed=last.signed)
    return laid_on(answer, known, last.id)


def arrival_to_json(arrival: arrivals.Arrival) -> dict[str, Any]:
    """Leaves out the reading, which can be redone."""
    return {name: part for name, part in to_plain(arrival).items() if name != "reading"}


def arrival_from_json(plain: Mapping[str, Any]) -> arrivals.Arrival:
    """Also reads earlier versions, which kept the joined letter as parent."""
    moved = {}
    if "joined" not in plain and plain["state"] == arrivals.ArrivalState.JOINED:
        moved = {"joined": plain["parent"], "parent": ""}
    return from_plain(arrivals.Arrival, {**plain, **moved})


def letters_from(kasus: Mapping[str, Any]) -> list[tuple[letters.Letter, Sequence[letters.Copy]]]:
    """The letters with their copies."""
    return [
        (
            from_plain(letters.Letter, row["letter"]),
            [from_plain(letters.Copy, copy) for copy in row["copies"]],
        )
        for row in kasus["letters"]
    ]
