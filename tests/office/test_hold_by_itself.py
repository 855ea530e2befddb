"""A case that went to the police or a court is under legal hold by itself, until the chair lifts that with a reason."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.cases.closing import went_to_law
from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.office.base.retention import BY_ITSELF
from pipeline.office.base.session import who
from pipeline.office.delivery import close, deliver
from pipeline.office.disposal import blockers, dispose, hold
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.records import boot, entries, history
from tests.office import printouts
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, USER, Bureau, pdf_of, signed_pages
from tests.office.retained import approved_list, later, propose
from tests.office.stages import FIRST, SENT, TO_SCHOOL
from tests.office.test_close import REFERRED
from tests.refused import refused_with

TO_POLICE = REFERRED | {"outcome_place": "Unit PPA Polres Barito Utara"}


@pytest.mark.parametrize(
    ("values", "is_law"),
    [
        ({"outcome": "dirujuk", "outcome_place": "Unit PPA Polres Barito Utara"}, True),
        ({"outcome": "dilimpahkan", "outcome_place": "Pengadilan Agama Muara Teweh"}, True),
        ({"outcome": "pindah ke SOP krisis", "outcome_place": "Kepolisian Resor Barito Utara"}, True),
        ({"outcome": "datang langsung", "outcome_services": ("penegakan hukum",)}, True),
        ({"outcome": "dicabut korban", "outcome_police_day": "2026-11-23"}, True),
        ({"lama_follow_up": "Rujuk ke polsek"}, True),
        ({"outcome": "dirujuk", "outcome_place": "UPTD PPA Provinsi"}, False),
        ({"outcome": "datang langsung", "outcome_services": ("bantuan hukum", "kesehatan")}, False),
        ({"outcome": "tidak bersedia", "outcome_wish": "tidak mau ke polisi"}, False),
        ({"lama_follow_up": "Rujuk ke puskesmas"}, False),
        ({}, False),
    ],
)
def test_what_tells_that_a_case_went_to_the_law(values: dict[str, Any], is_law: bool) -> None:
    assert went_to_law(values) is is_law


@pytest.fixture
def closed(filed: Bureau) -> Callable[[dict[str, Any]], Bureau]:
    """Return a function that delivers the answer of FIRST and closes the case with an outcome."""

    def end(outcome: dict[str, Any]) -> Bureau:
        made = printouts.sent(filed.session(CLERK), FIRST, filed.home / "var" / "cetak", SENT)
        filed.receive(pdf_of(signed_pages(made[0], 3)))
        perform(deliver.record_delivery, filed.session(CLERK), FIRST, TO_SCHOOL)
        perform(close.close_case, filed.session(OFFICER), FIRST, outcome)
        return filed

    return end


def test_it_is_held_from_its_closing_until_the_chair_lifts_it(
    closed: Callable[[dict[str, Any]], Bureau],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    office = later(closed(TO_POLICE), monkeypatch)
    (standing,) = [row for row in dispose.look(office.session(ARCHIVIST)) if row.retention.case == FIRST]
    assert standing.reason == f"pemusnahan ditangguhkan {BY_ITSELF}"
    newest = entries.newest_of(FIRST)
    assert newest is not None
    with refused_with("office.nothing_over"):
        propose(office.session(ARCHIVIST))
    with refused_with("office.hold_already"):
        perform(hold.place_hold, office.session(ARCHIVIST), FIRST, {"reason": "diminta penyidik"})
    assert [(row.case, row.by) for row in hold.listed(office.session(ARCHIVIST))] == [(FIRST, "")]
    boot.close()
    monkeypatch.setenv("RANGKAP_HOME", str(office.home))
    assert main(["holds", "--as", ARCHIVIST]) == Exit.OK
    assert capsys.readouterr().out.strip() == f"{FIRST}  ditangguhkan sejak 24-11-2026  {BY_ITSELF}"
    assert main(["dispose", "list", "--as", ARCHIVIST, "--json"]) == Exit.OK
    rows = json.loads(capsys.readouterr().out)["cases"]
    assert [row["reason"] for row in rows if row["held"]] == [standing.reason]
    perform(hold.lift_hold, office.session(CHAIR), FIRST, {"reason": "putusan sudah berkekuatan hukum tetap"})
    assert hold.listed(office.session(ARCHIVIST)) == []
    assert [case.case for case in propose(office.session(ARCHIVIST)).cases] == [FIRST]
    assert office.verify() == []


def test_a_rebuild_keeps_the_hold_and_its_lifting(
    closed: Callable[[dict[str, Any]], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = closed(TO_POLICE)
    for lifted in (False, True):
        if lifted:
            perform(hold.lift_hold, office.session(CHAIR), FIRST, {"reason": "penyidikan dihentikan"})
        rebuild.rebuild(office.settings, who(office.settings, USER, ARCHIVIST))
        boot.close()
        assert [row.case for row in hold.listed(office.session(ARCHIVIST))] == ([] if lifted else [FIRST])


def test_a_case_that_went_elsewhere_is_held_by_a_person_alone(
    closed: Callable[[dict[str, Any]], Bureau], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = later(closed(REFERRED), monkeypatch)
    assert hold.listed(office.session(ARCHIVIST)) == []
    disposal = approved_list(office)
    perform(hold.place_hold, office.session(ARCHIVIST), FIRST, {"reason": "diminta pengadilan"})
    assert [(row.case, row.by) for row in hold.listed(office.session(CHAIR))] == [(FIRST, ARCHIVIST)]
    with refused_with("office.no_longer_over"):
        blockers.need_still(office.session(ARCHIVIST), disposal)
    assert history.of_case(FIRST)
