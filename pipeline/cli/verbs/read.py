"""``rangkap read``: read files without filing anything."""

import errno
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.cli.call import Call
from pipeline.kernel.errors import Refusal, suppressed
from pipeline.kernel.text import N_, Exit
from pipeline.office.answer.read import Reader, Reading

_REASONS = {
    errno.ENOENT: N_("no file has this name; check the name"),
    errno.EACCES: N_("your account may not read this file; ask the administrator"),
}
_OTHERWISE = N_("this file cannot be opened (system error {number}); copy it anew and try again")
_BLANK = N_("Page {page} looks blank; if there is handwriting on it, type it yourself.")


def read(call: Call) -> int:
    """Read each file; an unreadable one stops no other."""
    words, accepts = _office(call)
    readings: dict[str, Any] = {}
    failed = False
    with Reader(accept_risk=accepts) as reader:
        reader.words = words
        for path in call.args.files:
            try:
                readings[path] = _read(reader, path, call)
            except (Refusal, OSError) as error:
                failed = True
                text = error.text(call.lang) if isinstance(error, Refusal) else _reason(error, call.lang)
                readings[path] = {"text": "", "pages": [], "codes": [], "suggestions": {}, "problems": [text]}
                call.say(f"{path}: {text}")
                if isinstance(error, Refusal):
                    call.steps(error.next)
    call.give(readings, "\n\n".join(reading["text"] for reading in readings.values() if reading["text"]))
    return Exit.INCOMPLETE if failed else Exit.OK


def _reason(error: OSError, lang: str) -> str:
    number = error.errno or errno.EIO
    return _REASONS.get(number, _OTHERWISE).fill(lang, number=number)


def _need_outside(handle: int, home: Path) -> None:
    """Links are followed."""
    place = Path(f"/proc/self/fd/{handle}").resolve()
    for name in ("archive", "var", "inbox"):
        if place.is_relative_to((home / name).resolve()):
            raise Refusal("cli.kept_by_office", folder=name)


def _blank(reading: Reading, lang: str) -> list[str]:
    return [
        _BLANK.fill(lang, page=page.number)
        for page in reading.pages
        if not page.text.strip()
        and not page.codes
        and not any(re.match(rf"Halaman {page.number}\b", problem) for problem in reading.problems)
    ]


def _read(reader: Reader, path: str, call: Call) -> dict[str, Any]:
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        _need_outside(handle, call.home)
        reading = reader.read(handle)
    finally:
        os.close(handle)
    return {
        "text": reading.text,
        "pages": [
            {
                "number": page.number,
                "width": page.width,
                "height": page.height,
                "source": page.source,
                "confidence": round(page.confidence, 3),
                "rotation": page.rotation,
                "text": page.text,
            }
            for page in reading.pages
        ],
        "codes": [code for page in reading.pages for code in page.codes],
        "suggestions": {
            name: {
                "value": suggestion.value,
                "normal": suggestion.normal,
                "confidence": round(suggestion.confidence, 3),
                "page": suggestion.page,
                "box": suggestion.box,
                "alternatives": list(suggestion.alternatives),
            }
            for name, suggestion in reading.suggestions.items()
        },
        "problems": [*reading.problems, *_blank(reading, call.lang)],
    }


def _office(call: Call) -> tuple[Mapping[str, Sequence[str]], bool]:
    with suppressed("settings.no_home"):
        settings = call.settings
        words = {"places": settings["wilayah.kecamatan"], "institutions": settings["masuk.lembaga"]}
        return words, settings["masuk.tanpa_isolasi"]
    return {}, False
