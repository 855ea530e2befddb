"""The words of a print, made as soft as the scan, looked for on it whole and in pieces.

Digits are held against others too: a 6 made an 8 is more like an 8.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.intake.inside.overlay import Overlay, laid
from pipeline.intake.inside.paper import Grey
from pipeline.intake.inside.printed import Printed, WordBox
from pipeline.intake.reading import Box

_SLACK = 4  # pixels by which a word may lie off
_SOFT = (0.0, 0.8, 1.2, 1.6)
_SAMPLE = 60
# The worst piece of a word correlates at 0.8 or better (a fax: 0.73), of another word at less than 0.65 …
LOST, GONE = 0.7, 0.65
OTHER_DIGIT = 0.02  # … and another digit fits better by so much
_BUSY = 20.0
_ALTERNATIVES = 3
NAMED = 5  # words that differ are named


def words_met(scan: Grey, page: Printed, overlay: Overlay) -> dict[str, Any]:
    """Words printed beside the signature, and how many are lost.

    ``differ`` are those with digits or in small letters, which are nobody's name.
    """
    flat = laid(scan, overlay.matrix, page.grey)
    size = page.grey.shape[1], page.grey.shape[0]
    seen = cv2.warpPerspective(
        np.full_like(scan, 255), overlay.matrix, size, flags=cv2.INTER_NEAREST, borderValue=0
    )
    beside = [word for word in page.words if page.zone is None or not page.zone.holds(word.box)]
    soft = _as_soft(flat, page.grey, beside, overlay)
    met: list[tuple[WordBox, float]] = []
    for word in beside:
        x0, y0, x1, y1 = word.box
        score = _score(flat, soft, word.box, overlay) if np.all(seen[y0:y1, x0:x1]) else None
        if score is not None:
            met.append((word, score))
    changed = _changed(flat, soft, page, overlay, seen)
    scores = [0.0 if _holds(word.box, changed) else score for word, score in met]
    lost = [word.text for (word, _), score in zip(met, scores, strict=True) if score < LOST]
    return {
        "words": len(met),
        "lost": len(lost),
        "gone": sum(score < GONE for score in scores),
        "outside": len(beside) - len(met),
        "differ": [word for word in lost if word.islower() or any(map(str.isdigit, word))][:NAMED],
    }


def _as_soft(flat: Grey, grey: Grey, words: Sequence[WordBox], overlay: Overlay) -> Grey:
    # The blur with which most words are met best
    some = words[:: max(1, len(words) // _SAMPLE)]
    best, most = grey, -1.0
    for sigma in _SOFT:
        soft = np.asarray(cv2.GaussianBlur(grey, (0, 0), sigma), np.uint8) if sigma else grey
        scores = [place[0] for word in some if (place := _place(flat, soft, word.box, overlay)) is not None]
        worth = float(np.median(scores)) if scores else 0.0
        if worth > most:
            best, most = soft, worth
    return best


def _place(flat: Grey, soft: Grey, box: Box, overlay: Overlay) -> tuple[float, Grey, Grey, int, int] | None:
    x0, y0, x1, y1 = box
    across, down = (round(shift) for shift in overlay.rest_at((x0 + x1) / 2, (y0 + y1) / 2))
    word = soft[y0 - 2 : y1 + 2, x0 - 2 : x1 + 2]
    top, left = max(0, y0 - 2 + down - _SLACK), max(0, x0 - 2 + across - _SLACK)
    window = flat[top : y1 + 2 + down + _SLACK, left : x1 + 2 + across + _SLACK]
    if window.shape[0] < word.shape[0] or window.shape[1] < word.shape[1] or not word.size:
        return None
    _, score, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(window, word, cv2.TM_CCOEFF_NORMED))
    return float(score), word, window, x, y


def _score(flat: Grey, soft: Grey, box: Box, overlay: Overlay) -> float | None:
    # By the worst piece; None where the scan does not show the word
    if (placed := _place(flat, soft, box, overlay)) is None:
        return None
    score, word, window, x, y = placed
    high, long = word.shape
    wide = max(8, round(0.5 * high))
    scores = [score]
    for at in range(0, max(1, long - wide + 1), max(2, wide // 3)):
        piece = word[:, at : at + wide]
        part = window[max(0, y - 1) : y + high + 1, max(0, x + at - 2) : x + at + wide + 2]
        if float(piece.std()) >= _BUSY and part.shape[0] >= high and part.shape[1] >= piece.shape[1]:
            scores.append(float(np.max(cv2.matchTemplate(part, piece, cv2.TM_CCOEFF_NORMED))))
    return min(scores)


def _changed(flat: Grey, soft: Grey, page: Printed, overlay: Overlay, seen: NDArray[Any]) -> list[Box]:
    alike: dict[str, list[Grey]] = {}
    for digit in page.digits:
        known = alike.setdefault(digit.text, [])
        if len(known) < _ALTERNATIVES:
            known.append(_cut(soft, digit.box))
    return [
        digit.box
        for digit in page.digits
        if (page.zone is None or not page.zone.holds(digit.box))
        and np.all(seen[digit.box[1] : digit.box[3], digit.box[0] : digit.box[2]])
        and _is_other(flat, soft, digit, alike, overlay)
    ]


def _is_other(
    flat: Grey, soft: Grey, digit: WordBox, alike: Mapping[str, Sequence[Grey]], overlay: Overlay
) -> bool:
    x0, y0, x1, y1 = digit.box
    across, down = (round(shift) for shift in overlay.rest_at((x0 + x1) / 2, (y0 + y1) / 2))
    part = flat[max(0, y0 + down - 3) : y1 + down + 3, max(0, x0 + across - 3) : x1 + across + 3]
    own = _alike(part, [_cut(soft, digit.box)])
    others = [_alike(part, _of_size(digit.box, cuts)) for text, cuts in alike.items() if text != digit.text]
    return max(others, default=0.0) > own + OTHER_DIGIT


def _of_size(box: Box, cuts: Sequence[Grey]) -> Iterator[Grey]:
    high, wide = box[3] - box[1], box[2] - box[0]
    return (cut for cut in cuts if abs(cut.shape[0] - high) <= 1 and abs(cut.shape[1] - wide) <= 1)


def _alike(part: Grey, cuts: Sequence[Grey] | Iterator[Grey]) -> float:
    scores = [
        float(np.max(cv2.matchTemplate(part, cut, cv2.TM_CCOEFF_NORMED)))
        for cut in cuts
        if cut.size and part.shape[0] >= cut.shape[0] and part.shape[1] >= cut.shape[1]
    ]
    return max(scores, default=0.0)


def _cut(grey: Grey, box: Box) -> Grey:
    x0, y0, x1, y1 = box
    return grey[y0:y1, x0:x1]


def _holds(word: Box, places: Sequence[Box]) -> bool:
    return any(
        word[0] <= (x0 + x1) / 2 <= word[2] and word[1] <= (y0 + y1) / 2 <= word[3]
        for x0, y0, x1, y1 in places
    )
