"""Words of a case, its verification and assignment."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "case.title": Text("Kasus {case}", "Case {case}"),
    "case.register": Text("Register {number}", "Register {number}"),
    "case.agenda": Text("Agenda", "Agenda"),
    "case.number": Text("Surat jawaban", "Answer letter"),
    "original.title": Text("Berkas asli", "The original file"),
    "original.do": Text("Unduh berkas asli", "Download the original"),
    "original.hint": Text(
        "Berkas keluar persis seperti yang diarsipkan, dengan nama orang di dalamnya. Keperluan dan akun Anda dicatat di jejak. Simpan dan "
        "hapus berkas unduhan sesuai aturan kantor.",
        "The file goes out just as it was filed, with the names of people in it. The purpose and your account are written into the audit. "
        "Keep and delete the download by the rules of the office.",
    ),
    "original.no_pages": Text(
        "Dokumen ini tidak mempunyai halaman yang dapat ditampilkan.",
        "This document has no pages that can be shown.",
    ),
    "case.papers": Text("Dokumen", "Documents"),
    "case.look": Text("Lihat {name}", "Look at {name}"),
    "vet.title": Text("Verifikasi (langkah 6)", "Verification (step 6)"),
    "vet.by": Text("Didaftarkan oleh {by}", "Registered by {by}"),
    "vet.risk": Text("risiko {risk}", "risk {risk}"),
    "vet.inside": Text("kejadian di dalam wilayah kantor", "the event was within the office's area"),
    "vet.outside": Text("kejadian di luar wilayah kantor", "the event was outside the office's area"),
    "vet.nowhere": Text("tempat kejadian belum diketahui", "the place of the event is not known"),
    "vet.sum": Text(
        "{missing} isian belum ada, {required} di antaranya wajib.",
        "{missing} answers are missing, {required} of them required.",
    ),
    "vet.compare": Text(
        "Bandingkan suratnya dengan yang didaftarkan.",
        "Compare the letter with what was registered.",
    ),
    "vet.paper": Text("Surat atau catatan yang diterima", "Letter or record as received"),
    "vet.page": Text("Halaman {page}", "Page {page}"),
    "vet.no_pages": Text(
        "Halamannya tidak dapat ditampilkan. Minta lembar aslinya kepada petugas penerima.",
        "Its pages cannot be shown. Ask the receiving clerk for the paper.",
    ),
    "vet.no_paper": Text("Tidak ada surat pada kasus ini.", "The case has no letter."),
    "vet.entered": Text("Yang didaftarkan", "What was registered"),
    "vet.checked": Text("Kelengkapan", "Completeness"),
    "vet.decision": Text("Keputusan", "Decision"),
    "vet.help": Text(
        "Verifikasi tidak dapat dicabut. Ada yang tidak sesuai dengan surat? Kembalikan dengan alasan.",
        "A verification cannot be taken back. Does something differ from the letter? Return it with a reason.",
    ),
    "vet.done": Text(
        "Laporan kasus {case} terverifikasi. Berikutnya: ketua menentukan petugas.",
        "The report of case {case} is verified. Next: the chair names its officer.",
    ),
    "vet.returned": Text(
        "Laporan kasus {case} dikembalikan dengan alasan itu. Sesudah diperbaiki, laporan diverifikasi lagi.",
        "The report of case {case} is returned with that reason. Once mended, it is verified again.",
    ),
    "vet.reason": Text("Alasan, bila dikembalikan", "Reason, if it is returned"),
    "vet.accept": Text("Terverifikasi", "Verified"),
    "vet.return": Text("Kembalikan", "Return"),
    "assign.title": Text("Penugasan (langkah 7)", "Assignment (step 7)"),
    "assign.do": Text("Tugaskan", "Assign"),
    "assign.before": Text("sekarang ditangani {before}", "now handled by {before}"),
    "assign.officer": Text("Petugas identifikasi", "Identification officer"),
    "assign.order": Text(
        "Yang paling sedikit kasus berjalannya ada di atas; dengan jumlah sama, yang lebih banyak menangani jenis kekerasan ini.",
        "Whoever has the fewest cases under way comes first; of equal ones who handles more of this kind of violence.",
    ),
    "assign.reason": Text("Alasan mengganti petugas", "Reason for replacing the officer"),
    "assign.instruction": Text("Instruksi (boleh kosong)", "Instruction (may be empty)"),
}
