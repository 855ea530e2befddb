"""The readable derivative of an incoming document.

It is filed beside it (``turunan/surat-masuk-1.pdf``) and never counts.
"""

import json
from contextlib import suppress

from pipeline.intake.errors import Unreadable
from pipeline.intake.reader import Reader
from pipeline.intake.reading import Reading
from pipeline.kernel.errors import BytesMissing
from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.kernel.sandbox import SandboxFailed
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.dossier import Paper
from pipeline.records.arrivals import Arrival
from pipeline.rendering.errors import NotRendered
from pipeline.settings import Settings

FOLDER = "turunan"
TYPED = "-salinan-ketikan"
PDF, ABOUT = "turunan.pdf", "turunan.json"
LOSSLESS = "tanpa rugi"


def make(settings: Settings, reader: Reader, arrival: Arrival, reading: Reading) -> None:
    """Its words come last, so that a kill leaves no half."""
    try:
        with arrival_files.opened(settings, arrival.id) as handle:
            made = reader.readable(handle, reading)
    except (Unreadable, BytesMissing, NotRendered, SandboxFailed):
        return
    if not made.pdf:
        return
    folder = settings.arrivals / arrival.id
    about = {
        "sha512": digest_bytes(made.pdf),
        "size": len(made.pdf),
        "from": arrival.sha512,
        "loss": f"bukan tanpa rugi: {made.lost}" if made.lost else LOSSLESS,
    }
    write_durably(folder / PDF, made.pdf)
    write_durably(folder / ABOUT, json.dumps(about).encode())


def papers_of(settings: Settings, arrival: Arrival, stem: str) -> list[Paper]:
    """The derivative, if any, beside the original ``stem``."""
    about = _about(settings, arrival)
    if about is None:
        return []
    path = f"var/arrivals/{arrival.id}/{PDF}"
    return [Paper(f"{FOLDER}/{stem}.pdf", path, str(about["sha512"]), int(about["size"]))]


def loss_of(settings: Settings, arrival: Arrival) -> str:
    """What was lost, if anything; empty without derivative."""
    about = _about(settings, arrival)
    return "" if about is None else str(about["loss"])


def derivative_detail(settings: Settings, arrival: Arrival) -> dict[str, str]:
    """The history's detail of a filed derivative."""
    loss = loss_of(settings, arrival)
    return {"derivative": loss} if loss else {}


def _about(settings: Settings, arrival: Arrival) -> dict[str, str | int] | None:
    folder = settings.arrivals / arrival.id
    with suppress(*arrival_files.DAMAGED):
        about: dict[str, str | int] = json.loads((folder / ABOUT).read_text("utf-8"))
        if about["from"] == arrival.sha512 and digest_bytes((folder / PDF).read_bytes()) == about["sha512"]:
            return about
    return None
