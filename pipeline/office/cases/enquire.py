"""An enquiry by telephone: the caller names number and password, and hears one sentence of a list, or always the same one.

The same sentence answers a wrong number, a wrong password, a case without one, one that is restricted or void or whose sender
may be the reported person, and too many tries; the same work is done for each, and the exit status is the same. A number alone proves nothing (product.md,
*Enquiries by phone*). Every enquiry stands in the access log, of a case that exists also in its history. The password is
kept as a hash in the database and its backups alone: after a rebuild from the archive it is agreed on anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from pipeline.cases import telling
from pipeline.cases.case import Case
from pipeline.cases.merged import merged_into
from pipeline.cases.people import people_of
from pipeline.cases.safety import name_words
from pipeline.cases.values import Values, known_name
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Role
from pipeline.letters import spoken
from pipeline.lookup import access, restriction, things
from pipeline.office.base.desk import Desk, need_role
from pipeline.office.base.reported_sender import why_held
from pipeline.records import boot, cases, enquiries, history, words
from pipeline.records.numbers import bare

VERB, REFUSED = "enquire", "enquire_refused"
AGREED, WITHDRAWN = "password", "password_withdraw"
ANSWER = "enquiry_password"
"""The answer at registration that holds the password; it goes into no value, history or record of a call."""
ASKERS = frozenset({Role.CLERK, Role.OFFICER, Role.CHAIR})
KEEPERS = frozenset({Role.CLERK, Role.OFFICER})
_NUMBER = re.compile(r"\d{1,5}[-/][0-9A-Z./-]{1,40}")


@dataclass(frozen=True)
class Answer:
    """What the clerk reads aloud, word by word; ``name`` is that of the sentence."""

    name: str
    said: str

    def plain(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {"sentence": self.name, "say": self.said}


def has_password(case: str) -> bool:
    """Tell whether a password for enquiries was agreed for ``case``."""
    return bool(enquiries.password_of(case))


def enquire(desk: Desk, number: str, password: str) -> Answer:
    """Return what may be said to a caller who names ``number`` and ``password``. Never tells why it says no more.

    Raises what a text of the office for the telephone raises.
    """
    need_role(desk, VERB, ASKERS)
    spoken.check(desk.settings)  # before anything is looked up: a faulty text tells nothing about a case
    case = _named(desk, number)
    digest = enquiries.password_of(case.number) if case else ""
    is_right = words.is_word(telling.spoken(password), digest)
    state = telling.sentence(_leading(case).state) if case else telling.NOTHING
    moment = clock.now()
    name, key = telling.NOTHING, _key(case.number if case else number)
    since = moment - timedelta(minutes=desk.settings["telepon.jeda_menit"])
    with boot.transact():
        enquiries.forget(moment - timedelta(days=31))
        is_blocked = enquiries.wrong_since([key], since) >= desk.settings["telepon.batas_salah"]
        if is_right and not is_blocked and case and not _is_hidden(case):
            name = state
        elif not is_blocked:
            enquiries.wrong(key, moment)
        how = "told" if name != telling.NOTHING else "blocked" if is_blocked else "wrong"
        history.looked(moment, desk.actor, f"{VERB} {how}", _subject(number, case))
        if case:
            history.note(moment, desk.actor, VERB if how == "told" else REFUSED, None, case.number, said=name)
    return Answer(name, spoken.say(desk.settings, name))


def need_strong(password: str, values: Values) -> str:
    """Return the hash of a password that a case with ``values`` may have."""
    plain = telling.spoken(password)
    people = {word for one in people_of(values) for word in name_words(one.name)}
    people |= set(name_words(known_name(values, "safe_contact_name")))
    if telling.is_weak(plain) or set(plain.split()) <= people:
        raise Refusal("office.weak_password", least=telling.SHORTEST)
    return words.digest_of(plain)


def wanted(answers: Mapping[str, object], values: Values) -> str:
    """Return the hash of the password among the answers of a registration; empty where none is agreed."""
    given = str(answers.get(ANSWER) or "").strip()
    return need_strong(given, values) if given else ""


def keep(desk: Desk, number: str, digest: str) -> None:
    """Keep the hash of the password of case ``number``, if there is one, in the caller's transaction."""
    if not digest:
        return
    moment = clock.now()
    enquiries.agree(number, digest, moment, desk.actor.account)
    history.note(moment, desk.actor, AGREED, None, number)


def agree(desk: Desk, number: str, password: str) -> None:
    """Agree on a new password for case ``number``; an earlier one counts no more.

    Raises NotFound.
    """
    digest = need_strong(password, _for_password(desk, number).values)
    with boot.transact():
        keep(desk, number, digest)


def withdraw(desk: Desk, number: str) -> None:
    """Let case ``number`` have no password any more: nothing is told about it by telephone. Raises as :func:`agree`."""
    _for_password(desk, number)
    with boot.transact():
        enquiries.withdraw(number)
        history.note(clock.now(), desk.actor, WITHDRAWN, None, number)


def _for_password(desk: Desk, number: str) -> Case:
    need_role(desk, AGREED, KEEPERS)
    case = things.case(desk, number)
    restriction.need_open(number)
    if telling.sentence(case.state) == telling.NOTHING:
        raise Refusal("office.no_password", case=number, state=case.state.value)
    return case


def _named(desk: Desk, number: str) -> Case | None:
    """Return the case that bears ``number`` as its case or register number, if it exists for the actor."""
    wanted = "".join(number.split())
    found = wanted if cases.has(wanted[:16]) else cases.by_register(wanted)
    return None if not found or not access.may_see(desk, found) else cases.get(found)


def _leading(case: Case) -> Case:
    """Return the case in which a merged one goes on."""
    into = merged_into(case)
    return cases.get(into) if into and cases.has(into) else case


def _is_hidden(case: Case) -> bool:
    is_restricted = any(restriction.since(one) is not None for one in {case.number, _leading(case).number})
    return is_restricted or bool(why_held(case, case.values))


def _key(number: str) -> str:
    return digest_bytes(bare(number).encode(), "sha256")


def _subject(number: str, case: Case | None) -> str:
    """Return what the access log calls it: the case, or the number as given; whatever is no number is left out."""
    given = bare(number)
    return case.number if case else given if _NUMBER.fullmatch(given) else "-"
