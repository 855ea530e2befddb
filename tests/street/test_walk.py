"""The procedure from the inbox to the archive and back, through the command line, watcher and worker running."""

import json
import os
import pwd
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from demo.answers import expected
from pipeline.kernel.text import Exit
from tests.archive.outside import need_valid
from tests.street import walk as street
from tests.street.walk import CALL, CLERK, LETTER, Walk, letter_answers, numbers, sha512

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """One walk; every test below looks at it."""
    return street.take(tmp_path_factory.mktemp("kantor") / "rumah")


def kasus(walk: Walk, case: str, version: int) -> dict[str, Any]:
    """Return ``kasus.json`` of a version."""
    path = walk.archive / "2026" / case / f"v{version}" / "content" / "kasus.json"
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def entries(walk: Walk) -> list[dict[str, Any]]:
    """Return the entries of the register as the archive has them."""
    return [
        json.loads(line)
        for line in (walk.archive / "2026" / "register.jsonl").read_text("utf-8").splitlines()
    ]


def status(walk: Walk, name: str) -> int:
    """Return the exit status of a verb of the walk."""
    return walk.verbs[name].returncode


def test_a_file_that_is_still_written_waits_and_is_taken_once_and_whole(walk: Walk) -> None:
    assert walk.during_pause == []
    originals = [path.read_bytes() for path in walk.office.home.glob("var/arrivals/*/original")]
    assert originals.count(walk.scan) == 1
    filed = walk.archive / "2026" / LETTER / "v1" / "content" / "surat-masuk-1.pdf"
    assert filed.read_bytes() == walk.scan


def test_what_came_in_has_its_agenda_number_and_is_shown_as_waiting(walk: Walk) -> None:
    assert walk.arrival["agenda"] == "A-2026-0002"
    assert walk.arrival["name"] == "SCN_0001.pdf"


def test_a_call_is_registered_with_prepared_answers(walk: Walk) -> None:
    answer = json.loads(walk.verbs["register call"].stdout)
    assert answer == {"case": CALL, "register_number": "0001/TL/XI/2026", "agenda": ["A-2026-0001"]}
    record = (walk.archive / "2026" / CALL / "v1" / "content" / "catatan-telepon.txt").read_text("utf-8")
    assert expected(6)["normal"]["isi_ringkas"] in record


def test_a_letter_is_registered_by_answering_every_question_on_a_terminal(walk: Walk) -> None:
    assert status(walk, "register letter") == Exit.OK
    assert "Tulis nomor agenda ini pada surat" not in walk.verbs["register call"].stderr
    assert "Surat masuk A-2026-0002: tulis nomor agenda ini pada surat." in walk.screen
    assert f"Terdaftar sebagai kasus {LETTER}" in walk.screen
    assert kasus(walk, LETTER, 1)["case"]["values"] == json.loads(json.dumps(dict(letter_answers())))


def test_the_questions_carry_what_was_read_and_the_date_of_receipt(walk: Walk) -> None:
    assert "Tanggal diterima*: 24-11-2026" in walk.screen, "proposed: the day of the scan"
    assert "Pengirim: Rusmini Talahu" in walk.screen
    assert "Tanggal surat: 19-11-2026" in walk.screen


def test_no_draft_before_the_identification_report(walk: Walk) -> None:
    refused = walk.verbs["draft unidentified"]
    assert refused.returncode == Exit.REFUSED
    assert "office.not_identified" in refused.stderr
    assert status(walk, f"identify {CALL}") == status(walk, f"identify {LETTER}") == Exit.OK


def test_no_draft_before_there_is_a_safe_way_to_answer(walk: Walk) -> None:
    refused = walk.verbs["draft too early"]
    assert refused.returncode == Exit.REFUSED
    assert "office.no_route" in refused.stderr
    assert status(walk, "clarify") == status(walk, "draft") == Exit.OK


def test_only_the_chair_approves_and_a_return_needs_a_reason(walk: Walk) -> None:
    assert status(walk, "approved by a clerk") == Exit.NO_RIGHT
    assert status(walk, "return without reason") == Exit.USAGE
    assert status(walk, "return") == Exit.OK
    acts = [act for act in kasus(walk, CALL, 4)["history"] if act["verb"] == "return"]
    assert [act["detail"]["reason"] for act in acts] == [street.REASON]
    assert json.loads(walk.verbs[f"draft {CALL}"].stdout)["revision"] == 2


def test_approval_numbers_the_letters_without_a_gap(walk: Walk) -> None:
    letter_numbers = [json.loads(walk.verbs[f"approve {case}"].stdout)["number"] for case in (CALL, LETTER)]
    assert letter_numbers == ["400.2/001/P2TP2A/XI/2026", "400.2/002/P2TP2A/XI/2026"]


def test_both_copies_are_printed_and_their_bytes_are_those_filed(walk: Walk) -> None:
    for case in (CALL, LETTER):
        revision = 2 if case == CALL else 1
        printed = json.loads(walk.verbs[f"print {case}"].stdout)["files"]
        content = walk.archive / "2026" / case / "v3" / "content"
        filed = [content / f"surat-{case}-1-r{revision}-salinan-{copy}.pdf" for copy in (1, 2)]
        assert [sha512(Path(path)) for path in printed] == [sha512(path) for path in filed]


def test_signed_copies_come_back_in_one_file_and_in_two(walk: Walk) -> None:
    assert [scan["copies"] for scan in walk.scanned_back] == [2, 1, 1]
    for plain in walk.shown.values():
        assert plain["state"] == "diarsipkan"
        assert [name.split("-salinan-")[1] for name in plain["signed_copies"]] == ["1-ttd.pdf", "2-ttd.pdf"]
        assert all(copy["received"] for copy in plain["letters"][-1]["copies"])


