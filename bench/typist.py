"""Somebody at the pages of the office who has no mouse: presses keys, counts them, and must always see where the focus is.

A key with its modifiers (Alt+Shift+S) is one press, as is opening a page by its bookmark. Lists are chosen from with the
arrow keys, fields are reached with Tab or with the page's own jump, whichever is nearer.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from playwright.sync_api import Page, Request
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from pipeline.cases.clarify import CLARIFIED
from pipeline.cases.fields.field import Context, Field, Kind
from pipeline.cases.fields.kinds import read, shown
from pipeline.cases.fields.table import BY_NAME

WATCH = """addEventListener("DOMContentLoaded", () => {
  window.lostFocus = [];
  let had = "";
  document.addEventListener("htmx:beforeSwap", () => (had = document.activeElement === document.body ? "" : document.activeElement.outerHTML));
  document.addEventListener("htmx:afterSettle", () => {
    if (had && document.activeElement === document.body) window.lostFocus.push(had.slice(0, 200));
    had = "";
  });
});"""
"""Notes in a page where the focus was when a piece of it was renewed and it was lost."""
_IS_AT = "one => document.activeElement?.matches(one) === true"
_SEEN = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const isIn = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return one !== document.body && isIn && (style.outlineStyle !== "none" || style.boxShadow !== "none");
}"""
_NEXT_JUMP = """() => {
  const all = [...document.querySelectorAll("form[data-keys] [data-field]")];
  const at = all.indexOf(document.activeElement.closest("[data-field]"));
  return [...all.slice(at + 1), ...all.slice(0, at + 1)].find(needsLook)?.dataset.field ?? "";
}"""
_IS_BEHIND = """one => {
  const place = document.querySelector(one).compareDocumentPosition(document.activeElement);
  return Boolean(place & Node.DOCUMENT_POSITION_FOLLOWING) && document.activeElement.closest("form[data-state]") !== null;
}"""
_VISIBLE = "all => all.filter(one => one.offsetParent).map(one => one.dataset.field)"
_MOST_TABS = 250
_NAMED = {**BY_NAME, **{question.name: question for question in CLARIFIED}}
_MOMENT, _ROUNDS = 30, 40
"""Milliseconds between two looks whether a page has heard, and how often it is looked for one that asks nothing."""


def _field(name: str) -> Field:
    """Return the question ``name``; a reason why a gap stays is a text like any other."""
    return _NAMED.get(name) or replace(CLARIFIED[1], name=name)


