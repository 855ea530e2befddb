"""Steps 1–2: who reports, who suffered, who is reported."""

from pipeline.cases import lists
from pipeline.cases.fields import conditions as on
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.values import text
from pipeline.kernel.text import Text

_R, _V, _T = Section.REPORTER, Section.VICTIM, Section.REPORTED
_EMPTY = Text("Boleh kosong.", "May stay empty.")
_A_LINE = Text("Satu orang per baris: nama, umur, L/P.", "One person a line: name, age, L/P.")

REPORTER: tuple[Field, ...] = (
    Field(
        "reporter_name", Text("Nama pelapor", "Reporter's name"), Kind.NAME, _R, 2,
        Text("Tulis “anonim” bila pelapor tidak mau disebut. Untuk lembaga boleh kosong.",
             "Write “anonim” if the reporter stays unnamed. May stay empty for an institution."),
        "Rusmini Talahu", required=on.from_person, default=on.reporter_default,
        page_help=Text("Bila pelapor tidak mau disebut namanya, pilih “anonim”. Untuk lembaga boleh kosong.",
                       "Where the reporter stays unnamed, choose “anonim”. May stay empty for an institution."),
    ),
    Field(
        "reporter_is_victim", Text("Pelapor korban sendiri?", "Is the reporter the victim?"), Kind.YESNO, _R, 2,
        Text("Ya bila korban mengadu untuk dirinya.", "Yes if the victim complains for herself."),
        "ya", required=on.from_person, when=on.from_person, default=on.self_report_default,
    ),
    Field(
        "reporter_relation", Text("Hubungan pelapor dengan korban", "Reporter's relation to the victim"),
        Kind.CHOICE, _R, 2,
        Text("Apa hubungan pelapor dengan korban?", "How is the reporter related to the victim?"),
        "tetangga", lists.REPORTER_RELATIONS,
        required=lambda values: on.from_person(values) and not on.is_anonymous(values),
        default=on.relation_default,
    ),
    Field(
        "reporter_phone", Text("Telepon pelapor", "Reporter's telephone"), Kind.PHONE, _R, 2, _EMPTY,
        "0812-0000-1101", default=lambda values: text(values, "caller_number") or None,
    ),
    Field(
        "reporter_nik", Text("NIK pelapor", "Reporter's NIK"), Kind.NIK, _R, 2, _EMPTY, "9901015405940001",
        when=on.reporter_apart,
    ),
    Field(
        "reporter_address", Text("Alamat pelapor", "Reporter's address"), Kind.TEXT, _R, 2, _EMPTY,
        "RT 02 Desa Hulu Bakung", when=on.reporter_apart,
    ),
    Field(
        "reporter_wants_secrecy", Text("Nama pelapor dirahasiakan?", "Keep the reporter's name secret?"),
        Kind.YESNO, _R, 2,
        Text("Ya bila pelapor meminta namanya tidak disebut kepada siapa pun.",
             "Yes if the reporter asks not to be named to anybody."),
        "ya",
    ),
)  # fmt: skip

