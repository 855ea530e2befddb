"""Step 8: what the machine cannot read is typed out; regional words stand beside their meaning; both are found again."""

import json
import signal
from collections.abc import Mapping
from io import BytesIO

import docx
import pytest

from pipeline.cases.plain import to_plain
from pipeline.cases.transcript import UNREADABLE, clean, words_of, written
from pipeline.office.base.session import Session
from pipeline.office.cases import transcribe
from pipeline.office.engine import unfiled_papers
from pipeline.office.engine.perform import perform
from pipeline.office.overview import find
from pipeline.office.papers import forms
from pipeline.records import cases, history
from tests.office import damage
from tests.office.bureau import CLERK, OFFICER, SCHOOL, WIFE, Bureau, one_page
from tests.refused import refused_with

SCAN = "surat-masuk-1.pdf"
TYPED = "Kepada Yth. Ketua\r\nSaya (tidak terbaca) datang hari Selasa.\n[tdk terbaca] payung\x07biru\n"


@pytest.fixture
def case(bureau: Bureau) -> str:
    return bureau.register(WIFE).number


def transcribed(session: Session, case: str, document: str, typed: str) -> Mapping[str, object]:
    """Type a document out; return what came of it."""
    return perform(transcribe.transcribe_document, session, case, {"typed": typed}, document).told


def test_it_is_filed_as_a_derivative_with_who_typed_and_the_scan_stays(bureau: Bureau, case: str) -> None:
    (before,) = [document for document in cases.documents(case) if document.logical == SCAN]
    result = transcribed(bureau.session(), case, SCAN, TYPED)
    made = str(result["name"])
    assert (made, result["unreadable"]) == ("turunan/surat-masuk-1-salinan-ketikan.txt", 2)
    held = {document.logical: document for document in cases.documents(case)}
    assert held[SCAN] == before
    file = bureau.held.text(held[made].path)
    assert before.sha512 in file
    assert f"akun {CLERK}" in file
    assert (
        words_of(file)
        == f"Kepada Yth. Ketua\nSaya {UNREADABLE} datang hari Selasa.\n{UNREADABLE} payungbiru\n"
    )
    (act,) = [deed for deed in history.of_case(case) if deed.verb == "transcribe"]
    assert (act.account, act.subject, act.step) == (CLERK, SCAN, 8)
    assert "Selasa" not in json.dumps(to_plain(act))
    second = transcribed(bureau.session(OFFICER), case, SCAN, "Saya datang hari Selasa.")["name"]
    assert second == "turunan/surat-masuk-1-salinan-ketikan-2.txt"
    assert {made, second} <= {document.logical for document in cases.documents(case)}
    assert not list((bureau.settings.var / unfiled_papers.ROOM).iterdir())
    assert bureau.verify() == []


def test_a_start_leaves_papers_to_whoever_lays_some_down_now_and_waits_for_nobody(
    bureau: Bureau, case: str
) -> None:
    session = bureau.session()
    unfiled_papers.lay_down(session, case, {"salinan-ketikan.txt": b"Saya datang hari Selasa."})
    left = bureau.settings.var / unfiled_papers.ROOM / case
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("it waits"))
    signal.alarm(60)
    try:
        with unfiled_papers.laying(bureau.settings):
            unfiled_papers.sweep_all(session)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert left.exists()
    unfiled_papers.sweep_all(session)
    assert not left.exists()


def test_a_page_that_nobody_can_read_is_said_to_be_so(bureau: Bureau, case: str) -> None:
    assert transcribed(bureau.session(), case, SCAN, "[tidak terbaca]")["unreadable"] == 1
    for nothing in ("", " \n\t", "...", "x" * 100_001):
        with refused_with("office.nothing_typed"):
            transcribed(bureau.session(), case, SCAN, nothing)


def test_only_an_incoming_document_is_typed_out(bureau: Bureau, case: str) -> None:
    with refused_with("office.not_incoming") as error:
        transcribed(bureau.session(), case, "../../var/rangkap.db", TYPED)
    assert SCAN in error.value.text()


def test_it_goes_along_when_its_document_is_moved(bureau: Bureau, case: str) -> None:
    right = bureau.register(SCHOOL).number
    bureau.arrive(one_page("lain"))
    transcribed(bureau.session(), case, SCAN, TYPED)
    names = damage.planned_move(bureau.session(), case, SCAN, right).detail["names"]
    assert isinstance(names, dict)
    assert names["turunan/surat-masuk-1-salinan-ketikan.txt"] == "turunan/surat-masuk-2-salinan-ketikan.txt"


def test_regional_words_stand_beside_their_meaning_in_the_report(bureau: Bureau, case: str) -> None:
    name = str(cases.get(case).values["victim_name"])
    given = {
        "dialect_words": f"{name} kada wani bulik",
        "dialect_language": "Banjar",
        "dialect_meaning": "tidak berani pulang",
    }
    perform(transcribe.study_language, bureau.session(OFFICER), case, given)
    better = given | {"dialect_meaning": "takut pulang ke rumah"}
    after = perform(transcribe.study_language, bureau.session(OFFICER), case, better).case
    assert [phrase.meaning for phrase in after.renderings] == ["tidak berani pulang", "takut pulang ke rumah"]
    assert cases.get(case) == after
    made = forms.filled(bureau.session(OFFICER), "laporan-hasil-identifikasi", after)
    rows = [
        [cell.text for cell in row.cells]
        for table in docx.Document(BytesIO(made)).tables
        for row in table.rows
    ]
    assert [row[2] for row in rows if row[-2:-1] == ["Banjar"]] == [
        "tidak berani pulang",
        "takut pulang ke rumah",
    ]
    assert "kada wani bulik" in str(rows)
    assert name not in str(rows)
    step = next(stage for stage in find.show(bureau.session(), case).plain["steps"] if stage["step"] == 8)
    assert step["progress"] == "selesai"


def test_marks_and_lines() -> None:
    assert (
        clean("a [ tidak  terbaca ] b [??] c (tak terbaca)")
        == f"a {UNREADABLE} b {UNREADABLE} c {UNREADABLE}"
    )
    file = written("satu\ndua tiga\nEmpat", "surat-masuk-1.pdf", "0" * 128, "petugas", "2026-11-24T01:00:00Z")
    assert words_of(file) == "satu\ndua tiga\nEmpat\n"
