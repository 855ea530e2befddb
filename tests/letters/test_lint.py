"""The lint finds every planted fault, with its paragraph, and nothing in the templates that are shipped."""

import json
import shutil
import subprocess
import sys
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.kernel.sandbox import OUT_OF_MEMORY
from pipeline.letters import forms, lint, lint_inside
from pipeline.letters.forms import kind_of
from pipeline.letters.lint import NEEDED, Report, examine
from pipeline.rendering.framing import pack, unpack
from pipeline.settings import Settings
from tests.letters.docx_files import edited, shipped
from tests.letters.matters import office
from tests.letters.planted import (
    CLEAN,
    FOOTER,
    NAME,
    OF_FILE,
    OF_LETTER,
    PLANTED,
    TAGS,
    before_closing,
    run,
    typed,
)  # fmt: skip
from tests.letters.test_shipped_templates import leaves


@cache
def report(name: str) -> Report:
    """Return what is found in the template with the planted fault ``name``."""
    return examine(NAME, PLANTED[name].data, office(Path("/nirwana")))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "letter_templates" / "klausul").mkdir(parents=True)
    return office(tmp_path)


def said(report: Report) -> list[str]:
    return [f"{flaw.code}: {flaw.text()}" for flaw in report.flaws]


def codes(data: bytes, settings: Settings, name: str = NAME) -> list[str]:
    return [flaw.code for flaw in examine(name, data, settings).flaws]


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found_with_its_paragraph(name: str) -> None:
    planted = PLANTED[name]
    fitting = [
        flaw
        for flaw in report(name).flaws
        if flaw.code == planted.code and planted.said in flaw.said.id and planted.paragraph in flaw.shown
    ]
    assert fitting, said(report(name))
    assert bool(fitting[0].paragraph) >= bool(planted.paragraph)
    assert fitting[0].text() != fitting[0].text("en")


@pytest.mark.parametrize("name", [*OF_FILE, *TAGS])
def test_a_template_with_a_faulty_tag_or_file_gives_no_sample(name: str) -> None:
    assert report(name).sample == b""


@pytest.mark.parametrize("kind", forms.EVERY)
def test_nothing_is_found_in_a_shipped_template(kind: str, settings: Settings) -> None:
    result = examine(kind, shipped(kind), settings)
    assert said(result) == []
    assert result.sample.startswith(b"PK")


def test_nothing_is_found_in_a_template_that_an_office_program_saved_anew(tmp_path: Path) -> None:
    assert shutil.which("soffice")
    (tmp_path / f"{NAME}.docx").write_bytes(CLEAN)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to",
               "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / f"{NAME}.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = (tmp_path / "out" / f"{NAME}.docx").read_bytes()
    assert data != CLEAN
    assert said(examine(NAME, data, office(tmp_path))) == []


def test_faults_of_several_parts_are_told_at_once(settings: Settings) -> None:
    faulty = edited(typed("{{ satu }}", "{{p hal }}"), FOOTER, "{{ nomor_kasus }}", "{{ nomor_kasu }}")
    flaws = examine(NAME, faulty, settings).flaws
    assert [(flaw.code, flaw.paragraph) for flaw in flaws] == [
        ("construct", 26), ("unknown-field", 25), ("unknown-field", 2),
    ]  # fmt: skip


def test_a_name_of_the_office_belongs_to_the_longest_kind_it_begins_with(settings: Settings) -> None:
    assert kind_of("surat-jawaban-perorangan-desa") == NAME
    assert kind_of("label-besar") == "label"
    assert kind_of("labelku") == ""
    assert said(examine("surat-jawaban-perorangan-desa", CLEAN, settings)) == []
    other = examine("surat-jawaban-peroragan", CLEAN, settings)
    assert [flaw.code for flaw in other.flaws] == ["unknown-kind"]
    assert other.sample == b""


def test_what_only_looks_like_a_fault_is_let_be(settings: Settings) -> None:
    shaded = '<w:p><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    harmless = (
        shaded,
        run('<w:vanish w:val="0"/>', "terlihat"),
        run('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', "terlihat"),
        run("", "Yang {{ hal | upper }} “{{ sifat }}”"),
        run("", "{# catatan penulis #}"),
        run("", '{{ "x" ~ sifat if rujukan else “y” }}'),
        '<w:p><w:r><w:t>{{ ha</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>l }}</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:br/><w:t xml:space="preserve">a</w:t><w:noBreakHyphen/><w:tab/></w:r></w:p>',
    )
    assert said(examine(NAME, before_closing("".join(harmless)), settings)) == []


