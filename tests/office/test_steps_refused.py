"""What the steps refuse, where no other test of a step shows it: originals, contacts, services, advice, assignment."""

from collections.abc import Callable
from typing import Any

import pytest

from demo.answers import registration
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.states import Progress
from pipeline.kernel.files import digest_bytes
from pipeline.office.answer.mandate import record_mandate
from pipeline.office.arrivals import arrival_files
from pipeline.office.cases import assign, register
from pipeline.office.engine.perform import perform
from pipeline.office.overview.find import show
from pipeline.records import arrivals
from tests.office import damage
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    EVERYBODY,
    OFFICER,
    SCHOOL,
    WIFE,
    Bureau,
    one_page,
    tables,
)
from tests.office.stages import FIRST
from tests.office.test_mandate import ASKED, with_deputy
from tests.refused import refused_with

At = Callable[[str], Bureau]


def rows(bureau: Bureau) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row but those of the access log."""
    return {name: table for name, table in tables(bureau).items() if name != "AccessRow"}


def test_an_original_is_written_once_and_never_over(bureau: Bureau) -> None:
    first = bureau.arrive(one_page("surat"))
    arrival_files.put(bureau.settings, first, one_page("lain"))
    bureau.drop(one_page("lain"), "SCN_0001.pdf")
    bureau.receive()
    bureau.session()
    kept = {row.id: arrival_files.path_of(bureau.settings, row.id).read_bytes() for row in arrivals.listed()}
    assert sorted(map(digest_bytes, kept.values())) == sorted(
        map(digest_bytes, (one_page("surat"), one_page("lain")))
    )
    assert kept[first.id] == one_page("surat")


@pytest.mark.parametrize(
    "contact",
    [
        {"safe_contact_name": "Darsono Peliwang"},
        {"safe_contact_name": "Bpk. Darsono"},
        {"safe_contact_address": "RT 03 Desa Tumbang Randu, Kecamatan Lanting Tengah"},
        {"safe_contact_address": "sama dengan alamat saya"},
    ],
)
def test_no_case_is_opened_with_the_reported_person_or_the_shared_home_as_contact(
    bureau: Bureau, contact: dict[str, str]
) -> None:
    arrival = bureau.arrive(one_page("surat"))
    before = rows(bureau)
    with pytest.raises(InvalidAnswers) as refusal:
        perform(register.register_arrival, bureau.session(), arrival.id, registration(WIFE) | contact)
    assert set(contact) <= set(refusal.value.fields["fields"])  # type: ignore[call-overload]
    assert rows(bureau) == before


def test_for_a_letter_the_services_are_explained_by_its_draft_alone(bureau: Bureau) -> None:
    arrival = bureau.arrive(one_page("surat"))
    ticked = registration(SCHOOL) | {"services_explained": True}
    with pytest.raises(InvalidAnswers) as refusal:
        perform(register.register_arrival, bureau.session(), arrival.id, ticked)
    assert refusal.value.fields["fields"] == ("services_explained",)
    case = perform(register.register_arrival, bureau.session(), arrival.id, registration(SCHOOL)).case.number

    def third() -> str:
        return str(show(bureau.session(ARCHIVIST), case).plain["steps"][2]["progress"])

    assert third() != Progress.DONE.value
    bureau.draft(case, SCHOOL)
    assert third() == Progress.DONE.value


def test_nobody_assigns_but_the_chair_and_who_is_recorded_for_her(at_stage: At) -> None:
    bureau = with_deputy(at_stage("registered"))
    for account in EVERYBODY:
        if account != CHAIR:
            with refused_with("office.not_yours"):
                perform(assign.assign_officer, bureau.session(account), FIRST, {"officer": OFFICER})
    perform(record_mandate, bureau.session(CHAIR), "", ASKED | {"since": "hari ini", "until": "hari ini"})
    assert (
        perform(assign.assign_officer, bureau.session(OFFICER), FIRST, {"officer": OFFICER}).case.officer
        == OFFICER
    )


def test_what_is_taken_away_from_the_archive_is_named(bureau: Bureau) -> None:
    case = damage.call(bureau).number
    bureau.held.remove(f"2026/{case}/v1/content/catatan-telepon.txt")
    (finding,) = bureau.verify()
    assert (finding.kind.value, finding.path) == ("missing", f"2026/{case}/v1/content/catatan-telepon.txt")
    bureau.session(CLERK)
