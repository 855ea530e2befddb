"""A draft edited in Word comes back; it is opened only inside the sandbox.

Its properties bear a check of our key, since another office may use the same number.
"""

import base64
import hashlib
import hmac
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.kernel.ids import CopyCode
from pipeline.kernel.sandbox import run
from pipeline.kernel.text import N_, Text
from pipeline.letters import package, text
from pipeline.letters.compose import neutral
from pipeline.letters.copies import Copy
from pipeline.letters.errors import BadDocx, NoPlace
from pipeline.rendering.framing import pack, unpack

_REFUSALS = {"letters.dangerous": BadDocx, "letters.not_docx": BadDocx, "letters.no_place": NoPlace}
_ORIGIN = re.compile(r"(\d{4}-\d{4,6}-\d{1,3}):(konsep|[12])(?::(\d{1,4}):([A-Z2-7]{10}))?")


@dataclass(frozen=True)
class Origin:
    """What the properties say; ``copy`` is 0 for a draft."""

    letter: str
    copy: int
    revision: int = 0
    check: str = ""


@dataclass(frozen=True)
class EditedDraft:
    """The draft as found, and ``clean``; ``lacking`` are places."""

    identifier: str
    text: str
    pictures: tuple[str, ...]
    lacking: tuple[NoPlace, ...]
    clean: bytes


def read_origin(identifier: str) -> Origin | None:
    """From ``2026-0042-3:konsep:2:K7QX4M2TVA``, or without what follows ``konsep``."""
    match = _ORIGIN.fullmatch(identifier.strip())
    if match is None:
        return None
    letter, copy, revision, check = match.groups()
    return Origin(letter, 0 if copy == "konsep" else int(copy), int(revision or 0), check or "")


def to_edit(draft: bytes, letter: str, revision: int, key: bytes) -> bytes:
    """Named twice, since not every program keeps both properties."""
    identifier = f"{letter}:konsep:{revision}:{_check(letter, revision, key)}"
    parts = package.unpack(neutral(package.unpack(draft), identifier))
    category = f"<cp:category>{identifier}</cp:category></cp:coreProperties>".encode()
    parts[text.CORE] = parts[text.CORE].replace(b"</cp:coreProperties>", category)
    return package.pack(parts)


def is_ours(origin: Origin, keys: Mapping[str, bytes]) -> bool:
    """Whether this office's check is in it."""
    checks = (_check(origin.letter, origin.revision, key) for key in keys.values())
    return any(hmac.compare_digest(origin.check, check) for check in checks)


def _check(letter: str, revision: int, key: bytes) -> str:
    message = f"rangkap-konsep-1\n{letter}\n{revision}"
    return base64.b32encode(hmac.new(key, message.encode(), hashlib.sha256).digest()).decode()[:10]


def see(data: bytes, letter: str, *, accept_risk: bool = False) -> EditedDraft:
    """Look at an edited draft inside."""
    report, clean = _inside({"job": "see", "letter": letter}, data, accept_risk=accept_risk)
    plain = json.loads(report)
    lacking = tuple(NoPlace(**place) for place in plain["lacking"])
    return EditedDraft(plain["identifier"], plain["text"], tuple(plain["pictures"]), lacking, clean)


def content_of(draft: bytes, *, accept_risk: bool = False) -> tuple[str, tuple[str, ...]]:
    """Text and digests of pictures."""
    (report,) = _inside({"job": "content"}, draft, accept_risk=accept_risk)
    words, pictures = json.loads(report)
    return words, tuple(pictures)


def stamp(
    draft: bytes,
    number: str,
    day: date | None,
    codes: tuple[CopyCode, CopyCode],
    *,
    paraf: Sequence[str] = (),
    accept_risk: bool = False,
) -> tuple[tuple[Copy, Copy], tuple[str, str]]:
    """Both copies, and what each says. Raises as :func:`copies.stamp`."""
    order = {
        "job": "stamp",
        "number": number,
        "day": day.isoformat() if day else "",
        "codes": [str(code) for code in codes],
        "paraf": [*paraf],
    }
    report, first, second = _inside(order, draft, accept_risk=accept_risk)
    first_text, second_text = json.loads(report)
    copies = (Copy(codes[0].copy, first, codes[0]), Copy(codes[1].copy, second, codes[1]))
    return copies, (first_text, second_text)


def _inside(order: Mapping[str, Any], document: bytes, *, accept_risk: bool) -> list[bytes]:
    if len(document) > package.MAX_FILE:
        raise BadDocx(reason=N_("too large"))
    command = [sys.executable, "-P", "-m", "pipeline.letters.inside"]
    parcel = pack([json.dumps(order).encode(), document])
    status, *results = unpack(run(command, parcel, accept_risk=accept_risk))
    if status:
        plain = json.loads(status)
        fields = {
            name: Text(*value) if isinstance(value, list) else value
            for name, value in plain["fields"].items()
        }
        raise _REFUSALS[plain["code"]](plain["code"], **fields)
    return results
