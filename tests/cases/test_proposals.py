"""Suggestions from a scan become editable proposals; a doubtful one says so."""

from dataclasses import dataclass
from datetime import date

from pipeline.cases.fields.proposals import FROM_SUGGESTION, from_suggestions
from pipeline.cases.fields.table import BY_NAME
from pipeline.intake.suggest import suggest
from tests.cases.conftest import TODAY
from tests.intake.suggest_letters import page_of


@dataclass(frozen=True)
class Read:
    """A suggestion as reading yields it."""

    value: str
    normal: str = ""
    confidence: float = 0.95
    alternatives: tuple[str, ...] = ()
    page: int = 1


def test_every_suggestion_has_a_field() -> None:
    assert set(FROM_SUGGESTION.values()) <= set(BY_NAME)


def test_a_suggestion_is_shown_as_the_clerk_would_type_it() -> None:
    proposals = from_suggestions(
        {
            "channel": Read("Surat", "letter"),
            "letter_date": Read("19 November 2026", "2026-11-19", 0.97, ("2026-11-18",)),
            "case_type": Read("fisik, psikis", "fisik, psikis", 0.6),
            "relation": Read("suami saya", "suami/istri"),
            "reporter_phone": Read("0812-0000-1101", "081200001101"),
            "addressee": Read("Ketua P2TP2A"),
        },
        TODAY,
        scanned=date(2026, 11, 20),
    )
    assert {name: proposal.shown for name, proposal in proposals.items()} == {
        "channel": "surat",
        "letter_date": "19-11-2026",
        "violence": "fisik, psikis",
        "reported_relation": "suami/istri",
        "reporter_phone": "081200001101",
        "received_day": "20-11-2026",
    }
    assert proposals["violence"].doubtful
    assert not proposals["letter_date"].doubtful
    assert proposals["letter_date"].alternatives == ("18-11-2026",)


def test_who_reports_for_another_is_proposed_not_to_be_the_victim() -> None:
    for relation, shown in (("korban_sendiri", "ya"), ("Tetangga", "tidak"), ("lembaga perujuk", "tidak")):
        proposals = from_suggestions({"reporter_relation": Read(relation, relation, 0.7)}, TODAY)
        assert proposals["reporter_is_victim"].shown == shown
        assert proposals["reporter_is_victim"].doubtful
    assert "reporter_is_victim" not in from_suggestions({"sender": Read("Ani", "Ani")}, TODAY)


def test_a_suggestion_its_field_cannot_read_is_shown_as_doubtful() -> None:
    proposals = from_suggestions(
        {"letter_date": Read("Minggu kemarin", "", 0.99), "sender": Read("\u202e", "")}, TODAY
    )
    assert proposals["letter_date"].shown == "Minggu kemarin"
    assert proposals["letter_date"].doubtful
    assert proposals["sender"].doubtful


def test_an_empty_suggestion_proposes_nothing() -> None:
    assert from_suggestions({"sender": Read("", "")}, TODAY) == {}


def test_a_safe_contact_is_never_filled_in_and_the_letters_sentence_is_quoted() -> None:
    line = "Yuniarti Talahu, Gang Kenanga 2 No. 0, Kelurahan Muara Lanting, HP 0812-0000-1102"
    sentence = f"Mohon dititipkan kepada {line}"
    proposals = from_suggestions(
        {"safe_contact": Read(line, "Yuniarti Talahu"), "safe_contact_said": Read(sentence, page=2)}, TODAY
    )
    assert {
        (name, proposal.shown, proposal.quote, proposal.page) for name, proposal in proposals.items()
    } == {
        ("safe_contact_way", "", sentence, 2),
        ("safe_contact_name", "", sentence, 2),
    }
    assert from_suggestions({"safe_contact": Read(line)}, TODAY) == {}


def test_a_real_letter_fills_the_form_in() -> None:
    letter = """
                                                Muara Lanting, 19 November 2026

    Yth. Ketua P2TP2A Kabupaten Batang Asri

    Saya yang bertanda tangan di bawah ini:

    Nama                  : Ani Wulandari
    Umur                  : 32 tahun
    No. HP                : 0812-0000-1101

    dengan ini mengadukan suami saya.

    Saya mohon surat balasan JANGAN dikirim ke rumah. Mohon dititipkan kepada kakak
    saya, Rina Wulandari, Gang Kenanga 2 No. 0, Kelurahan Muara Lanting, HP 0812-0000-1102.

                                                Hormat saya,

                                                Ani Wulandari
    """
    proposals = from_suggestions(suggest((page_of(letter),)), TODAY, date(2026, 11, 20))
    shown = {name: proposal.shown for name, proposal in proposals.items()}
    assert shown["channel"] == "surat"
    assert shown["letter_date"] == "19-11-2026"
    assert shown["reporter_name"] == "Ani Wulandari"
    assert shown["safe_contact_name"] == ""
    assert "JANGAN dikirim ke rumah. Mohon dititipkan" in proposals["safe_contact_name"].quote
    assert not any("safe_contact" in name and proposal.shown for name, proposal in proposals.items())
