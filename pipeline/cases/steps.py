"""The step line of a case: which steps are done, open, or do not apply, and why one cannot be taken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.cases.states import BY_VERB, STEPS, State, possible
from pipeline.cases.values import Values, flag, text
from pipeline.kernel.text import Text

_SKIPPED = {
    "void", "reopen", "return", "redraft", "take_edited", "recontact", "dispatch", "attempt", "report", "simfoni",
    "undeliverable", "close_unanswered", "add_letter", "answer_again", "deliver_late",
    "merge", "unmerge", "divide",
}  # fmt: skip
_BESIDE = {"undeliverable": 13, "deliver_late": 13, "close_unanswered": 14}
"""Moves that end a step without being the way on to it."""


class Progress(StrEnum):
    """How far one step is."""

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
    """Return the fourteen steps; ``taken`` holds the verbs of the history.

    A signed letter has passed steps 3 and 10, an arrived case 1 and 2. The first open step with a move is
    "now".
    """
    if state is State.OLD:
        return tuple(StepStatus(one.number, one.label, Progress.NOT_APPLICABLE) for one in STEPS)
    done = {1, 2} | {BY_VERB[verb].step for verb in taken if verb in BY_VERB and verb not in _SKIPPED}
    done |= {_BESIDE[verb] for verb in taken if verb in _BESIDE}
    done = (done - _undone(state)) | _implied(state, values, taken)
    open_ = {one.step for one in possible(state) if one.target is not None and one.verb not in _SKIPPED}
    now = min(open_ - done, default=None)
    return tuple(StepStatus(one.number, one.label, _progress(one.number, done, now, values)) for one in STEPS)


def with_next(line: Sequence[StepStatus], number: int | None) -> tuple[StepStatus, ...]:
    """Return ``line`` with step ``number`` alone as next."""
    return tuple(replace(one, progress=_or_next(one, number)) for one in line)


def _or_next(one: StepStatus, number: int | None) -> Progress:
    if one.number == number:
        return Progress.NOW
    return Progress.LATER if one.progress is Progress.NOW else one.progress


def _undone(state: State) -> set[int]:
    if state in (State.RETURNED, State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING):
        return {10, 11, 12, 13, 14}
    return {11, 12, 13} if state is State.DRAFTED else {11} if state is State.APPROVED else set()


def _implied(state: State, values: Values, taken: Collection[str]) -> set[int]:
    found = set()
    if flag(values, "services_explained"):
        found.add(3)
    if text(values, "caller_answer"):
        found.add(4)
    if state in (
        State.DRAFTED,
        State.APPROVED,
        State.SIGNED,
        State.UNNUMBERED,
        State.FILED,
        State.DELIVERED,
    ) or (state is State.CLOSED and "sign" in taken):
        found |= {3, 10}
    return found


def _progress(number: int, done: set[int], now: int | None, values: Values) -> Progress:
    if number == 4 and text(values, "channel") != "phone":
        return Progress.NOT_APPLICABLE
    if number in done:
        return Progress.DONE
    return Progress.NOW if number == now else Progress.LATER


_ON_CALLS = (3, 4)
"""A call takes these by itself."""
_ENTERED = frozenset({State.REGISTERED, State.VETTED, State.ASSIGNED, State.CLARIFYING, State.RETURNED})
_ON_DESK = frozenset({State.DRAFTED, State.APPROVED})

_SIDEWAYS = frozenset({
    "deliver_late", "close_unanswered", "reopen", "merge", "unmerge", "divide", "void", "void_letter", "take_edited",
    "return", "recontact", "add_letter", "answer_again", "reassign",
})  # fmt: skip
"""Moves of a step that are not the way on to it."""
_OVER = {
    State.CLOSED: Text("Tidak dikerjakan; kasus sudah selesai.", "Not taken; the case is closed."),
    State.VOID: Text("Tidak dikerjakan; pendaftaran dibatalkan.", "Not taken; the registration was voided."),
    State.OLD: Text("Kasus dari register lama tidak diperiksa per langkah.",
                    "A case of the paper register is exempt from the steps."),
}  # fmt: skip
_CHAIR_HAS_IT = Text("Konsep ada di meja ketua; langkah ini terbuka lagi bila ketua mengembalikannya.",
                     "The draft is on the chair's desk; this step opens again if the chair returns it.")  # fmt: skip
_ANSWERED = Text("Surat jawaban sudah ditandatangani; yang baru dicatat lewat surat lanjutan.",
                 "The answer is signed; what is new comes with a further letter.")  # fmt: skip
_PASSED = {
    3: Text("Terpenuhi bila konsep yang memuat daftar layanan diajukan (langkah 10).",
            "Met when a draft with the list of services is handed in (step 10)."),
    4: Text("Hanya untuk telepon: nasihat dan jawaban penelepon dicatat saat pendaftaran.",
            "For calls only: advice and answer are recorded at registration."),
    5: Text("Korban belum diberi tahu lewat jalur aman.", "The victim has not been told by the safe route."),
    6: Text("Kasus sudah berjalan tanpa verifikasi tersendiri.", "The case went on without a verification of its own."),
    7: Text("Kasus sudah berjalan tanpa penugasan tersendiri.", "The case went on without an assignment of its own."),
}  # fmt: skip
_WAITS_DRAFT = Text(
    "Menunggu konsep surat jawaban (langkah 10).", "Waits for the draft of the answer (step 10)."
)
_WAITS_SIGNED = Text(
    "Menunggu kedua salinan bertanda tangan (langkah 11).", "Waits for both signed copies (step 11)."
)
_WAITS_FILED = Text(
    "Menunggu surat diarsipkan (langkah 12).", "Waits for the letter to be archived (step 12)."
)
_WAITS_NUMBER = Text("Menunggu nomor dari sekretariat.", "Waits for the number of the secretariat.")
_NOT_CLEAR = Text("Masih ada yang wajib jelas dahulu (langkah 9): {fields}.",
                  "What must be clear first is still open (step 9): {fields}.")  # fmt: skip
_WAITS_CLOSING = Text("Menunggu surat diarsipkan (langkah 12); tanpa surat jawaban hanya ketua yang dapat menutup.",
                      "Waits for the letter to be archived (step 12); without an answer only the chair may close.")  # fmt: skip


def not_clear(missing: Sequence[Text]) -> Text:
    """Return the sentence that names what is ``missing``."""
    return Text(
        *(_NOT_CLEAR.fill(lang, fields=", ".join(one.fill(lang) for one in missing)) for lang in ("id", "en"))
    )


def why_not(step: int, state: State, values: Values, missing: Sequence[Text] = ()) -> Text | None:
    """Return why ``step`` cannot be taken in ``state``; None where it can.

    ``missing`` names required answers that are open (step 9).
    """
    can_be_taken = any(one.step == step and one.verb not in _SIDEWAYS for one in possible(state))
    if state in _OVER and not can_be_taken:
        return _OVER[state]
    if step == 10 and missing and state in _ENTERED:
        return not_clear(missing)
    if can_be_taken and (step not in _ON_CALLS or text(values, "channel") == "phone"):
        return None
    if step == 4 and text(values, "channel") != "phone":
        return _PASSED[4]
    if step in (8, 9, 10):
        return _CHAIR_HAS_IT if state in _ON_DESK else _ANSWERED
    if step in _PASSED:
        return _PASSED[step]
    if step == 11:
        return _WAITS_DRAFT if state in _ENTERED else None
    if step == 12:
        return _WAITS_NUMBER if state is State.UNNUMBERED else _WAITS_SIGNED
    return _WAITS_CLOSING if step == 14 and state in _ENTERED else _WAITS_FILED
