"""What clerk and officer type for the further cases; the people are those of :mod:`tests.street.further_letters`."""

from typing import Any

Answers = dict[str, Any]

_CALL: Answers = {
    "channel": "phone", "received_day": "24-11-2026", "phone_started": "08.05", "phone_ended": "08.14",
    "caller_number": "0812-0000-7701", "services_explained": "ya", "advice": "datang langsung, tertulis",
    "summary": "Penelepon menanyakan bantuan untuk seorang perempuan dewasa.",
    "violence": "psikis", "risk": "sedang", "event_date": "20-11-2026", "place_kecamatan": "Hulu Asri",
    "place_category": "rumah tangga", "victim_sex": "P", "victim_consent": "ya", "deadline_what": "",
}  # fmt: skip
CALL_WITHOUT_ADDRESS: Answers = _CALL | {
    "reporter_name": "Mujiati Lestarini", "reporter_is_victim": "ya", "reporter_relation": "korban sendiri",
    "victim_name": "Mujiati Lestarini", "victim_name_is_full": "ya", "victim_age": "35", "reported_name": "Sabari Utomo",
    "reported_relation": "suami/istri", "reported_shares_home": "ya", "caller_answer": "akan menelepon lagi",
    "safe_contact_way": "telepon", "safe_contact_name": "Mujiati Lestarini", "safe_contact_phone": "0812-0000-7701",
    "safe_contact_confirmed": "ya", "safe_contact_hours": "08.00-12.00",
}  # fmt: skip
CALL_WITH_ADDRESS: Answers = _CALL | {
    "caller_number": "0812-0000-7702", "reporter_name": "Hartono Wibisana", "reporter_is_victim": "tidak",
    "reporter_relation": "keluarga/saudara", "reporter_address": "Jalan Melur No. 0, Hulu Asri",
    "victim_name": "Ningsih Wibisani", "victim_name_is_full": "ya", "victim_age": "31", "reported_name": "Agus Pambudi",
    "reported_relation": "suami/istri", "reported_shares_home": "ya", "caller_answer": "akan datang bersama adiknya",
    "safe_contact_way": "surat", "safe_contact_name": "Hartono Wibisana", "safe_contact_owner": "pelapor",
    "safe_contact_address": "Jalan Melur No. 0, Hulu Asri", "safe_contact_place": "Hulu Asri",
    "safe_contact_confirmed": "ya",
}  # fmt: skip
_PAPER: Answers = {
    "channel": "letter", "received_day": "24-11-2026", "medium": "surat", "is_institution": "tidak",
    "summary": "Permohonan bantuan bagi seorang perempuan dewasa.", "violence": "fisik", "risk": "sedang",
    "place_category": "rumah tangga", "victim_sex": "P", "victim_consent": "ya",
}  # fmt: skip
NEIGHBOUR: Answers = _PAPER | {
    "letter_date": "20-11-2026", "subject": "Permohonan", "reporter_name": "Sugeng Ariyanto",
    "reporter_is_victim": "tidak", "reporter_relation": "tetangga", "victim_name": "Lasmi Pandanwati",
    "victim_name_is_full": "ya", "victim_age": "38", "victim_consent": "belum ditanya", "reported_name": "Tugimin Pandan",
    "reported_relation": "suami/istri", "reported_shares_home": "ya", "event_date": "17-11-2026",
    "place_kecamatan": "Lanting Tengah", "safe_contact_way": "telepon", "safe_contact_name": "Sugeng Ariyanto",
    "safe_contact_owner": "pelapor",
    "safe_contact_phone": "0812-0000-7706", "safe_contact_confirmed": "ya",
}  # fmt: skip
WIFE: Answers = _PAPER | {
    "letter_date": "20-11-2026", "subject": "Pengaduan", "reporter_name": "Kartinah Melurani",
    "reporter_is_victim": "ya", "reporter_relation": "korban sendiri", "victim_name": "Kartinah Melurani",
    "victim_name_is_full": "ya", "victim_age": "29", "reported_name": "Joko Melurantono",
    "reported_relation": "suami/istri", "reported_shares_home": "ya", "event_date": "16-11-2026",
    "place_kecamatan": "Lanting Tengah", "safe_contact_way": "titip", "safe_contact_name": "Suminten Harjani",
    "safe_contact_address": "Gang Delima No. 0, Kelurahan Muara Lanting", "safe_contact_place": "Kelurahan Muara Lanting",
    "safe_contact_confirmed": "ya",
}  # fmt: skip
DANGER: Answers = _PAPER | {
    "letter_date": "23-11-2026", "subject": "MOHON SEGERA", "reporter_name": "Murniati Sekarwangi",
    "reporter_is_victim": "ya", "reporter_relation": "korban sendiri", "victim_name": "Murniati Sekarwangi",
    "victim_name_is_full": "ya", "victim_age": "33", "reported_name": "Darmaji Wirosobo", "risk": "tinggi",
    "reported_relation": "suami/istri", "reported_shares_home": "ya", "event_date": "22-11-2026",
    "place_kecamatan": "Sungai Bakung", "affected_children": 1, "safe_contact_way": "telepon",
    "safe_contact_name": "Ponirah Sastro", "safe_contact_phone": "0812-0000-7709", "safe_contact_confirmed": "ya",
}  # fmt: skip
_FOLLOW: Answers = {"follow_up": "pertemuan konsultasi dan penjelasan mengenai pilihan bantuan"}
TO_WOMAN: Answers = _FOLLOW | {"salutation": "Saudari", "comes": "Saudari"}
IDENTIFIED: Answers = {
    "identified_as": "baru", "identified_chronology": "20 November 2026: kejadian di rumah.",
    "identified_condition": "Aman di rumah kerabat.", "identified_risk": "Terlapor serumah.",
    "identified_conclusion": "Memerlukan pendampingan.",
}  # fmt: skip
TO_MAN: Answers = _FOLLOW | {"salutation": "Saudara"}

_DAY: Answers = {"outcome_day": "24-11-2026"}
CAME: Answers = _DAY | {
    "outcome": "datang langsung", "outcome_services": "bantuan hukum",
    "outcome_summary": "Yang bersangkutan datang dan didampingi.",
}  # fmt: skip
REFERRED: Answers = _DAY | {
    "outcome": "dirujuk", "outcome_services": "kesehatan", "outcome_place": "Dinas Sosial",
    "outcome_proof": "surat rujukan 21/XI/2026", "outcome_summary": "Dirujuk dan diterima lembaga itu.",
}  # fmt: skip
UNREACHED: Answers = _DAY | {
    "outcome": "tidak dapat dihubungi", "outcome_summary": "Penelepon tidak dapat dihubungi lagi.",
    "outcome_attempts": "24-11-2026 telepon, tidak aktif; 24-11-2026 telepon, tidak diangkat",
}  # fmt: skip
CRISIS: Answers = _DAY | {
    "outcome": "pindah ke SOP krisis", "outcome_place": "petugas SOP krisis",
    "outcome_summary": "Risiko tinggi; penanganan dilanjutkan menurut SOP krisis.",
}  # fmt: skip
UNANSWERED: Answers = {"outcome_unanswered": "tidak ada jalur aman untuk surat"}
