"""Words of the page where files are handed in."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "upload.title": Text("Surat baru", "New letters"),
    "upload.what": Text(
        "Kirim pindaian surat, tanda terima, atau lembar bertanda tangan dari komputer ini. Sesudah diterima, berkasnya "
        "diperlakukan sama seperti yang ditaruh di folder inbox.",
        "Send scans of letters, receipts or signed sheets from this computer. Once they are here, they are treated like "
        "those in the inbox folder.",
    ),
    "upload.files": Text("Berkas", "Files"),
    "upload.drop": Text("Tarik berkas ke sini, atau pilih:", "Drag files here, or choose:"),
    "upload.kinds": Text(
        "PDF, gambar (JPEG, PNG, TIFF, HEIC, BMP, WebP), atau Word (DOCX); paling besar {limit} MB tiap berkas. Boleh beberapa "
        "sekaligus.",
        "PDF, picture (JPEG, PNG, TIFF, HEIC, BMP, WebP) or Word (DOCX); at most {limit} MB each. Several at once are fine.",
    ),
    "upload.folder": Text("Jenis yang datang", "What kind it is"),
    "upload.folder.any": Text("Tidak ditentukan", "Not said"),
    "upload.do": Text("Kirim", "Send"),
    "upload.list": Text("Yang baru dikirim", "Just sent"),
    "upload.none": Text(
        "Belum ada yang dikirim. Nomor agenda setiap surat muncul di sini beberapa detik sesudah dikirim.",
        "Nothing was sent yet. The agenda number of each letter shows here seconds after it was sent.",
    ),
    "upload.sending": Text("Sedang dikirim", "Being sent"),
    "upload.cancel": Text("Batalkan", "Cancel"),
    "upload.again": Text("Kirim lagi", "Send again"),
    "upload.cancelled": Text("Dibatalkan; tidak ada yang tersimpan.", "Cancelled; nothing was kept."),
    "upload.broken": Text(
        "Sambungan terputus; tidak ada yang tersimpan sebagian. Periksa jaringan, lalu kirim lagi.",
        "The connection broke; no part was kept. Check the network, then send it again.",
    ),
    "upload.is_folder": Text(
        "Ini folder, bukan berkas. Buka foldernya, lalu pilih berkas di dalamnya.",
        "This is a folder, not a file. Open it and choose the files inside.",
    ),
    "upload.too_large": Text(
        "Lebih besar dari {limit} MB, jadi tidak dikirim. Pindai ulang dengan 200–300 dpi atau bagi menjadi beberapa berkas.",
        "Larger than {limit} MB, so it was not sent. Scan again at 200–300 dpi or split it into several files.",
    ),
    "upload.too_much": Text(
        "Kiriman ini terlalu besar, jadi belum ada yang diterima. Kembali, lalu kirim lebih sedikit berkas sekaligus.",
        "This is too much at once, so nothing was taken. Go back and send fewer files at a time.",
    ),
    "upload.empty": Text(
        "Berkas ini kosong (0 bita), jadi tidak dikirim. Pindai ulang suratnya.",
        "The file is empty (0 bytes), so it was not sent. Scan the letter again.",
    ),
    "upload.busy": Text(
        "Dua orang lain sedang mengirim berkas. Belum ada yang diterima; tunggu sebentar, lalu kirim lagi.",
        "Two others are sending files right now. Nothing was taken yet; wait a moment, then send again.",
    ),
    "upload.nothing": Text(
        "Tidak ada berkas yang dipilih. Pilih berkasnya dahulu, lalu kirim.",
        "No file was chosen. Choose files first, then send.",
    ),
    "upload.not_from_here": Text(
        "Halaman ini sudah terlalu lama terbuka. Muat ulang halamannya, lalu kirim lagi; belum ada yang diterima.",
        "This page was open for too long. Load it anew, then send again; nothing was taken.",
    ),
    "upload.waiting": Text("Diterima; menunggu nomor agenda.", "Received; waits for its agenda number."),
    "upload.agenda": Text("Tulis nomor agenda ini pada surat:", "Write this agenda number on the letter:"),
    "upload.register": Text("Daftarkan {agenda}", "Register {agenda}"),
    "upload.known": Text("Sudah pernah masuk sebagai {agenda}; tidak dicatat dua kali.", "Came in before as {agenda}; not entered twice."),
    "upload.known.bare": Text("Sudah pernah masuk; tidak dicatat dua kali.", "Came in before; not entered twice."),
    "upload.ours": Text(
        "Dikenali sebagai lembar kantor sendiri; tidak perlu nomor agenda. Yang tidak tampak bertanda tangan ditahan, dan ada di Menunggu.",
        "Recognised as a paper of our own; it needs no agenda number. What shows no signature is held back, and stands under Waiting.",
    ),
    "upload.match": Text(
        "Lembar kantor sendiri, tetapi perlu dilihat petugas.", "A paper of our own, but a person must look at it."
    ),
    "upload.match.do": Text("Cocokkan", "Match it"),
    "upload.refused": Text("Ditolak:", "Refused:"),
    "upload.paused": Text(
        "Penerimaan sedang berhenti. Yang dikirim tetap aman dan menunggu di inbox.",
        "Intake stands still. What is sent waits safely in the inbox.",
    ),
}  # fmt: skip
