"""A draft that came back from Word: seen within walls, cleaned of names, proved by stamping."""

import io
import json
import re
import sys
from datetime import date

import pytest

from pipeline.kernel.ids import CopyCode
from pipeline.kernel.sandbox import OUT_OF_MEMORY, isolation
from pipeline.letters import copies, edited, inside, package
from pipeline.letters.clean import clean
from pipeline.letters.edited import Origin, is_ours, read_origin, see, to_edit
from pipeline.letters.errors import NoPlace
from pipeline.letters.text import frozen_text, identifier_of
from pipeline.rendering.framing import pack, unpack
from tests.letters.conftest import Composer
from tests.letters.docx_files import changed
from tests.letters.docx_files import edited as replaced
from tests.letters.matters import DAY, POLICE, VICTIM
from tests.refused import refused_with

BODY = package.BODY
KEY = b"k" * 32
ID = f"{VICTIM.case}-1"
CODES = (CopyCode(ID, 1, "A" * 10), CopyCode(ID, 2, "B" * 10))


@pytest.fixture
def draft(composed: Composer) -> bytes:
    return composed(VICTIM).docx


def cleaned(docx: bytes) -> bytes:
    return clean(package.inspect(docx), f"{ID}:konsep")


def test_what_leaves_says_its_letter_and_revision_and_that_it_is_ours(draft: bytes) -> None:
    out = to_edit(draft, ID, 3, KEY)
    origin = read_origin(identifier_of(out))
    assert origin is not None
    assert (origin.letter, origin.copy, origin.revision) == (ID, 0, 3)
    assert is_ours(origin, {"lama": b"x" * 32, "kode-1": KEY})
    assert not is_ours(origin, {"kode-1": b"x" * 32})
    assert not is_ours(Origin(ID, 0, 4, origin.check), {"kode-1": KEY})
    assert frozen_text(out) == frozen_text(draft)
    core = package.unpack(out)["docProps/core.xml"]
    without = re.sub(rb"<dc:identifier>.*</dc:identifier>", b"", core)
    assert read_origin(identifier_of(changed(out, {"docProps/core.xml": without}))) == origin
    assert (
        identifier_of(
            changed(out, {"docProps/core.xml": re.sub(rb"<cp:category>.*?/cp:category>", b"", without)})
        )
        == ""
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{ID}:konsep", Origin(ID, 0)),
        (f" {ID}:2 ", Origin(ID, 2)),
        (f"{ID}:konsep:2", None),
        (f"{ID}:3", None),
        ("R-2026-11:konsep", None),
        ("", None),
    ],
)
def test_an_identifier_is_read_by_its_grammar(text: str, found: Origin | None) -> None:
    assert read_origin(text) == found


def test_an_edited_draft_is_seen_and_cleaning_it_again_changes_nothing(draft: bytes) -> None:
    word = replaced(draft, BODY, "Demikian", "Terima kasih. Demikian")
    seen = see(word, ID)
    assert (seen.identifier, seen.lacking) == (f"{ID}:konsep", ())
    assert "Terima kasih. Demikian" in seen.text
    assert identifier_of(seen.clean) == f"{ID}:konsep"
    again = see(seen.clean, ID)
    assert (again.clean, again.text, again.pictures) == (seen.clean, seen.text, seen.pictures)
    assert edited.content_of(seen.clean) == (seen.text, seen.pictures)


def test_stamping_within_walls_gives_the_bytes_that_stamping_gives(draft: bytes) -> None:
    made, texts = edited.stamp(draft, "400.2/001/X/2026", DAY, CODES)
    assert made == copies.stamp_codes(draft, "400.2/001/X/2026", DAY, *CODES)
    assert texts == tuple(frozen_text(copy.docx) for copy in made)
    with pytest.raises(NoPlace):
        edited.stamp(replaced(draft, BODY, "Nomor", "Angka"), "1", DAY, CODES)


