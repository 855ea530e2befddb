"""A DOCX that comes in is opened within limits and refused when it acts by itself."""

import io
import zipfile

import pytest

from pipeline.letters import package
from pipeline.letters.parts import line
from tests.letters.docx_files import NAME, changed, edited, raw, shipped
from tests.refused import refused_with

DRAFT = shipped(NAME)
RELATIONS = "word/_rels/document.xml.rels"


def related(kind: str, more: str = "") -> bytes:
    row = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="x" {more}/></Relationships>'
    return edited(DRAFT, RELATIONS, "</Relationships>", row)


def field(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{sign}</w:instrText></w:r>" for sign in code)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


DANGEROUS = {
    "macros": changed(DRAFT, {"word/vbaProject.bin": b"x"}),
    "macro type": edited(DRAFT, "[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml"),
    "embedding": changed(DRAFT, {"word/embeddings/a.bin": b"x"}),
    "ole": related("oleObject"),
    "chunk": related("aFChunk"),
    "attached template": related("attachedTemplate", 'TargetMode="External"'),
    "linked picture": related("image", 'TargetMode="External"'),
    "dde": raw(field(" DDEAUTO cmd ")),
    "include": raw(field("INCLUDEPICTURE x")),
    "simple field": raw('<w:p><w:fldSimple w:instr=" INCLUDETEXT c.docx "><w:r/></w:fldSimple></w:p>'),
    "unclosed field": raw(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>LINK x</w:instrText></w:r></w:p>'
    ),
    "stray code": raw("<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>"),
    "insertion": raw('<w:p><w:ins w:id="1"><w:r/></w:ins></w:p>'),
    "deletion": raw('<w:p><w:del w:id="1"><w:r/></w:del></w:p>'),
    "comment": raw('<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'),
    "object": raw("<w:p><w:r><w:object/></w:r></w:p>"),
    "hidden": raw("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"),
    "text under another name": changed(
        DRAFT, {"word/kepala.xml": f'<w:hdr xmlns:w="{package.W}"><w:p><w:del/></w:p></w:hdr>'.encode()}
    ),
    "dtd": changed(DRAFT, {"word/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
}


@pytest.mark.parametrize("data", DANGEROUS.values(), ids=DANGEROUS)
def test_what_acts_by_itself_is_refused(data: bytes) -> None:
    with refused_with("letters.dangerous") as caught:
        package.inspect(data)
    assert "ditolak" in caught.value.text()


HARMLESS = {
    "template": DRAFT,
    "link to click": related("hyperlink", 'TargetMode="External"'),
    "page field": raw(field(" PAGE ") + field('HYPERLINK "http://x/link"') + field("")),
    "end without begin": raw('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
    "shown text": raw('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>x</w:t></w:r></w:p>'),
}


@pytest.mark.parametrize("data", HARMLESS.values(), ids=HARMLESS)
def test_what_only_lies_there_is_let_in(data: bytes) -> None:
    assert package.BODY in package.inspect(data)


def test_what_is_no_docx_is_refused() -> None:
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"2")
    for data in (
        b"", b"PK\x03\x04", DRAFT[:-40], b"x" * (package.MAX_FILE + 1), twice.getvalue(), package.pack({"a": b"x"}),
        changed(DRAFT, {"../x": b""}), changed(DRAFT, {"word/styles.xml": b"<a>"}), changed(DRAFT, {"/x": b""}),
        changed(DRAFT, {f"word/{n}.bin": b"" for n in range(package.MAX_MEMBERS)}),
    ):  # fmt: skip
        with refused_with("letters.not_docx"):
            package.inspect(data)


def test_a_part_that_is_torn_inside_is_refused() -> None:
    at = DRAFT.index(b"word/styles.xml") + 40
    torn = DRAFT[:at] + bytes(20) + DRAFT[at + 20 :]
    for read in (package.inspect, package.unpack):
        with refused_with("letters.not_docx"):
            read(torn)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = changed(DRAFT, {"word/big.bin": b"\0" * (package.MAX_UNPACKED + 1)})
    assert len(bomb) < 1 << 20
    with refused_with("letters.not_docx"):
        package.unpack(bomb)
    with refused_with("letters.not_docx", match="too large"):
        package.unpack(bytes(package.MAX_FILE + 1))


def test_packing_gives_the_same_bytes_in_any_order() -> None:
    parts = package.unpack(DRAFT)
    assert package.pack(dict(reversed(parts.items()))) == package.pack(parts)
    assert line("a & b") == '<w:p><w:r><w:t xml:space="preserve">a &amp; b</w:t></w:r></w:p>'
