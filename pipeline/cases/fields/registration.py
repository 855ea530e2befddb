"""Steps 1–4: letter or call, people, event, safe contact."""

from pipeline.cases import lists
from pipeline.cases.fields import conditions as on
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.values import known_name, text
from pipeline.kernel.text import Text

_S = Section.LETTER
_R, _V, _T = Section.REPORTER, Section.VICTIM, Section.REPORTED
_E, _C, _P = Section.EVENT, Section.CONTACT, Section.CALL
_EMPTY = Text("Boleh kosong.", "May stay empty.")
_A_LINE = Text("Satu orang per baris: nama, umur, L/P.", "One person a line: name, age, L/P.")

INCOMING: tuple[Field, ...] = (
    Field(
        "channel", Text("Kanal", "Channel"), Kind.CHOICE, _S, 1,
        Text("Bagaimana pengaduan ini sampai?", "How did the complaint arrive?"),
        "surat", lists.CHANNELS, required=always,
    ),
    Field(
        "received_day", Text("Tanggal diterima", "Day received"), Kind.DAY, _S, 1,
        Text("Hari surat atau telepon sampai di kantor; menentukan tenggat.",
             "The day it reached the office; deadlines count from it."),
        "20-11-2026", required=always,
    ),
    Field(
        "received_time", Text("Jam diterima", "Time received"), Kind.TIME, _S, 1,
        Text("Boleh kosong.", "May stay empty."), "09.30",
    ),
    Field(
        "medium", Text("Bentuk", "Medium"), Kind.CHOICE, _S, 1,
        Text("Kertas, atau cetakan pesan, SMS, pos-el.", "Paper, or a printed message, SMS or e-mail."),
        "surat", lists.MEDIA, when=on.is_paper, default=lambda _: "surat",
    ),
    Field(
        "sender", Text("Pengirim", "Sender"), Kind.TEXT, _S, 1,
        Text("Nama orang atau lembaga yang mengirim surat. Kosongkan bila tanpa nama.",
             "The person or institution that sent the letter. Empty if unnamed."),
        "SMP Negeri 3 Hulu Asri", required=on.from_institution, when=on.is_paper,
    ),
    Field(
        "is_institution", Text("Pengirim lembaga?", "Sent by an institution?"), Kind.YESNO, _S, 1,
        Text("Ya untuk polisi, puskesmas, sekolah, desa, dan lembaga lain.",
             "Yes for police, clinic, school, village office and other institutions."),
        "tidak", required=on.is_paper, when=on.is_paper, default=lambda values: text(values, "channel") == "referral",
    ),
    Field(
        "sender_address", Text("Alamat resmi lembaga", "Official address"), Kind.TEXT, _S, 1,
        Text("Alamat pada kop surat lembaga.", "The address on its letterhead."),
        "Jalan Pelajar No. 0, Kecamatan Hulu Asri", when=on.from_institution,
    ),
    Field(
        "sender_place", Text("Kota/tempat lembaga", "Place of the institution"), Kind.TEXT, _S, 1,
        Text("Tempat sesudah kata “di” pada surat jawaban.", "The place after “di” in the answer."),
        "Hulu Asri", when=on.from_institution,
    ),
    Field(
        "letter_number", Text("Nomor surat", "Letter number"), Kind.TEXT, _S, 1,
        Text("Seperti tertulis; kosongkan bila tidak bernomor.", "As written; empty if there is none."),
        "400.3.5/087/SMPN3-HA/XI/2026", when=on.is_paper, most=100,
    ),
    Field(
        "letter_date", Text("Tanggal surat", "Letter date"), Kind.DAY, _S, 1,
        Text("Seperti tertulis; kosongkan bila tidak bertanggal, jangan menebak.",
             "As written; empty if undated, never guess."),
        "19-11-2026", when=on.is_paper,
    ),
    Field(
        "subject", Text("Hal", "Subject"), Kind.TEXT, _S, 1,
        Text("Hal surat masuk, seperti tertulis.", "The subject of the incoming letter, as written."),
        "Pengaduan dan permohonan bantuan", when=on.is_paper,
    ),
    Field(
        "summary", Text("Isi ringkas", "Summary"), Kind.LONG, _S, 1,
        Text("Satu atau dua kalimat, tanpa nama; masuk buku agenda.",
             "One or two sentences without names; goes into the mail log."),
        "Pengaduan dan permohonan konsultasi", required=always, most=2000,
    ),
    Field(
        "story", Text("Isi pengaduan", "The complaint"), Kind.LONG, _S, 1,
        Text("Apa yang dituturkan penelepon, dengan kata-katanya; menggantikan isi surat.",
             "What the caller told, in her own words; it stands for the letter."),
        "Suami saya marah, lalu …", when=on.is_phone, most=10000,
    ),
    Field(
        "attachments", Text("Lampiran surat masuk", "Attachments received"), Kind.TEXT, _S, 1,
        Text("Seperti tertulis; boleh kosong.", "As written; may stay empty."),
        "1 (satu) berkas", when=on.is_paper,
    ),
    Field(
        "phone_started", Text("Telepon mulai", "Call started"), Kind.TIME, _S, 1,
        Text("Jam percakapan mulai.", "When the call began."), "10.12",
        required=on.is_phone, when=on.is_phone,
    ),
    Field(
        "phone_ended", Text("Telepon selesai", "Call ended"), Kind.TIME, _S, 1,
        Text("Jam percakapan selesai.", "When the call ended."), "10.21", when=on.is_phone,
    ),
    Field(
        "caller_number", Text("Nomor penelepon", "Caller's number"), Kind.PHONE, _S, 1,
        Text("Nomor yang tampak pada telepon; boleh kosong.", "The number shown; may stay empty."),
        "0812-0000-6601", when=on.is_phone,
    ),
)  # fmt: skip

