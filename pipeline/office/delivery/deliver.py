"""Step 13: the answer goes out and arrives, or not; the safe contact is checked each time.

A dispatch is a sheet with a code; its signed receipt is scanned back. Each attempt is a version of the case.
Ways and receivers are those of the safe contact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from pipeline.cases import contact_hours
from pipeline.cases import delivery as rules
from pipeline.cases import problems as say
from pipeline.cases.case import Case
from pipeline.cases.contact import SHE_CONTACTS, as_it_went, is_bound, of_addressee, route
from pipeline.cases.delivery import SENT, Receiver, Way
from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import THUMB_LANGUAGE, THUMB_PEOPLE
from pipeline.cases.fields.delivery import (
    CALLED_BY,
    CALLED_HOURS,
    CALLED_REASON,
    CALLED_TIME,
    DELIVERED,
    FAILED,
    NEVER_DELIVERED,
    OURS,
    delivery_fields,
    is_called,
)
from pipeline.cases.fields.field import Field
from pipeline.cases.fields.validate import validate
from pipeline.cases.plain import to_plain
from pipeline.cases.problems import InvalidAnswers, NotPossible, Problem
from pipeline.cases.states import State, move
from pipeline.cases.values import ANONYMOUS, Value, Values, day, flag, text
from pipeline.kernel import clock, ids
from pipeline.kernel.errors import NotFound, Refusal, Stale
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_, NOTHING, Next, Text
from pipeline.letters.copies import make_code
from pipeline.office.answer import recontact
from pipeline.office.arrivals import receipt_scan
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import dispatches, filings, keys
from pipeline.office.base.session import Session, steps
from pipeline.office.base.value_labels import word_of, words_of
from pipeline.office.cases import crisis, inform
from pipeline.office.engine.declare import Blocker, CaseFile, Change, Filing, Shown, Words, act
from pipeline.office.letters import choose_letter
from pipeline.records import entries, history, sheets
from pipeline.records.letters import Letter, LetterState
from pipeline.records.sheets import DispatchState, Sheet, SheetKind

VERB, ATTEMPT, NEVER = "deliver", "attempt", "undeliverable"
_NO_WAY = "jalur aman tidak ada lagi"
_MOVES = {DELIVERED: VERB, FAILED: ATTEMPT, NEVER_DELIVERED: NEVER}
_STATES = {DELIVERED: DispatchState.DELIVERED, NEVER_DELIVERED: DispatchState.NEVER}
_MESSAGES = {
    FAILED: ("attempted", "percobaan penyampaian belum berhasil"),
    DELIVERED: ("delivered", "surat jawaban disampaikan"),
    NEVER_DELIVERED: ("undeliverable", "surat jawaban tidak dapat disampaikan"),
}
_ONLY = N_(
    "No other way is offered: the safe contact of this case is “{way}”. If it changed, record it by "
    "a clarification."
)
_UNSURE = N_(
    "No other way is offered: the safe contact of this case (“{way}”) is not confirmed. Once it "
    "is, record it by a clarification."
)
_DONE = {
    DispatchState.DELIVERED: N_("Letter {letter} is recorded as delivered."),
    DispatchState.NEVER: N_("Letter {letter} is recorded as undeliverable; copy 1 is kept at the office."),
    DispatchState.OPEN: N_("The attempt is recorded ({tried} failed so far); letter {letter} waits at the "
                           "office."),
}  # fmt: skip
_SCAN = N_("Scan receipt {sheet} into the inbox; without it the case cannot be closed.")  # fmt: skip
PRIVATE = frozenset(
    {"receiver_name", "delivery_note", "proof_number", "result", CALLED_REASON, *THUMB_PEOPLE, THUMB_LANGUAGE}
)
"""The history, which tells no names, leaves these out."""


@dataclass(frozen=True)
class Standing:
    """Letter, dispatch (None: not begun), safe ways and receivers; ``others`` wait for delivery, too."""

    case: Case
    letter: Letter
    dispatch: Sheet | None
    ways: tuple[Way, ...]
    receivers: tuple[Receiver, ...]
    others: tuple[Letter, ...] = ()

    @property
    def hours(self) -> str:
        """When contact is allowed."""
        return text(of_addressee(self.case.values), "safe_contact_hours")


def standing(case: Case) -> Standing:
    """Refuses where nothing is to deliver."""
    answers = [
        letter for letter in choose_letter.among(case.number, tuple(LetterState)) if not letter.is_beside
    ]
    if answers and answers[-1].state == LetterState.WITHDRAWN:
        raise Refusal("office.withdrawn", letter=answers[-1].id, case=case.number).mended_by(
            answers[-1].drafting
        )
    if not answers or answers[-1].state != LetterState.SIGNED or not answers[-1].number:
        raise Refusal("office.nothing_to_deliver", case=case.number)
    known = sheets.of_case(case.number)
    letter, *others = dispatches.undelivered(answers, known) or answers[-1:]
    dispatch = dispatches.of_letter(known, letter.id)
    is_there = dispatch is not None and dispatch.state == DispatchState.DELIVERED
    if not (is_there or is_bound(letter.contact, case.values)):
        raise Refusal("office.signed_for_another", case=case.number, letter=letter.id)
    values = as_it_went(case.values)
    return Standing(case, letter, dispatch, rules.ways(values), rules.receivers(values), tuple(others))


def of(file: CaseFile) -> Standing:
    """Raises what :func:`standing` does."""
    return file.cached("delivery", lambda: standing(file.case))


def taken_back(number: str) -> NotPossible | None:
    """Refuse a withdrawn letter, which is recorded otherwise."""
    gone = recontact.withdrawn(number)
    if gone is None:
        return None
    day = short_day(recontact.change_of(gone).day)
    return NotPossible("office.taken_back", case=number, letter=gone.id, day=day)


def not_now(verb: str) -> Blocker:
    """Refuse a state without delivery."""

    def why_not(session: Session, file: CaseFile) -> Refusal | None:
        case = file.case
        if file.move:
            return None
        refused = NotPossible(verb=verb, state=case.state.value).mended_by(*steps(case, session.actor))
        return taken_back(case.number) or refused

    return why_not


def no_letter(_session: Session, file: CaseFile) -> Refusal | None:
    """No letter, another than is named, or one signed for another contact."""
    try:
        letter = of(file).letter.id
    except Refusal as refusal:
        return refusal
    return None if file.about in ("", letter) else NotFound(what="surat", given=file.about[:40])


def finish(session: Session, number: str) -> None:
    """Complete what an earlier step began to file."""
    if entries.unfinished(number):
        filings.complete_case(session, number)


def fields_to_record(session: Session, now: Standing) -> tuple[Field, ...]:
    """Questions about the result."""
    is_unread = bool(now.hours) and contact_hours.read(now.hours) is None
    beyond = tuple(way for way in Way if way not in now.ways)
    return delivery_fields(session.today, now.ways, now.receivers, asks_hours=is_unread, beyond=beyond)


def known_of(session: Session, now: Standing) -> Values:
    """The letter's way (else the safest), today, who may take it."""
    left = text(dispatches.sent(now.dispatch), "way")
    way = left if left in now.ways else str(now.ways[0])
    is_entrusted = way == Way.ENTRUSTED and Receiver.TRUSTED in now.receivers
    values: dict[str, Value] = {
        "way": way,
        "delivered_day": session.today.isoformat(),
        "receiver": str(Receiver.TRUSTED if is_entrusted else now.receivers[0]),
    }
    name = route(as_it_went(now.case.values)).care_of if Receiver.TRUSTED in now.receivers else ""
    return values | ({"receiver_name": name} if name else {})


