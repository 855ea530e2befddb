"""Is a scan the letter, whole and signed?

A ``lack`` needs a new scan, a ``doubt`` a person may overrule.

No hand signs twice alike, so the same signature on two papers is a copied picture. The bounds were set on
generated papers (bench, seeds below 1000; S5d).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, Any

from pipeline.intake.likeness import Ink, Likeness, PageLikeness, Trace
from pipeline.kernel import ids
from pipeline.kernel.text import N_, Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOTHING = 2.0  # mm² of ink up to which a signature block counts as empty
PEN, STROKE = 6.0, 9.5  # mm² of ink with one mark of mm; pieces of a broken stamp are shorter
BESIDE, SHORT = 4.0, 6.0  # the same where a stamp is seen and its disc left out
HIGH = 3.0  # mm that a signature spreads upwards at least


class Signing(StrEnum):
    """What the ink says."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    STAMP_ALONE = "stamp_alone"
    DOUBTFUL = "doubtful"


def judge(ink: Ink) -> Signing:
    """Judge the ``ink`` in a signature block."""
    if ink.area < NOTHING:
        return Signing.UNSIGNED
    area, stroke = (BESIDE, SHORT) if ink.has_stamp else (PEN, STROKE)
    if ink.pen >= area and ink.pen_stroke >= stroke and ink.high >= HIGH:
        return Signing.SIGNED
    return Signing.STAMP_ALONE if ink.has_stamp and ink.pen < NOTHING else Signing.DOUBTFUL


OTHER = 0.25  # share of words not met: another text
WORDS = 2  # words not met, or one clearly not: a doubt
CUT = 0.03  # share of words beyond the scan: cut off
LINE = 50.0  # mm of added writing that are a doubt; a date by hand is shorter
_FOUND = 0.3  # share of patches below which a page was not found


@dataclass(frozen=True)
class Verdict:
    """``signing`` is None where it could not be looked at."""

    lacks: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()
    remarks: tuple[Text, ...] = ()
    signing: Signing | None = None
    trace: Trace = field(default_factory=Trace)

    @property
    def is_clear(self) -> bool:
        """Whether the scan is the signed letter beyond doubt."""
        return not self.lacks and not self.doubts


NOT_COMPARED = Verdict(doubts=(N_("this scan cannot be compared with the letter that was printed"),))
_SIGNING = {
    Signing.UNSIGNED: N_("no signature is seen above the name of the signatory"),
    Signing.STAMP_ALONE: N_("only a stamp is seen, without a signature"),
    Signing.DOUBTFUL: N_("the signature is not clearly seen"),
}


def verdict(seen: Likeness) -> Verdict:
    """Judge how a scan compares with the print."""
    written = [(number, page) for number, page in enumerate(seen.pages, 1) if not page.is_blank]
    unknown = [number for number, page in written if not _is_found(page)]
    numbers = [page.page for _, page in written if _is_found(page)]
    missing = sorted(set(range(1, seen.printed + 1)) - set(numbers))
    lacks, doubts = [], []
    if missing and len(unknown) < len(missing):
        names = ", ".join(map(str, missing))
        lacks.append(
            N_("page {names} is missing (there should be {printed})").of(names=names, printed=seen.printed)
        )
    if unknown:
        names = ", ".join(map(str, unknown))
        doubts.append(N_("page {names} of the scan is not known as a page of this letter").of(names=names))
    for number, page in written:
        lacks += _beside(number, page)
        doubts += _text(number, page)
    inks = [page.ink for page in seen.pages if page.ink is not None and _is_found(page)]
    signing = min(
        map(judge, inks), key=list(Signing).index, default=None
    )  # the best of what was scanned twice
    trace = max(inks, key=lambda ink: ink.pen).trace if inks else Trace()
    if signing is not None and signing is not Signing.SIGNED:
        doubts.append(_SIGNING[signing])
    if signing is None and not lacks:
        doubts.append(_SIGNING[Signing.DOUBTFUL])
    return Verdict(tuple(lacks), tuple(doubts), tuple(_remarks(seen, numbers)), signing, trace)


def _is_found(page: PageLikeness) -> bool:
    return page.page > 0 and page.share >= _FOUND


