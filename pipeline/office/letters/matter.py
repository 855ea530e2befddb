"""What a letter may say, and the names it may not."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any

from pipeline.cases import consent
from pipeline.cases.case import Case
from pipeline.cases.completeness import Reader, reader_of
from pipeline.cases.contact import Misfit, ReportedPerson, Route, addressed, is_party, route
from pipeline.cases.contacts import VICTIM
from pipeline.cases.deadlines import POLICE_DAYS, is_from_police
from pipeline.cases.fields.table import BY_NAME, DRAFT
from pipeline.cases.fields.validate import validate
from pipeline.cases.further import REPLIES_TO
from pipeline.cases.lists import borne_form
from pipeline.cases.people import Side
from pipeline.cases.plain import from_plain
from pipeline.cases.privacy import child_involved, names_barred
from pipeline.cases.problems import MEANT, UNKNOWN_FIELD, InvalidAnswers, Problem
from pipeline.cases.values import Value, Values, day, flag, items, known_name, number, text
from pipeline.kernel.errors import NoRoute
from pipeline.kernel.text import N_, Next, Text
from pipeline.letters import traces
from pipeline.letters.clauses import CHILD, SEXUAL
from pipeline.letters.finding import Finding
from pipeline.letters.matter import UNKNOWN_SALUTATION, Addressee, Incoming, Matter
from pipeline.letters.moments import event_of
from pipeline.letters.rules import check
from pipeline.office.base.other_sender import need_their_own
from pipeline.office.base.reported_sender import need_free, of_victim
from pipeline.office.base.session import Session
from pipeline.office.base.unconfirmed import is_held
from pipeline.records import cases, history, people
from pipeline.records.letters import Letter

DECIDED = "keputusan"
"""Key for a request's own decisions: addressee, copies, attachments."""

_NOT_CHOSEN = re.compile(rf"\b(atau|bersama) {UNKNOWN_SALUTATION}(?=$| (?:sendiri|selaku pelapor)\b)")
"""As proposed before the form of address was chosen."""
_NOT_OURS = N_("That letter is not in this case. Its agenda numbers: {known}.")
_OTHER_STEP = N_("This is no answer of step 10; change it by a clarification, which writes it down.")


def answer_values(session: Session, case: Case, answers: Mapping[str, object]) -> Values:
    """Takes the checked answers of step 10.

    Others are refused: people and safe contact change only by a recorded clarification.
    """
    names = {field.name for field in DRAFT}
    wrong = [foreign(name, names, _OTHER_STEP) for name in answers if name not in names]
    if wrong:
        is_known = any(problem.said is _OTHER_STEP for problem in wrong)
        raise InvalidAnswers(wrong).mended_by(
            *([Next("record-clarification", case.number)] if is_known else [])
        )
    given = {**case.values, **{name: answer for name, answer in answers.items() if answer is not None}}
    fields = tuple(DRAFT)
    checked = validate(given, session.today, fields=fields, places=session.places)
    values = checked.need()
    return {name: value for name, value in values.items() if name in names or name in case.values}


def foreign(name: str, names: Collection[str], message: Text) -> Problem:
    """``name`` is not asked here; the nearest of ``names``."""
    near = next(iter(get_close_matches(name, names, 1, 0.6)), None)
    if name in BY_NAME:
        return Problem(name, message)
    return Problem(name[:60], UNKNOWN_FIELD.of(near=MEANT.of(near=near) if near else ""))


def matter(case: Case, values: Values) -> Matter:
    """The matter of the answer to ``case``."""
    return about(case, values, need_route(case, values))


def need_route(case: Case, values: Values) -> Route:
    """Checked whenever a letter is made or leaves. Raises NoRoute."""
    need_reach(case, values)
    way = route(values)
    if not way.is_possible:
        raise NoRoute(case=case.number)
    return way


def need_reach(case: Case, values: Values) -> None:
    """No letter to a wrong person, or to a sender who may be reported."""
    need_free(case, values)
    if is_held(history.of_case(case.number)):
        raise NoRoute("office.held_by_word", case=case.number)
    need_fit(case.number, route(values).misfit, addressed(values))


_MISFITS = {
    Misfit.UNSTATED: "office.contact_not_stated", Misfit.CHILD: "office.no_post_to_child",
    Misfit.ANOTHERS: "office.contact_of_another", Misfit.ENDED: "office.power_ended",
}  # fmt: skip


def need_fit(number: str, wrong: Misfit | None, whose: str) -> None:
    """The safe contact must be stated to be that of ``whose``."""
    if wrong:
        owner = N_("victim") if whose == VICTIM else N_("reporter")
        raise NoRoute(_MISFITS[wrong], case=number, whose=owner)


def decided_for(values: Values, decisions: Values) -> dict[str, Value]:
    """A request's ``decisions`` replace those of the answer."""
    answer = {field.name for field in DRAFT}
    return {**{name: value for name, value in values.items() if name not in answer}, **decisions}


def values_of(case: Case, letter: Letter) -> Values:
    """A request has decisions of its own."""
    if not letter.is_beside:
        return case.values
    return decided_for(case.values, from_plain(dict[str, Value], letter.context.get(DECIDED, {})))


