"""The chair decides whether the sender is the reported person."""

from collections.abc import Sequence

from pipeline.cases.fields.decisions import CHOSEN, REASON, one_of, reason
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.lookup import access
from pipeline.office.base.reported_sender import CONTACT, DECIDED, DECIDERS, DECISIONS, is_held, senders
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act


def is_not_held(_session: Session, file: CaseFile) -> Refusal | None:
    """No sender waits for a decision."""
    return None if is_held(file.case) else Refusal("office.no_sender_held", case=file.case.number)


_SENDER = N_(
    "The sender or the reporter may be the reported person of the same victim in case {cases}: the name or "
    "the telephone number is alike. Until you decide, no letter of this case goes out."
)
_CONTACT = N_(
    "A contact of this case may be, or lead to, a person reported in case {cases}: the name, the telephone "
    "number or the house is alike. Until you decide, no letter of this case goes out."
)


def _shown(session: Session, file: CaseFile) -> Shown:
    own = file.case.number
    seen = [match for match in senders(file.case) if match[0] not in access.hidden(session)]
    notes = [
        said.of(cases=", ".join(found))
        for said, is_contact in ((_SENDER, False), (_CONTACT, True))
        if (found := sorted({number for number, field, _ in seen if (field in CONTACT) is is_contact}))
    ]
    others = sorted({number for number, _, _ in seen} - {own})
    return Shown(notes, is_look=True, next=tuple(Next("show", number) for number in others))


def _asks(_session: Session, file: CaseFile) -> Sequence[Field]:
    told = N_("Compare name and number with the reported person.")
    return (
        one_of(CHOSEN, N_("The sender is"), told, list(DECISIONS.items()), proposed=file.about),
        reason(N_("Reason of the decision")),
    )  # fmt: skip


@act(
    events=(DECIDED,),
    roles=DECIDERS,
    words=Words(
        N_("Decision about the sender"),
        N_("Record the decision"),
        N_("The decision about the sender of case {case} is recorded: {decision}."),
    ),
    shows=_shown,
    asks=_asks,
    blocked=(is_not_held,),
    is_grave=True,
)
def decide_sender(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Record the chair's decision about the sender, for what it was about alone; filed."""
    about = sorted(digest for _, _, digest in senders(file.case))
    detail = {"decision": answers[CHOSEN], "of": about, "reason": answers[REASON]}
    filing = Filing(DECIDED, "keputusan ketua tentang pengirim")
    return Change(file.case, filing, detail, told={"decision": answers[CHOSEN]})
