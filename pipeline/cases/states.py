"""States and steps of the *SOP Pelayanan Penanganan Pengaduan secara Tidak Langsung*.

Drafting does not wait for vetting and assigning.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.cases.problems import NotPossible
from pipeline.cases.values import Values, flag, text
from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import BESIDE
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Text


class State(StrEnum):
    """The register's status."""

    REGISTERED = "terdaftar"
    VETTED = "terverifikasi"
    ASSIGNED = "ditugaskan"
    CLARIFYING = "menunggu klarifikasi"
    DRAFTED = "konsep diajukan"
    RETURNED = "konsep dikembalikan"
    APPROVED = "menunggu tanda tangan"
    SIGNED = "ditandatangani"
    UNNUMBERED = "menunggu nomor"
    FILED = "diarsipkan"
    DELIVERED = "disampaikan"
    CLOSED = "selesai"
    VOID = "dibatalkan"
    OLD = "register lama"

    @property
    def label(self) -> Text:
        """Shown to people."""
        return Text(self.value, _ENGLISH[self.name])


_ENGLISH = {
    "REGISTERED": "registered", "VETTED": "verified", "ASSIGNED": "assigned", "CLARIFYING": "waiting for clarification",
    "DRAFTED": "draft with the chair", "RETURNED": "draft returned", "APPROVED": "waiting for signatures",
    "SIGNED": "signed", "UNNUMBERED": "waiting for its number", "FILED": "archived", "DELIVERED": "delivered",
    "CLOSED": "closed", "VOID": "void", "OLD": "paper register",
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One of the fourteen steps."""

    number: int
    label: Text


STEPS: tuple[Step, ...] = (
    Step(1, N_("Receive and record the victim's identity")),
    Step(2, N_("Record the reporter, explore the problem")),
    Step(3, N_("Explain services, referral and principles")),
    Step(4, N_("Advise a caller to come or to write")),
    Step(5, N_("Take the letter forward, inform the victim")),
    Step(6, N_("Verify the report", "states")),
    Step(7, N_("Assign the officer")),
    Step(8, N_("Study language and intent", "states")),
    Step(9, N_("Clarify what is unclear")),
    Step(10, N_("Draft the answer and the follow-up")),
    Step(11, N_("The chair signs in duplicate")),
    Step(12, N_("Enter in the register and archive")),
    Step(13, N_("Deliver the answer")),
    Step(14, N_("Document the handling")),
)  # fmt: skip


@dataclass(frozen=True)
class Move:
    """Allowed to any of ``roles``; without ``target`` it records work."""

    verb: str
    step: int
    label: Text
    sources: frozenset[State]
    target: State | None
    roles: frozenset[Role]


_OPEN = frozenset({State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING, State.RETURNED})
_ALIVE = frozenset(set(State) - {State.CLOSED, State.VOID, State.OLD})
_WHOLE = frozenset({
    State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING, State.FILED, State.DELIVERED,
})  # fmt: skip
_HANDLED = _ALIVE - {State.REGISTERED, State.VETTED}
_CLERK, _OFFICER, _CHAIR, _ARCHIVIST = Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST


def _move(
    verb: str,
    step: int,
    label: tuple[str, str],
    sources: Collection[State],
    target: State | None,
    roles: Collection[Role],
) -> Move:
    return Move(verb, step, Text(*label), frozenset(sources), target, frozenset(roles))


MOVES: tuple[Move, ...] = (
    _move("add_letter", 1, ("menambahkan surat masuk", "add a further letter"), _ALIVE, None, {_CLERK}),
    _move("answer_again", 10, ("membuka jawaban untuk surat susulan", "answer a further letter"),
          {State.FILED, State.DELIVERED}, State.ASSIGNED, {_CLERK, _OFFICER}),
    _move("explore", 2, ("menggali masalah", "explore"), _OPEN, None, {_CLERK, _OFFICER}),
    _move("explain", 3, ("menjelaskan layanan", "explain"), _OPEN, None, {_CLERK}),
    _move("advise", 4, ("memberi saran", "advise"), _OPEN, None, {_CLERK}),
    _move("inform", 5, ("memberi tahu korban", "inform"), _ALIVE, None, {_CLERK, _OFFICER}),
    _move("vet", 6, ("memverifikasi", "vet"), {State.REGISTERED}, State.VETTED, {_CHAIR, _OFFICER}),
    _move("assign", 7, ("menugaskan", "assign"), {State.REGISTERED, State.VETTED}, State.ASSIGNED, {_CHAIR}),
    _move("name_officer", 7, ("menugaskan", "assign"), {State.CLARIFYING}, None, {_CHAIR}),
    _move("reassign", 7, ("mengganti petugas", "reassign"), _HANDLED, None, {_CHAIR}),
    _move("study", 8, ("mempelajari", "study"), _OPEN, None, {_OFFICER}),
    _move("identify", 8, ("menulis laporan hasil identifikasi", "write the identification report"), _ALIVE, None,
          {_OFFICER}),
    *(_move(kind.act, 9 if kind.asks else 10, kind.doing, _OPEN, State.CLARIFYING if kind.asks else None, {_OFFICER, _CLERK})
      for kind in BESIDE),
    _move("clarify", 9, ("mencatat klarifikasi", "record a clarification"), _OPEN, None, {_OFFICER, _CLERK}),
    _move("recontact", 9, ("mencatat kontak aman yang berubah", "record a changed safe contact"),
          {State.DRAFTED, State.APPROVED, State.SIGNED, State.UNNUMBERED, State.FILED}, State.RETURNED,
          {_OFFICER, _CLERK}),
    _move("draft", 10, ("mengajukan konsep", "draft"), _OPEN, State.DRAFTED, {_OFFICER}),
    _move("redraft", 10, ("mengganti konsep", "redraft"), {State.DRAFTED}, State.DRAFTED, {_OFFICER}),
    _move("return", 11, ("mengembalikan konsep", "return"), {State.DRAFTED, State.APPROVED}, State.RETURNED, {_CHAIR}),
    _move("take_edited", 11, ("memakai konsep yang disunting", "take the edited draft"),
          {State.DRAFTED, State.RETURNED}, State.DRAFTED, {_CHAIR}),
    _move("approve", 11, ("menyetujui konsep", "approve"), {State.DRAFTED}, State.APPROVED, {_CHAIR}),
    _move("void_letter", 11, ("membatalkan surat", "void the letter"),
          {State.DRAFTED, State.RETURNED, State.APPROVED}, State.RETURNED, {_CHAIR}),
    _move("sign", 11, ("mencatat kedua salinan bertanda tangan", "record both signed copies"), {State.APPROVED},
          State.SIGNED, {_CLERK, _OFFICER, _CHAIR, _ARCHIVIST}),
    _move("await_number", 12, ("menunggu nomor sekretariat", "wait for the number"), {State.SIGNED},
          State.UNNUMBERED, {_CLERK, _OFFICER, _CHAIR, _ARCHIVIST}),
    _move("number", 12, ("mencatat nomor sekretariat", "enter the secretariat's number"), {State.UNNUMBERED},
          State.SIGNED, {_CLERK, _OFFICER}),
    _move("file", 12, ("mengarsipkan", "file"), {State.SIGNED}, State.FILED, {_CLERK, _OFFICER, _CHAIR, _ARCHIVIST}),
    _move("dispatch", 13, ("mengeluarkan surat", "dispatch"), {State.FILED, State.DELIVERED}, None, {_CLERK}),
    _move("attempt", 13, ("mencatat penyampaian yang belum berhasil", "record a failed delivery"), {State.FILED}, None,
          {_CLERK}),
    _move("deliver", 13, ("menyampaikan surat", "deliver"), {State.FILED}, State.DELIVERED, {_CLERK}),
    _move("undeliverable", 13, ("menyatakan surat tidak dapat disampaikan", "declare undeliverable"), {State.FILED},
          None, {_CLERK}),
    _move("deliver_late", 13,
          ("mencatat kemudian penyampaian sebelum kontak aman berubah", "record a delivery from before the contact changed"),
          _ALIVE, None, {_CLERK}),
    _move("report", 14, ("membuat laporan penanganan", "report"), {State.FILED, State.DELIVERED, State.CLOSED}, None,
          {_OFFICER, _CLERK, _CHAIR}),
    _move("close", 14, ("menutup kasus", "close"), {State.FILED, State.DELIVERED}, State.CLOSED, {_CHAIR, _OFFICER}),
    _move("close_unanswered", 14, ("menutup kasus tanpa surat jawaban", "close without an answer"), _OPEN,
          State.CLOSED, {_CHAIR}),
    _move("simfoni", 14, ("mencatat entri SIMFONI-PPA", "record the entry into SIMFONI-PPA"),
          {State.FILED, State.DELIVERED, State.CLOSED}, None, {_OFFICER, _CLERK}),
    _move("reopen", 14, ("membuka kembali", "reopen"), {State.CLOSED}, State.ASSIGNED, {_CHAIR}),
    _move("merge", 14, ("menggabung dengan kasus lain", "merge with another case"), _WHOLE, State.CLOSED, {_CHAIR}),
    _move("unmerge", 14, ("memisah lagi dari kasus lain", "part from another case"), {State.CLOSED}, None, {_CHAIR}),
    _move("divide", 14, ("membagi kasus", "divide the case"), _ALIVE, None, {_CLERK, _CHAIR}),
    _move("void", 1, ("membatalkan pendaftaran", "void"), {State.REGISTERED, State.VETTED}, State.VOID,
          {_CLERK, _CHAIR}),
)  # fmt: skip
BY_VERB = {row.verb: row for row in MOVES}
REGISTER_ROLES = frozenset({_CLERK})
PRINTERS = frozenset({_CLERK, _OFFICER, _CHAIR})
CONFIRMERS = frozenset({_CHAIR})


def find_move(verb: str) -> Move:
    """By its verb."""
    if verb not in BY_VERB:
        raise Refusal("cases.unknown_move", verb=verb[:40], known=", ".join(BY_VERB))
    return BY_VERB[verb]


def possible(state: State, roles: Collection[Role] | None = None) -> tuple[Move, ...]:
    """Moves from ``state``, of ``roles`` where given."""
    return tuple(
        row for row in MOVES if state in row.sources and (roles is None or not row.roles.isdisjoint(roles))
    )


OFFERED = {
    "vet": "verify-report", "assign": "assign-officer", "name_officer": "assign-officer",
    "clarify": "record-clarification", "draft": "draft", "redraft": "draft", "approve": "approve-letter",
    "return": "return-letter", "sign": "print", "number": "enter-number", "deliver": "record-delivery",
    "close": "close-case", "reopen": "reopen-case",
}  # fmt: skip
"""Copies that come back cause the other moves."""
_DONE_BY = {"sign": PRINTERS}
"""Whoever lays in a scan may not therefore print."""


def offered(state: State, roles: Collection[Role] | None = None, officer: str = "") -> tuple[str, ...]:
    """What can be done next; with an ``officer``, not naming one."""
    named = {"name_officer"} if officer else set()
    acts = [
        OFFERED[wanted.verb]
        for wanted in possible(state, roles)
        if wanted.verb in OFFERED
        and wanted.verb not in named
        and (roles is None or not _DONE_BY.get(wanted.verb, wanted.roles).isdisjoint(roles))
    ]
    return tuple(dict.fromkeys(acts))


def move(state: State, verb: str, roles: Collection[Role]) -> State:
    """The state after ``verb``. Raises :class:`NotPossible`."""
    transition = find_move(verb)
    if transition.roles.isdisjoint(roles):
        raise Refusal(
            "cases.not_your_move", verb=verb, roles=", ".join(sorted(role.value for role in transition.roles))
        )
    if state not in transition.sources:
        raise NotPossible(verb=verb, state=state.value)
    return state if transition.target is None else transition.target


_SKIPPED = {
    "void", "reopen", "return", "redraft", "take_edited", "recontact", "dispatch", "attempt", "report", "simfoni",
    "undeliverable", "close_unanswered", "add_letter", "answer_again", "deliver_late",
    "merge", "unmerge", "divide",
}  # fmt: skip
_LATE_STEPS = {"undeliverable": 13, "deliver_late": 13, "close_unanswered": 14}


class Progress(StrEnum):
    """How far a step is."""

    DONE = "selesai"
    NOW = "sekarang"
    LATER = "belum"
    NOT_APPLICABLE = "tidak berlaku"


@dataclass(frozen=True)
class StepStatus:
    """One step of the line."""

    number: int
    label: Text
    progress: Progress


def step_line(state: State, values: Values, taken: Collection[str] = ()) -> tuple[StepStatus, ...]:
    """The fourteen steps; ``taken`` are verbs of the history."""
    if state is State.OLD:
        return tuple(StepStatus(step.number, step.label, Progress.NOT_APPLICABLE) for step in STEPS)
    done = {1, 2} | {BY_VERB[verb].step for verb in taken if verb in BY_VERB and verb not in _SKIPPED}
    done |= {_LATE_STEPS[verb] for verb in taken if verb in _LATE_STEPS}
    done = (done - _undone(state)) | _implied(state, values, taken)
    open_ = {
        open_move.step
        for open_move in possible(state)
        if open_move.target is not None and open_move.verb not in _SKIPPED
    }
    now = min(open_ - done, default=None)
    return tuple(
        StepStatus(step.number, step.label, _progress(step.number, done, now, values)) for step in STEPS
    )


def with_next(line: Sequence[StepStatus], number: int | None) -> tuple[StepStatus, ...]:
    """``line`` with step ``number`` alone as next."""
    return tuple(replace(step, progress=_or_next(step, number)) for step in line)


def _or_next(status: StepStatus, number: int | None) -> Progress:
    if status.number == number:
        return Progress.NOW
    return Progress.LATER if status.progress is Progress.NOW else status.progress


def _undone(state: State) -> set[int]:
    if state in (State.RETURNED, State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING):
        return {10, 11, 12, 13, 14}
    return {11, 12, 13} if state is State.DRAFTED else {11} if state is State.APPROVED else set()


def _implied(state: State, values: Values, taken: Collection[str]) -> set[int]:
    steps = set()
    if flag(values, "services_explained"):
        steps.add(3)
    if text(values, "caller_answer"):
        steps.add(4)
    if state in (
        State.DRAFTED,
        State.APPROVED,
        State.SIGNED,
        State.UNNUMBERED,
        State.FILED,
        State.DELIVERED,
    ) or (state is State.CLOSED and "sign" in taken):
        steps |= {3, 10}
    return steps


def _progress(number: int, done: set[int], now: int | None, values: Values) -> Progress:
    if number == 4 and text(values, "channel") != "phone":
        return Progress.NOT_APPLICABLE
    if number in done:
        return Progress.DONE
    return Progress.NOW if number == now else Progress.LATER


_ON_CALLS = (3, 4)
_ENTERED = frozenset({State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING, State.RETURNED})
_ON_DESK = frozenset({State.DRAFTED, State.APPROVED})

_SIDEWAYS = frozenset({
    "deliver_late", "close_unanswered", "reopen", "merge", "unmerge", "divide", "void", "void_letter", "take_edited",
    "return", "recontact", "add_letter", "answer_again", "reassign", "identify",
})  # fmt: skip
_OVER = {
    State.CLOSED: N_("Not taken; the case is closed."),
    State.VOID: N_("Not taken; the registration was voided."),
    State.OLD: N_("A case of the paper register is exempt from the steps."),
}  # fmt: skip
_CHAIR_HAS_IT = N_("The draft is with the chair; this step opens again if the chair returns it.")  # fmt: skip
_ANSWERED = N_("The answer is signed; what is new comes with a further letter.")  # fmt: skip
_PASSED = {
    3: N_("Met when a draft with the list of services is handed in (step 10)."),
    4: N_("For calls only: advice and answer are recorded at registration."),
    5: N_("The victim has not been told by the safe route."),
    6: N_("The case went on without a verification of its own."),
    7: N_("The case went on without an assignment of its own."),
}  # fmt: skip
_WAITS_REPORT = N_("Waits for the identification report (step 8).")
_WAITS_DRAFT = N_("Waits for the draft of the answer (step 10).")
_WAITS_SIGNED = N_("Waits for both signed copies (step 11).")
_WAITS_FILED = N_("Waits for the letter to be archived (step 12).")
_WAITS_NUMBER = N_("Waits for the number of the secretariat.")
_NOT_CLEAR = N_("What must be clear first is still open (step 9): {fields}.")  # fmt: skip
_WAITS_CLOSING = N_("Waits for the letter to be archived (step 12); without an answer only the chair may "
                    "close.")  # fmt: skip


def not_clear(missing: Sequence[Text]) -> Text:
    """Names what is ``missing``."""
    return Text(
        *(
            _NOT_CLEAR.fill(lang, fields=", ".join(label.fill(lang).rstrip("?") for label in missing))
            for lang in ("id", "en")
        )
    )


def why_not(
    step: int, state: State, values: Values, missing: Sequence[Text] = (), *, awaits_report: bool = False
) -> Text | None:
    """Why ``step`` cannot be taken; ``missing`` are required answers, ``awaits_report`` is of a draft."""
    can_be_taken = any(
        open_move.step == step and open_move.verb not in _SIDEWAYS for open_move in possible(state)
    )
    if state in _OVER and not can_be_taken:
        return _OVER[state]
    if step == 10 and state in _ENTERED and (missing or awaits_report):
        return not_clear(missing) if missing else _WAITS_REPORT
    if can_be_taken and (step not in _ON_CALLS or text(values, "channel") == "phone"):
        return None
    if step in (8, 9, 10):
        return _CHAIR_HAS_IT if state in _ON_DESK else _ANSWERED
    if step in _PASSED:
        return _PASSED[step]
    if step == 11:
        return _WAITS_DRAFT if state in _ENTERED else None
    if step == 12:
        return _WAITS_NUMBER if state is State.UNNUMBERED else _WAITS_SIGNED
    return _WAITS_CLOSING if step == 14 and state in _ENTERED else _WAITS_FILED
