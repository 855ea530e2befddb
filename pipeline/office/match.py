"""Step 11 for a signed scan whose code cannot be read: a person says which copy it is.

The words at the foot of the page (letter id and check) name letter, revision and copy; the check is
verified, and the scan compared with the print like any other. Where that leaves a doubt, a person who has
looked at the paper confirms with a reason. An arrival that had a nomor agenda is struck in the mail log.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from pipeline.kernel import clock, ids
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.people import Role
from pipeline.office import arrival_files, aside, electronic, file_away, keys, sameness, scans, sign
from pipeline.office.desk import Desk, need_role
from pipeline.office.errors import FilingPending, NotACopy
from pipeline.office.errors_copies import CopyIncomplete, CopyInDoubt
from pipeline.office.read import new_reader
from pipeline.office.unsigned import PRINT
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


def match(desk: Desk, item: str, text: str, reason: str = "") -> Arrival:
    """Make the arrival ``item`` the signed copy that ``text`` names; with both copies: sign and file.

    With a ``reason`` a person says that the paper is signed though the scan leaves a doubt. Raises NotYours,
    NotFound, NotACopy with the reason, CopyInDoubt, CopyIncomplete, Stale.
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
    if ids.is_sheet(code.letter):
        raise NotACopy(
            item=name, reason="itu kode lembar keputusan; ketik keputusannya dengan rangkap decide"
        )
    _need_possible(arrival, code, name)
    told = _compared(desk, arrival, code, name, reason)
    with boot.transact():
        letter = letters.get(code.letter)
        _need_possible(arrival, code, name)
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
            **told,
        )
        case = sign.sign_if_both(desk, letter.id)
        settled = aside.settle(letter.id)
    for one in (arrival, *settled):
        arrival_files.write_row(desk.settings, arrivals.get(one.id))
    if case:
        with suppress(FilingPending):
            file_away.finish(desk, case)
    return replace(arrivals.get(arrival.id), reading="")


def _need_possible(arrival: Arrival, code: CopyCode, name: str) -> None:
    """Refuse a copy that is not waited for. Raises NotACopy."""
    why = sign.why_not(arrival, code, letters.get(code.letter))
    if why:
        raise NotACopy(item=name, reason=why)


def _compared(desk: Desk, arrival: Arrival, code: CopyCode, name: str, reason: str) -> dict[str, str]:
    """Compare the scan with its print; return what the history keeps. Raises NotACopy, CopyInDoubt, CopyIncomplete."""
    copy = letters.by_code(str(code))
    assert copy is not None  # why_not has looked
    with new_reader(desk.settings) as reader:
        with arrival_files.opened(desk.settings, arrival.id) as handle:
            if reader.is_born_digital(handle):
                raise NotACopy(item=name, reason=PRINT)
        found = sameness.look(desk, reader, arrival, copy)
    told = {"ink": str(found.signing or "")}
    if found.lacks:
        raise CopyIncomplete(item=name, reason="; ".join(one.id for one in found.lacks))
    if found.is_clear:
        return told
    if not reason:
        raise CopyInDoubt(item=name, reason="; ".join(one.id for one in found.doubts))
    return told | {"reason": reason}
