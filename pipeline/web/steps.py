"""The steps that are a form, by the word of their address: how each is opened, what it does, and what is said then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.cases.case import Case
from pipeline.cases.contact import route
from pipeline.cases.delivery import SENT, Way
from pipeline.cases.fields import informing
from pipeline.cases.fields.field import Field
from pipeline.cases.rendering import STUDY
from pipeline.cases.values import Values, flag, text
from pipeline.kernel.text import Next, Text
from pipeline.office.base.desk import Desk
from pipeline.office.base.value_words import word_of
from pipeline.office.cases import inform, study
from pipeline.office.cases.contact_why import CHANGED, why_no_more
from pipeline.office.delivery import deliver
from pipeline.office.signing import clarify
from pipeline.web.moves.base import same


@dataclass(frozen=True)
class Opened:
    """A step as it stands before a person: its case, its questions, what is known already, what is said above them, and what helps."""

    case: Case
    fields: Sequence[Field]
    base: Values = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    alarm: Text | None = None
    next: tuple[Next, ...] = ()
    """What helps where a note asks for it."""


@dataclass(frozen=True)
class Step:
    """One step with a page: how it is opened, what is done with the answers, what is said then, and to which page it leads."""

    title: Text
    opened: Callable[[Desk, str], Opened]
    act: Callable[[Desk, str, Mapping[str, Any]], object]
    said: Callable[[Mapping[str, Any]], Text]
    leads: str = "case"


_ROUTE = Text(
    "Jalur aman: {ways}. Jam yang diizinkan: {hours}.", "Safe route: {ways}. Allowed hours: {hours}."
)
_NO_HOURS = Text("tidak disebut", "not said")
_NUMBER = Text("Nomor: {number}.", "Number: {number}.")
_WRITE = Text(
    "Nomor untuk pesan tertulis saja, jangan menelepon: {number}.",
    "Number for written messages only, do not call: {number}.",
)
_NOW = Text("Sekarang boleh dihubungi ({now}).", "She may be contacted now ({now}).")
_NOT_NOW = Text("JANGAN menghubungi sekarang: {now}.", "Do NOT make contact now: {now}.")
_UNREAD = Text(
    "Jam yang diizinkan tidak terbaca mesin. Baca sendiri catatannya dahulu; di luar jam itu jangan menghubungi. Perjelas "
    "jamnya lewat klarifikasi (“sebelum pukul 17.00”).",
    "The allowed hours cannot be read by the machine. Read them yourself first; outside them make no contact. Write them "
    "clearly by a clarification (“sebelum pukul 17.00”).",
)
_DELIVERY = Text(
    "Surat {letter}. Cara yang aman: {ways}. Yang boleh menerima: {who}.",
    "Letter {letter}. Safe ways: {ways}. Who may take it: {who}.",
)
_TO = Text("Dikirim kepada: {to}.", "Sent to: {to}.")
_ONLY = Text(
    "Cara lain tidak ditawarkan: kontak aman kasus ini “{way}”. Bila berubah, catat lewat klarifikasi.",
    "No other way is offered: the safe contact of this case is “{way}”. If it changed, record it by a clarification.",
)
_UNSURE = Text(
    "Cara lain tidak ditawarkan: kontak aman kasus ini (“{way}”) belum dipastikan. Bila sudah, catat lewat klarifikasi.",
    "No other way is offered: the safe contact of this case (“{way}”) is not confirmed. Once it is, record it by a clarification.",
)
_HOURS = Text("Jam yang diizinkan: {hours}.", "Allowed hours: {hours}.")


def _both(values: Sequence[object], kind: str) -> Text:
    """Return stored values as words of both languages, one after the other."""
    return Text(*(", ".join(word_of(kind, one).fill(lang) for one in values) for lang in ("id", "en")))


def _filled(said: Text, **fields: Text) -> Text:
    """Return words whose places are filled with words of their own language, and filled no more."""
    told = (
        said.fill(lang, **{name: one.fill(lang) for name, one in fields.items()}) for lang in ("id", "en")
    )
    return Text(*(one.replace("{", "{{").replace("}", "}}") for one in told))


def _inform(desk: Desk, number: str) -> Opened:
    route = inform.to_record(desk, number)
    notes, alarm = _contact(route)
    ways = (Next("clarify", number),)
    return Opened(route.case, inform.questions(route), notes=(*notes, CHANGED), alarm=alarm, next=ways)


def _contact(route: inform.Contact) -> tuple[tuple[Text, ...], Text | None]:
    """Return what is said of a safe contact above a form: its ways, its number, what is not offered and why; and the alarm."""
    ways, may_now = _both(route.ways, "informed_way"), route.now in (inform.NOT_SAID, inform.WITHIN)
    notes = [_filled(_ROUTE, ways=ways, hours=word_of("", route.hours) if route.hours else _NO_HOURS)]
    if route.number:
        said = _WRITE if informing.MESSAGE in route.ways else _NUMBER
        notes.append(_filled(said, number=same(route.number)))
    why, places = why_no_more(route.case.values, held=route.held)
    notes.append(_filled(why, **places))
    if route.now == inform.WITHIN and route.is_timed:
        notes.append(_now(route))
    return tuple(notes), _now(route) if route.is_timed and not may_now else None


def _informed(answers: Mapping[str, Any]) -> Text:
    """Return what was done: she was told, with what she wishes; or an attempt failed, with what to do next."""
    way = word_of("informed_way", answers.get("informed_way", ""))
    outcome = str(answers.get("informed_outcome", ""))
    if outcome == informing.TOLD:
        wish = word_of("victim_wish", answers.get("victim_wish", ""))
        return _filled(_TOLD, way=way, wish=wish)
    next_ = _NEXT.get(outcome, _LATER)
    return _filled(_TRIED, way=way, outcome=word_of("informed_outcome", outcome), next=next_)


_TOLD = Text(
    "Korban sudah diberi tahu ({way}). Keinginannya: {wish}. Persetujuannya dicatat dan berlaku untuk setiap surat kasus ini.",
    "The victim has been told ({way}). Her wish: {wish}. Her consent is recorded and holds for every letter of this case.",
)
_TRIED = Text(
    "Korban belum diberi tahu. Percobaan ({way}) dicatat: {outcome}. {next}",
    "The victim has not been told yet. The attempt ({way}) is recorded: {outcome}. {next}",
)
_LATER = Text("Coba lagi pada jam yang diizinkan.", "Try again within the allowed hours.")
_NEXT = {
    "nomor salah": Text(
        "Perbaiki kontak amannya lewat klarifikasi.", "Mend the safe contact by a clarification."
    ),
    "tidak aman": Text(
        "Bicarakan dengan ketua sebelum mencoba lagi.", "Talk to the chair before trying again."
    ),
}


def _now(route: inform.Contact) -> Text:
    """Return how this moment stands to her hours; loud where she may not be contacted now."""
    if route.now == inform.UNREAD:
        return _UNREAD
    said = word_of("hours", route.now)
    return _filled(_NOW if route.now in (inform.NOT_SAID, inform.WITHIN) else _NOT_NOW, now=said)


def _study(desk: Desk, number: str) -> Opened:
    return Opened(study.need(desk, number), STUDY)


def _clarify(desk: Desk, number: str) -> Opened:
    case, fields = clarify.questions(desk, number)
    notes, alarm = _contact(inform.contact(desk, case)) if not case.is_institution else ((), None)
    return Opened(case, fields, case.values, notes, alarm)


def _clarified(desk: Desk, number: str, answers: Mapping[str, Any]) -> object:
    """Record it; whether the safe contact was to be gone through is no answer of the case."""
    given = {name: one for name, one in answers.items() if name != clarify.ASKED}
    return clarify.clarify(desk, number, given)


def _deliver(desk: Desk, number: str) -> Opened:
    now = deliver.standing(desk, number)
    values = now.case.values
    ways, who = _both(now.ways, "way"), _both(now.receivers, "receiver")
    notes = [_filled(_DELIVERY, letter=same(now.letter.id), ways=ways, who=who)]
    sent, way = route(values), text(values, "safe_contact_way")
    if sent.address and set(now.ways) & set(SENT):
        to = ", ".join(one for one in (sent.care_of, sent.address, sent.place) if one)
        notes.append(_filled(_TO, to=same(to)))
    if now.hours:
        notes.append(_filled(_HOURS, hours=same(now.hours)))
    if not now.case.is_institution:
        is_sure = flag(values, "safe_contact_confirmed")
        contact = word_of("safe_contact_way", way or "tidak ada")
        notes.append(_filled(_ONLY if is_sure else _UNSURE, way=contact))
    is_told = Way.TOLD in now.ways
    found = inform.contact(desk, now.case)
    alarm = _now(found) if is_told and found.now not in (inform.NOT_SAID, inform.WITHIN) else None
    helps = () if now.case.is_institution else (Next("clarify", number),)
    asked, known = deliver.fields_to_record(desk, now), deliver.known_of(desk, now)
    return Opened(now.case, asked, known, tuple(notes), alarm=alarm, next=helps)


def _always(said: Text) -> Callable[[Mapping[str, Any]], Text]:
    """Return what is said whatever was answered."""
    return lambda _answers: said


STEPS = {
    "inform": Step(
        Text("Menghubungi korban (langkah 5)", "Contact with the victim (step 5)"), _inform, inform.record,
        _informed,
    ),
    "study": Step(
        Text("Bahasa dan maksud (langkah 8)", "Language and intent (step 8)"), _study, study.study,
        _always(Text("Bahasa dan maksud dicatat.", "Language and intent are recorded.")),
    ),
    "clarify": Step(
        Text("Klarifikasi (langkah 9)", "Clarification (step 9)"), _clarify, _clarified,
        _always(Text("Klarifikasi dicatat.", "The clarification is recorded.")),
    ),
    "deliver": Step(
        Text("Penyampaian (langkah 13)", "Delivery (step 13)"), _deliver, deliver.record,
        _always(Text("Hasil penyampaian surat kasus {case} dicatat.", "What came of the letter of case {case} is recorded.")),
    ),
}  # fmt: skip
