"""What a case waits for, in English: the rows of what waits are written in Indonesian, and stay so where they are kept.

Sentences are put together of parts; each part has its form here. A part that no form knows is said as it stands.
"""

from __future__ import annotations

import re

_FORMS = (
    (r"menunggu verifikasi dan penugasan", "waits to be verified and assigned"),
    (r"menunggu penugasan", "waits to be assigned"),
    (r"menunggu konsep yang diperbaiki", "waits for the draft to be mended"),
    (r"menunggu konsep dari (.+)", r"waits for the draft of \1"),
    (r"menunggu konsep", "waits for a draft"),
    (r"menunggu jawaban", "waits for an answer"),
    (r"menunggu persetujuan ketua", "waits for the chair's approval"),
    (r"menunggu nomor sekretariat", "waits for the secretariat's number"),
    (r"menunggu ketua menegaskan pernyataan salinan ke-1", "waits for the chair to confirm the statement about copy 1"),
    (r"pernyataan salinan ke-1 menunggu ketua", "the statement about copy 1 waits for the chair"),
    (r"menunggu ketua", "waits for the chair"),
    (r"konsep masih dapat diganti", "the draft can still be replaced"),
    (r"belum dicetak", "not printed yet"),
    (r"menunggu salinan ke-1 dan ke-2 yang bertanda tangan", "waits for signed copies 1 and 2"),
    (r"menunggu salinan ke-(\d) yang bertanda tangan", r"waits for signed copy \1"),
    (r"menunggu disampaikan", "waits to be delivered"),
    (r"keluar (\S+) \((.+)\), belum ada kabar", r"left \1 (\2), no news yet"),
    (r"(\d+) kali belum berhasil", r"failed \1 times"),
    (r"tanda terima (\S+) belum dipindai", r"receipt \1 is not scanned yet"),
    (r"selesai, belum dientri ke SIMFONI-PPA", "closed, not entered in SIMFONI-PPA yet"),
    (r"menunggu ditutup", "waits to be closed"),
    (r"menunggu jawaban surat lanjutan (.+)", r"waits for the answer to the further letter \1"),
    (r"lembar (.+) dicetak, pindai setelah ditandatangani", r"sheet \1 is printed, scan it once it is signed"),
    (r"ketua: pindahkan ke SOP krisis", "chair: move it to the crisis procedure"),
    (r"SOP krisis: risiko tinggi", "crisis procedure: high risk"),
    (r"SOP krisis: instruksi ketua", "crisis procedure: instruction of the chair"),
    (r"KRISIS \(risiko tinggi\): belum diambil siapa pun", "CRISIS (high risk): nobody has taken it over yet"),
    (
        r"KRISIS \(instruksi ketua\): belum diambil siapa pun",
        "CRISIS (instruction of the chair): nobody has taken it over yet",
    ),
    (r"surat sudah disampaikan", "the letter has been delivered"),
    (r"pindai tanda terimanya ke inbox", "scan its receipt into the inbox"),
    (r"tidak lagi memuat surat masuk", "holds no incoming letter any more"),
    (r"pindahkan yang benar ke sini", "move the right one here"),
    (
        r"tanyakan persetujuan korban: apa boleh diteruskan kepada siapa",
        "ask for the victim's consent: what may be passed on to whom",
    ),
)  # fmt: skip
_READ = tuple((re.compile(form), said) for form, said in _FORMS)


def english(said: str) -> str:
    """Return ``said``, the words of a row of what waits, in English."""
    return "; ".join(_part(one.strip()) for one in said.split(";")) if said else ""


def _part(said: str) -> str:
    for form, english_said in _READ:
        found = form.fullmatch(said)
        if found:
            return found.expand(english_said)
    return said
