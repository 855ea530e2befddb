"""What can go wrong when a document that lies in the wrong case is moved."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NotInCase(RangkapError):
    """The case holds no document of that name."""

    code = "office.not_in_case"
    said = Text(
        "Kasus {case} tidak memuat dokumen “{given}”. Yang dapat dipindahkan: {known}. Nama dokumen tertulis pada: "
        "rangkap show {case}",
        "Case {case} holds no document “{given}”. What can be moved: {known}. The names stand on: rangkap show {case}",
    )
    status = Exit.NOT_FOUND


class OwnPaper(RangkapError):
    """A paper that the case itself has made is not moved."""

    code = "office.own_paper"
    said = Text(
        "{document} dibuat dalam kasus {case} dan memuat nomor kasus itu (surat, salinan, lembar keputusan), jadi tidak "
        "dipindahkan. Hanya surat masuk, catatan telepon dan pindaian lama yang dipindahkan. Surat jawaban yang isinya "
        "salah dibatalkan ketua dengan: rangkap void NOMOR-SURAT",
        "{document} was made in case {case} and bears its number (a letter, a copy, a decision sheet), so it is not moved. "
        "Only incoming letters, records of calls and old scans are. An answer with wrong content is voided by the chair: "
        "rangkap void LETTER",
    )


class GoesAlong(RangkapError):
    """The report on a signature goes with the document that bears it."""

    code = "office.goes_along"
    said = Text(
        "{document} adalah laporan tanda tangan elektronik atau berkas asal, dan ikut dengan dokumennya. Pindahkan dokumennya: "
        "rangkap move {case} {main} --into {into}",
        "{document} is the report on an electronic signature, or a file as it came in, and goes with its document. Move that: "
        "rangkap move {case} {main} --into {into}",
    )


class SameCase(RangkapError):
    """A document is moved into the case that holds it."""

    code = "office.same_case"
    said = Text(
        "{document} memang sudah ada dalam kasus {case}. Sebutkan kasus yang benar sesudah --into.",
        "{document} is in case {case} already. Name the right case after --into.",
    )
    status = Exit.USAGE


class IntoVoid(RangkapError):
    """A voided registration takes in nothing."""

    code = "office.into_void"
    said = Text(
        "Pendaftaran kasus {case} sudah dibatalkan, jadi tidak menerima dokumen. Sebutkan kasus yang masih berlaku; cari "
        "dengan: rangkap find NOMOR",
        "The registration of case {case} was voided, so it takes in no document. Name a case that counts; look with: "
        "rangkap find NUMBER",
    )


class HeldAlready(RangkapError):
    """The right case holds the same bytes already."""

    code = "office.held_already"
    said = Text(
        "Kasus {into} sudah memuat isi yang sama sebagai {held}; tidak ada yang dipindahkan. Bandingkan dengan: "
        "rangkap show {into}",
        "Case {into} holds the same content already, as {held}; nothing was moved. Compare with: rangkap show {into}",
    )


class NotToVoid(RangkapError):
    """``--void`` is for a registration of which nothing is left and which nobody has worked on."""

    code = "office.not_to_void"
    said = Text(
        "Pendaftaran kasus {case} tidak dapat dibatalkan bersama pemindahan ini: masih ada {left} dokumen masuk, atau "
        "kasusnya sudah dikerjakan (keadaannya: {state}). Pindahkan tanpa --void: rangkap move {case} {document} "
        "--into {into}",
        "The registration of case {case} cannot be voided with this move: {left} incoming documents are left, or it was "
        "worked on already (it is: {state}). Move without --void: rangkap move {case} {document} --into {into}",
    )


class NotFiledYet(RangkapError):
    """A document leaves the wrong case only when it is in the right one."""

    code = "office.not_filed_yet"
    said = Text(
        "Dokumen baru dikeluarkan dari kasus {case} setelah tersimpan dalam kasus yang benar; itu belum selesai. "
        "Jangan diulang: pengarsipan dilanjutkan sendiri setelah penyebabnya dibetulkan.",
        "The document leaves case {case} only once it is filed in the right case; that is not done yet. "
        "Do not repeat it: filing goes on by itself once its cause is mended.",
    )
