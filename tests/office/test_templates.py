"""The office checks its templates on request and on every change, within walls, and makes no letter from a faulty one."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.kernel.sandbox_command import Limits
from pipeline.kernel.text import Next
from pipeline.letters import forms, package
from pipeline.letters.lint import Report, clause_reports
from pipeline.office.letters import templates
from pipeline.settings import Settings
from tests.letters.docx_files import shipped
from tests.letters.matters import office
from tests.letters.planted import ENDLESS, NAME, PLANTED
from tests.office.bureau import CHAIR, SCHOOL, Bureau
from tests.refused import refused_with

INSTITUTION = "surat-jawaban-instansi"
_HEAD = "nama: {name}\nversi: 2\nbagian: isi\nurutan: 30\nkanal: surat, telepon, rujukan\nuntuk: perorangan, instansi\nwajib: ya\n\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An office with one template."""
    (tmp_path / "letter_templates").mkdir()
    (tmp_path / "var").mkdir()
    (tmp_path / "letter_templates" / f"{NAME}.docx").write_bytes(shipped(NAME))
    return office(tmp_path)


def put(settings: Settings, data: bytes, name: str = NAME) -> None:
    (settings.templates / f"{name}.docx").write_bytes(data)


def clause(settings: Settings, name: str, text: str) -> None:
    (settings.templates / "klausul").mkdir(exist_ok=True)
    (settings.templates / "klausul" / f"{name}.txt").write_text(text, "utf-8")


def told(reports: list[Report]) -> dict[str, list[str]]:
    return {report.template: [flaw.code for flaw in report.flaws] for report in reports if report.flaws}


def test_a_clean_template_gives_a_sample_and_is_remembered(settings: Settings) -> None:
    (report,) = templates.check(settings, NAME, samples=True)
    assert report.flaws == ()
    assert report.kind == NAME
    assert "word/document.xml" in package.unpack(report.sample)
    assert len(json.loads((settings.var / "templates.json").read_text())) == 1


