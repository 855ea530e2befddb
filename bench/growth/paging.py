"""S10 at one size: the pages of the office with ten users, a second between two looks."""

from collections.abc import Iterator

from bench.growth.figures import Figure
from bench.growth.place import Place, opened
from bench.home import wait_until
from bench.line import Line, at_most, not_measured, plain, say
from bench.measures import web_pages
from bench.web_users import give_port
from pipeline.office.base import web_door
from pipeline.settings import load

_LIMIT = 300


def take(place: Place) -> Iterator[Figure]:
    """Let ten users look at each page six times; the slowest page and all errors stand for all."""
    with opened(place) as home:
        port = give_port(home)
        with home.doors("web") as (door,):
            wait_until(240, lambda: web_door.is_listening(load(home.settings.home)), 0.2)
            users = web_pages.signed_in(port)
            slowest, failed, looks = ("", 0.0), 0, 0
            for page in web_pages.pages(place.cases):
                seen = web_pages.looked(users, page, (door.pid, *([place.server] if place.server else [])))
                failed, looks = failed + seen.failed, looks + seen.looks
                if not seen.failed:
                    slowest = max(slowest, (page.name, seen.late), key=lambda pair: pair[1])
                say(f"  {page.name}: {seen.late:.0f} ms, CPU {seen.cpu:.0f} ms, {seen.failed} failed")
                late, cpu = lines(page, seen)
                yield place.figure(f"page-{page.name}", late)
                yield place.figure(f"page-{page.name}-cpu", cpu)
    yield place.figure("pages", slowest_of(*slowest))
    yield place.figure("", at_most("S10", "pages that failed", failed, "", 0, f"of {looks}"))


def lines(page: web_pages.Page, seen: web_pages.Seen) -> tuple[Line, Line]:
    """Return what looks at a page gave: time, CPU; neither where a look failed, as a door that hangs up is quick."""
    label, cpu = f"{page.name}, 95th percentile", f"{page.name}: CPU"
    if seen.failed:
        reason = f"{seen.failed} of {seen.looks} looks failed"
        return not_measured("S10", label, "ms", f"≤ {_LIMIT}", reason), not_measured(
            "S10", cpu, "ms", "", reason
        )
    about = f"median {seen.median:.0f} ms, CPU {seen.cpu:.0f} ms, {seen.looks} looks"
    return at_most("S10", label, seen.late, "ms", _LIMIT, about), plain("S10", cpu, seen.cpu, "ms", "–")


def slowest_of(name: str, late: float) -> Line:
    """Return the slowest of the pages that were measured; no number where every page failed."""
    label = "slowest page, 95th percentile"
    if not name:
        return not_measured("S10", label, "ms", f"≤ {_LIMIT}", "looks at every page failed")
    return at_most("S10", label, late, "ms", _LIMIT, name)
