"""Blocks of a letter are set on sheets of A4: letterhead, date at the right, colon tables, items, tick boxes.

The layout follows what Indonesian offices type (surat dinas, a private letter, a referral form). All
lengths are millimetres.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from demo.emblem import Emblem, draw_emblem
from demo.ink import signature, stamp
from demo.parse import Block
from demo.sheet import A4, INK, Font, Sheet, font, px, width

_TICKS = {"☐": False, "☒": True}
_APART = 2.6


@dataclass(frozen=True)
class Style:
    """How one sender types: family, points, margins, letterhead (``head`` lines), stamp and form frames."""

    family: str = "serif"
    points: float = 11.5
    left: float = 30.0
    right: float = 20.0
    top: float = 20.0
    leading: float = 1.2
    column: float = 115.0
    head: int = 0
    head_form: str = "dinas"
    emblem: Emblem = "regency"
    labels: float = 0.0
    framed: bool = False
    stamp: tuple[str, str] | None = None
    seed: int = 1


class Setter:
    """Sets blocks one after another and takes a new sheet when one is full."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.sheets = [Sheet()]
        self.face: Font = font(style.family, style.points)
        self.bold: Font = font(style.family, style.points, "bold")
        self.line = style.points * 25.4 / 72 * style.leading
        self.y = style.top

    @property
    def sheet(self) -> Sheet:
        """The sheet being written on."""
        return self.sheets[-1]

    def room(self, high: float) -> None:
        """Take a new sheet unless ``high`` millimetres are left on this one."""
        if self.y + high > A4[1] - 13.0:
            self.sheets.append(Sheet())
            self.y = self.style.top

    def down(self) -> float:
        """Go to the next line and return its baseline."""
        self.room(self.line)
        self.y += self.line
        return self.y

    def words(self, text: str, left: float, right: float, first: float = 0.0, justify: bool = False) -> None:
        """Set ``text`` between ``left`` and ``right``; the first line begins ``first`` further in."""
        lines = self._wrapped(text, right - left, first)
        for number, line in enumerate(lines):
            start = left + (first if number == 0 else 0.0)
            loose = right - start - sum(self._wide(word) for word in line)
            space = width(" ", self.face)
            if justify and number < len(lines) - 1 and len(line) > 1:
                space = loose / (len(line) - 1)
            self._line(line, start, space)

    def _line(self, line: list[str], x: float, space: float) -> None:
        base = self.down()
        for number, word in enumerate(line):
            if word[0] in _TICKS:
                x += _APART if number else 0.0
                self.sheet.tick_box(x, base, self.style.points * 0.27, _TICKS[word[0]])
            self.sheet.write(x + self._tick(word), base, word.lstrip("☐☒"), self.face)
            x += self._wide(word) + space

    def _tick(self, word: str) -> float:
        return self.style.points * 0.3 + 1.0 if word[0] in _TICKS else 0.0

    def _wide(self, word: str) -> float:
        return self._tick(word) + width(word.lstrip("☐☒"), self.face)

    def _wrapped(self, text: str, wide: float, first: float) -> list[list[str]]:
        space = width(" ", self.face)
        lines: list[list[str]] = [[]]
        left = wide - first
        for word in text.replace("[ ] ", "☐").replace("[x] ", "☒").split():
            needed = self._wide(word) + (space if lines[-1] else 0.0)
            needed += _APART if word[0] in _TICKS and lines[-1] else 0.0
            if needed > left and lines[-1]:
                lines.append([])
                left, needed = wide, self._wide(word)
            lines[-1].append(word)
            left -= needed
        return lines


def compose(blocks: Sequence[Block], style: Style) -> list[Image.Image]:
    """Return the finished pages (grey, :data:`demo.sheet.DPI`)."""
    setter = Setter(style)
    _letterhead(setter, [block.text for block in blocks[: style.head]])
    rest = list(blocks[style.head :])
    while rest:
        kind = rest[0].kind
        run = 1
        while run < len(rest) and _belongs(kind, rest[run : run + 5]):
            run += 1
        _SET[kind](setter, rest[:run])
        rest = rest[run:]
    if style.framed:
        setter.room(28.0)
        setter.y += 6.0
        _sign(setter, 140.0)
    return [sheet.image for sheet in setter.sheets]


def _belongs(kind: str, following: Sequence[Block]) -> bool:
    if kind == "right":
        ahead = next((block.kind for block in following if block.kind != "gap"), "gap")
        return ahead == "right"
    return kind == "row" and following[0].kind == "row"


def _letterhead(setter: Setter, lines: Sequence[str]) -> None:
    if not lines:
        return
    if setter.style.head_form == "polisi":
        _police_head(setter, lines)
        return
    style, sheet = setter.style, setter.sheet
    draw_emblem(sheet, style.left + 2, style.top - 4, 24.0, style.emblem)
    middle = (style.left + 22 + A4[0] - style.right) / 2
    sizes = {0: (13.0, ""), 1: (14.0, "bold"), 2: (16.0, "bold")}
    for number, line in enumerate(lines):
        points, weight = sizes.get(number, (9.5, ""))
        setter.y += points * 25.4 / 72 * 1.17
        sheet.write(middle, setter.y, line, font(style.family, points, weight), "ms")
    setter.y = max(setter.y + 3.5, style.top + 22.5)
    sheet.rule(style.left, setter.y, A4[0] - style.right, setter.y, 0.9)
    sheet.rule(style.left, setter.y + 1.1, A4[0] - style.right, setter.y + 1.1, 0.25)
    setter.y += 4


