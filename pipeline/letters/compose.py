"""A matter and a template become a draft: KONSEP, without number and code."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import quoteattr

from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import ANSWER, LetterKind, of_template
from pipeline.letters import context, package, template
from pipeline.letters import parts as pieces
from pipeline.letters.clauses import NOTHING, USUAL, Asking, Choice
from pipeline.letters.matter import Matter
from pipeline.letters.text import CORE, frozen_text
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory


@dataclass(frozen=True)
class Draft:
    """``context`` is plain JSON."""

    docx: bytes
    template: str
    template_digest: str
    clauses: tuple[str, ...]
    context: Mapping[str, Any]
    text: str


def template_for(matter: Matter, kind: LetterKind = ANSWER) -> str:
    """The usual template's name."""
    return f"{kind.template}-{context.kind_of(matter.addressee)}"


def compose(
    matter: Matter,
    settings: Settings,
    name: str,
    day: date,
    letter: str = "",
    signatory: Signatory | None = None,
    choice: Choice = USUAL,
    asking: Asking = NOTHING,
) -> Draft:
    """``letter`` is the id by which an edited draft is recognised.

    ``signatory`` None: by the table alone.
    """
    source = source_of(settings, name)
    fields, labels = context.build(matter, settings, day, signatory, choice, of_template(name), asking)
    docx = render(source, name, fields, settings, letter)
    return Draft(docx, name, package.digest(source), labels, fields, frozen_text(docx))


def render(
    source: bytes, name: str, fields: Mapping[str, Any], settings: Settings, letter: str = ""
) -> bytes:
    """Equal input gives equal bytes."""
    parts = package.inspect(source)
    parts[package.BODY] = on_paper(parts[package.BODY], settings)
    return neutral(
        template.render(name, in_font(parts, settings), fields), f"{letter}:konsep" if letter else ""
    )


def neutral(parts: Mapping[str, bytes], identifier: str) -> bytes:
    """Properties name nobody; Word keeps authors and firms there."""
    out = {name: part for name, part in parts.items() if not name.startswith("docProps/")}
    for name in ("_rels/.rels", package.TYPES):
        out[name] = re.sub(rb"<(?:Relationship|Override)\b[^>]*docProps/[^>]*/>", b"", out[name])
    types, relations = pieces.CORE_TYPE.encode(), pieces.CORE_RELATION.encode()
    out[package.TYPES] = out[package.TYPES].replace(b"</Types>", types + b"</Types>")
    out["_rels/.rels"] = out["_rels/.rels"].replace(b"</Relationships>", relations + b"</Relationships>")
    return package.pack({**out, CORE: pieces.core(identifier).encode()})


def on_paper(body: bytes, settings: Settings) -> bytes:
    """Sets every section; A4 and F4 differ in length only."""
    wide, high, right = pieces.PAGES[settings["surat.kertas"]]
    body = re.sub(rb"<w:pgSz\b[^>]*/>", f'<w:pgSz w:w="{wide}" w:h="{high}"/>'.encode(), body)
    return re.sub(rb'(<w:pgMar\b[^>]*w:right=")\d+(")', rf"\g<1>{right}\g<2>".encode(), body)


def in_font(parts: Mapping[str, bytes], settings: Settings) -> dict[str, bytes]:
    """``parts`` with the font of the office."""
    font, styles = quoteattr(settings["surat.huruf"]).encode(), "word/styles.xml"
    return {name: part.replace(b'"Arial"', font) if name == styles else part for name, part in parts.items()}


def names(settings: Settings) -> list[str]:
    """The office's templates."""
    return sorted(path.stem for path in settings.templates.glob("*.docx") if not path.name.startswith("~"))


def source_of(settings: Settings, name: str) -> bytes:
    """The office's template ``name``."""
    with suppress(FileNotFoundError):
        if re.fullmatch(r"\w[^/\0]*", name):
            return (settings.templates / f"{name}.docx").read_bytes()
    raise Refusal("letters.no_template", template=name, known=", ".join(names(settings)) or "tidak ada")
