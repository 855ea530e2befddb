"""Words for the looks of the access log."""

from collections.abc import Mapping

from pipeline.kernel.text import Text

LOOKS: Mapping[str, Text] = {
    "add_call": Text("membuka telepon lanjutan", "open a further call"),
    "add_letter": Text("membuka surat lanjutan", "open a further letter"),
    "crisis print": Text("mencetak Lembar Krisis", "print the crisis sheet"),
    "divide": Text("membuka pemisahan kasus", "open the dividing of a case"),
    "edited": Text("membuka konsep surat sebagai berkas Word", "open the draft as a Word file"),
    "enquire blocked": Text("ditahan pada jawaban telepon", "be held back at an answer by telephone"),
    "enquire told": Text("menjawab pertanyaan lewat telepon", "answer a question by telephone"),
    "enquire wrong": Text("menolak pertanyaan lewat telepon karena kata sandi salah",
                          "refuse a question by telephone for a wrong password"),
    "form": Text("mencetak formulir", "print a form"),
    **dict.fromkeys(
        ("sender", "sender_decided"),
        Text("membuka keputusan tentang pengirim", "open the decision about a sender"),
    ),
    "heed": Text("membuka surat dengan kata bahaya", "open a letter with danger words"),
    "merge": Text("membuka penggabungan kasus", "open the merging of cases"),
    **dict.fromkeys(("move", "move_out"), Text("membuka pemindahan surat", "open the moving of a document")),
    "reveal": Text("membuka identitas", "reveal identities"),
    "sheet": Text("membuka lembar keputusan", "open a decision sheet"),
    "steps": Text("melihat langkah kasus", "look at the steps of a case"),
    "transcribe": Text("membuka salinan ketikan", "open a transcript"),
    "victims_copy": Text("membuka salinan untuk korban", "open the copy for the victim"),
    "victims_copy_change": Text("membuka pilihan salinan untuk korban",
                                "open what the copy for the victim shows"),
    "victims_copy print": Text("mencetak salinan untuk korban", "print the copy for the victim"),
    "call": Text("melihat catatan telepon", "look at a record of a call"),
    "call print": Text("mencetak catatan telepon", "print a record of a call"),
    "conflict": Text("melihat benturan kepentingan", "look at conflicts of interest"),
    **dict.fromkeys(("crisis", "crisis_take"), Text("membuka SOP krisis", "open the crisis procedure")),
    "deliver print": Text("mencetak tanda terima", "print a receipt"),
    "deliver_late": Text("membuka penyampaian yang terlambat", "open a late delivery"),
    "dispose list": Text("melihat daftar arsip usul musnah", "look at the disposal lists"),
    "dispose_print": Text("mencetak daftar arsip usul musnah", "print the disposal list"),
    "draft": Text("membuka konsep surat", "open the draft"),
    "erasure list": Text("melihat permintaan penghapusan", "look at requests for erasure"),
    "erasure letter": Text("melihat kalimat jawaban penghapusan",
                           "look at the words of an answer on erasure"),
    "export": Text("mengeluarkan buku", "take a book out"),
    "hand_over": Text("menyerahkan kasus atau tahun", "hand a case or a year over"),
    "hold list": Text("melihat pemusnahan yang ditangguhkan", "look at legal holds"),
    "inform print": Text("mencetak Lembar Hubungan", "print the contact slip"),
    "match": Text("melihat pindaian yang perlu dicocokkan", "look at scans to match"),
    "numbers": Text("melihat nomor surat", "look at letter numbers"),
    "print": Text("membuka pencetakan surat", "open the printing of a letter"),
    "recap": Text("melihat rekap", "look at the recap"),
    "report print": Text("mencetak laporan penanganan", "print the handling report"),
    "review": Text("membaca surat", "read a letter"),
    "signature": Text("melihat tanda tangan elektronik", "look at an electronic signature"),
    "templates": Text("melihat templat", "look at a template"),
    "verify --head": Text("memeriksa ujung rantai", "check the head of the chain"),
    "audit": Text("melihat jejak", "look at the audit"),
    "book": Text("melihat buku", "look at a book"),
    "clock": Text("melihat tenggat undang-undang", "look at the clocks of the law"),
    "close": Text("membuka penutupan", "open the closing"),
    "code": Text("mencari menurut kode", "look up a code"),
    "compare_people": Text("melihat kasus orang yang mungkin sama",
                           "look at a case of perhaps the same person"),
    "deliver": Text("membuka penyampaian", "open the delivery"),
    "dispatch": Text("melihat penyampaian", "look at the dispatch"),
    "find": Text("mencari menurut nomor", "look up a number"),
    "find words": Text("menemukan lewat isi surat", "find by words of a letter"),
    "find transcript": Text("menemukan lewat salinan ketikan", "find by words of a transcript"),
    "inform": Text("membuka jalur aman korban", "open the safe route to the victim"),
    "register": Text("membuka pendaftaran", "open the registration"),
    "report": Text("membuka laporan penanganan", "open the handling report"),
    "right_refused": Text("ditolak karena tidak berhak", "be refused for want of a right"),
    "show": Text("melihat kasus", "look at a case"),
    "study": Text("membuka kajian bahasa dan maksud", "open the study of language and intent"),
    "todo": Text("melihat yang menunggu", "look at what waits"),
    "user_sign_in": Text("masuk", "sign in"),
    "user_sign_in_failed": Text("gagal masuk", "fail to sign in"),
    "vet": Text("membuka verifikasi", "open the verification"),
    "view": Text("melihat dokumen", "look at a document"),
}  # fmt: skip
OTHER = Text("membuka halaman lain", "open another page")


def look_word(verb: str) -> Text:
    """The name of a look."""
    return LOOKS.get(verb) or LOOKS.get(verb.partition(" ")[0]) or OTHER


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
    "arrival-move": Text("surat masuk", "incoming letter"),
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
"""Pages that may be refused, by address name (held by ``tests/web/test_audit.py``)."""


def page_word(name: str) -> Text:
    """The name of the page at an address."""
    return PAGES.get(name, Text("halaman lain", "another page"))
