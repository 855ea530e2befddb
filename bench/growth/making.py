"""An office of so many cases is made, with one text each; how long that takes and how large its database is."""

import time
from collections.abc import Iterator

from bench.growth import rows
from bench.growth.figures import Figure
from bench.growth.place import Place, size_of
from bench.home import new_home
from bench.line import plain, say
from bench.web_users import give_words

_TOLD = 20.0


def take(place: Place) -> Iterator[Figure]:
    """Register one case, and enter its copies in bulk under the guards."""
    with new_home(place.room) as home:
        (case,), stock = home.register_calls(1), place.stock()
        begun, spent, last = time.perf_counter(), place.spent(), time.monotonic()

        def progress(done: int) -> None:
            nonlocal last
            if time.monotonic() - last > _TOLD:
                last = time.monotonic()
                say(f"  {done:,} of {place.cases:,} cases")

        rows.enter(home, case, place.cases, stock, progress)
        seconds, spent = time.perf_counter() - begun, place.spent() - spent
        give_words(home)
        size = size_of(home)
    about = f"with its text; {seconds:,.0f} s, CPU {spent:,.0f} s"
    yield place.figure("", plain("S9", "a case made in bulk: CPU", 1000 * spent / place.cases, "ms", about))
    about = f"{size / 1e9:.2f} GB"
    yield place.figure(
        "size", plain("S9", "database for a case with its text", size / place.cases / 1000, "kB", about)
    )
