"""A reader that also gives pages with places blacked out or framed, as pixels alone."""

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from pipeline.intake.reader import Reader
from pipeline.intake.reading import Box
from pipeline.kernel.sandbox import SandboxFailed

_MOST = 1200  # boxes on a page; beyond, the whole page is blacked out
_SIDE = 10_000
_LOST = (827, 1169)  # A4 at 100 dpi


@dataclass(frozen=True)
class Marks:
    """What to black out on one page: ``boxes`` in pixels as received; ``turn`` clockwise sets it upright.

    ``is_lost``: it could not be read and is black without being opened again.
    """

    boxes: tuple[Box, ...]
    turn: int = 0
    is_lost: bool = False


@dataclass(frozen=True)
class Pixels:
    """A grey picture: ``width`` × ``height`` bytes, row by row."""

    width: int
    height: int
    grey: bytes


class Blackener(Reader):
    """Gives the pages of a document with their marks."""

    def blackened(self, fd: int, marks: Sequence[Marks]) -> Iterator[Pixels]:
        """Yield every page painted, by one of ``marks`` each; one that cannot be painted is never given out."""
        for data in self._pages(fd, marks, framed=False):
            line, _, grey = data.partition(b"\n")
            width, height = (int(side) for side in json.loads(line))
            if not (0 < width <= _SIDE and 0 < height <= _SIDE and len(grey) == width * height):
                raise SandboxFailed(status=1)
            yield Pixels(width, height, grey)

    def framed(self, fd: int, marks: Sequence[Marks]) -> Iterator[bytes]:
        """Yield every page as PNG with its marks in numbered frames, for a person to check."""
        return self._pages(fd, marks, framed=True)

    def _pages(self, fd: int, marks: Sequence[Marks], *, framed: bool) -> Iterator[bytes]:
        with self._document(fd, laid_out=True) as (document, _):
            for number, one in enumerate(marks, 1):
                if one.is_lost:
                    yield _black(framed=framed)
                    continue
                boxes: Sequence[Box] = (
                    one.boxes if len(one.boxes) <= _MOST else [(0, 0, _SIDE * 4, _SIDE * 4)]
                )
                yield self._job(
                    "black_out", document, page=number, boxes=boxes, turn=one.turn, framed=framed
                )[0]


def _black(*, framed: bool) -> bytes:
    if not framed:
        return json.dumps(_LOST).encode() + b"\n" + bytes(_LOST[0] * _LOST[1])
    out = io.BytesIO()
    Image.new("L", _LOST).save(out, "PNG")
    return out.getvalue()
