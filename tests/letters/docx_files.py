"""Small DOCX files for tests: a template with a given body, or any draft with parts replaced."""

from __future__ import annotations

from pipeline.letters import package
from pipeline.letters.build_templates import build
from pipeline.letters.parts import DECLARATION, NAMESPACES, line

NAME = "surat-jawaban-perorangan"


def template(*paragraphs: str, footer: str = "") -> bytes:
    """Return a DOCX whose body has these texts, one a paragraph."""
    return raw("".join(line(text) for text in paragraphs), footer)


def raw(body: str, footer: str = "") -> bytes:
    """Return a DOCX with this body XML."""
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/></w:sectPr>'
    parts = {
        "word/document.xml": f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/footer1.xml": f"{DECLARATION}<w:ftr {NAMESPACES}>{line(footer)}</w:ftr>",
    }
    return changed(build(NAME), {name: text.encode() for name, text in parts.items()})


def changed(docx: bytes, parts: dict[str, bytes]) -> bytes:
    """Return ``docx`` with ``parts`` added or replaced."""
    return package.pack(package.unpack(docx) | parts)


def edited(docx: bytes, part: str, old: str, new: str) -> bytes:
    """Return ``docx`` with ``old`` replaced by ``new`` in one part."""
    source = package.unpack(docx)[part].decode()
    assert old in source
    return changed(docx, {part: source.replace(old, new).encode()})
