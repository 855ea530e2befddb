"""Step 1: non-complaints are struck in the mail log, reversibly; row and file stay."""

from functools import partial
from typing import Any

from pipeline.cases.fields.decisions import CHOSEN, REASON, one_of, reason, words
from pipeline.cases.states import CONFIRMERS, REGISTER_ROLES
from pipeline.cases.values import Values
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Next
from pipeline.lookup import visible
from pipeline.lookup.kinds import ArrivalState
from pipeline.office.arrivals import arrival_files, edit_presence, kept_forms
from pipeline.office.arrivals.arrange import not_waiting
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import arrivals, history, queue

VERB, BACK, DECIDED = "strike", "unstrike", "request_decide"
_REQUEST = "permintaan-keterangan"
_KINDS = (
    ("surat-lain", N_("Another letter, not a complaint")),
    (
        "pengaduan-layanan",
        N_("A complaint about a public service (goes to SP4N-LAPOR)"),
    ),
    (_REQUEST, N_("A request for information by the police, a lawyer or others (the chair decides)")),
    ("salah-pindai", N_("Scanned by mistake")),
)  # fmt: skip
SAID = {
    "surat-lain": "surat lain, bukan pengaduan",
    "pengaduan-layanan": "pengaduan layanan, disalurkan ke SP4N-LAPOR",
    _REQUEST: "permintaan keterangan, diputuskan ketua",
    "salah-pindai": "salah pindai",
}


def does_not_wait(_session: Session, file: CaseFile) -> Refusal | None:
    """The document does not wait."""
    return not_waiting(file.arrival)


def is_not_struck(_session: Session, file: CaseFile) -> Refusal | None:
    """No strike can be taken back."""
    arrival = file.arrival
    return (
        None
        if arrival.state == ArrivalState.STRUCK
        else Refusal("office.not_struck", item=arrival.agenda or arrival.id, state=arrival.state)
    )


def _change(session: Session, file: CaseFile, struck: str, state: ArrivalState, **detail: object) -> Change:
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
            partial(kept_forms.forget_all, session.settings, arrival.id),
            lambda: arrival_files.write_row(session.settings, arrivals.get(arrival.id)),
        ),
        next=(Next("register" if not struck else "unstrike-arrival", arrival.agenda or arrival.id),),
    )


@act(
    thing=Thing.ARRIVAL, events=(VERB,), roles=REGISTER_ROLES, step=1,
    words=Words(
        N_("Mark a letter as not a complaint"), N_("Mark as not a complaint"),
        N_("Letter {agenda} is marked as not a complaint; its row stays in the mail log. A mistake can be taken back."),
    ),
    shows=Shown((N_("The letter is marked as no complaint. Its row in the mail log and its file stay; "
                    "the mark can be taken back."),)),
    asks=lambda _session, file: (
        one_of(
            CHOSEN, N_("Kind of document"), N_("Choose what comes nearest."), _KINDS,
            proposed=file.about if file.about in SAID else "",
        ),
        reason(N_("Reason for the mark")),
    ),
    blocked=(does_not_wait,),
)  # fmt: skip
def strike_arrival(session: Session, file: CaseFile, answers: Values) -> Change:
    """Strike a document that is no complaint (step 1)."""
    kind = str(answers[CHOSEN])
    return _change(session, file, SAID[kind], ArrivalState.STRUCK, kind=kind, reason=answers[REASON])


@act(
    thing=Thing.ARRIVAL, events=(BACK,), roles=REGISTER_ROLES, step=1,
    words=Words(
        N_("Take a letter back that was marked as not a complaint"), N_("Take back"),
        N_("Letter {agenda} waits again."),
    ),
    shows=Shown((N_("This letter will wait for registration again."),)),
    asks=(reason(N_("Reason for taking it back")),),
    blocked=(is_not_struck,),
)  # fmt: skip
def unstrike_arrival(session: Session, file: CaseFile, answers: Values) -> Change:
    """Let a wrongly struck document wait again (step 1)."""
    state = ArrivalState.READ if file.arrival.reading else ArrivalState.NEW
    return _change(session, file, "", state, reason=answers[REASON])


def is_no_request(_session: Session, file: CaseFile) -> Refusal | None:
    """The document is no request for information."""
    arrival = file.arrival
    return (
        None
        if arrival.struck == SAID[_REQUEST]
        else Refusal("office.no_information_asked", item=arrival.agenda or arrival.id)
    )


@act(
    thing=Thing.ARRIVAL, events=(DECIDED,), roles=CONFIRMERS,
    words=Words(
        N_("Decide a request for information"), N_("Record the decision"),
        N_("The decision about request {agenda} is recorded."),
    ),
    shows=Shown((N_("Police, lawyers and others learn only what a law allows. Whether anybody is known here is neither "
                    "confirmed nor denied before that."),)),
    asks=(
        one_of(CHOSEN, N_("Decision"), N_("What the office answers."), (
            ("dijawab", N_("answered by letter")), ("ditolak", N_("refused by letter")), ("diteruskan", N_("passed to who is competent")),
        )),
        words("basis", N_("Legal basis"), N_("Law and article."), "UU 12/2022 Pasal 69"),
        reason(N_("Reason of the decision")),
    ),
    blocked=(is_no_request,),
    is_grave=True,
)  # fmt: skip
def decide_request(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Decide what the office answers to who asks for information, by a named basis."""
    return Change(
        file.arrival,
        detail={
            "agenda": file.arrival.agenda,
            "decision": answers[CHOSEN],
            "basis": answers["basis"],
            "reason": answers[REASON],
        },
        writes=(partial(edit_presence.done, file.arrival.id),),
    )


def rows(session: Session) -> list[dict[str, Any]]:
    """The requests for information that wait for the chair."""
    if not session.actor.is_any(*CONFIRMERS):
        return []
    done = {event.subject for event in history.of_verb(DECIDED)}
    return [
        {
            "id": arrival.agenda or arrival.id,
            "waits": N_("request {agenda}: decide it and name the basis").of(
                agenda=arrival.agenda or arrival.id
            ),
            "next": (Next("decide-request", arrival.agenda or arrival.id),),
        }
        for arrival in visible.arrivals_in(session, ArrivalState.STRUCK)
        if arrival.struck == SAID[_REQUEST] and arrival.id not in done
    ]
