"""Enquiries by telephone: number and password get one fixed sentence.

Wrong number or password, no password, a restricted, void or held case, and too many tries get the same
sentence, work and exit status. All are logged; the hash is only in database and backups.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from pipeline.cases import contacts, telephone_answers
from pipeline.cases.case import Case
from pipeline.cases.closing import merged_into
from pipeline.cases.fields import informing
from pipeline.cases.fields.decisions import REASON
from pipeline.cases.fields.decisions import words as words_asked
from pipeline.cases.likeness import name_words
from pipeline.cases.people import people_of
from pipeline.cases.values import Values, known_name, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, as_it_is
from pipeline.letters import spoken
from pipeline.lookup import access, restriction
from pipeline.office.base.reported_sender import why_held
from pipeline.office.base.session import Session
from pipeline.office.cases import inform
from pipeline.office.engine.declare import CaseFile, Change, Shown, Thing, Words, act
from pipeline.records import cases, enquiries, history, passwords
from pipeline.records.numbers import normalize_number

VERB, REFUSED = "enquire", "enquire_refused"
AGREED, WITHDRAWN = "password", "password_withdraw"
NUMBER, SPOKEN = "number", "password"
ANSWER = "enquiry_password"
"""The registration's password; no value, history or call record keeps it."""
KEEPERS = frozenset({Role.CLERK, Role.OFFICER})
_NUMBER = re.compile(r"\d{1,5}[-/][0-9A-Z./-]{1,40}")


def has_password(case: str) -> bool:
    """Whether one was agreed."""
    return bool(enquiries.password_of(case))


_ASK = N_(
    "Ask for case number and password. Read aloud only the sentence that appears, word by word; a "
    "number alone proves nothing. Do not call back, not even when the line breaks off."
)


@act(
    thing=Thing.OFFICE,
    events=(VERB, REFUSED),
    roles=KEEPERS | {Role.CHAIR},
    words=Words(
        N_("Enquiry by telephone"),
        N_("Find the sentence"),
        N_("Read aloud to the caller: {say}"),
    ),
    shows=Shown((_ASK,)),
    asks=(
        words_asked(
            NUMBER, N_("Number that the caller names"),
            N_("Case or register number."), "2026-0001", 60,
        ),
        words_asked(SPOKEN, N_("Password that the caller names"), N_("As "
                                                                                                            "heard.")),
    ),
    reads=lambda _session, _file, answers: {name: str(answers.get(name) or "") for name in (NUMBER, SPOKEN)},
)  # fmt: skip
def enquire(session: Session, file: CaseFile, answers: Values) -> Change:
    """Find what the caller may be told; whatever is wrong or missing is answered alike."""
    spoken.check(session.settings)  # before anything is looked up: a faulty text tells nothing about a case
    number = text(answers, NUMBER)
    case = _named(session, number)
    is_right = passwords.is_password(
        telephone_answers.spoken(text(answers, SPOKEN)), enquiries.password_of(case.number) if case else ""
    )

    def answered() -> Change:
        name = _sentence(session, file.moment, number, case, is_right=is_right)
        answer = {"sentence": name, "say": spoken.say(session.settings, name)}
        return Change(file.thing, has_event=False, told=answer)

    return Change(file.thing, has_event=False, inside=answered)


def _sentence(session: Session, moment: datetime, number: str, case: Case | None, *, is_right: bool) -> str:
    """Counts a wrong answer, writes down what is told; in the caller's transaction."""
    state = telephone_answers.sentence(_leading(case).state) if case else telephone_answers.NOTHING
    name, key = (
        telephone_answers.NOTHING,
        digest_bytes(normalize_number(case.number if case else number).encode(), "sha256"),
    )
    since = moment - timedelta(minutes=session.settings["telepon.jeda_menit"])
    enquiries.forget(moment - timedelta(days=31))
    is_blocked = enquiries.wrong_since([key], since) >= session.settings["telepon.batas_salah"]
    if is_right and not is_blocked and case and not _is_hidden(case):
        name = state
    elif not is_blocked:
        enquiries.wrong(key, moment)
    how = "told" if name != telephone_answers.NOTHING else "blocked" if is_blocked else "wrong"
    history.log_access(moment, session.actor, f"{VERB} {how}", _subject(number, case))
    if case:
        history.note(moment, session.actor, VERB if how == "told" else REFUSED, None, case.number, said=name)
    return name


