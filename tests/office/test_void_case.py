"""A wrong registration is voided with a reason: number and object stay, the register says so, nobody is found in it."""

import io

import pytest

from pipeline.cases.problems import NotPossible
from pipeline.cases.states import State
from pipeline.cli.__main__ import main
from pipeline.kernel.text import Next
from pipeline.office.cases import earlier
from pipeline.office.delivery import merge, void_case
from pipeline.office.engine.perform import perform
from pipeline.records import cases, entries, history
from tests.office import damage
from tests.office.bureau import CHAIR, CLERK, POLICE, SCHOOL, WIFE, Bureau
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

WHY = "terdaftar dua kali"


@pytest.fixture
def known(bureau: Bureau) -> Bureau:
    """An office with her first letter."""
    bureau.register(WIFE)
    return bureau


def test_it_keeps_number_and_object_and_is_a_version_that_a_rebuild_knows(known: Bureau) -> None:
    number = cases.get(FIRST).register_number
    assert [hit.case for hit in earlier.find(known.session(), "Rusmini Talahu")] == [FIRST]
    assert perform(void_case.void_case, known.session(CLERK), FIRST, {"reason": WHY}).case.state is State.VOID
    assert (cases.get(FIRST).register_number, cases.archived(FIRST)) == (number, 2)
    assert dict(list(entries.payloads(FIRST).values())[-1].columns)["status"] == "dibatalkan"
    assert [act.detail["reason"] for act in history.of_case(FIRST) if act.verb == "void"] == [WHY]
    assert known.archive.read_case(FIRST).kasus["case"]["state"] == "dibatalkan"
    assert earlier.find(known.session(), "Rusmini Talahu") == []
    damage.rebuilt(known)
    assert cases.get(FIRST).state is State.VOID
    assert known.register(WIFE).number == SECOND
    assert known.verify() == []


def test_what_is_not_voided(known: Bureau) -> None:
    with refused_with("office.reason_needed"):
        perform(void_case.void_case, known.session(CLERK), FIRST, {"reason": " "})
    perform(void_case.void_case, known.session(CHAIR), FIRST, {"reason": WHY})
    with pytest.raises(NotPossible):
        perform(void_case.void_case, known.session(CHAIR), FIRST, {"reason": WHY})


def test_a_case_in_which_another_goes_on_is_not_voided(bureau: Bureau) -> None:
    bureau.register(SCHOOL)
    bureau.register(POLICE)
    chair = bureau.session(CHAIR)
    perform(merge.merge_case, chair, SECOND, {"into": FIRST, "reason": WHY})
    with refused_with("office.holds_merged") as refused:
        perform(void_case.void_case, bureau.session(CHAIR), FIRST, {"reason": WHY})
    assert refused.value.next == (Next("unmerge-case", SECOND),)


def test_the_command_voids_a_case(
    known: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RANGKAP_HOME", str(known.home))
    monkeypatch.setattr("sys.stdin", io.StringIO(WHY))
    assert main(["void-case", FIRST, "--as", CLERK]) == 0
    assert "tetap ada dalam register sebagai batal" in capsys.readouterr().err
