"""Every value that is stored has a word in both languages, and what a person typed is said as it stands."""

from collections.abc import Iterable

import pytest

from pipeline.cases.delivery import WRONG_HANDS, Receiver
from pipeline.cases.fields import follow_up
from pipeline.cases.people import Side
from pipeline.cases.states import MOVES, Progress, State
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.people import Role
from pipeline.office.base import acts, conflict, retention
from pipeline.office.base.value_labels import KINDS, word_of
from pipeline.office.cases import crisis, earlier, inform
from pipeline.records.arrivals import ArrivalState
from pipeline.records.letters import LetterState
from pipeline.records.sheets import CopyState, DispatchState, SheetKind, SheetState
from pipeline.settings.retention import Fate

STORED: dict[str, Iterable[str]] = {
    "state": State,
    "progress": Progress,
    "letter": LetterState,
    "letter_kind": LETTER_KINDS,
    "sheet": (*SheetState, *CopyState, *DispatchState),
    "sheet_kind": SheetKind,
    "arrival": ArrivalState,
    "role": Role,
    "side": Side,
    "conflict": conflict.RELATIONS,
    "fate": Fate,
    "event": (retention.CLOSED, retention.FILED, retention.OLD, retention.VOIDED, retention.ASKED),
    "hours": (inform.NOT_SAID, inform.WITHIN, inform.STATED, inform.UNREAD, inform.OUTSIDE),
    "crisis": (crisis.BY_RISK, crisis.BY_CHAIR, crisis.DECLARED, *(f"surat {hand}" for hand in WRONG_HANDS)),
    "against": (inform.OUTSIDE, inform.UNSAFE, inform.UNWANTED),
    "same": earlier.Decision,
    "referral_state": (
        follow_up.WAITING,
        follow_up.ACCEPTED,
        follow_up.REFUSED,
        follow_up.DONE,
        follow_up.REVOKED,
    ),
    "receiver": Receiver,
}


@pytest.mark.parametrize("kind", list(STORED))
def test_every_stored_value_has_its_words(kind: str) -> None:
    assert [value for value in STORED[kind] if str(value) not in KINDS[kind]] == []


def test_a_value_is_told_in_the_language_of_the_reader() -> None:
    assert word_of("state", State.FILED) == ("diarsipkan", "archived")
    assert word_of("victim_wish", "ingin datang").en == "wants to come"
    assert word_of("share_with", "kepolisian").en != "kepolisian"


def test_what_a_person_typed_is_said_as_it_stands() -> None:
    assert word_of("outcome", "diserahkan ke {dinas}").fill("en") == "diserahkan ke {dinas}"
    assert word_of("no such list", "apa saja").fill("en") == "apa saja"


def test_every_move_and_act_is_told_in_both_languages() -> None:
    assert acts.format_act("reveal", {}, "en") == "reveal identities"
    assert [move.verb for move in MOVES if not acts.word_of(move.verb, "en")] == []
    ticked = {"instructions": ["Bicarakan dengan saya"]}
    assert acts.format_act("assign", ticked, "en") == "assign: Discuss with me"
    assert acts.format_act("register", {"received_before": "2026-11-20"}, "en").endswith(
        "received 20-11-2026"
    )
