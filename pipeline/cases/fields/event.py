"""Step 2: what happened, how dangerous it is, and where she can be reached safely."""

from pipeline.cases import lists
from pipeline.cases.fields import conditions as on
from pipeline.cases.fields.field import Field, Kind, Section, always
from pipeline.cases.values import text
from pipeline.kernel.text import Text

_E, _C, _P = Section.EVENT, Section.CONTACT, Section.CALL
_EMPTY = Text("Boleh kosong.", "May stay empty.")

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
