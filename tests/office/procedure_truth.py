"""What must hold in any order of things: who, from where, in which order, which versions, which numbers.

The order is written down here by hand, apart from the table of moves, so that a hole in the table shows.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from pipeline.cases.completeness import gaps
from pipeline.cases.contact import route
from pipeline.cases.fields.identification import is_written
from pipeline.cases.fields.informing import STOP
from pipeline.cases.states import BY_VERB, Move, State
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.people import Role
from pipeline.records import cases, entries, history, letters, numbers
from pipeline.records.history import Act
from pipeline.records.letters import Letter
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.office.procedure_doors import SECOND_OFFICER

ROLES = {
    CLERK: {Role.CLERK},
    OFFICER: {Role.OFFICER},
    CHAIR: {Role.CHAIR},
    ARCHIVIST: {Role.ARCHIVIST},
    ADMIN: {Role.ADMIN},
    OVERSEER: {Role.OVERSEER},
    SECOND_OFFICER: {Role.CLERK, Role.OFFICER},
}
SYSTEM = "sistem"
LAY_IN_FIRST = {"sign", "add_letter", "answer_again", "take_edited"}
"""Moves before which a paper comes in, which stays where the move is refused."""
NOT_REFUSED = {"sign"}
"""Moves that wait for what is missing instead of refusing."""
ONE_DOOR = (
    {"assign", "name_officer", "reassign"}, {"draft", "redraft"}, {"clarify", "recontact"}, {"add_letter", "answer_again"},
    {"close", "close_unanswered"},
)  # fmt: skip
"""Moves that one door makes, as the case stands; the history says which, or calls both by one name."""
_SISTERS = {"draft": "redraft", "assign": "name_officer", "clarify": "recontact"}
_DRAFTING = {kind.act for kind in LETTER_KINDS.values()}
_BACK = ("set_back", "withdraw")
ENTRIES = {
    "register": "registered", "approve": "approved", "file": "signed", "deliver": "delivered", "attempt": "attempted",
    "undeliverable": "undeliverable", "close": "closed", "close_unanswered": "closed", "reopen": "reopened",
    "reassign": "reassigned", "simfoni": "simfoni", "merge": "merge", "merged_in": "merged_in", "unmerge": "unmerge",
    "parted_in": "parted_in", "void_letter": "voided", "add_letter": "letter_added",
    "divide": "divide", "void": "registration_voided", "identify": "identified",
}  # fmt: skip
"""Which act makes a version of the archive, and of which kind: the milestones of a case."""
_SOMETIMES = {"returned", "contact_changed"}
"""Versions that an act makes only where a number was given already."""


PASSED_THROUGH = {State.SIGNED}
"""Where no case stands once a step is done: what signs a letter files it, or waits for its number, in the same transaction."""
_WAY_ON = {
    State.REGISTERED: ("vet", CHAIR),
    State.VETTED: ("assign", CHAIR),
    State.DRAFTED: ("approve", CHAIR),
    State.APPROVED: ("sign", CLERK),
    State.UNNUMBERED: ("number", CLERK),
    State.FILED: ("deliver", CLERK),
    State.DELIVERED: ("close", OFFICER),
}
_EARLY = {State.FILED: ("close", OFFICER, ""), State.DRAFTED: ("take_edited", CHAIR, "newest")}
_ROUND_ABOUT = {
    State.APPROVED: (("void_letter", CHAIR),),
    State.FILED: (("dispatch", CLERK), ("attempt", CLERK)),
}
"""What every case but the first is led through besides, once."""
IN_THE_WAY = {
    "office.cannot_close", "office.several_letters", "office.deliver_first", "office.contact_changed", "office.not_their_letter",
}  # fmt: skip
"""Refusals on the straight way: a request or a further letter is not answered yet, two letters wait at once."""


def way_on(case: str) -> tuple[str, str]:
    """Return the move that leads a case on, and whose it is; empty where it is at its end."""
    known = cases.get(case)
    if not case.endswith("1"):
        done = {act.verb for act in acts(case)}
        for verb, account in _ROUND_ABOUT.get(known.state, ())[:: 1 if case.endswith("2") else -1]:
            if verb not in done:
                return verb, account
    if known.state is State.REGISTERED and known.registered_by == CHAIR:
        return "vet", OFFICER  # she divided it from another, and vets no entry of her own
    if known.state in _WAY_ON or known.state not in BY_VERB["draft"].sources:
        return _WAY_ON.get(known.state, ("", ""))
    if not is_written(known.values):
        return "identify", OFFICER
    if has_gap(case):
        return "clarify", OFFICER
    return ("draft", OFFICER) if route(known.values).is_possible else ("close_unanswered", CHAIR)


def too_early(case: str) -> tuple[str, str, str]:
    """Return the move that would skip what is required now: verb, account, what it lacks; empty if none is near."""
    state = cases.get(case).state
    if state in BY_VERB["draft"].sources and (lacks := lacks_for_draft(case)):
        return "draft", OFFICER, lacks
    if state in BY_VERB["inform"].sources and cases.get(case).values.get("victim_wish") == STOP:
        return "inform", CLERK, "safe_contact"
    return _EARLY.get(state, ("", "", ""))


def acts(case: str) -> list[Act]:
    """Return the history of a case."""
    return history.of_case(case)


def is_told(verb: str, verbs: Sequence[str]) -> bool:
    """Tell whether the acts ``verbs`` hold the move ``verb``, or the sister that its door made of it."""
    sisters = next((door for door in ONE_DOOR if verb in door), {verb})
    return verb in NOT_REFUSED or not sisters.isdisjoint(verbs)


def has_gap(case: str) -> bool:
    """Tell whether something is open without which no draft may go to the chair."""
    return any(gap.required for gap in gaps(cases.get(case)))


def lacks_for_draft(case: str) -> str:
    """Return what is not there without which no draft may go to the chair; a reason is not typed, not even in danger."""
    return "no_gaps" if has_gap(case) else "" if is_written(cases.get(case).values) else "report"


def sister(move: Move, state: State) -> Move:
    """Return the move that an act of the history was, from this state."""
    other = BY_VERB.get(_SISTERS.get(move.verb, ""), move)
    return move if state in move.sources else other


def need_may(move: Move, state: State, roles: Collection[Role], where: str) -> None:
    """Need that a move which leaves no act was its actor's, from a state of the table."""
    assert not move.roles.isdisjoint(roles), f"not theirs: {where}"
    assert state in move.sources, f"not from there: {where}"


