"""Sentences in which letters tell who did it, who suffers, and through whom she is reached."""

import pytest

from pipeline.intake.suggest import suggest
from tests.intake.suggest_letters import page_of

OFFICE = "YAYASAN CONTOH TERANG\nJl. Contoh 1\n\nNomor : 1/YCT/V/2026\nHal : Rujukan\n\nYth. Ketua P2TP2A\ndi Arut\n\nBersama surat ini kami rujuk sebuah perkara.\nKeadaannya kami terangkan di bawah ini.\n\n"
PERSON = "Arut, 3 Mei 2026\n\nYth. Ketua P2TP2A\n\n"

DOERS = (
    ("Korban dicabuli terlapor Sdr. Jono yang merupakan tetangga korban.", "Tetangga"),
    ("Ia dilecehkan. Pelakunya tak lain adalah pamannya sendiri.", "Keluarga/Saudara"),
    ("Korban dipukuli oleh orang yang tinggal serumah, yakni bapak tirinya.", "Orang tua"),
    ("Ia dilecehkan oleh pemilik warung tempat ia bekerja.", "Majikan"),
    ("Antara korban dan terlapor ada hubungan pacaran. Korban ditampar.", "Pacar/Teman"),
    ("Selama menikah dengan terlapor, korban sering dipukul.", "Suami/Istri"),
    ("Sejak ibunya wafat, anak itu diasuh pamannya yang sering memukulnya.", "Keluarga/Saudara"),
    ("Majikannya menahan ijazah dan memukulnya.", "Majikan"),
    ("Suami dari Ibu Rina telah memukul Ibu Rina.", "Suami/Istri"),
    ("Ia dirundung oleh teman-teman sekolahnya.", "Pacar/Teman"),
    ("Rekan sekantornya menggerayangi korban di lift.", "Rekan kerja"),
    ("Pelaku ialah ketua RT setempat, yang meraba korban.", "Lainnya"),
    ("Tergugat, suami penggugat, memukul penggugat.", "Suami/Istri"),
    ("Selama bekerja di rumah itu korban dipukul majikan dan tidak digaji.", "Majikan"),
    ("Menurut korban, yang memukul adalah bapaknya.", "Orang tua"),
    ("Ia dipaksa menikah oleh orang tuanya dan dimaki.", "Orang tua"),
    ("Korban diperkosa orang tak dikenal.", "Lainnya"),
    ("Korban diancam oleh orang yang dikenalnya lewat internet.", "Lainnya"),
    ("Perbuatan itu dilakukan oleh dua orang tetangganya.", "Tetangga"),
    ("Pelaku: ayah kandung. Korban ditampar.", "Orang tua"),
    ("Warga kami yang bernama Suyatmi (60 tahun) dipukul anaknya.", "Keluarga/Saudara"),
    ("Korban ditendang suami, kemudian diseret ke halaman.", "Suami/Istri"),
    ("Ibunya telah menyiram kaki anak itu dengan air panas.", "Orang tua"),
    ("Yang menampar anak itu ibu tirinya.", "Orang tua"),
    ("Beliau mengeluhkan tingkah anaknya yang suka mengancam.", "Keluarga/Saudara"),
    ("Ia dipukuli tiga orang kakak kelas di belakang sekolah.", "Pacar/Teman"),
    ("Ia diperkosa tukang ojek langganannya.", "Lainnya"),
    ("Laki-laki itu, bekas suaminya, menusuk korban.", "Suami/Istri"),
    ("Menurut pengakuan korban, kakek tirinya sering meraba.", "Keluarga/Saudara"),
    ("Kapten kapal memukul anak buahnya yang masih anak-anak.", "Majikan"),
    ("Pengakuan korban: dipukul papa.", "Orang tua"),
    ("Anak dipaksa orang tua mengemis di lampu merah.", "Orang tua"),
    ("Tetangga korban yang bernama Jono mencabuli korban.", "Tetangga"),
)
MINE = (
    ("Mantan pacar saya menyebarkan foto pribadi saya.", "Pacar/Teman"),
    ("Saya dipukul abang saya sampai lebam.", "Keluarga/Saudara"),
    ("Bapak saya sering memukul saya.", "Orang tua"),
    ("Atasan saya di kantor meraba saya.", "Majikan"),
    ("Dosen pembimbing saya memeluk saya dari belakang dan mencium pipi saya.", "Guru"),
    ("Pemilik kos mengintip saya mandi.", "Lainnya"),
    ("Orang tua saya memaksa saya kawin. Saya dipukul ayah karena menolak.", "Orang tua"),
    ("Sejak menikah saya dipukul dan diludahi suami.", "Suami/Istri"),
)
VICTIMS = (
    ("Kami sampaikan bahwa Sdri. Rika, 20 tahun, dipukul suaminya.", "Rika"),
    ("Korbannya adalah Dina (15 tahun), yang dicabuli pamannya.", "Dina"),
    ("Ibu Rahma sering dipukul suaminya.", "Rahma"),
    ("Seorang anak, Dimas, 8 tahun, ditampar bapaknya.", "Dimas"),
    ("Pasien kami Ny. Siti Aminah (35 th) datang dengan luka.", "Siti Aminah"),
    ("Kami bertindak untuk dan atas nama klien kami, Lina Marlina, yang dipukul suaminya.", "Lina Marlina"),
    ("Telah terjadi pencabulan terhadap anak Bella Safitri (12 tahun).", "Bella Safitri"),
    ("Penyintas (sebut saja Mawar) diancam mantan pacarnya.", "Mawar"),
    ("Namanya Sri Rahayu, umurnya 17, ia dipukul bapaknya.", "Sri Rahayu"),
    ("Telah datang kepada kami seorang perempuan, Marta, 40 tahun.", "Marta"),
    ("Suaminya menampar Yuliana di depan anak-anak.", "Yuliana"),
)
TOLD = (
    ("Kami laporkan anak bernama Yoga, laki-laki, usia 9 tahun, dipukul bapaknya.", "victim_name", "Yoga"),
    ("Kami laporkan anak bernama Yoga, laki-laki, usia 9 tahun, dipukul bapaknya.", "victim_age", "9"),
    ("Ibu Marta Selan, umur tiga puluh tahun, dipukul suaminya.", "victim_name", "Marta Selan"),
    ("Seorang siswi kelas IX, Citra, berumur 14 tahun, dicabuli gurunya.", "victim_sex", "P"),
    ("Korban, seorang janda beranak dua bernama Salmah, dilecehkan.", "victim_name", "Salmah"),
    ("Korban atas nama YULIA RAHMAN, lahir 2 Mei 2010, dicabuli.", "victim_name", "Yulia Rahman"),
    ("Sdri. Tuti Alawiyah (perempuan, 27 tahun) dipukul suaminya.", "victim_age", "27"),
    ("Ia, Dominikus, anak yatim berumur 12 tahun, dipekerjakan tanpa upah.", "victim_name", "Dominikus"),
    ("Kami mendampingi Ny. H. (42 tahun), yang dipukul suaminya.", "victim_age", "42"),
    ("Mohon bantuan bagi Sdri. Ani yang sekarang berumur 19 tahun.", "victim_age", "19"),
    ("Korban dicekik dan diancam dengan parang.", "case_type", "fisik, psikis"),
    ("Korban dipaksa menonton film porno dan disentuh payudaranya.", "case_type", "seksual"),
    ("Korban dipaksa menjadi pelayan seks di kafe.", "case_type", "trafficking (TPPO)"),
    ("Suaminya tidak pernah pulang dan tidak mengirim uang.", "case_type", "penelantaran"),
    ("Gajinya selama lima bulan tidak dibayarkan oleh majikannya.", "case_type", "eksploitasi"),
    ("Ia dihina, diludahi dan dikunci di kamar mandi.", "case_type", "fisik, psikis"),
    ("Anak itu dibiarkan sendiri tanpa makanan selama dua hari.", "case_type", "penelantaran"),
)
TRUSTED = (
    ("Mohon korban dihubungi melalui Ibu Ani (0812-0000-1801) karena HP korban disita.", "Ani"),
    ("Jangan ke rumah. Titip surat kepada Bu Ani saja.", "Ani"),
    ("Korban belum boleh ditelepon. Bila ada panggilan, sampaikan lewat kakak korban, Sdr. Budi.", "Budi"),
    ("Korban hanya dapat ditemui di rumah bibinya, Ibu Lasmi.", "Lasmi"),
    ("Satu-satunya yang dipercaya korban adalah gurunya, Pak Danu.", "Danu"),
    ("Demi keamanan, komunikasi dengan korban dilakukan lewat pendamping kami, Sdri. Tika.", "Tika"),
    ("Jangan menghubungi korban langsung. Hubungi pekerja sosial kami, Ibu Nova, 0812-0000-1802.", "Nova"),
    ("Yang aman dihubungi adalah ibunya, Bu Karsih, 0812-0000-1803.", "Karsih"),
    ("Suaminya jangan sampai tahu; yang dapat dihubungi hanya adiknya, Sdr. Rudi.", "Rudi"),
    ("Korban tidak punya HP, jadi kabari tetangganya, Bu Mimin, 0812-0000-1804.", "Mimin"),
    ("Korban minta agar dihubungi lewat teman sekantornya yang bernama Vita.", "Vita"),
)
NOT_TRUSTED = (
    "Keterangan lebih lanjut dapat ditanyakan kepada Ibu Ani, 0812-0000-1806.",
    "Untuk koordinasi hubungi penyidik kami, Bripka Ani, 0812-0000-1807.",
    "Surat ini disampaikan kepada Bapak Camat. Mohon jangan disebarkan.",
    "Korban pernah mengadu kepada Bu Ani, tetapi tidak ditanggapi.",
    "Narahubung kami Sdr. Budi, 0812-0000-1808.",
)


