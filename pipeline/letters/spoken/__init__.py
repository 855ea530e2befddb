"""What the office says on the telephone: script (steps 3, 4) and sentences of enquiries.

Enquiries name no violence, since anybody may listen.
"""

import difflib
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import N_, Text
from pipeline.letters import context, fees
from pipeline.letters.clauses import names_violence
from pipeline.letters.invitation import stands, takes_back
from pipeline.letters.template import render_text
from pipeline.settings import Settings

FOLDER = "telepon"
SCRIPT = (
    "naskah-pembuka", "naskah-layanan", "naskah-rujukan", "naskah-prinsip", "naskah-saran", "naskah-penutup",
)  # fmt: skip
"""Steps 2, 3, 3, 3, 4, 4."""
_SHIPPED = Path(__file__).parent
_MOST = 4000
_TOLD: Mapping[str, tuple[Callable[[str], object], Text]] = {
    "naskah-layanan": (fees.is_free, N_("what must be said is missing: that it is free of charge")),
    "naskah-prinsip": (re.compile(r"\bpersetujuan\b", re.IGNORECASE).search, N_("what must be said is missing: consent")),
    "naskah-saran": (stands, N_("what must be said is missing: the invitation to come in person")),
}  # fmt: skip


def fields(settings: Settings) -> dict[str, object]:
    """What a text may name: nothing of any case."""
    return {
        "kantor": settings["kantor.nama"],
        "alamat": settings["kantor.alamat"],
        "telepon": settings["kantor.telepon"],
        "jam_layanan": settings["kantor.jam_layanan"],
        "layanan": context.joined(settings["surat.layanan"]),
        "darurat": settings["surat.darurat"],
    }


@cache
def shipped() -> Mapping[str, str]:
    """The product's texts by name."""
    return {path.stem: path.read_text("utf-8").strip() for path in sorted(_SHIPPED.glob("*.txt"))}


def say(settings: Settings, name: str) -> str:
    """Filled; the office's own says what it must and names no violence."""
    own = settings.templates / FOLDER / f"{name}.txt"
    if not own.is_file():
        return render_text(name, shipped()[name], fields(settings))
    text = render_text(own.name, _read(own), fields(settings))
    if name in _TOLD:
        says, lacking = _TOLD[name]
        if not says(text) or takes_back(text):
            raise _refused(own, lacking)
    if name not in SCRIPT and names_violence(text):
        raise _refused(
            own, N_("it names a kind of violence; the caller may be anybody"),
        )  # fmt: skip
    return text


def check(settings: Settings) -> tuple[str, ...]:
    """The office's texts; an unusable one is refused."""
    folder = settings.templates / FOLDER
    names = []
    for path in sorted(folder.glob("*.txt")) if folder.is_dir() else ():
        if path.stem not in shipped():
            near = difflib.get_close_matches(path.stem, shipped(), 1, 0.5) or [", ".join(shipped())]
            raise _refused(
                path,
                N_("unknown name; did you mean {near}?").of(near=near[0]),
            )
        say(settings, path.stem)
        names.append(path.stem)
    return tuple(names)


def _read(path: Path) -> str:
    try:
        text = path.read_text("utf-8-sig").replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        raise _refused(path, N_("it is no UTF-8 text")) from None
    if not text or len(text) > _MOST:
        raise _refused(path, N_("empty, or longer than {most} characters").of(most=_MOST))
    return text


def _refused(path: Path, reason: Text) -> Refusal:
    return Refusal("letters.spoken_refused", file=path.name[:60], reason=reason)
