"""Scans that were taken apart go with the last case whose pages they hold; what lies on a desk stops a destruction."""

import pytest
from django.db.models import F

from demo.answers import registration
from pipeline.cli.__main__ import main
from pipeline.kernel.text import Exit
from pipeline.office.arrivals import strike
from pipeline.office.cases import register
from pipeline.office.delivery import merge
from pipeline.office.disposal import destroy, dispose
from pipeline.office.engine.perform import open_act, perform
from pipeline.office.victims.victims_copy_choice import FORM
from pipeline.records import arrivals, boot
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import ArrivalRow
from tests.office import arranging
from tests.office import victims_letters as letters
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, WIFE, Bureau, one_page
from tests.office.retained import approved_list, carry_out, destroyed_list, later, propose
from tests.office.stages import FIRST
from tests.refused import refused_with

THIRD = "2026-0003"


def taken_apart(office: Bureau, *ranges: str) -> list[arrivals.Arrival]:
    """Split a scan of three pages before registration; returns its parts."""
    whole = office.arrive(one_page("bertiga", pages=3))
    return arranging.split(office.session(), str(whole.agenda), *ranges)


def registered_and_merged(office: Bureau, letter: arrivals.Arrival) -> None:
    """Register a letter as THIRD, and let FIRST, whose answer is filed, go on for it."""
    perform(register.register_arrival, office.session(), letter.id, registration(WIFE))
    chair = office.session(CHAIR)
    perform(merge.merge_case, chair, THIRD, {"into": FIRST, "reason": "satu perkara"})


@pytest.mark.parametrize("kind", list(strike.SAID))
def test_a_scan_of_which_a_part_was_struck_goes_with_its_case(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    letter, other = taken_apart(filed, "1-2", "3")
    perform(
        strike.strike_arrival,
        filed.session(),
        str(other.agenda),
        {"chosen": kind, "reason": "bukan pengaduan"},
    )
    (whole,) = arrivals.listed(ArrivalState.SPLIT)
    registered_and_merged(filed, letter)
    office = later(filed, monkeypatch)
    done = carry_out(office.session(ARCHIVIST), approved_list(office).id)
    assert done == []
    assert not arrivals.has(whole.id)
    assert not (office.settings.arrivals / whole.id).exists()
    assert arrivals.get(other.id).state == ArrivalState.STRUCK
    assert (office.settings.arrivals / other.id).is_dir(), "the part has a file of its own, and its row stays"
    assert office.verify() == []


def test_a_scan_joined_of_two_and_taken_apart_again_goes_with_all_that_came_in(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed.receive(one_page("satu"), one_page("dua", pages=2))
    session = filed.session()
    items = [str(arrival.agenda) for arrival in arrivals.listed(*arrivals.WAITING)]
    joined = arranging.join(session, *items)
    letter, other = arranging.split(session, str(joined.agenda), "1-2", "3")
    perform(
        strike.strike_arrival,
        filed.session(),
        str(other.agenda),
        {"chosen": "salah-pindai", "reason": "halaman kosong"},
    )
    registered_and_merged(filed, letter)
    gone = {arrival.id for arrival in arrivals.listed(ArrivalState.SPLIT, ArrivalState.JOINED)}
    assert len(gone) == 3
    office = later(filed, monkeypatch)
    destroyed_list(office)
    assert not gone & arrivals.ids()
    assert not [name for name in gone if (office.settings.arrivals / name).exists()]
    assert office.verify() == []


def test_the_act_by_which_a_scan_was_split_is_erased_and_what_stays_of_it_is_still_explained(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, other = taken_apart(filed, "1-2", "3")
    (whole,) = arrivals.listed(ArrivalState.SPLIT)
    registered_and_merged(filed, letter)
    given = registration(WIFE) | {register.NOT_A_DUPLICATE: True}
    perform(register.register_arrival, filed.session(), other.id, given)
    office = later(filed, monkeypatch)
    done = carry_out(office.session(ARCHIVIST), approved_list(office).id)
    assert done == [whole.agenda or whole.id]
    assert office.verify() == []
    ArrivalRow.objects.filter(pk=whole.id).update(note="lain", version=F("version") + 1)
    assert [finding.kind for finding in office.verify()] == ["changed"]


def test_a_part_that_still_waits_for_its_case_stops_the_destruction(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, other = taken_apart(filed, "1-2", "3")
    registered_and_merged(filed, letter)
    office = later(filed, monkeypatch)
    reasons = {row.retention.case: row.reason for row in dispose.look(office.session(ARCHIVIST))}
    assert f"{other.agenda}, bagian dari pindaiannya, belum didaftarkan atau dicoret" in reasons[THIRD]
    assert [case.case for case in propose(office.session(ARCHIVIST)).cases] == [FIRST]


def test_work_on_a_desk_stops_proposal_and_destruction(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = later(filed, monkeypatch)
    disposal = approved_list(office)
    letters.proposed(office, FIRST, FORM)
    with refused_with("office.no_longer_over") as refusal:
        carry_out(office.session(ARCHIVIST), disposal.id)
    assert "masih “usulan”" in refusal.value.text()
    boot.close()
    monkeypatch.setenv("RANGKAP_HOME", str(office.home))
    assert main(["destroy-disposal", disposal.id, "--as", ARCHIVIST]) == Exit.REFUSED
    assert "masih “usulan”" in capsys.readouterr().err
    assert main(["drop-copy", FIRST, "--as", CLERK]) == Exit.OK
    assert "dibuang" in capsys.readouterr().err
    assert main(["drop-copy", FIRST, "--as", CLERK]) == Exit.REFUSED
    assert not list((office.home / "var" / "salinan").glob("D-*"))
    boot.close()
    office.session()
    assert open_act(office.session(ARCHIVIST), destroy.destroy_disposal, disposal.id).thing.id == disposal.id
