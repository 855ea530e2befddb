"""S12 at one size: the database is made again from an archive of so many cases, whose chain is true."""

import time
from collections.abc import Iterator

from bench.growth.figures import Figure
from bench.growth.place import Place
from bench.home import new_home
from bench.line import at_least, plain, say
from bench.synthetic import archive_of
from pipeline.office.base.session import who
from pipeline.office.keeping.rebuild import rebuild

_REGISTERED = 20
_TOLD = 20.0


def take(place: Place) -> Iterator[Figure]:
    """Rebuild from an archive of which at most twenty cases were registered by the product."""
    with new_home(place.room / "archive") as home:
        calls = home.register_calls(min(_REGISTERED, place.cases))
        begun = time.perf_counter()
        archive_of(home, calls[0], len(calls) + 1, place.cases)
        say(f"  an archive of {place.cases:,} cases in {time.perf_counter() - begun:.0f} s")
        actor = who(home.settings, home.user, "arsip")
        last = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal last
            if time.monotonic() - last > _TOLD:
                last = time.monotonic()
                say(f"  {done:,} of {total:,} rebuilt")

        begun, spent = time.perf_counter(), place.spent()
        rebuild(home.settings, actor, progress)
        seconds, spent = time.perf_counter() - begun, place.spent() - spent
    rate, work = place.cases / seconds, place.cases / spent
    about = f"{seconds:.1f} s, CPU {spent:.1f} s"
    yield place.figure("rebuild", at_least("S12", "rebuild from the archive", rate, "cases/s", 500, about))
    yield place.figure(
        "rebuild-cpu", plain("S12", "rebuild: cases for a second of CPU", work, "cases/s", about)
    )
