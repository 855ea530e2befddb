"""Step 14: a case is closed with its outcome and its Laporan Penanganan Kasus, or opened again for a reason.

Closing asks what the outcome requires and refuses while anything is missing; the refusal names what mends
it. The report is made before anything is written, so that a case is closed with it or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pipeline.cases import outcomes
from pipeline.cases import problems as say
from pipeline.cases.case import Case
from pipeline.cases.closing import Facts, Missing, lines, missing, refused
from pipeline.cases.errors import InvalidAnswers
from pipeline.cases.fields.closing import CLOSING, OWN, closing_fields
from pipeline.cases.fields.closing import UNANSWERED as UNANSWERED_WHY
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.field import Field, always
from pipeline.cases.fields.validate import unknown_field, validate
from pipeline.cases.problems import Problem
from pipeline.cases.states import State, find_move
from pipeline.cases.values import Value, Values, day, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.lookup import things
from pipeline.office.base import dispatches, file_away, fresh
from pipeline.office.base.desk import Desk, case_for, moment_for_numbers, need_reason, need_role
from pipeline.office.base.dossier import Paper
from pipeline.office.cases.inform import ATTEMPT
from pipeline.office.delivery import close_facts, report
from pipeline.records import boot, cases, entries, history, sheets
from pipeline.records.sheets import SheetKind

VERB, UNANSWERED, REOPEN = "close", "close_unanswered", "reopen"
_NAMES = frozenset(one.name for one in CLOSING)


@dataclass(frozen=True)
class Ending:
    """How a case may end: the case, the state it would have, the move that leads there, what stands beside it; ``known`` are the office's outcomes."""

    case: Case
    after: State
    verb: str
    facts: Facts
    known: tuple[outcomes.Outcome, ...] = outcomes.OUTCOMES

    def missing(self, values: Values) -> tuple[Missing, ...]:
        """Return what is missing for the outcome in ``values``."""
        return missing(self.case, {**self.case.values, **values}, self.facts, self.known)

    def asked(self, desk: Desk) -> tuple[Field, ...]:
        """Return what a person is asked: why there was no answer letter only where there was none, and then it must be said."""
        is_answered = self.facts.has_answer and not self.facts.unanswered
        asked = (one for one in fields(desk, self.case) if one.name != UNANSWERED_WHY or not is_answered)
        return tuple(
            replace(one, required=always) if one.name == UNANSWERED_WHY and not self.facts.has_answer else one
            for one in asked
        )


def ending(desk: Desk, number: str) -> Ending:
    """Return how case ``number`` may end, to the one who may close it now.

    What an earlier step began to file is completed first. Raises NotFound, NotPossible.
    """
    need_role(desk, VERB, find_move(VERB).roles)
    before = things.case(desk, number)  # while no letter was signed the chair alone closes it
    verb = UNANSWERED if before.state in find_move(UNANSWERED).sources else VERB
    case, after = case_for(desk, number, verb)
    if entries.unfinished_of(number):
        file_away.finish(desk, number)
    history.looked_in(clock.now(), desk.actor, VERB, number)
    return Ending(
        case,
        after,
        verb,
        close_facts.of(case, things.as_told(desk, case)),
        outcomes.of_office(desk.settings.outcomes),
    )


def base(case: Case) -> dict[str, Value]:
    """Return what is known of ``case`` before its closing is asked about."""
    return {name: one for name, one in case.values.items() if name not in OWN}


def fields(desk: Desk, case: Case) -> tuple[Field, ...]:
    """Return what is asked at this office when ``case`` is closed; the attempts that are written down are proposed."""
    ours = outcomes.of_office(desk.settings.outcomes)
    lines = attempts(desk, case.number)

    def known(values: Values) -> tuple[str, ...] | None:
        return lines if lines and outcomes.asks(values, outcomes.TRIED, ours) else None

    return tuple(
        replace(one, default=known) if one.name == outcomes.TRIED else one for one in closing_fields(ours)
    )