def _police_head(setter: Setter, lines: Sequence[str]) -> None:
    style, sheet = setter.style, setter.sheet
    shown = [line for line in lines if line.strip("_")]
    wide = max(width(line, setter.face) for line in shown)
    middle = style.left + wide / 2
    for line in shown:
        sheet.write(middle, setter.down(), line, setter.face, "ms")
    setter.y += 1.4
    sheet.rule(style.left, setter.y, style.left + wide, setter.y, 0.35)
    draw_emblem(sheet, A4[0] / 2 - 7.5, setter.y + 3, 19.0, style.emblem)
    setter.y += 24


def _gap(setter: Setter, _: Sequence[Block]) -> None:
    setter.y += setter.line * (0.35 if setter.style.framed else 0.6)


def _title(setter: Setter, run: Sequence[Block]) -> None:
    middle = (setter.style.left + A4[0] - setter.style.right) / 2
    setter.sheet.write(middle, setter.down(), run[0].text, setter.bold, "ms")
    setter.y += 1.0


def _section(setter: Setter, run: Sequence[Block]) -> None:
    style = setter.style
    setter.room(setter.line * 3)
    top = setter.y + 0.6
    setter.sheet.box(style.left, top, A4[0] - style.right, top + setter.line + 1.0, fill=222)
    setter.y += 0.6
    setter.sheet.write(style.left + 2, setter.down() - 0.6, run[0].text, setter.bold)
    setter.y += 0.8


def _rows(setter: Setter, run: Sequence[Block]) -> None:
    style = setter.style
    inset = style.left + (7.0 if run[0].indent else 2.0 if style.framed else 0.0)
    labels = style.labels or max(width(block.label, setter.face) for block in run) + 4.0
    edge = A4[0] - style.right - (2.0 if style.framed else 0.0)
    for block in run:
        value, _, beside = block.text.partition("   ")
        if ":" not in beside and not beside.strip().startswith("NIP"):
            value, beside = block.text, ""
        base = setter.down()
        setter.sheet.write(inset, base, block.label, setter.face)
        setter.sheet.write(inset + labels, base, ":", setter.face)
        if beside:
            setter.sheet.write(edge, base, beside.strip(), setter.face, "rs")
        setter.y -= setter.line
        setter.words(value, inset + labels + 3.0, edge)
        if style.framed:
            setter.sheet.rule(style.left, setter.y + 1.35, A4[0] - style.right, setter.y + 1.35, 0.12)


def _item(setter: Setter, run: Sequence[Block]) -> None:
    block, style = run[0], setter.style
    inset = style.left + (7.0 if block.indent else 0.0)
    setter.sheet.write(inset, setter.down(), block.label, setter.face)
    setter.y -= setter.line
    setter.words(block.text, inset + 7.0, A4[0] - style.right, justify=True)


def _text(setter: Setter, run: Sequence[Block]) -> None:
    style = setter.style
    if run[0].text == "Tembusan:":
        setter.room(setter.line * 4)
        setter.y += setter.line
    pad = 2.0 if style.framed else 0.0
    first = 12.5 if run[0].indent >= 6 else 0.0
    setter.words(
        run[0].text, style.left + pad, A4[0] - style.right - pad, first, justify=not style.framed
    )  # fmt: skip


def _right(setter: Setter, run: Sequence[Block]) -> None:
    style = setter.style
    setter.room(setter.line * len(run) + 18.0)
    indents = [block.indent for block in run if block.kind == "right"]
    centred = max(indents) - min(indents) > 4
    wide = max(width(block.text, setter.face) for block in run)
    x = min(style.column, A4[0] - style.right - wide)
    if len(run) == 1:
        x = A4[0] - style.right - width(run[0].text, setter.face)
    elif centred:
        x = A4[0] - style.right - wide / 2
    signed = False
    for before, block in zip([None, *run], run, strict=False):
        if block.kind == "right":
            setter.sheet.write(x, setter.down(), block.text, setter.face, "ms" if centred else "ls")
        elif before is not None and before.kind == "gap" and not signed:
            signed = True
            _sign(setter, x - (18.0 if centred else 2.0))
        else:
            setter.y += setter.line * 0.6


def _sign(setter: Setter, x: float) -> None:
    setter.y += 17.0
    if setter.style.stamp:
        around, centre = setter.style.stamp
        mask = stamp(px(34.0), around, centre, setter.style.seed)
        setter.sheet.image.paste(92, (px(x - 27.0), px(setter.y - 22.0)), mask)
    mask = signature(px(38.0), px(22.0), setter.style.seed)
    setter.sheet.image.paste(INK, (px(x), px(setter.y - 21.0)), mask)


_SET = {
    "gap": _gap,
    "right": _right,
    "title": _title,
    "section": _section,
    "row": _rows,
    "item": _item,
    "text": _text,
}
