"""Words of the templates of letters."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "templates.why": Text(
        "Templat adalah dokumen Word milik kantor. Rangkap memeriksanya sebelum dipakai: templat yang salah tidak menjadi surat.",
        "Templates are the office's Word documents. Rangkap checks them before use: no letter is made from a faulty one.",
    ),
    "templates.name": Text("Templat", "Template"),
    "templates.none": Text(
        "Tidak ada templat di letter_templates. Salin templat bawaan Rangkap ke folder itu.",
        "There are no templates in letter_templates. Copy those of Rangkap to that folder.",
    ),
    "templates.clean": Text("diperiksa, dapat dipakai", "checked, usable"),
    "templates.unknown": Text("belum diperiksa sejak berubah", "not checked since it changed"),
    "templates.open": Text("Buka", "Open"),
    "templates.check": Text("Periksa semua", "Check all"),
    "templates.check.why": Text(
        "Setiap templat diisi dengan contoh; templat dan klausul diperiksa. Perlu setengah menit.",
        "Every template is filled with a sample; templates and clauses are checked. Takes half a minute.",
    ),
    "templates.check.do": Text("Periksa semua templat", "Check all templates"),
    "templates.began": Text("Pemeriksaan templat dimulai.", "The check of the templates has begun."),
    "templates.goes_on": Text("Templat sedang diperiksa.", "The templates are being checked."),
    "templates.look": Text("Lihat hasilnya", "See the result"),
    "templates.all_clean": Text(
        "Semua templat diperiksa: tidak ada yang salah.", "All templates were checked: nothing is wrong."
    ),
    "templates.back": Text("Kembali ke daftar templat", "Back to the templates"),
    "templates.download": Text("Unduh untuk Word", "Download for Word"),
    "templates.drawing": Text(
        "Templat diperiksa dan contohnya disusun; beberapa detik.",
        "The template is checked and its sample laid out; some seconds.",
    ),
    "templates.busy": Text(
        "Komputer kantor sedang menyusun contoh lain. Contoh ini menyusul sendiri.",
        "The office's machine is laying out another sample. This one follows by itself.",
    ),
    "templates.usable": Text("Templat ini dapat dipakai.", "This template can be used."),
    "templates.unusable": Text(
        "Templat ini belum dapat dipakai. Perbaiki di Word yang berikut:",
        "This template cannot be used yet. Correct in Word what follows:",
    ),
    "templates.sample": Text("Contoh terisi (data rekaan)", "Filled sample (invented data)"),
    "templates.put": Text("Versi baru", "New version"),
    "templates.put.help": Text(
        "Unduh, ubah di Word, simpan sebagai .docx, lalu pasang di sini. Diperiksa dahulu; yang salah tidak dipasang, dan versi "
        "lama disimpan.",
        "Download it, change it in Word, save it as .docx, then put it here. It is checked first; a faulty one is not put, and "
        "the former version is kept.",
    ),
    "templates.put.file": Text("Berkas .docx", "The .docx file"),
    "templates.put.do": Text("Periksa dan pasang", "Check and put in place"),
    "templates.done": Text(
        "Templat dipasang. Konsep berikutnya memakainya; versi lama dapat dikembalikan di bawah.",
        "The template is in place. The next draft uses it; the former one can be put back below.",
    ),
    "templates.former": Text("Versi lama", "Former versions"),
    "templates.no_former": Text(
        "Templat ini belum pernah diganti di sini.", "This template was never replaced here."
    ),
    "templates.replaced": Text("diganti oleh {by}", "replaced by {by}"),
    "templates.put_back": Text("Kembalikan", "Put back"),
}
