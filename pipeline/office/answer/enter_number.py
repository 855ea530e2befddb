"""Step 12 where the secretariat of the dinas gives the numbers (``penomoran = "sekretariat"``).

They are written by hand on both copies. The signed case waits ("menunggu nomor") for the clerk to type them
in, is checked by rules 11 and 12 and filed. Numbers are unique, with gaps. A letter withdrawn meanwhile may
have a number on paper; it is entered for that letter, not its case.
"""

from dataclasses import replace
from datetime import date
from functools import partial

from pipeline.cases.fields.decisions import NUMBER_FIELDS
from pipeline.cases.states import State
from pipeline.cases.values import Values, text
from pipeline.cases.values import day as day_of
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_, Next
from pipeline.letters.rules import check_day
from pipeline.letters.text import frozen_text
from pipeline.lookup import access
from pipeline.office.answer import sign
from pipeline.office.base.absences import signatories_for
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.letters import choose_letter, letter_files
from pipeline.office.letters.matter import matter_of
from pipeline.office.letters.numbering import Numbered, take
from pipeline.records import cases, letters, numbers
from pipeline.records.letters import Letter, LetterState

VERB = "number"
_GONE = (LetterState.VOID, LetterState.WITHDRAWN)
_NOTE = N_("Letter {letter} is signed. Type number and date exactly as on the paper.")
_LATE = N_(
    "Number {number} is entered for letter {letter}, which is withdrawn; the book of outgoing "
    "letters says so."
)


def no_number_awaited(session: Session, file: CaseFile) -> Refusal | None:
    """No letter, or not the one named, waits; a withdrawn one must be named."""
    rows = choose_letter.of_file(file)
    awaiting = [letter for letter in rows if is_waiting(letter) or (file.about and is_withdrawn(letter))]
    if awaiting:
        letter = awaiting[-1]
        return None if is_withdrawn(letter) else choose_letter.not_now(session, file, letter, VERB)
    if not rows:
        return Refusal("office.no_number_awaited", case=file.case.number)
    return _not_waiting(([letter for letter in rows if letter.state not in _GONE] or rows)[-1])


def _chosen(file: CaseFile) -> Letter:
    rows = choose_letter.of_file(file)
    return choose_letter.only([letter for letter in rows if is_waiting(letter)] or rows, "enter-number")


def _not_waiting(letter: Letter) -> Refusal:
    details = {"letter": letter.id, "case": letter.case}
    if is_withdrawn(letter):
        late = Refusal("office.withdrawn_unnumbered", **details)
        return late.mended_by(Next("enter-number", letter.case, letter.id), letter.drafting)
    if letter.state in _GONE or letter.state == LetterState.RETURNED:
        early = Refusal("office.number_before_revision", **details, state=str(letter.state))
        return early.mended_by(letter.drafting)
    if letter.number:
        return Refusal("office.numbered_already", **details, number=letter.number)
    if letter.state == LetterState.DRAFTED:
        return Refusal("office.number_before_approval", **details)
    both = letters.copies(letter.id, letter.revision)
    missing = [str(copy.copy) for copy in both if not copy.arrival and not copy.confirmed_by]
    return Refusal("office.number_before_copies", **details, missing=" & ".join(missing))


def is_waiting(letter: Letter) -> bool:
    """Signed, without a number yet."""
    return letter.state == LetterState.SIGNED and not letter.number


def is_withdrawn(letter: Letter) -> bool:
    """Withdrawn before its number was typed in."""
    return letter.state == LetterState.WITHDRAWN and not letter.number


@act(
    moves=(VERB,),
    states=frozenset(State),
    words=Words(
        N_("Enter the secretariat's number", "enter number"),
        N_("Enter the number"),
        N_("Number {number} is entered for letter {letter}; case {case} is filed."),
    ),
    blocked=(no_number_awaited,),
    shows=lambda _session, file: Shown((_NOTE.of(letter=_chosen(file).id),)),
    asks=NUMBER_FIELDS,
)
def enter_number(session: Session, file: CaseFile, answers: Values) -> Change:
    """Enter number and date of a signed letter as on paper (step 12), which completes its filing.

    A withdrawn letter stays withdrawn; rules 11 and 12 are not asked, since its paper cannot be mended.
    """
    letter, case = _chosen(file), file.case
    number, day = " ".join(text(answers, "given_number").split()), day_of(answers, "given_day")
    assert day is not None
    is_late = is_withdrawn(letter)
    _need_day(session, letter, day, is_late=is_late)
    numbered = _numbered(session, letter, number, day)
    place = {"series": numbered.series, "seq": numbered.seq}
    if is_late:
        change = Change(case, Filing("number_late", "nomor surat yang ditarik dicatat"))
    else:
        after = case.state if letter.is_beside else State.FILED
        both = letters.copies(letter.id, letter.revision)
        change = sign.filed_by(session, case.moved(after), letter, both, file.moment)
    return replace(
        change,
        detail={"number": number, "day": day.isoformat(), **place},
        subject=letter.id,
        writes=(
            partial(take, numbered, letter),
            partial(numbers.commit, number),
            partial(letters.change, letter, number=number, day=day, **place),
            *change.writes,
        ),
        told={"letter": letter.id, "number": number, "day": str(day)},
        said=_LATE if is_late else None,
    )


def _numbered(session: Session, letter: Letter, number: str, day: date) -> Numbered:
    """Another letter's number is refused, told only to whoever may see it."""
    other, known = letters.by_number(number), numbers.find(number)
    if other is not None or known is not None:
        bearer = other.id if other else known.letter if known else ""
        visible_id = bearer if access.may_see(session, bearer) else ""
        raise Refusal(
            "office.number_given", number=number, other=visible_id or "–", letter=letter.id, case=letter.case
        )
    series = f"sekretariat/{day.year}"
    return Numbered(series, numbers.peek(series), number)


def _need_day(session: Session, letter: Letter, day: date, *, is_late: bool) -> None:
    """Rules 11 and 12; of a withdrawn letter the day is only not in the future."""
    details = {"letter": letter.id, "case": letter.case, "day": long_date(day)}
    if day > session.today:
        raise Refusal("office.day_to_come", **details)
    if is_late:
        return
    case = cases.get(letter.case)
    about, may_sign = matter_of(case, letter), signatories_for(session.settings, day, case.number)
    broken = {
        finding.rule for finding in check_day(_page(session, letter), about, session.settings, day, may_sign)
    }
    if 11 in broken:
        raise Refusal("office.day_before_receipt", **details, received=long_date(about.incoming.received))
    if broken:
        raise Refusal("office.not_in_office", **details)


def _page(session: Session, letter: Letter) -> str:
    copy = letters.copies(letter.id, letter.revision)[0]
    name = letter_files.filed_name(letter.id, letter.revision, letter_files.copy_name(copy.copy, "docx"))
    path = next((document.path for document in cases.documents(letter.case) if document.logical == name), "")
    try:
        data = session.archive.read(path) if path else b""
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != copy.docx_digest:
        raise Refusal("office.copy_damaged", letter=letter.id)
    return letter_files.content_in(session, data)[0] if letter.edited else frozen_text(data)
