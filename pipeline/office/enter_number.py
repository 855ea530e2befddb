"""Step 12 where the secretariat of the dinas gives the numbers (``penomoran = "sekretariat"``).

Number and date were blank on the frozen page and are written by hand on both copies. When the signed copies are
back, the case stands as "menunggu nomor" until the clerk types in what stands on the paper; rules 11 and 12 are
checked then, the register gets both, and filing is completed. The numbers are the secretariat's: unique, with gaps.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pipeline.cases.fields.number import NUMBER_FIELDS
from pipeline.cases.fields.validate import validate
from pipeline.cases.states import find_move, move
from pipeline.cases.values import day as day_of
from pipeline.cases.values import text
from pipeline.kernel import ids
from pipeline.kernel.files import digest_bytes
from pipeline.letters.numbers import long_date
from pipeline.letters.rules import check_day
from pipeline.letters.text import frozen_text
from pipeline.office import file_away, letter_files, sign, stamping, which
from pipeline.office.absences import signatories_on
from pipeline.office.desk import Desk, moment_for_numbers, need_role
from pipeline.office.errors import CopyDamaged
from pipeline.office.errors_numbers import (
    DayBeforeReceipt,
    DayToCome,
    NoNumberAwaited,
    NotInOffice,
    NumberBeforeApproval,
    NumberBeforeCopies,
    NumberBeforeRevision,
    NumberedAlready,
    NumberGiven,
)
from pipeline.office.letter_kinds import is_request, kind_option
from pipeline.office.matter import matter_of
from pipeline.records import boot, cases, history, letters, numbers
from pipeline.records.letters import Letter, LetterState

VERB = "number"
_GONE = (LetterState.VOID, LetterState.WITHDRAWN)


def waiting(desk: Desk, given: str) -> Letter:
    """Return the letter ``given`` (its id, or the number of its case), which waits for its number.

    Raises NotYours, NotFound, NoNumberAwaited (which of them, says why), SeveralLetters.
    """
    need_role(desk, VERB, find_move(VERB).roles)
    if ids.is_case(given):
        found = letters.of_case(cases.get(given).number)
        if not any(map(is_waiting, found)):
            standing = [one for one in found if one.state not in _GONE]
            raise _not_waiting((standing or found)[-1]) if found else NoNumberAwaited(case=given)
        return which.only([one for one in found if is_waiting(one)])
    letter = letters.get(given)
    if not is_waiting(letter):
        raise _not_waiting(letter)
    return letter


def _not_waiting(letter: Letter) -> NoNumberAwaited:
    """Return why a letter waits for no number, with what to do next."""
    said = {"letter": letter.id, "case": letter.case}
    if letter.state in _GONE or letter.state == LetterState.RETURNED:
        return NumberBeforeRevision(**said, state=str(letter.state), kind=kind_option(letter))
    if letter.number:
        return NumberedAlready(**said, number=letter.number)
    if letter.state == LetterState.DRAFTED:
        return NumberBeforeApproval(**said)
    both = letters.copies(letter.id, letter.revision)
    missing = [str(one.copy) for one in both if not one.arrival and not one.confirmed_by]
    return NumberBeforeCopies(**said, missing=" & ".join(missing))


def is_waiting(letter: Letter) -> bool:
    """Tell whether the letter is signed and has no number yet."""
    return letter.state == LetterState.SIGNED and not letter.number


def enter(desk: Desk, given: str, answers: Mapping[str, object]) -> Letter:
    """Enter number and date of a signed letter as the paper bears them; complete its filing.

    Raises NotYours, NotFound, NoNumberAwaited, InvalidAnswers, BadNumber, CopyDamaged, NumberGiven, NotPossible, Stale,
    ClockBehind, FilingPending.
    """
    letter = waiting(desk, given)
    values = validate(answers, desk.today, fields=NUMBER_FIELDS).need()
    number, day = " ".join(text(values, "given_number").split()), day_of(values, "given_day")
    assert day is not None
    case, state = which.beside(desk, letter, VERB)
    _need_day(desk, letter, day)
    moment = moment_for_numbers()
    with boot.transact():
        series = f"sekretariat/{day.year}"
        seq = numbers.next_of(series)
        other = letters.by_number(number)
        if other is not None:
            raise NumberGiven(number=number, other=other.id, letter=letter.id)
        _reserve(letter, number, series, seq)
        numbers.commit(number)
        letters.change(letter, number=number, series=series, seq=seq, day=day)
        after = state if is_request(letter) else move(state, "file", desk.actor.roles)
        cases.change(case, case.moved(after))
        place = {"number": number, "day": day.isoformat(), "series": series, "seq": seq}
        history.note(moment, desk.actor, VERB, 12, case.number, letter.id, **place)
        sign.file_signed(desk, letter.id, moment)
    file_away.finish(desk, case.number)
    return letters.get(letter.id)


def _reserve(letter: Letter, number: str, series: str, seq: int) -> None:
    """Keep a typed number for its letter. Raises NumberGiven where a letter had it once, void or not."""
    known = numbers.find(number)
    if known is not None:
        raise NumberGiven(number=number, other=known.letter or "–", letter=letter.id)
    numbers.reserve(number, series, seq, letter.id)


def _need_day(desk: Desk, letter: Letter, day: date) -> None:
    """Check rules 11 and 12 for the day that was typed in. Raises BadNumber."""
    said = {"letter": letter.id, "day": long_date(day)}
    if day > desk.today:
        raise DayToCome(**said)
    case = cases.get(letter.case)
    about, may_sign = matter_of(case, letter), signatories_on(desk.settings, day)
    broken = {one.rule for one in check_day(_page(desk, letter), about, desk.settings, day, may_sign)}
    if 11 in broken:
        raise DayBeforeReceipt(**said, received=long_date(about.incoming.received))
    if broken:
        raise NotInOffice(**said)


def _page(desk: Desk, letter: Letter) -> str:
    """Return what the frozen page says, from the archive, where it lies since the approval. Raises CopyDamaged."""
    copy = letters.copies(letter.id, letter.revision)[0]
    name = letter_files.filed_name(letter.id, letter.revision, letter_files.copy_name(copy.copy, "docx"))
    path = next((one.path for one in cases.documents(letter.case) if one.logical == name), "")
    try:
        data = (desk.settings.archive / path).read_bytes() if path else b""
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != copy.docx_digest:
        raise CopyDamaged(letter=letter.id)
    return stamping.content_in(desk, data)[0] if letter.edited else frozen_text(data)
