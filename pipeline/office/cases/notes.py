"""Notes on a document or a case: in the history alone, as a typed reason.

No letter, recap or report tells them; their words show to who opens the identities.
"""

from functools import partial

from pipeline.cases.fields.decisions import REASON, reason
from pipeline.cases.states import REGISTER_ROLES
from pipeline.cases.values import Values
from pipeline.kernel.text import N_, as_it_is
from pipeline.office.arrivals import edit_presence
from pipeline.office.arrivals.strike import does_not_wait
from pipeline.office.base.session import Session
from pipeline.office.cases.clocks import KEEPERS
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import arrivals, history
from pipeline.records.history import Act

NOTED, NOTED_BEFORE = "note", "note_arrival"
NOTES = frozenset({NOTED, NOTED_BEFORE})


def with_notes(number: str) -> list[Act]:
    """Includes notes on its documents from before registration."""
    came = [arrival.id for arrival in arrivals.of_case(number)]
    return [event for event in history.of_case(number, came) if event.case or event.verb == NOTED_BEFORE]


def _shown(session: Session, file: CaseFile) -> Shown:
    notes = [
        as_it_is(f"{session.local(event.at):%d-%m-%Y %H.%M} {event.account}: {event.detail[REASON]}")
        for event in history.of_subject(file.arrival.id)
        if event.verb == NOTED_BEFORE
    ]
    return Shown(typed=notes, is_look=True)


@act(
    events=(NOTED,),
    roles=KEEPERS,
    words=Words(
        N_("Write a note"),
        N_("Save the note"),
        N_("The note on case {case} is kept in its history."),
    ),
    asks=(reason(N_("Words of the note")),),
)
def write_note(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Keep a note in the history of a case."""
    return Change(file.case, None, {REASON: answers[REASON]})


@act(
    thing=Thing.ARRIVAL,
    events=(NOTED_BEFORE,),
    roles=REGISTER_ROLES,
    words=Words(
        N_("Write a note on a letter"),
        N_("Save the note"),
        N_("The note on letter {agenda} is kept, and goes with it into its case."),
    ),
    shows=_shown,
    asks=(reason(N_("Words of the note")),),
    blocked=(does_not_wait,),
)
def note_arrival(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Keep a note on a document that waits for registration."""
    arrival = file.arrival
    return Change(arrival, None, {REASON: answers[REASON]}, writes=(partial(edit_presence.done, arrival.id),))
