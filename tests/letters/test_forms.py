"""Every form renders, full and empty, on each paper; one page where it should be one; the register page is stamped."""

import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from pipeline.letters import package
from pipeline.letters.compose import compose, template_for
from pipeline.letters.copies import stamp
from pipeline.letters.errors import NoPlace
from pipeline.letters.forms import ENVELOPES, FORMS, HEAD_OF_CHAIN, fields_of, render, ticked
from pipeline.letters.picture import code_png
from pipeline.letters.text import frozen_text
from pipeline.rendering.convert import to_pdf
from pipeline.settings import Settings
from tests.letters.matters import DAY, VICTIM, office
from tests.refused import refused_with

NAMES = sorted(FORMS)
LONG = "kata panjang yang diulang supaya kotaknya penuh "
FIXED = {
    "kop",
    "tempat",
    "tanggal",
    "tanggal_isi",
    "tanggal_surat",
    "ketua",
    "jabatan",
    "ujung",
    "surat",
    "bulan",
}
ROWS = {"petugas": 5, "kelengkapan": 13, "rincian": 8, "klarifikasi": 8, "bahasa": 6, "riwayat": 20}


def long(name: str) -> dict[str, Any]:
    """Return the example of a form with words as long as a person may type them, and many rows."""
    return {
        key: value if key in FIXED or key.startswith("nomor") else _longer(key, value)
        for key, value in FORMS[name].example.items()
    }


def _longer(key: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _longer(name, part) for name, part in value.items()}
    if isinstance(value, list):
        return value * ROWS[key] if isinstance(value[0], dict) else [f"{line} {LONG}" for line in value]
    free = {"hal", "dari", "isi_ringkas", "permintaan", "tindak_lanjut", "alamat", "tenggat", "rujukan",
            "kronologi", "kondisi_korban", "alasan_risiko", "kesimpulan"}  # fmt: skip
    return f"{value} {LONG * 3}" if key in free else value


NOT_SAID = {
    "kop",
    "tempat",
    "tanggal",
    "tanggal_isi",
    "petugas",
    "ketua",
    "jabatan",
    "diterima",
    "kanal",
    "telepon",
}


