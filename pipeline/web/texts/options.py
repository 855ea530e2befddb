"""What each key of office.toml means, in English; the table of the keys has the Indonesian."""

from pipeline.kernel.text import Text, as_it_is
from pipeline.settings.options import OPTIONS

_ENGLISH: dict[str, str] = {
    "kantor.percobaan": "A home for trying: the clock may be set (RANGKAP_CLOCK). A real office: no (false).",
    "kantor.nama": "Name of the service unit, as in letters.",
    "kantor.singkatan": "Short name of the service unit.",
    "kantor.nama_panjang": "The line of the unit in the letterhead.",
    "kantor.pemerintah": "First line of the letterhead.",
    "kantor.dinas": "Name of the dinas in the letterhead (largest letters).",
    "kantor.alamat": "Address of the office.",
    "kantor.telepon": "Telephone of the office.",
    "kantor.pos_el": "E-mail address of the office; may be empty.",
    "kantor.tempat": "Place in the line of the day of a letter.",
    "kantor.jam_layanan": "Office hours in letters.",
    "kantor.zona_waktu": "Time zone of the office (IANA name).",
    "kantor.libur_sabtu": "Saturday is no working day.",
    "kantor.libur_minggu": "Sunday is no working day.",
    "kantor.nomor_sk": "Number of the decree of the procedure; if empty it is not printed.",
    "surat.kertas": "Paper of letters.",
    "surat.huruf": "Typeface of letters.",
    "surat.bolak_balik": "The printer uses both sides: in one file to print, each copy begins on a new sheet.",
    "surat.sifat": "Usual classification of a letter.",
    "surat.layanan": "Services named in an answer.",
    "surat.darurat": "Emergency numbers in an answer.",
    "surat.amplop": "Size of envelopes: DL (110 × 220 mm) or C5 (162 × 229 mm).",
    "surat.pengirim_luar": "Sender on envelope, label and receipt: netral names government and address alone; kantor also the "
    "unit.",
    "surat.alamat_kembali": "Sender's address outside of letters; empty means that of the office.",
    "nomor.penomoran": "Who gives letters their number: the office itself (sendiri), or the secretariat once they are signed "
    "(sekretariat).",
    "nomor.pola_surat": "Pattern of the numbers of outgoing letters.",
    "nomor.kode": "Classification code of letters.",
    "nomor.kode_klasifikasi": "Classification codes that the office uses; each code of a letter must stand here.",
    "nomor.kode_jenis": "Classification code by kind of letter (jawaban, klarifikasi), where it is not nomor.kode.",
    "nomor.unit": "Code of the unit in numbers of letters.",
    "nomor.urut_awal": "First number of outgoing letters for an office that starts in mid-year; the next year begins at 1.",
    "nomor.pola_register": "Pattern of register numbers.",
    "nomor.register_awal": "First number of the register in the first year; the next year begins at 1.",
    "masuk.jeda_detik": "How long a file must be quiet before it is taken from the inbox.",
    "masuk.jeda_tanpa_sewa_detik": "The same, where the file system knows no leases.",
    "masuk.jeda_lambat_detik": "The same, where a file seems unfinished (a PDF without its end) or its name is in "
    "masuk.pemindai_lambat.",
    "masuk.pemindai_lambat": 'Patterns of names of files from scanners that write page by page, such as ["SCN_*", "rujukan/*"].',
    "masuk.folder": "Folders in the inbox that are taken from too, and the channel (surat, telepon, rujukan) that is proposed for "
    "each.",
    "masuk.sapuan_detik": "Time between two looks into the inbox.",
    "masuk.batas_mb": "Largest size of one file (MB).",
    "masuk.ruang_bebas_mb": "Intake pauses where less than this is free on the disk of inbox or var (MB).",
    "masuk.batas_ditolak_mb": "Intake pauses where inbox/ditolak holds more than this (MB).",
    "masuk.batas_folder_mb_per_jam": "As much (MB) is taken from the inbox, or from one folder in it, in one hour; the rest "
    "waits. 0: no limit.",
    "masuk.batas_megapiksel": "Largest size of one picture (megapixels).",
    "masuk.batas_halaman": "Most pages of one file.",
    "masuk.tanpa_isolasi": "Accept the risk of reading files without isolation (bubblewrap).",
    "masuk.lembaga": 'First words of institutions that the reading does not know yet, such as ["Sakti Peksos", "PMI"].',
    "masuk.kata_bahaya": 'Further danger words that lift a letter to the top; "disantet*" means any ending.',
    "cadangan.tempat": "Where backups go: a folder on another medium (/media/usb/rangkap) or sftp:user@machine:/folder.",
    "cadangan.batas_hari": "Age of the last backup (days) from which pages and terminal warn.",
    "cadangan.simpan_hari": "For so many days every backup is kept; then one for each month, later one for each year.",
    "telepon.batas_salah": "How many wrong enquiries by telephone about one number until it is answered no more.",
    "telepon.jeda_menit": "How long that number is then not answered (minutes).",
    "krisis.nomor": "Telephone numbers on the crisis sheet; add police, hospital, safe house and companions nearby.",
    "tenggat.jawaban_hari": "An answer is due so many working days after the receipt; 0: no reminder.",
    "tenggat.ingatkan_hari": "What is due shows among what waits so many working days before.",
    "wilayah.kecamatan": "List of the subdistricts.",
    "aturan.verifikasi_sendiri": "Office of one person: may verify what they registered themselves (written down).",
    "web.alamat": "Address at which the pages open; 0.0.0.0 for the whole network of the office (first make a certificate).",
    "web.porta": "Port of the pages; 0: no pages.",
    "web.nama": 'Names or addresses of this machine as typed in browsers of the office, such as ["rangkap.kantor", "192.168.1.10"].',
    "web.diam_menit": "A page closes itself after so many minutes without work.",
}


WORDS: dict[str, Text] = {
    f"option.{one.key}": as_it_is(one.help, _ENGLISH.get(one.key, one.help)) for one in OPTIONS
}