def test_nobody_who_edited_is_named_in_what_is_kept(draft: bytes) -> None:
    body = package.unpack(draft)[BODY].decode()
    body = body.replace("<w:p>", '<w:p w:rsidR="00A1B2C3">', 1)
    body = body.replace(
        "</w:p>",
        '<w:permStart w:id="1" w:ed="rusmini@kantor"/><!-- Rusmini --><w:bookmarkStart w:id="9" w:name="_GoBack"/>'
        '<w:bookmarkEnd w:id="9"/><w:proofErr w:type="spellStart"/><w:permEnd w:id="1"/></w:p>',
        1,
    )
    word = changed(
        draft,
        {
            BODY: body.encode(),
            "docProps/app.xml": b"<Properties><Company>Rumah Rusmini</Company></Properties>",
            "docProps/custom.xml": b"<Properties>Rusmini</Properties>",
            "word/people.xml": b"<w15:people xmlns:w15='x'>Rusmini</w15:people>",
            "word/comments.xml": b"<comments>Rusmini</comments>",
            "customXml/item1.xml": b"<item>Rusmini</item>",
        },
    )
    override = '<Override PartName="/word/comments.xml" ContentType="x"/></Types>'
    kept = package.unpack(cleaned(replaced(word, "[Content_Types].xml", "</Types>", override)))
    assert b"comments" not in kept["[Content_Types].xml"]
    assert not {"docProps/app.xml", "docProps/custom.xml", "word/people.xml", "word/comments.xml"} & set(kept)
    assert [name for name, part in kept.items() if b"Rusmini" in part and name != BODY] == []
    left = kept[BODY].decode()
    for trace in ("rsid", "rusmini@kantor", "<!--", "_GoBack", "proofErr"):
        assert trace not in left


def test_words_of_a_link_stay_and_its_address_goes(draft: bytes) -> None:
    relations = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    rel = f'<Relationship Id="rIdL" Type="{kind}" Target="file:///D:/Rusmini" TargetMode="External"/>'
    link = '<w:hyperlink r:id="rIdL"><w:r><w:t>ketuk di sini</w:t></w:r></w:hyperlink>'
    word = replaced(draft, relations, "</Relationships>", f"{rel}</Relationships>")
    word = replaced(word, BODY, "</w:p>", f"{link}</w:p>")
    kept = package.unpack(cleaned(word))
    assert b"ketuk di sini" in kept[BODY]
    assert b"Rusmini" not in kept[relations]
    assert "ketuk di sini" in frozen_text(cleaned(word))


def test_a_chart_that_would_be_missed_is_refused_and_a_part_nobody_uses_is_dropped(draft: bytes) -> None:
    relations = "word/_rels/document.xml.rels"
    rel = '<Relationship Id="rIdC" Type="http://x/chart" Target="charts/chart1.xml"/>'
    word = changed(
        replaced(draft, relations, "</Relationships>", f"{rel}</Relationships>"),
        {"word/charts/chart1.xml": b"<chart/>"},
    )
    assert "word/charts/chart1.xml" not in package.unpack(cleaned(word))
    used = replaced(word, BODY, "</w:p>", '<w:r><w:drawing r:id="rIdC"/></w:r></w:p>')
    with refused_with("letters.dangerous", match="chart"):
        cleaned(used)


@pytest.mark.parametrize("marks", ['<w:color w:val="ffffff"/>', '<w:sz w:val="2"/>'])
def test_text_that_nobody_sees_is_refused(draft: bytes, marks: str) -> None:
    def with_run(text: str) -> bytes:
        run = f"<w:r><w:rPr>{marks}</w:rPr><w:t>{text}</w:t></w:r>"
        return replaced(draft, BODY, "</w:p>", f"{run}</w:p>")

    with refused_with("letters.dangerous") as refusal:
        cleaned(with_run("rahasia"))
    assert "putih" in refusal.value.text()
    assert cleaned(with_run(" "))


