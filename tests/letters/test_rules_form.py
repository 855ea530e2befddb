"""Rules 5, 6, 11, 12 and 14 in the corners that whole letters do not reach; blanks of a secretariat."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pipeline.letters.compose import Draft, compose, template_for
from pipeline.letters.context import address_block
from pipeline.letters.matter import Matter
from pipeline.letters.numbers import days_in
from pipeline.letters.rules import check, check_day, signing
from pipeline.letters.text import read
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory
from tests.letters.matters import CHAIR, DAY, POLICE, RANKED, VICTIM, office

Composer = Callable[[Matter], Draft]
DEPUTY = Signatory(
    "sekretaris", "Sekretaris", "Hendrawan Sulu, S.Sos.", "198001012005011002", capacity="a.n.",
    represents=CHAIR.title, mandate="Nomor 1 tanggal 1 Januari 2026",
)  # fmt: skip


def broken(text: str, matter: Matter, settings: Settings, **how: bool) -> list[int]:
    return [finding.rule for finding in check(text, matter, settings, DAY, **how)]  # type: ignore[arg-type]


def test_the_day_that_was_typed_in_is_checked_against_receipt_and_signatory(
    composed: Composer, settings: Settings
) -> None:
    text = composed(VICTIM).text.replace("24 November 2026", "")
    assert check_day(text, VICTIM, settings, DAY) == ()
    assert [finding.rule for finding in check_day(text, VICTIM, settings, date(2026, 11, 19))] == [11]
    ended = office(settings.home, replace(CHAIR, until=date(2026, 11, 23)))
    assert [finding.rule for finding in check_day(text, VICTIM, ended, DAY)] == [12]
    assert [finding.rule for finding in check_day(text, VICTIM, settings, DAY, (DEPUTY,))] == [12]


@pytest.mark.parametrize("blank", ["", "________ 2026", ".......... 2026", "… November 2026"])
def test_a_date_to_come_is_blank_for_a_secretariat_and_unfilled_otherwise(
    blank: str, composed: Composer, settings: Settings
) -> None:
    text = composed(VICTIM).text.replace("24 November 2026", blank, 1)
    assert broken(text, VICTIM, settings, awaits_number=True) == []
    assert set(broken(text, VICTIM, settings)) == {3}


def test_other_blanks_are_unfilled_for_a_secretariat_too(composed: Composer, settings: Settings) -> None:
    text = composed(VICTIM).text.replace("Saudari boleh", "______ boleh")
    assert broken(text, VICTIM, settings, awaits_number=True) == [3]


def test_a_date_in_figures_cannot_be_stamped_and_is_told(composed: Composer, settings: Settings) -> None:
    text = composed(VICTIM).text.replace("Muara Lanting, 24 November 2026", "Muara Lanting, 24-11-2026")
    (fault,) = check(text, VICTIM, settings, DAY)
    assert (fault.rule, "24 November 2026" in fault.text()) == (11, True)


@pytest.mark.parametrize(
    ("shown", "rules"),
    [("satu berkas", []), ("1 (satu) berkas.", []), ("1 (dua) berkas", [14]), ("beberapa", [14]), ("- ", [14]),
     ("berkas", [14]), ("nol puluh berkas", [14]), ("tidak ada", [14])],
)  # fmt: skip
def test_attachments_are_counted_in_figures_or_words(
    shown: str, rules: list[int], composed: Composer, settings: Settings
) -> None:
    assert broken(composed(POLICE).text.replace("1 (satu) berkas", shown), POLICE, settings) == rules


def test_no_attachment_may_be_said_by_a_nought(composed: Composer, settings: Settings) -> None:
    text = composed(VICTIM).text
    assert "Lampiran\t:\t-" in text
    assert broken(text.replace("Lampiran\t:\t-", "Lampiran\t:\t0 berkas"), VICTIM, settings) == []


def test_a_signature_block_is_known_by_title_name_and_nip() -> None:
    block = ("Ketua P2TP2A", "Kabupaten Batang Asri,", RANKED.name, RANKED.rank, "NIP 19700101 199503 2 001")
    assert signing(block, (DEPUTY, RANKED)) is RANKED
    assert signing(block, (CHAIR,)) is None
    assert signing((*block[:-1], "NIP 19700101 199503 2 002"), (RANKED,)) is None
    assert signing(block[:3], (RANKED,)) is RANKED
    own = ("a.n. Ketua P2TP2A", "Kabupaten Batang Asri", "Sekretaris,", "HENDRAWAN SULU, S.Sos.")
    assert signing(own, (RANKED, DEPUTY)) is DEPUTY
    assert signing(("Sekretaris,", "Hendrawan Sulu, S.Sos."), (DEPUTY,)) is None


def test_a_closing_that_cannot_be_told_is_said_and_not_blamed_on_the_signatory(
    composed: Composer, settings: Settings
) -> None:
    good = composed(VICTIM).text
    (fault,) = check(good.replace("Demikian kami sampaikan. Atas", "Atas"), VICTIM, settings, DAY)
    assert fault.text().startswith(
        "Aturan 12 (paragraf penutup): Paragraf penutup yang berawal “Demikian” tidak ada"
    )
    assert "Penandatangan" not in fault.text()
    assert "office.toml" not in fault.text()
    none = good.replace("Demikian kami sampaikan. Atas", "Atas").replace(CHAIR.name, "")
    sentences = [finding.said.id for finding in check(none, VICTIM, settings, DAY)]
    assert [sentence.partition(" ")[0] for sentence in sentences] == ["Paragraf", "Penandatangan"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Demikian kami", "4. Demikian kami"),
        ("Demikian kami", "DEMIKIAN kami"),
        ("Demikian kami", "Demikian pula bila Saudari memerlukan pendamping.\nDemikian kami"),
    ],
)
def test_the_last_paragraph_that_closes_is_the_closing(
    old: str, new: str, composed: Composer, settings: Settings
) -> None:
    assert broken(composed(VICTIM).text.replace(old, new), VICTIM, settings) == []


def test_a_deputys_letter_passes_when_he_may_sign_and_no_other_day(settings: Settings) -> None:
    made = compose(VICTIM, settings, template_for(VICTIM), DAY, "2026-0001-1", DEPUTY)
    assert [finding.rule for finding in check(made.text, VICTIM, settings, DAY, signatories=(DEPUTY,))] == []
    assert broken(made.text, VICTIM, settings) == [12]


def test_days_are_read_as_people_write_them() -> None:
    text = "19 November 2026, 18 Nopember 2026, 17 Nop. 2026, 16-11-2026, 15/11/2026; 31 Februari 2026, 9 Entah 2026"
    assert [day.day for day in days_in(text)] == [19, 18, 17, 16, 15]


def test_a_letter_to_the_attention_of_somebody_says_so() -> None:
    attention = replace(POLICE.addressee, care_of="u.p. Kasat Reskrim")
    assert address_block(attention)[1] == "u.p. Kasat Reskrim"
    assert address_block(VICTIM.addressee)[1] == "d.a. Saudari Yuniarti Talahu"


def test_an_opening_goes_on_behind_a_greeting_and_a_broken_line() -> None:
    lines = "Yth. Ibu Tum\ndi tempat\nDengan hormat,\nMenindaklanjuti surat Ibu\nyang kami terima.\nIsi."
    assert read(lines).opening == "Menindaklanjuti surat Ibu yang kami terima."
    assert read("Yth. Ibu Tum\ndi tempat\nDengan hormat,").opening == ""
