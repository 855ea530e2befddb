"""The outcomes of an office (step 14): added, made stricter and switched off as data, never weaker than the procedure."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cases import outcomes
from pipeline.cases.closing import went_to_law
from pipeline.cases.fields.closing import closing_fields
from pipeline.cases.outcomes import Outcome
from pipeline.cases.problems import InvalidAnswers
from pipeline.cases.values import text
from pipeline.intake.reader import Reader
from pipeline.office.bookkeeping import recap
from pipeline.office.bookkeeping.recap import Asked, Recipient
from pipeline.office.cases import crisis
from pipeline.office.delivery import close, deliver
from pipeline.office.engine.perform import perform
from pipeline.office.overview.find import show
from pipeline.office.papers.forms_closing import blank_handling, simfoni_fields
from pipeline.records import boot, cases
from pipeline.register.recap import Table
from pipeline.settings import Settings, load, read_settings
from pipeline.settings import outcomes as chosen
from tests.office import damage
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau, copied
from tests.office.stages import FIRST, TO_SCHOOL
from tests.office.test_close import police, text_of
from tests.refused import refused_with

OWN = """
[[hasil]]
nama = "kembali ke keluarga"
induk = "datang langsung"
syarat = ["bukti", "pernyataan"]
"""
OFF = """
[[hasil]]
nama = "dilimpahkan"
dipakai = false
"""
BACK: dict[str, Any] = {
    "outcome": "kembali ke keluarga",
    "outcome_day": "24-11-2026",
    "outcome_services": "pemulangan",
    "outcome_proof": "berita acara 3/XI/2026",
    "outcome_wish": "ingin pulang, dinyatakan di kantor",
    "outcome_summary": "Anak pulang bersama orang tua.",
}
READ_OUT = TO_SCHOOL | {"way": "diambil di kantor", "identity": "KTP", "proof": "tanda terima"}


def settings(rows: str, home: Path = Path("/rumah")) -> Settings:
    return read_settings(home, "[kantor]\npercobaan = true\n" + rows)


def known(rows: str) -> dict[str, Outcome]:
    return {outcome.value: outcome for outcome in outcomes.of_office(settings(rows).outcomes)}


def test_the_names_in_the_settings_are_those_of_the_procedure() -> None:
    assert tuple(outcome.value for outcome in outcomes.OUTCOMES) == chosen.BUILT_IN
    assert outcomes.of_office(()) == outcomes.OUTCOMES


def test_an_own_outcome_asks_for_what_its_parent_asks_and_more() -> None:
    own = known(OWN)["kembali ke keluarga"]
    assert own.asks == {outcomes.SERVICES, outcomes.PROOF, outcomes.WISH}
    assert (own.needs_answer, own.parent) == (True, "datang langsung")
    over = known(OWN.replace("datang langsung", "tidak bersedia").replace('"bukti"', '"surat disampaikan"'))
    assert over["kembali ke keluarga"].is_over
    assert over["kembali ke keluarga"].needs_answer


def test_one_of_the_procedure_is_made_stricter_and_hands_that_on_but_is_never_weakened() -> None:
    stricter = known('[[hasil]]\nnama = "datang langsung"\nsyarat = ["bukti", "bahaya"]\n' + OWN)
    assert stricter["datang langsung"].asks == {outcomes.SERVICES, outcomes.PROOF}
    assert stricter["datang langsung"].is_over
    assert stricter["kembali ke keluarga"].is_over
    for outcome in outcomes.OUTCOMES:
        if outcome.value != outcomes.MERGED:
            same = known(f'[[hasil]]\nnama = "{outcome.value}"\nsyarat = []\n')
            assert same[outcome.value] == outcome


def test_what_is_switched_off_is_not_offered() -> None:
    assert "dilimpahkan" not in known(OFF)
    assert "kembali ke keluarga" not in known(OWN + "dipakai = false\n")
    (field,) = [box for box in closing_fields(tuple(known(OWN + OFF).values())) if box.name == "outcome"]
    assert "dilimpahkan" not in {choice.value for choice in field.choices}
    assert "kembali ke keluarga" in {choice.value for choice in field.choices}


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ('"bukti"', '"bukit"', 7, "syarat “bukit” tidak dikenal. Maksud Anda “bukti”?"),
        ('"bukti"', '"xyz"', 7, "syarat “xyz” tidak dikenal. Pilihannya: layanan, lembaga, bukti"),
        ('"datang langsung"', '"datang"', 6, "induk “datang” bukan hasil prosedur. Maksud Anda “datang langsung”?"),
        ('"datang langsung"', '"digabung"', 6, "induk “digabung” bukan hasil prosedur."),
        ("induk = ", "induc = ", 6, "Maksud Anda “induk”?"),
        ('induk = "datang langsung"\n', "", 5, "hasil kantor memerlukan “induk”"),
        ('"kembali ke keluarga"', '"dirujuk"', 6, "“dirujuk” hasil prosedur dan tidak punya induk"),
        ('"kembali ke keluarga"', '"Dirujuk"', 5, "hasil prosedur ditulis “dirujuk”"),
        ('"kembali ke keluarga"', '"pulang, lalu"', 5, "tanpa koma"),
        ('"kembali ke keluarga"', '""', 5, "harus berupa teks"),
        ('["bukti", "pernyataan"]', '"bukti"', 7, "harus daftar teks"),
        ('syarat = ["bukti", "pernyataan"]', "dipakai = 1", 7, "harus true atau false"),
    ],
)  # fmt: skip
def test_a_bad_row_stops_the_start_with_line_reason_and_what_was_meant(
    before: str, after: str, line: int, said: str
) -> None:
    with refused_with("settings.bad") as refusal:
        settings(OWN.replace(before, after, 1))
    assert said in refusal.value.text()
    assert f"office.toml, baris {line}:" in refusal.value.text()


@pytest.mark.parametrize("name", chosen.ALWAYS)
def test_her_withdrawal_the_crisis_and_a_merger_are_not_switched_off(name: str) -> None:
    with refused_with("settings.bad", match="tidak dapat dimatikan"):
        settings(OFF.replace("dilimpahkan", name))
    with refused_with("settings.bad", match="dua kali"):
        settings(OFF + OFF)


@pytest.fixture
def office(
    stage: Callable[[str], Path], tmp_path: Path, office_reader: Reader, office_clock: None
) -> Iterator[Bureau]:
    """An office with an outcome of its own, in which the answer of FIRST was told at the office."""
    made = Bureau(copied(stage("filed"), tmp_path / "rumah"), office_reader)
    rows(made, OWN + OFF)
    perform(deliver.record_delivery, made.session(CLERK), FIRST, READ_OUT)
    yield made
    boot.close()


def rows(bureau: Bureau, wanted: str) -> None:
    """Let office.toml end with the rows ``wanted`` alone."""
    path = bureau.home / "office.toml"
    path.write_text(path.read_text("utf-8").partition("\n[[hasil]]")[0] + wanted, "utf-8")
    bureau.settings = load(bureau.home)


def closed(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close FIRST with the office's own outcome; the receipt that is still out is not looked at here."""
    monkeypatch.setattr("pipeline.office.base.dispatches.awaits_receipt", lambda _: False)
    bureau.session()
    perform(close.close_case, bureau.session(OFFICER), FIRST, police(BACK))