def checked(
    session: Session, now: Standing, answers: Mapping[str, object], fields: Sequence[Field]
) -> Values:
    """Normal answers; an unsafe way needs a note where ``fields`` offer it."""
    way = str(answers.get("way") or "")
    if way in set(Way) and way not in now.ways and not answers.get("delivery_note"):
        raise Refusal("office.unsafe_way", way=way, case=now.case.number, safe=", ".join(now.ways))
    values = validate(answers, session.today, fields, session.places).need()
    when = day(values, "delivered_day")
    if when and now.letter.day and when < now.letter.day:
        raise InvalidAnswers([Problem("delivered_day", say.BEFORE_LETTER)])
    return {name: values[name] for name in (field.name for field in fields) if name in values}


def entered(sheet: Sheet) -> Sheet:
    """Stale where another paper took its number."""
    if sheets.find(sheet.id) is not None:
        raise Stale(what=f"Lembar {sheet.id}", read=0, now=1)
    sheets.add(sheet)
    return sheets.get(sheet.id)


def safe(now: Standing) -> Text:
    """Safe ways, and who may take the letter when."""
    places = {
        "letter": now.letter.id,
        "ways": words_of("way", now.ways),
        "who": words_of("receiver", now.receivers),
    }
    return N_("Letter {letter}. Safe ways: {ways}. Who may receive it: {who}. Allowed hours: {hours}.").of(
        **(places | {"hours": now.hours or "–"})
    )