def read(desk: Desk, case: Case, answers: Mapping[str, object]) -> dict[str, Value]:
    """Return the answers of a closing in normal form. Raises InvalidAnswers, also for those of another step."""
    foreign = [unknown_field(name) for name in answers if name not in _NAMES]
    if foreign:
        raise InvalidAnswers(foreign)
    values = validate({**base(case), **answers}, desk.today, fields(desk, case), desk.places).need()
    ended = day(values, "outcome_day")
    if ended and ended < case.received:
        raise InvalidAnswers([Problem("outcome_day", say.BEFORE_RECEIPT)])
    found = outcomes.outcome_of(values, outcomes.of_office(desk.settings.outcomes))
    parent = {outcomes.PARENT: found.parent} if found and found.parent else {}
    return {name: one for name, one in values.items() if name in _NAMES} | parent


def close(desk: Desk, number: str, answers: Mapping[str, object]) -> Case:
    """Close case ``number`` with the outcome in ``answers``, and file its report. Repeatable after a kill.

    Raises what :func:`ending` raises, InvalidAnswers, Stale, ClockBehind.
    """
    now = ending(desk, number)
    values = read(desk, now.case, fresh.need(desk, now.case, answers))
    lacking = now.missing(values)
    if lacking:
        why_not = Refusal(
            "office.cannot_close",
            case=number,
            outcome=str(values["outcome"]),
            lines_id=lines(lacking, "id"),
            lines_en=lines(lacking, "en"),
        )
        raise refused(why_not, lacking)
    kept = {name: one for name, one in now.case.values.items() if name not in OWN}
    after = replace(now.case.moved(now.after), values={**kept, **values})
    moment = moment_for_numbers()
    data = report.made(desk, after)
    with report.making(desk.settings):
        path = report.put(desk.settings, number, data)
        paper = Paper(
            report.next_name(number),
            path.relative_to(desk.settings.home).as_posix(),
            digest_bytes(data),
            len(data),
        )
        (verb, outcome) = now.verb, text(after.values, "outcome")
        with boot.transact():
            cases.change(now.case, after)
            told = {"outcome": outcome, "day": text(after.values, "outcome_day"), "digest": paper.sha512}
            history.note(moment, desk.actor, verb, 14, number, **told)
            file_away.begin(desk, after, "closed", f"kasus ditutup: {outcome}", [paper], moment)
    file_away.finish(desk, number)
    report.sweep(desk, number)
    return after


def need_to_reopen(desk: Desk, number: str) -> None:
    """Refuse before a reason is asked for. Raises NotFound, NotPossible."""
    case, _ = case_for(desk, number, REOPEN)
    _need_own(case)


def _need_own(case: Case) -> None:
    """Refuse to open a case whose handling goes on in another: it is parted from that one."""
    if text(case.values, "outcome") == outcomes.MERGED:
        raise Refusal("office.merged_case", case=case.number, other=text(case.values, outcomes.OTHER))


def reopen(desk: Desk, number: str, reason: str) -> Case:
    """Open the closed case ``number`` again for a ``reason``: it goes back to its officer.

    Its letter, delivery and report stay in the archive, as do its outcome and its entry into SIMFONI-PPA: of the case as it
    is now they say nothing, and the next closing asks again. Raises NotFound, NotPossible, Stale, ClockBehind.
    """
    case, state = case_for(desk, number, REOPEN)
    _need_own(case)
    need_reason(reason)
    after, moment = replace(case.moved(state), values=base(case)), moment_for_numbers()
    with boot.transact():
        cases.change(case, after)
        history.note(moment, desk.actor, REOPEN, 14, number, reason=reason.strip())
        file_away.begin(desk, after, "reopened", "kasus dibuka kembali", [], moment)
    file_away.finish(desk, number)
    return after


def attempts(desk: Desk, number: str) -> tuple[str, ...]:
    """Return the attempts of case ``number`` that failed, the oldest first: day, way, and why it failed; in codes, without names."""
    found = sorted(_attempts(desk, number), key=lambda one: one[0])
    return tuple(f"{short_day(date.fromisoformat(day))} {way}, {why}" for day, way, why in found)


def _attempts(desk: Desk, number: str) -> Iterator[tuple[str, str, str]]:
    for act in history.of_case(number):
        if act.verb == ATTEMPT:
            day = act.at.astimezone(desk.settings.zone).date().isoformat()
            yield day, str(act.detail.get("way", "")), str(act.detail.get("outcome", ""))
    for sheet in sheets.of_case(number):
        if sheet.kind == SheetKind.DELIVERY:
            for one in dispatches.attempts(sheet):
                yield str(one["delivered_day"]), str(one["way"]), str(one["failure"])