def said(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield every text of an example that its form must show; what only some forms show is left out."""
    for key, value in fields.items():
        if key in NOT_SAID:
            continue
        for part in value if isinstance(value, list) else [value]:
            yield from said(part) if isinstance(part, Mapping) else [part]


@pytest.mark.parametrize("name", NAMES)
def test_a_full_form_says_each_of_its_values_and_leaves_no_place_open(name: str, settings: Settings) -> None:
    made = render(settings, name, FORMS[name].example)
    text = frozen_text(made)
    assert re.search(r"\{\{|\{%|None|\bnan\b", text) is None
    words = " ".join(text.split())
    assert [value for value in said(FORMS[name].example) if " ".join(value.split()) not in words] == []
    assert made == render(settings, name, FORMS[name].example)
    assert package.inspect(made)["docProps/core.xml"].count(b"dc:creator") == 0


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_form_is_boxes_to_write_in(name: str, settings: Settings) -> None:
    text = frozen_text(render(settings, name, {}))
    assert re.search(r"\{\{|\{%|None|\bnan\b", text) is None
    example = frozen_text(render(settings, name, FORMS[name].example))
    assert len(text) < len(example)


def test_a_list_keeps_the_rows_that_a_form_always_has() -> None:
    rows = fields_of(
        "laporan-penanganan-kasus", {"riwayat": [{"waktu": "1", "langkah": "2", "uraian": "", "oleh": ""}]}
    )
    assert [row["waktu"] for row in rows["riwayat"]] == ["1", "", ""]


def test_a_field_that_a_form_does_not_have_is_named() -> None:
    with pytest.raises(KeyError, match=r"surat\.nomer"):
        fields_of("laporan-penanganan-kasus", {"surat": {"nomer": "1"}})


def test_a_template_that_the_office_removed_is_told(settings: Settings) -> None:
    (settings.templates / "amplop.docx").unlink()
    with refused_with("letters.no_template") as none:
        render(settings, "amplop", {})
    assert "label" in none.value.text()
    for path in settings.templates.iterdir():
        path.unlink()
    with refused_with("letters.no_template"):
        render(settings, "label", {})


def test_boxes_show_every_choice_and_what_was_chosen() -> None:
    assert ticked((("a", "satu dua"), ("b", "tiga")), ["b"]).split("\u2003 ") == [
        "□\u00a0satu\u00a0dua",
        "■\u00a0tiga",
    ]


def test_the_head_of_the_chain_stands_on_the_page_as_a_code(settings: Settings) -> None:
    picture = code_png("R-2026-11:7:ABCDEF")
    name = "lembar-pengesahan-register"
    parts = package.unpack(render(settings, name, FORMS[name].example, {HEAD_OF_CHAIN: picture, "x": b""}))
    assert parts[HEAD_OF_CHAIN] == picture
    assert "x" not in parts


def test_the_register_page_is_stamped_in_two_copies_without_a_number(settings: Settings) -> None:
    page = render(settings, "lembar-pengesahan-register", FORMS["lembar-pengesahan-register"].example)
    made = stamp(page, "", date(2026, 12, 2), "R-2026-11", 1, b"k" * 32, "k1")
    for copy in made:
        text = frozen_text(copy.docx)
        assert f"Salinan ke-{copy.number} dari 2" in text
        assert copy.code.in_words() in text
        assert "Muara Lanting, 2 Desember 2026" in text
        assert "KONSEP" not in text
        assert ("Paraf" in text) == (copy.number == 2)


def test_a_letter_without_a_number_is_still_not_stamped(settings: Settings) -> None:
    letter = compose(VICTIM, settings, template_for(VICTIM), DAY)
    with pytest.raises(NoPlace):
        stamp(letter.docx, "", DAY, "2026-0001-1", 1, b"k" * 32, "k1")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], pypdfium2.PdfDocument]:
    """Every form, full, empty and long, on A4 with DL and on F4 with C5; one run of LibreOffice."""
    home = tmp_path_factory.mktemp("office")
    shutil.copytree(Path(__file__).parents[2] / "letter_templates", home / "letter_templates")
    made = {
        (name, paper, filling): render(office(home, surat__kertas=paper, surat__amplop=envelope), name, given)
        for paper, envelope in (("A4", "DL"), ("F4", "C5"))
        for name in NAMES
        for filling, given in (("full", FORMS[name].example), ("empty", {}), ("long", long(name)))
    }
    pdfs = to_pdf(list(made.values()), accept_risk=True)
    return {key: pypdfium2.PdfDocument(pdf) for key, pdf in zip(made, pdfs, strict=True)}


def test_a_form_of_one_page_is_one_page(printed: dict[tuple[str, str, str], pypdfium2.PdfDocument]) -> None:
    lengths = {key: len(pdf) for key, pdf in printed.items() if FORMS[key[0]].is_one_page}
    assert {key: length for key, length in lengths.items() if length != 1} == {}


def test_the_paper_is_that_of_the_settings_and_an_envelope_has_its_own(
    printed: dict[tuple[str, str, str], pypdfium2.PdfDocument],
) -> None:
    papers = {"A4": (210, 297), "F4": (215, 330)}
    envelopes = dict(zip(papers, ENVELOPES.values(), strict=True))
    for (name, paper, _), pdf in printed.items():
        size = tuple(round(side * 25.4 / 72) for side in pdf[0].get_size())
        wide, high = (round(side * 25.4 / 1440) for side in envelopes[paper])
        assert size == ((wide, high) if name == "amplop" else papers[paper])


def test_nothing_runs_over_the_edge_of_its_page_and_no_page_is_empty(
    printed: dict[tuple[str, str, str], pypdfium2.PdfDocument],
) -> None:
    for key, pdf in printed.items():
        for number, page in enumerate(pdf):
            wide, high = page.get_size()
            text = page.get_textpage()
            for index in range(text.count_rects()):
                x0, y0, x1, y1 = text.get_rect(index)
                assert 0 <= x0 <= x1 <= wide, key
                assert 0 <= y0 <= y1 <= high, key
            assert number == 0 or len(text.get_text_range().split()) > 8, key


def test_who_signs_never_stands_alone_on_a_page(settings: Settings) -> None:
    rows = {"laporan-penanganan-kasus": "riwayat", "laporan-hasil-identifikasi": "klarifikasi"}
    made = [
        render(settings, name, {**FORMS[name].example, key: FORMS[name].example[key] * count})
        for name, key in rows.items()
        for count in range(4, 28, 2)
    ]
    lengths = set()
    for pdf in map(pypdfium2.PdfDocument, to_pdf(made, accept_risk=True)):
        lengths.add(len(pdf))
        last = pdf[len(pdf) - 1].get_textpage().get_text_range()
        assert "SIMFONI" in last or "Kesimpulan" in last
        assert "Mengetahui" in last
    assert lengths >= {2, 3}
