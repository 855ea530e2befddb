"""Step 11 for a signed scan whose code cannot be read: a person says which copy it is.

The words at the foot are verified, scan and print compared; in doubt, a person who saw the paper confirms
with a reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pipeline.cases.fields.decisions import REASON, reason, words
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.text import N_
from pipeline.lookup import access, visible
from pipeline.office.answer import electronic, sameness, sign
from pipeline.office.answer import page as register_page
from pipeline.office.arrivals import arrival_files, dismiss, edit_presence, kept_forms, scans
from pipeline.office.arrivals.copies_out import PRINT
from pipeline.office.arrivals.dismiss import not_a_copy
from pipeline.office.arrivals.edit_presence import MATCHERS
from pipeline.office.arrivals.proposals import Proposal, queue
from pipeline.office.arrivals.scans import new_reader
from pipeline.office.base import filings, keys
from pipeline.office.base.session import Session, need_role
from pipeline.office.cases import sheet_back
from pipeline.office.engine.declare import CaseFile, Change, Thing, Words, act
from pipeline.records import arrivals, history, letters, pages, sheets
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.pages import PageState
from pipeline.records.sheets import RECEIPTS, SheetState
from pipeline.signing.match import match_words, read_words

CODE = "text"
MAY_BE_OURS = (*WAITING, ArrivalState.UNMATCHED, ArrivalState.ASIDE)


def typed_code(session: Session, text: str) -> CopyCode | None:
    """Reads a payload of ours, or the words at a foot."""
    code = _typed_code(session, text)
    return None if code and not access.may_see(session, code.letter) else code


def _typed_code(session: Session, text: str) -> CopyCode | None:
    code = scans.ours(session, text.upper().replace(" ", ""))
    read = read_words(text)
    if code is not None or read is None:
        return code
    there = scans.known_letter(read[0])
    typed = match_words(text, [there] if there else [], keys.all_of(session.settings, keys.CODE))
    if typed is None or typed.revision is None:
        return None
    if ids.is_sheet(typed.letter):
        return ids.read_code(sheets.get(typed.letter).code)
    page = pages.find(typed.letter)
    copies = page.copies if page else letters.copies(typed.letter, typed.revision)
    return next(ids.read_code(copy.code) for copy in copies if copy.copy == typed.copy)


def _is_over(_session: Session, file: CaseFile) -> Refusal | None:
    return None if file.arrival.state in MAY_BE_OURS else not_a_copy(file.arrival)


def _code(file: CaseFile) -> Field:
    return words(
        CODE, N_("Number of the letter and code at the foot of the page"),
        N_("As printed there."), "2026-0001-1 K7QX-4M2T-VA", proposed=file.about,
    )  # fmt: skip


_DONE = N_("Arrival {agenda} is matched with letter {letter}: {state}.")  # fmt: skip


@act(
    thing=Thing.ARRIVAL, events=("match",), roles=MATCHERS, step=11,
    words=Words(N_("Match a scan"), N_("Match it"), _DONE),
    asks=lambda _session, file: (_code(file),),
    blocked=(_is_over,),
)  # fmt: skip
def match_scan(session: Session, file: CaseFile, answers: Values) -> Change:
    """Make a document the paper whose code was typed; with both copies, sign and file (step 11)."""
    return _matched(session, file.arrival, str(answers[CODE]))


@act(
    thing=Thing.ARRIVAL, events=("match",), roles=MATCHERS, step=11,
    words=Words(N_("Take a scan in doubt"), N_("Take it", "match"), _DONE),
    asks=lambda _session, file: (
        _code(file), reason(N_("What you saw on the sheet (reason to take it)")),
    ),
    blocked=(_is_over,),
)  # fmt: skip
def accept_scan(session: Session, file: CaseFile, answers: Values) -> Change:
    """As match-scan where a doubt is left: a person who saw the paper confirms with a reason (step 11)."""
    return _matched(session, file.arrival, str(answers[CODE]), str(answers[REASON]))


def _matched(session: Session, arrival: Arrival, text: str, reason: str = "") -> Change:
    code = typed_code(session, text)
    if code is None:
        raise not_a_copy(arrival, "kode itu tidak dikenal; ketik ulang baris di kaki halaman")
    arrival_files.need_bytes(session.settings, arrival)
    if signed := electronic.match(session, arrival, code):
        return signed
    if ids.is_sheet(code.letter):
        return sheet_back.match(session, arrival, code)
    _need_possible(arrival, code)
    remarks = _compared(session, arrival, code, reason)
    paper = code.letter if ids.is_page(code.letter) else letters.get(code.letter).case

    def enter() -> None:
        _need_possible(arrival, code)
        _accept(session, arrival, code, remarks)
        sign.sign_if_both(session, code.letter)
        dismiss.dismiss_replaced(code.letter)

    return Change(
        arrival,
        has_event=False,
        writes=(enter,),
        afterwards=(
            partial(kept_forms.forget_all, session.settings, arrival.id),
            lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),
            partial(dismiss.write_rows, session.settings, code.letter),
            partial(filings.try_complete_case, session, paper),
        ),
        told={"letter": code.letter},
    )


def _accept(session: Session, arrival: Arrival, code: CopyCode, remarks: dict[str, str]) -> None:
    struck = "salinan surat kantor sendiri" if arrival.agenda else ""
    case = "" if ids.is_page(code.letter) else letters.get(code.letter).case
    columns = {"code": str(code), "letter": code.letter, "case": case, "note": "", "struck": struck}
    arrivals.change(arrival, state=ArrivalState.COPY, **columns)
    edit_presence.done(arrival.id)
    if ids.is_page(code.letter):
        register_page.accept(session, arrival, code, by="hand", **remarks)
        return
    moment = clock.now()
    letters.match(str(code), arrival.id, moment)
    detail = {"letter": code.letter, "copy": code.copy, "by": "hand"} | remarks
    history.note(moment, session.actor, "match", 11, case, arrival.id, **detail)


def _need_possible(arrival: Arrival, code: CopyCode) -> None:
    if ids.is_page(code.letter):
        why = register_page.why_not(arrival, code)
    else:
        why = sign.why_not(arrival, code, letters.get(code.letter))
    if why:
        raise not_a_copy(arrival, why)


def _compared(session: Session, arrival: Arrival, code: CopyCode, reason: str) -> dict[str, str]:
    with new_reader(session.settings) as reader:
        with arrival_files.opened(session.settings, arrival.id) as handle:
            if reader.is_born_digital(handle):
                raise not_a_copy(arrival, PRINT)
        verdict = sameness.beside(session, reader, code, sameness.look(session, reader, arrival, code))
    name, remarks = arrival.agenda or arrival.id, {"ink": str(verdict.signing or "")}
    if verdict.lacks:
        raise Refusal(
            "office.copy_incomplete", item=name, reason="; ".join(lack.id for lack in verdict.lacks)
        )
    if verdict.is_clear:
        return remarks
    if not reason:
        raise Refusal(
            "office.copy_in_doubt", item=name, reason="; ".join(doubt.id for doubt in verdict.doubts)
        )
    return remarks | {"reason": reason}


@dataclass(frozen=True)
class Waited:
    """``what`` is "letter", "sheet", "receipt" or "page"; ``kind`` and ``number`` are a letter's."""

    what: str
    id: str
    case: str
    copy: int
    kind: str
    number: str
    code: str

    @property
    def key(self) -> str:
        """The paper and its copy on a screen: ``2026-0001-1/2``."""
        return f"{self.id}/{self.copy}"


