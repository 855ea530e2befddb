"""Refusals of the acts of delivery."""

from __future__ import annotations

from pipeline.kernel.text import Exit, Next, Row

OFFICE_DELIVERY: dict[str, Row] = {
    "office.cannot_close": Row(
        "Kasus {case} belum dapat ditutup sebagai “{outcome}”. Lengkapi dahulu yang kurang, lalu ulangi:\n{lines_id}",
        "Case {case} cannot be closed as “{outcome}” yet. Complete what is missing, then repeat:\n{lines_en}",
        next=(Next("close-case", "{case}"),),
    ),
    "office.merged_case": Row(
        "Kasus {case} digabung ke kasus {other} dan dilanjutkan di sana. Pisahkan lagi bila digabung karena keliru.",
        "Case {case} was merged into case {other} and goes on there. Part them if they were merged by mistake.",
        next=(Next("unmerge-case", "{case}"),),
    ),
    "office.no_report": Row(
        "Laporan Penanganan Kasus tidak dapat dibuat karena LibreOffice tidak ada, jadi kasus {case} tidak "
        "ditutup. Minta admin memeriksa server.",
        "The handling report cannot be made because LibreOffice is missing, so case {case} is not closed. "
        "Have the admin check the server.",
        Exit.FAILED,
        next=(Next("doctor"),),
    ),
    "office.report_missing": Row(
        "Laporan Penanganan Kasus {case} yang diarsipkan tidak dapat dibaca, jadi tidak ada yang dikeluarkan. "
        "Mintalah arsiparis atau ketua memeriksa arsip, lalu admin memulihkannya dari cadangan.",
        "The filed handling report of case {case} cannot be read, so nothing was put out. Ask archivist or "
        "chair to check the archive, then the admin to restore it from the backup.",
        Exit.DAMAGED,
        next=(Next("verify", "{case}"),),
    ),
}