def _shown(session: Session, file: CaseFile) -> Shown:
    now = of(file)
    values, sent = file.case.values, route(file.case.values)
    notes = [safe(now)]
    if sent.address and set(now.ways) & set(SENT):
        to = ", ".join(part for part in (sent.care_of, sent.address, sent.place) if part)
        notes.append(N_("Sent to: {to}.").of(to=to))
    if file.case.is_institution:
        return Shown(notes, is_look=True)
    values = of_addressee(values)
    contact = word_of("safe_contact_way", text(values, "safe_contact_way") or "tidak ada")
    notes.append((_ONLY if flag(values, "safe_contact_confirmed") else _UNSURE).of(way=contact))
    alarm = inform.alarm_of(inform.contact(session, file.case)) if Way.TOLD in now.ways else None
    return Shown(notes, alarm=alarm, is_look=True, next=(Next("record-clarification", file.case.number),))


def _asked(session: Session, file: CaseFile) -> Sequence[Field]:
    return fields_to_record(session, of(file))


@act(
    moves=(VERB, ATTEMPT, NEVER),
    states=frozenset(State),
    words=Words(
        N_("Delivery (step 13)"),
        N_("Save"),
        _DONE[DispatchState.DELIVERED],
    ),
    blocked=(not_now(VERB), no_letter),
    shows=_shown,
    asks=_asked,
    known=lambda session, file: known_of(session, of(file)),
    reads=lambda session, file, answers: checked(session, of(file), answers, _asked(session, file)),
)
def record_delivery(session: Session, file: CaseFile, answers: Values) -> Change:
    """Record the delivery (step 13) or a failed attempt, and file it."""
    case = file.case
    finish(session, case.number)  # what is typed once more while the archive is away would count twice
    now = of(file)
    values = _in_wrong_hands(now, answers)
    result = text(values, "result")
    need_allowed(now, values)
    deviation = _need_hours(session, now, values)
    if text(values, "way") not in ("", *now.ways):
        deviation = {**deviation, "against": [inform.UNSAFE, *deviation.get("against", ())]}
    verb = _MOVES[result]
    state = move(case.state, verb, session.actor.roles)
    if now.others:
        state = case.state
    known = now.dispatch or new_dispatch(session, now.letter)
    after = kept(session, known, values, file.moment)
    is_there = result == DELIVERED
    return told_of(
        Change(
            case.moved(state),
            Filing(*_MESSAGES[result], scans=receipt_scan.scan_of(after) if is_there else ()),
            {"letter": now.letter.id, **open_answers(values), **deviation},
            after.id,
            verb,
            writes=(
                lambda: write(now.dispatch, known, after),
                *((lambda: receipt_scan.mark_scan_filed(after),) if is_there else ()),
            ),
            events=alarm(session, file, values),
            afterwards=receipt_scan.rows_of(session, after),
        ),
        after,
        session,
    )


def open_answers(values: Values) -> dict[str, Any]:
    """What the history keeps, without names."""
    return {name: value for name, value in to_plain(values).items() if name not in PRIVATE}


def write(dispatch: Sheet | None, known: Sheet, after: Sheet) -> Sheet:
    """``known`` as ``after``; a new dispatch is entered first. Raises Stale."""
    columns = {name: value for name, value in vars(after).items() if value != getattr(known, name)}
    return sheets.change(dispatch or entered(known), **columns)


def told_of(change: Change, after: Sheet, session: Session) -> Change:
    """Adds words about the dispatch and the next step."""
    number, state = after.case, DispatchState(after.state)
    is_awaited = dispatches.awaits_receipt(after)
    places = {"letter": after.letter, "sheet": after.id, "tried": len(dispatches.attempts(after))}
    again = (Next("send", number),) if is_awaited or state is DispatchState.OPEN else ()
    then = (
        (Next("record-delivery", number),)
        if state is DispatchState.OPEN
        else steps(change.case, session.actor)
    )
    result = {"sheet": after.id, "state": str(state), "status": change.case.state.value}
    warnings = [_SCAN.of(**places)] if is_awaited else []
    return replace(
        change, told=result, said=_DONE[state].of(**places), warnings=warnings, next=(*again, *then)
    )


def _in_wrong_hands(now: Standing, values: Values) -> Values:
    is_theirs = rules.is_reported(now.case.values, text(values, "receiver_name"))
    if not (is_theirs and text(values, "result") == DELIVERED and text(values, "delivery_note")):
        return values
    left = {
        name: value
        for name, value in values.items()
        if name not in ("receiver", "identity", "proof", "proof_number")
    }
    return {**left, "result": FAILED, "failure": rules.BY_REPORTED}


