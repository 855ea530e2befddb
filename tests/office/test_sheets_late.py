"""Decision sheets that come too late: filed with the case as papers, gone from the list, changing nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import State
from pipeline.cli import pages
from pipeline.office.cases.assign import assign_officer
from pipeline.office.cases.workloads import officers
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview import find
from pipeline.office.papers.decide import record_decision
from pipeline.records import arrivals, cases, entries, history
from pipeline.records import sheets as stored
from pipeline.records.sheets import SheetKind, SheetState
from tests.office import decided, printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau, pdf_of, signed_pages
from tests.office.stages import FIRST
from tests.refused import refused_with

At = Callable[[str], Bureau]


def scan(bureau: Bureau, kind: SheetKind, tmp_path: Path) -> tuple[str, bytes]:
    """Print a sheet of the first case and sign it; returns its id and the scan."""
    sheet, (path,) = printouts.sheet(bureau.session(CLERK), kind, FIRST, tmp_path)
    return sheet.id, pdf_of(signed_pages(path, 3))


def waits(bureau: Bureau) -> list[str]:
    """Return what the list says of the sheets that wait."""
    return [row["note"] for row in find.todo(bureau.session())["arrivals"]]


def test_a_verification_sheet_that_comes_after_the_disposition_is_filed_as_a_paper(
    at_stage: At, tmp_path: Path
) -> None:
    bureau = at_stage("registered")
    first, verification = scan(bureau, SheetKind.VET, tmp_path)
    second, disposition = scan(bureau, SheetKind.ASSIGN, tmp_path)
    bureau.receive(disposition)
    decided.on_sheet(bureau.session(OFFICER), second, officer=OFFICER)
    bureau.receive(verification)
    (note,) = waits(bureau)
    assert f"kasus {FIRST} sudah berstatus “ditugaskan”" in note
    assert first in note
    decided.on_sheet(bureau.session(CLERK), first, accepted=False, reason="NIK kosong")
    done = stored.get(first)
    assert (done.state, done.decision["reason"]) == (SheetState.DECIDED, "NIK kosong")
    assert waits(bureau) == []
    assert cases.get(FIRST).state is State.ASSIGNED
    assert f"lembar-{first.lower()}-verifikasi-ttd.pdf" in {paper.logical for paper in cases.documents(FIRST)}
    assert "terlambat" in arrivals.get(done.arrival).note
    (act,) = [deed for deed in history.of_case(FIRST) if (deed.verb, deed.subject) == ("sheet_late", first)]
    assert "sudah berstatus" in act.detail["late"]
    assert not [act for act in history.of_case(FIRST) if act.verb in ("vet", "vet_returned")]
    assert [entry.kind for entry in entries.after(0)][-1] == "sheet_late"
    with refused_with("office.sheet_decided"):
        decided.on_sheet(bureau.session(CLERK), first, accepted=True)
    shown = pages.case(find.show(bureau.session(), FIRST).plain, bureau.settings.zone, whole=True)
    assert "menyimpan lembar yang terlambat" in shown
    assert bureau.verify() == []
    before = stored.of_case(FIRST)
    rebuild.rebuild(bureau.settings, bureau.session(ARCHIVIST).actor)
    bureau.session()
    assert stored.of_case(FIRST) == before


@pytest.mark.parametrize("others", [False, True])
def test_a_late_disposition_sheet_is_typed_in_as_it_stands(
    at_stage: At, tmp_path: Path, others: bool
) -> None:
    bureau = at_stage("registered")
    if others:
        bureau.change('peran = ["petugas_penerima"]', 'peran = ["petugas_penerima", "petugas_identifikasi"]')
    sheet, disposition = scan(bureau, SheetKind.ASSIGN, tmp_path)
    perform(assign_officer, bureau.session(CHAIR), FIRST, {"officer": OFFICER})
    bureau.receive(disposition)
    session = bureau.session(CLERK)
    fields = open_act(session, record_decision, FIRST, sheet).fields
    (asked,) = [field for field in fields if field.name == "officer"]
    assert [choice.value for choice in asked.choices] == list(officers(bureau.settings))
    assert len(asked.choices) == 1 + others
    with pytest.raises(InvalidAnswers, match="officer"):  # nothing is proposed: a person looks at the paper
        decided.on_sheet(session, sheet, decided_day="2026-11-24")
    decided.on_sheet(session, sheet, officer=OFFICER, decided_day="2026-11-24")
    done = stored.get(sheet)
    assert (done.state, done.decision["officer"], done.decision["reason"]) == (
        SheetState.DECIDED,
        OFFICER,
        "",
    )