def need_right(act: Act, move: Move, state: State, account: str, roles: Collection[Role], where: str) -> None:
    """Need that an act was its actor's, of its step, from a state of the table."""
    actual_move = sister(move, state)
    assert act.step == actual_move.step, where
    assert act.account in (account, SYSTEM), where
    if act.account == account:
        assert not actual_move.roles.isdisjoint(roles), f"not theirs: {where}"
    assert state in actual_move.sources or _of_request(act), f"not from there: {where}"


def _of_request(act: Act) -> bool:
    letter = letters.find(act.subject)
    return letter is not None and letter.is_beside


def after(state: State, act: Act, case: str) -> State:
    """Return where a case stands after an act of its history."""
    if _of_request(act) and act.verb not in _DRAFTING:
        return state
    if act.verb in _BACK:
        return State.RETURNED if state in BY_VERB["recontact"].sources else state
    if act.verb == "clarify" and state in BY_VERB["recontact"].sources:
        near = [other.verb for other in acts(case) if other.at == act.at]
        return State.RETURNED if set(near) & set(_BACK) else state
    if act.verb == "sign" and not act.detail.get("number"):
        return State.UNNUMBERED
    if act.verb == "unmerge":
        return State(act.detail["was"])
    if act.verb == "merge":
        return State.CLOSED
    if act.verb not in BY_VERB:
        return state
    if act.verb == "deliver" and cases.get(case).state is State.FILED:
        return State.FILED
    return sister(BY_VERB[act.verb], state).target or state


