"""Look-up, register and verification: found by every number, masked, written down, and each damage named."""

import csv
import io
import json
from collections.abc import Callable

import pytest

from pipeline.archive.finding import Kind, Progress
from pipeline.cli.verbs.look import told_of_code
from pipeline.intake.arrival import ORIGINAL
from pipeline.kernel.errors import NotFound
from pipeline.office.keeping import reconcile
from pipeline.office.keeping.reconcile_index import AGAINST
from pipeline.office.overview import find
from pipeline.records import arrivals, cases, letters
from pipeline.records.models import AccessRow, HistoryRow
from pipeline.records.sheets import SheetKind
from tests.office import printouts, registers
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau, one_page
from tests.office.held import Held
from tests.office.stages import FIRST, SECOND

NAMES = ("Anindya", "Purnamaring", "Lestari", "Masriah")


def numbers_of(number: str) -> list[str]:
    """Return every number that stands on a paper of a case."""
    case, letter = cases.get(number), letters.of_case(number)[-1]
    incoming = str(case.values["letter_number"])
    return [number, case.register_number, *case.agenda, letter.id, str(letter.number), incoming]


@pytest.mark.parametrize("number", [FIRST, SECOND])
def test_a_case_is_found_by_every_number_however_it_is_typed(filed: Bureau, number: str) -> None:
    for given in numbers_of(number):
        for typed in (given, f"  {given.lower()} ", given.replace("/", " / ")):
            (hit,) = find.find(filed.session(ARCHIVIST), typed)
            assert hit.case.number == number, typed


@pytest.mark.parametrize(
    "given", ["2026-0099", "2026-0001-9", "A-2026-0099", "9999/TL/XI/2026", "entah", "A-2026-0003", ""]
)
def test_what_is_not_there_is_told_in_one_way_and_leaves_no_look(filed: Bureau, given: str) -> None:
    session = filed.session(ARCHIVIST)
    before = AccessRow.objects.count()
    with pytest.raises(NotFound):
        find.find(session, given)
    assert AccessRow.objects.count() == before


def test_no_name_is_shown_until_it_is_revealed_for_a_reason(filed: Bureau) -> None:
    session = filed.session(ARCHIVIST)
    shown = json.dumps(
        [find.show(session, SECOND).plain, find.find(session, SECOND)[0].plain, find.todo(session)]
    )
    assert [name for name in NAMES if name in shown] == []
    assert "A.P." in shown
    revealed = find.reveal(session, SECOND, "permintaan penyidik")
    assert "Anindya Purnamaring" in revealed.values()
    row = HistoryRow.objects.get(verb="reveal")
    assert (row.account, row.case, json.loads(row.detail)["reason"]) == (
        ARCHIVIST,
        SECOND,
        "permintaan penyidik",
    )


def test_every_look_is_written_down_with_who_looked_at_what(filed: Bureau) -> None:
    before = AccessRow.objects.count()
    session = filed.session(ARCHIVIST)
    find.find(session, FIRST)
    find.show(session, SECOND)
    find.reveal(session, SECOND, "x")
    find.resolve(session, letters.copies(f"{FIRST}-1")[0].code)
    registers.register_csv(session, "laporan")
    rows = AccessRow.objects.order_by("pk")[before:]
    assert [(row.account, row.verb, row.subject) for row in rows] == [
        (ARCHIVIST, "find", FIRST),
        (ARCHIVIST, "show", SECOND),
        (ARCHIVIST, "reveal", SECOND),
        (ARCHIVIST, "code", f"{FIRST}-1"),
        (ARCHIVIST, "export", "register"),
    ]
    detail = json.loads(HistoryRow.objects.get(verb="export").detail)
    assert detail == {"purpose": "laporan", "form": "csv", "period": "semua"}


def test_a_case_shows_its_steps_letters_and_where_its_documents_lie(filed: Bureau) -> None:
    plain = find.show(filed.session(CHAIR), FIRST).plain
    assert (plain["state"], plain["letter_number"]) == ("diarsipkan", "400.2/001/P2TP2A/XI/2026")
    assert plain["archive_location"] == "archive/2026/2026-0001"
    assert len(plain["signed_copies"]) == 2
    for document in plain["documents"]:
        assert filed.held.read(document["path"].removeprefix("archive/"))
    (letter,) = plain["letters"]
    assert all(copy["received"] for copy in letter["copies"])
    progress = {step["step"]: step["progress"] for step in plain["steps"]}
    assert progress[12] == progress[11] == progress[1]
    assert progress[13] != progress[12]


@pytest.mark.parametrize("form", ["payload", "lower payload", "words", "letter"])
def test_a_typed_code_leads_to_its_letter_and_copy(filed: Bureau, form: str) -> None:
    copy = letters.copies(f"{FIRST}-1")[1]
    check = copy.code[-10:]
    text = {
        "payload": copy.code,
        "lower payload": copy.code.lower(),
        "words": f"{FIRST}-1 · {check[:4]}-{check[4:8]}-{check[8:]}",
        "letter": f"{FIRST}-1",
    }[form]
    row = find.resolve(filed.session(CLERK), text)
    assert (row["letter"], row["case"]) == (f"{FIRST}-1", FIRST)
    if form != "letter":
        assert (row["copy"], row["current"], row["received"]) == (2, True, True)


