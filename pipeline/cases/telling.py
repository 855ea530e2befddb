"""What may be told on the telephone about a case: one sentence, by its state alone.

Never content, name, number, day or place (product.md, *Enquiries by phone*). Where nothing may be told,
always the same sentence.
"""

import re
import unicodedata

from pipeline.cases.states import State

NOTHING = "keterangan-tidak-ada"
"""For a wrong number or password, a case without one, and too many tries."""
_RECEIVED, _WAITS = "keterangan-diterima", "keterangan-menunggu"
_ANSWERING, _DONE, _OVER = "keterangan-disiapkan", "keterangan-disampaikan", "keterangan-selesai"
BY_STATE: dict[State, str] = {
    State.REGISTERED: _RECEIVED, State.VETTED: _RECEIVED, State.ASSIGNED: _RECEIVED, State.CLARIFYING: _WAITS,
    State.DRAFTED: _ANSWERING, State.RETURNED: _ANSWERING, State.APPROVED: _ANSWERING, State.SIGNED: _ANSWERING,
    State.UNNUMBERED: _ANSWERING, State.FILED: _ANSWERING, State.DELIVERED: _DONE, State.CLOSED: _OVER,
}  # fmt: skip
"""Void and paper register are missing: nobody agreed on a password there."""
SHORTEST = 6
_KINDS = 4


def sentence(state: State) -> str:
    """Return the name of the sentence for ``state``."""
    return BY_STATE.get(state, NOTHING)


def spoken(password: str) -> str:
    """Return a password as compared: what is said aloud has no capitals, signs or double blanks."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())


def is_weak(password: str) -> bool:
    """Whether a password is too short, too uniform, or digits alone.

    Whoever lives in the same house knows birthday and telephone number.
    """
    letters = password.replace(" ", "")
    return len(letters) < SHORTEST or len(set(letters)) < _KINDS or letters.isdigit()
