"""Which options of a form are marked, also when OCR bends the brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# the private area holds the boxes of Wingdings
_BOX = re.compile(
    r"(?<![\w])(?:[\[({]\s?(?P<mark>[xXvV✓√✔%*KkYy]{1,2})\s?[\])}|lI1J]|[\[({]\s?(?P<blank>)[\])}|lIJ]"
    r"|(?P<full>[☑☒✓✔✗✘√■●\uf052\uf0fc\uf0fd\uf0fe])|(?P<empty>[☐□○\uf06f\uf071\uf0a3\uf0a8])"
    r"|[Il|]\s?(?P<bent>[xXvV])\s?[\])}|]|\[(?P<open>[xX])(?=\s))"
)
# a box read as a letter; believed only beside another one in its row
_BARE = re.compile(r"(?<![\w/.])(?:(?P<mark>[XxVv])|[O0o])(?:[ ]+(?=[A-Z])|(?=[A-Z][a-z]))")
_WRITTEN = re.compile(r":|[.!?]\s+(?=[A-Z])")
_LABEL = re.compile(r"^.*:(?=[^:]*$)|^.*[ ]{3}(?=[^:]*$)")
_MOST_WORDS = 12  # what stands further behind an empty box is running text


@dataclass(frozen=True)
class Tick:
    """``at``: its words begin; ``close``: the box ends."""

    start: int
    end: int
    option: str
    is_marked: bool
    at: int
    close: int


def ticks(text: str) -> Iterator[Tick]:
    """An option ends at the next box, a wide gap or the row."""
    boxes = _boxes(text)
    for index, (start, close, is_marked) in enumerate(boxes):
        stop = boxes[index + 1][0] if index + 1 < len(boxes) else len(text)
        behind = text[close:stop]
        at = close + len(behind) - len(behind.lstrip())
        option = re.split(r"   |\n", behind.lstrip(), maxsplit=1)[0].strip(" .,;")
        yield Tick(start, close + len(option) + 1, option, is_marked, at, close)


def _boxes(text: str) -> list[tuple[int, int, bool]]:
    boxes = [
        (match.start(), match.end(), bool(match["mark"] or match["full"] or match["bent"] or match["open"]))
        for match in _BOX.finditer(text)
    ]
    taken = {place for start, end, _ in boxes for place in range(start, end)}
    bare = [match for match in _BARE.finditer(text) if match.start() not in taken]
    rows = [text.count("\n", 0, start) for start, _, _ in boxes] + [
        text.count("\n", 0, match.start()) for match in bare
    ]
    alone = {row for row in rows if rows.count(row) < _BESIDE}
    boxes += [
        (match.start(), match.end(), bool(match["mark"]))
        for match in bare
        if text.count("\n", 0, match.start()) not in alone
    ]
    return sorted(boxes)


_BESIDE = 2


def unticked(text: str) -> list[tuple[int, int]]:
    """Stretches beside an empty box; in doubt, none.

    What is written behind a colon ("[ ] Lainnya: …") or too far behind is no option.
    """
    spans = []
    for row in re.finditer(r"[^\n]+", text):
        if not (boxes := list(ticks(row[0]))):
            continue
        if (is_led := _is_led(row[0], boxes[0].start)) and not _ends_with(row[0], boxes[-1]):
            places = ((row.start() + box.at, box) for box in boxes if not box.is_marked)
            spans += [(at, at + len(_printed(box.option))) for at, box in places]
        elif not is_led and len(boxes) >= _BESIDE and _ends_with(row[0], boxes[-1]):
            before = [len(row[0][: boxes[0].start]) - len(_LABEL.sub("", row[0][: boxes[0].start]))]
            before += [box.close for box in boxes]
            pairs = [(a, box) for a, box in zip(before, boxes, strict=False) if not box.is_marked]
            spans += [
                (row.start() + a, row.start() + box.start)
                for a, box in pairs
                if _is_option(row[0][a : box.start])
            ]
    return spans


def asked(text: str) -> list[tuple[int, int]]:
    """What boxes behind it answer ("Ancaman : [ ] pisau [ ] racun")."""
    rows = ((row, next(iter(ticks(row[0])), None)) for row in re.finditer(r"[^\n]+", text))
    return [
        (row.start(), row.start() + box.start)
        for row, box in rows
        if box and len(row[0][: box.start].split()) <= _MOST_WORDS // 2
    ]


# labels of tick boxes that lost their colon
_ASKING = frozenset(
    {"sifat", "status", "jenis", "tingkat", "ancaman", "risiko", "keadaan", "kondisi", "kategori"}
)


def _ends_with(row: str, box: Tick) -> bool:
    return not row[box.close :].strip(" .,;|")


def _is_led(row: str, first: int) -> bool:
    lead = _LABEL.sub("", row[:first])
    if lead.strip(" .|-").partition(" ")[0].lower() in _ASKING and len(lead.split()) < _FEW:
        return True
    return sum(letter.isalpha() for letter in lead) < _FEW


_FEW = 3


def _printed(option: str) -> str:
    # Without what was written behind it
    words = re.match(rf"(?:\S+\s*){{0,{_MOST_WORDS}}}", option)
    return _WRITTEN.split(words[0] if words else "", maxsplit=1)[0]


def ticked(text: str) -> list[str] | None:
    """Marked options, None without boxes."""
    boxes = list(ticks(text))
    return [tick.option for tick in boxes if tick.is_marked and tick.option] if boxes else None


_BOXLIKE = frozenset("[](){}IiLlJj|1tTpP3EeFfWwxXvV✓√")
_BRACKETS = frozenset("[](){}|J")


def state_before(text: str, start: int) -> bool | None:
    """The box right before an option, None without one."""
    begin = text.rfind("\n", 0, start) + 1
    row, whole = text[begin:start], text[begin:].partition("\n")[0]
    boxes = list(ticks(whole))
    if boxes and _ends_with(whole, boxes[-1]) and not _is_led(whole, boxes[0].start):
        behind = [box for box in boxes if box.start >= len(row)]
        return behind[0].is_marked if behind and _is_option(whole[len(row) : behind[0].start]) else None
    if (state := _bent_state(row)) is None:
        state = next((box.is_marked for box in boxes if box.at == len(row)), None)
    return state


def _is_option(words: str) -> bool:
    return "   " not in words.strip() and len(words.split()) <= _FEW


def _bent_state(row: str) -> bool | None:
    pieces: list[str] = []
    for piece in reversed(row[-12:].split()):
        if len(pieces) == 3 or len(piece) > 4 or not _BOXLIKE.issuperset(piece):
            break
        pieces.append(piece)
        if piece[0] in "[({":
            break
    if not (box := "".join(reversed(pieces))):
        return None
    bracketed = bool(_BRACKETS & set(box))
    if set(box) & set("xX✓√") or (bracketed and set(box) & set("vVwW")):
        return True
    return False if bracketed else None


_ANSWERS = re.compile(
    r"(?P<before>[\[({][^\])}\n]{0,3}[\])}lI1J|]\s*)?\b(?P<word>ya|tidak)\b(?:\s*:?\s*(?P<after>[\[({][^\])}\n]{0,3}[\])}lI1J|]))?",
    re.IGNORECASE,
)


def answered(text: str, end: int) -> bool | None:
    """Behind a question ("ya [v] tidak [ ]"); None without boxes."""
    row = text[end:].partition("\n")[0]
    matches = list(_ANSWERS.finditer(row))
    if {match["word"].lower() for match in matches} != {"ya", "tidak"} or len(matches) != 2:
        return None
    side = "before" if matches[0]["before"] else "after"
    boxes = {match["word"].lower(): match[side] or "" for match in matches}
    marks = {word: bool(set(box[1:-1]) & set("xXvV✓√")) for word, box in boxes.items()}
    if not any(boxes.values()) or marks["ya"] == marks["tidak"]:
        return None
    return marks["ya"]
