"""A home that an earlier version made (tests/fixture_home) is upgraded, found whole, rebuilt, and told in words."""

import shutil
import tarfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import pages
from pipeline.intake.reader import Reader
from pipeline.kernel import clock
from pipeline.office.base.acts import word_of
from pipeline.office.keeping import reconcile, upgrade
from pipeline.office.overview import find, look_up
from pipeline.office.overview.audit_labels import OTHER, look_word
from pipeline.records import boot, cases, disposals
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import AccessRow, HistoryRow
from tests.canary.office import LAST_DAY, PACKED, unpacked
from tests.canary.office import upgraded as make_upgraded
from tests.office.bureau import CHAIR, Bureau
from tests.office.test_rebuild import arrivals_of, built, history_of, lose_database, rows

pytestmark = pytest.mark.usefixtures("on_file", "in_folder")

WHOLE = 40
"""How many cases have at least no work of the day."""
VERBS = 150
"""How many words of the history the home holds at least."""
TYPED_WRONGLY = ("kata-baru-salah-ketik-rumah-contoh",)
"""What nobody may keep in clear, and the version that made the home kept (tests/fixture_home/README.md)."""
NOT_REBUILT = "mandat/"
"""Mandates belong to no case; they come back with a backup alone."""


@pytest.fixture(scope="module")
def upgraded(
    tmp_path_factory: pytest.TempPathFactory, office_reader: Reader, open_database: None
) -> Iterator[tuple[Bureau, upgrade.Upgraded]]:
    """The home on this machine, upgraded to this version."""
    room = tmp_path_factory.mktemp("contoh")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKAP_CLOCK", LAST_DAY)
        yield make_upgraded(unpacked(room), office_reader)
        boot.close()


@pytest.fixture
def office(upgraded: tuple[Bureau, upgrade.Upgraded]) -> Iterator[Bureau]:
    """The upgraded home; no test changes it."""
    upgraded[0].session(CHAIR)
    yield upgraded[0]
    boot.close()


def test_the_upgraded_home_is_of_this_version_and_whole(
    upgraded: tuple[Bureau, upgrade.Upgraded], office: Bureau
) -> None:
    assert upgraded[1].after == boot.newest().split(" ")[0]
    done = reconcile.check(office.session(CHAIR))
    assert [finding.text() for finding in done.findings] == []
    assert ["disegel sebagaimana ditemukan" in note.id for note in done.notes] == [True]


def test_what_was_typed_wrongly_at_the_pages_stands_in_the_home_as_it_was_made() -> None:
    with tarfile.open(PACKED) as packed:
        base = packed.extractfile("rumah/var/rangkap.db")
        assert base is not None
        data = base.read()
    assert [text for text in TYPED_WRONGLY if text.encode() not in data] == []


def test_the_upgrade_leaves_nothing_of_it_in_any_file_of_the_home(office: Bureau) -> None:
    files = {path: path.read_bytes() for path in office.home.rglob("*") if path.is_file()}
    assert [
        path.name for path, data in files.items() for typed in TYPED_WRONGLY if typed.encode() in data
    ] == []


def of_cases(
    tables: dict[str, list[dict[str, Any]]], wanted: Collection[str]
) -> dict[str, list[dict[str, Any]]]:
    """Return of the rows those that belong to one of the cases ``wanted``, or to none that there is or was."""

    def case_of(row: dict[str, Any]) -> str:
        given = next(
            (
                str(row[name])
                for name in ("case_id", "case", "letter_id", "letter", "number")
                if row.get(name)
            ),
            "",
        )
        return "-".join(given.split("-")[:2])

    every = {*cases.numbers(), *disposals.destroyed()}
    for row in tables["EntryRow"]:
        del row["operation"]  # that of an object which is gone stood in its inventory
    tables["CounterRow"] = [row for row in tables["CounterRow"] if not row["series"].startswith(NOT_REBUILT)]
    return {
        name: [row for row in rows if case_of(row) in wanted or case_of(row) not in every]
        for name, rows in tables.items()
    }


def test_its_rows_come_back_from_the_archive(office: Bureau, tmp_path: Path) -> None:
    before, came = rows(office), arrivals_of(office)
    acts = {number: history_of(number) for number in cases.numbers()}
    boot.close()
    again = Bureau(shutil.copytree(office.home, tmp_path / "rumah"), office.reader)
    lose_database(again)
    # a copy whose signing the archive never got is signed by the rebuild itself; acts are kept to the second
    began = clock.now().replace(microsecond=0)
    built(again)
    after = rows(again)
    history = {number: [act for act in history_of(number) if act[0] < began] for number in cases.numbers()}
    for number, act in acts.items():
        assert history[number] == act[: len(history[number])], number
    whole = [
        number for number, act in acts.items() if history[number] == act
    ]  # no work of the day since its last version
    assert len(whole) >= WHOLE
    assert [row["line"] for row in after["EntryRow"]] == [row["line"] for row in before["EntryRow"]]
    expected, actual = of_cases(before, whole), of_cases(after, whole)
    for name in expected:
        assert actual[name] == expected[name], name
    arrived = {arrival["id"]: arrival for arrival in arrivals_of(again)}
    assert set(arrived) == {arrival["id"] for arrival in came}
    for arrival in came:
        if not arrival["case"] or arrival["case"] in whole:
            is_read = arrival["state"] == ArrivalState.READ  # it is read again
            assert arrived[arrival["id"]] == arrival | ({"state": ArrivalState.NEW} if is_read else {})
    assert [finding.text() for finding in again.verify()] == []


def test_every_case_is_found_by_its_number_and_its_history_told_in_words(office: Bureau) -> None:
    session, verbs = office.session(CHAIR), set[str]()
    gone = disposals.destroyed()
    assert gone
    for number in (*cases.numbers(), *gone):
        numbers = look_up.look_up(session, look_up.Asked(number)).numbers
        case = next(hit for hit in numbers if hit.plain["case"] == number)
        if case.plain.get("restricted"):
            case = find.show(session, number, reason="uji")
        if case.plain.get("destroyed"):
            assert number in pages.destroyed(case.plain)
            continue
        shown = pages.case(case.plain, office.settings.zone, whole=True)
        for act in case.plain["history"]:
            verbs.add(act["verb"])
            assert f"  {word_of(act['verb'])}" in shown
            assert f"  {act['verb']}  " not in shown
    assert len(verbs) > 60


def test_every_word_of_the_history_and_the_access_log_is_known(office: Bureau) -> None:
    verbs = set(HistoryRow.objects.values_list("verb", flat=True))
    assert [verb for verb in sorted(verbs) if word_of(verb) == word_of("?")] == []
    assert len(verbs) >= VERBS
    looks = set(AccessRow.objects.values_list("verb", flat=True))
    assert [look for look in sorted(looks) if look_word(look) == OTHER] == []
    assert len(looks) > 20
