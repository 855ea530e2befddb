"""Letters that lie on the desks when the demonstration stays open, and what clerk and officer type for them.

Nobody wrote them, nobody in them exists. Telephone numbers are 0812-0000-66xx, places are those of the invented regency.
"""

from dataclasses import dataclass

from demo.answers import Answers
from demo.parse import parse
from demo.typeset import Style, compose
from demo.wear import as_pdf, office_scan

_TO = """Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting
"""
AUNT = f"""
                                        Hulu Asri, 20 November 2026

Hal      : Mohon pendampingan

{_TO}
Dengan hormat, saya Rusmini Tarigasan, bibi dari Ibu Hapsari Weningtyas,
26 tahun. Suaminya, Baskoro Wiguna, tidak memberi nafkah sejak 1 Oktober
2026 dan pada 15 November 2026 mengusirnya dari rumah di Desa Lubuk Hijau,
Kecamatan Hulu Asri. Balasan mohon ke alamat saya, Jalan Dahlia No. 0,
Hulu Asri. Suaminya tidak mengetahui surat ini.

                                        Rusmini Tarigasan
"""
CLINIC = f"""
PUSKESMAS HULU ASRI
Jalan Sehat No. 0, Kecamatan Hulu Asri

                                        Hulu Asri, 21 November 2026

Nomor    : 400.7/318/PKM-HA/XI/2026
Hal      : Rujukan

{_TO}
Bersama ini kami rujuk pasien kami Ibu Lastri Kumalaweni (34 tahun) yang
datang pada 20 November 2026 dengan memar di lengan. Ibu Lastri menyatakan
dipukul oleh majikannya, Darsono Purwalaya, dan menyetujui rujukan ini.
Kami dapat dihubungi pada 0812-0000-6602.

                                        Kepala Puskesmas Hulu Asri
"""
COOK = f"""
                                        Lanting Tengah, 18 November 2026

Hal      : Pengaduan

{_TO}
Dengan hormat, saya Partinah Suryaningrat, 43 tahun, mengadukan majikan
saya Hendrawan Kesuma. Pada 12 November 2026 upah saya ditahan dan saya
dipukul di rumahnya di Kecamatan Lanting Tengah. Balasan mohon ke alamat
saya, Jalan Kenanga No. 0, Lanting Tengah.

                                        Partinah Suryaningrat
"""
SCHOOL = f"""
SMP NEGERI 5 LANTING TENGAH
Jalan Anggrek No. 0, Kecamatan Lanting Tengah

                                        Lanting Tengah, 19 November 2026

Nomor    : 400.3.5/077/SMPN5-LT/XI/2026
Lampiran : -
Hal      : Permohonan pendampingan peserta didik

{_TO}
Dengan hormat kami laporkan bahwa peserta didik kami Arumi Sekarlangit
(14 tahun), anak dari Ibu Ratmi Sekarlangit, dipukul oleh ayahnya, Waluyo
Sekarlangit, pada 16 November 2026 di Desa Batu Lumut. Ibunya menyetujui
rujukan ini. Kami mohon pendampingan.

                                        Kepala SMP Negeri 5 Lanting Tengah
"""
WIFE = f"""
                                        Muara Lanting, 17 November 2026

Hal      : Pengaduan

{_TO}
Dengan hormat, saya Wulandari Prabasiwi, 31 tahun, mengadukan suami saya
Sutarno Adiwangsa. Pada 14 November 2026 saya ditampar. Surat mohon
dititipkan kepada kakak saya, Endah Prabasari, Gang Delima No. 0,
Kelurahan Muara Lanting. Jangan ke rumah.

                                        Wulandari Prabasiwi
"""

