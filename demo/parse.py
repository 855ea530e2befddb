"""A sample's plain text becomes blocks of a letter, so that the text stands in one place only.

The texts follow the habits of typed office letters: a colon table is a label, spaces and a colon; a deeply
indented line belongs to the right column; a line below 62 characters ends on purpose.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["gap", "right", "title", "section", "row", "item", "text"]
_ROW = re.compile(r"^(\s{0,8}(?:[a-z]\. )?[A-Z][^:]{0,30}?)\s+:\s(.*)$")
_ITEM = re.compile(r"^(\s*)(\d+\.|[a-z]\.)\s+(.*)$")
_SECTION = re.compile(r"^[A-Z]\. [A-Z/ ]+$")
_RIGHT, _FULL = 24, 62


@dataclass(frozen=True)
class Block:
    """One piece of a letter: ``label`` of a row or mark of an item, ``indent`` in characters."""

    kind: Kind
    text: str = ""
    label: str = ""
    indent: int = 0


def parse(text: str) -> list[Block]:
    """Return the blocks of ``text`` from top to bottom."""
    blocks: list[Block] = []
    is_open = False
    for line in text.splitlines():
        block = _block(line)
        last = blocks[-1] if blocks else Block("gap")
        if block.kind == "text" and (_hangs(last, block) or (is_open and not line.startswith("["))):
            blocks[-1] = Block(last.kind, f"{last.text} {block.text}".strip(), last.label, last.indent)
        else:
            blocks.append(block)
        is_open = block.kind == "text" and len(line) >= _FULL
    return blocks


def _hangs(last: Block, block: Block) -> bool:
    return last.kind in ("row", "item") and block.indent > last.indent


def _block(line: str) -> Block:
    indent = len(line) - len(line.lstrip())
    if not line.strip():
        return Block("gap")
    if indent >= _RIGHT:
        return Block("right", line.strip(), indent=indent)
    if indent >= 6 and line.isupper():
        return Block("title", line.strip())
    if _SECTION.match(line):
        return Block("section", line.strip())
    if match := _ROW.match(line):
        return Block("row", match.group(2).strip(), match.group(1).strip(), indent)
    if match := _ITEM.match(line):
        return Block("item", match.group(3), match.group(2), indent)
    return Block("text", line.strip(), indent=indent)