def test_every_document_lies_where_it_is_said_to_lie(walk: Walk) -> None:
    for plain in walk.shown.values():
        whole = plain["case"] == CALL  # its two copies came in one scan, which is filed besides its parts
        derived = [document for document in plain["documents"] if document["name"].startswith("turunan/")]
        assert len(derived) <= (plain["case"] == LETTER)  # one, where it was read before it was registered
        assert len(plain["documents"]) == 10 + whole + len(derived)
        for document in plain["documents"]:
            assert sha512(walk.office.home / document["path"]) == document["sha512"]


def test_each_case_is_found_by_every_number_it_bears(walk: Walk) -> None:
    assert len(numbers(walk)) == 10
    for number, case in numbers(walk):
        assert [load["case"] for load in json.loads(walk.verbs[f"find {number}"].stdout)] == [case]
    assert status(walk, "find nothing") == Exit.NOT_FOUND
    assert f"Dokumen (archive/2026/{LETTER})" in walk.verbs["find as text"].stdout


def test_a_reader_sees_initials_only(walk: Walk) -> None:
    for name in ("find as text", "show as text"):
        assert "Talahu" not in walk.verbs[name].stdout
        assert walk.verbs[name].returncode == Exit.OK
    assert "R.T." in walk.verbs["show as text"].stdout


def test_a_typed_code_names_its_copy(walk: Walk) -> None:
    copy = json.loads(walk.verbs["code"].stdout)
    assert (copy["letter"], copy["copy"], copy["current"], copy["received"]) == (f"{CALL}-1", 1, True, True)


def test_nothing_waits_in_the_inbox_or_half_done_at_the_end(walk: Walk) -> None:
    assert json.loads(walk.verbs["todo at the end"].stdout)["arrivals"] == []
    assert [path.name for path in walk.office.inbox.rglob("*") if path.is_file()] == [".rangkap-inbox"]
    assert not list((walk.office.inbox / ".claimed").iterdir())
    assert not list((walk.archive / ".staging").iterdir())
    assert not list(walk.office.home.glob("var/arrivals/.staging/*"))


def test_the_register_is_one_chain_with_four_entries_a_case(walk: Walk) -> None:
    lines = entries(walk)
    assert [entry["n"] for entry in lines] == [*range(1, 9)]
    assert all(after["prev"] == before["hash"] for before, after in pairwise(lines))
    for case in (CALL, LETTER):
        kinds = [(entry["kind"], entry["version"]) for entry in lines if entry["case"] == case]
        assert kinds == [("registered", 1), ("identified", 2), ("approved", 3), ("signed", 4)]
    assert walk.verbs["verify"].returncode == Exit.OK
    assert json.loads(walk.verbs["verify"].stdout)["findings"] == []


def test_history_says_who_did_each_step_and_as_whom(walk: Walk) -> None:
    acts = {(act["verb"], act["account"]) for act in kasus(walk, LETTER, 4)["history"]}
    assert {
        ("register", "petugas"),
        ("draft", "identifikasi"),
        ("approve", "ketua"),
        ("print", "petugas"),
        ("match", "sistem"),
        ("sign", "sistem"),
        ("file", "sistem"),
    } <= acts
    operators = {act["operator"] for act in kasus(walk, LETTER, 4)["history"]}
    assert operators == {pwd.getpwuid(os.getuid()).pw_name}


def test_a_stranger_can_check_the_archive_with_tools_of_others(walk: Walk) -> None:
    assert [path.name for path in walk.archive.glob("2*")] == ["2026"]
    assert (walk.archive / "2026" / "SHA512SUMS").exists()
    need_valid(walk.archive)


def test_without_its_database_every_verb_says_how_to_rebuild(walk: Walk) -> None:
    assert len(walk.without_database) == 14
    for words, done in walk.without_database.items():
        assert done.returncode == Exit.DAMAGED, words
        assert "rangkap rebuild" in done.stderr, words
        assert done.stdout == "", words


def test_a_rebuilt_database_gives_the_same_register_and_the_same_cases(walk: Walk) -> None:
    assert json.loads(walk.verbs["rebuild"].stdout)["entries"] == 8
    assert walk.csv.count("\n") == 3
    assert walk.csv_rebuilt == walk.csv
    assert walk.shown_rebuilt == walk.shown
    assert status(walk, "verify after rebuild") == Exit.OK


def _private(sample: int) -> Iterator[str]:
    written = expected(sample)["tertulis"]
    yield from (written[name] for name in written if name.endswith(("_nama", "telepon")) and written[name])


def test_no_name_stands_in_what_the_doors_say_or_in_a_path(walk: Walk) -> None:
    log = "".join(path.read_text("utf-8") for path in walk.office.notes.glob("*.log"))
    assert "agenda A-2026-0002" in log
    paths = "\n".join(str(path.relative_to(walk.office.home)) for path in walk.office.home.rglob("*"))
    words = [word for sample in (1, 6) for word in _private(sample)]
    assert len(words) > 4
    assert [word for word in words if word in log + paths] == []


def test_the_doors_stop_when_they_are_asked_to(walk: Walk) -> None:
    assert (walk.office.notes / "watch.log").read_text("utf-8").rstrip().endswith("rangkap.watch stopped")
    assert walk.office.run("todo", account=CLERK).returncode == Exit.OK
