"""Clauses by letter, channel, addressee and kind of case; and what an office may not do with its own."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from pipeline.cases.completeness import _BROKEN, _REQUIRED, _WANTED
from pipeline.cases.contacts import OWNER
from pipeline.kernel.letter_kinds import ANSWER, CLARIFICATION
from pipeline.letters import clauses, forms_fields
from pipeline.letters.clauses import _TOLD, _VIOLENCE, Asking
from pipeline.letters.compose import Draft, compose, template_for
from pipeline.letters.context import clause_fields, titled
from pipeline.letters.finding import Finding
from pipeline.letters.matter import LETTER, PHONE, Matter
from pipeline.letters.rules import check
from pipeline.letters.words import TELLING
from pipeline.settings import Settings
from tests.letters.matters import ALL, CALLER, DAY, NEIGHBOUR, POLICE, SCHOOL, VICTIM
from tests.refused import refused_with

GAPS = sorted({rule.field for rule in (*_REQUIRED, *_WANTED)} - {OWNER, "sender_address", *_BROKEN})
"""What a letter may ask; whose the safe contact is, and where to write, is asked of nobody in writing."""
OWN = (
    "nama: {name}\nversi: 9\nbagian: {part}\nkanal: surat, telepon, rujukan\nuntuk: {kind}\n{more}\n{text}\n"
)


def ask(matter: Matter, asked: Collection[str], settings: Settings, by: date | None = None) -> Draft:
    """Return the letter that asks the addressee of ``matter`` for the fields ``asked``."""
    name, letter = template_for(matter, CLARIFICATION), f"{matter.case}-1"
    return compose(matter, settings, name, DAY, letter, asking=Asking(asked, by=by))


def own(
    settings: Settings, name: str, text: str, part: str = "isi", kind: str = "perorangan", more: str = ""
) -> Path:
    folder = settings.templates / "klausul"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(
        OWN.format(name=name, part=part, kind=kind, more=more, text=text), "utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("letter", "channel", "kind", "cases"),
    list(
        product(
            (ANSWER.word, CLARIFICATION.word),
            clauses.CHANNEL_WORDS.values(),
            ("perorangan", "instansi"),
            ((), ("anak",), ("anak", "seksual")),
        )
    ),
)
def test_every_letter_has_one_opening_and_its_mandatory_clauses(
    letter: str, channel: str, kind: str, cases: tuple[str, ...]
) -> None:
    chosen = clauses.choose(clauses.shipped(), channel, kind, letter, cases)
    assert len([clause for clause in chosen if clause.part == clauses.OPENING]) == 1
    assert len([clause for clause in chosen if clause.is_mandatory]) == 2
    assert all(clause.name in _TOLD for clause in chosen if clause.is_mandatory)


@pytest.mark.parametrize("channel", clauses.CHANNEL_WORDS.values())
def test_a_receipt_has_its_sentence_for_every_channel(channel: str) -> None:
    chosen = clauses.choose(clauses.shipped(), channel, "perorangan", clauses.RECEIPT)
    first, *_ = clauses.wording_of(clauses.filled(chosen, {**forms_fields.CLAUSE, "kanal": channel})).content
    assert first.startswith("Telepon" if channel == "telepon" else "Surat")


@pytest.mark.parametrize("one", clauses.shipped(), ids=lambda one: one.name)
def test_a_shipped_clause_is_neutral_and_names_known_fields_only(one: clauses.Clause) -> None:
    assert _VIOLENCE.search(one.text) is None
    for cases in (
        {},
        {"kanal": "telepon", "surat": {"nomor": "", "tanggal": "", "diterima": "20 November 2026"}},
    ):
        filled = clauses.wording_of(clauses.filled((one,), {**forms_fields.CLAUSE, **cases}))
        assert filled.labels == (one.label,)
    empty = {name: "" for name, value in forms_fields.CLAUSE.items() if isinstance(value, str)}
    assert "  " not in " ".join(
        clauses.wording_of(clauses.filled((one,), {**forms_fields.CLAUSE, **empty})).content
    )


def test_the_fields_of_a_clause_are_those_that_a_letter_fills(settings: Settings) -> None:
    assert set(forms_fields.CLAUSE) == set(clause_fields(VICTIM, settings))


def test_every_gap_of_a_case_has_its_question() -> None:
    asked = clauses.questions(clauses.shipped(), GAPS)
    assert sorted(question.field for question in asked) == GAPS


def test_sexual_violence_brings_no_mediation_and_the_day_for_the_authorities(settings: Settings) -> None:
    matter = replace(POLICE, cases=("anak", "seksual"), report_by=date(2026, 11, 24))
    draft = compose(matter, settings, template_for(matter), DAY)
    assert "tidak ditempuh melalui mediasi" in draft.text
    assert (
        "kepada instansi yang berwenang. Kami menyampaikannya paling lambat tanggal 24 November 2026"
        in draft.text
    )
    assert {"tanpa-mediasi@1", "lapor-berwenang@2", "lindungi-identitas@2"} <= set(draft.clauses)
    assert check(draft.text, matter, settings, DAY) == ()
    late = compose(matter, settings, template_for(matter), date(2026, 11, 25))
    assert "paling lambat" not in late.text
    assert "lapor-berwenang@2" not in late.clauses


def test_other_cases_bring_nothing_of_the_kind(settings: Settings) -> None:
    draft = compose(POLICE, settings, template_for(POLICE), DAY)
    assert "mediasi" not in draft.text
    assert "tempat belajar" not in draft.text


def test_a_person_whose_address_form_nobody_chose_is_bapak_ibu(settings: Settings) -> None:
    addressee = replace(NEIGHBOUR.addressee, salutation="")
    matter = replace(NEIGHBOUR, addressee=addressee, comes="")
    draft = compose(matter, settings, template_for(matter), DAY)
    assert "Yth. Bapak/Ibu Tum" in draft.text
    assert titled(replace(addressee, name="Ibu Tum")) == "Ibu Tum"
    assert titled(replace(addressee, name="Ibunda Tum")) == "Bapak/Ibu Ibunda Tum"
    assert titled(replace(addressee, name="Ibu Tum", salutation="Ibu")) == "Ibu Tum"
    assert titled(replace(addressee, name="Ibu Tum", salutation="Bapak/Ibu")) == "Ibu Tum"
    assert titled(replace(addressee, name="Bpk. Sukirno", salutation="Bapak/Ibu")) == "Bpk. Sukirno"
    assert titled(replace(addressee, name="Bu Tum", salutation="Saudari")) == "Saudari Tum"
    assert titled(replace(addressee, name="Ibu", salutation="Bapak/Ibu")) == "Bapak/Ibu Ibu"
    assert "surat Bapak/Ibu yang kami terima pada tanggal 20 November 2026" in draft.text
    assert check(draft.text, matter, settings, DAY) == ()


# what only an answer must say
OF_ANSWERS = {2, 3}


def broken(text: str, matter: Matter, settings: Settings) -> list[Finding]:
    return [finding for finding in check(text, matter, settings, DAY) if finding.rule not in OF_ANSWERS]


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_request_asks_neutrally_and_keeps_the_letter_rules(name: str, settings: Settings) -> None:
    matter = replace(ALL[name], cases=("anak", "seksual"), follow_up="")
    draft = ask(matter, GAPS, settings, date(2026, 12, 1))
    assert broken(draft.text, matter, settings) == []
    assert TELLING.search(draft.context["hal"]) is None
    assert _VIOLENCE.search(draft.text) is None
    assert len(draft.context["pertanyaan"]) == len(GAPS)
    assert draft.context["pertanyaan"][-2].endswith("; dan")
    assert draft.context["pertanyaan"][-1].endswith(".")
    assert "paling lambat tanggal 1 Desember 2026" in draft.text
    assert all(word not in draft.text for word in ("korban", "terlapor", "kekerasan"))


def test_a_call_is_asked_as_a_call_and_an_undated_letter_by_its_receipt(settings: Settings) -> None:
    assert (
        "sampaikan melalui telepon pada tanggal 23 November 2026"
        in ask(CALLER, ["event_date"], settings).text
    )
    undated = ask(NEIGHBOUR, ["event_date"], settings)
    assert "surat Ibu yang kami terima pada tanggal 20 November 2026" in undated.text
    assert "umur yang bersangkutan" in ask(NEIGHBOUR, ["victim_age"], settings).text
    own_case = replace(VICTIM, concerns_reader=True)
    assert "umur Saudari, walaupun perkiraan." in ask(own_case, ["victim_age"], settings).text


@pytest.mark.parametrize("channel", [LETTER, PHONE])
def test_the_victims_own_letters_speak_to_her_and_of_nobody_else(channel: str, settings: Settings) -> None:
    own_case = replace(VICTIM, concerns_reader=True, incoming=replace(VICTIM.incoming, channel=channel))
    text = compose(own_case, settings, template_for(own_case), DAY).text
    assert "Setiap layanan diberikan dengan persetujuan Saudari." in text
    assert "Agar kebutuhan Saudari dapat kami pahami dengan baik" in text
    assert "yang bersangkutan" not in text
    asked = ask(own_case, GAPS, settings).text
    assert "yang bersangkutan" not in asked
    assert "memberikan keterangan berikut, sejauh Saudari ketahui:" in asked


@pytest.mark.parametrize("matter", [NEIGHBOUR, CALLER, SCHOOL], ids=["neighbour", "caller", "school"])
def test_a_request_to_another_says_who_is_meant(matter: Matter, settings: Settings) -> None:
    form = matter.addressee.address_form
    text = ask(matter, ["victim_name"], settings).text
    assert f"mengenai orang yang keadaannya {form} sampaikan (selanjutnya disebut yang bersangkutan)" in text


def test_a_request_about_a_child_does_not_forbid_in_writing_what_it_asks_for(settings: Settings) -> None:
    matter = replace(SCHOOL, cases=("anak",))
    text = ask(matter, ["victim_address"], settings).text
    assert "tidak disebutkan dalam surat-menyurat" not in text
    assert "disampaikan hanya kepada petugas kami atau dalam sampul tertutup" in text
    assert (
        "tidak disebutkan dalam surat-menyurat" in compose(matter, settings, template_for(matter), DAY).text
    )


@pytest.mark.parametrize(
    ("name", "text", "more", "said"),
    [
        ("layanan", "Layanan tanpa dipungut biaya ialah {{ layanan }}.", "", "wajib"),
        ("layanan", "Layanan ialah {{ layanan }}.", "wajib: ya\n", "tanpa dipungut biaya"),
        ("langkah-13-perorangan", "Silakan menelepon.", "wajib: ya\n", "datang langsung"),
        ("langkah-13-perorangan", "Tidak perlu datang langsung.", "wajib: ya\n", "datang langsung"),
        ("langkah-13-perorangan", "Kami menyarankan datang langsung.", "wajib: ya\nkasus: anak\n", "wajib"),
        ("darurat", "Bila kekerasan seksual berulang, hubungi {{ darurat }}.", "", "kekerasan"),
    ],
)
def test_an_own_clause_that_takes_something_away_is_refused(
    name: str, text: str, more: str, said: str, settings: Settings
) -> None:
    kind = "perorangan, instansi" if name == "layanan" else "perorangan"
    folder = own(settings, name, text, kind=kind, more=more)
    with refused_with("letters.clause_refused") as refused:
        clauses.library(folder)
    assert said in refused.value.text("id")
    assert f"{name}.txt" in refused.value.text("en")


def test_a_mandatory_clause_may_not_lose_a_kind_of_addressee(settings: Settings) -> None:
    folder = own(settings, "layanan", "Tanpa dipungut biaya: {{ layanan }}.", more="wajib: ya\n")
    with refused_with("letters.clause_refused"):
        clauses.library(folder)


def test_an_own_clause_may_not_move_to_another_part(settings: Settings) -> None:
    with refused_with("letters.clause_refused") as refused:
        clauses.library(own(settings, "darurat", "Hubungi {{ darurat }}.", part="pembuka"))
    assert "bagian: isi" in refused.value.text()


def test_an_own_opening_takes_the_place_of_the_shipped_one_or_is_refused(settings: Settings) -> None:
    text = "Menindaklanjuti surat {{ sapaan }} tanggal {{ surat.tanggal }}, nomor register {{ nomor_register }}, kami sampaikan."
    folder = own(settings, "pembuka-surat", text, part="pembuka", kind="perorangan, instansi")
    assert compose(VICTIM, settings, template_for(VICTIM), DAY).context["pembuka"].endswith("kami sampaikan.")
    own(settings, "pembuka-lain", text, part="pembuka")
    with refused_with("letters.clause_refused") as refused:
        clauses.library(folder)
    assert "pembuka-surat" in refused.value.text()


def test_an_own_clause_that_names_an_unknown_field_is_refused_with_the_nearest(settings: Settings) -> None:
    with refused_with("letters.unknown_field") as unknown:
        clauses.library(own(settings, "darurat", "Hubungi {{ nomor_darurat }}."))
    assert "darurat" in unknown.value.text()


def test_an_own_mandatory_clause_in_other_words_is_taken(settings: Settings) -> None:
    text = "Semua layanan tanpa dipungut biaya: {{ layanan }}."
    folder = own(settings, "layanan", text, kind="perorangan, instansi", more="wajib: ya\n")
    own(settings, "tambahan", "Kantor tutup pada hari libur.", more="urutan: 60\n")
    draft = compose(VICTIM, settings, template_for(VICTIM), DAY)
    assert {"layanan@9", "tambahan@9"} <= set(draft.clauses)
    assert len(clauses.library(folder)) == len(clauses.shipped()) + 1


@pytest.mark.parametrize("head", ["kanal: surel\nuntuk: instansi", "kanal: surat\nuntuk: semua"])
def test_an_own_clause_for_an_unknown_channel_or_reader_is_refused(head: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(f"nama: x\nversi: 1\nbagian: isi\n{head}\n\nisi\n", "utf-8")
    with refused_with("letters.bad_template") as bad:
        clauses.library(tmp_path)
    assert "tidak dikenal" in bad.value.text()


def test_an_own_clause_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\xff\xfe\x00n")
    with refused_with("letters.bad_template"):
        clauses.library(tmp_path)
