"""S9 at one size: words among as many documents as there are cases, the newest first, what is hidden left out."""

import time
from collections.abc import Iterator

from bench.growth.figures import Figure
from bench.growth.place import Place, opened
from bench.line import at_most, median, percentile, plain
from bench.texts import mix
from pipeline.kernel import clock
from pipeline.lookup import access
from pipeline.office.overview import look_up
from pipeline.office.overview.look_up import Asked
from pipeline.records import boot, history

_EACH, _HIDDEN, _LIMIT = 30, 40, 100


def take(place: Place) -> Iterator[Figure]:
    """Ask 120 questions of four kinds; forty of the cases are hidden from the reader."""
    asked = mix(place.stock(), _EACH)
    with opened(place) as home:
        chair = home.session("ketua").actor
        with boot.transact():
            for number in range(3, 3 + min(_HIDDEN, place.cases - 3)):
                history.note(clock.now(), chair, access.RECORDED, None, f"2026-{number:04d}", "petugas")
        session = home.session("petugas")
        taken: dict[str, list[float]] = {}
        with boot.transact():  # the commit of the access log apart, as in S8
            look_up.look_up(session, Asked("pemanasan"))
            spent = place.spent()
            for kind, words in asked:
                begun = time.perf_counter()
                look_up.look_up(session, Asked(words))
                taken.setdefault(kind, []).append(1000 * (time.perf_counter() - begun))
            spent = 1000 * (place.spent() - spent) / len(asked)
        every = [duration for some in taken.values() for duration in some]
        limit = percentile(every)
        yield place.figure("search", at_most("S9", "search, 95th percentile", limit, "ms", _LIMIT,
                           f"median {median(every):.1f} ms, CPU {spent:.1f} ms in the mean"))  # fmt: skip
        yield place.figure("search-cpu", plain("S9", "search: CPU, the server's too, mean", spent, "ms", "–"))
        for kind, some in taken.items():
            about = f"95th: {percentile(some):.1f} ms"
            yield place.figure(
                f"search-{kind}", plain("S9", f"{kind} words, median", median(some), "ms", about)
            )
