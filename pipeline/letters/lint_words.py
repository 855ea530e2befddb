"""What the lint looks for in a DOCX, as tables: names in the file, what they mean to a person, what to do."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.kernel.errors import Text

SAVE_AGAIN = Text(
    "Buka di Word dan simpan sebagai “Word Document (*.docx)”.",
    "Open it in Word and save it as “Word Document (*.docx)”.",
)
_REMOVE = Text("Hapus di Word, lalu simpan lagi.", "Remove it in Word and save again.")

RELATIONS = {
    "vbaProject": Text("makro", "macros"),
    "oleObject": Text("objek OLE", "an OLE object"),
    "package": Text("berkas tertanam", "an embedded file"),
    "aFChunk": Text("potongan berkas lain", "a chunk of another file"),
    "attachedTemplate": Text("templat Word yang ditautkan", "an attached Word template"),
    "control": Text("kendali ActiveX", "an ActiveX control"),
    "frame": Text("bingkai halaman web", "a web frame"),
    "subDocument": Text("subdokumen", "a subdocument"),
    "mailMergeSource": Text("sumber data Mail Merge", "a mail merge source"),
}

_TRACKED = (
    Text("ada perubahan terlacak (Track Changes).", "there are tracked changes."),
    Text("Di Word: Review > Accept > Accept All Changes and Stop Tracking.",
         "In Word: Review > Accept > Accept All Changes and Stop Tracking."),
)  # fmt: skip
CHANGES = dict.fromkeys(
    (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    ),
    _TRACKED,
)  # fmt: skip

_COMMENT = (
    "comment", Text("ada komentar.", "there is a comment."),
    Text("Di Word: Review > Delete > Delete All Comments in Document.",
         "In Word: Review > Delete > Delete All Comments in Document."),
)  # fmt: skip
_OBJECT = ("embedded", Text("ada objek tertanam.", "there is an embedded object."), _REMOVE)
LIVING = {
    "commentReference": _COMMENT,
    "object": _OBJECT,
    "control": _OBJECT,
    "altChunk": ("embedded", Text("ada potongan berkas lain.", "there is a chunk of another file."), _REMOVE),
    "subDoc": ("embedded", Text("ada subdokumen.", "there is a subdocument."), _REMOVE),
}


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


class FieldWords(NamedTuple):
    """Names of Word fields that a template may not have, what they do, and the remedy."""

    names: frozenset[str]
    said: Text
    remedy: Text


_UNLINK = Text(
    "Klik bidang itu di Word, tekan Ctrl+Shift+F9 (menjadi teks) atau hapus.",
    "Click the field in Word and press Ctrl+Shift+F9 (makes it text), or remove it.",
)
ACTING_FIELDS = FieldWords(
    _names("DDE DDEAUTO INCLUDETEXT INCLUDEPICTURE INCLUDE LINK IMPORT DATABASE EMBED RD MACROBUTTON GOTOBUTTON"),
    Text("bidang {word} mengambil atau menjalankan sesuatu dari luar berkas.",
         "the field {word} fetches or starts something outside the file."),
    _UNLINK,
)  # fmt: skip
MERGE_FIELDS = FieldWords(
    _names("MERGEFIELD MERGEREC MERGESEQ FILLIN ASK NEXT NEXTIF SKIPIF ADDRESSBLOCK GREETINGLINE SET DOCVARIABLE"),
    Text("bidang {word} (Mail Merge) tidak diisi oleh Rangkap.", "the field {word} (mail merge) is not filled in."),
    Text("Hapus bidang itu dan ketik isian Rangkap, misalnya {{{{ hal }}}}.",
         "Remove the field and type a field of Rangkap, such as {{{{ hal }}}}."),
)  # fmt: skip
CHANGING_FIELDS = FieldWords(
    _names("DATE TIME SAVEDATE PRINTDATE CREATEDATE EDITTIME FILENAME USERNAME USERINITIALS USERADDRESS LASTSAVEDBY AUTHOR"),
    Text("bidang {word} berubah sendiri, sehingga surat tidak lagi sama dengan yang disetujui.",
         "the field {word} changes by itself, so that the letter would not stay what was approved."),
    Text("Hapus bidang itu; untuk tanggal surat pakai {{{{ tanggal_surat }}}}.",
         "Remove the field; for the date of the letter use {{{{ tanggal_surat }}}}."),
)  # fmt: skip
