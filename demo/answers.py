"""What the clerk and the officer would type: ``expected_0N.json`` becomes answers for ``--answers``.

The names of the fields are those of the product's registration form; an absent key is an empty answer.
Nothing is invented here: a value stands in the sample, or it is left out.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from demo.scans import SAMPLES

Answers = dict[str, Any]
_CHANNELS = {"surat": "letter", "telepon": "phone", "rujukan": "referral"}


def expected(number: int) -> Mapping[str, Any]:
    """Return what is expected of sample ``number`` (1–6)."""
    values: Mapping[str, Any] = json.loads((SAMPLES / f"expected_{number:02d}.json").read_text("utf-8"))
    return values


def registration(number: int) -> Answers:
    """Return the answers of steps 1–4 for sample ``number``, as ``rangkap register --answers`` reads them."""
    sample = expected(number)
    written, normal = sample["tertulis"], sample["normal"]
    is_institution = normal["kanal"] == "rujukan"
    parts = (
        _incoming(written, normal, is_institution),
        _call(written, normal) if normal["kanal"] == "telepon" else {},
        _reporter(written, normal, is_institution),
        _victim(written, normal),
        _reported(written, normal["terlapor"]),
        _event(normal, sample["penilaian"]),
        _contact(written, normal.get("kontak_aman", {})),
    )
    return _given({name: value for part in parts for name, value in part.items()})


def identifying(number: int) -> Answers:
    """Return the answers of step 8: the identification report, with people as initials."""
    sample = expected(number)
    report = sample["identifikasi"]
    return {
        "identified_as": "baru" if sample["penilaian"]["kasus_baru"] else "lanjutan",
        "identified_chronology": report["kronologi"],
        "identified_condition": report["keadaan"],
        "identified_risk": report["alasan_risiko"],
        "identified_conclusion": report["kesimpulan"],
    }


def drafting(number: int) -> Answers:
    """Return the answers of step 10: addressee, follow-up, who is invited to come; no referral before the victim was asked."""
    letter = expected(number)["surat_jawaban"]
    return _given(
        {
            "salutation": letter["sapaan"],
            "addressee": letter["nama"],
            "addressee_attention": letter.get("up"),
            "addressee_place": letter["tempat"],
            "follow_up": letter["tindak_lanjut"],
            "comes": letter["pihak_datang"],
        }
    )


def referring(number: int) -> Answers:
    """Return what step 10 adds once the victim allowed it: where she may be referred."""
    return _given({"referral": expected(number)["surat_jawaban"].get("rujukan")})


def studying(number: int) -> Answers:
    """Return the answers of step 8 about regional words: the originals, their language and their meaning."""
    text = "\n".join(expected(number).get("peringatan", ()))
    match = re.search(r"(?m)^bahasa (?P<language>[^:\n]+): (?P<words>[^=\n]+=.+)$", text)
    if match is None:
        return {}
    originals, meanings = zip(*(pair.split("=") for pair in match["words"].split(", ")), strict=True)
    return {
        "dialect_words": ", ".join(originals),
        "dialect_language": match["language"],
        "dialect_meaning": ", ".join(meanings),
        "dialect_source": "petugas",
    }


def clarifying(number: int) -> Answers:
    """Return the answers of step 9: day, way and note, new values, and why the rest cannot be answered."""
    detail = expected(number).get("klarifikasi")
    if not detail:
        return {}
    answers: Answers = {
        "clarified_day": detail["tanggal"],
        "clarified_way": detail["cara"].partition(" ")[0],
        "clarified_note": detail["uraian"],
    }
    reasons = {f"{name}_impossible": reason for name, reason in detail["tidak_mungkin"].items()}
    return {**answers, **detail["jawaban"], **reasons}


def _given(answers: Answers) -> Answers:
    return {name: value for name, value in answers.items() if value not in (None, "", [])}


def _incoming(written: Mapping[str, Any], normal: Mapping[str, Any], is_institution: bool) -> Answers:
    answers: Answers = {
        "channel": _CHANNELS[normal["kanal"]],
        "received_day": normal["tanggal_diterima"],
        "summary": normal["isi_ringkas"],
    }
    if normal["kanal"] == "telepon":
        return answers
    return answers | {
        "sender": normal["pelapor"].get("instansi")
        or written.get("pengirim_instansi")
        or written.get("pengirim_nama"),
        "is_institution": is_institution,
        "sender_address": normal.get("alamat_pengirim", written.get("pengirim_alamat"))
        if is_institution
        else None,
        "sender_place": (written.get("tempat_surat") or normal["kejadian"]["kecamatan"])
        if is_institution
        else None,
        "letter_number": written.get("nomor_surat"),
        "letter_date": normal["tanggal_surat"],
        "subject": written.get("hal"),
        "attachments": written.get("lampiran"),
    }


def _call(written: Mapping[str, Any], normal: Mapping[str, Any]) -> Answers:
    steps = normal["langkah_sop"]
    promised = normal["tenggat"][0]["pada"]
    return {
        "phone_started": normal["waktu_mulai"],
        "phone_ended": normal["waktu_selesai"],
        "caller_number": written["penelepon"],
        "services_explained": steps["l3_dijelaskan"],
        "advice": steps["l4_saran"],
        "caller_answer": steps["l4_jawaban"],
        "promised_date": promised[:10],
        "promised_time": promised[11:],
    }


def _reporter(written: Mapping[str, Any], normal: Mapping[str, Any], is_institution: bool) -> Answers:
    reporter = normal["pelapor"]
    is_victim = reporter["hubungan_dgn_korban"] == "korban sendiri"
    return {
        "reporter_name": reporter.get("nama"),
        "reporter_is_victim": None if is_institution else is_victim,
        "reporter_relation": reporter["hubungan_dgn_korban"],
        "reporter_phone": written.get("pelapor_telepon")
        or written.get("pengirim_telepon")
        or written.get("narahubung_telepon"),
        "reporter_address": None if is_institution else written.get("pengirim_alamat"),
        "reporter_wants_secrecy": reporter.get("minta_rahasia"),
    }


def _victim(written: Mapping[str, Any], normal: Mapping[str, Any]) -> Answers:
    (victim,) = normal["korban"]
    guess = victim.get("umur_perkiraan")
    age = victim.get("umur") or (round(sum(guess) / len(guess)) if isinstance(guess, list) else guess)
    return {
        "victim_name": victim["nama"] or victim["inisial"],
        "victim_name_is_full": victim["nama"] is not None and victim.get("nama_lengkap", True),
        "victim_sex": victim["jk"],
        "victim_birth_date": victim.get("tgl_lahir"),
        "victim_age": age,
        "victim_age_is_estimate": guess is not None,
        "victim_nik": written.get("korban_nik"),
        "victim_address": written.get("korban_alamat"),
        "victim_phone": written.get("korban_telepon"),
        "victim_disability": victim.get("disabilitas"),
        "victim_needs": victim.get("kebutuhan"),
        "victim_education": victim.get("pendidikan"),
        "victim_occupation": victim.get("pekerjaan"),
        "victim_marital": victim.get("status_kawin"),
        "guardian_name": written.get("wali_nama"),
        "guardian_phone": written.get("wali_telepon"),
        "victim_consent": normal.get("persetujuan"),
        "affected_children": normal.get("anak_terdampak"),
    }


def _reported(written: Mapping[str, Any], reported: list[Mapping[str, Any]]) -> Answers:
    first, *others = reported
    age = first.get("umur") or first.get("umur_perkiraan")
    return {
        "reported_name": first.get("nama") or first.get("inisial"),
        "reported_relation": first["hubungan"],
        "reported_sex": first.get("jk"),
        "reported_age": age,
        "reported_age_is_estimate": "umur_perkiraan" in first if age else None,
        "reported_shares_home": "ya" if first["serumah"] else "tidak",
        "other_reported": [f"{other['inisial']}, {other['umur']}" for other in others],
    }


def _event(normal: Mapping[str, Any], judged: Mapping[str, Any]) -> Answers:
    event = normal["kejadian"]
    deadline = normal.get("tenggat", [{}])[0] if normal["kanal"] != "telepon" else {}
    return {
        "event_date": event["tanggal"],
        "event_time": event.get("jam"),
        "event_repeated": event.get("berulang"),
        "place_category": event["tempat_kategori"],
        "place_kecamatan": event.get("kecamatan"),
        "place_detail": event.get("tempat") or event.get("desa"),
        "violence": judged["jenis_kekerasan"],
        "risk": judged["risiko"],
        "services_given": "; ".join(normal.get("layanan_sudah", [])),
        "requests": "; ".join(normal.get("permintaan", [])),
        "deadline_what": deadline.get("apa"),
        "deadline_day": deadline.get("pada", "")[:10],
        "deadline_time": deadline.get("pada", "")[11:],
    }


def _contact(written: Mapping[str, Any], contact: Mapping[str, Any]) -> Answers:
    address = written.get("kontak_aman_alamat")
    return {
        "safe_contact_way": contact.get("cara"),
        "safe_contact_name": contact.get("nama") or written.get("kontak_aman_nama"),
        "safe_contact_address": address,
        "safe_contact_place": address.rpartition(", ")[2] if address else None,
        "safe_contact_phone": contact.get("telepon") or written.get("kontak_aman_telepon"),
        "safe_contact_owner": contact.get("milik"),
        "safe_contact_hours": contact.get("jam"),
        "safe_contact_confirmed": contact.get("dipastikan"),
    }