def all_of(session: Session) -> list[Waited]:
    """Except of cases closed to the actor."""
    need_role(session, "match", MATCHERS)
    return [*_copies(session), *_sheets(session), *_pages()]


def code_of(session: Session, key: str) -> str:
    """``key`` names an awaited paper; "" if none."""
    return next((waited.code for waited in all_of(session) if waited.key == key), "")


def scan(session: Session, item: str) -> tuple[Arrival, Proposal | None]:
    """What may be ours, and what it likely is."""
    need_role(session, "match", MATCHERS)
    row = visible.arrival(session, item)
    likely = next((proposal for arrival, proposal in queue(session) if arrival.id == row.id), None)
    return arrivals.get(row.id), likely


def _copies(session: Session) -> Iterator[Waited]:
    for letter in visible.letters_in(session, LetterState.APPROVED):
        for copy in letters.copies(letter.id, letter.revision):
            if not copy.arrival:
                kind, number = str(letter.kind), letter.number or ""
                yield Waited("letter", letter.id, letter.case, copy.copy, kind, number, copy.code)


def _sheets(session: Session) -> Iterator[Waited]:
    for sheet in visible.sheets_in(session, SheetState.MADE):
        is_receipt = sheet.kind in RECEIPTS
        if is_receipt or not sheet_back.superseded(sheet):
            paper = "receipt" if is_receipt else "sheet"
            yield Waited(paper, sheet.id, sheet.case, 0, str(sheet.kind), sheet.letter, sheet.code)


def _pages() -> Iterator[Waited]:
    for page in pages.listed():
        if page.state == PageState.MADE:
            for copy in page.copies:
                if not copy.arrival:
                    yield Waited("page", page.id, "", copy.copy, "", "", copy.code)
