"""Step 13 on paper: the answer goes out with a neutral receipt, and by post in its envelope.

The safe contact is checked again. The dispatch book is written before printing.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from pipeline.cases import delivery as rules
from pipeline.cases.delivery import SENT
from pipeline.cases.fields.delivery import day_field, way_field
from pipeline.cases.fields.field import Field
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, text
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.office.base import dispatches
from pipeline.office.base.sample_office import not_own
from pipeline.office.base.session import Session
from pipeline.office.cases.inform import need_consent
from pipeline.office.delivery import deliver
from pipeline.office.delivery.deliver import Standing
from pipeline.office.engine.declare import CaseFile, Change, Shown, Words, act
from pipeline.office.letters.matter import need_reach, values_of
from pipeline.office.papers import forms
from pipeline.records.sheets import DispatchState

EVENT, RECEIPT = "dispatch", "tanda-terima-surat"


def _of(file: CaseFile) -> Standing:
    """Ways and receivers by the contact as of today."""
    now, values = deliver.of(file), file.case.values
    return replace(now, ways=rules.ways(values), receivers=rules.receivers(values))


def _may_not_leave(session: Session, file: CaseFile) -> Refusal | None:
    try:
        values = values_of(file.case, _of(file).letter)
        need_reach(file.case, values)
        need_consent(file.case, values)
    except Refusal as refusal:
        return refusal
    return not_own(session.settings)


def _asked(session: Session, file: CaseFile) -> Sequence[Field]:
    return (way_field(_of(file).ways), day_field(session.today))


def _known(_session: Session, file: CaseFile) -> Values:
    left = dispatches.sent(_of(file).dispatch).get("way", "")
    return {"way": left} if left in _of(file).ways else {}


def _shown(_session: Session, file: CaseFile) -> Shown:
    note = N_(
        "That the letter leaves is entered in the dispatch book; then its receipt (and the envelope, "
        "where it is sent) is ready to print."
    )
    label = (Next("form", file.case.number, "label"),) if set(_of(file).ways) & set(SENT) else ()
    return Shown((deliver.safe(_of(file)), note), is_look=True, next=label)


@act(
    moves=(EVENT,),
    states=frozenset(State),
    words=Words(
        N_("Send the letter out and print its receipt"),
        N_("Enter it as gone out and prepare the print"),
        N_(
            "The letter of case {case} is entered as gone out. Have the receiver sign the receipt, scan it "
            "into the inbox, then record the result."
        ),
    ),
    blocked=(deliver.not_now(EVENT), deliver.no_letter, _may_not_leave),
    shows=_shown,
    asks=_asked,
    known=_known,
    reads=lambda session, file, answers: deliver.checked(session, _of(file), answers, _asked(session, file)),
    is_printed=True,
)
def send(session: Session, file: CaseFile, answers: Values) -> Change:
    """Send the answer out; a receipt printed later keeps way and day."""
    number = file.case.number
    deliver.finish(session, number)
    now = _of(file)
    known = now.dispatch or deliver.new_dispatch(session, now.letter)
    papers = {RECEIPT: forms.receipt(session, RECEIPT, known, "Tanda terima surat", _fields(now, answers))}
    if text(answers, "way") in SENT:  # the safe contact is checked once more there
        papers["amplop"] = forms.filled(session, "amplop", file.case, now.letter)
    suffix, made = forms.laid_out(session, list(papers.values()))
    forms.need_still_there(session, number)
    sent = {"way": text(answers, "way"), "day": text(answers, "delivered_day")}
    is_there = known.state == DispatchState.DELIVERED
    decision = known.decision if is_there else {**known.decision, "sent": sent}
    after = replace(known, decision=decision, printed=known.printed + 1)
    return Change(
        file.moved(),
        detail={**sent, "times": after.printed},
        subject=known.id,
        writes=(partial(deliver.write, now.dispatch, known, after),),
        told={"sheet": known.id},
        next=(Next("record-delivery", number),),
        prints={f"{known.id}-{name}.{suffix}": data for name, data in zip(papers, made, strict=True)},
    )


def _fields(now: Standing, values: Values) -> dict[str, str]:
    """No office number, no name, no kind of case."""
    when = day(values, "delivered_day")
    return {
        "surat": now.letter.id,
        "tanggal_surat": long_date(now.letter.day) if now.letter.day else "",
        "cara": text(values, "way"),
        "dikeluarkan": long_date(when) if when else "",
    }
