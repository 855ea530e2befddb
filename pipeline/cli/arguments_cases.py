"""The arguments of the verbs by which a case is worked on: steps 1 to 14, letters, clocks, the copy for the victim, what is put in order."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

from pipeline.kernel.letter_kinds import LETTER_KINDS


def _case(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="nomor kasus, contoh 2026-0001")


def answers(sub: ArgumentParser) -> None:
    """Let the answers be given in a file."""
    sub.add_argument("--answers", metavar="FILE.json", help="jawaban untuk skrip dan uji")


def _answered(sub: ArgumentParser) -> None:
    _case(sub)
    answers(sub)


def act(sub: ArgumentParser) -> None:
    """Let an act be done to a case, with its answers typed or in a file."""
    _case(sub)
    sub.add_argument(
        "about",
        nargs="*",
        default=[],
        metavar="TENTANG",
        help="nomor lain, akun, atau pilihan yang dimaksud, bila ada",
    )
    answers(sub)


def _register(sub: ArgumentParser) -> None:
    sub.add_argument(
        "item", nargs="?", metavar="ITEM", help="nomor agenda atau id; boleh kosong bila hanya satu"
    )
    sub.add_argument(
        "--channel", choices=("phone",), help="telepon, tanpa pindaian; naskahnya tampil lebih dahulu"
    )
    sub.add_argument(
        "--case", metavar="KASUS", help="tambahkan surat atau telepon ini ke kasus yang sudah ada"
    )
    answers(sub)


def _call(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument("--to", required=True, metavar="DIR", help="cetak Catatan Telepon ke folder ini")


def _explain(sub: ArgumentParser) -> None:
    sub.add_argument("--to", metavar="DIR", help="cetak naskahnya ke folder ini, untuk di samping telepon")


def _safe_contact(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument("--to", metavar="DIR", help="cetak Lembar Hubungan ke folder ini")


def _crisis(sub: ArgumentParser) -> None:
    sub.add_argument("case", nargs="?", metavar="KASUS", help="nomor kasus; kosong: semua yang menunggu")
    sub.add_argument("--to", metavar="DIR", help="cetak Lembar Krisis kasus itu ke folder ini")


def _transcribe(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument("document", metavar="DOKUMEN", help="nama dokumen dalam kasus, contoh surat-masuk-1.pdf")


def letter(sub: ArgumentParser) -> None:
    """Let a letter be named where two letters of a case wait for the same step."""
    sub.add_argument(
        "--letter",
        default="",
        metavar="SURAT",
        help="surat yang dimaksud bila dua menunggu, contoh 2026-0001-2",
    )


def _draft(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument(
        "--kind",
        choices=tuple(LETTER_KINDS),
        help="surat jawaban (bawaan), atau surat yang menanyakan hal yang belum jelas (langkah 9)",
    )
    answers(sub)


def _review(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="nomor kasus")
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--approve", action="store_true", help="setujui")
    sub.add_argument(
        "--revision",
        type=int,
        metavar="N",
        help="dengan --approve atau --return: revisi yang dibaca, seperti tercetak di halaman KONSEP; tanpa terminal "
        "wajib untuk --approve bila ada lebih dari satu revisi",
    )
    choice.add_argument(
        "--return", dest="send_back", action="store_true", help="kembalikan; alasan ditanya atau dari stdin"
    )
    choice.add_argument("--show", metavar="DIR", help="tulis halaman seperti akan tercetak ke folder ini")
    choice.add_argument(
        "--take-edited",
        nargs="?",
        const="",
        metavar="SUNTINGAN",
        help="pakai suntingan sebagai revisi berikutnya",
    )
    choice.add_argument(
        "--leave-edited",
        nargs="?",
        const="",
        metavar="SUNTINGAN",
        help="tinggalkan suntingan; alasan ditanya atau dari stdin",
    )
    letter(sub)


def _edited(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    way = sub.add_mutually_exclusive_group()
    way.add_argument("file", nargs="?", metavar="DOCX", help="konsep yang sudah disunting")
    way.add_argument("--to", metavar="DIR", help="ambil konsep untuk disunting ke folder ini")
    letter(sub)


def _print(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="nomor kasus")
    sub.add_argument("--to", required=True, metavar="DIR", help="folder tujuan")
    what = sub.add_mutually_exclusive_group()
    what.add_argument("--draft", action="store_true", help="konsep yang menunggu ketua, bertanda KONSEP")
    what.add_argument("--again", action="store_true", help="cetak ulang; alasan ditanya atau dari stdin")
    letter(sub)


def _attest(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--confirm", action="store_true", help="tegaskan pernyataan petugas (ketua)")
    choice.add_argument("--refuse", action="store_true", help="tolak pernyataan itu; alasan ditanya (ketua)")
    letter(sub)


def _send(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument(
        "--to", required=True, metavar="DIR", help="cetak tanda terima dan amplopnya ke folder ini"
    )
    answers(sub)


def _report(sub: ArgumentParser) -> None:
    _case(sub)
    sub.add_argument("--to", metavar="DIR", help="cetak laporannya ke folder ini")


def _clock(sub: ArgumentParser) -> None:
    sub.add_argument(
        "action", nargs="?", choices=("list", "start", "answer"), default="list",
        help="lihat, mulai (akses KASUS, atau kebocoran), atau jawab",
    )  # fmt: skip
    sub.add_argument(
        "words",
        nargs="*",
        metavar="TENGGAT",
        help="start: akses 2026-0001 atau kebocoran; answer: polisi-2026-0001",
    )
    sub.add_argument("--all", action="store_true", help="juga yang sudah dijawab")
    answers(sub)


def _copy(sub: ArgumentParser) -> None:
    """No word that is to be blacked out is ever an argument: others on the machine could read it."""
    _case(sub)
    step = sub.add_mutually_exclusive_group()
    step.add_argument(
        "--document",
        action="append",
        default=[],
        metavar="NAMA",
        help="buat usulan dari dokumen ini; boleh diulang; namanya seperti ditampilkan tanpa pilihan",
    )
    step.add_argument(
        "--show", metavar="DIR", help="keluarkan halaman usulan dan PDF-nya ke folder ini, untuk dilihat"
    )
    step.add_argument(
        "--change",
        action="store_true",
        help="tambah atau lepas bagian yang dihitamkan; barisnya ditanya atau dari stdin",
    )
    step.add_argument(
        "--drop", action="store_true", help="buang usulan yang belum diteruskan; dokumennya sendiri tetap"
    )
    step.add_argument("--ready", action="store_true", help="teruskan kepada ketua")
    step.add_argument("--approve", action="store_true", help="setujui (ketua)")
    step.add_argument(
        "--return",
        dest="send_back",
        action="store_true",
        help="kembalikan; alasan ditanya atau dari stdin (ketua)",
    )
    step.add_argument(
        "--print", dest="print_to", metavar="DIR", help="cetak salinan yang disetujui dengan dua tanda terima"
    )
    step.add_argument(
        "--handed", action="store_true", help="catat bahwa salinan sudah diserahkan; isiannya ditanya"
    )
    step.add_argument(
        "--withdraw",
        action="store_true",
        help="tarik salinan yang disetujui tetapi tidak diambil; alasan ditanya atau dari stdin (ketua)",
    )
    step.add_argument(
        "--shredded", action="store_true", help="catat bahwa cetakan salinan yang ditarik sudah dimusnahkan"
    )
    sub.add_argument("--answers", metavar="FILE.json", help="isian --handed untuk skrip dan uji")


STRIKES = ("surat-lain", "pengaduan-layanan", "salah-pindai")


def _join(sub: ArgumentParser) -> None:
    sub.add_argument(
        "items", nargs="+", metavar="ITEM",
        help="nomor agenda menurut urutan halaman yang benar; A-2026-0007:1-2 untuk sebagian halaman",
    )  # fmt: skip


def _split(sub: ArgumentParser) -> None:
    sub.add_argument("item", metavar="ITEM", help="nomor agenda")
    sub.add_argument("ranges", nargs="+", metavar="HALAMAN", help="halaman tiap surat, contoh: 1-2 3")


def _strike(sub: ArgumentParser) -> None:
    sub.add_argument("item", metavar="ITEM", help="nomor agenda")
    sub.add_argument("kind", nargs="?", choices=STRIKES, help=f"salah satu dari: {', '.join(STRIKES)}")
    sub.add_argument("--undo", action="store_true", help="kembalikan surat yang dicoret; alasan ditanya")


def _divide(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS", help="kasus yang dibagi")
    sub.add_argument(
        "--document",
        action="append",
        default=[],
        metavar="NAMA",
        help="dokumen masuk untuk kasus baru; boleh berulang",
    )
    sub.add_argument(
        "--answers", metavar="FILE.json", help="isian kasus baru; alasannya dari masukan standar"
    )


CASES: Mapping[str, Callable[[ArgumentParser], None]] = {
    "register": _register,
    "call": _call,
    "explain": _explain,
    "safe-contact": _safe_contact,
    "crisis": _crisis,
    "transcribe": _transcribe,
    "draft": _draft,
    "review": _review,
    "edited": _edited,
    "print": _print,
    "attest": _attest,
    "send": _send,
    "report": _report,
    "clock": _clock,
    "join": _join,
    "split": _split,
    "strike": _strike,
    "divide": _divide,
    "copy": _copy,
}
