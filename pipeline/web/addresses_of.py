"""Where a command of the terminal is a page: one table for everything that names a next step.

The office says what comes next as a command ("rangkap vet 2026-0001"; rows of what waits, the moves of a case, a
refusal). On a page it is a link: ``page_of(row["next"])`` for a row, ``page_of("vet", "2026-0001")`` for a verb of a case,
and in a template ``{% led said %}`` for a sentence that names commands. Where there is no page, the answer is "" and nothing
is linked; a page that comes later is found by the name of its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from pipeline.cases.states import BY_VERB
from pipeline.kernel.commands import command_of
from pipeline.kernel.ids import case_of_letter, is_case, is_disposal, is_sheet
from pipeline.kernel.text import Next, Text
from pipeline.kernel.verbs import COMMAND
from pipeline.web.moves.table import MOVES
from pipeline.web.steps import STEPS

_OF_CASE = {
    "show": "case",
    "vet": "vet",
    "assign": "assign",
    "review": "letter",
    "print": "print",
    "draft": "draft",
    "call": "call-record",
}
"""Verbs whose page belongs to a case: the name of its address, which takes the case's number."""
_OF_ITEM = {"register": "register", "match": "match", "strike": "strike"}
"""Verbs whose page belongs to a document that came in: the address takes its number."""
_ALONE = {
    "match": "home", "page": "register-pages", "phone": "phone", "find": "search", "doctor": "health", "users": "users",
    "export": "books", "mandate": "settings-signatories", "recap": "recap", "watch": "home", "todo": "home",
    "upload": "upload",
}  # fmt: skip
"""Verbs whose page stands by itself."""
_ABOUT = ("A-", "D-", "M-")
"""How the numbers of papers begin that a move is about: arrivals, sheets, lists of what may be destroyed."""
_LETTERED = {"review", "print"}
_OPTIONS: dict[str, Sequence[tuple[str, str]]] = {
    "merge": (("--undo", "part"),),
    "hold": (("--lift", "release"),),
    "conflict": (("--lift", "unblock"),),
    "password": (("--withdraw", "withdraw-password"),),
    "attest": (("--confirm", "confirm-statement"), ("--refuse", "refuse-statement")),
    "inform": (("--to", "print-contact"),),
    "crisis": (("--declare", "declare-crisis"), ("--to", "print-crisis")),
    "deliver": (("--to", "send"), ("--late", "deliver-late")),
    "register": (("--case", "add-letter"),),
    "draft": (("--kind", "ask"),),
    "copy": (
        ("--document", "copy"), ("--show", "copy-look"), ("--change", "copy-look"), ("--ready", "copy-ready"),
        ("--approve", "copy-approve"), ("--return", "copy-return"), ("--print", "copy-print"), ("--handed", "copy-hand"),
        ("--withdraw", "copy-withdraw"), ("--shredded", "copy-shredded"), ("--drop", "copy-drop"),
    ),
}  # fmt: skip
"""The move that a verb stands for with an option, where it is another than the verb alone."""
_WORDS = {
    "erasure grant": "grant-erasure", "erasure refuse": "refuse-erasure", "erasure lift": "lift-restriction",
    "dispose approve": "dispose-approve", "dispose print": "dispose-print", "dispose destroy": "dispose-destroy",
    "dispose withdraw": "dispose-withdraw", "dispose propose": "dispose", "dispose list": "dispose",
    "erasure letter": "erasure-letter", "erasure record": "erasure", "erasure list": "", "hold list": "",
}  # fmt: skip
"""Verbs, with their first word, whose move has another name; empty: none does it."""
_SECOND = "|".join(sorted({one.split()[1] for one in _WORDS}))
_COMMAND = re.compile(
    rf"{COMMAND}(?: (?:--?[a-z-]+|[A-Z]?-?\d[\w:.-]*|(?:{_SECOND})(?![\w-])|[A-Z]{{3,}}(?:-[A-Z]+)*))*"
)
_CASE, _LETTER, _LIST = "case", "letter", "list"
_PLACES = {"KASUS": _CASE, "CASE": _CASE, "SURAT": _LETTER, "NOMOR-SURAT": _LETTER, "LETTER": _LETTER}
"""What stands in a sentence for a number that the reader puts there."""
_GRAVE = {"void-letter": _LETTER, "dispose-destroy": _LIST}
"""Of what kind the first argument of the command for a grave move is, where it is no case."""
_QUOTED = re.compile(r"“([a-z_]+)”")
_OPEN, _TITLES = Text("buka halamannya", "open its page"), {
    "show": Text("lihat kasus {case}", "see case {case}"), "vet": Text("verifikasi", "verify"),
    "assign": Text("menunjuk petugas", "name the officer"), "review": Text("membaca konsep", "read the draft"),
    "print": Text("mencetak kedua salinan", "print both copies"), "draft": Text("membuat konsep", "draft"),
    "register": Text("mendaftarkan", "register"), "match": Text("mencocokkan pindaian", "match the scan"),
    "find": Text("mencari", "search"), "todo": Text("halaman Menunggu", "the page Waiting"), "users": Text("akun", "accounts"),
    "mandate": Text("penandatangan", "signatories"), "templates": Text("templat surat", "letter templates"),
    "doctor": Text("halaman Kesehatan", "the page Health"), "phone": Text("mencatat telepon masuk", "record an incoming call"),
    "page": Text("lembar pengesahan", "register pages"), "upload": Text("surat baru", "new letters"), "export": Text("buku", "books"), "recap": Text("rekap", "recap"),
    "clock": Text("tenggat", "clocks"), "confirm-clock": Text("memastikan jam", "confirm the clock"),
    "strike": Text("mencoret surat masuk", "strike an arrival"), "watch": Text("halaman Menunggu", "the page Waiting"),
}  # fmt: skip


