"""``python -P -m docs.pictures.make``: make ``letter.png`` anew, a real letter in both copies, page by page.

The first sample letter goes through the product itself in a throw-away home, as in the demonstration: received,
registered, drafted, approved, printed. What the printer would get is shown side by side, in sixteen greys.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

from demo import steps
from demo.answers import drafting, registration
from demo.office import Office
from demo.scans import SCANS
from demo.wear import save
from pipeline.rendering.convert import page_pngs

HERE = Path(__file__).parent
_DPI = 96
_GAP = 24
_GREYS = 16
_BACK = 176


def printed(home: Path) -> list[Path]:
    """Carry the first sample through the product in ``home``; return the PDFs of both copies."""
    office = Office(home)
    steps.make_home(steps.Walk(office))
    save(office.inbox / SCANS[0].name, SCANS[0].render())
    answers = office.note("register.json", registration(1))
    office.do("watch", "--once", account="petugas")
    office.do("register", "--answers", answers, account="petugas")
    office.call(
        "draft", "2026-0001", "--answers", office.note("draft.json", drafting(1)), account="identifikasi"
    )
    office.call("approve-letter", "2026-0001", account="ketua")
    made = office.call("print", "2026-0001", "--to", str(home / "printed"), account="petugas")
    return [Path(one) for one in made["files"]]


def pages(path: Path) -> list[Image.Image]:
    """Return the pages of a PDF as grey pictures with a thin edge."""
    drawn = [Image.open(io.BytesIO(page)).convert("L") for page in page_pngs(path.read_bytes(), _DPI)]
    return [ImageOps.expand(one, 1, 96) for one in drawn]


def side_by_side(copies: list[list[Image.Image]]) -> Image.Image:
    """Return one picture: a column for each copy, its pages below each other."""
    wide, high = copies[0][0].size
    rows = max(map(len, copies))
    size = (len(copies) * (wide + _GAP) + _GAP, rows * (high + _GAP) + _GAP)
    sheet = Image.new("L", size, _BACK)
    for column, copy in enumerate(copies):
        for row, page in enumerate(copy):
            sheet.paste(page, (_GAP + column * (wide + _GAP), _GAP + row * (high + _GAP)))
    return sheet.quantize(_GREYS)


def main() -> None:
    """Write ``letter.png`` beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [pages(path) for path in printed(Path(folder) / "home")]
    side_by_side(copies).save(HERE / "letter.png", optimize=True)


if __name__ == "__main__":
    main()