def need_order(case: str) -> None:
    """Need that nothing required was skipped, by the history alone: each answer from its draft to its delivery."""
    past = acts(case)
    assert past[0].verb in ("register", "receive"), past[0].verb
    assert cases.get(case).state not in PASSED_THROUGH
    lettered = {act.subject for act in past if act.verb in ("draft", "approve", "sign")}
    for letter in filter(None, map(letters.find, sorted(lettered))):
        _need_order_of(
            letter, [act for act in past if act.subject == letter.id or act.detail.get("letter") == letter.id]
        )
    _need_end(case, past)


def _need_order_of(letter: Letter, past: Sequence[Act]) -> None:
    verbs = [act.verb for act in past]
    for verb, first in (("approve", "draft"), ("sign", "approve"), ("file", "sign"), ("dispatch", "file"),
                        ("attempt", "file"), ("deliver", "file"), ("undeliverable", "file"), ("number", "sign")):  # fmt: skip
        if verb in verbs:
            made_by = _DRAFTING if first == "draft" else {first}
            assert any(move in verbs[: verbs.index(verb)] for move in made_by), (
                f"{verb} before {first}: {verbs}"
            )
    if "sign" in verbs:
        since = [at for at, verb in enumerate(verbs) if verb == "approve"][-1]
        here = {act.detail.get("copy") for act in past[since:] if act.verb == "match"}
        assert here == {1, 2}, f"signed without both copies: {verbs}"
    approvals = [at for at, verb in enumerate(verbs) if verb == "approve"]
    for early, late in pairwise(approvals):
        assert (_DRAFTING | {"take_edited"}) & set(verbs[early:late]), (
            f"approved twice without a draft between: {verbs}"
        )
    assert verbs.count("sign") <= 1, verbs
    ends = [verb for verb in verbs if verb in ("deliver", "undeliverable", "attempt")]
    assert "deliver" not in ends[:-1], f"something came after its delivery: {verbs}"


def _need_end(case: str, past: Sequence[Act]) -> None:
    """Need that no case was closed over an answer that nobody has."""
    for at, closing in enumerate(past):
        if closing.verb not in ("close", "close_unanswered", "merge"):
            continue
        before, signed = past[:at], set[str]()
        for act in before:
            if act.verb == "sign" and not _of_request(act):
                signed.add(act.subject)
            elif act.verb in ("void_letter", *_BACK):
                signed.discard(act.subject)
        handled = {act.detail.get("letter") for act in before if act.verb in ("deliver", "undeliverable")}
        assert signed <= handled, f"{case} was closed with {signed - handled} undelivered"
        assert closing.verb != "close" or signed, f"{case} was closed without an answer, by no chair"


def need_versions(case: str) -> None:
    """Need one version of the archive for each milestone of the history, in order, and no other."""
    kinds = [entry.kind for entry in entries.after(0) if entry.case == case and entry.kind not in _SOMETIMES]
    wanted = [_entry(act) for act in acts(case) if act.verb in ENTRIES]
    assert kinds == wanted, f"{case}: versions {kinds}, milestones {wanted}"
    versions = [entry.version for entry in entries.after(0) if entry.case == case]
    assert versions == list(range(1, len(versions) + 1)), versions
    assert cases.archived(case) == len(versions)


def _entry(act: Act) -> str:
    kind, letter = ENTRIES[act.verb], letters.find(act.subject)
    return f"{letter.kind_row.filing}{kind}" if letter and kind in ("approved", "signed") else kind


def need_numbers(numbered: Sequence[Letter], *, is_own: bool) -> None:
    """Need that cases, register and mail log count without gaps, and that no letter number is given twice or missed."""
    known = cases.numbers()
    assert known == [f"2026-{n:04d}" for n in range(1, len(known) + 1)]
    seqs = sorted(int(cases.get(case).register_number.partition("/")[0]) for case in known)
    assert seqs == list(range(1, len(known) + 1))
    assert numbers.peek("kasus/2026") == numbers.peek("register/2026") == len(known) + 1
    assert not numbers.gaps()
    assert not numbers.beyond_counter()
    assert len({letter.number for letter in numbered}) == len(numbered)
    if is_own:
        given = [number.seq for number in numbers.listed(2026)]
        assert given == list(range(1, len(given) + 1))
