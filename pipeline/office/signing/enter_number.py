"""Step 12 where the secretariat of the dinas gives the numbers (``penomoran = "sekretariat"``).

Number and date were blank on the frozen page and are written by hand on both copies. When the signed copies are
back, the case stands as "menunggu nomor" until the clerk types in what stands on the paper; rules 11 and 12 are
checked then, the register gets both, and filing is completed. The numbers are the secretariat's: unique, with gaps.

A letter that was withdrawn meanwhile may have got its number all the same, on paper. It is entered for that letter
(never for its case), so that the number is known as given and the book of outgoing letters shows it as withdrawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import NUMBER_FIELDS
from pipeline.cases.fields.validate import validate
from pipeline.cases.states import find_move, move
from pipeline.cases.values import day as day_of
from pipeline.cases.values import text
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import Next
from pipeline.letters.numbers import long_date
from pipeline.letters.rules import check_day
from pipeline.letters.text import frozen_text
from pipeline.lookup import access, restriction, things
from pipeline.office.base import file_away, fresh
from pipeline.office.base.absences import signatories_for
from pipeline.office.base.desk import Desk, moment_for_numbers, need_role
from pipeline.office.letters import letter_files, stamping, which
from pipeline.office.letters.matter import matter_of
from pipeline.office.signing import sign
from pipeline.records import boot, cases, history, letters, numbers
from pipeline.records.letters import Letter, LetterState

VERB = "number"
_GONE = (LetterState.VOID, LetterState.WITHDRAWN)


def waiting(desk: Desk, given: str) -> Letter:
    """Return the letter ``given`` (its id, or the number of its case), which waits for its number.

    A withdrawn letter without a number is found by its id alone.
    Raises NotFound.
    """
    need_role(desk, VERB, find_move(VERB).roles)
    if ids.is_case(given):
        found = letters.of_case(things.case(desk, given).number)
        if not any(map(is_waiting, found)):
            standing = [one for one in found if one.state not in _GONE]
            raise (
                _not_waiting((standing or found)[-1])
                if found
                else Refusal("office.no_number_awaited", case=given)
            )
        restriction.need_open(given)
        return which.only([one for one in found if is_waiting(one)], VERB)
    letter = things.letter(desk, given)
    restriction.need_open(letter.case)
    if not is_waiting(letter) and not is_withdrawn(letter):
        raise _not_waiting(letter)
    return letter


def _not_waiting(letter: Letter) -> Refusal:
    """Return why a letter waits for no number, with what to do next."""
    said = {"letter": letter.id, "case": letter.case}
    if is_withdrawn(letter):
        late = Refusal("office.withdrawn_unnumbered", **said)
        return late.mended_by(Next(VERB, letter.case, letter.id), letter.drafting)
    if letter.state in _GONE or letter.state == LetterState.RETURNED:
        early = Refusal("office.number_before_revision", **said, state=str(letter.state))
        return early.mended_by(letter.drafting)
    if letter.number:
        return Refusal("office.numbered_already", **said, number=letter.number)
    if letter.state == LetterState.DRAFTED:
        return Refusal("office.number_before_approval", **said)
    both = letters.copies(letter.id, letter.revision)
    missing = [str(one.copy) for one in both if not one.arrival and not one.confirmed_by]
    return Refusal("office.number_before_copies", **said, missing=" & ".join(missing))


def is_waiting(letter: Letter) -> bool:
    """Tell whether the letter is signed and has no number yet."""
    return letter.state == LetterState.SIGNED and not letter.number


def is_withdrawn(letter: Letter) -> bool:
    """Tell whether the letter was withdrawn before its number was typed in."""
    return letter.state == LetterState.WITHDRAWN and not letter.number


def enter(desk: Desk, given: str, answers: Mapping[str, object]) -> Letter:
    """Enter number and date of a signed letter as the paper bears them; complete its filing.

    A withdrawn letter stays withdrawn: only its number and date become known. Answers may bear the version of the letter
    (its id is given then) for which they were typed, under :data:`~pipeline.office.base.fresh.READ`. Raises StaleAnswers, NotFound, InvalidAnswers, NotPossible, Stale, ClockBehind.
    """
    read, answers = fresh.parted(answers)
    if read is not None:
        _need_fresh(desk, given, read, answers)
    letter = waiting(desk, given)
    values = validate(answers, desk.today, fields=NUMBER_FIELDS).need()
    number, day = " ".join(text(values, "given_number").split()), day_of(values, "given_day")
    assert day is not None
    if is_withdrawn(letter):
        return _enter_withdrawn(desk, letter, number, day)
    case, state = which.beside(desk, letter, VERB)
    _need_day(desk, letter, day)
    moment = moment_for_numbers()
    with boot.transact():
        _write(desk, letter, number, day, moment)
        after = state if letter.is_beside else move(state, "file", desk.actor.roles)
        cases.change(case, case.moved(after))
        sign.file_signed(desk, letter.id, moment)
    file_away.finish(desk, case.number)
    return letters.get(letter.id)


def _need_fresh(desk: Desk, given: str, read: object, answers: Mapping[str, object]) -> None:
    """Refuse answers for a version of the letter ``given`` that is no longer there. Raises StaleAnswers, NotFound."""
    need_role(desk, VERB, find_move(VERB).roles)
    letter = things.letter(desk, given)
    restriction.need_open(letter.case)
    if str(read) == str(letter.version):
        return
    there = {"given_number": letter.number or "", "given_day": short_day(letter.day) if letter.day else ""}
    typed = ((one, _as_shown(str(answers.get(one.name) or ""))) for one in NUMBER_FIELDS)
    both = tuple(
        fresh.Both(one.label, value, there[one.name])
        for one, value in typed
        if value not in ("", there[one.name])
    )
    acts = [one for one in history.of_case(letter.case) if one.subject == letter.id]
    raise fresh.StaleAnswers(f"Surat {letter.id}", read, letter.version, both, fresh.changed(desk, acts))


def _as_shown(typed: str) -> str:
    """Return a day that was typed as the office reads it, and everything else as it is."""
    try:
        return short_day(date.fromisoformat(typed))
    except ValueError:
        return typed


def _enter_withdrawn(desk: Desk, letter: Letter, number: str, day: date) -> Letter:
    """Enter number and date of a withdrawn letter: its paper cannot be mended, so that rules 11 and 12 are not asked."""
    if day > desk.today:
        raise Refusal("office.day_to_come", letter=letter.id, case=letter.case, day=long_date(day))
    moment = moment_for_numbers()
    with boot.transact():
        _write(desk, letter, number, day, moment)
        case = cases.get(letter.case)
        file_away.begin(desk, case, "number_late", "nomor surat yang ditarik dicatat", [], moment)
    file_away.finish(desk, letter.case)
    return letters.get(letter.id)


def _write(desk: Desk, letter: Letter, number: str, day: date, moment: datetime) -> None:
    """Write number and date down with their letter."""
    series = f"sekretariat/{day.year}"
    seq = numbers.next_of(series)
    other, known = letters.by_number(number), numbers.find(number)
    if other is not None or known is not None:
        bearer = other.id if other else known.letter if known else ""
        told = bearer if access.may_see(desk, bearer) else ""
        raise Refusal(
            "office.number_given", number=number, other=told or "–", letter=letter.id, case=letter.case
        )
    numbers.reserve(number, series, seq, letter.id)
    numbers.commit(number)
    letters.change(letter, number=number, series=series, seq=seq, day=day)
    place = {"number": number, "day": day.isoformat(), "series": series, "seq": seq}
    history.note(moment, desk.actor, VERB, 12, letter.case, letter.id, **place)


def _need_day(desk: Desk, letter: Letter, day: date) -> None:
    """Check rules 11 and 12 for the day that was typed in."""
    said = {"letter": letter.id, "case": letter.case, "day": long_date(day)}
    if day > desk.today:
        raise Refusal("office.day_to_come", **said)
    case = cases.get(letter.case)
    about, may_sign = matter_of(case, letter), signatories_for(desk.settings, day, case.number)
    broken = {one.rule for one in check_day(_page(desk, letter), about, desk.settings, day, may_sign)}
    if 11 in broken:
        raise Refusal("office.day_before_receipt", **said, received=long_date(about.incoming.received))
    if broken:
        raise Refusal("office.not_in_office", **said)


def _page(desk: Desk, letter: Letter) -> str:
    """Return what the frozen page says, from the archive, where it lies since the approval."""
    copy = letters.copies(letter.id, letter.revision)[0]
    name = letter_files.filed_name(letter.id, letter.revision, letter_files.copy_name(copy.copy, "docx"))
    path = next((one.path for one in cases.documents(letter.case) if one.logical == name), "")
    try:
        data = desk.archive.read(path) if path else b""
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != copy.docx_digest:
        raise Refusal("office.copy_damaged", letter=letter.id)
    return stamping.content_in(desk, data)[0] if letter.edited else frozen_text(data)
