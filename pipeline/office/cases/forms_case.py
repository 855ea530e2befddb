"""The fields of forms from a case.

Only the registration form names people; elsewhere they are initials, in free text known names alone.
"""

import re
from collections.abc import Sequence
from typing import Any

from pipeline.cases import contacts
from pipeline.cases.case import Case
from pipeline.cases.contact import as_printed
from pipeline.cases.fields.field import Field, Kind
from pipeline.cases.fields.kinds import shown
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.likeness import name_words
from pipeline.cases.lists import CHANNELS, Choice, label_of
from pipeline.cases.people import people_of
from pipeline.cases.privacy import initials
from pipeline.cases.values import Values, items, known_name, text
from pipeline.kernel.clock import long_date
from pipeline.letters.context import letterhead, title_block
from pipeline.letters.forms import ticked
from pipeline.office.base.absences import signatories_on
from pipeline.office.base.session import Session


def office_fields(session: Session) -> dict[str, Any]:
    """The office, today, who prints, the chair."""
    settings, today = session.settings, long_date(session.today)
    chair = next(iter(signatories_on(settings, session.today)), None)
    return {
        "kop": letterhead(settings),
        "tempat": settings["kantor.tempat"],
        "tanggal": today,
        "tanggal_isi": today,
        "petugas": session.actor.account,
        "ketua": chair.name if chair else "",
        "jabatan": " ".join(title_block(chair)) if chair else "Ketua",
    }


def blank_fields(session: Session) -> dict[str, Any]:
    """An empty form has the office alone."""
    return office_fields(session) | {"tanggal": "", "tanggal_isi": "", "petugas": ""}


def case_fields(case: Case) -> dict[str, Any]:
    """Numbers, channel, day of receipt."""
    return {
        "nomor_kasus": case.number,
        "nomor_register": case.register_number,
        "nomor_agenda": ", ".join(case.agenda),
        "diterima": long_date(case.received),
        "kanal": label_of(CHANNELS, case.channel),
    }


_UNKNOWN = "?"
REGISTRATION = {
    "channel": "pengaduan.kanal", "received_day": "pengaduan.tanggal", "received_time": "pengaduan.jam",
    "medium": "pengaduan.bentuk", "sender": "pengaduan.pengirim", "is_institution": "pengaduan.lembaga",
    "sender_address": "pengaduan.alamat_pengirim", "sender_place": "pengaduan.tempat_pengirim",
    "letter_number": "pengaduan.nomor", "letter_date": "pengaduan.tanggal_surat", "subject": "pengaduan.hal",
    "summary": "pengaduan.isi_ringkas", "story": "pengaduan.isi", "attachments": "pengaduan.lampiran",
    "phone_started": "pengaduan.telepon_mulai", "phone_ended": "pengaduan.telepon_selesai",
    "caller_number": "pengaduan.nomor_penelepon",
    "reporter_name": "pelapor.nama", "reporter_is_victim": "pelapor.korban_sendiri",
    "reporter_relation": "pelapor.hubungan", "reporter_age": "pelapor.umur", "reporter_phone": "pelapor.telepon", "reporter_nik": "pelapor.nik",
    "reporter_address": "pelapor.alamat", "reporter_wants_secrecy": "pelapor.rahasia",
    "victim_name": "korban.nama", "victim_unknown_reason": "korban.alasan",
    "victim_name_is_full": "korban.nama_lengkap", "victim_sex": "korban.jk", "victim_birth_date": "korban.lahir",
    "victim_age": "korban.umur", "victim_age_is_estimate": "korban.umur_perkiraan", "victim_nik": "korban.nik",
    "victim_address": "korban.alamat", "victim_phone": "korban.telepon", "victim_disability": "korban.disabilitas",
    "victim_needs": "korban.kebutuhan", "victim_education": "korban.pendidikan",
    "victim_occupation": "korban.pekerjaan", "victim_marital": "korban.status", "guardian_name": "korban.wali", "companion_name": "korban.pendamping",
    "guardian_phone": "korban.telepon_wali", "victim_consent": "korban.persetujuan",
    "affected_children": "korban.anak_terdampak", "other_victims": "korban.lain",
    "reported_name": "terlapor.nama", "reported_relation": "terlapor.hubungan", "reported_sex": "terlapor.jk",
    "reported_age": "terlapor.umur", "reported_age_is_estimate": "terlapor.umur_perkiraan",
    "reported_address": "terlapor.alamat", "reported_phone": "terlapor.telepon",
    "reported_shares_home": "terlapor.serumah", "other_reported": "terlapor.lain",
    "witnesses": "kejadian.saksi",
    "event_date": "kejadian.tanggal", "event_time": "kejadian.jam", "event_repeated": "kejadian.berulang",
    "place_category": "kejadian.tempat", "place_kecamatan": "kejadian.kecamatan",
    "place_detail": "kejadian.keterangan", "violence": "kejadian.jenis", "risk": "kejadian.risiko",
    "services_given": "kejadian.layanan_diberikan", "services_requested": "kejadian.layanan_diminta",
    "requests": "kejadian.permintaan", "deadline_what": "kejadian.tenggat_untuk",
    "deadline_day": "kejadian.tenggat_tanggal", "deadline_time": "kejadian.tenggat_jam",
    "safe_contact_way": "kontak.cara", "safe_contact_owner": "kontak.milik",
    "safe_contact_name": "kontak.nama", "safe_contact_address": "kontak.alamat",
    "safe_contact_place": "kontak.tempat", "safe_contact_phone": "kontak.telepon",
    "safe_contact_hours": "kontak.jam", "safe_contact_confirmed": "kontak.dipastikan",
    "call_broken": "telepon.terputus", "services_explained": "telepon.dijelaskan", "advice": "telepon.saran", "caller_answer": "telepon.jawaban",
    "promised_date": "telepon.janji_tanggal", "promised_time": "telepon.janji_jam",
}  # fmt: skip


