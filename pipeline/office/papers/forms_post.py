"""Receipt, envelope and label: neutral, for the safe contact only."""

from collections.abc import Iterator
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.contact import Route, RouteKind, is_bound, route
from pipeline.cases.fields.answer import NOWHERE
from pipeline.cases.fields.table import DRAFT
from pipeline.cases.lists import MEDIA, label_of
from pipeline.cases.privacy import names_barred, public_sender
from pipeline.cases.values import Value, Values, day, known_name, text
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import NoRoute, Refusal
from pipeline.kernel.text import N_
from pipeline.letters import clauses
from pipeline.letters.context import clause_fields, titled
from pipeline.letters.matter import PHONE
from pipeline.letters.names import Sought, known_pairs
from pipeline.office.answer.requests import is_awaited
from pipeline.office.base.session import Session
from pipeline.office.cases.forms_case import nameless, office_fields
from pipeline.office.letters import choose_letter
from pipeline.office.letters.matter import about, need_reach, values_of
from pipeline.records.letters import Letter, LetterState
from pipeline.settings import Settings

_POSTAL = (RouteKind.POST, RouteKind.ENTRUSTED, RouteKind.INSTITUTION)
_CALL, _NONE = "telepon", "-"
_SENT = (LetterState.APPROVED, LetterState.SIGNED)


def sender_lines(settings: Settings) -> list[str]:
    """An envelope names the office outside only where the settings allow."""
    address = settings["surat.alamat_kembali"] or settings["kantor.alamat"]
    unit = [settings["kantor.nama"]] if settings["surat.pengirim_luar"] == "kantor" else []
    return [settings["kantor.pemerintah"], *unit, address]


def decided(values: Values) -> dict[str, Value]:
    """What step 10 would propose; no form of address is guessed."""
    filled = dict(values)
    for field in DRAFT:
        proposed = None if field.name in filled else field.default(filled)
        if proposed is not None:
            filled[field.name] = proposed
    return filled


def receipt_fields(session: Session, case: Case) -> dict[str, Any]:
    """A person is initials; an institution reads its own details, even those masked in books.

    A call has neither number nor date.
    """
    values = decided(case.values)
    matter = about(case, values, route(values))
    fields = clause_fields(matter, session.settings, session.today)
    library = clauses.library(session.settings.templates / "klausul")
    kind = "instansi" if case.is_institution else "perorangan"
    chosen = clauses.choose(library, fields["kanal"], kind, clauses.RECEIPT, matter.cases)
    written = day(values, "letter_date")
    is_call = case.channel == PHONE
    medium = _CALL if is_call else label_of(MEDIA, text(values, "medium") or "surat")
    return {
        **office_fields(session),
        "pengirim": sender_lines(session.settings),
        "nomor_agenda": case.agenda[0] if case.agenda else case.number,
        "dari": _institution(session, values) if case.is_institution else public_sender(values),
        "diterima": long_date(case.received),
        "jam": (text(values, "received_time") or text(values, "phone_started")).replace(":", "."),
        "bentuk": medium,
        "nomor_surat": "" if is_call else text(values, "letter_number") or _NONE,
        "tanggal_surat": "" if is_call else long_date(written) if written else _NONE,
        "isi": list(clauses.wording_of(clauses.filled(chosen, fields)).content),
    }


def blank_receipt(session: Session) -> dict[str, Any]:
    """A receipt with only what needs no case."""
    library = clauses.library(session.settings.templates / "klausul")
    same = [
        clause
        for clause in clauses.choose(library, "surat", "perorangan", clauses.RECEIPT)
        if "{{" not in clause.text
    ]
    return {"pengirim": sender_lines(session.settings), "isi": [clause.text for clause in same]}


def _institution(session: Session, values: Values) -> str:
    """Initials where a person of the case was typed as institution."""
    sender = text(values, "sender")
    people = (*names_barred(values), known_name(values, "reporter_name"))
    places = known_pairs((*session.settings["wilayah.kecamatan"], text(values, "sender_place")))
    return nameless(sender, values) if Sought.of(people, (), places).stands_in(sender) else sender


def post_fields(session: Session, case: Case, letter: Letter | None = None) -> dict[str, Any]:
    """``letter`` or the one on its way; the safe contact is checked again."""
    sent = letter or _on_its_way(case)
    if sent is None or not sent.number:
        raise Refusal("office.not_approved", case=case.number)
    if not is_bound(sent.contact, values_of(case, sent)):
        raise Refusal("office.contact_changed", case=case.number)
    values = decided(values_of(case, sent))
    need_reach(case, values)
    way = route(values)
    _need_postal(case, way)
    return {
        "pengirim": sender_lines(session.settings),
        "yth": list(_addressee(case, values, way)),
        "surat": sent.id,
    }


def _on_its_way(case: Case) -> Letter | None:
    for state in _SENT:
        leaving = [
            letter
            for letter in choose_letter.among(case.number, (state,))
            if not letter.is_beside or state is not LetterState.SIGNED or is_awaited(case, letter)
        ]
        if leaving:
            return choose_letter.only(leaving)
    return None


def _need_postal(case: Case, way: Route) -> None:
    reasons = (
        (not way.is_possible, N_("there is no safe way yet")),
        (way.kind not in _POSTAL, N_("the chosen way is “{way}”").of(way=way.kind.value)),
        (not way.is_confirmed, N_("the safe contact is not confirmed")),
        (not way.address, N_("no safe address is recorded")),
    )
    for is_so, reason in reasons:
        if is_so:
            raise NoRoute("office.not_posted", case=case.number, reason=reason)


def _addressee(case: Case, values: Values, way: Route) -> Iterator[str]:
    yield f"Yth. {titled(about(case, values, way).addressee)}"
    attention = text(values, "addressee_attention")
    if attention:
        yield f"u.p. {attention}"
    elif way.care_of:
        yield f"d.a. {way.care_of}"
    yield way.address
    place = way.place or text(values, "addressee_place")
    if place and place != NOWHERE and place.casefold() not in way.address.casefold():
        yield place
