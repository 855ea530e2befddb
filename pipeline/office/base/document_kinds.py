"""What a case's documents are, by their names."""

import re

from pipeline.kernel.text import N_, Text, as_it_is

_WHAT: tuple[tuple[str, str, Text], ...] = (
    (r"turunan/(surat-masuk|catatan-telepon)[^/]*\.pdf", "derivative",
     N_("readable derivative (not the original)")),
    (r"turunan/salinan-untuk-korban.*", "derivative", N_("copy for the victim (derivative)")),
    (r"turunan/.*|.*ketikan.*", "derivative", N_("transcript or derivative (not the original)")),
    (r"surat-masuk-\d+-laporan-tte.*", "report", N_("report on the electronic signature")),
    (r"surat-masuk-\d+-asal-.*", "incoming", N_("original scan of an incoming letter")),
    (r"surat-masuk-\d+\..*", "incoming", N_("incoming letter, original scan")),
    (r"catatan-telepon.*", "incoming", N_("record of a call")),
    (r"surat-.*-konsep\.docx", "draft", N_("draft")),
    (r"surat-.*-laporan-tte.*", "report", N_("report on the electronic signature")),
    (r"surat-.*-salinan-1-ttd\..*", "signed", N_("signed copy 1")),
    (r"surat-.*-salinan-2-ttd\..*", "signed", N_("signed copy 2")),
    (r"surat-.*-salinan-1\..*", "frozen", N_("copy 1 as printed")),
    (r"surat-.*-salinan-2\..*", "frozen", N_("copy 2 as printed")),
    (r"surat-.*-pindaian-asal-.*", "signed", N_("original scan of signed copies")),
    (r"surat-.*\.docx", "draft", N_("edited draft")),
    (r"tanda-terima-.*", "receipt", N_("signed receipt")),
    (r"formulir-pendaftaran.*", "form", N_("registration form")),
    (r"pindaian-lama-.*", "incoming", N_("scan of the paper register")),
    (r"laporan-penanganan-kasus.*", "report", N_("handling report")),
    (r"laporan-hasil-identifikasi.*", "report", N_("identification report")),
    (r"lembar-.*|d-.*", "sheet", N_("signed decision sheet")),
)  # fmt: skip


def kind_of(name: str) -> tuple[str, Text]:
    """The kind of a document, and its words."""
    return next(
        ((kind, what) for rule, kind, what in _WHAT if re.fullmatch(rule, name)),
        ("", N_("document")),
    )


def named(name: str) -> Text:
    """A document's words and name."""
    what = kind_of(name)[1]
    return as_it_is(f"{what.id} ({name})", f"{what.en} ({name})")
