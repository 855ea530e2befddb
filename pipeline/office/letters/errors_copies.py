"""What can go wrong where signed copies come back, as sentences; and who may settle it."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.kernel.people import Role

ASIDERS = frozenset({Role.CLERK, Role.OFFICER})


class CopyInDoubt(RangkapError):
    """The scan does not show that this copy was signed; a person who has looked at the paper may confirm it."""

    code = "office.copy_in_doubt"
    said = Text(
        "Pindaian {item} belum diterima sebagai salinan bertanda tangan: {reason}. Bila Anda sudah melihat lembarnya "
        "dan memang bertanda tangan, ulangi dengan --signed; alasannya ditanya dan dicatat.",
        "Scan {item} was not taken as a signed copy: {reason}. If you have looked at the sheet and it is signed, "
        "repeat with --signed; the reason is asked and kept.",
    )


class CopyIsOut(RangkapError):
    """Copy 1 has left unscanned, so the letter is not taken back: its number stands on a paper outside."""

    code = "office.copy_is_out"
    said = Text(
        "Salinan ke-1 surat {letter} sudah keluar menurut pernyataan, jadi surat itu tidak dikembalikan atau dibatalkan: "
        "nomor {number} sudah terpakai. Tegaskan pernyataannya (rangkap attest {case} --confirm) dan pindai salinan "
        "ke-2. Bila isinya salah, sampaikan kepada ketua; surat pengganti belum dibuat oleh Rangkap. Bila salinan ke-1 "
        "ternyata masih di kantor, ketua menolak pernyataan itu: rangkap attest {case} --refuse",
        "Copy 1 of letter {letter} is out, as was stated, so the letter is neither returned nor voided: number {number} "
        "is used. Confirm the statement (rangkap attest {case} --confirm) and scan copy 2. If the letter is wrong, tell "
        "the chair; Rangkap does not make a replacing letter yet. If copy 1 turns out to be in the office, "
        "the chair refuses the statement: rangkap attest {case} --refuse",
    )


class UnnumberedIsOut(CopyIsOut):
    """So too where the number, which the secretariat gives, is not typed in yet."""

    code = "office.unnumbered_is_out"
    said = Text(
        "Salinan ke-1 surat {letter} sudah keluar menurut pernyataan, jadi surat itu tidak dikembalikan atau dibatalkan. "
        "Tegaskan pernyataannya (rangkap attest {case} --confirm), pindai salinan ke-2, lalu catat nomornya: "
        "rangkap number {letter}. Bila isinya salah, sampaikan kepada ketua; surat pengganti belum dibuat oleh Rangkap. "
        "Bila salinan ke-1 ternyata masih di kantor, ketua menolak pernyataan itu: rangkap attest {case} --refuse",
        "Copy 1 of letter {letter} is out, as was stated, so the letter is neither returned nor voided. Confirm the "
        "statement (rangkap attest {case} --confirm), scan copy 2, then enter the number: rangkap number {letter}. If "
        "the letter is wrong, tell the chair; Rangkap does not make a replacing letter yet. If copy 1 turns out to be in the "
        "office, the chair refuses the statement: rangkap attest {case} --refuse",
    )


class CopyIncomplete(RangkapError):
    """A page of the copy is not in the scan; nobody can confirm it away."""

    code = "office.copy_incomplete"
    said = Text(
        "Pindaian {item} tidak lengkap: {reason}. Pindai lagi seluruh salinan itu.",
        "Scan {item} is not whole: {reason}. Scan the whole copy again.",
    )


class MatchWhat(RangkapError):
    """The verb needs a code, or says what is to be done with the scan."""

    code = "office.match_what"
    said = Text(
        'Ketik juga kode di kaki halaman, contoh: rangkap match {item} "2026-0001-1 K7QX-4M2T-VA". Bila pindaian itu '
        "tidak dipakai: rangkap match {item} --aside",
        'Type the code at the foot of the page too, for example: rangkap match {item} "2026-0001-1 K7QX-4M2T-VA". If '
        "the scan is of no use: rangkap match {item} --aside",
    )
    status = Exit.USAGE
