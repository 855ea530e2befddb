"""What the rules of the body are made of: sentences, negations, numbers in words, the time of an event, what points at somebody."""

from datetime import date

import pytest

from pipeline.letters.fees import charges, is_free
from pipeline.letters.invitation import stands, takes_back
from pipeline.letters.likeness import sounds
from pipeline.letters.moments import Event, event_of, tells_when
from pipeline.letters.numbers import figures
from pipeline.letters.rules_content import is_named
from pipeline.letters.sentences import sentences
from pipeline.letters.spelling import written_out
from pipeline.letters.traces import address_in, initials_beside, telephone_in

TODAY, RECEIVED = date(2026, 11, 24), date(2026, 11, 20)
BY_DAY = Event(frozenset({date(2026, 11, 19)}), frozenset(), 9 * 60)
"""On a Thursday at nine, when the office works."""
HOME = "Jalan Melati 4 No. 12, RT 03 Dusun Batu Api, Kecamatan Hulu Asri"


def test_an_abbreviation_and_initials_end_no_sentence() -> None:
    text = "Kami menemui Sdri. R.T. di Jl. Merak. Kami menunggu; datanglah. Pendamping bagi R.T. Kami siap."
    assert sentences(text) == [
        "Kami menemui Sdri. R.T. di Jl. Merak.",
        "Kami menunggu;",
        "datanglah.",
        "Pendamping bagi R.T.",
        "Kami siap.",
    ]


@pytest.mark.parametrize(
    ("words", "read"),
    [("lima belas November", "15 November"), ("setengah sembilan", "setengah 9"), ("kedelapan", "ke-8"), ("duapuluh satu", "21"),
     ("dua ribu dua puluh enam", "2026"), ("nol delapan satu kosong", "0 8 1 0"), ("O8l2", "0812"), ("belasan orang", "belasan orang")],
)  # fmt: skip
def test_a_number_in_words_is_read_as_figures(words: str, read: str) -> None:
    assert figures(words) == read


def test_haste_is_written_out_and_names_are_left() -> None:
    assert (
        written_out("Sdr. Yg tdk di pungut, dtg kekantor tgl. 3")
        == "Sdr. Yang tidak dipungut, datang ke kantor tanggal 3"
    )
    assert written_out("Sdri. R.T. (RT 03), dr. Budi, SMP") == "Sdri. R.T. (RT 03), dr. Budi, SMP"


@pytest.mark.parametrize(
    ("told", "free", "charged"),
    [("Konsultasi tidak dipungut biaya apa pun.", True, False), ("Konsultasi gratis; biaya visum ditanggung negara.", True, False),
     ("Tanpa biaya, kecuali uang jalan yang dibayar pelapor.", True, True), ("Konsultasi tidak sepenuhnya gratis.", True, True),
     ("Layanan tersedia bebas biaya.", True, False), ("Konsultasi gratis; Saudari bebas membayar seikhlasnya.", True, True),
     ("Konsultasi tersedia.", False, False), ("Ibu tidak perlu membayar.", True, False),
     ("Semoga konsultasi kelak tidak dipungut biaya.", False, False), ("Biaya angkutan Ibu diganti kantor.", False, False),
     ("Konsultasi tidak dipungut biaya kecuali visum.", True, True), ("Laporkan siapa pun yang meminta uang.", False, False),
     ("Sepeser pun tidak akan kami minta.", True, False), ("Biaya? Tidak ada.", True, False), ("Semuanya ditanggung pemerintah daerah.", True, False),
     ("Tidak satu pun dari layanan itu dikenai tarif.", True, False), ("Konseling nol rupiah.", True, False), ("Kami tidak menarik upah.", True, False),
     ("Konsultasi pertama gratis, berikutnya Rp50.000.", True, True), ("Gratis bila Saudari membawa surat miskin.", True, True),
     ("Pembayarannya ditalangi keluarga.", False, True), ("Bensin petugas mohon dibantu seikhlasnya.", False, True)],
)  # fmt: skip
def test_a_fee_is_told_from_a_service_that_is_free(told: str, free: bool, charged: bool) -> None:
    assert (is_free(told), charges(told)) == (free, charged)


