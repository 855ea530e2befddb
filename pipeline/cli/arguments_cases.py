"""The arguments of the verbs by which a case is worked on."""

from collections.abc import Mapping

from pipeline.cli.parser import Arguments, arg, either, flag
from pipeline.kernel.letter_kinds import LETTER_KINDS

FORMS = (
    "pendaftaran", "tanda-terima", "klarifikasi", "identifikasi", "disposisi", "verifikasi", "amplop", "label", "laporan",
    "simfoni", "pengesahan",
)  # fmt: skip
CASE = arg("case", "KASUS", "nomor kasus, contoh 2026-0001")
ANSWERS = arg("--answers", "FILE.json", "jawaban untuk skrip dan uji")
LETTER = arg("--letter", "SURAT", "surat yang dimaksud bila dua menunggu, contoh 2026-0001-2", default="")
ACT = (arg("case", "NOMOR", "nomor kasus, contoh 2026-0001; bagi surat masuk nomor agendanya"), ANSWERS)
"""Those of a declared act."""
_ABOUT = arg(
    "about", "TENTANG", "nomor lain, akun, atau pilihan yang dimaksud, bila ada", nargs="*", default=[]
)
_NAMES = (
    "add-letter", "transcribe-document", "move-document", "divide-case", "join-arrivals", "split-arrival", "match-scan", "accept-scan", "strike-arrival", "merge-case", "decide-sender",
    "approve-letter", "return-letter", "take-edited", "leave-edited", "attest-copy", "confirm-statement", "refuse-statement",
    "void-letter", "enter-number", "assign-officer", "refuse-erasure", "propose-copy", "record-conflict", "declare-conflict",
    "lift-conflict",
)  # fmt: skip
"""The acts that may name a second thing; behind any other a further word is refused, not passed over."""

CASES: Mapping[str, Arguments] = {
    **dict.fromkeys(_NAMES, (*ACT, _ABOUT)),
    **dict.fromkeys(("record-mandate", "confirm-clock", "add-holidays"), (ANSWERS,)),
    "propose-disposal": (arg("case", "TAHUN", "hanya kasus tahun ini", nargs="?", default=""), ANSWERS),
    "register": (
        arg("item", "ITEM", "nomor agenda atau id; boleh kosong bila hanya satu", nargs="?"),
        arg("--channel", said="telepon, tanpa pindaian; naskahnya tampil lebih dahulu", choices=("phone",)),
        ANSWERS,
    ),
    "call": (CASE, arg("--to", "DIR", "cetak Catatan Telepon ke folder ini", required=True)),
    "explain": (arg("--to", "DIR", "cetak naskahnya ke folder ini, untuk di samping telepon"),),
    "safe-contact": (CASE, arg("--to", "DIR", "cetak Lembar Hubungan ke folder ini")),
    "crisis": (
        arg("case", "KASUS", "nomor kasus; kosong: semua yang menunggu", nargs="?"),
        arg("--to", "DIR", "cetak Lembar Krisis kasus itu ke folder ini"),
    ),
    "draft": (
        CASE,
        arg(
            "--kind",
            said="surat jawaban (bawaan), atau surat yang menanyakan hal yang belum jelas (langkah 9)",
            choices=tuple(LETTER_KINDS),
        ),
        ANSWERS,
    ),
    "review": (
        CASE,
        arg("--show", "DIR", "tulis halaman seperti akan tercetak ke folder ini"),
        LETTER,
    ),
    "edited": (
        CASE,
        either(
            arg("file", "DOCX", "konsep yang sudah disunting", nargs="?"),
            arg("--to", "DIR", "ambil konsep untuk disunting ke folder ini"),
        ),
        LETTER,
    ),
    "print": (
        CASE,
        arg("--to", "DIR", "folder tujuan", required=True),
        either(
            flag("--draft", "konsep yang menunggu ketua, bertanda KONSEP"),
            flag("--again", "cetak ulang; alasan ditanya atau dari stdin"),
        ),
        LETTER,
    ),
    "send": (
        CASE,
        arg("--to", "DIR", "cetak tanda terima dan amplopnya ke folder ini", required=True),
        ANSWERS,
    ),
    "report": (CASE, arg("--to", "DIR", "cetak laporannya ke folder ini")),
    "clock": (flag("--all", "juga yang sudah dijawab"),),
    "start-clock": (
        arg("case", "KASUS", "kasus yang datanya diminta; kosong: kebocoran data", nargs="?", default=""),
        ANSWERS,
    ),
    "copy": (
        CASE,
        either(
            arg("--show", "DIR", "keluarkan halaman usulan dan PDF-nya ke folder ini, untuk dilihat"),
            arg("--print", "DIR", "cetak salinan yang disetujui dengan dua tanda terima", dest="print_to"),
        ),
    ),
    "change-copy": (
        CASE,
        ANSWERS,
    ),  # no word to be blacked out is an argument: others on the machine could read it
    "form": (
        arg("kind", "JENIS", f"jenis: {', '.join(FORMS)}", choices=FORMS),
        arg("number", "NOMOR", "nomor kasus; untuk pengesahan bulan, contoh 2026-11", nargs="?"),
        arg("--to", "DIR", "folder tujuan", required=True),
        flag("--blank", "formulir kosong, untuk diisi dengan tangan"),
        LETTER,
    ),
    "sheet": (
        arg("kind", said="lembar yang dicetak", choices=("verifikasi", "disposisi", "persetujuan")),
        CASE,
        arg("--to", "DIR", "folder tujuan", required=True),
        LETTER,
    ),
    "signature": (
        arg("item", "ITEM", "nomor agenda atau id surat masuk, atau nomor surat 2026-0001-1"),
        flag("--again", "periksa lagi, misalnya setelah penerbitnya dipercaya"),
    ),
    "find": (
        either(
            arg("number", "NOMOR", "nomor kasus, register, agenda, surat, atau surat masuk", nargs="?"),
            flag("--people", "cari orang; namanya ditanya atau dari masukan standar, bukan di perintah"),
            required=True,
        ),
    ),
    "show": (CASE, flag("--reveal", "tampilkan identitas; alasan ditanya dan dicatat")),
    "code": (arg("text", "KODE"),),
}
