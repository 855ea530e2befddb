"""Step 11: copy 1 has left unscanned. The officer states it with a reason, the chair confirms or refuses it.

Then copy 2 alone proves the signature ("salinan ke-1: pernyataan"). Never for copy 2, which is the archive's. A
scan of copy 1 that turns up later is filed as a further document (:mod:`pipeline.office.signing.sign`).
"""

from __future__ import annotations

from pipeline.cases.states import CONFIRMERS
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import Next, Text
from pipeline.lookup import restriction, things
from pipeline.office.base import file_away
from pipeline.office.base.desk import Desk, need_reason, need_role
from pipeline.office.base.other_eyes import may_not
from pipeline.office.letters import which
from pipeline.office.signing import sign
from pipeline.records import boot, history, letters
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.signing.duplicate import Means

STATERS = frozenset({Role.CLERK, Role.OFFICER})
STATED, CONFIRMED, REFUSED = "attest", "attest_confirm", "attest_refuse"
_STATED_ALREADY = Text("petugas sudah menyatakannya, dan ketua belum menegaskannya",
                       "it is stated already, and the chair has not confirmed it yet")  # fmt: skip
_NOT_STATED = Text("petugas belum menyatakannya", "no officer has stated it yet")
_NO_LETTER = Text("tidak ada surat yang menunggu tanda tangan", "no letter waits for its signature")
_SCANNED = Text("salinan ke-1 sudah dipindai, jadi pernyataan tidak diperlukan",
                "copy 1 was scanned, so no statement is needed")  # fmt: skip
_CONFIRMED_ALREADY = Text("ketua sudah menegaskannya, jadi pindai salinan ke-2",
                          "the chair has confirmed it already, so scan copy 2")  # fmt: skip
_ELECTRONIC = Text("salinan ke-2 bertanda tangan elektronik, jadi serahkan juga PDF salinan ke-1",
                   "copy 2 bears an electronic signature, so give the PDF of copy 1, too")  # fmt: skip


def attest(desk: Desk, number: str, reason: str, letter: str = "") -> Copy:
    """State that copy 1 of the letter of case ``number`` has left signed but unscanned, for a ``reason``.

    ``letter`` names it where two wait. Raises NotFound.
    """
    need_role(desk, "attest", STATERS)
    need_reason(reason)
    found, first = _first(desk, number, letter, "attest")
    if first.attested:
        raise Refusal("office.not_to_attest", case=number, reason=_STATED_ALREADY).mended_by(
            Next("confirm-statement", number, found.id)
        )
    if not first.printed:
        raise Refusal("office.not_printed_yet", copy=1, letter=found.id, case=number)
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

    Raises NotFound.
    """
    need_role(desk, "attest", CONFIRMERS)
    found, first = _first(desk, number, letter, "confirm-statement")
    if not first.attested:
        raise Refusal("office.not_to_attest", case=number, reason=_NOT_STATED).mended_by(
            Next("attest", number, found.id)
        )
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
    Raises NotFound.
    """
    need_role(desk, "attest", CONFIRMERS)
    need_reason(reason)
    found, first = _first(desk, number, letter, "refuse-statement")
    if not first.attested:
        raise Refusal("office.not_to_attest", case=number, reason=_NOT_STATED).mended_by(
            Next("attest", number, found.id)
        )
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


def _first(desk: Desk, number: str, wanted: str, act: str = "") -> tuple[Letter, Copy]:
    """Return the letter of a case that waits for its signed copies, and copy 1, for an ``act``."""
    restriction.need_open(things.case(desk, number).number)
    found = which.among(number, (LetterState.APPROVED,), wanted)
    if not found:
        raise Refusal("office.not_to_attest", case=number, reason=_NO_LETTER).mended_by(Next("show", number))
    letter = which.only(found, act)
    first, second = letters.copies(letter.id, letter.revision)
    if first.arrival:
        raise Refusal("office.not_to_attest", case=number, reason=_SCANNED)
    if first.confirmed_by:
        raise Refusal("office.not_to_attest", case=number, reason=_CONFIRMED_ALREADY)
    if second.arrival and second.means == Means.ELECTRONIC:
        raise Refusal("office.not_to_attest", case=number, reason=_ELECTRONIC)
    return letter, first


def _need_another(desk: Desk, letter: Letter, first: Copy) -> None:
    """Refuse one and the same person where four eyes apply; in a trial home one user tries all accounts."""
    if may_not(desk, letter.case, first.attested_by, (STATED,), letter.id):
        raise Refusal("office.own_statement", case=letter.case)
