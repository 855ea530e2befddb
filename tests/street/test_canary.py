"""Names found nowhere else go through the whole procedure; afterwards they stand only where they belong.

Looked at: what verbs say, logs, paths, arguments of every program, files made outside the home, what documents tell
about themselves, rows and files that leave the office or prove it.
"""

import json
import os
import signal
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from demo import signer
from tests.street import canary
from tests.street import further_answers as say
from tests.street.canary import Watched, metadata_of, words_in
from tests.street.further_letters import scanned
from tests.street.test_further_cases import verified
from tests.street.walk import ARCHIVIST, CHAIR, CLERK, OFFICER

MAY_SAY = {"review", "show", "todo"}
"""Verbs whose answer is looked at apart, or may hold names: the words of a letter, what is revealed for a reason."""
MAY_HOLD = {
    "arrivalrow": {"reading", "name", "struck", "danger"},
    "repeatrow": {"name"},
    "caserow": {"value"},
    "personrow": {"plain", "words"},
    "textrow": {"plain", "stems"},
    "textindex": {"stems"},
    "textindex_data": {"block"},
    "letterrow": {"context", "contact", "reason"},
    "sheetrow": {"decision"},
    "pagereadrow": {"reading"},
    "historyrow": {"detail"},
}
"""Columns of the database that hold what was read or typed (the index of words: decision 0008); of the history only a reason, in free text."""
BOOKS = ("register", "agenda-masuk", "agenda-keluar", "ekspedisi", "disposisi")
NEVER_NAMED = ("register.jsonl", "SHA512SUMS", "inventory.json", "inventory.json.sha512")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """The office after everything was done in it, its doors closed."""
    made = Watched(tmp_path_factory.mktemp("kantor") / "rumah")
    made.do("init", "--trial", str(made.home))
    made.open_doors()
    try:
        _walk(made)
        _put_out(made)
    finally:
        _stop(made)
    return made


def _stop(office: Watched) -> None:
    for door in office._doors:
        os.killpg(door.pid, signal.SIGTERM)
    office.close_doors()


def _walk(office: Watched) -> None:
    """From the paper to the closed case, with everything that people do on the way."""
    (office.inbox / "surat salah.pdf").write_bytes(scanned("Surat Qanariwati yang salah", 31))
    item = office.laid_in(scanned(canary.LETTER, 21), "Surat Qanariwati Pelaporqa.pdf")
    office.wait_for(
        "both are there", lambda: len(office.call("todo", account=CLERK)["arrivals"]) == 2 or None
    )
    (other,) = [
        row["agenda"] for row in office.call("todo", account=CLERK)["arrivals"] if row["agenda"] != item
    ]
    office.run(
        "strike-arrival", other, "salah-pindai", account=CLERK, stdin="Surat Qanariwati salah dipindai"
    )
    case = office.registered(item, canary.ANSWERS)
    wrong = canary.ANSWERS | {"not_a_duplicate": True, "safe_contact_name": "Terlaqor Baqarat"}
    office.refused("register", other, CLERK, wrong)
    office.assigned(case)
    office.typed("record-clarification", case, OFFICER, {"clarified_day": "24-11-2026", "clarified_way": "di kantor",
                                            "clarified_note": "Qanariwati menjelaskan"})  # fmt: skip
    report = say.IDENTIFIED | {"identified_chronology": "Qanariwati dipukul Terlaqor Baqarat."}
    office.typed("write-identification", case, OFFICER, report)
    office.refused("draft", case, OFFICER, say.TO_WOMAN | {"follow_up": "menemui Qorbania Zamrudqa"})
    office.typed("draft", case, OFFICER, say.TO_WOMAN)
    office.run("review", case, account=CHAIR)
    office.run("return-letter", case, account=CHAIR, stdin="Jangan sebut Qanariwati")
    office.typed("draft", case, OFFICER, say.TO_WOMAN)
    office.do("approve-letter", case, "2", account=CHAIR)
    printed = office.notes / f"cetak-{case}"
    office.do("print", case, "--to", str(printed), account=CLERK)
    signer.sign_and_scan(printed, office.inbox)
    office.wait_for("both copies filed", lambda: office.standing(case, "diarsipkan"))
    named = {
        "way": "dititipkan",
        "receiver": "orang kepercayaan",
        "receiver_name": "Terlaqor Baqarat",
        "proof": "tanda terima",
    }
    office.refused("record-delivery", case, CLERK, {"result": "disampaikan", **named})
    office.delivered(case, named | {"receiver_name": "Amanqia Titipan"})
    second = office.registered("", canary.SECOND | {"channel": "phone", "not_a_duplicate": True, **_CALL})
    merged = office.run("merge-case", second, case, account=CHAIR, stdin="Qorbania yang sama")
    assert merged.returncode == 0, merged.stderr
    parted = office.run("unmerge-case", second, account=CHAIR, stdin="bukan Qorbania")
    assert parted.returncode == 0, parted.stderr
    office.closed(
        case,
        say.REFERRED | {"outcome_summary": "Qorbania Zamrudqa dirujuk.", "outcome_place": "Dinas Sosial"},
    )
    office.typed("record-simfoni", case, CLERK, {"simfoni_day": "24-11-2026", "simfoni_number": "SP-0009"})
    assert verified(office)


_CALL = {
    "medium": "", "is_institution": "", "letter_date": "", "subject": "", "phone_started": "08.05", "phone_ended": "08.10",
    "services_explained": "ya", "advice": "tertulis", "caller_answer": "Qorbania akan menulis",
    "caller_number": "0812-0009-9887",
}  # fmt: skip