VICTIM: tuple[Field, ...] = (
    Field(
        "victim_name", Text("Nama korban", "Victim's name"), Kind.NAME, _V, 1,
        Text("Nama, panggilan atau inisial seperti tertulis; “belum diketahui” boleh, dengan alasan.",
             "Name, call name or initials as written; “belum diketahui” (not known) needs a reason."),
        "Rusmini Talahu", required=always, default=on.victim_default,
    ),
    Field(
        "victim_unknown_reason", Text("Alasan belum diketahui", "Why the name is not known"), Kind.TEXT, _V, 1,
        Text("Mengapa nama korban belum diketahui?", "Why is the victim's name not known?"),
        "pelapor tidak mengenal korban", required=on.victim_unknown, when=on.victim_unknown,
    ),
    Field(
        "victim_name_is_full", Text("Nama korban lengkap?", "Is this her whole name?"), Kind.YESNO, _V, 1,
        Text("Tidak bila hanya panggilan atau inisial.", "No if it is a call name or initials."),
        "ya", required=on.named("victim_name"), when=on.named("victim_name"), default=on.full_name_default,
    ),
    Field(
        "victim_sex", Text("Jenis kelamin korban", "Victim's sex"), Kind.CHOICE, _V, 1,
        Text("L atau P.", "L (male) or P (female)."), "P", lists.SEXES,
        required=on.named("victim_name"),
        page_help=Text("Seperti tertulis atau diceritakan.", "As written or told."),
    ),
    Field(
        "victim_birth_date", Text("Tanggal lahir korban", "Victim's date of birth"), Kind.DAY, _V, 1,
        Text("Seperti tertulis; kosongkan bila tidak diketahui.", "As written; empty if not known."),
        "14-05-1994",
    ),
    Field(
        "victim_age", Text("Umur korban", "Victim's age"), Kind.AGE, _V, 1,
        Text("Dalam tahun; boleh kosong bila tanggal lahir diketahui.",
             "In years; may stay empty if the date of birth is known."),
        "32",
    ),
    Field(
        "victim_age_is_estimate", Text("Umur perkiraan?", "Is the age an estimate?"), Kind.YESNO, _V, 1,
        Text("Ya bila umur hanya dikira-kira.", "Yes if the age is a guess."), "tidak",
        when=on.has("victim_age"), default=lambda values: False if "victim_birth_date" in values else None,
    ),
    Field("victim_nik", Text("NIK korban", "Victim's NIK"), Kind.NIK, _V, 1, _EMPTY, "9901015405940001"),
    Field(
        "victim_address", Text("Alamat korban", "Victim's address"), Kind.TEXT, _V, 1,
        Text("Tempat tinggal; tidak dipakai untuk surat kecuali sebagai kontak aman.",
             "Where she lives; not used for letters unless it is the safe contact."),
        "RT 03 Desa Tumbang Randu, Kecamatan Lanting Tengah",
    ),
    Field("victim_phone", Text("Telepon korban", "Victim's telephone"), Kind.PHONE, _V, 1, _EMPTY, "0812-0000-1101"),
    Field(
        "victim_disability", Text("Disabilitas korban", "Victim's disability"), Kind.CHOICE, _V, 1,
        Text("Pilih “tidak” bila tidak ada; kosongkan bila tidak disebut.",
             "Choose “none” where there is none; empty if nothing is said."),
        "tidak", lists.DISABILITIES,
    ),
    Field(
        "victim_needs", Text("Kebutuhan khusus", "Special needs"), Kind.TEXT, _V, 1,
        Text("Misalnya juru bahasa isyarat.", "For example a sign language interpreter."),
        "juru bahasa isyarat", page_help=Text("Yang perlu disiapkan kantor untuknya.", "What the office must have ready for her."),
    ),
    Field("victim_education", Text("Pendidikan korban", "Victim's education"), Kind.CHOICE, _V, 1, _EMPTY, "SLTP",
          lists.EDUCATION),
    Field("victim_occupation", Text("Pekerjaan korban", "Victim's occupation"), Kind.TEXT, _V, 1, _EMPTY,
          "penjual kue", most=80),
    Field("victim_marital", Text("Status perkawinan korban", "Victim's marital status"), Kind.CHOICE, _V, 1, _EMPTY,
          "kawin", lists.MARITAL),
    Field("guardian_name", Text("Nama wali", "Guardian's name"), Kind.NAME, _V, 1, _EMPTY, "Lestari Purnamaring"),
    Field("guardian_phone", Text("Telepon wali", "Guardian's telephone"), Kind.PHONE, _V, 1, _EMPTY,
          "0812-0000-3301", when=on.has("guardian_name")),
    Field(
        "victim_consent", Text("Persetujuan korban atau wali", "Consent of the victim or guardian"),
        Kind.CHOICE, _V, 2,
        Text("Setuju datanya dipakai untuk penanganan dan rujukan?",
             "Does she agree that her data are used for handling and referral?"),
        "belum ditanya", lists.CONSENT,
    ),
    Field(
        "affected_children", Text("Anak lain yang terdampak", "Other children affected"), Kind.NUMBER, _V, 2,
        Text("Jumlah anak yang ikut melihat atau terdampak.", "How many children saw it or are affected."), "2",
    ),
    Field(
        "other_victims", Text("Korban lain", "Further victims"), Kind.PERSONS, _V, 1,
        Text("Nama, umur, L/P; pisahkan dengan titik koma.", "Name, age, L/P; separated by semicolons."),
        "A.B., 9, P", most=1000, page_help=_A_LINE,
    ),
)  # fmt: skip

REPORTED: tuple[Field, ...] = (
    Field(
        "reported_name", Text("Nama terlapor", "Reported person's name"), Kind.NAME, _T, 1,
        Text("Nama, panggilan atau inisial seperti tertulis; kosongkan bila tidak diketahui.",
             "Name, call name or initials as written; empty if not known."),
        "B.S.",
    ),
    Field(
        "reported_relation", Text("Hubungan terlapor dengan korban", "Reported person's relation to the victim"),
        Kind.CHOICE, _T, 1,
        Text("Terlapor itu siapa bagi korban?", "Who is the reported person to the victim?"),
        "suami/istri", lists.RELATIONS,
    ),
    Field("reported_sex", Text("Jenis kelamin terlapor", "Reported person's sex"), Kind.CHOICE, _T, 1, _EMPTY, "L",
          lists.SEXES),
    Field("reported_age", Text("Umur terlapor", "Reported person's age"), Kind.AGE, _T, 1, _EMPTY, "36"),
    Field("reported_age_is_estimate", Text("Umur terlapor perkiraan?", "Is that age an estimate?"), Kind.YESNO, _T, 1,
          _EMPTY, "tidak", when=on.has("reported_age")),
    Field("reported_address", Text("Alamat terlapor", "Reported person's address"), Kind.TEXT, _T, 1, _EMPTY,
          "Jalan Rotan RT 11"),
    Field("reported_phone", Text("Telepon terlapor", "Reported person's telephone"), Kind.PHONE, _T, 1, _EMPTY,
          "0812-0000-0000"),
    Field(
        "reported_shares_home", Text("Terlapor serumah dengan korban?", "Does the reported person share her home?"),
        Kind.CHOICE, _T, 2,
        Text("Bila ya, rumah itu tidak boleh menjadi alamat aman.",
             "If so, that home can never be the safe address."),
        "tidak tahu", lists.SHARED_HOME,
    ),
    Field(
        "other_reported", Text("Terlapor lain", "Further reported persons"), Kind.PERSONS, _T, 1,
        Text("Nama, umur, L/P; pisahkan dengan titik koma.", "Name, age, L/P; separated by semicolons."),
        "D.K., 15, L; Y.P., 14, L", most=1000, page_help=_A_LINE,
    ),
    Field(
        "witnesses", Text("Saksi", "Witnesses"), Kind.PERSONS, _T, 1,
        Text("Nama, umur, L/P; pisahkan dengan titik koma. Anak saksi dilindungi seperti anak korban.",
             "Name, age, L/P; separated by semicolons. A child witness is protected as a child victim is."),
        "S.R., 11, P", most=1000,
        page_help=Text("Satu orang per baris: nama, umur, L/P. Anak saksi dilindungi seperti anak korban.",
                       "One person a line: name, age, L/P. A child witness is protected as a child victim is."),
    ),
)  # fmt: skip