_OPENED_BY = {
    "print-again": "print", "take-edited": "review", "leave-edited": "review", "register-call": "phone",
    "propose-disposal": "dispose", "unlock": "users", "verify": "doctor", "backup": "doctor", "edited": "review",
    "return": "review", "match-signed": "match", "match-aside": "match", "watch-once": "watch",
    "give-edited": "upload", "end-mandate": "mandate", "approve-revision": "review", "recap-province": "recap", "strike-misscan": "strike", "block": "conflict",
}  # fmt: skip
"""Acts that are done on the page of another."""
_ALONE_FOR_STEPS = _ALONE | {
    "confirm-clock": "confirm-clock", "clock": "home", "templates": "settings-templates", "strike": "home",
}  # fmt: skip
_PUT_IN = re.compile(r"[A-Z]{3,}(?:-[A-Z]+)*")
"""What stands for a number that the reader puts there: no page is about it."""


def way_to(step: Next, lang: str = "id") -> tuple[str, str]:
    """Return the words and the address of the page on which ``step`` is done; without an address, what is typed at the server."""
    name = _OPENED_BY.get(step.act, step.act)
    if _PUT_IN.fullmatch(step.subject):
        return _way_alone(name, lang) or (command_of(step), "")
    step = step._replace(about="") if _PUT_IN.fullmatch(step.about) else step
    letter = step.about if _letter_in(step.about) else ""
    if name in MOVES:
        is_of_case = MOVES[name].is_of_case
        about = step.about if is_of_case else step.subject
        to = _reverse("move", step.subject, name) if is_of_case else _reverse("office-move", name)
        return _small(
            MOVES[name].title.fill(lang)
        ), f"{to}?{urlencode({'tentang': about})}" if to and about else to
    if name in STEPS:
        return _small(STEPS[name].title.fill(lang)), _reverse("step", step.subject, name)
    words = _TITLES.get(name, _OPEN).fill(lang, case=step.subject)
    if name in _OF_CASE and step.subject:
        to = _reverse(_OF_CASE[name], step.subject)
        if name in _LETTERED and letter:
            return f"{words} {letter}", f"{to}?{urlencode({'surat': letter})}"
        return words, to
    if name in _OF_ITEM and step.subject:
        return words, _reverse(_OF_ITEM[name], step.subject)
    return _way_alone(name, lang) or (command_of(step), "")


def _way_alone(name: str, lang: str) -> tuple[str, str] | None:
    """Return words and address of a page that is about no case and no paper, or None."""
    return (
        (_TITLES.get(name, _OPEN).fill(lang, case=""), _reverse(_ALONE_FOR_STEPS[name]))
        if name in _ALONE_FOR_STEPS
        else None
    )


def page_of(command: str, case: str = "") -> str:
    """Return the address of the page that does what ``command`` says, or "" where no page does.

    ``command`` is a whole command ("rangkap draft 2026-0001"), several of them parted by semicolons (the first that has
    a page counts), or a verb with its options alone ("review --return") beside the number of its ``case``.
    """
    return next((found for one in command.split(";") if (found := _page(one.split(), case))), "")


