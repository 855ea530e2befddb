"""Refusals of letters and their templates."""

from pipeline.kernel.text import Exit, Next, Row

LETTERS: dict[str, Row] = {
    "letters.bad_template": Row(
        "Templat {template} tidak dapat dipakai: {reason} (paragraf: “{paragraph}”). Perbaiki templat di "
        "Word.",
        "Template {template} cannot be used: {reason} (paragraph: “{paragraph}”). Correct it in Word.",
        next=(Next("templates"),),
    ),
    "letters.clause_refused": Row(
        "Klausul letter_templates/klausul/{file} ditolak: {reason_id}. Perbaiki berkas itu, atau hapus "
        "supaya klausul bawaan dipakai lagi.",
        "The clause letter_templates/klausul/{file} is refused: {reason_en}. Correct the file, or remove "
        "it so that the shipped clause is used again.",
    ),
    "letters.dangerous": Row(
        "Berkas DOCX memuat {what_id} (di {part}) dan ditolak. Buang bagian itu di Word, simpan sebagai "
        ".docx biasa, lalu ulangi.",
        "The DOCX carries {what_en} (in {part}) and is refused. Remove it in Word, save as a plain .docx "
        "and repeat.",
    ),
    "letters.field_too_long": Row(
        "Isian “{field}” terlalu panjang: {size} karakter, paling banyak {most}. Ringkas isian itu, lalu "
        "ulangi.",
        "The field “{field}” is too long: {size} characters, at most {most}. Shorten it and repeat.",
    ),
    "letters.no_place": Row(
        "Konsep tidak lagi memuat {place_id}, sehingga tidak dapat disahkan. Buat konsep lagi dari "
        "templat, atau kembalikan bagian itu di Word.",
        "The draft no longer has {place_en}, so it cannot be approved. Render the draft again, or put that "
        "part back in Word.",
    ),
    "letters.no_signatory": Row(
        "Tidak ada penandatangan yang menjabat pada {day}. Lengkapi daftarnya di Pengaturan, Penandatangan.",
        "No signatory is in office on {day}. Complete the list in Settings, Signatories.",
        next=(Next("mandate"),),
    ),
    "letters.no_template": Row(
        "Templat {template} tidak ada. Yang ada: {known}.",
        "There is no template {template}. Present: {known}.",
        Exit.NOT_FOUND,
    ),
    "letters.not_docx": Row(
        "Berkas ini tidak dapat dibaca sebagai DOCX ({reason}). Simpan lagi dari Word sebagai .docx, lalu "
        "ulangi.",
        "This file cannot be read as a DOCX ({reason}). Save it again from Word as .docx and repeat.",
    ),
    "letters.spoken_refused": Row(
        "Naskah letter_templates/telepon/{file} ditolak: {reason_id}. Perbaiki berkas itu, atau hapus "
        "supaya naskah bawaan dipakai lagi.",
        "The text letter_templates/telepon/{file} is refused: {reason_en}. Correct the file, or remove it "
        "so that the shipped one is used again.",
    ),
    "letters.too_long": Row(
        "Surat menjadi terlalu besar ({size} karakter) dan tidak dibuat. Periksa pengulangan dalam templat "
        "{template}.",
        "The letter became too large ({size} characters) and was not made. Look at the loops in template "
        "{template}.",
        next=(Next("templates", "{template}"),),
    ),
    "letters.unknown_field": Row(
        "Templat {template} menyebut isian “{field}” yang tidak dikenal{hint} (paragraf: “{paragraph}”). "
        "Perbaiki nama isian itu di Word.",
        "Template {template} names the unknown field “{field}”{hint} (paragraph: “{paragraph}”). Correct the "
        "name in Word.",
        next=(Next("templates"),),
    ),
}
