"""A letter that is over (step 12), and whether the archive's inventory proves its copies whole."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pipeline.archive.opened import archive_of
from pipeline.archive.read import Document
from pipeline.cases.values import Values
from pipeline.kernel import clock
from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_
from pipeline.lookup import visible
from pipeline.lookup.kinds import Copy, Letter, LetterState, Sheet
from pipeline.office.answer.print_out import need_same_contact
from pipeline.office.answer.requests import is_awaited
from pipeline.office.arrivals import view_paper
from pipeline.office.base import dispatches
from pipeline.office.base.filings import location
from pipeline.office.base.session import Session, case_to_read, need_role
from pipeline.office.cases.inform import need_consent
from pipeline.office.engine.declare import CaseFile, Change, Words, act
from pipeline.office.letters.matter import values_of
from pipeline.records import history
from pipeline.settings import Settings
from pipeline.signing.electronic import report_from_json
from pipeline.signing.electronic_summary import words

VERB, PRINT = "view", "signed_print"
PRINTERS_OF_KEPT = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST})
OVER = (LetterState.SIGNED, LetterState.WITHDRAWN, LetterState.VOID)


@dataclass(frozen=True)
class CopyKept:
    """``scan`` is its arrival until filed."""

    copy: int
    back: str = ""
    attested: str = ""
    signature: str = ""
    name: str = ""
    scan: str = ""
    pages: int = 0
    is_whole: bool | None = None
    printed: str = ""


@dataclass(frozen=True)
class SignedLetter:
    """A letter with signatures, copies, place and dispatch."""

    letter: Letter
    signer: str
    title: str
    copies: Sequence[CopyKept]
    place: str
    delivery: Sheet | None

    @property
    def is_whole(self) -> bool | None:
        """Whether its copies are as filed; None without copies."""
        known = [copy.is_whole for copy in self.copies if copy.is_whole is not None]
        return all(known) if known else None


def newest(session: Session, number: str, letter: str = "") -> str:
    """The letter named, else the newest that is over."""
    case = case_to_read(session, number, VERB)
    letter_ids = [
        candidate.id
        for candidate in visible.letters_of(session, case.number)
        if candidate.state in OVER and letter in ("", candidate.id)
    ]
    return letter_ids[-1] if letter_ids else ""


def read(session: Session, number: str, letter: str) -> SignedLetter:
    """A letter that is over."""
    case = case_to_read(session, number, VERB)
    record = visible.find_letter(session, letter)
    if record is None or record.case != case.number or record.state not in OVER:
        raise NotFound(what="surat", given=letter[:40])
    held = {document.logical: document for document in visible.documents_of(session, number)}
    below = record.context.get("ketua") or {}
    return SignedLetter(
        record,
        str(below.get("nama", "")),
        " ".join(below.get("jabatan", ())).rstrip(","),
        [_kept(session, record, copy, held) for copy in visible.copies_of(record)],
        location(session, number),
        dispatches.of_letter(visible.sheets_of(session, number), record.id),
    )


@contextmanager
def to_print(session: Session, number: str, letter: str, copy: int) -> Iterator[view_paper.Paper]:
    """Give a filed signed ``copy`` for the printer."""
    need_role(session, PRINT, PRINTERS_OF_KEPT)
    kept_copy = _printable(session, number, letter, copy)
    with view_paper.of_case(session, number, kept_copy.name, small=True) as paper:
        yield paper


def _printable(session: Session, number: str, letter: str, copy: int) -> CopyKept:
    """Whole and filed; the way of one still to arrive is asked."""
    with history.without_access_log():
        seen = read(session, number, letter)
    if seen.letter.state != LetterState.SIGNED:
        raise Refusal("office.no_letter", case=number, state=LetterState.SIGNED.value)
    case = visible.case(session, number)
    if is_awaited(case, seen.letter) if seen.letter.is_beside else not dispatches.is_handled(seen.delivery):
        need_same_contact(case, seen.letter)
        need_consent(case, values_of(case, seen.letter))
    kept_copy = next((kept for kept in seen.copies if kept.copy == copy and kept.name), None)
    if kept_copy is None:
        raise NotFound(what="salinan", given=str(copy))
    if not kept_copy.is_whole:
        raise Refusal("office.copy_damaged", letter=letter)
    return kept_copy


@act(
    events=(PRINT,),
    roles=PRINTERS_OF_KEPT,
    words=Words(done=N_("Copy {copy} is ready to print.")),
)
def print_signed(session: Session, file: CaseFile, _answers: Values) -> Change:
    """Note that a signed copy is printed, before it goes out; it is named as letter and copy, "2026-0001-1 2"."""
    letter, _, copy = file.about.partition(" ")
    kept_copy = _printable(session, file.case.number, letter, int(copy))
    return Change(file.case, detail={"copy": kept_copy.copy}, subject=letter, told={"copy": kept_copy.copy})


def _kept(session: Session, letter: Letter, copy: Copy, held: Mapping[str, Document]) -> CopyKept:
    base = f"surat-{letter.id}-r{letter.revision}-salinan-{copy.copy}"
    filed = next((doc for name, doc in held.items() if name.startswith(f"{base}-ttd.")), None)
    printed = next((name for name in held if name == f"{base}.pdf"), "")
    scan = visible.find_arrival(session, copy.arrival)
    return CopyKept(
        copy.copy,
        clock.stamp(copy.matched_at) if copy.matched_at else "",
        ("ditegaskan" if copy.confirmed_by else "menunggu ketua") if copy.attested else "",
        words(report_from_json(copy.report)) if copy.report else "",
        filed.logical if filed else "",
        scan.id if scan and not filed else "",
        max(1, scan.pages) if scan else 1 if filed else 0,
        _is_whole(session.settings, filed) if filed else None,
        printed,
    )


def _is_whole(settings: Settings, document: Document) -> bool:
    try:
        return archive_of(settings).sha512_of(document.path) == document.sha512
    except OSError:
        return False