@pytest.mark.parametrize("text", ["P2:2026-0099-1:1:ABCDEFGHIJ", "2026-0099-1 AAAA-AAAA-AA", "halo"])
def test_a_code_of_nobody_is_not_found(filed: Bureau, text: str) -> None:
    with pytest.raises(NotFound):
        find.resolve(filed.session(CLERK), text)


def test_a_typed_code_of_a_decision_sheet_says_which_it_is_and_what_is_next(drafted: Bureau) -> None:
    sheet, _ = printouts.sheet(drafted.session(OFFICER), SheetKind.REVIEW, FIRST, drafted.home / "var")
    for typed in (sheet.id, sheet.id.lower(), sheet.code):
        row = find.resolve(drafted.session(CLERK), typed)
        assert (row["sheet"], row["kind"], row["case"]) == (sheet.id, "persetujuan", FIRST)
    assert "pindai" in told_of_code(row, "id")
    assert f"rangkap record-decision {sheet.id}" in told_of_code(row | {"state": "kembali"}, "id")


def test_what_waits_is_shown_to_those_who_can_do_it(at_stage: Callable[[str], Bureau]) -> None:
    office = at_stage("drafted")
    office.receive(one_page("menunggu"))
    for account, verb in ((CHAIR, "approve-letter"), (OFFICER, "draft")):
        todo = find.todo(office.session(account))["cases"]
        assert {row["case"] for row in todo if verb in row["possible"]} == {
            FIRST,
            SECOND,
        }
    assert "approve" not in json.dumps(find.todo(office.session(CLERK)))
    assert "A-2026-0003" in json.dumps(find.todo(office.session(CLERK)))


def test_the_register_has_one_row_a_case_with_initials_and_the_newest_view(filed: Bureau) -> None:
    data = registers.register_csv(filed.session(ARCHIVIST), "arsip")
    text = data.decode("utf-8-sig")
    assert [name for name in NAMES if name in text] == []
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 3
    assert "400.2/001/P2TP2A/XI/2026" in rows[1]
    assert "diarsipkan" in rows[1]
    assert len(registers.register_rows(filed.session(CHAIR), "arsip")) == 2


def remove(held: Held, name: str) -> None:
    held.remove(name)


def spoil(held: Held, name: str) -> None:
    held.write(name, held.read(name)[:-1] + b"?")


@pytest.mark.parametrize(("damage", "kind"), [(remove, Kind.MISSING), (spoil, Kind.CHANGED)])
def test_verify_names_each_missing_or_changed_document(
    filed: Bureau, damage: Callable[[Held, str], None], kind: Kind
) -> None:
    document = cases.documents(FIRST)[0]
    damage(filed.held, document.path)
    findings = filed.verify()
    assert {(row.kind, row.path) for row in findings} == {(kind, document.path)}, "and not its case beside it"
    assert {finding.case for finding in findings} == {FIRST}
    assert reconcile.verify_all(filed.session(ARCHIVIST), SECOND) == []
    assert reconcile.verify_all(filed.session(ARCHIVIST), FIRST) != []


@pytest.mark.parametrize("kind", [Kind.MISSING, Kind.CHANGED])
@pytest.mark.parametrize("is_registered", [True, False])
def test_verify_names_each_missing_or_changed_arrival(filed: Bureau, kind: Kind, is_registered: bool) -> None:
    waiting = filed.arrive(one_page("menunggu"))
    arrival = arrivals.of_case(SECOND)[0] if is_registered else waiting
    original = filed.settings.arrivals / arrival.id / ORIGINAL
    if kind is Kind.MISSING:
        original.unlink()
    else:
        original.write_bytes(original.read_bytes()[:-1] + b"?")
    (finding,) = filed.verify()
    assert (finding.kind, finding.case) == (kind, SECOND if is_registered else None)
    assert arrival.id in finding.path


def test_verify_names_what_belongs_to_nobody(filed: Bureau) -> None:
    (filed.settings.arrivals / "01ARZ3NDEKTSV4RRFFQ69G5FAV").mkdir()
    (finding,) = filed.verify()
    assert (finding.kind, finding.path) == (Kind.UNEXPECTED, "../var/arrivals/01ARZ3NDEKTSV4RRFFQ69G5FAV")


def test_a_check_tells_case_by_case_how_far_it_is_in_the_archive_and_in_the_database(filed: Bureau) -> None:
    notices: list[Progress] = []
    reconcile.check(filed.session(ARCHIVIST), progress=notices.append)
    for part in ("arsip", AGAINST):
        of_cases = [notice for notice in notices if notice.part == part and notice.case in (FIRST, SECOND)]
        assert [case.case for case in of_cases] == [FIRST, SECOND]
        assert of_cases[-1].done == of_cases[-1].total


def test_verify_of_a_case_that_is_not_there_says_so(filed: Bureau) -> None:
    with pytest.raises(NotFound):
        reconcile.verify_all(filed.session(ARCHIVIST), "2026-0099")
