"""How the last act of a case can be taken back, where the office can: offered right after it, to whoever did it.

Nothing is undone without a trace: each way back is a move of its own with its own reason, and the history keeps both. What
left the office, and what was signed or filed, has no way back; for that there are corrections.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pipeline.cases.case import Case
from pipeline.cases.states import BY_VERB
from pipeline.kernel.errors import Text
from pipeline.kernel.people import Role
from pipeline.office.base import reported_sender
from pipeline.office.base.desk import Desk
from pipeline.records.history import Act

FRESH = timedelta(minutes=15)
"""How long an act counts as the one just done."""
_CHAIR = frozenset({Role.CHAIR})
_AGAIN = Text(
    "Ada yang keliru? Catat sekali lagi; yang baru berlaku.",
    "A mistake? Record it again; the new one counts.",
)


@dataclass(frozen=True)
class Back:
    """A way back: its words, the ``command`` that a page has an address for, the move whose state must fit, and for whom.

    Without a command it is a word to everybody: there is no way back, and this is what is done instead.
    ``{subject}`` in a command stands for the letter that the act was about.
    """

    label: Text
    command: str
    move: str = ""
    roles: frozenset[Role] = frozenset()


_BACK: dict[str, tuple[Back, ...]] = {
    "register": (
        Back(
            Text("Salah didaftarkan? Batalkan pendaftaran", "Registered by mistake? Void it"), "void", "void"
        ),
    ),
    "vet": (
        Back(
            Text(
                "Isian yang keliru? Perbaiki lewat klarifikasi", "A wrong entry? Mend it by a clarification"
            ),
            "clarify",
            "clarify",
        ),
        Back(
            Text(
                "Verifikasi tidak dapat dicabut. Isian yang keliru diperbaiki petugas lewat klarifikasi.",
                "A verification cannot be taken back. A wrong entry is mended by the officer or clerk, by a clarification.",
            ),
            "",
        ),
    ),
    "assign": (Back(Text("Ganti petugas", "Replace the officer"), "assign", "reassign"),),
    "name_officer": (Back(Text("Ganti petugas", "Replace the officer"), "assign", "reassign"),),
    "reassign": (Back(Text("Ganti petugas lagi", "Replace the officer again"), "assign", "reassign"),),
    "inform": (Back(_AGAIN, "inform", "inform"),),
    "inform_attempt": (Back(_AGAIN, "inform", "inform"),),
    "study": (Back(_AGAIN, "study", "study"),),
    "clarify": (Back(_AGAIN, "clarify", "clarify"),),
    "draft": (
        Back(Text("Ada yang keliru? Ganti konsep", "A mistake? Replace the draft"), "draft", "redraft"),
    ),
    "redraft": (
        Back(Text("Ada yang keliru? Ganti konsep", "A mistake? Replace the draft"), "draft", "redraft"),
    ),
    "approve": (
        Back(
            Text("Batalkan surat dan nomornya", "Void the letter and its number"),
            "void --letter",
            "void_letter",
        ),
    ),
    "close": (Back(Text("Buka kembali kasus", "Open the case again"), "reopen", "reopen"),),
    "close_unanswered": (Back(Text("Buka kembali kasus", "Open the case again"), "reopen", "reopen"),),
    "merge": (Back(Text("Pisahkan lagi", "Part them again"), "merge --undo", "unmerge"),),
    "hold": (Back(Text("Cabut penangguhan", "Lift the hold"), "hold --lift", roles=_CHAIR),),
    "conflict": (Back(Text("Cabut halangan", "Lift the block"), "conflict --lift", roles=_CHAIR),),
    "password": (
        Back(
            Text("Cabut kata sandi", "Withdraw the password"),
            "password --withdraw",
            roles=BY_VERB["inform"].roles,
        ),
    ),
}


@dataclass(frozen=True)
class Latest:
    """What the actor did last at a case, moments ago: the act, and the ways back that are open to them."""

    act: Act
    ways: tuple[Back, ...]


def latest(desk: Desk, case: Case, acts: Sequence[Act], now: datetime) -> Latest | None:
    """Return the newest act of ``case`` where it is the actor's own and fresh, with its ways back; else None."""
    taken = [one for one in acts if one.verb not in ("reveal", reported_sender.FOUND)]
    if not taken or taken[-1].account != desk.actor.account or now - taken[-1].at > FRESH:
        return None
    last = taken[-1]
    ways = (one for one in _BACK.get(last.verb, ()) if _is_open(desk, case, one))
    return Latest(last, tuple(replace(one, command=one.command.format(subject=last.subject)) for one in ways))


def _is_open(desk: Desk, case: Case, one: Back) -> bool:
    if not one.command:
        return True
    if one.move and case.state not in BY_VERB[one.move].sources:
        return False
    return desk.actor.is_any(*(BY_VERB[one.move].roles if one.move else one.roles))
