"""Rule 7 sentence by sentence: what tells a story is found, what an office writes of itself is none.

The sentences were written in two rounds, each before the rules were looked at again: of the first, 8 of 22 stories
were found and 1 of 28 others was taken for one; of the second, 17 of 20 and none of 26. Both stand here.
"""

from __future__ import annotations

import pytest

from pipeline.letters.stories import tells

STORIES = """\
Beliau kerap main tangan kepada istrinya bila pulang larut.
Kami turut prihatin atas apa yang dilakukan ayah Saudari di kebun pada Sabtu sore.
Adik Saudari dibekap dan dibawa ke semak-semak.
Pacarnya memeras dengan foto pribadinya.
Majikan tidak membayar gajinya dan mengurungnya di gudang.
Ia disuruh melayani tamu di kafe setiap malam.
Tubuhnya penuh bekas gigitan.
Pamannya memasukkan tangan ke dalam bajunya.
Suami Saudari membakar baju-baju Saudari.
Anak itu disiram air panas oleh ibu tirinya.
Pelaku sudah diamankan polisi.
Temannya memaksanya membuka baju di toilet.
Dia ngancem mau nyebarin video.
Guru itu sering nyolek siswinya.
Istri saya dipukulin sampai biru-biru.
Anak kami dicolek, dicium, lalu diberi uang lima ribu.
Setiap gajian suami menghabiskan uang untuk judi slot.
Hubungan badan terjadi sebanyak tiga kali.
Saudari diperlakukan kasar oleh mertua sejak menikah.
Bapaknya sering teriak-teriak dan melempar barang.
Ia diikuti sampai ke tempat kerja dan dihubungi puluhan kali.
Anak Saudari pulang sekolah dalam keadaan menangis dan bajunya robek.
Ayah tiri anak itu menyelinap ke kamarnya ketika ibunya bekerja.
Suami Saudari tidak memberi uang belanja sejak Juni.
Mantan suaminya datang membawa parang dan berteriak di halaman.
Saudari bercerita bahwa sejak menikah Saudari kerap diperlakukan seperti pembantu.
Si anak mengaku pernah diajak ke kos gurunya dan diminta berfoto tanpa busana.
Rambut Saudari dijambak dan kepala Saudari dibenturkan ke tembok.
Majikan menahan KTP dan gaji Saudari selama setahun.
Ia ditemukan warga di pinggir jalan tengah malam tanpa alas kaki.
Anak perempuan Ibu sudah tiga bulan tidak haid setelah menginap di rumah kakeknya.
Oleh kakak iparnya ia dipegang pada bagian yang tidak semestinya.
Teman-teman sekelasnya menjauhi dan menjuluki dia bau.
Suami Saudari mengambil ATM dan melarang Saudari bekerja.
Foto anak tersebut tersebar di grup kelas.
Menurut surat Saudari, pertengkaran bermula dari cemburu.
Kakek itu memberi permen lalu mengajak anak ke belakang rumah.
Sudah dua minggu Saudari tidur di rumah saudara karena tidak berani pulang.
Kami mencatat adanya bekas sundutan rokok pada punggung anak.
Pria itu menunggui Saudari di depan kantor hampir tiap sore.
Pertengkaran hebat pada Minggu dini hari membuat anak-anak ketakutan.
Anak tersebut disuruh mengemis di pasar.
""".splitlines()
OFFICE = """\
Mohon Saudari membawa kartu keluarga dan buku nikah pada hari pertemuan.
Kami menunggu kabar dari Saudari paling lambat hari Jumat, 4 Desember 2026.
Petugas kami sudah dua kali menghubungi nomor yang Saudari cantumkan, tetapi belum tersambung.
Surat Saudari kami terima kemarin dan langsung kami pelajari.
Guru bimbingan konseling dapat mendampingi anak pada saat pertemuan di ruang kelas.
Pendamping akan menjemput Saudari di rumah tetangga yang Saudari sebut.
Kegiatan belajar anak tetap berjalan di sekolah seperti biasa.
Pemeriksaan psikologis anak dijadwalkan Senin, 30 November 2026, pukul 08.30 WIB di RSUD Muara Lanting.
Laporan Polisi Nomor LP/B/118/XI/2026/SPKT/Polres Batang Asri tanggal 21 November 2026 telah kami catat.
Kami telah berkoordinasi dengan Unit PPA dan akan menyampaikan perkembangannya.
Ketua RT setempat tidak kami hubungi tanpa persetujuan Saudari.
Bila Saudari merasa takut, hubungi kami kapan saja.
Saudari tidak perlu takut; identitas Saudari kami rahasiakan.
Surat pengantar dapat diambil di loket pada jam layanan.
Kami mohon guru wali kelas tidak menanyai anak mengenai hal ini.
Saudari dapat mengajukan permohonan perlindungan kepada LPSK dengan bantuan kami.
Anak-anak dapat bermain di ruang ramah anak sementara Saudari berbincang dengan petugas.
Petugas Puskesmas dibawa serta pada kunjungan itu atas izin Saudari.
Penjangkauan oleh petugas kami dijadwalkan Kamis malam di rumah aman.
Mohon kesediaan Saudara meneruskan undangan terlampir kepada orang tua/wali.
Kami menghargai keberanian Saudari menulis kepada kami.
Korban, atau Saudara selaku pelapor, disarankan datang langsung.
Pendampingan pemeriksaan di kepolisian dan sidang di pengadilan kami siapkan.
Rapat koordinasi diadakan di ruang rapat Dinas Sosial, lalu dilanjutkan dengan kunjungan ke sekolah.
Bantuan biaya visum et repertum diurus oleh petugas kami.
Tempat tinggal sementara yang aman kami siapkan bila suami Saudari kembali ke rumah.
Terima kasih karena Ibu sering membantu warga sekitar.
Pemulihan luka batin memerlukan waktu; psikolog kami siap mendampingi.
Kami telah menugaskan seorang pendamping yang akan menghubungi Saudari pada jam yang Saudari sebutkan.
Apabila alamat Saudari berubah, mohon beri tahu kami.
Anak Saudari dapat mengikuti kegiatan belajar di rumah aman.
Kami menyarankan Saudari datang langsung bersama anak dan orang yang dipercaya.
Visum et repertum dapat dimintakan melalui kepolisian dengan surat pengantar.
Hasil rapat koordinasi tanggal 23 November 2026 kami lampirkan.
Kami memohon Bapak/Ibu meneruskan kepada guru kelas agar anak tetap dapat mengikuti ujian.
Saudari tidak sendirian; kami mendampingi Saudari sampai selesai.
Tindak lanjut yang kami siapkan ialah pengajuan surat permohonan perlindungan ke pengadilan.
Sebelum ada persetujuan Saudari, kami tidak menghubungi siapa pun.
Petugas identifikasi kami, seorang psikolog, siap menerima Saudari setiap hari kerja.
Untuk anak di bawah umur, pertemuan dihadiri orang tua atau wali.
Mohon Kepala Desa memfasilitasi ruang pertemuan di balai desa pada pukul 14.00 WIB.
Pengaduan Saudara telah kami catat dan kami teruskan kepada petugas yang berwenang.
Kami juga bekerja sama dengan RSUD untuk layanan kesehatan.
Kendaraan kantor menjemput pukul 07.30 WIB di titik yang disepakati.
Nomor perkara di Pengadilan Negeri akan kami sampaikan setelah terdaftar.
Saudari boleh meminta pendamping perempuan.
Kami prihatin atas keadaan Saudari dan berharap Saudari tetap tabah.
Surat ini kami titipkan sesuai dengan permintaan Saudari.
Kunjungan pertama telah dilaksanakan petugas pada Senin, 23 November 2026; kunjungan kedua dijadwalkan pekan depan.
Orang tua yang bersangkutan sudah menyetujui pendampingan psikologis.
Kami sudah menerima berkas dari Puskesmas pada Jumat lalu.
Rumah aman menyediakan makan, pakaian, dan ruang belajar bagi anak-anak.
Bila ingin pulang, Saudari cukup memberi tahu petugas.
Ia akan didampingi psikolog anak pada setiap pemeriksaan.
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
