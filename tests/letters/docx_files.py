"""Small DOCX files for tests: a template with a given body, or any draft with parts replaced."""

from pathlib import Path

from pipeline.letters import package
from pipeline.letters.parts import DECLARATION, NAMESPACES, line

TEMPLATES = Path(__file__).parents[2] / "letter_templates"
NAME = "surat-jawaban-perorangan"


def shipped(name: str) -> bytes:
    """Return the template ``name`` as Rangkap ships it."""
    return (TEMPLATES / f"{name}.docx").read_bytes()


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
    return changed(shipped(NAME), {name: text.encode() for name, text in parts.items()})


def changed(docx: bytes, parts: dict[str, bytes]) -> bytes:
    """Return ``docx`` with ``parts`` added or replaced."""
    return package.pack(package.unpack(docx) | parts)


def edited(docx: bytes, part: str, old: str, new: str) -> bytes:
    """Return ``docx`` with ``old`` replaced by ``new`` in one part, where every space is a plain one."""
    source = package.unpack(docx)[part].decode().replace("\u00a0", " ")
    assert old in source
    return changed(docx, {part: source.replace(old, new).encode()})
