"""Invented complaints by the hundred thousand, with names as a district has them: few words that many bear, many that few do."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from pipeline.cases.case import Case
from pipeline.cases.values import Value

_OFTEN = """
    Siti Muhammad Sri Nur Dewi Putri Abdul Ahmad Rahmawati Lestari Aminah Hasanah Susanti Wati Yuliana Kartini Fatimah
    Khadijah Rohani Maimunah Sulastri Sumiati Hayati Hidayah Fitriani Handayani Wahyuni Astuti Rahayu Indah Ratna Maria
    Yohana Agustina Kristina Marlina Norhayati Jamilah Mariana Salasiah Budi Agus Joko Slamet Santoso Setiawan Hidayat
    Saputra Rahman Hasan Yusuf Ridwan Iskandar Effendi Suryadi Wijaya Gunawan Kurniawan Pranata Darsono Supriyadi Umar
""".split()  # noqa: SIM905 - a list of words is read as it stands
_PARTS = "ba be bu da di du ga gu ha hi ja ju ka ki ku la li lu ma mi mu na ni nu pa pi ra ri ru sa si su ta ti tu wa ya".split()  # noqa: SIM905
_ENDS = ("", "n", "ng", "r", "s", "t", "k", "h", "m")
_RARE = 20_000
_PLACES = [f"Kecamatan {number}" for number in range(1, 10)]
_BEGUN = datetime(2026, 1, 1, 1, 0, tzinfo=UTC)


class Names:
    """A stock of words, drawn as often as people bear them: the n-th of them a n-th as often as the first."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        rare = ("".join(self.dice.choices(_PARTS, k=self.dice.randint(2, 4))) for _ in range(_RARE))
        self._words = [*_OFTEN, *(f"{word}{self.dice.choice(_ENDS)}".capitalize() for word in rare)]
        self._shares = list(accumulate(1 / (place + 12) for place in range(len(self._words))))

    def name(self) -> str:
        """Return the name of somebody: one to three words, here and there an initial."""
        words = self.dice.choices(
            self._words, cum_weights=self._shares, k=self.dice.choices((1, 2, 3), (2, 6, 2))[0]
        )
        if len(words) > 1 and self.dice.random() < 0.1:
            words[-1] = f"{words[-1][0]}."
        return " ".join(words)

    def values(self, day: str) -> dict[str, Value]:
        """Return what is known of a complaint received on ``day`` (ISO): victim, reporter, reported person."""
        dice = self.dice
        return {
            "received_day": day, "channel": "letter", "victim_name": self.name(), "victim_age": dice.randint(4, 60),
            "victim_sex": dice.choice("PPPL"), "reporter_name": self.name(), "reported_name": self.name(),
            "reported_relation": "suami/istri", "reported_age": dice.randint(18, 65), "reported_sex": "L",
            "place_kecamatan": dice.choice(_PLACES), "summary": "Pengaduan buatan untuk pengukuran. " * 12,
            "victim_phone": f"08{dice.randrange(10**9, 10**10)}",
        }  # fmt: skip


def cases(names: Names, first: int, last: int) -> Iterator[Case]:
    """Yield invented cases numbered from ``first`` to ``last``."""
    for number in range(first, last + 1):
        moment = _BEGUN + timedelta(minutes=5 * number)
        values = names.values(moment.date().isoformat())
        yield Case(f"2026-{number:04d}", f"{number:05d}/TL/XI/2026", moment, values=values)