def registration_fields(values: Values) -> dict[str, Any]:
    """The registration form's answers; boxes for every choice."""
    values = as_printed(values, values)
    made: dict[str, Any] = {}
    for name, place in REGISTRATION.items():
        group, key = place.split(".")
        made.setdefault(group, {})[key] = _answer(BY_NAME[name], values)
    made["kontak"]["lain"] = "\n".join(
        _further(contacts.of_person(values, whose), whose) for whose in contacts.recorded(values)
    )
    channel = text(values, "channel")
    made["telepon"]["ada"] = "ya" if channel in ("", "phone") else ""
    made["sumber"] = {
        "letter": "dari surat",
        "phone": "dari percakapan telepon",
        "referral": "dari surat rujukan",
    }.get(channel, "dari surat atau telepon")
    return made


def _further(values: Values, whose: str) -> str:
    parts = ("way", "name", "address", "place", "phone", "hours")
    details = (text(values, f"safe_contact_{part}") for part in parts)
    sure = "dipastikan" if values.get("safe_contact_confirmed") is True else "BELUM dipastikan"
    return f"{whose}: {', '.join([*filter(None, details), sure])}"


def _answer(field: Field, values: Values) -> str:
    if field.kind in (Kind.CHOICE, Kind.CHOICES):
        return boxes(field.choices, chosen(values, field.name))
    if field.kind is Kind.YESNO:
        value = values.get(field.name)
        return ticked(
            (("ya", "ya"), ("tidak", "tidak")),
            () if value is None else ("ya",) if value is True else ("tidak",),
        )
    if field.name not in values:
        return ""
    if field.kind is Kind.PERSONS:
        return "; ".join(_person(person) for person in items(values, field.name))
    answer = shown(field, values[field.name])
    return answer.replace(":", ".") if field.kind is Kind.TIME else answer


def _person(listed: str) -> str:
    name, *known = listed.rsplit(", ", 2)
    lacks = [word for word, value in zip(("umur", "L/P"), known, strict=False) if value == _UNKNOWN]
    notes = [f"{' dan '.join(lacks)} belum diketahui"] if lacks else []
    return ", ".join([name, *(value for value in known if value != _UNKNOWN), *notes])


def chosen(values: Values, name: str) -> tuple[str, ...]:
    """One or several chosen values."""
    value = text(values, name)
    return (value,) if value else items(values, name)


def boxes(choices: Sequence[Choice], picked: Sequence[str]) -> str:
    """A box per choice, filled if ``picked``."""
    return ticked([(choice.value, choice.label.id) for choice in choices], picked)


def nameless(free: str, values: Values) -> str:
    """Initials for known names; a single word needs a capital."""
    names = {person.name for person in people_of(values) if person.name}
    names |= {known_name(values, key) for key in ("reporter_name", "companion_name", *contacts.NAMES)} - {""}
    for name in sorted(names, key=len, reverse=True):
        free = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", initials(name), free, flags=re.IGNORECASE)
    for word in sorted({word for name in names for word in name_words(name) if len(word) > 2}):
        free = re.sub(rf"\b(?:{word.capitalize()}|{word.upper()})\b", f"{word[0].upper()}.", free)
    return re.sub(r"(?<=[A-Z]\.)\.(?!\.)", "", free)
