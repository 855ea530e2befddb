"""What can go wrong with the office's templates as such."""

from pipeline.kernel.errors import Exit, RangkapError, Text


class TemplateFaulty(RangkapError):
    """A template (or a clause) has flaws, so no letter is made from it."""

    code = "office.template_faulty"
    said = Text(
        "Templat {template} belum dapat dipakai:\n{flaws}\nPerbaiki di Word, lalu lihat semuanya dengan: "
        "rangkap templates check {template}",
        "Template {template} cannot be used yet:\n{flaws_en}\nCorrect it in Word, then see everything by: "
        "rangkap templates check {template}",
    )


class UnknownTemplate(RangkapError):
    """No template of this name is in ``letter_templates/``, and none is known by it."""

    code = "office.unknown_template"
    said = Text(
        "Templat {template} tidak ada di letter_templates/.{hint} Yang ada: {known}.",
        "There is no template {template} in letter_templates/.{hint_en} Present: {known}.",
    )
    status = Exit.NOT_FOUND


class NoFormer(RangkapError):
    """A former version of a template that is not kept."""

    code = "office.no_former_template"
    said = Text(
        "Versi lama templat {template} itu tidak tersimpan. Buka lagi halamannya dan pilih dari daftar.",
        "That former version of template {template} is not kept. Open its page again and choose from the list.",
    )
    status = Exit.NOT_FOUND


class NotWritable(RangkapError):
    """The folder for the samples cannot be written."""

    code = "office.samples_not_written"
    said = Text(
        "Contoh tidak dapat ditulis ke {folder} ({reason}). Pilih folder lain dengan --to.",
        "The samples cannot be written to {folder} ({reason}). Choose another folder with --to.",
    )
    status = Exit.FAILED


class TemplateUnfit(RangkapError):
    """The template that was chosen is none for this kind of answer."""

    code = "office.template_unfit"
    said = Text(
        "Templat {template} tidak cocok untuk surat ini. Pilih salah satu: {known}.",
        "Template {template} does not fit this letter. Choose one of: {known}.",
    )
    status = Exit.USAGE