def title_of(command: str, lang: str = "id") -> str:
    """Return the words under which the page of ``command`` is linked in a sentence."""
    words = _words(command.split())
    number = next((one for one in map(_case, words) if one), "")
    name = _move(words) if words else ""
    if name in MOVES:
        return _small(MOVES[name].title.fill(lang))
    if words and words[0] in STEPS:
        return _small(STEPS[words[0]].title.fill(lang))
    return _TITLES.get(words[0] if words else "", _OPEN).fill(lang, case=number)


def parts(said: str, case: str = "", lang: str = "id") -> Iterator[tuple[str, str]]:
    """Yield a sentence in its parts: words with "", and each command that has a page with its address.

    A move that is named by its verb (“void”) is named by what it does.
    """
    said, at = _QUOTED.sub(lambda one: f"“{_label(one[1], lang)}”", said), 0
    for found in _COMMAND.finditer(said):
        command = found[0].rstrip(".-:")
        address = page_of(command, case)
        if address:
            yield said[at : found.start()], ""
            yield command, address
            at = found.start() + len(command)
    yield said[at:], ""


def at_server(words: str) -> Iterator[tuple[str, bool]]:
    """Yield words without a page in their parts, each with whether it is a command, which is typed at the server alone."""
    at = 0
    for found in _COMMAND.finditer(words):
        command = found[0].rstrip(".-:")
        yield words[at : found.start()], False
        yield command, True
        at = found.start() + len(command)
    yield words[at:], False


def _label(verb: str, lang: str) -> str:
    return BY_VERB[verb].label.fill(lang) if verb in BY_VERB else verb


def _page(words: Sequence[str], case: str) -> str:
    is_verb, words = words[:1] != ["rangkap"], _words(words)
    if not words:
        return ""
    verb, items = words[0], [one for one in words[1:] if not one.startswith("-")]
    number = next((one for one in map(_case, items) if one), case)
    ways: Sequence[Callable[[], str]] = (
        lambda: _of_move(words, items, number, is_verb=is_verb),
        lambda: _of_case(verb, items, number) if verb in _OF_CASE and number else "",
        lambda: _reverse("step", number, verb) if verb in STEPS and number else "",
        lambda: _reverse(_OF_ITEM[verb], items[0]) if verb in _OF_ITEM and items else "",
        lambda: _reverse(_ALONE[verb]) if verb in _ALONE else "",
    )
    return next((found for each in ways if (found := each())), "")


def _words(words: Sequence[str]) -> list[str]:
    return list(words[1:] if words[:1] == ["rangkap"] else words)


def _move(words: Sequence[str]) -> str:
    """Return the name of the move that a command stands for, or the verb itself."""
    verb = words[0]
    for option, name in _OPTIONS.get(verb, ()):
        if option in words:
            return name
    if verb == "void" and any(_kind(one) == _LETTER for one in words[1:]):
        return "void-letter"
    return _WORDS.get(" ".join(words[:2]), _WORDS.get(verb, verb))


def _of_move(words: Sequence[str], items: Sequence[str], number: str, *, is_verb: bool) -> str:
    """Return the page of a move; a grave one is linked by its own command with its own kind of argument alone."""
    name = _move(words)
    if name not in MOVES or (name == words[0] and name in STEPS):
        return ""
    kind = next(filter(None, map(_kind, items)), _CASE if is_verb and not items else "")
    if MOVES[name].is_grave and kind != _GRAVE.get(name, _CASE):
        return ""
    about = next((one for one in items if _letter_in(one) or one[:2] in _ABOUT), "")
    if not MOVES[name].is_of_case:
        found = _reverse("office-move", name)
    else:
        found = _reverse("move", number, name) if number else ""
    return f"{found}?{urlencode({'tentang': about})}" if found and about else found


def _of_case(verb: str, items: Sequence[str], number: str) -> str:
    found = _reverse(_OF_CASE[verb], number)
    letter = next((one for one in items if _letter_in(one)), "")
    is_told = found and verb in _LETTERED and letter
    return f"{found}?{urlencode({'surat': letter})}" if is_told else found


def _kind(word: str) -> str:
    """Return of which kind the thing is that a word of a command names, or ""."""
    if is_case(word):
        return _CASE
    if _letter_in(word):
        return _LETTER
    return _LIST if is_disposal(word) else _PLACES.get(word, "")


def _letter_in(word: str) -> bool:
    return bool(case_of_letter(word))


def _case(word: str) -> str:
    """Return the case that a word names, by its number or by that of a letter or sheet, or ""."""
    if is_sheet(word):
        return word.removeprefix("D-").rpartition("-")[0]
    return word if is_case(word) else case_of_letter(word) or ""


def _small(words: str) -> str:
    """Return words as they stand within a sentence; a name in capitals stays."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _reverse(name: str, *args: str) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
