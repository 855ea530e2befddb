"""Our scans that no longer count leave the waiting list, with the reason."""

from collections.abc import Collection
from functools import partial

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.values import Values
from pipeline.kernel import ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_
from pipeline.office.arrivals import arrival_files, edit_presence
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Thing, Words, act
from pipeline.records import arrivals, letters, pages
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.pages import PageState
from pipeline.settings import Settings


def dismiss_replaced(letter_id: str, new: Collection[str] = ()) -> None:
    """Scans go once another counts or all is signed; :func:`write_rows` follows.

    The office sees ``new`` ones first: they wait until all is signed.
    """
    if ids.is_page(letter_id):
        page = pages.get(letter_id)
        waiting = arrivals.listed(ArrivalState.UNMATCHED)
        matched = {copy.code for copy in page.copies if copy.arrival}
        is_done = page.state == PageState.SIGNED
    else:
        letter = letters.get(letter_id)
        waiting = [
            arrival for arrival in arrivals.of_case(letter.case) if arrival.state == ArrivalState.UNMATCHED
        ]
        matched = {copy.code for copy in letters.copies(letter_id) if copy.arrival}
        is_done = letter.state == LetterState.SIGNED
    replaced = {arrival.id for arrival in waiting if arrival.code in matched and arrival.id not in new}
    for arrival in [
        arrival for arrival in waiting if arrival.letter == letter_id and (is_done or arrival.id in replaced)
    ]:
        _put(
            arrival,
            "kedua salinan surat ini sudah diterima"
            if is_done
            else "pindaian lain dari salinan ini sudah diterima",
        )


def write_rows(settings: Settings, letter_id: str) -> None:
    """Write the rows of the scans put aside."""
    for arrival in arrivals.listed(ArrivalState.ASIDE):
        if arrival.letter == letter_id:
            arrival_files.write_row(settings, arrival)


def _put(arrival: Arrival, why: str) -> Arrival:
    note = f"{why} (semula: {arrival.note.partition('. ')[0]})"
    return arrivals.change(arrival, state=ArrivalState.ASIDE, note=note)


def not_a_copy(arrival: Arrival, why: str = "") -> Refusal:
    """The refusal to match a document."""
    reason = why or f"keadaannya {arrival.state}"
    return Refusal("office.not_a_copy", item=arrival.agenda or arrival.id, reason=reason)


def _is_not_set_aside(_session: Session, file: CaseFile) -> Refusal | None:
    return None if file.arrival.state == ArrivalState.UNMATCHED else not_a_copy(file.arrival)


@act(
    thing=Thing.ARRIVAL, events=("put_aside",), roles=edit_presence.MATCHERS, step=11,
    words=Words(
        N_("Put a scan aside"), N_("Put aside"),
        N_("Scan {agenda} is put aside."),
    ),
    asks=(reason(N_("Reason to put it aside")),),
    blocked=(_is_not_set_aside,),
)  # fmt: skip
def put_scan_aside(session: Session, file: CaseFile, answers: Values) -> Change:
    """Put aside a waiting scan, for a reason."""
    arrival = file.arrival
    return Change(
        arrival,
        detail={"letter": arrival.letter, "reason": answers[REASON]},
        writes=(partial(_put, arrival, "disisihkan petugas"), partial(edit_presence.done, arrival.id)),
        afterwards=(lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),),
    )