REPORTER: tuple[Field, ...] = (
    Field(
        "reporter_name", Text("Nama pelapor", "Reporter's name"), Kind.NAME, _R, 2,
        Text("Tulis “anonim” bila pelapor tidak mau disebut. Untuk lembaga boleh kosong.",
             "Write “anonim” if the reporter stays unnamed. May stay empty for an institution."),
        "Rusmini Talahu", required=on.from_person, default=lambda values: (text(values, "sender") or None) if on.from_person(values) else None,
        page_help=Text("Bila pelapor tidak mau disebut namanya, pilih “anonim”. Untuk lembaga boleh kosong.",
                       "Where the reporter stays unnamed, choose “anonim”. May stay empty for an institution."),
    ),
    Field(
        "reporter_is_victim", Text("Pelapor korban sendiri?", "Is the reporter the victim?"), Kind.YESNO, _R, 2,
        Text("Ya bila korban mengadu untuk dirinya.", "Yes if the victim complains for herself."),
        "ya", required=on.from_person, when=on.from_person, default=lambda values: relation == "korban sendiri" if (relation := text(values, "reporter_relation")) else None,
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
        "ya", required=on.named("victim_name"), when=on.named("victim_name"), default=lambda values: on.looks_full(name) if (name := known_name(values, "victim_name")) else None,
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

EVENT: tuple[Field, ...] = (
    Field(
        "event_date", Text("Tanggal kejadian", "Day of the event"), Kind.DAY, _E, 2,
        Text("Kejadian terakhir; kosongkan bila tidak jelas, jangan menebak.",
             "The last event; empty if unclear, never guess."),
        "15-11-2026",
    ),
    Field("event_time", Text("Jam kejadian", "Time of the event"), Kind.TIME, _E, 2, _EMPTY, "20.30"),
    Field("event_repeated", Text("Berulang?", "Has it happened before?"), Kind.YESNO, _E, 2, _EMPTY, "ya"),
    Field("place_category", Text("Tempat kejadian", "Kind of place"), Kind.CHOICE, _E, 2, _EMPTY, "rumah tangga",
          lists.PLACES),
    Field(
        "place_kecamatan", Text("Kecamatan kejadian", "Sub-district"), Kind.PLACE, _E, 2,
        Text("Menentukan kewenangan; kosongkan bila tidak diketahui.",
             "Decides the authority; empty if not known."),
        "Lanting Tengah", most=60,
    ),
    Field("place_detail", Text("Keterangan tempat", "More on the place"), Kind.TEXT, _E, 2, _EMPTY, "Bukit Sahaja"),
    Field(
        "violence", Text("Jenis kekerasan", "Kind of violence"), Kind.CHOICES, _E, 2,
        Text("Boleh lebih dari satu, pisahkan dengan koma.", "More than one is possible, separated by commas."),
        "fisik, psikis", lists.VIOLENCE, required=always,
        page_help=Text("Centang semua yang sesuai.", "Tick all that apply."),
    ),
    Field(
        "risk", Text("Tingkat risiko", "Risk"), Kind.CHOICE, _E, 2,
        Text("Ancaman, senjata, berulang, anak di rumah menaikkan risiko. Tinggi: pindah ke SOP krisis.",
             "Threats, weapons, repetition, children at home raise it. High: go to the crisis procedure."),
        "sedang", lists.RISKS, required=always,
    ),
    Field("services_given", Text("Layanan yang sudah diberikan", "Services already given"), Kind.TEXT, _E, 2,
          _EMPTY, "perawatan luka", most=500),
    Field("services_requested", Text("Layanan yang diminta", "Services asked for"), Kind.CHOICES, _E, 2,
          _EMPTY, "bantuan hukum", lists.SERVICES),
    Field("requests", Text("Permintaan", "Requests"), Kind.LONG, _E, 2,
          Text("Kebutuhan dan harapan, seperti tertulis.", "Needs and hopes, as written."),
          "waktu untuk konsultasi", most=1000),
    Field("deadline_what", Text("Tenggat untuk", "Deadline for"), Kind.TEXT, _E, 2,
          Text("Bila surat menyebut hari yang tetap.", "If the letter names a fixed day."),
          "pendampingan pemeriksaan"),
    Field("deadline_day", Text("Tanggal tenggat", "Deadline"), Kind.DAY, _E, 2, _EMPTY, "25-11-2026",
          required=on.has("deadline_what"), when=on.has("deadline_what")),
    Field("deadline_time", Text("Jam tenggat", "Time of the deadline"), Kind.TIME, _E, 2, _EMPTY, "09.00",
          when=on.has("deadline_what")),
)  # fmt: skip

CONTACT: tuple[Field, ...] = (
    Field(
        "safe_contact_way", Text("Cara kontak aman", "Safe way of contact"), Kind.CHOICE, _C, 2,
        Text("Bagaimana pelapor atau korban boleh dihubungi dengan aman? Bukan terlapor, bukan rumah bersama.",
             "How may the reporter or victim be reached safely? Not the reported person, not the shared home."),
        "titip", lists.WAYS, required=on.from_person,
    ),
    Field(
        "safe_contact_owner", Text("Kontak ini milik siapa?", "Whose contact is this?"), Kind.CHOICE, _C, 2,
        Text("Surat dan telepon hanya sampai kepada pemiliknya. Bila kosong, tidak ada yang dikirim sampai dinyatakan.",
             "Letters and calls reach its owner alone. If empty, nothing is sent until it is stated."),
        "korban", lists.OWNERS, when=on.contact_of_two,
    ),
    Field(
        "safe_contact_name", Text("Nama kontak aman", "Name of the safe contact"), Kind.NAME, _C, 2,
        Text("Orang yang boleh menerima surat atau telepon.", "Who may take the letter or call."),
        "Yuniarti Talahu", required=on.trusted_contact, when=on.has_contact,
        default=lambda values: (text(values, "reporter_name") or None)
        if on.has_contact(values) and not on.trusted_contact(values) and not on.is_anonymous(values) else None,
    ),
    Field(
        "safe_contact_address", Text("Alamat kontak aman", "Address of the safe contact"), Kind.TEXT, _C, 2,
        Text("Alamat lengkap untuk surat jawaban.", "The whole address for the answer letter."),
        "Gang Kenanga 2 No. 0, Kelurahan Muara Lanting", required=on.postal_contact, when=on.has_contact,
    ),
    Field(
        "safe_contact_place", Text("Tempat pada surat", "Place on the letter"), Kind.TEXT, _C, 2,
        Text("Tempat sesudah kata “di”, misalnya kelurahan.", "The place after “di”, such as the village."),
        "Kelurahan Muara Lanting", when=on.has_contact, most=80,
    ),
    Field(
        "safe_contact_phone", Text("Telepon kontak aman", "Telephone of the safe contact"), Kind.PHONE, _C, 2,
        Text("Nomor orang itu; hanya dipakai jika caranya mengizinkan.",
             "That person's number; used only if the way allows it."),
        "0812-0000-1102", required=on.phone_contact, when=on.has_contact,
    ),
    Field(
        "safe_contact_hours", Text("Jam yang diizinkan", "Allowed hours"), Kind.TEXT, _C, 2,
        Text("Kapan boleh dihubungi; jangan menghubungi di luar jam ini.",
             "When contact is allowed; never outside these hours."),
        "sebelum pukul 17.00", when=on.has_contact,
    ),
    Field(
        "safe_contact_confirmed", Text("Kontak aman sudah dipastikan?", "Is the safe contact confirmed?"),
        Kind.YESNO, _C, 2,
        Text("Ya bila korban atau pelapor sendiri yang menyebutnya.",
             "Yes if the victim or reporter named it herself."),
        "ya", required=on.has_contact, when=on.has_contact,
    ),
)  # fmt: skip

CALL: tuple[Field, ...] = (
    Field(
        "services_explained", Text("Layanan, tujuan rujukan dan prinsip dijelaskan?",
                                   "Services, referral and principles explained?"), Kind.YESNO, _P, 3,
        Text("Langkah 3: layanan gratis, rahasia, dengan persetujuan.",
             "Step 3: services are free, confidential and by consent."),
        "ya", required=on.is_phone, when=on.is_phone,
    ),
    Field(
        "advice", Text("Saran kepada penelepon", "Advice to the caller"), Kind.CHOICES, _P, 4,
        Text("Langkah 4: datang langsung, atau mengirim pengaduan tertulis.",
             "Step 4: come in person, or send a written complaint."),
        "datang langsung, tertulis", lists.ADVICE, required=on.is_phone, when=on.is_phone,
    ),
    Field(
        "caller_answer", Text("Jawaban penelepon", "The caller's answer"), Kind.TEXT, _P, 4,
        Text("Apa jawaban penelepon atas saran itu?", "What did the caller answer?"),
        "akan datang", required=on.is_phone, when=on.is_phone,
    ),
    Field("promised_date", Text("Tanggal yang dijanjikan", "Promised day"), Kind.DAY, _P, 4, _EMPTY, "26-11-2026",
          when=on.is_phone),
    Field("promised_time", Text("Jam yang dijanjikan", "Promised time"), Kind.TIME, _P, 4, _EMPTY, "09.00",
          when=on.has("promised_date")),
)  # fmt: skip
