"""Sentences in which letters tell who did it, who suffers, and through whom she is reached."""

from __future__ import annotations

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
    ("Ibu Wati adalah istri dari terlapor dan kerap dipukul.", "Suami/Istri"),
    ("Korban berpacaran dengan pelaku sejak SMA, lalu diancam fotonya disebar.", "Pacar/Teman"),
    ("Sejak ibunya wafat, anak itu diasuh pamannya yang sering memukulnya.", "Keluarga/Saudara"),
    ("Anak tersebut tinggal dengan bibinya dan dipukul oleh bibinya bila lalai.", "Keluarga/Saudara"),
    ("Majikannya menahan ijazah dan memukulnya.", "Majikan"),
    ("Korban dianiaya oleh saudara iparnya.", "Keluarga/Saudara"),
    ("Suami dari Ibu Rina telah memukul Ibu Rina.", "Suami/Istri"),
    ("Ia mendapat perlakuan kasar dari mertuanya, dijambak dan dimaki.", "Keluarga/Saudara"),
    ("Bapak tirinya meraba tubuh korban.", "Orang tua"),
    ("Korban dihina gurunya di depan kelas.", "Guru"),
    ("Ia dirundung oleh teman-teman sekolahnya.", "Pacar/Teman"),
    ("Ia dipukul anak kandungnya sendiri karena minta uang.", "Keluarga/Saudara"),
    ("Rekan sekantornya menggerayangi korban di lift.", "Rekan kerja"),
    ("Pelaku ialah ketua RT setempat, yang meraba korban.", "Lainnya"),
    ("Abang kandungnya telah menyetubuhi dia.", "Keluarga/Saudara"),
    ("Ayah kandung korban telah menyetubuhi korban.", "Orang tua"),
    ("Tergugat, suami penggugat, memukul penggugat.", "Suami/Istri"),
    ("Pencabulan diduga dilakukan oleh Sdr. Jono, pembina pramuka di sekolahnya.", "Guru"),
    ("Korban dianiaya oleh Sdr. Jono yang tidak lain mantan suaminya.", "Suami/Istri"),
    ("Selama bekerja di rumah itu korban dipukul majikan dan tidak digaji.", "Majikan"),
    ("Ia takut pada kakaknya yang suka memukul.", "Keluarga/Saudara"),
    ("Menurut korban, yang memukul adalah bapaknya.", "Orang tua"),
    ("Ia dipaksa menikah oleh orang tuanya dan dimaki.", "Orang tua"),
    ("Sang suami membenturkan kepalanya ke dinding.", "Suami/Istri"),
    ("Korban diperkosa orang tak dikenal.", "Lainnya"),
    ("Korban melaporkan bahwa ayah tirinya masuk ke kamar dan menyetubuhinya.", "Orang tua"),
    ("Pacarnya memaksa korban berhubungan badan lalu meninggalkannya.", "Pacar/Teman"),
    ("Korban diancam oleh orang yang dikenalnya lewat internet.", "Lainnya"),
    ("Kepala sekolahnya sendiri yang melecehkan korban.", "Guru"),
    ("Korban dibawa kabur oleh kekasihnya dan dipukul.", "Pacar/Teman"),
    ("Sejak bercerai, mantan suami masih datang dan memukul korban.", "Suami/Istri"),
    ("Korban tinggal bersama abang iparnya, yang kerap meraba korban.", "Keluarga/Saudara"),
    ("Perbuatan itu dilakukan oleh dua orang tetangganya.", "Tetangga"),
    ("Terlapor, tetangga depan rumah, meraba korban.", "Tetangga"),
    ("Suami sah korban memukul korban dengan kayu.", "Suami/Istri"),
    ("Anak ini korban pemukulan oleh guru olahraganya.", "Guru"),
    ("Ia bekerja sebagai pembantu dan disiram air panas oleh nyonya rumah.", "Majikan"),
    ("Pamannya, Sdr. Jono, dengan paksa menyetubuhi korban.", "Keluarga/Saudara"),
    ("Menantunya mengambil uang pensiun dan mendorongnya.", "Keluarga/Saudara"),
    ("Pelaku: ayah kandung. Korban ditampar.", "Orang tua"),
    ("Kakak kelasnya merundung dan memukul korban.", "Pacar/Teman"),
    ("Warga kami yang bernama Suyatmi (60 tahun) dipukul anaknya.", "Keluarga/Saudara"),
    ("Dua kali dalam sebulan korban ditinju suami di bagian dada.", "Suami/Istri"),
    ("Korban ditendang suami, kemudian diseret ke halaman.", "Suami/Istri"),
    ("Ibunya telah menyiram kaki anak itu dengan air panas.", "Orang tua"),
    ("Korban dihamili kakak iparnya.", "Keluarga/Saudara"),
    ("Yang menampar anak itu ibu tirinya.", "Orang tua"),
    ("Keponakannya mengancam beliau dengan parang.", "Keluarga/Saudara"),
    ("Beliau mengeluhkan tingkah anaknya yang suka mengancam.", "Keluarga/Saudara"),
    ("Mandor tempat ia bekerja meremas pantatnya.", "Majikan"),
    ("Ia dipukuli tiga orang kakak kelas di belakang sekolah.", "Pacar/Teman"),
    ("Ia dikeroyok oleh lima orang teman sekolah.", "Pacar/Teman"),
    ("Ia diperkosa tukang ojek langganannya.", "Lainnya"),
    ("Ia diusir menantu dari rumahnya sendiri.", "Keluarga/Saudara"),
    ("Laki-laki itu, bekas suaminya, menusuk korban.", "Suami/Istri"),
    ("Menurut pengakuan korban, kakek tirinya sering meraba.", "Keluarga/Saudara"),
    ("Bosnya sering memukul dan tidak membayar upah.", "Majikan"),
    ("Kapten kapal memukul anak buahnya yang masih anak-anak.", "Majikan"),
    ("Guru les pianonya mencium korban.", "Guru"),
    ("Si suami menonjok korban sampai giginya patah.", "Suami/Istri"),
    ("Korban tidak berani pulang karena suaminya mengancam.", "Suami/Istri"),
    ("Uang korban selalu dirampas dan ia ditampar oleh anak tirinya.", "Keluarga/Saudara"),
    ("Ia disetrika punggungnya oleh majikan.", "Majikan"),
    ("Pengakuan korban: dipukul papa.", "Orang tua"),
    ("Bapak kandungnya sendiri tega mencabulinya sejak kelas empat.", "Orang tua"),
    ("Suami korban, Sdr. Jono, kerap mabuk lalu memukul.", "Suami/Istri"),
    ("Anak dipaksa orang tua mengemis di lampu merah.", "Orang tua"),
    ("Pimpinannya di kantor memegang paha korban.", "Majikan"),
    ("Seorang tetangga telah mencabuli anak tersebut.", "Tetangga"),
    ("Tetangga korban yang bernama Jono mencabuli korban.", "Tetangga"),
    ("Teman lelakinya memaksa korban berhubungan badan.", "Pacar/Teman"),
)
MINE = (
    ("Mantan pacar saya menyebarkan foto pribadi saya.", "Pacar/Teman"),
    ("Saya dipukul abang saya sampai lebam.", "Keluarga/Saudara"),
    ("Bapak saya sering memukul saya.", "Orang tua"),
    ("Atasan saya di kantor meraba saya.", "Majikan"),
    ("Dosen pembimbing saya memeluk saya dari belakang dan mencium pipi saya.", "Guru"),
    ("Pemilik kos mengintip saya mandi.", "Lainnya"),
    ("Orang tua saya memaksa saya kawin. Saya dipukul ayah karena menolak.", "Orang tua"),
    ("Laki saya menampar saya di pasar.", "Suami/Istri"),
    ("Saya sering dipukul pacar.", "Pacar/Teman"),
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
    ("Karyawati kami, Sdri. Ayu Wandira, 22 tahun, dilecehkan.", "Ayu Wandira"),
    ("Penyintas (sebut saja Mawar) diancam mantan pacarnya.", "Mawar"),
    ("Namanya Sri Rahayu, umurnya 17, ia dipukul bapaknya.", "Sri Rahayu"),
    ("Telah datang kepada kami seorang perempuan, Marta, 40 tahun.", "Marta"),
    ("Suaminya menampar Yuliana di depan anak-anak.", "Yuliana"),
    ("Mbak Retno kerap dimaki dan ditendang majikannya.", "Retno"),
)
TOLD = (
    ("Kami laporkan anak bernama Yoga, laki-laki, usia 9 tahun, dipukul bapaknya.", "victim_name", "Yoga"),
    ("Kami laporkan anak bernama Yoga, laki-laki, usia 9 tahun, dipukul bapaknya.", "victim_age", "9"),
    ("Kami laporkan anak bernama Yoga, laki-laki, usia 9 tahun, dipukul bapaknya.", "victim_sex", "L"),
    ("Ibu Marta Selan, umur tiga puluh tahun, dipukul suaminya.", "victim_name", "Marta Selan"),
    ("Gadis 15 tahun bernama Wina dicabuli pamannya.", "victim_age", "15"),
    ("Seorang siswi kelas IX, Citra, berumur 14 tahun, dicabuli gurunya.", "victim_name", "Citra"),
    ("Seorang siswi kelas IX, Citra, berumur 14 tahun, dicabuli gurunya.", "victim_sex", "P"),
    ("Bocah lelaki berusia 6 tahun ini dipukul bapaknya.", "victim_age", "6"),
    ("Bocah lelaki berusia 6 tahun ini dipukul bapaknya.", "victim_sex", "L"),
    ("Korban, seorang janda beranak dua bernama Salmah, dilecehkan.", "victim_name", "Salmah"),
    ("Korban atas nama YULIA RAHMAN, lahir 2 Mei 2010, dicabuli.", "victim_name", "Yulia Rahman"),
    ("Sdri. Tuti Alawiyah (perempuan, 27 tahun) dipukul suaminya.", "victim_age", "27"),
    ("Anak didik kami Ricky Martinus dipukul ayahnya.", "victim_name", "Ricky Martinus"),
    ("Ia, Dominikus, anak yatim berumur 12 tahun, dipekerjakan tanpa upah.", "victim_name", "Dominikus"),
    ("Kami mendampingi Ny. H. (42 tahun), yang dipukul suaminya.", "victim_age", "42"),
    ("Mohon bantuan bagi Sdri. Ani yang sekarang berumur 19 tahun.", "victim_age", "19"),
    ("Jemaat kami, Ibu Lenny Bahutan, 48 tahun, dipukul suaminya.", "victim_name", "Lenny Bahutan"),
    ("Warga kami yang bernama Suyatmi (60 tahun) dipukul anaknya.", "victim_name", "Suyatmi"),
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
    found = suggest([page_of(letter)]).get(name)
    return found.normal if found else None


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
