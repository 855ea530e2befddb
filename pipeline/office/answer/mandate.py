"""The chair is absent: who signs instead, when, by which letter of assignment (SOP step 11).

Only chair or admin record it, never a deputy by mandate. Another entry ends one; none is changed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import REASON, day, one_of, reason, words
from pipeline.cases.fields.field import Field
from pipeline.cases.values import Values
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next, Text, joined
from pipeline.lookup import visible
from pipeline.office.base import absences
from pipeline.office.base.absences import ENDED, PREFIX, RECORDED, recorded
from pipeline.office.base.session import READERS, Session, has_own_role, need_role, not_yours
from pipeline.office.engine.declare import CaseFile, Change, Thing, Words, act
from pipeline.records import numbers
from pipeline.records.letters import LetterState
from pipeline.settings.signatories import Absence, Signatory, stands_for

RECORDERS = frozenset({Role.CHAIR, Role.ADMIN})


def is_deputy_only(session: Session, _file: CaseFile) -> Refusal | None:
    """The actor has the role by a mandate alone."""
    return None if has_own_role(session, RECORDERS) else not_yours(session, RECORDED, RECORDERS)


def has_no_deputy(session: Session, _file: CaseFile) -> Refusal | None:
    """The refusal where nobody could be absent, or deputise."""
    if all(accounts(session)):
        return None
    return _refused(N_("there is no deputy (a.n., Plt., Plh.) in the list of signatories."))


def accounts(session: Session) -> list[list[str]]:
    """Who may be absent, and who may deputise."""
    pairs = {(row.account, row.is_deputy): None for row in session.settings.signatories if row.account}
    return [[name for name, is_deputy in pairs if is_deputy is wanted] for wanted in (False, True)]


def _asks(session: Session, _file: CaseFile) -> tuple[Field, ...]:
    own, deputies = ([(name, Text(name, name)) for name in names] for names in accounts(session))
    listed_there = N_("An account in the list of signatories.")
    counted = N_("It counts too.")
    letter = N_("As on the letter of assignment.")
    return (
        one_of("absent", N_("Who is absent"), listed_there, own),
        one_of("deputy", N_("Deputy"), listed_there, deputies),
        day("since", N_("First day"), counted),
        day("until", N_("Last day"), counted),
        words("letter", N_("Number of the letter of assignment"), letter, "800/12/2026", 80),
        day("dated", N_("Day of that letter"), letter),
        reason(N_("Reason of the absence")),
    )  # fmt: skip


@act(
    thing=Thing.OFFICE,
    events=(RECORDED,),
    roles=RECORDERS,
    step=11,
    words=Words(
        N_("Record a mandate", "mandate"),
        N_("Record the mandate"),
        N_(
            "Mandate {id} is recorded: {deputy} signs for {absent} from {first} to {last}. Letters that "
            "wait are drafted again, so that they bear the deputy's signature block."
        ),
    ),
    asks=_asks,
    blocked=(is_deputy_only, has_no_deputy),
)
def record_mandate(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record a signatory's absence and who signs instead, for a reason (step 11)."""
    since, until, dated = (date.fromisoformat(str(answers[name])) for name in ("since", "until", "dated"))
    letter = f"Nomor {answers['letter']} tanggal {long_date(dated)}"
    asked = Absence("", str(answers["absent"]), str(answers["deputy"]), since, until, letter)
    if wrong := next(_wrong(session, asked, dated), None):
        raise _refused(wrong)
    if before := next((absence for absence in _meeting(asked) if absence.absent == asked.absent), None):
        message = N_("that time is recorded in {id}; end that one first.")
        raise _refused(message.of(id=before.id)).mended_by(Next("end-mandate", before.id))

    def inside() -> Change:
        number = numbers.next_of(f"mandat/{session.today.year}")
        entry = plain(replace(asked, id=f"{PREFIX}{session.today.year}-{number}"))
        detail = {key: entry[key] for key in ("absent", "deputy", "since", "until", "mandate")}
        shown = entry | {"first": short_day(since), "last": short_day(until)}
        return Change(
            file.thing,
            detail=detail | {"reason": answers[REASON]},
            subject=entry["id"],
            told=entry,
            said=record_mandate.words.done.of(**shown),
            next=(Next("mandate"),),
        )

    return Change(file.thing, inside=inside)


def _standing(session: Session, file: CaseFile) -> Absence | None:
    mandate = next((absence for absence in recorded() if absence.id == file.given.upper()), None)
    return None if mandate is None or mandate.ended or mandate.until < session.today else mandate


def is_over(session: Session, file: CaseFile) -> Refusal | None:
    """The refusal where no such mandate counts."""
    return None if _standing(session, file) else Refusal("office.no_mandate", given=file.given[:20])