_PAPER: Answers = {
    "channel": "letter", "received_day": "24-11-2026", "medium": "surat", "is_institution": "tidak",
    "summary": "Permohonan bantuan bagi seorang perempuan dewasa.", "violence": "fisik", "risk": "sedang",
    "place_category": "rumah tangga", "victim_sex": "P", "victim_consent": "ya", "victim_name_is_full": "ya",
}  # fmt: skip
_HERSELF: Answers = {"reporter_is_victim": "ya", "reporter_relation": "korban sendiri"}
COOKS: Answers = _PAPER | _HERSELF | {
    "letter_date": "18-11-2026", "subject": "Pengaduan", "reporter_name": "Partinah Suryaningrat",
    "victim_name": "Partinah Suryaningrat", "victim_age": "43", "reported_name": "Hendrawan Kesuma",
    "reported_relation": "majikan", "reported_shares_home": "tidak", "event_date": "12-11-2026",
    "place_category": "tempat kerja", "place_kecamatan": "Lanting Tengah", "safe_contact_way": "surat",
    "safe_contact_name": "Partinah Suryaningrat", "safe_contact_address": "Jalan Kenanga No. 0, Lanting Tengah",
    "safe_contact_place": "Lanting Tengah", "safe_contact_confirmed": "ya",
}  # fmt: skip
SCHOOLS: Answers = _PAPER | {
    "channel": "referral", "is_institution": "ya", "sender": "SMP Negeri 5 Lanting Tengah",
    "sender_address": "Jalan Anggrek No. 0, Kecamatan Lanting Tengah", "sender_place": "Lanting Tengah",
    "letter_number": "400.3.5/077/SMPN5-LT/XI/2026", "letter_date": "19-11-2026",
    "subject": "Permohonan pendampingan peserta didik", "summary": "Permohonan pendampingan bagi seorang peserta didik.",
    "victim_name": "Arumi Sekarlangit", "victim_age": "14", "victim_education": "SLTP",
    "guardian_name": "Ratmi Sekarlangit", "reported_name": "Waluyo Sekarlangit", "reported_relation": "orang tua",
    "reported_shares_home": "ya", "event_date": "16-11-2026", "place_kecamatan": "Lanting Tengah",
    "place_detail": "Desa Batu Lumut",
}  # fmt: skip
WIVES: Answers = _PAPER | _HERSELF | {
    "letter_date": "17-11-2026", "subject": "Pengaduan", "reporter_name": "Wulandari Prabasiwi",
    "victim_name": "Wulandari Prabasiwi", "victim_age": "31", "reported_name": "Sutarno Adiwangsa",
    "reported_relation": "suami/istri", "reported_shares_home": "ya", "event_date": "14-11-2026",
    "place_kecamatan": "Lanting Tengah", "safe_contact_way": "titip", "safe_contact_name": "Endah Prabasari",
    "safe_contact_address": "Gang Delima No. 0, Kelurahan Muara Lanting", "safe_contact_place": "Kelurahan Muara Lanting",
    "safe_contact_confirmed": "ya",
}  # fmt: skip
_FOLLOW: Answers = {"follow_up": "pertemuan konsultasi dan penjelasan mengenai pilihan bantuan"}
TO_INSTITUTION: Answers = _FOLLOW | {"salutation": "Saudara"}
TO_WOMAN: Answers = _FOLLOW | {"salutation": "Saudari", "comes": "Saudari"}
OF_PUPIL: Answers = {
    "identified_as": "baru", "identified_chronology": "16 November 2026: A.S. dipukul ayahnya, W.S., di rumah.",
    "identified_condition": "Tinggal dengan kedua orang tua; tetap bersekolah.",
    "identified_risk": "Anak, terlapor serumah; ibu dan sekolah mendampingi.",
    "identified_conclusion": "Kekerasan fisik terhadap anak; memerlukan pendampingan bersama sekolah.",
}  # fmt: skip
OF_WIFE: Answers = {
    "identified_as": "baru", "identified_chronology": "14 November 2026: W.P. mengalami kekerasan oleh suaminya, S.A.",
    "identified_condition": "Masih serumah dengan S.A.; dapat dihubungi lewat kerabatnya.",
    "identified_risk": "S.A. serumah; ada orang kepercayaan yang menitipkan surat.",
    "identified_conclusion": "Kekerasan dalam rumah tangga; memerlukan konsultasi dan bantuan hukum.",
}  # fmt: skip


@dataclass(frozen=True)
class Letter:
    """A letter in the post: its text, the name the scanner gives the file, what is typed for it."""

    text: str
    name: str
    answers: Answers | None = None
    drafting: Answers | None = None
    identified: Answers | None = None
    leading: float = 1.25
    """How far its lines stand apart; with much between them it is two pages long."""

    def render(self, seed: int) -> bytes:
        """Return the scan; ``seed`` says how the sheet lay."""
        head = 2 if self.text.lstrip()[:9].isupper() else 0
        pages = compose(
            parse(self.text.strip("\n")), Style(points=11.5, leading=self.leading, head=head, seed=seed)
        )
        return as_pdf([office_scan(page, 0.5, seed * 10 + n) for n, page in enumerate(pages)])


WAITING = (Letter(AUNT, "SCN_0101.pdf"), Letter(CLINIC, "SCN_0102.pdf", leading=2.6))
"""Letters that wait to be registered."""
REGISTERED = Letter(COOK, "SCN_0103.pdf", COOKS)
"""A letter whose case waits to be verified."""
DRAFTED = Letter(SCHOOL, "SCN_0104.pdf", SCHOOLS, TO_INSTITUTION, OF_PUPIL)
"""A letter whose answer waits on the chair's desk, for the second time."""
RETURNED = "Mohon sebutkan juga konsultasi psikologis."
AGAIN = TO_INSTITUTION | {"follow_up": f"{_FOLLOW['follow_up']}, serta konsultasi psikologis"}
"""Why it was returned the first time, and what was typed then."""
APPROVED = Letter(WIFE, "SCN_0105.pdf", WIVES, TO_WOMAN, OF_WIFE)
"""A letter whose answer waits to be printed and signed."""
BROKEN = ("SCN_0106.pdf", b"%PDF-1.7\nberkas ini terpotong di tengah pemindaian\n")
"""A file that cannot be read: it is refused and stays in the inbox."""
