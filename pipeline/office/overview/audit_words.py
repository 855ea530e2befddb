"""What the access log calls each look, in the office's words; acts of the history have theirs in :mod:`pipeline.office.base.acts`."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.kernel.errors import Text

LOOKS: Mapping[str, Text] = {
    "audit": Text("melihat jejak", "look at the audit"),
    "book": Text("melihat buku", "look at a book"),
    "clock": Text("melihat tenggat undang-undang", "look at the clocks of the law"),
    "close": Text("membuka penutupan", "open the closing"),
    "code": Text("mencari menurut kode", "look up a code"),
    "compare_people": Text(
        "melihat kasus orang yang mungkin sama", "look at a case of perhaps the same person"
    ),
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
}
