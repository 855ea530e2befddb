"""Role × state × act: what the product's own functions answer is what ``tests/rights.txt`` says.

``pytest tests/office/test_rights_table.py --record-golden`` records it anew. A difference is explained in its commit.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from pipeline.intake.reader import Reader
from pipeline.lookup.access import READERS
from pipeline.office.disposal import hold
from pipeline.office.overview import case_next
from pipeline.records import boot
from tests import golden
from tests.office.act_calls import FURTHER_ACTS
from tests.office.bureau import ARCHIVIST, CHAIR, CLOCK, Bureau, copied
from tests.office.rights_table import KINDS, MAY, Cells, Table, everywhere, read, written
from tests.office.stages import walked

pytestmark = pytest.mark.usefixtures(
    "on_file", "in_folder"
)  # what an act answers is the same wherever it is kept
RIGHTS = golden.FOLDER / "rights.txt"
OFFERED = "offers "
FURTHER = [act for acts in FURTHER_ACTS.values() for act in acts]
TENTHS, PARTS = 8, 8
NEVER = {
    **dict.fromkeys(("record_referral", "withdraw_consent"), "no victim was asked for her consent"),
    **dict.fromkeys(("record_referral_answer", "revoke_referral"), "nobody is referred"),
    "correct_field": "nothing is typed anew",
    "record_visit": "no visit is planned",
    "confirm_afterwards": "nothing was done by telephone",
    "decide_request": "nobody asks for information",
    "accept_scan": "no scan is in doubt",
    "match": "an empty page is no copy",
    "check_signature": "nothing is signed electronically",
    "confirm_signature": "nothing is signed electronically",
    "show_signature": "nothing is signed electronically",
    "approve_disposal": "no list is proposed",
    "withdraw_disposal": "no list is proposed",
    "print_disposal": "no list is proposed",
    "destroy": "no list is proposed",
    "backup": "there is no place for it",
    "end_mandate": "nobody is absent",
    "take_back_row": "no row has an earlier version",
    "rebuild": "it looks for the archive elsewhere",
    "confirm_recovery_sheet": "there is no passphrase",
    "take_out_certificate": "there is no certificate",
}
"""Acts that nobody gets to the end of here, with the reason; that a role may begin them shows all the same."""


@pytest.fixture(scope="module")
def table(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader, pdfs: Path
) -> Iterator[Table]:
    """The rights as they are now."""
    home = copied(stage("new"), tmp_path_factory.mktemp("hak") / "rumah")
    walked(home, everywhere, office_reader, pdfs)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("RANGKAP_CLOCK", CLOCK)
        made = Table(Bureau(home, office_reader))
        with made.driver.held:
            yield made
    boot.close()


def recorded(table: Table) -> Cells:
    """Return the rights as they were recorded, by the names of then."""
    return read(RIGHTS.read_text("utf-8"), table.places) if RIGHTS.exists() else {}


def differences(before: Cells, now: Cells) -> list[str]:
    """Return a line for each cell of ``now`` that was another one before."""
    cells = {
        (golden.formerly(act), who, place): golden.formerly(reply) for (act, who, place), reply in now.items()
    }
    return [
        f"{act} · {who} · {place}: {before.get((act, who, place), 'not recorded')} → {reply}"
        for (act, who, place), reply in cells.items()
        if before.get((act, who, place)) != reply
    ]


def need_same(table: Table, now: Cells, config: pytest.Config) -> None:
    """Compare ``now``, which is all there is about its acts, with what was recorded; or record it."""
    before, acts = recorded(table), {act for act, _, _ in now}
    if config.getoption(golden.OPTION):
        kept = {cell: reply for cell, reply in before.items() if cell[0] not in acts and _is_known(cell[0])}
        RIGHTS.write_text(written(kept | now), "utf-8")
        return
    gone = {cell for cell in before if cell[0] in map(golden.formerly, acts)} - {
        (golden.formerly(act), who, place) for act, who, place in now
    }
    assert differences(before, now) + [f"{' · '.join(cell)}: gone" for cell in sorted(gone)] == []


def _is_known(act: str) -> bool:
    return act in KINDS or act.startswith(OFFERED)


@pytest.mark.parametrize("tenth", range(TENTHS))
def test_a_tenth_of_the_rights_is_as_recorded(table: Table, tenth: int) -> None:
    now = table.cells(list(KINDS)[tenth::TENTHS], lambda act, place: (act + place) % 10 == 0)
    assert now
    assert differences(recorded(table), now) == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_right_is_as_recorded(table: Table, part: int, pytestconfig: pytest.Config) -> None:
    need_same(table, table.cells([act for act in KINDS if act not in FURTHER][part::PARTS]), pytestconfig)


def test_every_right_to_an_act_that_is_called_as_it_is_declared_is_as_recorded(
    table: Table, pytestconfig: pytest.Config
) -> None:
    need_same(table, table.cells(FURTHER), pytestconfig)


def test_what_a_page_offers_is_as_recorded(table: Table, pytestconfig: pytest.Config) -> None:
    need_same(table, table.offered(), pytestconfig)


DONE_BY = {
    "crisis": ("take_crisis",),
    "edited": ("take_edited", "leave_edited"),
    "sender": ("decide_sender",),
    "sign": ("print", "print_again"),
}
"""By which act is done what a page offers by another word."""
DEPENDS = {
    "the page": "it is read",
    "scan": "a sheet of paper is laid into the inbox",
    "draft": "a letter to somebody else than the sender about whom the chair has to decide may be drafted",
}
"""What is offered whatever its act answers here, with the reason."""


def refused_offers(cells: Cells) -> list[str]:
    """Return a line for each act that the page of a case offers where it is refused."""
    return [
        f"{act} · {who} · {place}: {answers}"
        for (offer, who, place), answer in cells.items()
        if offer.startswith(OFFERED) and answer == MAY
        for act in [offer.removeprefix(OFFERED).removeprefix("next ")]
        if act not in DEPENDS
        for answers in [{cells.get((verb, who, place)) for verb in DONE_BY.get(act, (act,))}]
        if MAY not in answers
    ]


def test_no_page_offers_what_is_refused(table: Table) -> None:
    assert refused_offers(recorded(table)) == []


def test_an_act_that_is_offered_and_refused_is_named(table: Table) -> None:
    """Planted: the page asks nobody what stands against an act."""
    with patch.object(case_next, "refusal_of", return_value=None):
        lines = refused_offers(recorded(table) | table.offered())
    assert f"reopen · {CHAIR} · selesai, digabung: {{'office.merged_case'}}" in lines


def test_every_act_is_done_by_somebody_somewhere() -> None:
    acts, act = dict[str, bool](), ""
    for line in RIGHTS.read_text("utf-8").splitlines():
        act = act if line.startswith(" ") else line
        acts[act] = acts.get(act, False) or line.strip().startswith(f"{MAY}: ")
    assert {act for act, is_done in acts.items() if not is_done and not act.startswith(OFFERED)} == set(NEVER)
    assert set(KINDS) <= set(acts)


def test_a_right_that_somebody_got_is_told(table: Table) -> None:
    with patch.object(hold, "lift_hold", replace(hold.lift_hold, roles=READERS)):
        now = table.cells(["lift_hold"])
    assert f"lift_hold · {ARCHIVIST} · selesai, ditangguhkan: role → {MAY}" in differences(
        recorded(table), now
    )
