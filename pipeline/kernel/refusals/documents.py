"""Refusals for documents, cases and letters."""

from pipeline.kernel.text import Exit, Next, Row

DOCUMENTS: dict[str, Row] = {
    "cases.bad_record": Row(
        "Catatan kasus tidak dapat dibaca (bagian “{part}”). Minta admin memeriksa arsip.",
        "The record of the case cannot be read (part “{part}”). Ask the admin to check the archive.",
        Exit.DAMAGED, next=(Next("verify"),)),
    "cases.gaps_open": Row(
        "Konsep belum boleh diajukan karena {fields} belum jelas. Catat klarifikasi, atau nyatakan tidak "
        "mungkin dengan alasan (langkah 9).",
        "The draft may not go to the chair yet because this is not clear: {fields}. Record a clarification, "
        "or declare it impossible with a reason (step 9).", next=(Next("record-clarification", "{case}"),)),
    "cases.invalid_answers": Row(
        "Isian belum dapat disimpan. {list} Perbaiki isian itu, lalu ulangi.",
        "The answers cannot be saved yet. {list} Correct them, then repeat.", Exit.USAGE),
    "cases.not_possible": Row(
        "“{verb}” tidak dapat dilakukan sekarang karena kasus berstatus “{state}”.",
        "“{verb}” cannot be done now because the case is “{state}”."),
    "cases.not_your_move": Row(
        "“{verb}” hanya boleh dilakukan oleh: {roles}. Minta petugas yang berhak melakukannya.",
        "“{verb}” may only be done by: {roles}. Ask somebody who holds that role.", Exit.NO_RIGHT),
    "cases.unknown_move": Row(
        "Langkah “{verb}” tidak dikenal. Langkah yang dikenal: {known}.",
        "The move “{verb}” is not known. Known moves: {known}.", Exit.USAGE),
    "intake.bomb": Row(
        "Dokumen Word ini tidak wajar: isinya membengkak melebihi batas ketika dibuka. Jangan dibuka di "
        "komputer lain; minta pengirim mengirim PDF atau cetakan.",
        "This Word document is not sound: unpacked, it grows beyond the limit. Do not open it elsewhere; "
        "ask the sender for a PDF or a print."),
    "intake.damaged": Row(
        "Berkas ini rusak atau terpotong dan tidak dapat diperbaiki. Mungkin penyalinannya terputus; "
        "pindai ulang atau salin ulang.",
        "The file is damaged or cut off and cannot be repaired. Copying may have been interrupted; scan or "
        "copy it again."),
    "intake.empty": Row(
        "Berkas ini kosong (0 byte); biasanya pemindaian atau penyalinan terputus. Pindai ulang atau salin "
        "ulang dokumennya.",
        "This file is empty (0 bytes); mostly a scan or copy was cut off. Scan or copy the document again."),
    "intake.encrypted": Row(
        "Berkas ini dikunci dengan kata sandi. Minta pengirim membuka kuncinya, atau cetak lalu pindai.",
        "The file is locked with a password. Ask the sender to unlock it, or print and scan it."),
    "intake.flooded": Row(
        "Penerimaan dari {where} dijeda: dalam satu jam terakhir sudah diambil {limit} MB dari situ. {now} "
        "berkas menunggu dengan aman di tempatnya; periksa apakah berkas sebanyak itu memang surat. "
        "Penerimaan dilanjutkan sendiri.",
        "Intake from {where} pauses: {limit} MB were taken from there within the last hour. {now} files "
        "wait safely where they lie; see whether so many files are letters at all. Intake goes on by "
        "itself.", Exit.FAILED),
    "intake.gone": Row(
        "Berkas sudah tidak ada di inbox: sudah diambil atau dipindahkan pemiliknya. Tidak perlu berbuat "
        "apa-apa.",
        "The file is no longer in the inbox: it was taken, or its owner moved it. Nothing to do.",
        Exit.INCOMPLETE),
    "intake.inbox_not_mounted": Row(
        "Folder inbox tidak siap: berkas penanda {marker} tidak ditemukan. Pastikan folder bersama sudah "
        "terpasang (mount); penerimaan berkas berhenti dan dilanjutkan sendiri setelah penanda itu ada.",
        "The inbox is not ready: its marker file {marker} is missing. See that the share is mounted; "
        "nothing is taken in until the marker is there, then it goes on by itself.", Exit.FAILED),
    "intake.inbox_spoiled": Row(
        "Di dalam inbox, “{name}” harus berupa folder biasa. Pindahkan atau hapus benda dengan nama itu; "
        "penerimaan berkas berhenti sampai diperbaiki.",
        "Inside the inbox “{name}” must be a plain folder. Move away what bears that name; nothing is "
        "taken in until then.", Exit.FAILED),
    "intake.later": Row(
        "Berkas belum dapat diambil; akan dicoba lagi.",
        "The file cannot be taken yet; it will be tried again.", Exit.INCOMPLETE),
    "intake.linked": Row(
        "Berkas ini mempunyai nama lain di tempat lain (tautan keras), sehingga tidak dibuka. Salin "
        "dokumen itu sebagai berkas baru.",
        "This file has another name elsewhere (a hard link), so it was not opened. Copy the document as a "
        "new file."),
    "intake.low_space": Row(
        "Penerimaan berkas dijeda: ruang bebas di {where} tinggal {now} MB, batasnya {floor} MB. Berkas "
        "tetap aman di inbox. Kosongkan ruang atau hubungi admin teknis; penerimaan dilanjutkan sendiri.",
        "Intake pauses: only {now} MB are free in {where}, the floor is {floor} MB. Files stay safe in the "
        "inbox. Make room or call the admin; intake goes on by itself.", Exit.FAILED),
    "intake.macros": Row(
        "Dokumen Word ini memuat program (makro). Simpan sebagai DOCX tanpa makro atau sebagai PDF.",
        "The Word document carries a program (macros). Save it as DOCX without macros or as PDF."),
    "intake.no_access": Row(
        "Berkas ini tidak dapat dibaca oleh sistem ({reason}). Salin ulang dokumennya sebagai berkas baru; "
        "bila terulang, hubungi admin teknis.",
        "The system cannot read this file ({reason}). Copy the document again as a new file; if that happens "
        "again, call the admin."),
    "intake.no_language": Row(
        "Teks belum dibaca karena data bahasa Indonesia untuk OCR tidak ditemukan. Pasang paket "
        "tesseract-ocr-ind, atau sebut foldernya dengan RANGKAP_TESSDATA.",
        "Text is not read because the Indonesian OCR data was not found. Install the package "
        "tesseract-ocr-ind, or name its folder with RANGKAP_TESSDATA.", Exit.FAILED),
    "intake.no_room": Row(
        "Ruang cakram di komputer peladen tidak cukup, jadi berkas ini belum diterima dan tidak ada yang "
        "tersimpan sebagian. Simpan berkasnya, beri tahu admin teknis, lalu kirim lagi.",
        "The server's disk has no room, so this file was not taken and no part of it was kept. Keep the "
        "file, tell the admin, then send it again.", Exit.FAILED),
    "intake.no_such_page": Row(
        "Halaman {page} tidak ada; berkas ini berisi {pages} halaman.",
        "There is no page {page}; the file has {pages} pages.", Exit.NOT_FOUND),
    "intake.not_a_file": Row(
        "Ini bukan berkas biasa ({kind}), sehingga tidak dibuka. Salin dokumen aslinya (bukan pintasan "
        "atau tautannya).",
        "This is not a plain file ({kind}), so it was not opened. Copy the document itself (not a shortcut "
        "or link to it)."),
    "intake.refused": Row(
        "Berkas tidak dapat diterima. Simpan ulang sebagai PDF.",
        "The file cannot be accepted. Save it again as PDF."),
    "intake.refused_full": Row(
        "Penerimaan berkas dijeda: folder ditolak berisi {now} MB, batasnya {limit} MB. Lihat isinya pada "
        "halaman Menunggu, lalu hapus atau pindahkan yang sudah diganti; penerimaan dilanjutkan sendiri.",
        "Intake pauses: the folder ditolak holds {now} MB, the limit is {limit} MB. See what lies there on "
        "the page Waiting and remove what was replaced; intake goes on by itself.",
        Exit.FAILED, next=(Next("todo"),)),
    "intake.still_changing": Row(
        "Berkas masih ditulis; akan diambil setelah selesai. Tidak perlu berbuat apa-apa.",
        "The file is still being written; it is taken when that has ended. Nothing to do.", Exit.INCOMPLETE),
    "intake.strange_folder": Row(
        "Ini folder yang tidak dikenal: isinya belum diambil dan tetap di folder bersama. Keluarkan "
        "berkasnya dari folder itu.",
        "This is an unknown folder: what is in it was not taken and stays in the shared folder. Take the "
        "files out of it."),
    "intake.too_heavy": Row(
        "Berkas ini tidak dapat dibaca dalam batas waktu dan memori; mungkin sengaja dibuat demikian. "
        "Cetak suratnya, pindai ulang 200–300 dpi.",
        "The file cannot be read within the limits of time and memory; it may be made so on purpose. Print "
        "the letter and scan it at 200–300 dpi."),
    "intake.too_large": Row(
        "Berkas ini lebih besar dari batas {limit} MB. Pindai ulang dengan 200-300 dpi atau bagi menjadi "
        "beberapa berkas; batasnya diatur admin (masuk.batas_mb).",
        "This file is larger than the limit of {limit} MB. Scan again at 200-300 dpi or split it; the "
        "admin sets the limit (masuk.batas_mb)."),
    "intake.too_many_pages": Row(
        "Berkas ini berisi {pages} halaman; paling banyak {limit}. Bagi menjadi beberapa berkas.",
        "The file has {pages} pages; at most {limit} are taken. Divide it into several files."),
    "intake.too_many_pixels": Row(
        "Gambar ini terlalu besar: {width} × {height} titik ({megapixels} megapiksel; paling besar "
        "{limit}). Pindai ulang dengan resolusi 200–300 dpi.",
        "The picture is too large: {width} × {height} pixels ({megapixels} megapixels; at most {limit}). "
        "Scan it again at 200–300 dpi."),
    "intake.unknown_kind": Row(
        "Isi berkas ini bukan PDF, gambar (JPEG, PNG, TIFF, HEIC, BMP, WebP), atau dokumen Word (DOCX), "
        "apa pun namanya. Pindai suratnya atau simpan sebagai PDF.",
        "Whatever its name says, this is no PDF, picture (JPEG, PNG, TIFF, HEIC, BMP, WebP) or Word "
        "document (DOCX). Scan the letter or save it as PDF."),
    "intake.unreadable": Row("Terjadi kesalahan.", "Something went wrong."),
    "letters.bad_template": Row(
        "Templat {template} tidak dapat dipakai: {reason} (paragraf: “{paragraph}”). Perbaiki templat di "
        "Word.",
        "Template {template} cannot be used: {reason} (paragraph: “{paragraph}”). Correct it in Word.",
        next=(Next("templates"),)),
    "letters.clause_refused": Row(
        "Klausul letter_templates/klausul/{file} ditolak: {reason_id}. Perbaiki berkas itu, atau hapus "
        "supaya klausul bawaan dipakai lagi.",
        "The clause letter_templates/klausul/{file} is refused: {reason_en}. Correct the file, or remove "
        "it so that the shipped clause is used again."),
    "letters.dangerous": Row(
        "Berkas DOCX memuat {what_id} (di {part}) dan ditolak. Buang bagian itu di Word, simpan sebagai "
        ".docx biasa, lalu ulangi.",
        "The DOCX carries {what_en} (in {part}) and is refused. Remove it in Word, save as a plain .docx "
        "and repeat."),
    "letters.field_too_long": Row(
        "Isian “{field}” terlalu panjang: {size} karakter, paling banyak {most}. Ringkas isian itu, lalu "
        "ulangi.",
        "The field “{field}” is too long: {size} characters, at most {most}. Shorten it and repeat."),
    "letters.no_place": Row(
        "Konsep tidak lagi memuat {place_id}, sehingga tidak dapat disahkan. Buat konsep lagi dari "
        "templat, atau kembalikan bagian itu di Word.",
        "The draft no longer has {place_en}, so it cannot be approved. Render the draft again, or put that "
        "part back in Word."),
    "letters.no_signatory": Row(
        "Tidak ada penandatangan yang menjabat pada {day}. Lengkapi daftarnya di Pengaturan, Penandatangan.",
        "No signatory is in office on {day}. Complete the list in Settings, Signatories.",
        next=(Next("mandate"),)),
    "letters.no_template": Row(
        "Templat {template} tidak ada. Yang ada: {known}.",
        "There is no template {template}. Present: {known}.", Exit.NOT_FOUND),
    "letters.not_docx": Row(
        "Berkas ini tidak dapat dibaca sebagai DOCX ({reason}). Simpan lagi dari Word sebagai .docx, lalu "
        "ulangi.",
        "This file cannot be read as a DOCX ({reason}). Save it again from Word as .docx and repeat."),
    "letters.spoken_refused": Row(
        "Naskah letter_templates/telepon/{file} ditolak: {reason_id}. Perbaiki berkas itu, atau hapus "
        "supaya naskah bawaan dipakai lagi.",
        "The text letter_templates/telepon/{file} is refused: {reason_en}. Correct the file, or remove it "
        "so that the shipped one is used again."),
    "letters.too_long": Row(
        "Surat menjadi terlalu besar ({size} karakter) dan tidak dibuat. Periksa pengulangan dalam templat "
        "{template}.",
        "The letter became too large ({size} characters) and was not made. Look at the loops in template "
        "{template}.", next=(Next("templates", "{template}"),)),
    "letters.unknown_field": Row(
        "Templat {template} menyebut isian “{field}” yang tidak dikenal{hint} (paragraf: “{paragraph}”). "
        "Perbaiki nama isian itu di Word.",
        "Template {template} names the unknown field “{field}”{hint} (paragraph: “{paragraph}”). Correct the "
        "name in Word.", next=(Next("templates"),)),
}  # fmt: skip
