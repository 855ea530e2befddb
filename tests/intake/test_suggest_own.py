"""Who writes is taken for the victim only where the letter says so, and never surely."""

import pytest

from pipeline.cases.fields.proposals import SURE, from_suggestions
from pipeline.intake.suggest import suggest
from tests.cases.conftest import TODAY
from tests.intake.suggest_letters import page_of
from tests.intake.test_suggest_forbidden import LETTER

FOR_ANOTHER = [
    "Tetangga saya, Ibu Tini, dipukul suaminya. Nama saya dirahasiakan.",
    "Seorang anak di kampung kami dicabuli pamannya. Saya disuruh ibunya melapor.",
    "Ada anak dianiaya bapaknya. Saya dimintai tolong oleh neneknya.",
    "Anak saya dicabuli pamannya.",
    "Saya ibu dari anak umur 9 tahun yang dipukul bapaknya. Mantan suami saya melarang anak itu sekolah.",
    "Cucu saya ditelantarkan bapaknya. Saya dipercaya mengasuhnya.",
    "Saya mengadukan suami saya yang mencabuli anak kandung kami.",
    "Nama dan alamat saya mohon dirahasiakan. Di rumah sebelah ada istri yang dipukul suaminya.",
    "Saya ibunya. Anak saya bernama Putri dicabuli ayah tirinya, yaitu suami saya sendiri.",
    "Saya melapor untuk adik saya yang dianiaya suaminya. Suami saya sendiri tidak tahu saya menulis.",
    "Ananda kami diancam dan dipukul bapaknya. Mohon nama saya tidak disebut.",
    "Pacar anak saya memukul anak saya.",
    "Saya dititipi pesan oleh korban. Ia diancam suaminya.",
    "Mohon saya dilindungi sebagai pelapor. Tetangga saya disiksa anaknya.",
    "Anak buah saya dilecehkan atasan kami.",
]
OWN = [
    "Saya dipukul suami saya.",
    "Suami saya memukul saya.",
    "Saya dianiaya mantan suami saya.",
    "Saya diancam akan dibunuh oleh pacar saya.",
    "Saya tidak diberi nafkah oleh suami saya.",
    "Ulun dipukul laki ulun.",
    "Atasan saya meraba saya di kantor.",
    "Saya diperkosa tetangga saya.",
    "Saya sudah dipukul berkali-kali. Nama saya dirahasiakan.",
]


def relation(text: str) -> tuple[str, float] | None:
    """Return how the writer is read to stand to the victim, and how surely."""
    suggestion = suggest([page_of(LETTER.format(told=text, asked="Mohon bantuan."))]).get("reporter_relation")
    return (suggestion.normal, suggestion.confidence) if suggestion else None


@pytest.mark.parametrize("told", FOR_ANOTHER)
def test_who_writes_for_another_is_not_read_as_the_victim(told: str) -> None:
    reading = relation(told)
    assert reading is None or reading[0] != "korban_sendiri"


@pytest.mark.parametrize("told", OWN)
def test_who_writes_of_herself_is_read_as_the_victim_and_never_surely(told: str) -> None:
    suggestions = suggest([page_of(LETTER.format(told=told, asked="Mohon bantuan."))])
    assert suggestions["reporter_relation"].normal == "korban_sendiri"
    assert suggestions["reporter_relation"].confidence < SURE
    assert "victim_name" not in suggestions or suggestions["victim_name"].confidence < SURE


def test_a_ticked_box_of_a_form_makes_nobody_surely_the_victim() -> None:
    suggestion = suggest([page_of("PELAPOR\nNama : Ani\nHubungan : [x] Korban [ ] Tetangga\n")])[
        "reporter_relation"
    ]
    assert (suggestion.normal, suggestion.confidence < SURE) == ("korban_sendiri", True)


def test_the_clerk_is_told_to_check_that_the_reporter_is_the_victim() -> None:
    fields = from_suggestions(suggest([page_of(LETTER.format(told=OWN[0], asked="Mohon bantuan."))]), TODAY)
    assert fields["reporter_is_victim"].shown == "ya"
    assert fields["reporter_is_victim"].doubtful
    assert fields["reporter_relation"].doubtful