def test_a_flaw_says_where_it_is() -> None:
    (flaw,) = report("unknown field").flaws
    assert flaw.text().startswith(
        "isi, paragraf ke-25 (“Kepada {{ nama_pelapor }}”): isian “nama_pelapor” tidak dikenal."
    )
    assert flaw.text("en").startswith(
        "body, paragraph 25 (“Kepada {{ nama_pelapor }}”): the field “nama_pelapor” is unknown."
    )
    (header,) = report("header").flaws
    assert header.text("en").startswith("header, paragraph ")
    (torn,) = report("torn").flaws
    assert torn.text() == torn.said.fill("id")
    (long,) = examine(NAME, typed("{{ satu }} " + "x" * 200), office(Path("/nirwana"))).flaws
    assert long.shown.endswith("x…")
    whole = "{{ satu }} " + "x" * 109
    assert examine(NAME, typed(whole), office(Path("/nirwana"))).flaws[0].shown == whole


def test_every_field_that_a_letter_needs_was_planted_as_missing() -> None:
    missed = {flaw.said for flaw in OF_LETTER.values() if flaw.code == "missing-field"}
    assert missed == set(NEEDED)


@pytest.mark.parametrize("error", [Refusal("letters.too_long", size=9, template="x"), KeyError("x")])
def test_a_trial_that_breaks_off_is_a_flaw(
    error: Exception, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr("pipeline.letters.compose.render", fail)
    assert codes(CLEAN, settings) == ["refused"]
    monkeypatch.setattr("pipeline.letters.compose.render", lambda *_: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(MemoryError):
        examine(NAME, CLEAN, settings)


def test_letters_of_the_office_have_the_fields_that_are_listed(settings: Settings) -> None:
    for kind, form in forms.LETTERS.items():
        _, fields = lint.filled(kind, shipped(kind), settings)
        assert set(leaves(fields)) == set(leaves(form.example))


def parcel(settings: Settings, template: bytes, *, samples: bool = True, **clauses: bytes) -> bytes:
    order = {
        "settings": dict(settings.values), "templates": [NAME], "clauses": [f"{name}.txt" for name in clauses],
        "samples": samples,
    }  # fmt: skip
    return pack([json.dumps(order).encode(), template, *clauses.values()])


def inside(given: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[bytes]]:
    """Do what runs within the walls, in this process."""
    out = BytesIO()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(given)))
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(out, write_through=True))
    status = lint_inside.main()
    return status, unpack(out.getvalue()) if not status else []


def test_the_reader_answers_with_reports_and_samples(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, (reports, sample) = inside(parcel(settings, CLEAN), monkeypatch)
    assert status == 0
    assert json.loads(reports) == [{"template": NAME, "kind": NAME, "flaws": []}]
    assert sample.startswith(b"PK")
    _, (reports, of_clause, sample) = inside(parcel(settings, CLEAN, samples=False, a=b"x"), monkeypatch)
    assert [load["template"] for load in json.loads(reports)] == ["klausul/a.txt", NAME]
    assert of_clause == sample == b""


def test_whatever_a_template_does_to_the_reader_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, text in ((RecursionError(), "RecursionError"), (Refusal(), "Terjadi kesalahan")):
        monkeypatch.setattr("pipeline.letters.package.inspect", _raising(error))
        _, (reports, _) = inside(parcel(settings, CLEAN), monkeypatch)
        ((flaw,),) = [load["flaws"] for load in json.loads(reports)]
        assert flaw["code"] == "refused"
        assert text in flaw["said"][0]
    monkeypatch.setattr("pipeline.letters.package.inspect", _raising(MemoryError()))
    assert inside(parcel(settings, CLEAN), monkeypatch) == (OUT_OF_MEMORY, [])


def _raising(error: Exception) -> Any:
    def fail(*_: Any) -> None:
        raise error

    return fail
