"""Words of the papers of our own that came back as scans: what they are called, and what comes next with each."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "paper.scan": Text("pindaian yang masuk {day} pukul {hour}", "scan that came in on {day} at {hour}"),
    "paper.likely": Text(
        "Pada kaki halamannya terbaca surat kantor sendiri, {letter}. Cocokkan dahulu; daftarkan hanya bila ini memang surat dari "
        "luar.",
        "At its foot stands a letter of our own, {letter}. Match it first; register it only if it is indeed a letter from "
        "outside.",
    ),
    "paper.type_in": Text("Ketik keputusannya", "Type in the decision"),
    "paper.read_draft": Text("Baca konsepnya", "Read the draft"),
    "arrival.source_part": Text("bagian tanpa nomor agenda", "part without an agenda number"),
    "paper.waits": Text("menunggu dicatat", "waits to be recorded"),
    "paper.then": Text("Berikutnya:", "Next:"),
    "paper.unread": Text(
        "Kode di kaki halaman tidak terbaca, jadi sistem tidak tahu lembar mana ini.",
        "The code at the foot of the page could not be read, so it is not known which paper this is.",
    ),
    "paper.unread.do": Text(
        "Lihat kertasnya, lalu pilih lembarnya di samping atau ketik kodenya.",
        "Look at the paper, then choose which one it is, or type its code.",
    ),
    "paper.read": Text("Kodenya terbaca: {paper}.", "Its code was read: {paper}."),
    "paper.read.do": Text(
        "Bila lembar ini berlaku, pilih lembarnya, tulis apa yang Anda lihat pada “Alasan”, lalu tekan “Ya, ini lembarnya”. Bila "
        "tidak, sisihkan dengan alasannya.",
        "If this paper counts, choose it, write what you see under “Reason”, and press “Yes, this is the paper”. If not, put it "
        "aside and say why.",
    ),
}  # fmt: skip
