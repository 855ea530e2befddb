"""Single keys of office.toml (its lists stand in ``settings/__init__.py``), for ``rangkap init`` and ``docs/settings.md``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import N_, Text


@dataclass(frozen=True)
class Option:
    """One key ("bagian.nama"); numbers are positive unless said. ``letterhead`` names it there, behind the address."""

    key: str
    default: Any
    help: Text
    choices: tuple[str, ...] = ()
    may_be_zero: bool = False
    letterhead: str = ""


SECTIONS: Mapping[str, Text] = {
    "kantor": N_("The office"),
    "surat": N_("Answer letter"),
    "nomor": N_("Numbers of letters and register"),
    "masuk": N_("Intake of letters"),
    "cadangan": N_("Backup"),
    "komputer": N_("This machine"),
    "telepon": N_("Enquiries by telephone"),
    "krisis": N_("Crisis sheet"),
    "tenggat": N_("Deadlines"),
    "wilayah": N_("Area of the office"),
    "aturan": N_("Exceptions decided by the office"),
    "web": N_("The pages"),
}
"""What stands before the dot of a key."""
OPTIONS: tuple[Option, ...] = (
    Option("kantor.percobaan", False,
           N_("Trial data, whose clock may be changed. In a real office: no.")),
    Option("kantor.nama", "P2TP2A Kabupaten Batang Asri",
           N_("Name of the service unit, as in letters.")),
    Option("kantor.singkatan", "P2TP2A",
           N_("Short name of the service unit.")),
    Option("kantor.nama_panjang", "Pusat Pelayanan Terpadu Pemberdayaan Perempuan dan Anak (P2TP2A)",
           N_("The line of the unit in the letterhead.")),
    Option("kantor.pemerintah", "Pemerintah Kabupaten Batang Asri",
           N_("First line of the letterhead.")),
    Option("kantor.dinas",
           "Dinas Pengendalian Penduduk, Keluarga Berencana dan Pemberdayaan Perempuan dan Perlindungan Anak",
           N_("Name of the dinas in the letterhead (largest letters).")),
    Option("kantor.alamat", "Jalan Melati Raya No. 0 Muara Lanting",
           N_("Address of the office.")),
    Option("kantor.telepon", "(0000) 000000",
           N_("Telephone of the office."), letterhead="Telepon"),
    Option("kantor.pos_el", "",
           N_("E-mail address of the office; may be empty."), letterhead="Pos-el"),
    Option("kantor.tempat", "Muara Lanting",
           N_("Place printed before the date of a letter.")),
    Option("kantor.jam_layanan", "hari kerja pukul 08.00-15.00 WIB",
           N_("Office hours in letters.")),
    Option("kantor.zona_waktu", "Asia/Jakarta",
           N_("Time zone of the office (IANA name).")),
    Option("kantor.libur_sabtu", True,
           N_("Saturday is not a working day.")),
    Option("kantor.libur_minggu", True,
           N_("Sunday is not a working day.")),
    Option("kantor.nomor_sk", "",
           N_("Number of the decree of the procedure; if empty it is not printed.")),
    Option("surat.kertas", "A4",
           N_("Paper of letters."), ("A4", "F4")),
    Option("surat.huruf", "Arial",
           N_("Typeface of letters.")),
    Option("surat.bolak_balik", False,
           N_("The printer uses both sides: in one file to print, each copy begins on a new sheet.")),
    Option("surat.sifat", "Rahasia",
           N_("Usual classification of a letter.")),
    Option("surat.layanan",
           ["konsultasi dan pendampingan psikologis", "pendampingan hukum", "layanan kesehatan melalui rujukan", "tempat tinggal sementara yang aman"],
           N_("Services named in an answer.")),
    Option("surat.darurat", "110 (Kepolisian) atau SAPA 129 / WhatsApp 08111-129-129",
           N_("Emergency numbers in an answer.")),
    Option("surat.amplop", "DL",
           N_("Size of envelopes: DL (110 × 220 mm) or C5 (162 × 229 mm)."), ("DL", "C5")),
    Option("surat.pengirim_luar", "netral",
           N_("Sender on envelope, label and receipt. “netral”: government and address alone. “kantor”: also the unit."),
           ("netral", "kantor")),
    Option("surat.alamat_kembali", "",
           N_("Sender's address outside of letters; empty means that of the office.")),
    Option("nomor.penomoran", "sendiri",
           N_("Who gives letters their number: the office itself (sendiri), or the secretariat once they "
              "are signed (sekretariat)."),
           ("sendiri", "sekretariat")),
    Option("nomor.pola_surat", "{kode}/{urut:03}/{unit}/{bulan_romawi}/{tahun}",
           N_("Pattern of the numbers of outgoing letters.")),
    Option("nomor.kode", "400.2",
           N_("Classification code of letters.")),
    Option("nomor.kode_klasifikasi", {"400.2": "pemberdayaan perempuan dan pelindungan anak"},
           N_("Classification codes that the office uses; each code of a letter must stand here.")),
    Option("nomor.kode_jenis", {},
           N_("Classification code by kind of letter ({letter_kinds}), where it is not that of letters.").of(letter_kinds=", ".join(LETTER_KINDS))),
    Option("nomor.unit", "P2TP2A",
           N_("Code of the unit in numbers of letters.")),
    Option("nomor.urut_awal", 1,
           N_("First number of outgoing letters for an office that starts in mid-year; the next year "
              "begins at 1.")),
    Option("nomor.pola_register", "{urut:04}/TL/{bulan_romawi}/{tahun}",
           N_("Pattern of register numbers.")),
    Option("nomor.register_awal", 1,
           N_("First number of the register in the first year; the next year begins at 1.")),
    Option("masuk.jeda_detik", 1.0,
           N_("How long a file must be quiet before it is taken from the inbox.")),
    Option("masuk.jeda_tanpa_sewa_detik", 15.0,
           N_("The same, where the file system knows no leases.")),
    Option("masuk.jeda_lambat_detik", 10.0,
           N_("The same, where a file seems unfinished (a PDF without its end) or comes from a scanner that "
              "writes page by page.")),
    Option("masuk.pemindai_lambat", [],
           N_('Patterns of names of files from scanners that write page by page, such as ["SCN_*", '
              '"rujukan/*"].')),
    Option("masuk.folder", {"surat": "surat", "telepon": "telepon", "rujukan": "rujukan"},
           N_("Folders in the inbox that are taken from too, and the channel (surat, telepon, rujukan) "
              "that is proposed for each.")),
    Option("masuk.sapuan_detik", 2.0,
           N_("Time between two looks into the inbox.")),
    Option("masuk.batas_mb", 200,
           N_("Largest size of one file (MB).")),
    Option("masuk.ruang_bebas_mb", 500,
           N_("Intake pauses where less than this is free on the disk of inbox or var (MB).")),
    Option("masuk.batas_ditolak_mb", 2000,
           N_("Intake pauses where inbox/ditolak holds more than this (MB).")),
    Option("masuk.batas_folder_mb_per_jam", 4000,
           N_("As much (MB) is taken from the inbox, or from one folder in it, in one hour; the rest "
              "waits. 0: no limit."),
           may_be_zero=True),
    Option("masuk.batas_megapiksel", 120,
           N_("Largest size of one picture (megapixels).")),
    Option("masuk.batas_halaman", 500,
           N_("Most pages of one file.")),
    Option("masuk.tanpa_isolasi", False,
           N_("Accept the risk of reading files without isolation (bubblewrap).")),
    Option("masuk.lembaga", [],
           N_('First words of institutions that the reading does not know yet, such as ["Sakti Peksos", '
              '"PMI"].')),
    Option("masuk.kata_bahaya", [],
           N_('Further danger words that lift a letter to the top; "disantet*" means any ending.')),
    Option("cadangan.tempat", "",
           N_("Where backups go: a folder on another medium (/media/usb/rangkap) or "
              "sftp:user@machine:/folder.")),
    Option("cadangan.batas_hari", 2,
           N_("Age of the last backup (days) from which pages and terminal warn.")),
    Option("cadangan.simpan_hari", 60,
           N_("For so many days every backup is kept; then one for each month, later one for each year.")),
    Option("telepon.batas_salah", 5,
           N_("How many wrong enquiries by telephone about one number until it is answered no more.")),
    Option("telepon.jeda_menit", 60,
           N_("How long that number is then not answered (minutes).")),
    Option("krisis.nomor", {"Kepolisian": "110", "SAPA 129": "129 / WhatsApp 08111-129-129", "Ambulans": "119"},
           N_("Telephone numbers on the crisis sheet; add police, hospital, safe house and companions "
              "nearby.")),
    Option("tenggat.jawaban_hari", 14,
           N_("An answer is due so many working days after the receipt; 0: no reminder."),
           may_be_zero=True),
    Option("tenggat.ingatkan_hari", 3,
           N_("What is due shows among what waits so many working days before.")),
    Option("wilayah.kecamatan", ["Lanting Tengah", "Sungai Bakung", "Hulu Asri"],
           N_("List of the subdistricts.")),
    Option("aturan.verifikasi_sendiri", False,
           N_("Office of one person: may verify what they registered themselves (recorded).")),
    Option("web.alamat", "127.0.0.1",
           N_("Address at which the pages open; 0.0.0.0 for the whole network of the office (first make a "
              "certificate).")),
    Option("web.porta", 8000,
           N_("Port of the pages; 0: no pages."), may_be_zero=True),
    Option("web.nama", [],
           N_("Names or addresses of this machine as typed in browsers of the office, such as "
              '["rangkap.kantor", "192.168.1.10"].')),
    Option("web.diam_menit", 30,
           N_("A page closes itself after so many minutes without work.")),
)  # fmt: skip

GONE: dict[str, str] = {
    "komputer.pembaca": "komputer yang hanya membaca halaman tidak ada lagi, semua halaman dibaca komputer kantor."
}
"""Keys of earlier versions, and why they went."""
