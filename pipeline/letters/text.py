"""What a draft says, read back from its DOCX."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.letters import package
from pipeline.letters.numbers import DATE

EDGE = "\f"
PARAF = "Paraf"
CORE = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_W = f"{{{package.W}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_REFERENCE = re.compile(r"(Nomor|Sifat|Lampiran|Hal)\s*:\s*(.*)")
_GREETING = re.compile(
    r"(?:Dengan (?:segala )?hormat|Salam \w+|Assalam\S+.{0,50}|Om Swastyastu)\s*[,.!]?", re.IGNORECASE
)
_CLOSING = re.compile(r"(?:\d{1,2}[.)] ?)?Demikian", re.IGNORECASE)
_PLACE = r"[^\W\d_][^\d:,/]{2,40}"
_DAY_TO_COME = r"[\s\d_.…/-]*(?:[^\W\d_]{3,9}\.?)?[\s\d_.…]*"
_NUMBER_AND_DAY = re.compile(rf"(?:(\S*[\d_…]\S*|\.+)\s+)?({_PLACE}, ?(?:{DATE}|{_DAY_TO_COME}))")


@dataclass(frozen=True)
class Sheet:
    """An absent part is empty."""

    number: str
    nature: str
    attachments: str
    subject: str
    date_line: str
    addressee: tuple[str, ...]
    body: tuple[str, ...]
    signature: tuple[str, ...]
    cc: tuple[str, ...]
    whole: str

    @property
    def opening(self) -> str:
        """Without a greeting."""
        lines = [line for line in self.body if not _GREETING.fullmatch(line)]
        taken = lines[:1]
        for line in lines[1:]:
            if re.search(r"[.:;!?]$", taken[-1]) or not line[:1].islower():
                break
            taken.append(line)
        return " ".join(taken)

    @property
    def has_closing(self) -> bool:
        """The signature block is found by it."""
        return any(map(_CLOSING.match, self.body))

    @property
    def content(self) -> str:
        """Between addressee and signature, a paragraph a line."""
        return "\n".join(self.body)


def frozen_text(docx: bytes) -> str:
    """A paragraph or row a line; headers and footers follow a form feed."""
    parts = package.inspect(docx)
    blocks = [list(_blocks(package.parse(parts[name], name))) for name in package.text_parts(parts)]
    return "\n".join([*blocks[0], EDGE, *(line for block in blocks[1:] for line in block)])


def identifier_of(docx: bytes) -> str:
    """What a DOCX of ours says of itself, or nothing."""
    part = package.unpack(docx).get(CORE)
    if part is None:
        return ""
    core = package.parse(part, CORE)
    return (core.findtext(f"{_DC}identifier") or core.findtext(_CATEGORY) or "").strip()


def _blocks(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}p":
            text = paragraph_text(child).strip()
            if text:
                yield text
        elif child.tag == f"{_W}tr":
            cells = [list(_blocks(cell)) for cell in child.iterchildren(f"{_W}tc")]
            if all(len(cell) <= 1 for cell in cells):
                text = "\t".join(line for cell in cells for line in cell).strip()
                if text:
                    yield text
            else:
                yield from (line for cell in cells for line in cell)
        else:
            yield from _blocks(child)


def paragraph_text(paragraph: etree._Element) -> str:
    """Without field codes."""
    return "".join(text for _, text in pieces(paragraph))


def pieces(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The text of one ``w:p``, with elements; a no-break space or hyphen is a plain one."""
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        parent = element.getparent()
        if element.tag == f"{_W}t":
            yield element, (element.text or "").replace("\u00a0", " ").replace("\u2011", "-")
        elif parent is not None and parent.tag == f"{_W}r":
            yield element, "-" if element.tag.endswith("Hyphen") else " "


@dataclass(frozen=True)
class Paragraph:
    """One ``w:p``; those with text count from 1."""

    number: int
    text: str
    element: etree._Element


def paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    """What stands twice counts once."""
    number = 0
    for element in root.iter(f"{_W}p"):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        text = "".join(piece for part, piece in pieces(element) if _is_of(part, element))
        has_text = bool(text.strip())
        number += has_text
        yield Paragraph(number if has_text else 0, text, element)


def own(paragraph: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Elements that belong to the paragraph itself."""
    elements = paragraph.iter(*(f"{_W}{name}" for name in names))
    return (element for element in elements if _is_of(element, paragraph))


def _is_of(element: etree._Element, paragraph: etree._Element) -> bool:
    return next(element.iterancestors(f"{_W}p"), None) is paragraph


def read(text: str) -> Sheet:
    """Find the parts of a letter."""
    lines = [" ".join(line.split()) for line in text.partition(EDGE)[0].splitlines() if line.strip()]
    heads: dict[str, str] = {}
    date_line = ""
    start = 0
    for index, line in enumerate(lines):
        match = _REFERENCE.fullmatch(line)
        if match and match.group(1) not in heads:
            value = match.group(2)
            if match.group(1) == "Nomor" and (both := _NUMBER_AND_DAY.fullmatch(value)):
                value, date_line = both.group(1) or "", both.group(2)
            heads[match.group(1)] = value
            start = index + 1
        elif line.startswith("Yth."):
            start = index
            break
        elif not date_line and re.fullmatch(rf".+, {DATE}|{_PLACE}, ?(?=.*[\d_…]){_DAY_TO_COME}", line):
            date_line = line
    addressee = _addressee(lines, start)
    rest = lines[start + len(addressee) :]
    copies_at = next((i for i, line in enumerate(rest) if line.rstrip(" :") == "Tembusan"), len(rest))
    signed_at = _signature_start(rest[:copies_at])
    signature = (line for line in rest[signed_at:copies_at] if not line.startswith(PARAF))
    return Sheet(
        heads.get("Nomor", ""), heads.get("Sifat", ""), heads.get("Lampiran", ""), heads.get("Hal", ""),
        date_line, addressee, tuple(rest[:signed_at]), tuple(signature),
        tuple(rest[copies_at + 1 :]), "\n".join(" ".join(line.split()) for line in text.splitlines()),
    )  # fmt: skip


def _addressee(lines: list[str], start: int) -> tuple[str, ...]:
    taken: list[str] = []
    for line in lines[start : start + 7]:
        is_first = not taken
        if is_first != line.startswith("Yth.") or len(line) > 100:
            break
        taken.append(line)
        if line.startswith("di "):
            break
    return tuple(taken)


def _signature_start(rest: list[str]) -> int:
    closing = [index for index, line in enumerate(rest) if _CLOSING.match(line)]
    if closing:
        return closing[-1] + 1
    titles = (
        index for index in range(len(rest) - 1, 0, -1) if rest[index].endswith(",") and len(rest[index]) < 80
    )
    return next(titles, len(rest))
