"""The shipped letter as other programs would have saved it: Word-like, and on the template of python-docx.

Word keeps some 40 kB of styles, a theme, and marks each paragraph with the session in which it was written; the
template that python-docx starts from carries 440 kB of styles twice. The words and the layout stay those of the
shipped letter.
"""

import io
import re
from collections.abc import Mapping
from functools import cache

from docx import Document

from pipeline.letters import package

_WORD_STYLES = 39_000
_NAMES = ("List", "Table Grid", "Heading", "Body Text", "TOC", "Caption", "Quote", "Footer", "Balloon")
_OURS = "rIdSurat"


def word_like(source: bytes) -> bytes:
    """Return the template ``source`` with what Word adds when it saves."""
    parts = package.unpack(source)
    default = _default()
    parts["word/styles.xml"] = _with_styles(parts["word/styles.xml"])
    parts["word/theme/theme1.xml"] = default["word/theme/theme1.xml"]
    parts["word/fontTable.xml"] = default["word/fontTable.xml"]
    for name, kind in (("theme/theme1", "theme"), ("fontTable", "fontTable")):
        _join(parts, f"word/{name}.xml", kind, f"rIdWord{kind}")
    body = parts[package.BODY].decode()
    body = re.sub(r"<w:p>", '<w:p w:rsidR="00A77427" w:rsidRDefault="00C93D1E" w:rsidP="00A77427">', body)
    body = re.sub(r"(</w:t></w:r>)(</w:p>)", r'\1<w:proofErr w:type="spellEnd"/>\2', body)
    parts[package.BODY] = body.replace("<w:r>", '<w:r w:rsidRPr="0042119F">').encode()
    return package.pack(parts)


def on_default(source: bytes) -> bytes:
    """Return the template ``source`` inside the package that python-docx starts from."""
    ours, parts = package.unpack(source), dict(_default())
    body = re.sub(r'r:(id|embed)="', rf'r:\1="{_OURS}', ours[package.BODY].decode())
    parts[package.BODY] = body.encode()
    own = re.search(rb"<w:style .*</w:style>", ours["word/styles.xml"], re.DOTALL)
    assert own is not None
    styles = re.sub(rb'<w:style [^>]*w:default="1".*?</w:style>', b"", own[0], flags=re.DOTALL)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", styles + b"</w:styles>")
    relations = ours["word/_rels/document.xml.rels"].decode()
    for name, kind in (("header1.xml", "header"), ("footer1.xml", "footer"), ("media/lambang.png", "image")):
        match = re.search(rf'Id="(\w+)"[^>]*Target="{name}"', relations)
        assert match is not None
        parts[f"word/{name}"] = ours[f"word/{name}"]
        _join(parts, f"word/{name}", kind, _OURS + match[1])
    return package.pack(parts)


@cache
def _default() -> Mapping[str, bytes]:
    out = io.BytesIO()
    Document().save(out)
    return package.unpack(out.getvalue())


def _with_styles(styles: bytes) -> bytes:
    """Fill up a part of styles to the size that Word's has."""
    further: list[bytes] = []
    while len(styles) + sum(map(len, further)) < _WORD_STYLES:
        number = len(further)
        name = f"{_NAMES[number % len(_NAMES)]} {number // len(_NAMES) + 1}"
        further.append(
            f'<w:style w:type="paragraph" w:styleId="Gaya{number}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
            f'<w:uiPriority w:val="{number}"/><w:unhideWhenUsed/><w:rsid w:val="00{number * 7919 + 4096:06X}"/>'
            f'<w:pPr><w:spacing w:before="{number * 20}" w:after="{number * 10}"/><w:ind w:left="{number * 36}"/>'
            f'</w:pPr><w:rPr><w:sz w:val="{18 + number % 9}"/></w:rPr></w:style>'.encode()
        )
    return styles.replace(b"</w:styles>", b"".join(further) + b"</w:styles>")


def _join(parts: dict[str, bytes], name: str, kind: str, relation: str) -> None:
    """Enter a part among the types and the relations of the document."""
    types, related = parts[package.TYPES], parts["word/_rels/document.xml.rels"]
    if name.endswith(".png"):
        row = '<Default Extension="png" ContentType="image/png"/>' * (b'"png"' not in types)
    else:
        sort = (
            "vnd.openxmlformats-officedocument.theme"
            if kind == "theme"
            else (f"vnd.openxmlformats-officedocument.wordprocessingml.{kind}")
        )
        row = f'<Override PartName="/{name}" ContentType="application/{sort}+xml"/>'
    parts[package.TYPES] = types.replace(b"</Types>", row.encode() + b"</Types>")
    link = (
        f'<Relationship Id="{relation}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
        f' Target="{name.removeprefix("word/")}"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = related.replace(b"</Relationships>", link.encode())
