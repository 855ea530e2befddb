"""The database made again from archive and arrivals alone: row by row what it was."""

import json
import shutil
from collections.abc import Callable
from typing import Any

import pytest

from demo.answers import registration
from pipeline.office.base.session import who
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.office.keeping import rebuild
from pipeline.office.overview import find
from pipeline.records import arrivals, boot, cases, letters
from pipeline.records.models import (
    ArrivalRow,
    CaseRow,
    CopyRow,
    CounterRow,
    DocumentRow,
    EntryRow,
    HistoryRow,
    LetterRow,
    NumberRow,
)
from tests.office import decided, registers
from tests.office.bureau import ARCHIVIST, CALL, CHAIR, USER, WIFE, Bureau, one_page
from tests.office.stages import FIRST, SECOND
from tests.refused import refused_with

pytestmark = pytest.mark.backend

KEPT = (CaseRow, DocumentRow, LetterRow, CopyRow, NumberRow, EntryRow, CounterRow)


def lose_database(office: Bureau) -> None:
    """Delete everything in ``var/`` but keys and arrivals."""
    boot.close()
    for path in office.settings.var.iterdir():
        if path.name not in ("keys", "arrivals", "home.lock"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def built(office: Bureau) -> dict[str, int]:
    boot.close()
    return rebuild.rebuild(office.settings, who(office.settings, USER, ARCHIVIST))


def rows(office: Bureau) -> dict[str, list[dict[str, Any]]]:
    """Return the rows that a rebuild must bring back, each table in an order of its own."""
    office.session(ARCHIVIST)
    tables = {}
    for model in KEPT:
        plain = [dict(row) for row in model.objects.values()]
        for row in plain:
            if model in (DocumentRow, CopyRow):
                del row["id"]
            if (
                model is CopyRow
            ):  # how often it was printed, the sheets that this spoilt, and the second of its match are notes of the day
                del row["printed"], row["spoilt"]
                row["matched_at"] = bool(row["matched_at"])
        tables[model.__name__] = sorted(plain, key=lambda row: json.dumps(row, default=str, sort_keys=True))
    return tables


def arrivals_of(office: Bureau) -> list[dict[str, Any]]:
    """Return the arrivals; what OCR read is made again, and a write of the day leaves no version."""
    office.session(ARCHIVIST)
    plain = [dict(row) for row in ArrivalRow.objects.order_by("pk").values()]
    return [{name: cell for name, cell in row.items() if name not in ("reading", "version")} for row in plain]


def history_of(number: str) -> list[tuple[Any, ...]]:
    columns = ("at", "account", "operator", "verb", "step", "case", "subject", "detail")
    acts = HistoryRow.objects.filter(case=number).order_by("pk").values_list(*columns)
    return [(row[0].replace(microsecond=0), *row[1:]) for row in acts]


@pytest.fixture
def busy(filed: Bureau) -> Bureau:
    """An office in the midst of its work.

    Filed is 2026-0001; of 2026-0002 one copy came back; 2026-0003 is a call and open; 2026-0004 was approved and
    returned; one letter waits for registration, and one print was set aside.
    """
    filed.receive(*filed.signed(SECOND, 2))
    perform(register.register_call, filed.session(), "", registration(CALL))
    case = filed.register(WIFE).number
    filed.draft(case, WIFE)
    filed.approve(case)
    decided.send_back(filed.session(CHAIR), case, "Sebutkan jam layanan.")
    filed.receive(one_page("menunggu"), filed.printed(SECOND)[0].read_bytes())
    return filed


def test_everything_is_as_it_was_row_by_row(busy: Bureau) -> None:
    before, came = rows(busy), arrivals_of(busy)
    table = registers.register_csv(busy.session(ARCHIVIST), "arsip")
    acts = {number: history_of(number) for number in cases.numbers()}
    shown = {number: find.show(busy.session(ARCHIVIST), number).plain for number in cases.numbers()}
    assert {arrival["state"] for arrival in came} >= {
        "baru",
        "perlu dicocokkan",
        "salinan",
        "diarsipkan",
        "terdaftar",
    }
    archive = busy.held.files()
    lose_database(busy)
    counts = built(busy)
    assert (counts["cases"], counts["arrivals"], counts["put_back"]) == (4, len(came), 0)
    after = rows(busy)
    for name, expected in before.items():
        assert after[name] == expected, name
    assert arrivals_of(busy) == came
    assert registers.register_csv(busy.session(ARCHIVIST), "arsip") == table
    for number, expected in acts.items():
        assert history_of(number) == expected[: len(history_of(number))], (
            "the history, up to the last version"
        )
    assert history_of(FIRST) == acts[FIRST]
    for number, plain in shown.items():
        again = find.show(busy.session(ARCHIVIST), number).plain
        for name in ("state", "answers", "documents", "letter_number", "signed_copies", "agenda", "version"):
            assert again[name] == plain[name], (number, name)
    assert busy.held.files() == archive, "a rebuild changes nothing in the archive"
    assert busy.verify() == []


def test_work_goes_on_after_a_rebuild_with_the_next_numbers(busy: Bureau) -> None:
    lose_database(busy)
    built(busy)
    (came,) = busy.receive(*busy.signed(SECOND, 1))
    assert came.what == "copy"
    assert cases.get(SECOND).state.value == "diarsipkan"
    waiting = next(arrival for arrival in arrivals.listed() if arrival.state == "baru" and arrival.agenda)
    given = registration(1) | {register.NOT_A_DUPLICATE: True}
    case = perform(register.register_arrival, busy.session(), waiting.id, given).case
    assert (case.number, case.register_number) == ("2026-0005", "0005/TL/XI/2026")
    assert busy.arrive(one_page("berikutnya")).agenda == f"A-2026-{int(str(waiting.agenda)[-4:]) + 1:04d}"
    again = busy.draft("2026-0004", WIFE)
    assert again.revision == 2
    assert busy.approve("2026-0004").number == "400.2/003/P2TP2A/XI/2026"
    assert busy.verify() == []


@pytest.mark.usefixtures("on_file")
def test_a_rebuild_beside_the_old_database_keeps_the_old_one(filed: Bureau) -> None:
    before = rows(filed)
    built(filed)
    assert rows(filed) == before
    (old,) = filed.settings.var.glob("rangkap-*.db")
    assert old.stat().st_size > 0
    assert not (filed.settings.var / "rebuild").exists()


class Killed(BaseException):
    """A kill at a point of our choice; nothing runs after it."""


def killed_in(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def kill(*_: object, **__: object) -> None:
        raise Killed

    room, _, step = name.rpartition(".")
    monkeypatch.setattr(getattr(rebuild, room) if room else rebuild, step, kill)


@pytest.mark.parametrize("point", ["_entries", "rebuild_numbers.mail", "_loose_arrivals", "_put_in_place"])
@pytest.mark.usefixtures("on_file")
def test_an_interrupted_rebuild_stops_every_verb_and_can_be_repeated(
    filed: Bureau, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    before = rows(filed)
    lose_database(filed)
    with monkeypatch.context() as patch:
        killed_in(patch, point)
        with pytest.raises(Killed):
            built(filed)
    assert (filed.settings.var / "rebuild.open").exists()
    for account in (ARCHIVIST, CHAIR):
        with refused_with("records.no_database"):
            filed.session(account)
    with refused_with("records.no_database"):
        filed.counter()
    built(filed)
    assert rows(filed) == before
    assert filed.verify() == []


def test_a_letter_only_drafted_is_work_of_the_day_and_its_case_is_open_again(
    at_stage: Callable[[str], Bureau],
) -> None:
    office = at_stage("drafted")
    lose_database(office)
    built(office)
    assert letters.of_case(FIRST) == []
    assert cases.get(FIRST).state.value == "terdaftar"
    assert office.draft(FIRST).id == f"{FIRST}-1"