def test_text_hidden_by_a_style_is_refused_and_what_no_program_shows_is_not_read(draft: bytes) -> None:
    style = '<w:style w:type="character" w:styleId="Diam"><w:name w:val="Diam"/><w:rPr><w:vanish/></w:rPr></w:style>'
    run = '<w:r><w:rPr><w:rStyle w:val="Diam"/></w:rPr><w:t>tanpa dipungut biaya</w:t></w:r>'
    styled = replaced(draft, "word/styles.xml", "</w:styles>", f"{style}</w:styles>")
    with refused_with("letters.dangerous") as refusal:
        see(replaced(styled, BODY, "Demikian", f"Demikian</w:t></w:r>{run}<w:r><w:t>"), ID)
    assert "tersembunyi" in refusal.value.text()
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    unseen = f"<w:r><mc:AlternateContent {mc}><mc:Fallback><w:t>tersisip</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    assert (
        "tersisip"
        not in see(replaced(draft, BODY, "Demikian", f"Demikian</w:t></w:r>{unseen}<w:r><w:t>"), ID).text
    )


def test_what_is_refused_within_the_walls_reads_in_both_languages() -> None:
    with refused_with("letters.not_docx") as refusal:
        see(package.pack({"a": b"x"}), ID)
    assert "(tidak memuat dokumen Word)" in refusal.value.text()
    assert "(it holds no Word document)" in refusal.value.text("en")


def test_a_text_that_no_letter_is_long_enough_for_is_refused(draft: bytes) -> None:
    with refused_with("letters.not_docx") as refusal:
        see(replaced(draft, BODY, "Demikian", f"Demikian {'yang ' * 30_000}"), ID)
    assert "terlalu banyak" in refusal.value.text()


def test_every_place_that_is_gone_is_told_at_once(composed: Composer) -> None:
    docx = composed(POLICE).docx
    for old, new in (("Nomor", "Angka"), ("Paraf", "Tanda"), ("Muara Lanting, 2", "Muara Lanting 2")):
        docx = replaced(docx, BODY, old, new)
    lacking = see(docx, f"{POLICE.case}-1").lacking
    assert len(lacking) == 3
    assert "Nomor" in lacking[0].text()
    assert "tempat, tanggal" in lacking[1].text()
    assert "paraf" in lacking[2].text()


def test_konsep_within_a_sentence_is_a_place_that_approval_would_not_find(draft: bytes) -> None:
    (lacking,) = see(replaced(draft, BODY, "Demikian", "KONSEP ini Demikian"), ID).lacking
    assert "KONSEP" in lacking.text()


def test_the_program_within_the_walls_does_what_its_order_says(
    draft: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ordered(document: bytes, **order: object) -> tuple[int, list[bytes]]:
        parcel = pack([json.dumps(order).encode(), document])
        out = io.BytesIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(parcel)))
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, write_through=True))
        status = inside.main()
        sys.stdout.flush()
        data = out.getvalue()
        return status, unpack(data) if data else []

    status, (refusal, report, clean_) = ordered(draft, job="see", letter=ID)
    assert (status, refusal) == (0, b"")
    assert json.loads(report)["lacking"] == []
    _, (_, content) = ordered(clean_, job="content")
    assert json.loads(content) == [json.loads(report)["text"], json.loads(report)["pictures"]]
    codes = [str(code) for code in CODES]
    _, stamped = ordered(draft, job="stamp", number="1/X", day=date(2026, 11, 24).isoformat(), codes=codes)
    assert len(stamped) == 4
    _, (refusal,) = ordered(b"", job="content")
    assert json.loads(refusal)["code"] == "letters.not_docx"

    def strange(*_: object) -> None:
        raise KeyError

    def greedy(*_: object) -> None:
        raise MemoryError

    monkeypatch.setitem(inside.JOBS, "content", strange)
    _, (refusal,) = ordered(draft, job="content")
    assert "KeyError" in refusal.decode()
    monkeypatch.setitem(inside.JOBS, "content", greedy)
    assert ordered(draft, job="content") == (OUT_OF_MEMORY, [])


def test_a_program_that_breaks_off_is_an_error_and_no_answer(
    draft: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isolation(), "tried before its Python breaks"
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with refused_with("kernel.sandbox_crashed"):
        see(draft, ID)
