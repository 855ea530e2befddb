"""Step 1: non-complaints are struck in the mail log, reversibly; row and file stay."""

from functools import partial

from pipeline.cases.fields.decisions import CHOSEN, REASON, one_of, reason
from pipeline.cases.states import REGISTER_ROLES
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.lookup.kinds import ArrivalState
from pipeline.office.arrivals import arrival_files, edit_presence, kept_forms
from pipeline.office.arrivals.arrange import not_waiting
from pipeline.office.base.desk import Desk
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import arrivals, queue

VERB, BACK = "strike", "unstrike"
_KINDS = (
    ("surat-lain", N_("Another letter, not a complaint")),
    (
        "pengaduan-layanan",
        N_("A complaint about a public service (goes to SP4N-LAPOR)"),
    ),
    ("salah-pindai", N_("Scanned by mistake")),
)  # fmt: skip
SAID = {
    "surat-lain": "surat lain, bukan pengaduan",
    "pengaduan-layanan": "pengaduan layanan, disalurkan ke SP4N-LAPOR",
    "salah-pindai": "salah pindai",
}


def does_not_wait(_desk: Desk, file: CaseFile) -> Refusal | None:
    """The document does not wait."""
    return not_waiting(file.arrival)


def is_not_struck(_desk: Desk, file: CaseFile) -> Refusal | None:
    """No strike can be taken back."""
    arrival = file.arrival
    return (
        None
        if arrival.state == ArrivalState.STRUCK
        else Refusal("office.not_struck", item=arrival.agenda or arrival.id, state=arrival.state)
    )


def _change(desk: Desk, file: CaseFile, struck: str, state: ArrivalState, **detail: object) -> Change:
    arrival = file.arrival
    return Change(
        arrival,
        detail={"agenda": arrival.agenda, **detail},
        writes=(
            partial(arrivals.change, arrival, state=state, struck=struck),
            partial(edit_presence.done, arrival.id),
            *([partial(queue.put, queue.READ, arrival.id)] if state is ArrivalState.NEW else []),
        ),
        afterwards=(
            partial(kept_forms.forget_all, desk.settings, arrival.id),
            lambda: arrival_files.write_row(desk.settings, arrivals.get(arrival.id)),
        ),
        next=(Next("register" if not struck else "unstrike-arrival", arrival.agenda or arrival.id),),
    )


@act(
    thing=Thing.ARRIVAL, events=(VERB,), roles=REGISTER_ROLES, step=1,
    words=Words(
        N_("Strike a letter"), N_("Strike this letter"),
        N_("Letter {agenda} is struck; its row stays in the mail log. A mistake can be taken back."),
    ),
    shows=Shown((N_("The letter is marked as no complaint. Its row in the mail log and its file stay; "
                    "the mark can be taken back."),)),
    asks=lambda _desk, file: (
        one_of(
            CHOSEN, N_("Kind of document"), N_("Why it is no complaint."), _KINDS,
            proposed=file.about if file.about in SAID else "",
        ),
        reason(N_("Reason for striking it")),
    ),
    blocked=(does_not_wait,),
)  # fmt: skip
def strike_arrival(desk: Desk, file: CaseFile, answers: Values) -> Change:
    """Strike a document that is no complaint (step 1)."""
    kind = str(answers[CHOSEN])
    return _change(desk, file, SAID[kind], ArrivalState.STRUCK, kind=kind, reason=answers[REASON])


@act(
    thing=Thing.ARRIVAL, events=(BACK,), roles=REGISTER_ROLES, step=1,
    words=Words(
        N_("Take a struck letter back"), N_("Take back"),
        N_("Letter {agenda} waits again."),
    ),
    shows=Shown((N_("This letter will wait for registration again."),)),
    asks=(reason(N_("Reason for taking it back")),),
    blocked=(is_not_struck,),
)  # fmt: skip
def unstrike_arrival(desk: Desk, file: CaseFile, answers: Values) -> Change:
    """Let a wrongly struck document wait again (step 1)."""
    state = ArrivalState.READ if file.arrival.reading else ArrivalState.NEW
    return _change(desk, file, "", state, reason=answers[REASON])
