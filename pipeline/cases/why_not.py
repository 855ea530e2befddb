"""Why a step cannot be taken yet, or any more: the reasons behind :mod:`pipeline.cases.states`."""

from collections.abc import Sequence

from pipeline.cases.states import State, possible
from pipeline.cases.values import Values, text
from pipeline.kernel.text import Text

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
