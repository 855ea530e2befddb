"""S15: what a person presses from a dropped scan to a draft on the chair's desk, in a real browser, for the six samples.

Each sample goes its way twice: once with what was read of it in the form, once with everything cleared and typed by
hand. The keys are real presses in Debian's Chromium (:mod:`bench.typist`); signing in is not counted. The seconds are the
office's own, with hands that need no time: opening pages, saving, the run of LibreOffice.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from subprocess import SubprocessError
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from bench.line import Line, Run, not_measured, plain, say
from bench.typist import Typist
from bench.web_desks import enter, scan, served
from demo.answers import clarifying, drafting, registration
from demo.office import Office
from demo.scans import SCANS

CLERK, OFFICER, CHAIR = "petugas", "identifikasi", "ketua"
_CHROMIUM, _QUIET = "/usr/bin/chromium", ("--no-sandbox", "--disable-gpu", "--disable-quic")
_TODAY, _PLACES = date(2026, 11, 24), ("Lanting Tengah", "Sungai Bakung", "Hulu Asri")
_CALL = 6
_TO_CLARIFY = frozenset({2, _CALL})
"""Samples that say no safe address, so that step 9 comes before the draft."""
_CLEAR = """() => {
  document.querySelectorAll("form[data-keys] [data-field]").forEach((one) => {
    one.querySelectorAll("input[type=checkbox]").forEach((each) => (each.checked = false));
    const asked = one.querySelector("select, textarea, input:not([type=hidden]):not([type=checkbox])");
    if (asked) asked.value = "";
  });
  document.querySelector("form[data-keys] [data-field] select, form[data-keys] [data-field] input:not([type=hidden])")
    .dispatchEvent(new Event("change", { bubbles: true }));
}"""


@dataclass(frozen=True)
class Way:
    """What one sample took: keys of the registration and of the whole way, seconds, answers that stood there already."""

    sample: int
    registering: int
    keys: int
    seconds: float
    stood: int


def take(run: Run) -> Sequence[Line]:
    """Let the first ``n`` samples go their way, with suggestions and by hand; each way in a home of its own."""
    samples = range(1, min(run.n, _CALL) + 1)
    ways: dict[bool, dict[int, Way]] = {False: {}, True: {}}
    stopped: dict[int, str] = {}
    for is_typed, found in ways.items():
        rest, homes = [one for one in samples if one not in stopped], 0
        while rest:  # a way that stops leaves its home behind: the next samples go on in another
            homes += 1
            for sample, way in _ways(run.room / f"{is_typed}-{homes}", rest, is_typed=is_typed):
                rest.remove(sample)
                if isinstance(way, str):
                    stopped[sample] = way
                    break
                found[sample] = way
    lines = [
        not_measured("S15", _what(one), "keys", "", stopped[one])
        if one in stopped
        else _line(ways[False][one], ways[True][one])
        for one in samples
    ]
    whole = [[found[one] for one in samples if one not in stopped] for found in ways.values()]
    read, typed = (sum(one.keys for one in found) for found in whole)
    if not typed:
        return lines
    told = f"by hand {typed}: {100 * (1 - read / typed):.0f} % fewer; registration alone {_registering(whole[0])}, by hand {_registering(whole[1])}"
    what = "web: keystrokes of all samples" if not stopped else f"web: keystrokes of {len(whole[0])} samples"
    return [*lines, plain("S15", what, read, "keys", told)]


def _registering(ways: Sequence[Way]) -> int:
    return sum(one.registering for one in ways)


def _line(read: Way, typed: Way) -> Line:
    told = (
        f"by hand {typed.keys}; registration alone {read.registering}, by hand {typed.registering}; {read.stood} answers "
        f"stood there; {read.seconds:.0f} s of the office, by hand {typed.seconds:.0f} s"
    )
    return plain("S15", _what(read.sample), read.keys, "keys", told)


def _what(sample: int) -> str:
    return f"web: keystrokes from {'a call' if sample == _CALL else 'the scan'} to the chair's desk, sample {sample}"


def _ways(home: Path, samples: Sequence[int], *, is_typed: bool) -> Iterator[tuple[int, Way | str]]:
    """Yield each sample with its way, or with why it stopped; then there are no more."""
    office = Office(home)
    office.do("init", "--trial", str(home))
    office.open_doors()
    try:
        with served(office) as (address, codes), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_QUIET))
            with _people(browser, address, codes) as (clerk, officer, chair):
                for number, sample in enumerate(tuple(samples), 1):
                    case = f"2026-{number:04d}"
                    try:
                        way = _way(office, address, (clerk, officer, chair), sample, case, is_typed=is_typed)
                    except (AssertionError, PlaywrightError, OSError, SubprocessError) as error:
                        reason = " ".join(f"{type(error).__name__}: {error}".split())[:400]
                        say(f"S15 sample {sample}, {'by hand' if is_typed else 'read'}: stopped: {reason}")
                        yield sample, reason
                        return
                    say(
                        f"S15 sample {sample}, {'by hand' if is_typed else 'read'}: {way.keys} keys, {way.seconds:.0f} s"
                    )
                    yield sample, way
    finally:
        office.close_doors()


@contextmanager
def _people(
    browser: Browser, address: str, codes: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Typist, Typist, Typist]]:
    pages = [browser.new_context(viewport={"width": 1280, "height": 720}).new_page() for _ in range(3)]
    people = [Typist(page, _TODAY, _PLACES) for page in pages]
    for one, account in zip(people, (CLERK, OFFICER, CHAIR), strict=True):
        enter(one.page, address, account, codes[account])
    yield people[0], people[1], people[2]
    browser.close()


def _way(
    office: Office,
    address: str,
    people: tuple[Typist, Typist, Typist],
    sample: int,
    case: str,
    *,
    is_typed: bool,
) -> Way:
    clerk, officer, chair = people
    for one in people:
        one.keys = 0
    began = time.monotonic()
    stood = _registered(office, address, clerk, sample, is_typed=is_typed)
    registering = clerk.keys
    officer.open(f"{address}/kasus/{case}/periksa/")
    officer.follow("button[value=accept]")
    chair.open(f"{address}/kasus/{case}/tugas/")
    chair.reach("#officer")
    while chair.page.input_value("#officer") != OFFICER:
        chair.press("ArrowDown")
    chair.follow("main form:has(#officer) button")
    if sample in _TO_CLARIFY:
        _typed(officer, f"{address}/kasus/{case}/langkah/clarify/", clarifying(sample))
    _typed(officer, f"{address}/kasus/{case}/langkah/draft/", drafting(sample))
    chair.page.goto(f"{address}/kasus/{case}/surat/")
    chair.page.wait_for_selector("button[value=approve]")
    return Way(sample, registering, sum(one.keys for one in people), time.monotonic() - began, stood)


def _registered(office: Office, address: str, clerk: Typist, sample: int, *, is_typed: bool) -> int:
    """Drop the scan and register it when it has been read, or type the call in; returns how many answers stood there."""
    page = clerk.page
    if sample == _CALL:
        clerk.open(f"{address}/telepon/")
    else:
        found = next(one for one in SCANS if one.sample == sample)
        scan(office, found.name, found.render())
        agenda = office.wait_for("the letter is read", lambda: _read(office))
        clerk.open(f"{address}/")
        clerk.follow(f"main a[href='/surat/{agenda}/']")
    page.wait_for_selector("form#registration [name]:focus")
    if is_typed:
        with clerk.heard():
            page.evaluate(_CLEAR)
    elif sample != _CALL:
        with clerk.heard():
            clerk.press("Alt+Shift+KeyU")
    stood = clerk.fill(registration(sample))
    _save(clerk)
    return stood


def _save(clerk: Typist) -> None:
    """Save; say of letters and people that may be known that they are others, as they are."""
    for _ in range(3):
        clerk.go_on("Alt+Shift+KeyS")
        if "/kasus/" in clerk.page.url:
            return
        if clerk.page.locator("input[name=not_a_duplicate]").count():
            clerk.reach("input[name=not_a_duplicate]")
            clerk.press("Space")
        for name in clerk.page.eval_on_selector_all(
            "#earlier input[value=lain]", "all => all.map(one => one.name)"
        ):
            clerk.press("Alt+Shift+KeyD")
            clerk.reach(f"input[name='{name}']")
            clerk.press("ArrowDown")
    raise AssertionError(clerk.page.inner_text("main")[:800])


def _typed(officer: Typist, address: str, answers: Mapping[str, Any]) -> None:
    officer.open(address)
    officer.fill(answers)
    officer.go_on("Alt+Shift+KeyS")
    assert "langkah" not in officer.page.url, officer.page.inner_text("main")[:800]


def _read(office: Office) -> str | None:
    rows = office.call("todo", account=CLERK)["arrivals"]
    return next((str(one["agenda"]) for one in rows if one["state"] == "terbaca"), None)
