"""The declared acts as they are known below the office, and what the history stores of them in words.

Made by ``python -m tools.reference`` from the declarations (:data:`pipeline.office.acts.ACTS`); change those, not this file.
"""

from pipeline.kernel.text import Text

ACTS: dict[str, tuple[Text, str]] = {
    "decide-request": (Text("Keputusan atas permintaan keterangan", "Decide a request for information"), "A-2026-0007"),
    "answer-official-call": (Text("Polisi, pengacara, atau instansi lain menelepon", "Police, lawyer or another office on the telephone"), ""),
    "record-referral": (Text("Mencatat rujukan", "Record a referral"), "2026-0001"),
    "record-referral-answer": (Text("Mencatat jawaban rujukan", "Record the answer to a referral"), "2026-0001"),
    "revoke-referral": (Text("Mencabut rujukan", "Revoke a referral"), "2026-0001"),
    "plan-visit": (Text("Merencanakan layanan atau kunjungan", "Plan a service or visit"), "2026-0001"),
    "record-visit": (Text("Mencatat hasil layanan atau kunjungan", "Record what came of a service or visit"), "2026-0001"),
    "write-note": (Text("Menulis catatan", "Write a note"), "2026-0001"),
    "note-arrival": (Text("Menulis catatan pada surat masuk", "Write a note on a letter"), "A-2026-0007"),
    "declare-emergency": (Text("Meneruskan data dalam keadaan darurat tanpa persetujuan", "Share data in an emergency, without consent"), "2026-0001"),
    "withdraw-consent": (Text("Penarikan persetujuan", "Withdraw consent"), "2026-0001"),
    "record-attorney": (Text("Mencatat surat kuasa", "Record a power of attorney (surat kuasa)"), "2026-0001"),
    "record-chair-word": (Text("Keputusan ketua lewat telepon", "Decision of the chair by telephone"), "2026-0001"),
    "confirm-afterwards": (Text("Penegasan ketua sesudahnya", "Confirm what was done without your signature"), "2026-0001"),
    "ask": (Text("Surat permintaan klarifikasi", "Letter that asks for clarification"), "2026-0001"),
    "check-signature": (Text("Memeriksa lagi tanda tangan elektronik", "Check an electronic signature again"), "A-2026-0007"),
}  # fmt: skip
"""Acts without a row among the verbs: by command the title, and what the example is about."""
EVENTS: dict[str, Text] = {
    "request_decide": Text("keputusan atas permintaan keterangan", "decide a request for information"),
    "official_call": Text("polisi, pengacara, atau instansi lain menelepon", "police, lawyer or another office on the telephone"),
    "restrict_lift": Text("mencabut pembatasan akses", "lift the restriction of access"),
    "referral": Text("mencatat rujukan", "record a referral"),
    "referral_answer": Text("mencatat jawaban rujukan", "record the answer to a referral"),
    "referral_revoke": Text("mencabut rujukan", "revoke a referral"),
    "visit": Text("merencanakan layanan atau kunjungan", "plan a service or visit"),
    "visit_outcome": Text("mencatat hasil layanan atau kunjungan", "record what came of a service or visit"),
    "note": Text("menulis catatan", "write a note"),
    "note_arrival": Text("menulis catatan pada surat masuk", "write a note on a letter"),
    "emergency": Text("meneruskan data dalam keadaan darurat tanpa persetujuan", "share data in an emergency, without consent"),
    "consent_withdraw": Text("penarikan persetujuan", "withdraw consent"),
    "attorney": Text("mencatat surat kuasa", "record a power of attorney (surat kuasa)"),
    "chair_word": Text("keputusan ketua lewat telepon", "decision of the chair by telephone"),
    "chair_confirm": Text("penegasan ketua sesudahnya", "confirm what was done without your signature"),
    "put_aside": Text("menandai pindaian tidak dipakai", "put a scan aside"),
    "attest_confirm": Text("menegaskan pernyataan salinan ke-1", "confirm the statement about copy 1"),
    "attest_refuse": Text("menolak pernyataan salinan ke-1", "refuse the statement about copy 1"),
    "confirm_signature": Text("memastikan tanda tangan elektronik", "confirm an electronic signature"),
    "mandate": Text("mencatat mandat", "record a mandate"),
    "mandate_end": Text("mengakhiri mandat", "end a mandate"),
    "confirm_clock": Text("memastikan jam", "confirm the clock"),
    "holiday_remove": Text("menghapus hari libur", "remove a holiday"),
    "hold": Text("menangguhkan pemusnahan", "place a legal hold"),
    "victims_copy_approve": Text("menyetujui salinan untuk korban", "approve the copy for the victim"),
    "victims_copy_return": Text("mengembalikan salinan untuk korban", "return the copy for the victim"),
}  # fmt: skip
"""What an act stores, without a row among the words of the history: its title as it stands inside a sentence."""
