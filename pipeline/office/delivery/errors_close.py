"""What can go wrong when a case is closed, or opened again (step 14), as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Damage, Exit, RangkapError, Text


class CannotClose(RangkapError):
    """Something is missing for the outcome that was chosen; ``missing`` holds each line, ``lines_*`` all of them."""

    code = "office.cannot_close"
    said = Text(
        "Kasus {case} belum dapat ditutup sebagai “{outcome}”. Yang kurang:\n{lines_id}\nLengkapi, lalu ulangi: rangkap "
        "close {case}",
        "Case {case} cannot be closed as “{outcome}” yet. Missing:\n{lines_en}\nComplete it, then repeat: rangkap close "
        "{case}",
    )


class NoReport(RangkapError):
    """The handling report is made as PDF, and LibreOffice is not there."""

    code = "office.no_report"
    said = Text(
        "Laporan Penanganan Kasus tidak dapat dibuat: LibreOffice tidak ada, jadi kasus {case} tidak ditutup. Minta admin "
        "menjalankan: rangkap doctor",
        "The handling report cannot be made: LibreOffice is missing, so case {case} is not closed. Have the admin run: "
        "rangkap doctor",
    )
    status = Exit.FAILED


class ReportMissing(Damage):
    """The filed report of a closed case is not where the archive must have it; no other is put in its place."""

    code = "office.report_missing"
    said = Text(
        "Laporan Penanganan Kasus {case} yang diarsipkan tidak dapat dibaca, jadi tidak ada yang dikeluarkan. Mintalah "
        "arsiparis atau ketua memeriksa arsip (rangkap verify --case {case}), lalu admin memulihkannya dari cadangan.",
        "The filed handling report of case {case} cannot be read, so nothing was put out. Ask archivist or chair to "
        "check the archive (rangkap verify --case {case}), then the admin to restore it from the backup.",
    )


class MergedCase(RangkapError):
    """The handling of the case goes on in another one, so it is parted from that, not opened."""

    code = "office.merged_case"
    said = Text(
        "Kasus {case} digabung ke kasus {other} dan dilanjutkan di sana. Keliru digabung? Pisahkan lagi: rangkap merge "
        "{case} --undo",
        "Case {case} was merged into case {other} and goes on there. Merged by mistake? Part them: rangkap merge {case} "
        "--undo",
    )
