"""Papers of further cases, as they reach the office: nobody wrote them, nobody in them exists.

Telephone numbers are 0812-0000-77xx, NIKs are left out, places are those of the invented regency.
"""

from __future__ import annotations

from bench.papers import office, printed
from demo.wear import as_pdf

UNSIGNED = """
                                        Lanting Tengah, 20 November 2026

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat,

Kami warga RT 05 Desa Tumbang Randu menyampaikan bahwa seorang ibu di
lingkungan kami sering terdengar menangis pada malam hari dan tampak memar.
Terakhir pada 18 November 2026. Suaminya dipanggil Wakito. Kami tidak
berani menyebut nama dan tidak dapat dihubungi.

Mohon diperiksa. Terima kasih.

                                        warga
"""
SCHOOL = """
SMP NEGERI 9 SUNGAI BAKUNG
Jalan Anggrek No. 0, Kecamatan Sungai Bakung

                                        Sungai Bakung, 19 November 2026

Nomor    : 400.3.5/091/SMPN9-SB/XI/2026
Lampiran : -
Hal      : Permohonan pendampingan peserta didik

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat kami laporkan bahwa peserta didik kami Nirmala Kesturi
(13 tahun), anak dari Ibu Wartini Kesturi, mengalami perundungan oleh
Galang Purwoto (15 tahun) pada 17 November 2026 di belakang kelas, di Desa
Batu Lumut. Orang tua menyetujui rujukan ini.

Kami mohon pendampingan bagi kedua anak.

                                        Kepala SMP Negeri 9 Sungai Bakung
"""
OUTSIDE = """
                                        Hulu Asri, 19 November 2026

Hal      : Mohon bantuan

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat, saya Tarmini Selawati, 41 tahun, mengadukan majikan saya
Bowo Handoko. Kejadiannya di rumah majikan di Kecamatan Rawa Jauh,
Kabupaten Seberang, pada 14 November 2026. Upah saya ditahan dan saya
dipukul. Balasan mohon ke alamat saya sekarang, Jalan Kenari No. 0, Hulu
Asri. Majikan saya tidak mengetahui alamat ini.

                                        Tarmini Selawati
"""
NEIGHBOUR = """
                                        Muara Lanting, 20 November 2026

Hal      : Permohonan

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat, saya Sugeng Ariyanto, tetangga dari Ibu Lasmi Pandanwati,
38 tahun. Pada 17 November 2026 saya mendengar suaminya, Tugimin Pandan,
membentak dan mendorongnya. Saya dapat ditelepon pada 0812-0000-7706.

                                        Sugeng Ariyanto
"""
WIFE = """
                                        Muara Lanting, 20 November 2026

Hal      : Pengaduan

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat, saya Kartinah Melurani, 29 tahun, mengadukan suami saya
Joko Melurantono. Pada 16 November 2026 saya ditampar. Surat mohon
dititipkan kepada bibi saya, Suminten Harjani, Gang Delima No. 0,
Kelurahan Muara Lanting. Jangan ke rumah.

                                        Kartinah Melurani
"""
SISTER = """
                                        Hulu Asri, 21 November 2026

Hal      : Permohonan penjelasan

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Dengan hormat, saya Widaningsih Rukmi mengadukan suami adik saya, Parjo
Lukito. Adik saya Endang Rukmini, 27 tahun, tidak diberi nafkah sejak
1 November 2026. Balasan mohon ke Jalan Cempaka No. 0, Hulu Asri.

                                        Widaningsih Rukmi
"""
DANGER = """
                                        Sungai Bakung, 23 November 2026

Hal      : MOHON SEGERA

Yth. Ketua P2TP2A Kabupaten Batang Asri
di Muara Lanting

Saya Murniati Sekarwangi, 33 tahun. Suami saya Darmaji Wirosobo membawa
parang dan mengancam akan membunuh saya dan anak saya tadi malam, 22
November 2026. Saya bersembunyi di rumah Ibu Ponirah Sastro, Jalan Nangka
No. 0, Desa Hulu Bakung, HP 0812-0000-7709. Tolong saya.

                                        Murniati Sekarwangi
"""


def scanned(text: str, number: int) -> bytes:
    """Return ``text`` typed, printed and scanned at the office as a PDF; ``number`` says how the sheet is worn."""
    return as_pdf([office(printed(text.strip("\n"), number, number))])
