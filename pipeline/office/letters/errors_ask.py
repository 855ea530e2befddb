"""What can go wrong with a request for clarification, and where a case has two letters on their way, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text
from pipeline.office.base.errors import NoRoute


class SeveralLetters(RangkapError):
    """Two letters of the case wait for the same step; one must be named."""

    code = "office.several_letters"
    said = Text(
        "Kasus {case} mempunyai lebih dari satu surat yang menunggu langkah ini: {letters_id}. Sebutkan yang dimaksud, "
        "contoh: --letter {first}",
        "Case {case} has more than one letter that waits for this step: {letters_en}. Name the one you mean, for "
        "example: --letter {first}",
    )
    status = Exit.USAGE


class RequestWaits(RangkapError):
    """The last request was approved and not signed yet; the same would be asked twice."""

    code = "office.request_waits"
    said = Text(
        "Permintaan klarifikasi {letter} sudah disetujui dan menunggu tanda tangan. Cetak dengan: rangkap print {case} "
        "--letter {letter} --to FOLDER; bila harus diubah, ketua mengembalikannya: rangkap review {case} --letter "
        "{letter} --return",
        "Clarification request {letter} is approved and waits for its signature. Print it with: rangkap print {case} "
        "--letter {letter} --to FOLDER; if it must be changed, the chair returns it: rangkap review {case} --letter "
        "{letter} --return",
    )


class CallNotWritten(NoRoute):
    """A caller without a safe postal route gets no letter, so no question by letter either."""

    code = "office.call_not_written"
    said = Text(
        "Pengaduan kasus {case} masuk lewat telepon dan tidak ada alamat surat yang aman, jadi tidak ada surat yang "
        "dikirim. Tanyakan melalui kontak aman, lalu catat jawabannya: rangkap clarify {case}",
        "The complaint of case {case} came by telephone and there is no safe postal address, so no letter is sent. Ask "
        "by the safe contact, then record the answer: rangkap clarify {case}",
    )
