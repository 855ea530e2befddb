"""Children are masked wherever anything is shown or printed: victim, reported and witness, with parents, school and village.

The case of the canary office goes through the procedure; then every verb that shows or prints something is called, and what
comes out is read: words, files, their names and their properties (UU 11/2012 art. 19; UU 27/2022). Books and recaps are read there.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.cli.arguments import parser
from pipeline.records import cases
from tests.canary.crawl import words_in
from tests.canary.masked import LAID_IN, WORDS, drafted, registered, word
from tests.office import printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau

Run = Callable[..., tuple[int, str, str]]
_PLACES = ("sender", "sender_address", "sender_place")
_PERSONS = {"victim_address", "place_detail", "call_sender", "other_victims", "other_reported", "witnesses"}
WHERE = {word(name).casefold(): name for name in _PLACES}
PEOPLE = {text.casefold(): name for text, name in WORDS.items() if name in _PERSONS or name.endswith("_name")}
NAMED = {
    "form pendaftaran": "the form that is filled from the letter: the office's own record of the names",
    "call": "the record of a call stands in place of the scan",
    "edited": "the draft to be edited in Word is the letter itself, which the letter rules keep free of names",
    "hand-over": "the whole archive of a case, to the archive of the region, under minutes",
    "dispose": "lists of numbers of cases whose time is over",
    "print-copy": "read page by page in tests/office/test_victims_copy_leaks.py",
    "templates": "samples", "recovery-sheet": "a passphrase", "upgrade": "a backup", "explain": "the script",
    "cert": "the office's certificate", "metrics": "counts and moments",
}  # fmt: skip
"""What puts something out and is not read here, and why."""
TO_SCHOOL = ("form amplop", "form label", "print", "send")
"""What goes to the sender itself bears its address."""


def told(run: Run, bureau: Bureau, account: str, folder: Path, *words: str) -> str:
    """Return everything that a verb says and puts out."""
    target = folder / "-".join((*words, account)).replace("/", "_")[:80]
    target.mkdir()
    status, out, err = run(
        bureau, account, *(argument.replace("{to}", str(target)) for argument in words), given="laporan\n"
    )
    assert status == 0, (words, err)
    files = "\n".join(
        f"{path.name} {words_in(path.read_bytes())}" for path in sorted(target.rglob("*")) if path.is_file()
    )
    return f"{out}\n{err}\n{files}".casefold()


def shown(number: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every look at a case: its name, the account, the words."""
    for account in (CLERK, OFFICER, CHAIR, ARCHIVIST):
        for words in (("todo",), ("show", number), ("find", number), ("numbers",)):
            yield words[0], account, words
            yield words[0], account, (*words, "--json")
    yield "sheet", CHAIR, ("print-sheet", number, "verifikasi", "--to", "{to}")
    yield "sheet", CHAIR, ("print-sheet", number, "disposisi", "--to", "{to}")
    yield "safe-contact", CLERK, ("safe-contact", number)
    yield "safe-contact", CLERK, ("safe-contact", number, "--to", "{to}")
    yield "form klarifikasi", OFFICER, ("form", "klarifikasi", number, "--to", "{to}")
    for kind in ("tanda-terima", "identifikasi", "laporan", "simfoni"):
        yield f"form {kind}", OFFICER, ("form", kind, number, "--to", "{to}")


def test_no_look_and_no_print_of_an_open_case_names_a_child(bureau: Bureau, run: Run, tmp_path: Path) -> None:
    case = registered(bureau)
    held = str(cases.get(case).to_json()).casefold()
    assert {name for text, name in (PEOPLE | WHERE).items() if text not in held} <= LAID_IN
    leaks, masked = [], set()
    for name, account, words in shown(case):
        output = told(run, bureau, account, tmp_path, *words)
        secret = PEOPLE if name in ("form tanda-terima", "form klarifikasi") else PEOPLE | WHERE
        leaks += [(name, account, secret[text]) for text in secret if text in output]
        masked |= {name} if "z.z." in output else set()
    assert leaks == []
    assert {"show", "form identifikasi"} <= masked, "what was read holds the initials"


def test_nothing_of_an_answered_case_names_a_child(bureau: Bureau, run: Run, tmp_path: Path) -> None:
    case, leaks = registered(bureau), list[tuple[str, str]]()
    assert drafted(bureau, case)

    def read(name: str, account: str, *words: str) -> None:
        output = told(run, bureau, account, tmp_path, *words)
        secret = PEOPLE if name in TO_SCHOOL or name == "review" else PEOPLE | WHERE
        leaks.extend((name, secret[text]) for text in secret if text in output)

    read("review", CHAIR, "review", case, "--show", "{to}")
    read("sheet", CHAIR, "print-sheet", case, "persetujuan", "--to", "{to}")
    bureau.approve(case)
    read("form amplop", CLERK, "form", "amplop", case, "--to", "{to}")
    read("form label", CLERK, "form", "label", case, "--to", "{to}")
    for pdf in bureau.signed(case):
        bureau.receive(pdf)
    for path in printouts.sent(bureau.session(), case, tmp_path, {"way": "pos"}):
        leaks += [("send", PEOPLE[text]) for text in PEOPLE if text in words_in(path.read_bytes()).casefold()]
    read("report", OFFICER, "report", case, "--to", "{to}")
    read("show", CLERK, "show", case)
    book = ("export", "agenda-keluar", "--format", "csv", "--purpose", "laporan", "--to", "{to}")
    read("export", ARCHIVIST, *book)
    read("page", CHAIR, "form", "pengesahan", "2026-11", "--to", "{to}")
    assert leaks == []


def test_every_verb_that_puts_something_out_is_read_here_or_named_with_its_reason() -> None:
    verbs: Any = next(action for action in parser("id")._actions if action.dest == "verb").choices
    assert verbs
    printing = {
        name for name, sub in verbs.items() if any("--to" in action.option_strings for action in sub._actions)
    }
    read = {
        "form",
        "safe-contact",
        "print-sheet",
        "export",
        "recap",
        "print",
        "send",
        "report",
        "page",
        "crisis",
    }
    assert printing - read - set(NAMED) == set()
