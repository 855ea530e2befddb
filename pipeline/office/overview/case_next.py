"""What can be done at a case now: whose turn it is, what each step would be, and why it cannot be taken by this person.

The moves stand in :mod:`pipeline.cases.states`, what a case waits for in ``todo_rows`` and ``deliver_todo``. Here they
become one list for one case, the most pressing first, each with the command that a page has an address for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.cases.case import Case
from pipeline.cases.completeness import gaps
from pipeline.cases.fields.informing import STOP
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.outcomes import MERGED
from pipeline.cases.states import BY_VERB, OFFERED, Move, State, offered
from pipeline.cases.values import text
from pipeline.cases.why_not import not_clear
from pipeline.kernel.errors import Text
from pipeline.kernel.people import Role
from pipeline.office.arrivals import danger_later
from pipeline.office.base.desk import Desk
from pipeline.office.base.other_eyes import REGISTERING, may_not
from pipeline.office.cases import crisis
from pipeline.office.delivery import deliver_todo
from pipeline.office.signing.print_out import PRINTERS
from pipeline.records.history import Act

_MOVE_OF = {words: verb for verb, words in reversed(OFFERED.items())}
_BESIDE = ("inform", "study", "simfoni")
_MAIN = {
    State.REGISTERED: ("vet", "assign"),
    State.VETTED: ("assign",),
    State.ASSIGNED: ("draft",),
    State.CLARIFYING: ("clarify",),
    State.RETURNED: ("draft",),
    State.DRAFTED: ("approve",),
    State.APPROVED: ("sign",),
    State.UNNUMBERED: ("number",),
    State.FILED: ("deliver", "close"),
    State.DELIVERED: ("close",),
    State.CLOSED: ("simfoni",),
}
"""The moves that carry a case on from its state; the others go beside them."""
_WORDS = {
    "inform": Text("Hubungi korban", "Contact the victim"),
    "vet": Text("Verifikasi laporan", "Verify the report"),
    "assign": Text("Tugaskan petugas", "Assign an officer"),
    "study": Text("Pelajari bahasa dan maksud", "Study language and intent"),
    "clarify": Text("Catat klarifikasi", "Record a clarification"),
    "draft": Text("Susun konsep surat jawaban", "Draft the answer letter"),
    "redraft": Text("Ganti konsep", "Replace the draft"),
    "approve": Text("Baca dan setujui konsep", "Read and approve the draft"),
    "return": Text("Kembalikan konsep", "Return the draft"),
    "sign": Text("Cetak kedua salinan", "Print both copies"),
    "number": Text("Isi nomor sekretariat", "Enter the secretariat's number"),
    "deliver": Text("Catat penyampaian", "Record the delivery"),
    "close": Text("Tutup kasus", "Close the case"),
    "simfoni": Text("Catat entri SIMFONI-PPA", "Record the entry into SIMFONI-PPA"),
    "reopen": Text("Buka kembali kasus", "Open the case again"),
}
_TAKE = Text("Ambil alih menurut SOP krisis", "Take over under the crisis procedure")
_HEED = Text("Nyatakan kata bahaya sudah ditangani", "State that the danger words were seen to")
_SEND = Text("Keluarkan surat dengan tanda terimanya", "Send the letter out with its receipt")
_OWN_ENTRY = Text(
    "Anda yang mendaftarkan kasus ini, jadi orang lain yang memverifikasinya.",
    "You registered this case, so somebody else verifies it.",
)


@dataclass(frozen=True)
class Action:
    """One thing that can be done: its words, SOP ``step``, the ``command`` that says it, whose it is (``roles``).

    ``is_mine`` tells that the actor may do it, ``why_not`` why even so not now. ``is_main`` carries the case on.
    """

    verb: str
    label: Text
    step: int
    command: str
    roles: frozenset[Role]
    is_mine: bool = False
    is_main: bool = False
    why_not: Text | None = None


def actions(desk: Desk, case: Case, acts: Sequence[Act]) -> list[Action]:
    """Return what can be done at ``case`` with these ``acts``: the actor's own first, of those what carries it on."""
    found = [
        *_alarms(desk, case, acts),
        *(_action(desk, case, one, acts) for one in _moves(case, acts)),
        *_sending(desk, case),
    ]
    return sorted(found, key=lambda one: (not one.is_mine, one.why_not is not None, not one.is_main))


