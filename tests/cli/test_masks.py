"""Children are masked wherever anything is shown or printed: victim, reported and witness, with parents, school and village.

A case full of names that stand nowhere else goes through the procedure; then every verb that shows or prints something is
called, and what comes out is read: words, files, their names and their properties (UU 11/2012 art. 19; UU 27/2022).
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from demo.answers import drafting, registration
from pipeline.cli.arguments import parser
from pipeline.office.cases import add_call, register, study
from pipeline.office.delivery import deliver_print
from pipeline.records import arrivals, boot, cases
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, SCHOOL, Bureau, one_page

Run = Callable[..., tuple[int, str, str]]
CHILDREN = {
    "victim_name": "Zebrania Kucingwati", "victim_age": 12, "victim_sex": "P", "victim_name_is_full": "ya",
    "other_victims": ["Okapina Rusalim, 9, P"], "reported_name": "Walangsang Brotojoyo", "reported_age": 15,
    "other_reported": ["Tapirus Manggalaya, 16, L"], "witnesses": ["Musangita Prabawani, 11, P"],
    "guardian_name": "Garanganto Sulastomo", "victim_address": "Dusun Kalimosodo RT 7", "place_detail": "Desa Wonocupu",
}  # fmt: skip
PLACES = {
    "sender": "SMP Negeri 77 Kelapadua",
    "sender_address": "Jalan Trembesiraya No. 0",
    "sender_place": "Kelapadua",
}
PEOPLE = (
    "zebrania", "kucingwati", "okapina", "rusalim", "walangsang", "brotojoyo", "tapirus", "manggalaya", "musangita",
    "prabawani", "garanganto", "sulastomo", "kalimosodo", "wonocupu",
)  # fmt: skip
WHERE = ("kelapadua", "trembesiraya")
NAMED = {
    "form pendaftaran": "the form that is filled from the letter: the office's own record of the names (product.md, Requirements)",
    "call": "the record of a call stands in place of the scan",
    "edited": "the draft to be edited in Word is the letter itself, which the letter rules keep free of names",
    "hand-over": "the whole archive of a case, to the archive of the region, under minutes",
    "dispose": "lists of numbers of cases whose time is over",
    "templates": "samples", "recovery-sheet": "a passphrase", "upgrade": "a backup", "explain": "the script",
    "cert": "the office's certificate", "metrics": "counts and moments",
}  # fmt: skip
"""What puts something out and is not read here, and why."""
TO_SCHOOL = ("form amplop", "form label", "print", "deliver")
"""What goes to the sender itself bears its address."""


@pytest.fixture
def case(bureau: Bureau) -> str:
    """A case that waits: a letter, a call, regional words."""
    given = registration(SCHOOL) | CHILDREN | PLACES
    given |= {
        "summary": "Zebrania Kucingwati dirundung Walangsang, dilihat Musangita",
        register.NOT_A_DUPLICATE: True,
    }
    number = register.register_arrival(bureau.desk(), bureau.arrive(one_page("topeng")), given).number
    add_call.add(bureau.desk(), number, {
        "received_day": "24-11-2026", "phone_started": "07.40", "summary": "Garanganto Sulastomo menanyakan Zebrania",
        "services_explained": "ya", "advice": "tertulis", "caller_answer": "Sulastomo akan menulis", "sender": "Garanganto Sulastomo",
    })  # fmt: skip
    study.study(bureau.desk(OFFICER), number, {
        "dialect_words": "Zebrania kada wani", "dialect_language": "Banjar", "dialect_meaning": "Zebrania tidak berani",
    })  # fmt: skip
    return number


def drafted(bureau: Bureau, number: str) -> str:
    addressee = {
        "addressee": "Kepala SMP Negeri 77 Kelapadua",
        "addressee_place": "Kelapadua",
        "addressee_attention": "",
    }
    return bureau.draft(number, SCHOOL, **(drafting(SCHOOL) | addressee)).id


def words_in(path: Path) -> str:
    """Return what a file says, with its name and its properties."""
    data = path.read_bytes()
    if data[:4] == b"%PDF":
        reader = PdfReader(io.BytesIO(data))
        return f"{path.name} {reader.metadata} " + "\n".join(page.extract_text() for page in reader.pages)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return path.name + " ".join(
                package.read(one).decode("utf-8", "replace") for one in package.namelist()
            )
    return path.name + data.decode("utf-8", "replace")


def told(run: Run, bureau: Bureau, account: str, folder: Path, *words: str) -> str:
    """Return everything that a verb says and puts out."""
    target = folder / "-".join((*words, account)).replace("/", "_")[:80]
    target.mkdir()
    status, out, err = run(
        bureau, account, *(one.replace("{to}", str(target)) for one in words), given="laporan\n"
    )
    assert status == 0, (words, err)
    files = "\n".join(words_in(one) for one in sorted(target.rglob("*")) if one.is_file())
    return f"{out}\n{err}\n{files}".casefold()


def shown(number: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every look at a case: its name, the account, the words."""
    for account in (CLERK, OFFICER, CHAIR, ARCHIVIST):
        for words in (("todo",), ("show", number), ("find", number), ("numbers",)):
            yield words[0], account, words
            yield words[0], account, (*words, "--json")
    yield "sheet", CHAIR, ("sheet", "verifikasi", number, "--to", "{to}")
    yield "sheet", CHAIR, ("sheet", "disposisi", number, "--to", "{to}")
    yield "inform", CLERK, ("inform", number, "--look")
    yield "inform", CLERK, ("inform", number, "--to", "{to}")
    yield "form klarifikasi", OFFICER, ("form", "klarifikasi", number, "--to", "{to}")
    for kind in ("tanda-terima", "identifikasi", "laporan", "simfoni"):
        yield f"form {kind}", OFFICER, ("form", kind, number, "--to", "{to}")
    for book in ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi"):
        for how in ("csv", "xlsx", "pdf"):
            yield (
                "export",
                ARCHIVIST,
                ("export", book, "--format", how, "--purpose", "laporan", "--to", "{to}"),
            )
    yield "recap", ARCHIVIST, ("recap", "--month", "2026-11", "--pdf", "--to", "{to}")
    yield "recap", CHAIR, ("recap", "--month", "2026-11", "--json")


