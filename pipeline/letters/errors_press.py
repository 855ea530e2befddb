"""What can go wrong when a letter is rendered once more."""

from __future__ import annotations

from pipeline.kernel.errors import RangkapError, Text


class TemplateChanged(RangkapError):
    """The template is no longer the one that a letter was made from."""

    code = "letters.template_changed"
    said = Text(
        "Templat {template} sudah diubah sejak surat {letter} dibuat (sidik jari templat waktu itu {digest}…), "
        "sehingga konsepnya tidak dapat dibuat ulang sama persis. Kembalikan berkas templat yang lama dari "
        "cadangan, atau buka konsep yang tersimpan di arsip.",
        "Template {template} has changed since letter {letter} was made (its digest then {digest}…), so the "
        "draft cannot be made again alike. Put the earlier file back from the backup, or open the draft that "
        "the archive keeps.",
    )


class NotAlike(RangkapError):
    """A letter rendered again is not the draft that was kept."""

    code = "letters.not_alike"
    said = Text(
        "Konsep surat {letter} yang dibuat ulang dari templat {template} tidak sama persis dengan yang tersimpan. "
        "Periksa kertas dan huruf pada bagian [surat] di office.toml; konsep yang tersimpan tetap yang berlaku.",
        "The draft of letter {letter}, made again from template {template}, is not the one that was kept. Look at "
        "paper and font under [surat] in office.toml; the draft that was kept remains the valid one.",
    )