def carries_on(state: str, possible: Sequence[str]) -> tuple[Text, str] | None:
    """Return the move that carries a case on from ``state``: its words and command, if it is among those ``possible``."""
    main = _MAIN.get(State(state), ())
    for command in possible:
        verb = _MOVE_OF.get(command, "")
        if verb in main:
            return _words(BY_VERB[verb]), command
    return None


def _words(move: Move) -> Text:
    return _WORDS.get(move.verb, _WORDS.get(OFFERED.get(move.verb, "").partition(" ")[0], move.label))


def _alarms(desk: Desk, case: Case, acts: Sequence[Act]) -> Iterator[Action]:
    raised = crisis.of(acts)
    for is_open, verb, label, roles, command in (
        (raised is not None and raised.is_open, "crisis", _TAKE, crisis.TAKERS, "crisis --take"),
        (bool(danger_later.open_in(acts)), "heed", _HEED, danger_later.HEEDERS, "heed"),
    ):
        if is_open:
            yield Action(verb, label, 2, command, roles, desk.actor.is_any(*roles), is_main=True)


def _sending(desk: Desk, case: Case) -> Iterator[Action]:
    """Yield that the answer may leave with its receipt, while it has not."""
    if case.state is State.FILED and not deliver_todo.has_left(case.number):
        roles = BY_VERB["dispatch"].roles
        yield Action("dispatch", _SEND, 13, "deliver --to FOLDER", roles, desk.actor.is_any(*roles))


def _moves(case: Case, acts: Sequence[Act]) -> Iterator[Move]:
    """Yield the moves that are next, and those beside that are still to be done, in the order of the steps."""
    words = list(offered(case.state, officer=case.officer))
    if case.state in deliver_todo.CLOSING:
        words = deliver_todo.typed(case.number, words)
    verbs = {_MOVE_OF[one] for one in words} | {one for one in _BESIDE if _is_open(one, case, acts)}
    yield from sorted((BY_VERB[one] for one in verbs), key=lambda one: one.step)


def _is_open(verb: str, case: Case, acts: Sequence[Act]) -> bool:
    if case.state not in BY_VERB[verb].sources:
        return False
    if verb == "inform":
        return text(case.values, "victim_wish") != STOP and case.state is not State.CLOSED
    if verb == "simfoni":
        is_entered = bool(text(case.values, "simfoni_day"))
        return case.state is State.CLOSED and not is_entered and text(case.values, "outcome") != MERGED
    return not any(one.verb == verb for one in acts)


def _action(desk: Desk, case: Case, move: Move, acts: Sequence[Act]) -> Action:
    roles = frozenset(PRINTERS) if move.verb == "sign" else move.roles
    why_not = _why_not(desk, case, move)
    return Action(
        move.verb,
        _words(move),
        move.step,
        OFFERED.get(move.verb, move.verb),
        roles,
        desk.actor.is_any(*roles),
        why_not is None and _is_main(case, move.verb, acts),
        why_not,
    )


def _is_main(case: Case, verb: str, acts: Sequence[Act]) -> bool:
    if verb == "inform":
        return case.state in BY_VERB["study"].sources and not any(one.verb == "inform" for one in acts)
    if verb == "clarify" and any(one.required for one in gaps(case)):
        return True
    return verb in _MAIN.get(case.state, ())


def _why_not(desk: Desk, case: Case, move: Move) -> Text | None:
    if move.verb == "vet" and may_not(desk, case.number, case.registered_by, REGISTERING):
        return _OWN_ENTRY
    missing = missing_of(case) if move.verb in ("draft", "redraft") else []
    return not_clear(missing) if missing else None


def missing_of(case: Case) -> list[Text]:
    """Return what must be clear before a draft may go to the chair, by the words of its questions."""
    return [BY_NAME[one.field].label for one in gaps(case) if one.required]
