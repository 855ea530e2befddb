"""What a page is called on which somebody was refused: the access log keeps the name of its address, a reader is told its words."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.kernel.errors import Text

_DRAFT, _LETTER = Text("konsep surat jawaban", "draft of the answer"), Text("surat", "letter")
_PRINT, _ACCOUNTS = Text("mencetak surat", "printing of letters"), Text("akun", "accounts")
_SIGNATORIES, _HOLIDAYS = Text("penandatangan", "signatories"), Text("hari libur", "holidays")
_TEMPLATES, _HEALTH = Text("templat surat", "templates"), Text("kesehatan", "health")
_ARRIVAL, _CASE = Text("surat masuk", "incoming letter"), Text("kasus", "case")
_CALL, _RECAP = Text("catatan telepon", "record of a call"), Text("rekapitulasi", "recap")
_REGISTER_PAGE = Text("lembar pengesahan register", "register page")
PAGES: Mapping[str, Text] = {
    "original": Text("berkas asli", "original file"),
    "upload": Text("surat baru", "new letter"), "upload-state": Text("surat baru", "new letter"),
    "phone": Text("telepon masuk", "telephone call"), "register": Text("pendaftaran", "registration"),
    "arrival": _ARRIVAL, "arrival-page": _ARRIVAL, "arrival-small": _ARRIVAL,
    "join": Text("menggabungkan surat", "joining of letters"), "split": Text("memisah surat", "splitting of a letter"),
    "strike": Text("mencoret surat", "striking of a letter"), "apart": Text("memisah surat", "splitting of a letter"),
    "together": Text("menggabungkan surat", "joining of letters"),
    "match": Text("mencocokkan pindaian", "matching of scans"),
    "case": _CASE, "case-page": Text("dokumen", "document"), "document": Text("dokumen", "document"),
    "vet": Text("verifikasi", "verification"), "assign": Text("penugasan", "assignment"),
    "chair-desk": Text("meja ketua", "desk of the chair"), "step": Text("langkah kasus", "step of a case"),
    "draft": _DRAFT, "draft-preview": _DRAFT, "draft-forget": _DRAFT, "draft-page": _DRAFT,
    "letter": _LETTER, "letter-page": _LETTER, "letter-word": _LETTER,
    "letter-signed": Text("surat yang sudah ditandatangani", "signed letter"),
    "print": _PRINT, "print-all": _PRINT,
    "call-record": _CALL, "call-record-page": _CALL,
    "audit": Text("jejak", "audit"), "audit-export": Text("jejak sebagai berkas", "audit as a file"),
    "moves": Text("tindakan lain", "other moves"), "move": Text("tindakan lain", "other moves"),
    "office-moves": Text("lainnya", "more"), "office-move": Text("lainnya", "more"),

    "health": _HEALTH, "health-check": Text("pemeriksaan arsip", "check of the archive"),
    "health-backup": Text("cadangan", "backup"),
    "health-retry": Text("membaca lagi", "reading again"), "confirm-clock": Text("jam komputer", "clock of the machine"),
    "users": _ACCOUNTS, "user": _ACCOUNTS,
    "books": Text("buku", "books"), "book": Text("buku", "books"), "book-export": Text("ekspor buku", "export of a book"),
    "register-pages": _REGISTER_PAGE, "register-page": _REGISTER_PAGE, "register-page-print": _REGISTER_PAGE,
    "register-page-picture": _REGISTER_PAGE,
    "recap": _RECAP, "recap-made": _RECAP,
    "settings-signatories": _SIGNATORIES, "settings-mandate": Text("mandat", "mandate"),
    "settings-holidays": _HOLIDAYS, "settings-holidays-change": _HOLIDAYS,
    "settings-row": Text("baris pengaturan", "row of the settings"),
    "settings-check": _TEMPLATES, "settings-template": _TEMPLATES, "settings-sample": _TEMPLATES,
    "settings-page": _TEMPLATES, "settings-download": _TEMPLATES,
}  # fmt: skip
"""By the name of an address; one that may be refused stands here (``tests/web/test_audit.py`` holds it)."""
_OTHER = Text("halaman lain", "another page")


def page_word(name: str) -> Text:
    """Return what the page of the address ``name`` is called."""
    return PAGES.get(name, _OTHER)
