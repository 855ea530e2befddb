"""The fields of step 14's papers; people are initials.

What she did not allow the ministry to learn is “tidak diizinkan korban”; what only counts her stays (UU
12/2022 art. 69; for health also UU 27/2022).
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from pipeline.cases import consent, lists, outcomes
from pipeline.cases.case import Case
from pipeline.cases.fields.closing import CLOSING, POLICE_DAY, POLICE_REASON, UNANSWERED
from pipeline.cases.fields.days import short_day, when_at_length
from pipeline.cases.fields.kinds import shown
from pipeline.cases.people import Side
from pipeline.cases.privacy import initials_of
from pipeline.cases.step_clock import TARGET, ClockEvent, read_clock
from pipeline.cases.values import Values, day, items, text
from pipeline.kernel import clock
from pipeline.kernel.ids import is_letter
from pipeline.kernel.text import N_
from pipeline.letters.forms import ticked
from pipeline.office.base.acts import format_act
from pipeline.office.base.dossier import answered
from pipeline.office.base.filings import location
from pipeline.office.base.session import Session
from pipeline.office.cases.forms_case import boxes, case_fields, chosen, nameless, office_fields
from pipeline.office.cases.forms_reports import event, long_or_empty, parties
from pipeline.office.cases.notes import NOTES
from pipeline.records import history
from pipeline.settings import Settings

_MOST = 200
_DETAILS = (
    outcomes.PLACE, outcomes.PROOF, outcomes.WISH, outcomes.TRIED, outcomes.OTHER, "outcome_danger", POLICE_DAY,
    POLICE_REASON, UNANSWERED,
)  # fmt: skip
_BY_NAME = {question.name: question for question in CLOSING}


def handling_fields(session: Session, case: Case) -> dict[str, Any]:
    """The fields of the handling report."""
    values, letter = case.values, answered(case.number)
    delivered = (long_or_empty(letter.delivered), letter.delivery)
    every = history.of_case(case.number, case.arrivals)
    acts = [act for act in every if act.verb not in NOTES]
    return {
        **office_fields(session),
        **case_fields(case),
        **parties(case),
        **event(values),
        "riwayat": [_act(session, act) for act in acts[-_MOST:]],
        "tindak_lanjut": nameless(text(values, "follow_up"), values),
        "rujukan": nameless(text(values, "referral"), values),
        "layanan": boxes(lists.SERVICES, items(values, outcomes.SERVICES)),
        "surat": {
            "nomor": letter.number,
            "tanggal": long_or_empty(letter.day),
            "ditandatangani": long_or_empty(letter.signed),
            "disampaikan": ", ".join(part for part in delivered if part),
        },
        "arsip": location(session, case.number),
        "waktu": {
            "layanan": f"{minutes(read_clock(clock_events(case, acts), clock.now()).active)} dari {minutes(TARGET)}",
            "berlalu": span(read_clock(clock_events(case, acts), clock.now()).elapsed),
            "jeda": span(read_clock(clock_events(case, acts), clock.now()).paused)
            if read_clock(clock_events(case, acts), clock.now()).paused
            else "",
        },
        "hasil": ticked(
            outcomes.ticks(values, outcomes.of_office(session.settings.outcomes)), (text(values, "outcome"),)
        ),
        "tanggal_hasil": _long(values, "outcome_day"),
        "rincian_hasil": [_detail(name, values) for name in _DETAILS if name in values],
        "uraian_hasil": nameless(text(values, "outcome_summary"), values),
        "simfoni": _simfoni(values),
    }


def blank_handling(settings: Settings) -> dict[str, str]:
    """The boxes to tick on an empty report."""
    ends = outcomes.ticks({}, outcomes.of_office(settings.outcomes))
    return {**event({}), "hasil": ticked(ends, ()), "layanan": boxes(lists.SERVICES, ())}


def simfoni_fields(session: Session, case: Case) -> dict[str, Any]:
    """Worded as SIMFONI-PPA, as far as the victim allows."""
    values, victim = case.values, case.victim
    who, incident = parties(case), event(values)
    others = sum(person.side is Side.VICTIM for person in case.people) - 1
    reported = next((person for person in case.people if person.side is Side.REPORTED), None)
    fields = {
        **office_fields(session),
        **case_fields(case),
        "korban": {
            "inisial": initials_of(victim),
            "jk": boxes(lists.SEXES, chosen(values, "victim_sex")),
            "umur": who["korban"]["umur"],
            "kelompok": ticked([(group, group) for group in _GROUPS], (victim.age_group,)),
            "pendidikan": boxes(lists.EDUCATION, chosen(values, "victim_education")),
            "pekerjaan": nameless(text(values, "victim_occupation"), values),
            "status": boxes(lists.MARITAL, chosen(values, "victim_marital")),
            "disabilitas": boxes(lists.DISABILITIES, chosen(values, "victim_disability")),
            "lain": f"{others} orang" if others > 0 else "",
        },
        "pelapor": {"hubungan": boxes(lists.REPORTER_RELATIONS, chosen(values, "reporter_relation"))},
        "terlapor": {
            "inisial": who["terlapor"]["inisial"],
            "jk": boxes(lists.SEXES, chosen(values, "reported_sex")),
            "umur": "" if reported is None or reported.age is None else str(reported.age),
            "hubungan": boxes(lists.RELATIONS, chosen(values, "reported_relation")),
        },
        "kejadian": {
            "tanggal": when_at_length(values),
            "kecamatan": text(values, "place_kecamatan"),
            "tempat": incident["tempat_kejadian"],
            "jenis": incident["jenis_kekerasan"],
        },
        "layanan": boxes(lists.SERVICES, items(values, outcomes.SERVICES)),
        "rujukan": nameless(text(values, outcomes.PLACE) or text(values, "referral"), values),
        "hasil": outcomes.title(values),
        "tanggal_hasil": _long(values, "outcome_day"),
        "simfoni": _simfoni(values),
    }
    return laid_on(fields, values)


_GROUPS = (*(name for _, name in lists.AGE_GROUPS), lists.LAST_AGE_GROUP)


def clock_events(case: Case, acts: Sequence[history.Act]) -> list[ClockEvent]:
    """The ``acts`` as rows; the first is the registration."""
    begun = next((at for at, act in enumerate(acts) if act.case == case.number), 0)
    return [
        ClockEvent(act.verb, act.step, act.at, act.account, clock.read_stamp(since) if since else None)
        for act in acts[begun:]
        for since in [act.detail.get(history.SINCE)]
    ]


def minutes(duration: timedelta) -> str:
    """A duration rounded up to the minute: ``12 menit``."""
    return f"{-(-int(duration.total_seconds()) // 60)} menit"


_DAYS, _HOURS, _MINUTES = (
    N_("{count} d"),
    N_("{count} h"),
    N_("{count} min"),
)


def span(duration: timedelta, lang: str = "id") -> str:
    """An elapsed time: ``6 hari 2 jam``."""
    hours, rest = divmod(int(duration.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    parts = [word.fill(lang, count=count) for word, count in ((_DAYS, days), (_HOURS, hours)) if count]
    return " ".join(parts) or _MINUTES.fill(lang, count=rest)


def _detail(name: str, values: Values) -> str:
    field = _BY_NAME[name]
    return f"{field.label.id}: {nameless(shown(field, values[name]), values)}"


def _simfoni(values: Values) -> dict[str, str]:
    return {"tanggal": _long(values, "simfoni_day"), "nomor": text(values, "simfoni_number")}


def _long(values: Values, name: str) -> str:
    return long_or_empty(day(values, name))


def _act(session: Session, act: history.Act) -> dict[str, str]:
    """A typed reason stays out."""
    known = format_act(act.verb, act.detail)
    is_paper = is_letter(act.subject) or act.subject.startswith("D-")
    subject = f" ({act.subject})" if is_paper else ""
    return {
        "waktu": act.at.astimezone(session.settings.zone).strftime("%d-%m-%Y %H.%M"),
        "langkah": str(act.step or ""),
        "uraian": f"{known[0].upper()}{known[1:]}{subject}",
        "oleh": act.account,
    }


ALLOWED, UNASKED, REFUSED = "diizinkan", "belum ditanyakan", "tidak diizinkan"
_WHO = {
    "korban": ("inisial", "umur", "pekerjaan", "lain"),
    "terlapor": ("inisial", "umur"),
    "kejadian": ("tanggal", "kecamatan"),
}
"""They could identify her, like the institution she was referred to."""
_SERVICE = "kesehatan"
_NOTES = {
    ALLOWED: "Diizinkan ({by}{day}).",
    UNASKED: "Persetujuan korban belum ditanyakan. Tanyakan sebelum mengentri.",
    REFUSED: "Tidak diizinkan kepada kementerian: yang tertulis “tidak diizinkan korban” tidak dientri (UU 12/2022 Pasal 69; "
    "UU 27/2022). Selebihnya dihitung tanpa identitas.",
}


def standing(values: Values) -> str:
    """How her consent to the entry stands."""
    if not consent.is_asked(values):
        return UNASKED
    return ALLOWED if consent.may_learn(values, consent.OTHERS) else REFUSED


def laid_on(fields: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """What she allows, with a note on her consent."""
    result: dict[str, Any] = {
        name: dict(value) if isinstance(value, Mapping) else value for name, value in fields.items()
    }
    held = set(items(values, consent.WITHHOLD))
    if standing(values) == REFUSED:
        for group, names in _WHO.items():
            result[group] |= {name: consent.DENIED for name in names if result[group][name]}
        result["rujukan"] = consent.DENIED if result["rujukan"] else ""
    if held & {consent.ADDRESS, consent.WHERE} and text(values, "place_category") == "rumah tangga":
        result["kejadian"]["kecamatan"] = consent.DENIED
    if consent.WHERE in held and consent.tells_where(result["rujukan"]):
        result["rujukan"] = consent.DENIED
    if consent.HEALTH in held:
        result["korban"]["disabilitas"] = consent.DENIED
        result["layanan"] = _without_health(values)
        if consent.tells_health(result["rujukan"]):
            result["rujukan"] = consent.DENIED
    return result | {"persetujuan": _note(values)}


def _without_health(values: Values) -> str:
    others = [(choice.value, choice.label.id) for choice in lists.SERVICES if choice.value != _SERVICE]
    return f"{ticked(others, items(values, 'outcome_services'))}; {_SERVICE}: {consent.DENIED}"


def _note(values: Values) -> str:
    consent_day, held = text(values, consent.DAY), items(values, consent.WITHHOLD)
    day = f", {short_day(date.fromisoformat(consent_day))}" if consent_day else ""
    note = _NOTES[standing(values)].format(by=text(values, consent.BY) or "korban", day=day)
    return note + (" Yang tidak boleh disebut: {what}.".format(what=", ".join(held)) if held else "")