@pytest.mark.parametrize(
    "told",
    ["Kami mengundang Saudari datang. Undangan itu kami tarik kembali.", "Tidak lagi kami sarankan Saudari datang langsung.",
     "Sebaiknya tunda kedatangan Saudari.", "Kedatangan Saudari tidak kami perlukan.",
     "Kami tidak lagi menyarankan kesediaan Saudari bersama yang bersangkutan, untuk datang langsung ke kantor kami.",
     "Saudari tidaklah usah bersusah payah menempuh perjalanan.", "Kami mohon Saudari menahan diri dahulu dari berkunjung.",
     "Kedatangan Saudari baru dapat kami pertimbangkan kemudian.", "Kami undang Saudari, tetapi kunjungan itu lebih baik jangan dulu.",
     "Saudari hanya diterima setelah dipanggil.", "Percuma Saudari datang."],
)  # fmt: skip
def test_an_invitation_that_is_taken_back_does_not_stand(told: str) -> None:
    assert takes_back(told)
    assert not stands(told)


@pytest.mark.parametrize(
    "told",
    ["Kami mengundang Saudari datang; bila tidak dapat datang, hubungi kami.", "Jangan ragu datang langsung ke kantor kami.",
     "Mohon Saudari datang dan tidak datang bersama terlapor.", "Kami berharap Saudari hadir. Petugas kami tidak akan datang.",
     "Ayo bertemu di kantor.", "Petugas menunggu Saudari.", "Saudari bisa langsung ke kantor.", "Kalau berkenan, singgahlah.",
     "Petugas kami siap menerima Saudari.", "Alangkah eloknya bila Saudari menyempatkan diri berkunjung.", "Sisanya kita bicarakan di kantor.",
     "Pertemuan dengan petugas kami jadwalkan Kamis, 3 Desember 2026.", "Mari ke sini.", "Pintu kantor kami selalu terbuka."],
)  # fmt: skip
def test_a_negation_of_something_else_leaves_it_standing(told: str) -> None:
    assert stands(told)


@pytest.mark.parametrize(
    "told",
    ["Petugas kami akan menemui Saudari di rumah.", "Saudari akan kami undang kemudian.", "Silakan datang ke Puskesmas.",
     "Daripada datang, lebih baik Saudari menelepon.", "Surat Saudari kami bicarakan di kantor.", "Kantor kami buka setiap hari kerja.",
     "Tindak lanjut yang kami siapkan ialah pertemuan konsultasi Saudari.", "Tadinya Saudari kami minta datang.",
     "Kami sudah meminta Kepala Desa datang ke kantor."],
)  # fmt: skip
def test_what_is_not_asked_of_her_invites_nobody(told: str) -> None:
    assert not stands(told)


@pytest.mark.parametrize(
    ("told", "is_pressed"),
    [("Masalah ini kami jamin selesai.", True), ("Kami jamin rahasia Saudari.", False), ("Jangan bercerita, sebab kalau bocor bantuan kami hentikan.", True),
     ("Bila Saudari merasa berat, pertemuan kita hentikan.", False), ("Ketidakhadiran akan kami laporkan kepada polisi.", True),
     ("Bila berhalangan hadir, pilihlah hari lain.", False), ("Saudari dilarang menghubungi lembaga lain.", True),
     ("Saudari dapat pulang dan memikirkannya lagi.", False), ("Santunan pasti cair.", True), ("Semoga masalah ini segera selesai.", False)],
)  # fmt: skip
def test_a_promise_or_threat_is_told_from_what_an_office_answers_for(told: str, is_pressed: bool) -> None:
    assert sounds(told, 15) is is_pressed


@pytest.mark.parametrize(
    ("service", "told", "is_said"),
    [("psikologis", "Psikolog kami siap.", True), ("bantuan hukum", "Pendampingan hukum ada.", True), ("kesehatan", "Dokter membantu.", True),
     ("penegakan hukum", "Pendampingan hukum ada.", False), ("konseling", "Konsultasi ada.", False)],
)  # fmt: skip
def test_a_service_is_named_by_the_stems_of_its_words(service: str, told: str, is_said: bool) -> None:
    assert is_named(service, told) is is_said


