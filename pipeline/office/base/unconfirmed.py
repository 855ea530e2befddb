"""What counts before the chair signs it: her word by telephone, and sharing in an emergency."""

from collections.abc import Iterable

from pipeline.records import history

EMERGENCY, BY_WORD, CONFIRMED = "emergency", "chair_word", "chair_confirm"
SUBJECT = "ketua"
HOLD, CRISIS, REPORT = "menahan surat", "krisis", "lapor polisi"
"""Decided by telephone; no letter leaves by it."""


def waiting(events: Iterable[history.Act]) -> list[history.Act]:
    """What of a case's history waits for her signature."""
    acts: list[history.Act] = []
    for event in events:
        if event.verb == CONFIRMED:
            acts = []
        elif event.verb in (EMERGENCY, BY_WORD):
            acts.append(event)
    return acts


def is_held(events: Iterable[history.Act]) -> bool:
    """Her word by telephone holds the letters of a case, also once confirmed."""
    held = False
    for event in events:
        if event.verb == BY_WORD and event.detail["decision"] == HOLD:
            held = True
        elif event.verb == CONFIRMED and not event.detail["agreed"]:
            held = False
    return held