def test_no_look_and_no_print_of_an_open_case_names_a_child(
    bureau: Bureau, case: str, run: Run, tmp_path: Path
) -> None:
    leaks, masked = [], set()
    for name, account, words in shown(case):
        said = told(run, bureau, account, tmp_path, *words)
        secret = PEOPLE if name in ("form tanda-terima", "form klarifikasi") else (*PEOPLE, *WHERE)
        leaks += [(name, account, one) for one in secret if one in said]
        masked |= {name} if "z.k." in said else set()
    assert leaks == []
    assert {"show", "form identifikasi", "export"} <= masked, "what was read holds the initials"


def test_nothing_of_an_answered_case_names_a_child(
    bureau: Bureau, case: str, run: Run, tmp_path: Path
) -> None:
    letter = drafted(bureau, case)
    leaks: list[tuple[str, str]] = []

    def read(name: str, account: str, *words: str) -> None:
        said = told(run, bureau, account, tmp_path, *words)
        secret = PEOPLE if name in TO_SCHOOL or name == "review" else (*PEOPLE, *WHERE)
        leaks.extend((name, one) for one in secret if one in said)

    read("review", CHAIR, "review", case, "--show", "{to}")
    read("sheet", CHAIR, "sheet", "persetujuan", case, "--to", "{to}")
    bureau.approve(case)
    read("form amplop", CLERK, "form", "amplop", case, "--to", "{to}")
    read("form label", CLERK, "form", "label", case, "--to", "{to}")
    for pdf in bureau.signed(case):
        bureau.receive(pdf)
    made = deliver_print.put_out(bureau.desk(), case, tmp_path, {"way": "pos"})[1]
    leaks += [("deliver", one) for path in made for one in PEOPLE if one in words_in(path).casefold()]
    read("report", OFFICER, "report", case, "--to", "{to}")
    read("show", CLERK, "show", case)
    read(
        "export",
        ARCHIVIST,
        "export",
        "agenda-keluar",
        "--format",
        "csv",
        "--purpose",
        "laporan",
        "--to",
        "{to}",
    )
    read("page", CHAIR, "form", "pengesahan", "2026-11", "--to", "{to}")
    assert leaks == []
    assert letter


def test_names_of_files_and_paths_in_the_archive_bear_numbers_alone(bureau: Bureau, case: str) -> None:
    paths = " ".join(str(one.relative_to(bureau.home)) for one in bureau.home.rglob("*")).casefold()
    assert [one for one in (*PEOPLE, *WHERE) if one in paths] == []


def test_whatever_is_read_is_masked_only_where_it_must_be(bureau: Bureau, case: str) -> None:
    """The names are there: the test would be blind otherwise."""
    held: dict[str, Any] = json.loads(json.dumps(cases.get(case).to_json()))
    assert all(one in str(held).casefold() for one in (*PEOPLE, *WHERE))
    assert arrivals.listed()
    boot.close()


def test_every_verb_that_puts_something_out_is_read_here_or_named_with_its_reason() -> None:
    verbs: Any = next(one for one in parser("id")._actions if one.dest == "verb").choices
    assert verbs
    printing = {
        name for name, sub in verbs.items() if any("--to" in one.option_strings for one in sub._actions)
    }
    read = {"form", "inform", "sheet", "export", "recap", "print", "deliver", "report", "page", "crisis"}
    assert printing - read - set(NAMED) == set()
