"""Step 11 for a signed scan whose code cannot be read: a person says which copy it is.

The words at the foot of the page (letter id and check) name letter, revision and copy; the check is
verified, and the scan compared with the print like any other. Where that leaves a doubt, a person who has
looked at the paper confirms with a reason. An arrival that had a nomor agenda is struck in the mail log.
"""

from dataclasses import replace

from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.people import Role
from pipeline.lookup import access, things
from pipeline.office.arrivals import arrival_files, aside, kept_forms, opened, scans
from pipeline.office.arrivals.scans import new_reader
from pipeline.office.arrivals.unsigned import PRINT
from pipeline.office.base import file_away, keys
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.cases import sheet_back
from pipeline.office.signing import electronic, page_back, sameness, sign
from pipeline.records import arrivals, boot, history, letters, pages, sheets
from pipeline.records.arrivals import WAITING, Arrival, ArrivalState
from pipeline.signing.match import match_words, read_words

MATCHERS = frozenset({Role.CLERK, Role.OFFICER})
_OPEN = (*WAITING, ArrivalState.UNMATCHED, ArrivalState.ASIDE)


def typed_code(desk: Desk, text: str) -> CopyCode | None:
    """Return the code that ``text`` stands for: a payload of ours, or the words at the foot of a page."""
    code = _typed_code(desk, text)
    return None if code and not access.may_see(desk, code.letter) else code


def _typed_code(desk: Desk, text: str) -> CopyCode | None:
    code = scans.ours(desk, text.upper().replace(" ", ""))
    words = read_words(text)
    if code is not None or words is None:
        return code
    there = scans.known_letter(words[0])
    typed = match_words(text, [there] if there else [], keys.all_of(desk.settings, keys.CODE))
    if typed is None or typed.revision is None:
        return None
    if ids.is_sheet(typed.letter):
        return ids.read_code(sheets.get(typed.letter).code)
    page = pages.find(typed.letter)
    copies = page.copies if page else letters.copies(typed.letter, typed.revision)
    return next(ids.read_code(one.code) for one in copies if one.copy == typed.copy)


def match(desk: Desk, item: str, text: str, reason: str = "") -> Arrival:
    """Make the arrival ``item`` the signed copy that ``text`` names; with both copies: sign and file.

    With a ``reason`` a person says that the paper is signed though the scan leaves a doubt. Raises NotFound, Stale.
    """
    need_role(desk, "match", MATCHERS)
    arrival = things.arrival(desk, item)
    name = arrival.agenda or arrival.id
    if arrival.state not in _OPEN:
        raise Refusal("office.not_a_copy", item=name, reason=f"keadaannya {arrival.state}")
    code = typed_code(desk, text)
    if code is None:
        raise Refusal(
            "office.not_a_copy", item=name, reason="kode itu tidak dikenal; ketik ulang baris di kaki halaman"
        )
    arrival_files.need_bytes(desk.settings, arrival)
    signed = electronic.match(desk, arrival, code)
    if signed is not None:
        return replace(signed, reading="")
    if ids.is_sheet(code.letter):
        return replace(sheet_back.match(desk, arrival, code), reading="")
    _need_possible(arrival, code, name)
    told = _compared(desk, arrival, code, name, reason)
    with boot.transact():
        _need_possible(arrival, code, name)
        _accept(desk, arrival, code, told)
        case = sign.sign_if_both(desk, code.letter)
        aside.settle(code.letter)
    kept_forms.forget_all(desk.settings, arrival.id)
    arrival_files.write_row(desk.settings, arrivals.get(arrival.id))
    aside.write_rows(desk.settings, code.letter)
    if case:
        file_away.try_finish(desk, case)
    return replace(arrivals.get(arrival.id), reading="")


def _accept(desk: Desk, arrival: Arrival, code: CopyCode, told: dict[str, str]) -> None:
    """Make the arrival the signed copy with ``code``, inside the caller's transaction."""
    struck = "salinan surat kantor sendiri" if arrival.agenda else ""
    case = "" if ids.is_page(code.letter) else letters.get(code.letter).case
    columns = {"code": str(code), "letter": code.letter, "case": case, "note": "", "struck": struck}
    arrivals.change(arrival, state=ArrivalState.COPY, **columns)
    opened.done(arrival.id)
    if ids.is_page(code.letter):
        page_back.accept(desk, arrival, code, by="hand", **told)
        return
    moment = clock.now()
    letters.match(str(code), arrival.id, moment)
    detail = {"letter": code.letter, "copy": code.copy, "by": "hand"} | told
    history.note(moment, desk.actor, "match", 11, case, arrival.id, **detail)


def _need_possible(arrival: Arrival, code: CopyCode, name: str) -> None:
    """Refuse a copy that is not waited for."""
    if ids.is_page(code.letter):
        why = page_back.why_not(arrival, code)
    else:
        why = sign.why_not(arrival, code, letters.get(code.letter))
    if why:
        raise Refusal("office.not_a_copy", item=name, reason=why)


def _compared(desk: Desk, arrival: Arrival, code: CopyCode, name: str, reason: str) -> dict[str, str]:
    """Compare the scan with its print; return what the history keeps."""
    with new_reader(desk.settings) as reader:
        with arrival_files.opened(desk.settings, arrival.id) as handle:
            if reader.is_born_digital(handle):
                raise Refusal("office.not_a_copy", item=name, reason=PRINT)
        found = sameness.beside(desk, reader, code, sameness.look(desk, reader, arrival, code))
    told = {"ink": str(found.signing or "")}
    if found.lacks:
        raise Refusal("office.copy_incomplete", item=name, reason="; ".join(one.id for one in found.lacks))
    if found.is_clear:
        return told
    if not reason:
        raise Refusal("office.copy_in_doubt", item=name, reason="; ".join(one.id for one in found.doubts))
    return told | {"reason": reason}