def _beside(number: int, page: PageLikeness) -> Iterator[Text]:
    # One picture of two papers: nobody could file the one without the other
    codes = {code for payload in page.codes if (code := ids.read_code(payload)) is not None}
    if len(codes) < 2:
        return
    copies = sorted(code.copy for code in codes)
    if len({code.letter for code in codes}) == 1:
        yield N_("two copies in one picture ({first} and {second}); scan each copy by itself").of(
            first=copies[0], second=copies[1]
        )
    else:
        yield N_("page {number} bears the codes of two letters; scan each letter by itself").of(number=number)


def _text(number: int, page: PageLikeness) -> Iterator[Text]:
    if not _is_found(page):
        return
    if page.words and page.lost >= OTHER * page.words:
        yield N_("page {number} does not say what the approved letter says").of(number=number)
    elif page.lost >= WORDS or page.gone:
        names = f": {', '.join(f'“{word}”' for word in page.differ)}" if page.differ else ""
        yield N_("on page {number} there are {lost} words that differ or are covered{names}").of(
            number=number, lost=page.lost, names=names
        )
    if page.written >= LINE:
        yield N_("on page {number} there is a line of writing that the approved letter does not have").of(
            number=number
        )
    if page.outside > CUT * (page.words + page.outside):
        yield N_("page {number} is cut off").of(number=number)


def _remarks(seen: Likeness, numbers: Sequence[int]) -> Iterator[Text]:
    if blank := [number for number, page in enumerate(seen.pages, 1) if page.is_blank]:
        names = ", ".join(map(str, blank))
        yield N_("page {names} of the scan is blank").of(names=names)
    for number, page in enumerate(seen.pages, 1):
        if _is_found(page) and 0 < page.written < LINE:
            yield N_("on page {number} there is a short piece of writing that was added").of(number=number)
    if len(set(numbers)) < len(numbers):
        yield N_("a page was scanned twice")
    if list(numbers) != sorted(numbers):
        names = ", ".join(map(str, numbers))
        yield N_("order of the pages in the scan: {names}").of(names=names)


SAME = 0.9  # share of either signature that meets the other
LEAST = 300  # pixels of 150 dpi (9 mm²): with less ink two cannot be told apart
_REACH = 12  # pixels (2 mm) that they are shifted at most from lying middle on middle

TWICE = N_("the signature is exactly that of the other copy, like a picture that was copied")


def likeness(trace: Trace, other: Trace) -> float:
    """Lesser share of either's ink that meets the other at best, 0..1."""
    if min(trace.bits.bit_count(), other.bits.bit_count()) < LEAST or not trace.wide or not other.wide:
        return 0.0
    a, b = _marks(trace), _marks(other)
    room = max(int(abs(place)) for marks in (a, b) for place in (marks.min(), marks.max())) + _REACH + 1
    on_a, on_b = _ground(a, room), _ground(b, room)
    best = 0.0
    for by in product(range(-_REACH, _REACH + 1), repeat=2):
        met = on_a[tuple((b + by).T + room)].mean()
        if met > best:
            back = on_b[tuple((a - by).T + room)].mean()
            best = max(best, min(met, back))
    return float(best)


def is_same(trace: Trace, other: Trace) -> bool:
    """Whether two papers bear one picture of a signature."""
    return likeness(trace, other) >= SAME


def _marks(trace: Trace) -> NDArray[Any]:
    # Row and column of each pixel from the median one
    import numpy as np

    size = trace.bits.bit_length() // 8 + 1
    bits = np.frombuffer(trace.bits.to_bytes(size, "little"), np.uint8)
    marks = np.stack(divmod(np.flatnonzero(np.unpackbits(bits, bitorder="little")), trace.wide), axis=1)
    marks -= np.sort(marks, axis=0)[(len(marks) - 1) // 2]
    return marks


def _ground(marks: NDArray[Any], room: int) -> NDArray[Any]:
    import numpy as np

    area = np.zeros((2 * room + 1, 2 * room + 1), bool)
    for by in product((-1, 0, 1), repeat=2):
        area[tuple((marks + by).T + room)] = True
    return area
