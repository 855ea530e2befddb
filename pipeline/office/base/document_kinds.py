"""What a case's documents and records are, by their names."""

import re

from pipeline.kernel.text import N_, Text, as_it_is, joined

_LETTER, _SHEET = r"surat-(?P<letter>\d+-\d+-\d+)", r"(?P<sheet>d-\d+-\d+-\d+)"
_COPY, _NUMBER = rf"{_LETTER}-r\d+-salinan-(?P<copy>[12])", r"(?:-(?P<number>\d+))?"
_WHAT: tuple[tuple[str, Text], ...] = (
    (rf"turunan/surat-masuk{_NUMBER}\.pdf", N_("Text of incoming letter {number} (not the original)")),
    (rf"turunan/surat-masuk{_NUMBER}-salinan-ketikan.*", N_("Transcript of incoming letter {number}")),
    (rf"turunan/salinan-untuk-korban-{_SHEET}.*", N_("Copy for the victim {sheet} (derivative)")),
    (r"turunan/.*", N_("Transcript or derivative (not the original)")),
    (rf"surat-masuk{_NUMBER}-laporan-tte.*",
     N_("Report on the electronic signature of incoming letter {number}")),
    (rf"surat-masuk{_NUMBER}-asal-(?P<scan>\d+).*", N_("Original scan {scan} of incoming letter {number}")),
    (rf"surat-masuk{_NUMBER}\..*", N_("Incoming letter {number} (original scan)")),
    (rf"catatan-telepon{_NUMBER}\..*", N_("Record of a call {number}")),
    (rf"{_LETTER}-r(?P<revision>\d+)-konsep\.docx", N_("Draft of letter {letter}, revision {revision}")),
    (rf"{_COPY}-laporan-tte.*", N_("Report on the electronic signature of letter {letter}, copy {copy}")),
    (rf"{_COPY}-ttd\..*", N_("Copy {copy} of letter {letter}, signed")),
    (rf"{_COPY}\.docx", N_("Copy {copy} of letter {letter}, Word file")),
    (rf"{_COPY}\..*", N_("Copy {copy} of letter {letter}, as printed")),
    (rf"{_LETTER}-r\d+-pindaian-asal-.*", N_("Original scan of the signed copies of letter {letter}")),
    (rf"{_LETTER}-.*\.docx", N_("Edited draft of letter {letter}")),
    (rf"tanda-terima-.*-{_SHEET}-.*", N_("Signed receipt {sheet}")),
    (rf"formulir-pendaftaran{_NUMBER}.*", N_("Registration form {number}")),
    (rf"pindaian-lama{_NUMBER}\..*", N_("Scan {number} of the paper register")),
    (rf"laporan-penanganan-kasus{_NUMBER}\..*", N_("Handling report {number}")),
    (rf"laporan-hasil-identifikasi{_NUMBER}\..*", N_("Identification report {number}")),
    (rf"(?:lembar-)?{_SHEET}-.*", N_("Signed decision sheet {sheet}")),
    (rf"rujukan{_NUMBER}", N_("Referral {number}")),
    (rf"layanan{_NUMBER}", N_("Service or visit {number}")),
)  # fmt: skip


def in_words(line: str) -> Text:
    """``line`` with words for each name of a document or record in it."""
    return joined((_words(part) for part in re.split(r"([\s,]+)", line)), "")


def _words(name: str) -> Text:
    for rule, label in _WHAT:
        if match := re.fullmatch(rule, name):
            message = label.of(**{place: part.upper() for place, part in match.groupdict("").items()})
            return Text(*map(str.strip, message))
    return as_it_is(name)
