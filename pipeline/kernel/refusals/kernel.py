"""Refusals of files, sandbox, settings and rendering."""

from pipeline.kernel.text import Exit, Next, Row

KERNEL: dict[str, Row] = {
    "kernel.bad_id": Row(
        "“{given}” bukan {kind} yang benar. Contoh yang benar: {example}.",
        "“{given}” is not a valid {kind}. A valid one looks like {example}.",
        Exit.USAGE,
    ),
    "kernel.busy": Row(
        "Pekerjaan yang sama sedang dijalankan oleh proses lain (kunci {lock}). Tunggu sampai selesai, "
        "lalu coba lagi.",
        "Another process is doing the same work (lock {lock}). Wait until it has finished, then try again.",
        Exit.FAILED,
    ),
    "kernel.error": Row("Terjadi kesalahan.", "Something went wrong."),
    "kernel.no_isolation": Row(
        "Berkas belum dibaca karena mesin ini tidak dapat mengisolasi pembacanya. Pasang bubblewrap "
        "(apt-get install bubblewrap) dan izinkan user namespaces, atau terima risikonya dengan "
        "tanpa_isolasi = true pada bagian [masuk] di office.toml.",
        "Files are not read because this machine cannot isolate their reader. Install bubblewrap (apt-get "
        "install bubblewrap) and allow user namespaces, or accept the risk with tanpa_isolasi = true under "
        "[masuk] in office.toml.",
        Exit.FAILED,
    ),
    "kernel.no_other_copy": Row(
        "Salinan lain dari berkas ini tidak ada atau rusak, jadi berkas ini tidak dihapus. Mintalah admin "
        "memeriksa cakram dan arsip.",
        "There is no other sound copy of this file, so it was not removed. Ask the admin to check the disk "
        "and the archive.",
        Exit.FAILED,
        next=(Next("verify"),),
    ),
    "kernel.not_durable": Row(
        "Cakram tidak dapat menyimpan berkas dengan aman ({reason}). Periksa ruang dan keadaan cakram; "
        "pekerjaan akan diulang.",
        "The disk could not store the file safely ({reason}). Check its space and health; the work will be "
        "repeated.",
        Exit.FAILED,
    ),
    "kernel.sandbox_crashed": Row(
        "Pembaca berhenti mendadak (status {status}); mungkin berkas ini rusak. Pindai ulang atau simpan "
        "ulang berkas itu, lalu coba lagi.",
        "The reader stopped abruptly (status {status}); the file may be damaged. Scan or save it anew, "
        "then try again.",
    ),
    "kernel.sandbox_out_of_memory": Row(
        "Berkas ini memerlukan terlalu banyak memori. Pindai ulang dengan resolusi 200–300 dpi, lalu coba "
        "lagi.",
        "The file needs too much memory. Scan it again at 200–300 dpi, then try again.",
    ),
    "kernel.sandbox_timed_out": Row(
        "Berkas ini terlalu lama dibaca dan dihentikan setelah {seconds} detik. Pindai ulang atau simpan "
        "ulang berkas itu, lalu coba lagi.",
        "Reading took too long and was stopped after {seconds} seconds. Scan or save the file anew, then "
        "try again.",
    ),
    "kernel.source_unreadable": Row(
        "Berkas asal tidak dapat dibaca dari cakram ({reason}). Simpan ulang berkas itu dari pemindai atau "
        "komputer asalnya, dan minta admin memeriksa cakram.",
        "The source could not be read from its disk ({reason}). Save it again from the scanner or computer "
        "it came from, and have the admin check the disk.",
        Exit.FAILED,
    ),
    "kernel.too_large": Row(
        "Berkas lebih besar dari batas {limit} byte. Kirim berkas yang lebih kecil, atau minta admin "
        "menaikkan batas di office.toml.",
        "The file is larger than the limit of {limit} bytes. Send a smaller one, or ask the admin to raise "
        "the limit in office.toml.",
    ),
    "rendering.no_renderer": Row(
        "PDF tidak dapat dibuat karena LibreOffice tidak ditemukan. Pasang paket libreoffice-writer-nogui, "
        "lalu ulangi; konsep DOCX tetap dapat dibuka di Word.",
        "No PDF can be made because LibreOffice was not found. Install the package "
        "libreoffice-writer-nogui and repeat; the DOCX draft can still be opened in Word.",
        Exit.FAILED,
    ),
    "rendering.not_pictured": Row(
        "Halaman PDF tidak dapat ditampilkan sebagai gambar. Buat ulang PDF itu, lalu ulangi.",
        "The pages of the PDF could not be shown as pictures. Make the PDF anew, then repeat.",
        Exit.FAILED,
    ),
    "rendering.not_rendered": Row(
        "Dokumen ke-{number} tidak dapat dijadikan PDF. Buka dan simpan ulang dokumen itu di Word, lalu "
        "ulangi.",
        "Document {number} could not be made into a PDF. Open and save it anew in Word, then repeat.",
        Exit.FAILED,
    ),
    "settings.bad": Row(
        "office.toml{line}: {reason} Perbaiki berkas itu, lalu jalankan lagi.",
        "office.toml{line}: {reason} Correct the file, then start again.",
        Exit.USAGE,
    ),
    "settings.no_home": Row(
        "Tidak ada office.toml di {home}. Buat rumah kantor di sana, atau periksa nama foldernya.",
        "There is no office.toml in {home}. Make the office's home there, or check the name of the folder.",
        Exit.NOT_FOUND,
        next=(Next("init", "{home}"),),
    ),
    "settings.unknown_database": Row(
        "RANGKAP_DATABASE tidak dapat dipakai: {reason}. Bentuknya: postgresql://pengguna@mesin/basisdata. "
        "Kosongkan variabel itu untuk memakai SQLite di var/.",
        "RANGKAP_DATABASE cannot be used: {reason}. It looks like: postgresql://user@host/database. Unset "
        "it to use SQLite in var/.",
        Exit.USAGE,
    ),
}
