"""What a case's documents are, by their names."""

import re

from pipeline.kernel.text import Text

_WHAT: tuple[tuple[str, str, Text], ...] = (
    (r"turunan/(surat-masuk|catatan-telepon)[^/]*\.pdf", "derivative",
     Text("turunan yang dapat dibaca (bukan asli)", "readable derivative (not the original)")),
    (r"turunan/salinan-untuk-korban.*", "derivative", Text("salinan untuk korban (turunan)", "copy for the victim (derivative)")),
    (r"turunan/.*|.*ketikan.*", "derivative", Text("salinan ketikan atau turunan (bukan asli)", "transcript or derivative (not the original)")),
    (r"surat-masuk-\d+-laporan-tte.*", "report", Text("laporan tanda tangan elektronik", "report on the electronic signature")),
    (r"surat-masuk-\d+-asal-.*", "incoming", Text("pindaian asal surat masuk", "original scan of an incoming letter")),
    (r"surat-masuk-\d+\..*", "incoming", Text("surat masuk, pindaian asli", "incoming letter, original scan")),
    (r"catatan-telepon.*", "incoming", Text("catatan telepon", "record of a call")),
    (r"surat-.*-konsep\.docx", "draft", Text("konsep", "draft")),
    (r"surat-.*-laporan-tte.*", "report", Text("laporan tanda tangan elektronik", "report on the electronic signature")),
    (r"surat-.*-salinan-1-ttd\..*", "signed", Text("salinan ke-1 bertanda tangan", "signed copy 1")),
    (r"surat-.*-salinan-2-ttd\..*", "signed", Text("salinan ke-2 bertanda tangan", "signed copy 2")),
    (r"surat-.*-salinan-1\..*", "frozen", Text("salinan ke-1, bentuk yang dicetak", "copy 1 as printed")),
    (r"surat-.*-salinan-2\..*", "frozen", Text("salinan ke-2, bentuk yang dicetak", "copy 2 as printed")),
    (r"surat-.*-pindaian-asal-.*", "signed", Text("pindaian asal salinan bertanda tangan", "original scan of signed copies")),
    (r"surat-.*\.docx", "draft", Text("konsep suntingan", "edited draft")),
    (r"tanda-terima-.*", "receipt", Text("tanda terima bertanda tangan", "signed receipt")),
    (r"formulir-pendaftaran.*", "form", Text("formulir pendaftaran", "registration form")),
    (r"pindaian-lama-.*", "incoming", Text("pindaian register lama", "scan of the paper register")),
    (r"laporan-penanganan-kasus.*", "report", Text("laporan penanganan kasus", "handling report")),
    (r"lembar-.*|d-.*", "sheet", Text("lembar keputusan bertanda tangan", "signed decision sheet")),
)  # fmt: skip


def kind_of(name: str) -> tuple[str, Text]:
    """The kind of a document, and its words."""
    return next(
        ((kind, what) for rule, kind, what in _WHAT if re.fullmatch(rule, name)),
        ("", Text("dokumen", "document")),
    )


def named(name: str) -> Text:
    """A document's words and name."""
    what = kind_of(name)[1]
    return Text(f"{what.id} ({name})", f"{what.en} ({name})")
