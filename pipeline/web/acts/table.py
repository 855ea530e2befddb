"""All moves by address, and the groups in which they are offered."""

from collections.abc import Callable, Mapping, Sequence

from django.urls import reverse

from pipeline.cases.case import Case
from pipeline.kernel.letter_kinds import BESIDE
from pipeline.kernel.text import N_, Text
from pipeline.lookup import visible
from pipeline.lookup.kinds import Act
from pipeline.office.acts import BY_COMMAND
from pipeline.office.base.session import Session
from pipeline.office.cases import crisis, enquire
from pipeline.office.cases.erasure import requests_in
from pipeline.office.engine.perform import is_open
from pipeline.web.acts.base import ActPage, Link
from pipeline.web.acts.declared import DECLARED
from pipeline.web.acts.office import OFFICE
from pipeline.web.acts.printing import PRINTING
from pipeline.web.acts.victims_copy import COPIES

MOVES: dict[str, ActPage] = {**DECLARED, **OFFICE, **PRINTING, **COPIES}
_GROUPS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (N_("Danger and people"), ("take-crisis", "declare-crisis", "record-chair-word", "confirm-afterwards", "declare-emergency", "acknowledge-danger", "decide-sender", "record-attorney", "record-conflict", "declare-conflict", "lift-conflict", "set-password", "withdraw-password")),
    (N_("Letters and documents"),
     ("write-identification", *(kind.act for kind in BESIDE), "add-letter", "add-call", "transcribe-document", "move-document", "enter-number", "record-decision", "send", "record-late-delivery", "void-letter", "declare-copy-sent", "confirm-statement", "refuse-statement")),
    (N_("Referral and services"),
     ("record-referral", "record-referral-answer", "revoke-referral", "plan-visit", "record-visit")),
    (N_("Case"), ("write-note", "reopen-case", "merge-case", "unmerge-case", "divide-case", "void-case", "place-hold", "lift-hold")),
    (N_("Personal data"),
     ("withdraw-consent", "copy", "record-erasure", "grant-erasure", "refuse-erasure", "lift-restriction", "erasure-letter")),
    (N_("Print"), ("form", "print-sheet", "report", "print-contact", "print-crisis")),
)  # fmt: skip
_FURTHER: tuple[Text, tuple[str, ...]] = (
    N_("Others"),
    tuple(
        verb
        for verb, act in BY_COMMAND.items()
        if verb in DECLARED
        and MOVES[verb] is DECLARED[verb]
        and MOVES[verb].is_of_case
        and not act.moves
        and verb not in COPIES
        and not any(verb in verbs for _, verbs in _GROUPS)
    ),
)
"""Outside the procedure, without page or group of their own."""


_OF_OFFICE: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (N_("Telephone"), ("enquire", "answer-official-call", "explain")),
    (N_("Letters and archive"), ("numbers", "propose-disposal")),
)


def offered_in_office(session: Session) -> list[tuple[Text, list[Link]]]:
    """Grouped moves without a case."""
    return _grouped(
        _OF_OFFICE,
        lambda verb: session.actor.is_any(*MOVES[verb].roles),
        lambda verb: reverse("office-move", args=[verb]),
    )


def _grouped(
    groups: tuple[tuple[Text, tuple[str, ...]], ...],
    may: Callable[[str], object],
    url: Callable[[str], str],
) -> list[tuple[Text, list[Link]]]:
    rows = (
        (heading, [Link(MOVES[verb].title, url(verb)) for verb in verbs if may(verb)])
        for heading, verbs in groups
    )
    return [(heading, links) for heading, links in rows if links]


_WHEN: Mapping[str, Callable[[Case, Sequence[Act]], object]] = {
    "declare-crisis": lambda _, acts: not ((last := crisis.of(acts)) and last.is_open),
    "print-crisis": lambda _, acts: crisis.of(acts),
    "withdraw-password": lambda case, _: enquire.has_password(case.number),
    "erasure-letter": lambda _, acts: any(request.answered for request in requests_in(acts)),
}
"""When it is offered; the move refuses what it must."""


def offered(session: Session, case: Case) -> list[tuple[Text, list[Link]]]:
    """Grouped moves of ``case`` in this ``session``."""
    acts = visible.history_of(session, case.number)
    return _grouped(
        (*_GROUPS, _FURTHER),
        lambda verb: (
            case.state in MOVES[verb].states
            and session.actor.is_any(*MOVES[verb].roles)
            and (verb not in _WHEN or _WHEN[verb](case, acts))
            and (verb not in BY_COMMAND or is_open(session, BY_COMMAND[verb], case, acts))
        ),
        lambda verb: reverse("move", args=[case.number, verb]),
    )
