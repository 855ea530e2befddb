"""Step 11 for a signed scan whose code cannot be read: a person says which copy it is.

The words at the foot of the page (letter id and check) name letter, revision and copy; the check is
verified. An arrival that had a nomor agenda is struck in the mail log.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from pipeline.kernel import clock, ids
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.people import Role
from pipeline.office import arrival_files, electronic, file_away, keys, scans, sign
from pipeline.office.desk import Desk, need_role
from pipeline.office.errors import FilingPending, NotACopy
from pipeline.records import arrivals, boot, history, letters
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState
from pipeline.signing.match import match_words, read_words

MATCHERS = frozenset({Role.CLERK, Role.OFFICER})
_OPEN = (*WAITING, ArrivalState.UNMATCHED)


def typed_code(desk: Desk, text: str) -> CopyCode | None:
    """Return the code that ``text`` stands for: a payload of ours, or the words at the foot of a page."""
    code = scans.ours(desk, text.upper().replace(" ", ""))
    words = read_words(text)
    if code is not None or words is None:
        return code
    known = scans.known_letter(words[0])
    typed = match_words(text, [known] if known else [], keys.all_of(desk.settings, keys.CODE))
    if typed is None or typed.revision is None:
        return None
    copies = letters.copies(typed.letter, typed.revision)
    return next(ids.read_code(one.code) for one in copies if one.copy == typed.copy)


def match(desk: Desk, item: str, text: str) -> Arrival:
    """Make the arrival ``item`` the signed copy that ``text`` names; with both copies: sign and file.

    Raises NotYours, NotFound, NotACopy with the reason, Stale.
    """
    need_role(desk, "match", MATCHERS)
    arrival = arrivals.get(item)
    name = arrival.agenda or arrival.id
    if arrival.state not in _OPEN:
        raise NotACopy(item=name, reason=f"keadaannya {arrival.state}")
    code = typed_code(desk, text)
    if code is None:
        raise NotACopy(item=name, reason="kode itu tidak dikenal; ketik ulang baris di kaki halaman")
    arrival_files.need_bytes(desk.settings, arrival)
    signed = electronic.match(desk, arrival, code)
    if signed is not None:
        return replace(signed, reading="")
    with boot.transact():
        letter = letters.get(code.letter)
        why = sign.why_not(arrival, code, letter)
        if why:
            raise NotACopy(item=name, reason=why)
        struck = "salinan surat kantor sendiri" if arrival.agenda else ""
        columns = {"code": str(code), "letter": letter.id, "case": letter.case, "note": "", "struck": struck}
        arrivals.change(arrival, state=ArrivalState.COPY, **columns)
        letters.match(str(code), arrival.id, clock.now())
        history.note(
            clock.now(),
            desk.actor,
            "match",
            11,
            letter.case,
            arrival.id,
            letter=letter.id,
            copy=code.copy,
            by="hand",
        )
        case = sign.sign_if_both(desk, letter.id)
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    if case:
        with suppress(FilingPending):
            file_away.finish(desk, case)
    return replace(arrivals.get(arrival.id), reading="")
