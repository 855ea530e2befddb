"""What may be told on the telephone, by the state alone."""

import re
import unicodedata

from pipeline.cases.states import State

NOTHING = "keterangan-tidak-ada"
"""Also for a wrong number or password."""
_RECEIVED, _WAITS = "keterangan-diterima", "keterangan-menunggu"
_ANSWERING, _DONE, _OVER = "keterangan-disiapkan", "keterangan-disampaikan", "keterangan-selesai"
BY_STATE: dict[State, str] = {
    State.REGISTERED: _RECEIVED, State.VETTED: _RECEIVED, State.ASSIGNED: _RECEIVED, State.CLARIFYING: _WAITS,
    State.DRAFTED: _ANSWERING, State.RETURNED: _ANSWERING, State.APPROVED: _ANSWERING, State.SIGNED: _ANSWERING,
    State.UNNUMBERED: _ANSWERING, State.FILED: _ANSWERING, State.DELIVERED: _DONE, State.CLOSED: _OVER,
}  # fmt: skip
"""Other cases agreed on no password."""
SHORTEST = 6
_KINDS = 4


def sentence(state: State) -> str:
    """Its name."""
    return BY_STATE.get(state, NOTHING)


def spoken(password: str) -> str:
    """A password without capitals, signs, double blanks."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())


def is_weak(password: str) -> bool:
    """Short, uniform, or digits alone, which a household knows."""
    letters = password.replace(" ", "")
    return len(letters) < SHORTEST or len(set(letters)) < _KINDS or letters.isdigit()