def _put_out(office: Watched) -> None:
    """Print and export all there is."""
    case, folder = "2026-0001", office.notes / "keluar"
    result = office.run("find", "--people", account=CLERK, stdin="Qorbania Zamrudqa\n")
    assert case in result.stdout, result.stderr
    office.run("show", case, "--reveal", account=OFFICER, stdin="ditanya Qanariwati")
    for form in ("pendaftaran", "tanda-terima", "identifikasi", "amplop", "label", "laporan", "simfoni"):
        office.run("form", form, case, "--to", str(folder), account=OFFICER)
    office.do("report", case, "--to", str(folder), account=OFFICER)
    for book in BOOKS:
        for form in ("csv", "xlsx", "pdf"):
            words = ("--format", form, "--purpose", "laporan", "--to", str(folder))
            office.do("export", book, *words, account=ARCHIVIST)
    for form in ("--xlsx", "--pdf"):
        office.do(
            "recap", "--month", "2026-11", form, "--for", "province", "--to", str(folder), account=CHAIR
        )
    office.do("recap", "--month", "2026-11", account=CHAIR)
    for verb in ("todo", "find", "show", "numbers"):
        office.do(verb, *([] if verb in ("todo", "numbers") else [case]), account=CHAIR)
    assert len(list(folder.iterdir())) > 20


def test_no_verb_says_a_name_unasked(office: Watched) -> None:
    waiting = [row for row in office.answers["todo"] if row.startswith("{")]
    rows = [json.dumps(_without_names_of_files(json.loads(row))) for row in waiting]
    assert not [text for text in (*rows, *set(office.answers["todo"]) - set(waiting)) if words_in(text)]
    for verb, answers in office.answers.items():
        texts = [answer for answer in answers if verb not in MAY_SAY and words_in(answer)]
        assert not texts, f"{verb}: {texts[:1]}"
    unasked = [answer for answer in office.answers["show"] if words_in(answer)]
    assert len(unasked) == 1, "only what was revealed for a reason"


def _without_names_of_files(plain: dict[str, Any]) -> dict[str, Any]:
    """Return what waits without the names that scanner or sender gave the files: a clerk finds her file by it."""
    return plain | {"arrivals": [arrival | {"name": ""} for arrival in plain["arrivals"]]}


def test_no_sentence_and_no_log_holds_a_name(office: Watched) -> None:
    assert not [sentence for sentence in office.sentences() if words_in(sentence)]
    logs = [*office.notes.glob("*.log"), *office.home.glob("var/logs/*")]
    assert [log.name for log in logs if words_in(log.read_bytes())] == []


def test_no_path_holds_a_name(office: Watched) -> None:
    own = {office.inbox / "Surat Qanariwati Pelaporqa.pdf"}
    assert [path for path in office.home.rglob("*") if path not in own and words_in(path.name)] == []


def test_no_program_is_started_with_a_name(office: Watched) -> None:
    started = [line for line in office.lines() if "execve(" in line]
    assert len(started) > 200
    assert [line[:200] for line in started if words_in(line)] == []


def test_nothing_is_made_outside_the_home(office: Watched) -> None:
    outside = office.made_outside()
    assert not [path for path in outside if words_in(path)]
    left = [Path(path) for path in outside if Path(path).is_file()]
    assert [str(path) for path in left if words_in(path.read_bytes())] == []


def test_no_document_tells_a_name_about_itself(office: Watched) -> None:
    made = [
        file
        for file in office.home.rglob("*")
        if file.suffix in (".pdf", ".docx", ".xlsx") and file.is_file()
    ]
    made = [path for path in made if "letter_templates" not in path.parts]
    assert len(made) > 40
    assert [path.name for path in made if words_in(metadata_of(path))] == []


def test_what_leaves_the_office_holds_initials_only(office: Watched) -> None:
    folder = office.notes / "keluar"
    for path in (
        *folder.glob("*.csv"),
        *folder.glob("*.xlsx"),
        *folder.glob("*rekap*.pdf"),
        *folder.glob("*laporan*.pdf"),
    ):
        assert not words_in(canary.content_of(path)), path.name
    receipts = list(office.notes.glob("tanda-terima-*/D-*.pdf"))
    assert receipts
    assert not [receipt.name for receipt in receipts if words_in(canary.content_of(receipt))]


def test_what_proves_the_archive_holds_no_name(office: Watched) -> None:
    paths = [path for name in NEVER_NAMED for path in office.home.glob(f"archive/**/{name}")]
    assert len(paths) > 10
    assert [str(path) for path in paths if words_in(path.read_bytes())] == []


def test_of_the_history_only_a_typed_reason_holds_a_name(office: Watched) -> None:
    path = office.home / "var" / "rangkap.db"
    with sqlite3.connect(path) as held:
        details = [json.loads(row[0]) for row in held.execute("SELECT detail FROM records_historyrow")]
    holding = {name for detail in details for name, value in detail.items() if words_in(str(value))}
    assert holding <= {"reason"}


def test_only_what_was_read_or_typed_holds_a_name_in_the_database(office: Watched) -> None:
    path = office.home / "var" / "rangkap.db"
    fields: dict[str, set[str]] = {}
    with sqlite3.connect(path) as held:
        tables = [row[0] for row in held.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            rows = held.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in rows.description]
            for row in rows:
                holding = {name for name, value in zip(names, row, strict=True) if words_in(str(value))}
                fields.setdefault(table.removeprefix("records_"), set()).update(holding)
    more = {table: columns - MAY_HOLD.get(table, set()) for table, columns in fields.items()}
    assert {table: columns for table, columns in more.items() if columns} == {}
