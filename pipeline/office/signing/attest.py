"""Step 11: copy 1 has left unscanned. The officer states it with a reason, the chair confirms or refuses it.

Then copy 2 alone proves the signature ("salinan ke-1: pernyataan"). Never for copy 2, which is the archive's. A
scan of copy 1 that turns up later is filed as a further document (:mod:`pipeline.office.signing.sign`).
"""

from __future__ import annotations

from pipeline.cases.states import CONFIRMERS
from pipeline.kernel import clock
from pipeline.kernel.people import Role
from pipeline.lookup import restriction, things
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, need_reason, need_role
from pipeline.office.base.errors_review import NotPrintedYet, NotToAttest, OwnStatement
from pipeline.office.base.other_eyes import may_not
from pipeline.office.letters import which
from pipeline.office.signing import sign
from pipeline.records import boot, history, letters
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.signing.duplicate import Means

STATERS = frozenset({Role.CLERK, Role.OFFICER})
STATED, CONFIRMED, REFUSED = "attest", "attest_confirm", "attest_refuse"


def attest(desk: Desk, number: str, reason: str, letter: str = "") -> Copy:
    """State that copy 1 of the letter of case ``number`` has left signed but unscanned, for a ``reason``.

    ``letter`` names it where two wait. Raises NotYours, NotFound, ReasonNeeded, NotToAttest, NotPrintedYet,
    SeveralLetters.
    """
    need_role(desk, "attest", STATERS)
    need_reason(reason)
    found, first = _first(desk, number, letter)
    if first.attested:
        raise NotToAttest(
            case=number, reason=f"sudah dinyatakan, menunggu ketua: rangkap attest {number} --confirm"
        )
    if not first.printed:
        raise NotPrintedYet(copy=1, letter=found.id, case=number)
    with boot.transact():
        _first(desk, number, found.id)
        after = letters.change_copy(first.code, attested=reason.strip(), attested_by=desk.actor.account)
        history.note(
            clock.now(),
            desk.actor,
            STATED,
            11,
            number,
            found.id,
            revision=found.revision,
            reason=reason.strip(),
        )
    return after


def confirm(desk: Desk, number: str, letter: str = "") -> Letter:
    """Confirm the statement for copy 1 of case ``number``; with copy 2 here, the letter is signed and filed.

    Raises NotYours, NotFound, NotToAttest, SeveralLetters, OwnStatement, FilingPending.
    """
    need_role(desk, "attest", CONFIRMERS)
    found, first = _first(desk, number, letter)
    if not first.attested:
        raise NotToAttest(case=number, reason=f"belum dinyatakan petugas: rangkap attest {number}")
    _need_another(desk, found, first)
    with boot.transact():
        _first(desk, number, found.id)
        letters.change_copy(first.code, confirmed_by=desk.actor.account, means=Means.ATTESTED.value)
        history.note(clock.now(), desk.actor, CONFIRMED, 11, number, found.id, revision=found.revision)
        signed = sign.sign_if_both(desk, found.id)
    if signed:
        file_away.finish(desk, signed)
    return letters.get(found.id)


def refuse(desk: Desk, number: str, reason: str, letter: str = "") -> Letter:
    """Refuse the statement for copy 1 of case ``number``, for a ``reason``: as if nobody had made it.

    A statement about the wrong letter would bind it for good, since a letter that is out is not taken back.
    Raises NotYours, NotFound, ReasonNeeded, NotToAttest, SeveralLetters.
    """
    need_role(desk, "attest", CONFIRMERS)
    need_reason(reason)
    found, first = _first(desk, number, letter)
    if not first.attested:
        raise NotToAttest(case=number, reason=f"belum dinyatakan petugas: rangkap attest {number}")
    with boot.transact():
        _first(desk, number, found.id)
        letters.change_copy(first.code, attested="", attested_by="")
        detail = {"revision": found.revision, "reason": reason.strip()}
        history.note(clock.now(), desk.actor, REFUSED, 11, number, found.id, **detail)
    return found


def stated(desk: Desk) -> list[Letter]:
    """Return the letters whose statement waits for the chair."""
    return [
        letter
        for letter in things.letters_in(desk, LetterState.APPROVED)
        if any(
            one.attested and not one.confirmed_by and not one.arrival
            for one in letters.copies(letter.id, letter.revision)
        )
    ]


def _first(desk: Desk, number: str, wanted: str) -> tuple[Letter, Copy]:
    """Return the letter of a case that waits for its signed copies, and copy 1. Raises NotToAttest, SeveralLetters."""
    restriction.need_open(things.case(desk, number).number)
    found = which.among(number, (LetterState.APPROVED,), wanted)
    if not found:
        raise NotToAttest(
            case=number, reason="tidak ada surat yang menunggu tanda tangan; lihat: rangkap show " + number
        )
    letter = which.only(found)
    first, second = letters.copies(letter.id, letter.revision)
    if first.arrival:
        raise NotToAttest(case=number, reason="salinan ke-1 sudah dipindai, pernyataan tidak diperlukan")
    if first.confirmed_by:
        raise NotToAttest(case=number, reason="sudah ditegaskan ketua; pindai salinan ke-2")
    if second.arrival and second.means == Means.ELECTRONIC:
        raise NotToAttest(
            case=number, reason="salinan ke-2 bertanda tangan elektronik; serahkan juga PDF salinan ke-1"
        )
    return letter, first


def _need_another(desk: Desk, letter: Letter, first: Copy) -> None:
    """Refuse one and the same person where four eyes apply; in a trial home one user tries all accounts."""
    if may_not(desk, letter.case, first.attested_by, (STATED,), letter.id):
        raise OwnStatement(case=letter.case)
