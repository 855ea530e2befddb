"""What can go wrong with a template, a draft or a stamp. No field carries a person's name."""

from pipeline.kernel.errors import NotThere, RangkapError, Text


class NotDocx(RangkapError):
    """A file that should be a DOCX cannot be read as one."""

    code = "letters.not_docx"
    said = Text(
        "Berkas ini tidak dapat dibaca sebagai DOCX ({reason}). Simpan lagi dari Word sebagai .docx, lalu ulangi.",
        "This file cannot be read as a DOCX ({reason}). Save it again from Word as .docx and repeat.",
    )


class Dangerous(RangkapError):
    """A DOCX carries something that acts by itself or reaches outside the file."""

    code = "letters.dangerous"
    said = Text(
        "Berkas DOCX memuat {what_id} (di {part}) dan ditolak. Buang bagian itu di Word, simpan sebagai "
        ".docx biasa, lalu ulangi.",
        "The DOCX carries {what_en} (in {part}) and is refused. Remove it in Word, save as a plain .docx "
        "and repeat.",
    )


class BadTemplate(RangkapError):
    """A template has a construct that is not allowed or cannot be read."""

    code = "letters.bad_template"
    said = Text(
        "Templat {template} tidak dapat dipakai: {reason} (paragraf: “{paragraph}”). Perbaiki templat di Word.",
        "Template {template} cannot be used: {reason} (paragraph: “{paragraph}”). Correct it in Word.",
    )


class UnknownField(RangkapError):
    """A template names a field that a letter does not have."""

    code = "letters.unknown_field"
    said = Text(
        "Templat {template} menyebut isian “{field}” yang tidak dikenal{hint} (paragraf: “{paragraph}”). "
        "Perbaiki nama isian itu di Word.",
        "Template {template} names the unknown field “{field}”{hint} (paragraph: “{paragraph}”). Correct "
        "the name in Word.",
    )


class NoTemplate(NotThere):
    """The template is not in ``letter_templates/``."""

    code = "letters.no_template"
    said = Text(
        "Templat {template} tidak ada di letter_templates/. Yang ada: {known}.",
        "There is no template {template} in letter_templates/. Present: {known}.",
    )


class NoSignatory(RangkapError):
    """Nobody in the table of signatories is in office on the day of the letter."""

    code = "letters.no_signatory"
    said = Text(
        "Tidak ada penandatangan yang menjabat pada {day}. Lengkapi daftarnya di Pengaturan, Penandatangan.",
        "No signatory is in office on {day}. Complete the list in Settings, Signatories.",
    )


class TooLong(RangkapError):
    """A letter grew beyond any size that a letter has."""

    code = "letters.too_long"
    said = Text(
        "Surat menjadi terlalu besar ({size} karakter) dan tidak dibuat. Periksa pengulangan dalam templat {template}.",
        "The letter became too large ({size} characters) and was not made. Look at the loops in template {template}.",
    )


class FieldTooLong(RangkapError):
    """What was typed for a field is longer than any field of a letter; it is not cut off unseen."""

    code = "letters.field_too_long"
    said = Text(
        "Isian “{field}” terlalu panjang: {size} karakter, paling banyak {most}. Ringkas isian itu, lalu ulangi.",
        "The field “{field}” is too long: {size} characters, at most {most}. Shorten it and repeat.",
    )


class NoPlace(RangkapError):
    """A frozen draft lacks a place into which approval must stamp."""

    code = "letters.no_place"
    said = Text(
        "Konsep tidak lagi memuat {place_id}, sehingga tidak dapat disahkan. Buat konsep lagi dari templat, "
        "atau kembalikan bagian itu di Word.",
        "The draft no longer has {place_en}, so it cannot be approved. Render the draft again, or put that "
        "part back in Word.",
    )
