"""What may be told on the telephone about a case: one sentence of a list, chosen by its state and by nothing else.

Never the content, a name, a number, a day or a place (product.md, *Enquiries by phone*). Where nothing may be told, the
answer is always the same sentence, whatever the cause.
"""

import re
import unicodedata

from pipeline.cases.states import State

NOTHING = "keterangan-tidak-ada"
"""The sentence for a wrong number, a wrong password, a case without one, and too many tries."""
_RECEIVED, _WAITS = "keterangan-diterima", "keterangan-menunggu"
_ANSWERING, _DONE, _OVER = "keterangan-disiapkan", "keterangan-disampaikan", "keterangan-selesai"
BY_STATE: dict[State, str] = {
    State.REGISTERED: _RECEIVED,
    State.VETTED: _RECEIVED,
    State.ASSIGNED: _RECEIVED,
    State.CLARIFYING: _WAITS,
    State.DRAFTED: _ANSWERING,
    State.RETURNED: _ANSWERING,
    State.APPROVED: _ANSWERING,
    State.SIGNED: _ANSWERING,
    State.UNNUMBERED: _ANSWERING,
    State.FILED: _ANSWERING,
    State.DELIVERED: _DONE,
    State.CLOSED: _OVER,
}
"""Of a voided registration and of the paper register nothing is told: nobody agreed on a password there."""
SHORTEST = 6
_KINDS = 4


def sentence(state: State) -> str:
    """Return the name of the sentence that may be told of a case in ``state``."""
    return BY_STATE.get(state, NOTHING)


def spoken(password: str) -> str:
    """Return a password as it is compared: what is said aloud has no capitals, signs or double blanks."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())


def is_weak(password: str) -> bool:
    """Tell whether a password, as it is compared, is too short, of too few different signs, or digits alone.

    A birthday or a telephone number is known to whoever lives in the same house.
    """
    letters = password.replace(" ", "")
    return len(letters) < SHORTEST or len(set(letters)) < _KINDS or letters.isdigit()