@act(
    thing=Thing.OFFICE,
    events=(ENDED,),
    roles=RECORDERS,
    step=11,
    words=Words(
        N_("End a mandate"),
        N_("End the mandate"),
        N_("Mandate {id} no longer counts from {day}."),
    ),
    asks=(reason(N_("Reason why the mandate ends")),),
    blocked=(is_deputy_only, is_over),
)
def end_mandate(session: Session, file: CaseFile, answers: Values) -> Change:
    """End a mandate from today (entirely, if it had not begun), for a reason (step 11)."""
    absence = _standing(session, file)
    assert absence is not None
    ended = replace(absence, ended=max(session.today, absence.since))
    last = {"day": plain(ended)["ended"], "reason": answers[REASON]}
    message = end_mandate.words.done.of(id=ended.id, day=short_day(ended.ended or session.today))
    return Change(
        file.thing, detail=last, subject=ended.id, told=plain(ended), said=message, next=(Next("mandate"),)
    )


def listed(session: Session) -> tuple[Absence, ...]:
    """Every absence recorded, the oldest first."""
    need_role(session, "mandate", READERS | RECORDERS)
    return recorded()


def plain(absence: Absence) -> dict[str, Any]:
    """An absence as plain values."""
    return {
        "id": absence.id,
        "absent": absence.absent,
        "deputy": absence.deputy,
        "since": absence.since.isoformat(),
        "until": absence.until.isoformat(),
        "mandate": absence.mandate,
        "ended": absence.ended.isoformat() if absence.ended else "",
    }


def rows(session: Session) -> list[dict[str, Any]]:
    """Mandates of today or later, with the act that ends them.

    Drafts for another signatory are named: they must be drafted anew.
    """
    entries = []
    for absence in recorded():
        if absence.until < session.today or (
            absence.ended is not None and absence.ended <= max(session.today, absence.since)
        ):
            continue
        days = f"{short_day(absence.since)}–{short_day(absence.until)}"
        parts = [
            N_("{deputy} deputises for {absent} {days}").of(
                deputy=absence.deputy, absent=absence.absent, days=days
            )
        ]
        if absence.covers(session.today):
            signing = [
                signatory.account for signatory in absences.signatories_on(session.settings, session.today)
            ]
            others = [
                letter
                for letter in visible.letters_in(session, LetterState.DRAFTED)
                if letter.signatory not in ("", *signing)
            ]
            again = N_("{count} drafts to be made anew for the deputy to sign")
            parts += [again.of(count=len(others))] if others else []
        steps = (Next("end-mandate", absence.id),) if has_own_role(session, RECORDERS) else ()
        entries.append({"id": absence.id, "waits": joined(parts), "next": steps})
    return entries


def _refused(why: Text) -> Refusal:
    return Refusal("office.mandate_refused", reason=why)


def _wrong(session: Session, asked: Absence, dated: date) -> Iterator[Text]:
    away, rows = (
        [row for row in session.settings.signatories if (row.account, row.is_deputy) == wanted]
        for wanted in ((asked.absent, False), (asked.deputy, True))
    )
    if not any(stands_for(row, absent) for row in rows for absent in away):
        yield N_("“{deputy}” represents another office in the list of signatories.").of(deputy=asked.deputy)
    if asked.deputy in {account.name for account in session.settings.accounts if not account.roles}:
        yield N_("the deputy's account is locked.")
    if asked.deputy == asked.absent:
        yield N_("nobody can deputise for himself.")
    yield from _wrong_days(session, asked, dated, away, rows)


def _wrong_days(
    session: Session, asked: Absence, dated: date, away: list[Signatory], rows: list[Signatory]
) -> Iterator[Text]:
    if asked.until < asked.since:
        yield N_("the last day is before the first.")
    if asked.until < session.today:
        yield N_("that absence is over.")
    if dated > asked.since:
        yield N_("the letter of assignment is dated after the first day of the absence.")

    def in_office(signatory: Signatory) -> bool:
        return signatory.in_office(asked.since) and signatory.in_office(asked.until)

    if not any(map(in_office, away)):
        yield N_("the one who is absent is not in office for all that time (see “dari” and “sampai”).")
    if not any(map(in_office, rows)):
        yield N_("the deputy is not in the table for all that time (see “dari” and “sampai”).")
    for absence in _meeting(asked):
        if asked.deputy == absence.absent or asked.absent == absence.deputy:
            nobody = N_(
                "nobody deputises for a deputy: {deputy} represents {absent} in that time ({mandate})."
            )
            yield nobody.of(deputy=absence.deputy, absent=absence.absent, mandate=absence.id)


def _meeting(asked: Absence) -> Iterator[Absence]:
    for absence in recorded():
        last = absence.until if absence.ended is None else min(absence.until, absence.ended)
        is_past = absence.ended is not None and absence.ended <= asked.since
        if not is_past and absence.since <= asked.until and asked.since <= last:
            yield absence
