"""Looking: whatever number stands on the paper leads somewhere, and nothing is shown that must stay hidden."""

import io
import json
from collections.abc import Callable

import pytest
from django.db import connection

from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State, offered
from pipeline.cli.__main__ import main
from pipeline.kernel.errors import NotFound
from pipeline.kernel.text import Exit, Next
from pipeline.office.overview import find
from pipeline.records import boot, cases, letters
from tests.office import decided
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, Bureau, one_page

REASON = "Nama Siti Aminah jangan disebut."
At = Callable[[str], Bureau]


def found(bureau: Bureau, number: str) -> list[str]:
    """Return the cases that ``number`` leads to."""
    return [hit.plain["case"] for hit in find.find(bureau.session(ARCHIVIST), number)]


def test_the_agenda_number_of_a_letter_that_waits_says_that_it_waits(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bureau.arrive(one_page())
    (hit,) = find.find(bureau.session(ARCHIVIST), "a-2026-0001")
    assert (hit.case, hit.plain["state"], hit.plain["agenda"]) == (
        None,
        "menunggu pendaftaran",
        ["A-2026-0001"],
    )
    assert "name" not in hit.plain
    with pytest.raises(NotFound):
        find.find(bureau.session(ARCHIVIST), "A-2026-0002")
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    assert main(["find", "A-2026-0001", "--as", ARCHIVIST]) == Exit.OK
    boot.close()
    assert "Agenda A-2026-0001    masuk " in capsys.readouterr().out


def test_a_register_number_is_found_in_any_pattern_and_letter_case(bureau: Bureau) -> None:
    bureau.change(
        '# pola_register = "{urut:04}/TL/{bulan_romawi}/{tahun}"', 'pola_register = "reg {tahun}-{urut:04}"'
    )
    bureau.register()
    assert cases.get("2026-0001").register_number == "reg 2026-0001"
    for given in ("reg 2026-0001", "REG 2026-0001", "Reg2026-0001", "2026-0001"):
        assert found(bureau, given) == ["2026-0001"]


def test_a_register_number_may_look_like_the_number_of_another_case(bureau: Bureau) -> None:
    bureau.change(
        '# pola_register = "{urut:04}/TL/{bulan_romawi}/{tahun}"', 'pola_register = "{tahun}-{urut:04}"'
    )
    bureau.change("# register_awal = 1", "register_awal = 2")
    bureau.register()
    bureau.register()
    assert found(bureau, "2026-0002") == ["2026-0001", "2026-0002"]


@pytest.mark.usefixtures("on_file")
def test_a_letter_number_is_found_by_an_index_in_any_letter_case(approved: Bureau) -> None:
    number = letters.of_case("2026-0001")[0].number or ""
    assert found(approved, number.lower().replace("/", " / ")) == ["2026-0001"]
    for column, table in (
        ("number_bare", "letterrow"),
        ("register_bare", "caserow"),
        ("letter_key", "caserow"),
    ):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN SELECT * FROM records_{table} WHERE {column} = 'X'")
            assert "USING INDEX" in cursor.fetchone()[3]


def test_what_can_be_done_next_is_advised(at_stage: At) -> None:
    assert (offered(State.FILED), offered(State.CLOSED), offered(State.VOID)) == (
        ("record-delivery", "close-case"),
        ("reopen-case",),
        (),
    )
    bureau = at_stage("registered")
    with pytest.raises(NotPossible) as refused:
        decided.approve(bureau.session(CHAIR), "2026-0001")
    assert refused.value.next == (Next("verify-report", "2026-0001"), Next("assign-officer", "2026-0001"))
    case = cases.get("2026-0001")
    cases.change(case, case.moved(State.VOID))
    with pytest.raises(NotPossible) as void:
        decided.approve(bureau.session(CHAIR), "2026-0001")
    assert void.value.next == (Next("show", "2026-0001"),)


def test_the_names_of_files_are_the_clerks_alone(bureau: Bureau) -> None:
    bureau.arrive(one_page())
    shown = {
        account: find.todo(bureau.session(account))["arrivals"][0]["name"]
        for account in (CLERK, OFFICER, CHAIR, ARCHIVIST)
    }
    assert shown == {CLERK: "SCN_0001.pdf", OFFICER: "", CHAIR: "", ARCHIVIST: ""}


def test_a_typed_reason_is_shown_for_a_reason_only(
    at_stage: At, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bureau = at_stage("drafted")
    decided.send_back(bureau.session(CHAIR), "2026-0001", REASON)
    find.reveal(bureau.session(CHAIR), "2026-0001", REASON)
    monkeypatch.setenv("RANGKAP_HOME", str(bureau.leave()))
    for words in (("find", "2026-0001"), ("show", "2026-0001")):
        for form in ((), ("--json",)):
            assert main([*words, *form, "--as", ARCHIVIST]) == Exit.OK
            boot.close()
            assert REASON not in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("ditanya polisi"))
    assert main(["show", "2026-0001", "--reveal", "--json", "--as", ARCHIVIST]) == Exit.OK
    boot.close()
    plain = json.loads(capsys.readouterr().out)
    assert plain["letters"][0]["reason"] == REASON
    assert [act["detail"]["reason"] for act in plain["history"] if "reason" in act["detail"]] == [
        REASON,
        REASON,
        "ditanya polisi",
    ]
