"""Rule 7 sentence by sentence: what tells a story is found, what an office writes of itself is none.

The sentences were written in two rounds, each before the rules were looked at again: of the first, 8 of 22 stories
were found and 1 of 28 others was taken for one; of the second, 17 of 20 and none of 26. A part of both stands here.
"""

import pytest

from pipeline.letters.stories import tells

STORIES = """\
Beliau kerap main tangan kepada istrinya bila pulang larut.
Kami turut prihatin atas apa yang dilakukan ayah Saudari di kebun pada Sabtu sore.
Pacarnya memeras dengan foto pribadinya.
Majikan tidak membayar gajinya dan mengurungnya di gudang.
Tubuhnya penuh bekas gigitan.
Pamannya memasukkan tangan ke dalam bajunya.
Anak itu disiram air panas oleh ibu tirinya.
Pelaku sudah diamankan polisi.
Dia ngancem mau nyebarin video.
Guru itu sering nyolek siswinya.
Anak kami dicolek, dicium, lalu diberi uang lima ribu.
Setiap gajian suami menghabiskan uang untuk judi slot.
Saudari diperlakukan kasar oleh mertua sejak menikah.
Bapaknya sering teriak-teriak dan melempar barang.
Anak Saudari pulang sekolah dalam keadaan menangis dan bajunya robek.
Ayah tiri anak itu menyelinap ke kamarnya ketika ibunya bekerja.
Mantan suaminya datang membawa parang dan berteriak di halaman.
Saudari bercerita bahwa sejak menikah Saudari kerap diperlakukan seperti pembantu.
Rambut Saudari dijambak dan kepala Saudari dibenturkan ke tembok.
Majikan menahan KTP dan gaji Saudari selama setahun.
Anak perempuan Ibu sudah tiga bulan tidak haid setelah menginap di rumah kakeknya.
Oleh kakak iparnya ia dipegang pada bagian yang tidak semestinya.
Suami Saudari mengambil ATM dan melarang Saudari bekerja.
Foto anak tersebut tersebar di grup kelas.
Kakek itu memberi permen lalu mengajak anak ke belakang rumah.
Sudah dua minggu Saudari tidur di rumah saudara karena tidak berani pulang.
Pria itu menunggui Saudari di depan kantor hampir tiap sore.
Pertengkaran hebat pada Minggu dini hari membuat anak-anak ketakutan.
""".splitlines()
OFFICE = """\
Mohon Saudari membawa kartu keluarga dan buku nikah pada hari pertemuan.
Petugas kami sudah dua kali menghubungi nomor yang Saudari cantumkan, tetapi belum tersambung.
Guru bimbingan konseling dapat mendampingi anak pada saat pertemuan di ruang kelas.
Kegiatan belajar anak tetap berjalan di sekolah seperti biasa.
Laporan Polisi Nomor LP/B/118/XI/2026/SPKT/Polres Batang Asri tanggal 21 November 2026 telah kami catat.
Ketua RT setempat tidak kami hubungi tanpa persetujuan Saudari.
Bila Saudari merasa takut, hubungi kami kapan saja.
Saudari tidak perlu takut; identitas Saudari kami rahasiakan.
Kami mohon guru wali kelas tidak menanyai anak mengenai hal ini.
Anak-anak dapat bermain di ruang ramah anak sementara Saudari berbincang dengan petugas.
Penjangkauan oleh petugas kami dijadwalkan Kamis malam di rumah aman.
Kami menghargai keberanian Saudari menulis kepada kami.
Pendampingan pemeriksaan di kepolisian dan sidang di pengadilan kami siapkan.
Bantuan biaya visum et repertum diurus oleh petugas kami.
Terima kasih karena Ibu sering membantu warga sekitar.
Pemulihan luka batin memerlukan waktu; psikolog kami siap mendampingi.
Kami telah menugaskan seorang pendamping yang akan menghubungi Saudari pada jam yang Saudari sebutkan.
Anak Saudari dapat mengikuti kegiatan belajar di rumah aman.
Visum et repertum dapat dimintakan melalui kepolisian dengan surat pengantar.
Kami memohon Bapak/Ibu meneruskan kepada guru kelas agar anak tetap dapat mengikuti ujian.
Tindak lanjut yang kami siapkan ialah pengajuan surat permohonan perlindungan ke pengadilan.
Petugas identifikasi kami, seorang psikolog, siap menerima Saudari setiap hari kerja.
Mohon Kepala Desa memfasilitasi ruang pertemuan di balai desa pada pukul 14.00 WIB.
Kami juga bekerja sama dengan RSUD untuk layanan kesehatan.
Nomor perkara di Pengadilan Negeri akan kami sampaikan setelah terdaftar.
Kami prihatin atas keadaan Saudari dan berharap Saudari tetap tabah.
Kunjungan pertama telah dilaksanakan petugas pada Senin, 23 November 2026; kunjungan kedua dijadwalkan pekan depan.
Kami sudah menerima berkas dari Puskesmas pada Jumat lalu.
Bila ingin pulang, Saudari cukup memberi tahu petugas.
""".splitlines()
FAMILIES = """\
menampar ditampari nampar ditamparin penamparan tamparan dipukuli mukulin pukulan menendang ditendang
ngegebukin digebukin gebukan menyiksa nyiksa siksaan dicekik nyekik mencekik menghajar dihajar ngehajar
memperkosa diperkosa pemerkosaan mencabuli pencabulan dilecehkan pelecehan menelantarkan penelantaran
meraba-raba diraba mengusir terusir menguntit dikuntit membunuh pembunuhan dikeroyok pengeroyokan
maki-maki memaki dimaki ejekan mengejek merundung perundungan dibully bullying kekerasan KDRT lebam memar
dicolek diperas pemerasan dibentak membentak dihina
"""
INNOCENT = """\
menarik tentang gigi rabu tinggi ketua tampak menginjak hadir diarahkan pendampingan perkara mengusulkan
remaja leher kelas olahraga ejaan makin cacing menyediakan pukul 09.00 mendorong dorongan benturan jadwal
tersedia gambar hajatan mukadimah terlampir tonggak buntunya bacaan rabun
"""