def matter_of(case: Case, letter: Letter) -> Matter:
    """The matter of a letter of ``case``. Raises NoRoute."""
    return matter(case, values_of(case, letter))


def about(case: Case, values: Values, way: Route) -> Matter:
    """For whoever is reached by ``way``, safe or not."""
    attention = text(values, "addressee_attention")
    form = _salutation(case, values) or UNKNOWN_SALUTATION
    return Matter(
        case=case.number,
        register_number=case.register_number,
        incoming=_incoming(case, values),
        addressee=Addressee(
            name=text(values, "addressee"),
            salutation=_salutation(case, values),
            care_of=f"u.p. {attention}" if attention else way.care_of,
            address=way.address,
            place=text(values, "addressee_place") or way.place,
            is_institution=case.is_institution,
            is_confirmed=way.is_confirmed,
            is_safe=way.is_safe,
            is_party=is_party(values, text(values, "addressee")),
        ),
        follow_up=text(values, "follow_up"),
        services=items(values, "services"),
        referral=text(values, "referral"),
        clarified=case.clarified,
        comes=_NOT_CHOSEN.sub(rf"\1 {form}", text(values, "comes")),
        names_barred=names_barred(values),
        reporter_name=known_name(values, "reporter_name"),
        attachments=number(values, "letter_attachments") or 0,
        cc=items(values, "cc"),
        cases=case_words(values),
        report_by=_report_by(values),
        concerns_reader=reader_of(values) is Reader.VICTIM,
        event=event_of(values),
        telephones=tuple(text(values, name) for name in consent.PHONES),
        homes=tuple(text(values, name) for name in consent.ADDRESSES),
    )


def broken_rules(
    session: Session, about: Matter, content: str, day: date, **given: Any
) -> tuple[Finding, ...]:
    """:func:`pipeline.letters.rules.check`, which knows the people and contacts of her other cases, and all others.

    Who reported her in secret elsewhere is named to nobody here. Of other open cases it knows the houses on the
    streets that are told.
    """
    linked = of_victim(about.case, cases.get(about.case).values)
    elsewhere = (
        candidate.bearer.person.name
        for candidate in people.named_in(content)
        if candidate.case not in {about.case, *linked}
        and (candidate.bearer.person.side is Side.VICTIM or candidate.bearer.person.is_child)
    )
    streets = tuple(f"jalan {street}" for street, _ in traces.houses_in(content))
    met = people.reaching([ReportedPerson(about.case, homes=streets)]) if streets else set()
    others = cases.several(met - {about.case, *linked}).values()
    hers = [case.values for case in linked.values()]
    barred = [
        *(name for values in hers for name in names_barred(values)),
        *(known_name(values, "reporter_name") for values in hers if flag(values, "reporter_wants_secrecy")),
    ]
    return check(
        content,
        replace(
            about,
            names_barred=(*about.names_barred, *filter(None, barred)),
            names_elsewhere=tuple(elsewhere),
            telephones=(
                *about.telephones,
                *(text(values, name) for values in hers for name in consent.PHONES),
            ),
            homes=(*about.homes, *(text(values, name) for values in hers for name in consent.ADDRESSES)),
            houses_elsewhere=frozenset[tuple[str, str]]().union(
                *(traces.houses_in(text(case.values, name)) for case in others for name in consent.ADDRESSES)
            ),
        ),
        session.settings,
        day,
        **given,
    )


def _incoming(case: Case, values: Values) -> Incoming:
    wanted = text(values, REPLIES_TO).upper()
    chosen = next((letter for letter in case.further if letter.agenda == wanted), None)
    if wanted and chosen is None and wanted not in case.agenda:
        raise InvalidAnswers(
            [
                Problem(
                    REPLIES_TO,
                    Text(*(sentence.format(known=", ".join(case.agenda)) for sentence in _NOT_OURS)),
                )
            ]
        )
    if chosen is not None:
        need_their_own(case, chosen)
    source = chosen.values if chosen else values
    return Incoming(
        channel=text(source, "channel") if chosen else case.channel,
        number=text(source, "letter_number") or None,
        day=day(source, "letter_date"),
        received=(chosen.received if chosen else None) or case.received,
        sender=text(source, "sender"),
        is_institution=case.is_institution,
    )


def _salutation(case: Case, values: Values) -> str:
    chosen = text(values, "salutation")
    if case.is_institution or chosen not in ("", UNKNOWN_SALUTATION):
        return chosen
    return borne_form(text(values, "addressee")) or chosen


def case_words(values: Values) -> tuple[str, ...]:
    """That clauses may ask for: a child is involved, sexual violence (UU 12/2022)."""
    flags = {CHILD: child_involved(values), SEXUAL: "seksual" in items(values, "violence")}
    return tuple(word for word, holds in flags.items() if holds)


def _report_by(values: Values) -> date | None:
    """The day by which the police must know; None where nothing is due or they wrote."""
    received = day(values, "received_day")
    is_due = SEXUAL in case_words(values) and not is_from_police(values)
    return received + timedelta(days=POLICE_DAYS) if is_due and received else None
