"""Papers of further cases, as they reach the office: nobody wrote them, nobody in them exists.

Telephone numbers are 0812-0000-77xx, NIKs are left out, places are those of the invented regency.
"""

from bench.papers import office, printed
from demo.wear import as_pdf

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
