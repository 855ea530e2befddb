"""``python -m pipeline.letters.inside``: order (JSON) and DOCX on standard input.

The answer is the refusal as JSON, or nothing, then the results.
"""

import json
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

from pipeline.kernel.ids import CopyCode
from pipeline.kernel.sandbox import answer_by
from pipeline.kernel.text import N_, as_it_is
from pipeline.letters import copies, package, text
from pipeline.letters.clean import clean, pictures
from pipeline.letters.errors import BadDocx, NoPlace, dangerous
from pipeline.letters.hidden_text import hidden
from pipeline.rendering.framing import pack, unpack

LONGEST = 100_000
_STRANGE = (KeyError, ValueError, TypeError, IndexError, AttributeError, AssertionError)
"""What libraries raise on an odd package."""


def see(order: Mapping[str, Any], document: bytes) -> list[bytes]:
    """Returns findings (JSON) and clean DOCX, proved by stamping."""
    parts = package.inspect(document)
    _need_seen(parts)
    done = clean(parts, f"{order['letter']}:konsep")
    _need_seen(package.unpack(done))
    words = text.frozen_text(done)
    if len(words) > LONGEST:
        raise BadDocx(
            reason=as_it_is(
                f"memuat {len(words)} karakter, terlalu banyak untuk sebuah surat",
                f"it holds {len(words)} characters, too many for a letter",
            )
        )
    report = {
        "identifier": text.identifier_of(document),
        "text": words,
        "pictures": pictures(package.unpack(done)),
        "lacking": [place.fields for place in copies.lacking(done)],
    }
    return [json.dumps(report).encode(), done]


def _need_seen(parts: Mapping[str, bytes]) -> None:
    for part, _, reason in hidden(parts):
        raise dangerous(reason, part)


def content(order: Mapping[str, Any], document: bytes) -> list[bytes]:
    """Text and digests of pictures (JSON)."""
    return [json.dumps([text.frozen_text(document), pictures(package.unpack(document))]).encode()]


def stamp(order: Mapping[str, Any], document: bytes) -> list[bytes]:
    """What both copies say (JSON), and the copies."""
    codes = (code.split(":") for code in order["codes"])
    first, second = (CopyCode(letter, int(copy), check) for _, letter, copy, check in codes)
    day = date.fromisoformat(order["day"]) if order["day"] else None
    parts = package.inspect(document)
    _need_seen(parts)
    if _fields(package.unpack(clean(parts, text.identifier_of(document)))) != _fields(parts):
        # taken before the gate was what it is now
        raise dangerous(N_("an automatic field"), package.BODY)
    made = copies.stamp_codes(document, order["number"], day, first, second, tuple(order.get("paraf", ())))
    return [
        json.dumps([text.frozen_text(paper.docx) for paper in made]).encode(),
        *(paper.docx for paper in made),
    ]


def _fields(parts: Mapping[str, bytes]) -> int:
    texts = (data for name, data in parts.items() if package.TEXT_PARTS.fullmatch(name))
    return sum(data.count(b"instrText") + data.count(b"fldSimple") for data in texts)


JOBS = {"see": see, "content": content, "stamp": stamp}


def answer(parcel: bytes) -> bytes:
    """Do what the order says."""
    line, document = unpack(parcel)
    order = json.loads(line)
    try:
        results = [b"", *JOBS[order["job"]](order, document)]
    except (BadDocx, NoPlace) as error:
        results = [json.dumps({"code": error.code, "fields": error.fields}).encode()]
    except _STRANGE as error:
        kind = type(error).__name__
        fields = {"reason": N_("of an unknown make: {kind}").of(kind=kind)}
        results = [json.dumps({"code": "letters.not_docx", "fields": fields}).encode()]
    return pack(results)


def main() -> int:
    """Answer standard input."""
    return answer_by(answer)


if __name__ == "__main__":
    sys.exit(main())