def alarm(session: Session, file: CaseFile, values: Values) -> list[history.Act]:
    """The crisis is raised if the letter reached the wrong person."""
    why = text(values, "failure") or text(values, "never")
    return crisis.raised(session, file, f"surat {why}") if why in rules.WRONG_HANDS else []


def _need_hours(session: Session, now: Standing, values: Values) -> dict[str, Any]:
    if not (is_called(values) and text(values, CALLED_TIME)):
        return {}
    when = day(values, "delivered_day") or session.today
    local = datetime.combine(when, time.fromisoformat(text(values, CALLED_TIME)), session.settings.zone)
    if local > clock.now():
        raise Refusal("office.time_ahead", time=local.strftime("%H.%M"))
    _, broken = inform.hour(now.case, local, is_stated=flag(values, CALLED_HOURS))
    return inform.need_reason(broken, text(values, CALLED_REASON))


def kept(session: Session, dispatch: Sheet, values: Values, moment: datetime, **more: Any) -> Sheet:
    """The dispatch with its result; a failed attempt leaves it open."""
    result = to_plain(values) | more
    if text(values, "result") == FAILED:
        attempts = [*dispatches.attempts(dispatch), result]
        return replace(dispatch, decision={**dispatch.decision, "attempts": attempts})
    return replace(
        dispatch,
        decision={**dispatch.decision, "result": result},
        state=_STATES[text(values, "result")],
        decided_by=session.actor.account,
        decided_at=to_seconds(moment),
    )


def need_allowed(now: Standing, values: Values) -> None:
    """No wrong receiver, no false proof, no giving up too early."""
    case, name = now.case, text(values, "receiver_name")
    allowed = ", ".join(now.receivers)
    is_delivered = text(values, "result") == DELIVERED
    hands = (name, *(text(values, field) for field in THUMB_PEOPLE))
    if is_delivered and any(rules.is_reported(case.values, person) for person in hands):
        raise Refusal("office.not_for_them", case=case.number, allowed=allowed)
    if text(values, "receiver") == Receiver.TRUSTED and not rules.is_trusted(as_it_went(case.values), name):
        raise Refusal("office.not_for_them", case=case.number, allowed=allowed)
    way, proof = text(values, "way"), text(values, "proof")
    if text(values, CALLED_BY) == OURS and text(case.values, "safe_contact_way") == SHE_CONTACTS:
        raise Refusal("office.not_to_be_called", case=case.number)
    if proof and proof not in rules.proofs(way):
        raise Refusal("office.not_proven_so", way=way, proofs=" / ".join(rules.proofs(way)))
    _need_reason(now, text(values, "never"))


def _need_reason(now: Standing, reason: str) -> None:
    values, tried = now.case.values, len(dispatches.attempts(now.dispatch))
    is_anonymous = text(values, "reporter_name") == ANONYMOUS and not now.case.is_institution
    wrong = {
        ANONYMOUS: (
            not is_anonymous or route(values).is_possible,
            N_("its reporter is not anonymous, or there is a safe way"),
        ),
        "berkali-kali gagal": (
            tried < rules.LEAST_ATTEMPTS,
            N_("{tried} attempts are recorded, at least {least} are needed").of(
                tried=tried, least=rules.LEAST_ATTEMPTS
            ),
        ),
        _NO_WAY: (
            route(values).is_possible,
            N_("its safe contact still stands; if it changed, record that by a clarification"),
        ),
    }
    is_so, why = wrong.get(reason, (False, NOTHING))
    if is_so:
        refused = Refusal("office.not_given_up_so", case=now.case.number, reason=reason, why=why)
        acts = ("record-clarification", "record-delivery") if reason == _NO_WAY else ("record-delivery",)
        raise refused.mended_by(*(Next(verb, now.case.number) for verb in acts))


def new_dispatch(session: Session, letter: Letter) -> Sheet:
    """Not entered yet; bound to the letter's frozen draft."""
    sheet_id = ids.sheet_id(letter.case, len(sheets.of_case(letter.case)) + 1)
    digest = digest_bytes(f"{letter.id} r{letter.revision} {letter.draft_digest}".encode(), "sha256")
    key_id, key = keys.newest(session.settings, keys.CODE)
    return Sheet(
        id=sheet_id,
        case=letter.case,
        kind=SheetKind.DELIVERY,
        code=str(make_code(sheet_id, letter.revision, 1, key, key_id, digest)),
        key_id=key_id,
        digest=digest,
        made_at=to_seconds(clock.now()),
        made_by=session.actor.account,
        letter=letter.id,
        revision=letter.revision,
        state=DispatchState.OPEN,
        pages=1,
    )
