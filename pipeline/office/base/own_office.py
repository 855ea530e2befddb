"""Whose office it is: no real letter is drafted, approved or made in the name of the sample office."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.settings import Settings
from pipeline.settings.samples import ON_LETTERS, in_words, samples_left


class SampleOffice(RangkapError):
    """The letter would bear an office, an address or a chair that is invented."""

    code = "office.sample_office"
    said = Text(
        "Surat tidak dibuat: pengaturan kantor masih contoh rekaan, yaitu {what}. Isi data kantor Anda di {path}, "
        "periksa dengan: rangkap doctor, lalu ulangi.",
        "No letter is made: settings of the office are still the invented examples: {what_en}. Enter those of your "
        "office in {path}, check by: rangkap doctor, then repeat.",
    )
    status = Exit.REFUSED


def invented(settings: Settings) -> tuple[str, ...]:
    """Return the keys of what would stand on a letter and is invented."""
    return tuple(one for one in samples_left(settings.values, settings.signatories) if one in ON_LETTERS)


def need_own(settings: Settings) -> None:
    """Refuse a letter in the name of the sample office; in a home for trying it is only practice.

    Nothing unfilled leaves the office (letter rule 3), and a letter with a foreign address is worse than none.
    Raises SampleOffice.
    """
    found = invented(settings)
    if found and not settings["kantor.percobaan"]:
        path = settings.home / "office.toml"
        raise SampleOffice(what=in_words(found, "id"), what_en=in_words(found, "en"), path=path)