@dataclass
class Typist:
    """One person at ``page``; ``keys`` counts what was pressed, ``unseen`` where the focus could not be seen."""

    page: Page
    today: date
    places: tuple[str, ...] = ()
    keys: int = 0
    unseen: list[str] = field(default_factory=list)
    _asking: set[Any] = field(default_factory=set)
    _asked: int = 0

    def __post_init__(self) -> None:
        """Listen to what the page asks by itself."""
        self.page.on("request", self._note)
        for ended in ("requestfinished", "requestfailed"):
            self.page.on(ended, lambda request: self._asking.discard(request))  # noqa: PLW0108 - Playwright takes no builtin

    def _note(self, request: Request) -> None:
        if request.url.endswith("?state"):
            self._asking.add(request)
            self._asked += 1

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)
        self.keys += 1

    def type(self, text: str) -> None:
        """Type a text."""
        self.page.keyboard.type(text)
        self.keys += len(text)

    def open(self, address: str) -> None:
        """Open a page by its bookmark."""
        self.page.goto(address)
        self.keys += 1

    def reach(self, selector: str) -> None:
        """Press Tab until what ``selector`` names has the focus. Raises AssertionError where no key leads there."""
        for _ in range(_MOST_TABS):
            if self.page.evaluate(_IS_AT, selector):
                self.look()
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is out of reach of the keyboard on {self.page.url}")

    def follow(self, selector: str, key: str = "Enter") -> None:
        """Reach a link or a button and press it; wait for the page it leads to."""
        self.reach(selector)
        self.go_on(key)

    def go_on(self, key: str) -> None:
        """Press a key that leads to another page, and wait for that. Raises AssertionError where none comes."""
        try:
            with self.page.expect_navigation(timeout=60_000, wait_until="domcontentloaded"):
                self.press(key)
        except PlaywrightTimeout:
            at = self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
            text = self.page.inner_text("main")[:600]
            raise AssertionError(f"{key} leads nowhere on {self.page.url}, at {at}: {text}") from None

    def look(self) -> None:
        """Note it where the focus cannot be seen, and what was lost when a piece of the page was renewed."""
        if not self.page.evaluate(_SEEN):
            element = self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
            self.unseen.append(f"{self.page.url}: {element}")
        lost = self.page.evaluate("() => (window.lostFocus ?? []).splice(0)")
        self.unseen += [f"{self.page.url}: lost {name}" for name in lost]

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Wait at the end of the block until the page has asked, and has heard what its questions are now."""
        before = self._asked
        yield
        for _ in range(_ROUNDS):
            self.page.wait_for_timeout(_MOMENT)
            if self._asked > before and not self._asking:
                break
        self.page.wait_for_timeout(_MOMENT)

    def fill(self, answers: Mapping[str, Any]) -> int:
        """Answer the form of the page in its order; what stands there already is left, accepted where it is doubtful.

        Returns how many answers were there already.
        """
        done: set[str] = set()
        stood = 0
        while True:
            names = self.page.eval_on_selector_all("form[data-state] [data-field]", _VISIBLE)
            name = next((question for question in names if question in answers and question not in done), "")
            if not name:
                return stood
            done.add(name)
            if self._stands(name, answers[name]):
                stood += 1
                if self.page.locator(f"[data-field='{name}'][data-proposed=doubtful]").count():
                    self._go_to(name)
                    with self.heard():
                        self.press("Enter" if _field(name).kind is not Kind.LONG else "Control+Enter")
            else:
                self._go_to(name)
                with self.heard():
                    self._answer(_field(name), answers[name])

    def _go_to(self, name: str) -> None:
        here = f"[data-field='{name}'] :focus"
        if self.page.locator(here).count():
            return
        if self.page.locator("form[data-keys]").count() and self.page.evaluate(_NEXT_JUMP) == name:
            self.press("Alt+Shift+KeyJ")
        while not self.page.locator(here).count():
            self.press("Shift+Tab" if self.page.evaluate(_IS_BEHIND, f"[data-field='{name}']") else "Tab")
        self.look()

    def _meant(self, question: Field, value: Any) -> Any:
        return read(question, value, Context(self.today, self.places))

    def _stands(self, name: str, value: Any) -> bool:
        question = _field(name)
        meant = self._meant(question, value)
        if question.kind is Kind.CHOICES:
            ticked = self.page.locator(f"input[name='{name}']:checked").all()
            return {str(box.get_attribute("value")) for box in ticked} == set(meant or ())
        given = self.page.input_value(f"#{name}")
        try:
            return bool(self._meant(question, given) == meant)
        except Exception:  # noqa: BLE001 - what stands there cannot be read, so it is not the answer
            return False

    def _answer(self, question: Field, value: Any) -> None:
        meant = self._meant(question, value)
        if question.kind is Kind.CHOICES:
            self._tick(question, set(meant))
        elif question.kind in (Kind.CHOICE, Kind.YESNO):
            self._choose(question, shown(question, meant) if isinstance(meant, bool) else str(meant))
        else:
            if self.page.input_value(f"#{question.name}"):
                self.press("Control+KeyA")
            self.type(shown(question, meant))

    def _tick(self, question: Field, meant: set[str]) -> None:
        boxes = self.page.locator(f"input[name='{question.name}']").all()
        left = [box for box in boxes if (str(box.get_attribute("value")) in meant) != box.is_checked()]
        for box in left:
            self.reach(f"input[name='{question.name}'][value='{box.get_attribute('value')}']")
            self.press("Space")

    def _choose(self, question: Field, value: str) -> None:
        options = self.page.eval_on_selector_all(
            f"#{question.name} option", "all => all.map(each => each.value)"
        )
        by = options.index(value) - options.index(self.page.input_value(f"#{question.name}"))
        for _ in range(abs(by)):
            self.press("ArrowDown" if by > 0 else "ArrowUp")
