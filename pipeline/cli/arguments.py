"""The arguments of each verb; built without importing anything heavy, so that help is quick."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable

from pipeline import __version__
from pipeline.cli.arguments_cases import CASES, act, answers, letter
from pipeline.cli.arguments_office import OFFICE
from pipeline.cli.parser import Parser
from pipeline.kernel.text import Exit, Text
from pipeline.kernel.verbs import VERBS

FORMS = (
    "pendaftaran", "tanda-terima", "klarifikasi", "identifikasi", "disposisi", "verifikasi", "amplop", "label", "laporan",
    "simfoni", "pengesahan",
)  # fmt: skip

_WHAT = Text(
    "Rangkap: pengaduan tidak langsung menjadi surat jawaban rangkap dua yang terarsip.",
    "Rangkap: an indirect complaint becomes an answer in duplicate, signed and archived.",
)
_VERB = Text("PERINTAH", "VERB")
_VERSION = Text("tampilkan versi program ini", "show the version of this program")
_STATUSES = Text("Status keluar: {names}.", "Exit statuses: {names}.")
_ENDS = {
    Exit.OK: Text("berhasil", "ok"),
    Exit.FAILED: Text("gagal", "failed"),
    Exit.USAGE: Text("salah tulis", "usage"),
    Exit.REFUSED: Text("ditolak", "refused"),
    Exit.NOT_FOUND: Text("tidak ada", "not_found"),
    Exit.NO_RIGHT: Text("tidak berhak", "no_right"),
    Exit.STALE: Text("sudah berubah", "stale"),
    Exit.DAMAGED: Text("rusak", "damaged"),
    Exit.INCOMPLETE: Text("belum lengkap", "incomplete"),
}


def parser(lang: str) -> ArgumentParser:
    """Return the parser of ``rangkap`` with its words in ``lang``."""
    top = Parser(
        lang=lang,
        prog="rangkap",
        description=_WHAT.fill(lang),
        epilog=_STATUSES.fill(lang, names=", ".join(f"{one.value} {_ENDS[one].fill(lang)}" for one in Exit)),
    )
    top.add_argument("--version", action="version", version=__version__, help=_VERSION.fill(lang))
    top.add_argument("--lang", choices=("id", "en"), default=lang, help="bahasa / language")
    verbs = top.add_subparsers(dest="verb", metavar=_VERB.fill(lang), required=True)
    for verb in VERBS:
        sentence = verb.help.fill(lang)
        sub = verbs.add_parser(
            verb.name,
            help=sentence,
            description=sentence,
            lang=lang,
            example=verb.example,
            formatter_class=RawDescriptionHelpFormatter,
        )
        if verb.name not in ("init", "start", "worker", "web", "read", "doctor", "restore"):
            sub.add_argument("--as", dest="account", metavar="AKUN", help="bertindak sebagai akun ini")
        sub.add_argument("--json", action="store_true", help="hasil sebagai JSON")
        (act if verb.room == "act" else _MORE.get(verb.name, _nothing))(sub)
    return top


def _nothing(_sub: ArgumentParser) -> None:
    """A verb without arguments of its own."""


def _init(sub: ArgumentParser) -> None:
    sub.add_argument("dir", metavar="DIR", help="folder rumah kantor")
    sub.add_argument(
        "--trial",
        action="store_true",
        help="rumah percobaan: satu orang mencoba semua akun, jam boleh digeser",
    )


def _watch(sub: ArgumentParser) -> None:
    sub.add_argument("--once", action="store_true", help="berhenti bila inbox sudah kosong")


def _read(sub: ArgumentParser) -> None:
    sub.add_argument("files", nargs="+", metavar="FILE")


def _form(sub: ArgumentParser) -> None:
    sub.add_argument("kind", metavar="JENIS", choices=FORMS, help=f"jenis: {', '.join(FORMS)}")
    sub.add_argument(
        "number", nargs="?", metavar="NOMOR", help="nomor kasus; untuk pengesahan bulan, contoh 2026-11"
    )
    sub.add_argument("--to", required=True, metavar="DIR", help="folder tujuan")
    sub.add_argument("--blank", action="store_true", help="formulir kosong, untuk diisi dengan tangan")
    letter(sub)


def _match(sub: ArgumentParser) -> None:
    sub.add_argument(
        "item", nargs="?", metavar="ITEM", help="nomor agenda atau id; kosong: tampilkan yang menunggu"
    )
    sub.add_argument("text", nargs="?", metavar="KODE", help="baris di kaki halaman: nomor surat dan kode")
    done = sub.add_mutually_exclusive_group()
    done.add_argument(
        "--signed", action="store_true", help="lembarnya memang bertanda tangan; alasan ditanya dan dicatat"
    )
    done.add_argument(
        "--aside", action="store_true", help="sisihkan pindaian ini; alasan ditanya dan dicatat"
    )


def _void(sub: ArgumentParser) -> None:
    sub.add_argument("letter", metavar="SURAT", help="nomor surat, contoh 2026-0001-1")


def _number(sub: ArgumentParser) -> None:
    sub.add_argument("letter", metavar="SURAT", help="nomor surat kasus atau nomor kasus, contoh 2026-0001-1")
    answers(sub)


def _numbers(sub: ArgumentParser) -> None:
    sub.add_argument("year", nargs="?", type=int, metavar="TAHUN", help="tahun; tanpa itu semua tahun")


def _verify(sub: ArgumentParser) -> None:
    part = sub.add_mutually_exclusive_group()
    part.add_argument("--case", metavar="KASUS", help="hanya isi kasus ini")
    part.add_argument(
        "--head", metavar="SIDIK", help="sidik 16 kelompok dari lembar pengesahan: periksa rantai sampai situ"
    )


def _find(sub: ArgumentParser) -> None:
    choice = sub.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "number", nargs="?", metavar="NOMOR", help="nomor kasus, register, agenda, surat, atau surat masuk"
    )
    choice.add_argument(
        "--people",
        action="store_true",
        help="cari orang; namanya ditanya atau dari masukan standar, bukan di perintah",
    )


def _show(sub: ArgumentParser) -> None:
    sub.add_argument("case", metavar="KASUS")
    sub.add_argument("--reveal", action="store_true", help="tampilkan identitas; alasan ditanya dan dicatat")


def _templates(sub: ArgumentParser) -> None:
    sub.add_argument(
        "what",
        choices=("check", "fields"),
        help="check: periksa; fields: daftar isian dengan contohnya",
    )
    sub.add_argument(
        "name",
        nargs="?",
        metavar="NAMA",
        help="nama templat tanpa .docx; boleh kosong: semuanya",
    )
    sub.add_argument(
        "--to", metavar="DIR", help="check: tulis contoh terisi (DOCX dan gambar halaman) ke folder ini"
    )


def _mandate(sub: ArgumentParser) -> None:
    sub.add_argument("--absent", metavar="AKUN", help="akun penandatangan yang berhalangan")
    sub.add_argument("--deputy", metavar="AKUN", help="akun wakilnya pada daftar penandatangan")
    sub.add_argument("--from", dest="since", metavar="TANGGAL", help="hari pertama")
    sub.add_argument("--until", metavar="TANGGAL", help="hari terakhir, ikut dihitung")
    sub.add_argument("--letter", metavar="NOMOR", help="nomor surat tugas")
    sub.add_argument("--dated", metavar="TANGGAL", help="tanggal surat tugas")
    sub.add_argument(
        "--end", metavar="MANDAT", help="akhiri mandat ini lebih awal; alasan ditanya atau dari stdin"
    )


def _code(sub: ArgumentParser) -> None:
    sub.add_argument("text", metavar="KODE")


def _sheet(sub: ArgumentParser) -> None:
    sub.add_argument("kind", choices=("verifikasi", "disposisi", "persetujuan"), help="lembar yang dicetak")
    sub.add_argument("case", metavar="KASUS")
    sub.add_argument("--to", required=True, metavar="DIR", help="folder tujuan")
    letter(sub)


def _decide(sub: ArgumentParser) -> None:
    sub.add_argument("item", metavar="LEMBAR", help="nomor lembar, contoh D-2026-0001-1")
    answers(sub)


def _signature(sub: ArgumentParser) -> None:
    sub.add_argument(
        "item", metavar="ITEM", help="nomor agenda atau id surat masuk, atau nomor surat 2026-0001-1"
    )
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument(
        "--again", action="store_true", help="periksa lagi, misalnya setelah penerbitnya dipercaya"
    )
    choice.add_argument(
        "--confirm", action="store_true", help="ketua: terima sebagai salinan; alasan ditanya"
    )


_MORE: dict[str, Callable[[ArgumentParser], None]] = {
    "init": _init,
    "watch": _watch,
    "read": _read,
    "form": _form,
    "match": _match,
    "void": _void,
    "number": _number,
    "numbers": _numbers,
    "sheet": _sheet,
    "decide": _decide,
    "signature": _signature,
    "find": _find,
    "show": _show,
    "verify": _verify,
    "mandate": _mandate,
    "code": _code,
    "templates": _templates,
    **CASES,
    **OFFICE,
}
