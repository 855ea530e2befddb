"""The parser of ``rangkap``; imports nothing heavy, so that help is quick."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter

from pipeline import __version__
from pipeline.cli.arguments_cases import ACT, CASES
from pipeline.cli.arguments_office import OFFICE
from pipeline.cli.parser import Parser
from pipeline.kernel.text import Exit, Text
from pipeline.kernel.verbs import VERBS

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
    """The parser with its words in ``lang``."""
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
        sub.take(CASES.get(verb.name, ACT if verb.room == "act" else OFFICE.get(verb.name, ())))
    return top