@pytest.mark.parametrize("sentence", STORIES)
def test_a_told_story_is_found(sentence: str) -> None:
    assert tells(sentence, to_institution=False)
    assert tells(sentence, to_institution=True)


@pytest.mark.parametrize("sentence", OFFICE)
def test_what_an_office_writes_is_no_story(sentence: str) -> None:
    assert not tells(sentence, to_institution=False)
    assert not tells(sentence, to_institution=True)


@pytest.mark.parametrize("word", FAMILIES.split())
def test_a_word_of_violence_is_found_in_each_of_its_forms(word: str) -> None:
    assert tells(f"Kami mencatat {word} itu.", to_institution=True)
    assert tells(word.upper(), to_institution=False)


@pytest.mark.parametrize("word", INNOCENT.split())
def test_a_word_that_only_looks_alike_is_left(word: str) -> None:
    assert not tells(f"Kami mencatat {word} juga.", to_institution=False)


def test_a_law_and_an_official_body_may_be_named_to_an_institution_only() -> None:
    law = "Sesuai dengan Undang-Undang Nomor 12 Tahun 2022 tentang Tindak Pidana Kekerasan Seksual, kami melapor."
    body = "Mohon melibatkan Satuan Tugas Pencegahan dan Penanganan Kekerasan Seksual kampus Saudara."
    for sentence in (law, body):
        assert not tells(sentence, to_institution=True)
        assert tells(sentence, to_institution=False)


def test_being_forced_is_a_story_and_not_being_forced_is_a_promise() -> None:
    assert tells("Ia dipaksa menikah.", to_institution=False)
    assert not tells("Saudari tidak akan dipaksa menikah.", to_institution=False)
    assert not tells("Kami terpaksa menunda pertemuan.", to_institution=False)


def test_a_threat_is_a_story_and_advice_for_one_is_none() -> None:
    assert tells("Suami Saudari mengancam Saudari.", to_institution=False)
    assert not tells("Bila ada ancaman, hubungi 110.", to_institution=False)


def test_one_sentence_of_a_paragraph_is_enough() -> None:
    assert tells("Surat telah kami catat. Anak itu dipukuli. Kami menunggu Saudari.", to_institution=True)