@act(
    thing=Thing.OFFICE,
    events=("official_call",),
    roles=KEEPERS | {Role.CHAIR},
    words=Words(
        N_("Police, lawyer or another office on the telephone"),
        N_("Record the call"),
        N_("The call is recorded."),
    ),
    shows=lambda session, _file: Shown((
        N_("Say this sentence alone, whoever calls. A case is neither confirmed nor denied."),
        as_it_is(spoken.say(session.settings, "jawaban-instansi")),
    )),
    asks=(words_asked(REASON, N_("Office that calls"), N_("As they say it, without names of people."), "Polres Batang Asri"),),
)  # fmt: skip
def answer_official_call(_session: Session, file: CaseFile, answers: Values) -> Change:
    """Log a call on behalf of an office; it hears one sentence."""
    return Change(file.thing, detail={"reason": answers[REASON]})


def need_strong(password: str, values: Values) -> str:
    """The hash of an acceptable password."""
    plain = telephone_answers.spoken(password)
    people = {word for person in people_of(values) for word in name_words(person.name)}
    people |= {word for field in contacts.NAMES for word in name_words(known_name(values, field))}
    if telephone_answers.is_weak(plain) or set(plain.split()) <= people:
        raise Refusal("office.weak_password", least=telephone_answers.SHORTEST)
    return passwords.digest_of(plain)


def wanted(answers: Mapping[str, object], values: Values) -> str:
    """The hash of a registration's password, if any."""
    given = str(answers.get(ANSWER) or "").strip()
    return need_strong(given, values) if given else ""


def keep(session: Session, number: str, digest: str) -> None:
    """Keep the hash, if any; in the caller's transaction."""
    if not digest:
        return
    moment = clock.now()
    enquiries.agree(number, digest, moment, session.actor.account)
    history.note(moment, session.actor, AGREED, None, number)


def tells_nothing(_session: Session, file: CaseFile) -> Refusal | None:
    """Nothing can be told in the case's state."""
    case = file.case
    return (
        Refusal("office.no_password", case=case.number, state=case.state.value)
        if telephone_answers.sentence(case.state) == telephone_answers.NOTHING
        else None
    )


_WITH_CALLER = N_(
    "Agree on it with the caller now, and have it repeated; an earlier one stops "
    "working. It cannot be shown again."
)
_NO_CALL = N_(
    "The telephone is no safe way of this case: the office neither calls nor calls back. This "
    "password is only for one who is on the line now, or at the office."
)


def _shown(_session: Session, file: CaseFile) -> Shown:
    may_call = informing.CALL in inform.ways(file.case.values)
    return Shown((_WITH_CALLER,) if may_call else (_WITH_CALLER, _NO_CALL))


@act(
    events=(AGREED,),
    roles=KEEPERS,
    words=Words(
        N_("The caller's password"),
        N_("Agree on it"),
        N_("The password of case {case} is agreed on; only its digest is kept."),
    ),
    shows=_shown,
    asks=(words_asked(
        SPOKEN, N_("The caller's password"),
        N_("Two words that nobody at home knows, no names."),
        "melati kapal",
    ),),
    blocked=(tells_nothing,),
)  # fmt: skip
def set_password(session: Session, file: CaseFile, answers: Values) -> Change:
    """Agree on a new password; an earlier one ends."""
    number, digest = file.case.number, need_strong(str(answers[SPOKEN]), file.case.values)
    keep_it = partial(enquiries.agree, number, digest, file.moment, session.actor.account)
    return Change(file.case, writes=(keep_it,))


@act(
    events=(WITHDRAWN,),
    roles=KEEPERS,
    words=Words(
        N_("Withdraw the caller's password"),
        N_("Withdraw", "enquire"),
        N_("The password of case {case} is withdrawn."),
    ),
    shows=Shown((N_("Nothing is told about this case by telephone any more."),)),
    blocked=(tells_nothing,),
)  # fmt: skip
def withdraw_password(_session: Session, file: CaseFile, _answers: Values) -> Change:
    """Withdraw the password; nothing more is told by telephone."""
    return Change(file.case, writes=(partial(enquiries.withdraw, file.case.number),))


def _named(session: Session, number: str) -> Case | None:
    wanted = "".join(number.split())
    case_number = wanted if cases.has(wanted[:16]) else cases.by_register(wanted)
    return None if not case_number or not access.may_see(session, case_number) else cases.get(case_number)


def _leading(case: Case) -> Case:
    into = merged_into(case)
    return cases.get(into) if into and cases.has(into) else case


def _is_hidden(case: Case) -> bool:
    is_restricted = any(
        restriction.since(number) is not None for number in {case.number, _leading(case).number}
    )
    return is_restricted or bool(why_held(case, case.values))


def _subject(number: str, case: Case | None) -> str:
    """Only case numbers enter the access log."""
    given = normalize_number(number)
    return case.number if case else given if _NUMBER.fullmatch(given) else "-"