def test_what_was_found_clean_is_not_looked_at_again_until_it_changes(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    check = templates.check
    monkeypatch.setattr(templates, "check", lambda *given: asked.append(given[1]) or check(*given))
    templates.need_clean(settings, NAME)
    templates.need_clean(settings, NAME)
    assert asked == [NAME]
    put(settings, PLANTED["no subject"].data)
    with refused_with("office.template_faulty"):
        templates.need_clean(settings, NAME)
    put(settings, shipped(NAME))
    templates.need_clean(settings, NAME)
    assert asked == [NAME, NAME]
    templates.need_clean(
        replace(settings, values={**settings.values, "surat.huruf": "Liberation Serif"}), NAME
    )
    clause(settings, "darurat", _HEAD.format(name="tambahan") + "Kami siap membantu.")
    templates.need_clean(settings, NAME)
    assert asked == [NAME] * 4
    templates.need_clean(settings, "tidak-ada")


def test_a_memory_that_cannot_be_read_or_written_costs_a_check_only(settings: Settings) -> None:
    for spoilt in ("{", "{}", "[1]"):
        (settings.var / "templates.json").write_text(spoilt)
        assert templates.remembered(settings) == set()
    (settings.var / "templates.json").unlink()
    (settings.var).rmdir()
    templates.need_clean(settings, NAME)
    assert templates.remembered(settings) == set()


def test_a_refusal_says_the_first_faults_and_how_to_see_them_all(settings: Settings) -> None:
    put(settings, PLANTED["no content"].data)
    with refused_with("office.template_faulty") as refused:
        templates.need_clean(settings, NAME)
    text = refused.value.text()
    assert refused.value.next == (Next("templates", NAME),)
    assert 1 < text.count("\n- ") <= 3
    assert "isian {{ isi }}" in text


def test_a_template_that_never_ends_is_cut_and_the_others_are_told_all_the_same(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "_LIMITS", Limits(memory=1 << 30, cpu=4, wall=6.0, scratch=1 << 26))
    put(settings, ENDLESS["endless"].data)
    put(settings, shipped(INSTITUTION), INSTITUTION)
    reports = templates.check(settings)
    assert told([report for report in reports if report.kind in {NAME, INSTITUTION}]) == {NAME: ["endless"]}


CLAUSES = {
    "missing key": "nama: a\nversi: 1\nbagian: isi\nuntuk: instansi\n\nIsi.",
    "unknown channel": "nama: a\nversi: 1\nbagian: isi\nkanal: suratt\nuntuk: instansi\n\nIsi.",
    "bad order": "nama: a\nversi: 1\nbagian: isi\nurutan: x\nkanal: surat\nuntuk: instansi\n\nIsi.",
    "no wording": "nama: a\nversi: 1\nbagian: isi\nkanal: surat\nuntuk: instansi\n\n",
    "unknown field": "nama: a\nversi: 1\nbagian: isi\nkanal: surat\nuntuk: instansi\n\n{{ rujukann }}",
    "field of the letter": "nama: a\nversi: 1\nbagian: isi\nkanal: surat\nuntuk: instansi\n\n{{ nomor_surat }}",
    "call": "nama: a\nversi: 1\nbagian: isi\nkanal: surat\nuntuk: instansi\n\n{{ layanan.upper() }}",
    "p": "nama: a\nversi: 1\nbagian: isi\nkanal: surat\nuntuk: instansi\n\n{%p if layanan %}",
    "no mandatory words": _HEAD.format(name="layanan") + "Layanan tersedia.",
}  # fmt: skip


@pytest.mark.parametrize("text", CLAUSES.values(), ids=CLAUSES)
def test_a_faulty_clause_is_told_under_its_own_name(text: str, settings: Settings) -> None:
    clause(settings, "x", text)
    (report,) = clause_reports(settings.templates / "klausul")
    assert report.template == "klausul/x.txt"
    assert [flaw.code for flaw in report.flaws] == ["refused"]


def test_a_clause_at_fault_is_no_fault_of_the_templates(settings: Settings) -> None:
    clause(settings, "x", CLAUSES["no mandatory words"])
    assert told(templates.check(settings, NAME)) == {"klausul/x.txt": ["refused"]}
    assert not (settings.var / "templates.json").exists()
    with refused_with("office.template_faulty"):
        templates.need_clean(settings, NAME)


def test_clauses_of_one_name_or_another_encoding_are_told(settings: Settings) -> None:
    clause(settings, "a", _HEAD.format(name="tambahan") + "Kami siap.")
    clause(settings, "b", _HEAD.format(name="tambahan") + "Kami siap.")
    (settings.templates / "klausul" / "c.txt").write_bytes(b"nama: \xe9\n\nx")
    assert told([*clause_reports(settings.templates / "klausul")]) == {
        "klausul/b.txt": ["clause-twice"], "klausul/c.txt": ["refused"],
    }  # fmt: skip


def test_the_fields_of_every_kind_are_listed_as_they_are_typed(settings: Settings) -> None:
    listed = {kind: dict(fields) for kind, _, fields in templates.fields(settings)}
    assert list(listed) == list(forms.EVERY)
    assert "{{ kop.unit }}" in listed[NAME]
    rows = [typed for typed in listed["lembar-disposisi"] if "baris" in typed]
    assert rows == ["{%p for baris in petugas %}", "{{ baris.nama }}", "{{ baris.beban }}"]
    ((kind, _, _),) = templates.fields(settings, "surat-jawaban-perorangan-desa")
    assert kind == NAME


def test_no_letter_is_drafted_from_a_faulty_template_and_nothing_changes(
    at_stage: Callable[[str], Bureau],
) -> None:
    bureau = at_stage("registered")
    path = bureau.settings.templates / f"{INSTITUTION}.docx"
    whole = path.read_bytes()
    path.write_bytes(PLANTED["misspelt field"].data)
    with refused_with("office.template_faulty") as refused:
        bureau.draft("2026-0001", SCHOOL)
    assert "“sapaaan”" in refused.value.text()
    path.write_bytes(whole)
    assert bureau.draft("2026-0001", SCHOOL).template == INSTITUTION
    bureau.session(CHAIR)
