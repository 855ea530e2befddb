"""The five letters on paper as they reach the inbox: four office scans and one phone photo.

The sixth sample is a phone call, which has no scan. Names and seeds are fixed; the same fonts give the same
bytes on every run.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from demo.handwriting import write_by_hand
from demo.parse import parse
from demo.typeset import Style, compose
from demo.wear import as_pdf, office_scan, phone_photo, save

SAMPLES = Path(__file__).parent / "samples"


@dataclass(frozen=True)
class Scan:
    """One incoming paper: number of the sample, name the machine gives the file, how it is made."""

    sample: int
    name: str
    style: Style | None = None
    skew: float = 0.0

    @property
    def text(self) -> str:
        """The text on the paper."""
        return sample_text(self.sample)

    def render(self) -> bytes:
        """Return the bytes of the file."""
        if self.style is None:
            return phone_photo(write_by_hand(self.text, 20), 21)
        pages = compose(parse(self.text), self.style)
        return as_pdf(
            [
                office_scan(page, self.skew * (1 if n % 2 == 0 else -0.6), self.sample * 10 + n)
                for n, page in enumerate(pages)
            ]
        )


SCANS = (
    Scan(1, "SCN_0001.pdf", Style(points=11.5, left=25.0, leading=1.13, top=16.0, seed=11), 0.8),
    Scan(2, "IMG_20261122_071533.jpg"),
    Scan(
        3,
        "SCN_0002.pdf",
        Style(
            family="sans",
            points=10.5,
            leading=1.1,
            top=10.0,
            head=5,
            head_form="polisi",
            emblem="police",
            column=112.0,
            stamp=("POLRI DAERAH KALIMANTAN CONTOH", "RESOR\nBATANG ASRI"),
            seed=33,
        ),
        -1.1,
    ),
    Scan(
        4,
        "SCN_0003.pdf",
        Style(
            family="sans",
            points=10.0,
            left=20.0,
            right=18.0,
            top=15.0,
            leading=1.36,
            head=3,
            labels=38.0,
            framed=True,
            stamp=("DINAS KESEHATAN KAB. BATANG ASRI", "PUSKESMAS\nSUNGAI\nBAKUNG"),
            seed=44,
        ),
        1.4,
    ),
    Scan(
        5,
        "SCN_0004.pdf",
        Style(
            points=12.0,
            leading=1.18,
            head=4,
            emblem="school",
            stamp=("DINAS PENDIDIKAN KAB. BATANG ASRI", "SMP NEGERI 3\nHULU ASRI"),
            seed=55,
        ),
        -0.6,
    ),
)


def sample_text(number: int) -> str:
    """Return the text of sample ``number`` (1–6)."""
    (path,) = SAMPLES.glob(f"{number:02d}_*.txt")
    return path.read_text("utf-8")


def render_all(folder: Path, dropped: Callable[[Path], object] | None = None) -> list[Path]:
    """Write every scan into ``folder``, as a scanner does, calling ``dropped`` after each; return the files."""
    paths = []
    for scan in SCANS:
        paths.append(save(folder / scan.name, scan.render()))
        if dropped:
            dropped(paths[-1])
    return paths