def table(bureau: Bureau, name: str, to: Recipient = Recipient.OFFICE) -> Table | None:
    made = recap.make(bureau.session(CHAIR), Asked(recap.period(month="2026-11"), to))
    return next((tally for tally in made.tables if tally.id == name), None)


def counts(figures: Table | None) -> dict[str, Any]:
    assert figures is not None
    return {row.title.id: row.cells[0] for row in figures.rows if row.cells[0]}


def test_a_case_is_closed_with_it_and_report_sheet_and_rebuild_know_it(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.session()
    with pytest.raises(InvalidAnswers) as refused:
        perform(
            close.close_case,
            office.session(OFFICER),
            FIRST,
            police({name: answer for name, answer in BACK.items() if name != "outcome_wish"}),
        )
    assert refused.value.fields["fields"] == ("outcome_wish",)
    with pytest.raises(InvalidAnswers):
        perform(close.close_case, office.session(OFFICER), FIRST, police(BACK | {"outcome": "dilimpahkan"}))
    closed(office, monkeypatch)
    case = cases.get(FIRST)
    assert (text(case.values, "outcome"), outcomes.root(case.values)) == (BACK["outcome"], "datang langsung")
    assert "■ kembali ke keluarga" in text_of(office).replace("\xa0", " ")
    assert "dilimpahkan" not in text_of(office)
    outcome = simfoni_fields(office.session(OFFICER), case)["hasil"]
    assert outcome == "datang langsung (kembali ke keluarga)"
    damage.rebuilt(office)
    assert cases.get(FIRST).values == case.values
    assert office.verify() == []


def test_a_requirement_that_is_beside_the_answers_is_missing_too(office: Bureau) -> None:
    rows(office, OWN.replace('"bukti", "pernyataan"', '"percobaan"'))
    given = {name: answer for name, answer in BACK.items() if name not in ("outcome_proof", "outcome_wish")}
    office.session()
    with refused_with("office.cannot_close", match="2 attempts"):
        perform(
            close.close_case,
            office.session(OFFICER),
            FIRST,
            police(given | {"outcome_attempts": "24-11-2026 telepon aman"}),
        )


def test_the_recap_counts_it_under_its_parent_and_tells_it_by_name(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(office, monkeypatch)
    for recipient in (Recipient.OFFICE, Recipient.PROVINCE):
        assert counts(table(office, "hasil", recipient)) == {
            "datang langsung": 1,
            "belum selesai": 1,
        }
        assert counts(table(office, "hasil-kantor", recipient)) == {
            "kembali ke keluarga (dihitung sebagai: datang langsung)": 1, "belum selesai": 1,
        }  # fmt: skip
    assert table(office, "hasil-kantor", Recipient.PUBLICATION) is None


def test_one_that_is_switched_off_since_still_bears_its_title(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(office, monkeypatch)
    rows(office, "")
    assert show(office.session(CHAIR), FIRST).plain["outcome"] == "kembali ke keluarga"
    assert (
        counts(table(office, "hasil-kantor"))["kembali ke keluarga (dihitung sebagai: datang langsung)"] == 1
    )
    case = cases.get(FIRST)
    assert outcomes.ticks(case.values)[-1] == ("kembali ke keluarga", "kembali ke keluarga")
    perform(close.reopen_case, office.session(CHAIR), FIRST, {"reason": "korban kembali"})
    assert not set(cases.get(FIRST).values) & {"outcome", outcomes.PARENT}


def test_blank_papers_and_tables_bear_the_outcomes_of_the_office(office: Bureau) -> None:
    choices = blank_handling(office.settings)["hasil"].replace("\xa0", " ")
    assert "□ kembali ke keluarga" in choices
    assert "dilimpahkan" not in choices
    rows(office, OFF)
    assert table(office, "hasil-kantor") is None


def test_what_follows_from_the_parent_follows_for_the_own_one() -> None:
    own = {"outcome": "ke Polres", outcomes.PARENT: "dirujuk", "outcome_place": "Polres Batang Asri"}
    assert went_to_law(own)
    assert not went_to_law(own | {outcomes.PARENT: "datang langsung"})
    assert (
        outcomes.root({"outcome": "krisis kabupaten", outcomes.PARENT: crisis.outcomes.CRISIS})
        == outcomes.CRISIS
    )