def field(letter: str, name: str) -> str | None:
    suggestion = suggest([page_of(letter)]).get(name)
    return suggestion.normal if suggestion else None


@pytest.mark.parametrize(("sentence", "relation"), DOERS)
def test_the_doer_is_told_by_an_office(sentence: str, relation: str) -> None:
    assert field(OFFICE + sentence + "\n", "relation") == relation


@pytest.mark.parametrize(("sentence", "relation"), MINE)
def test_the_doer_is_told_by_her_herself(sentence: str, relation: str) -> None:
    assert field(PERSON + sentence + "\n\nHormat saya,\nAni Contoh\n", "relation") == relation


@pytest.mark.parametrize(("sentence", "name"), VICTIMS)
def test_the_victim_is_named_in_a_sentence(sentence: str, name: str) -> None:
    assert field(OFFICE + sentence + "\n", "victim_name") == name


@pytest.mark.parametrize(("sentence", "name"), TRUSTED)
def test_the_person_of_trust_is_named_in_a_sentence(sentence: str, name: str) -> None:
    assert field(OFFICE + "Korban dipukul suaminya.\n\n" + sentence + "\n", "safe_contact") == name


@pytest.mark.parametrize("sentence", NOT_TRUSTED)
def test_who_only_knows_more_is_no_person_of_trust(sentence: str) -> None:
    assert field(OFFICE + "Korban dipukul suaminya.\n\n" + sentence + "\n", "safe_contact") is None


@pytest.mark.parametrize(("sentence", "name", "told"), TOLD)
def test_a_sentence_tells_a_field(sentence: str, name: str, told: str) -> None:
    assert field(OFFICE + sentence + "\n", name) == told