def test_an_event_is_read_from_its_fields_and_from_what_was_told_before_the_receipt() -> None:
    values = {
        "received_day": "2026-11-20", "letter_date": "2026-11-19", "event_date": "2026-11-15", "event_time": "20:30",
        "summary": "Terjadi 10 November 2026 dan sejak bulan Desember; surat 19 November 2026; sidang 30 November 2026.",
    }  # fmt: skip
    days = {date(2026, 11, 15), date(2026, 11, 10)}
    assert event_of(values) == Event(frozenset(days), frozenset({date(2025, 12, 1)}), 20 * 60 + 30)
    assert event_of({}) == Event()


@pytest.mark.parametrize(
    ("told", "says"),
    [("Pertemuan dapat dilaksanakan pukul 09.00 WIB.", False), ("Pukul 09.00 pagi itu kami catat.", True),
     ("Kamis pagi kami siap menerima Saudari dan akan menunggu.", False), ("Kamis pagi yang lalu kami catat.", True),
     ("Tanggal 19 Desember 2026 kami menunggu.", False), ("Hal pada 19-11-26.", True), ("Hal pada 19 November 2025.", False),
     ("Lima hari yang lalu hal itu dialami.", True), ("Hal itu pada minggu ketiga November.", True)],
)  # fmt: skip
def test_what_an_office_offers_is_not_when_it_was(told: str, says: bool) -> None:
    assert tells_when(told, BY_DAY, TODAY, frozenset({date(2026, 11, 2)})) is says


def test_a_day_that_a_letter_cites_may_be_that_of_the_event() -> None:
    on_receipt = Event(frozenset({RECEIVED}))
    text = "Surat itu kami terima pada tanggal 20 November 2026, empat hari yang lalu."
    assert tells_when(text, on_receipt, TODAY, frozenset())
    assert not tells_when(text, on_receipt, TODAY, frozenset({RECEIVED}))


@pytest.mark.parametrize("told", ["0812.0000.1102", "+62 812-0000-1102", "nol delapan satu dua nol nol nol nol satu satu nol dua",
                                  "O812 OOOO 11O2", "akhiran 1102"])  # fmt: skip
def test_a_telephone_is_found_however_it_is_written(told: str) -> None:
    assert telephone_in(f"Hubungi {told} saja.", ["", "081200001102"])
    assert not telephone_in(f"Hubungi {told} saja.", ["", "081200001103"])


@pytest.mark.parametrize(
    ("told", "stands_there"),
    [("di Jln. Melati 4", True), ("Melati empat", True), ("di dusun Batu Api", True), ("ketua RT.03", True), ("di Kecamatan Hulu Asri", False),
     ("di Jalan Melati Raya No. 0", False), ("bunga melati", False), ("Jalan Merak", False)],
)  # fmt: skip
def test_an_address_is_found_by_its_parts_and_what_is_public_may_stand(told: str, stands_there: bool) -> None:
    known = ["Jalan Melati Raya No. 0 Muara Lanting"] if "Raya" in told else []
    assert address_in(f"Petugas menunggu {told}.", ["", HOME], known) is stands_there


@pytest.mark.parametrize(
    ("told", "points"),
    [("S.T. kelas III", True), ("anak S. di SDN 2", True), ("ST, murid SD", True), ("R.T. dan ibunya, M.T.", True), ("R.T. di Desa Api", True),
     ("Pendamping R.T. dan S.T.", False), ("Sekolah S.T. tidak kami hubungi", False), ("Ketua RT 03 Desa Api", False),
     ("Rahmat, S.T., guru SMP Negeri 3", False), ("S.T. di kantor kami, Desa Kami", False)],
)  # fmt: skip
def test_initials_point_at_somebody_beside_school_class_village_or_parent(told: str, points: bool) -> None:
    assert initials_beside(told, told, ["Shinta Talahu", "Rusmini Talahu"], ["Desa Kami"]) is points
