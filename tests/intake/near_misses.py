"""Gives every pattern and rule that sees a stranger's text 100 kB of what nearly fits it: ``python -m tests.intake.near_misses``.

Run in a process of its own, whose CPU is bounded: each expression that the suggestions or the foot of a page compile is
caught when it is made, and none may take longer than ``_SECONDS`` for a text. Prints those that do.
"""

import ast
import importlib
import pkgutil
import re
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SIZE = 100_000
_SECONDS = 1.0
"""CPU seconds; a pattern takes some five thousandths for 100 kB."""
_RULES_SECONDS = 10.0
_ALL_SECONDS = 240
_SEEN_BY_RULES = ("pipeline.intake", "pipeline.signing.foot")
NEARLY = (
    "Ny. ", "1", "12/", "0812 ", " ", ", ", ".", "A. ", "A", "(", "( ", "| ", "[ ", "- ", "Nama : Ani\n", "Kec. A\n", "saya ", "Aa bb. ",
)  # fmt: skip
_FOR_PATTERNS = ("Ny. ", "12/", " ", ", ", "A. ", "A", "( ", "- ", "Nama : Ani\n", "saya ")


class TooSlow(Exception):
    """The CPU time is up."""


def made_patterns() -> dict[tuple[str, int], tuple[str, re.Pattern[str]]]:
    """Return what is compiled from now on by the modules whose patterns see strangers' texts, with its module."""
    patterns: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    real: Callable[[Any, int], re.Pattern[Any]] = re._compile  # type: ignore[attr-defined]

    def compiled(pattern: Any, flags: int) -> re.Pattern[Any]:
        made = real(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals.get("__name__", "").split(".")[0] == "re":
            frame = frame.f_back
        module = str(frame.f_globals.get("__name__", ""))
        if isinstance(made.pattern, str) and module.startswith(_SEEN_BY_RULES):
            patterns.setdefault((made.pattern, made.flags), (module, made))
        return made

    re._compile = compiled  # type: ignore[attr-defined]
    return patterns


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooSlow where the block takes more CPU time."""
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _is_up(*_: object) -> None:
    raise TooSlow


def main(planted: str) -> None:
    """Print what is too slow, and how many patterns were tried."""
    resource.setrlimit(resource.RLIMIT_CPU, (_ALL_SECONDS, _ALL_SECONDS))
    signal.signal(signal.SIGVTALRM, _is_up)
    patterns = made_patterns()
    from pipeline.intake import suggest as house
    from pipeline.intake.suggest import danger, suggest
    from pipeline.intake.suggest.document import Document
    from pipeline.signing.foot import read_foot
    from tests.intake.suggest_letters import page_of

    for module in pkgutil.iter_modules(house.__path__):
        importlib.import_module(f"{house.__name__}.{module.name}")
    for text in _letters():
        suggest([page_of(text)], ["Hulu Asri"], ["PMI"])
        danger([page_of(text)], ["santet*"])
        read_foot(text)
    if planted:
        patterns[planted, 0] = "planted", re.compile(planted)
    pages = {nearly: page_of((nearly * SIZE)[:SIZE]) for nearly in NEARLY}
    texts = {nearly: Document([pages[nearly]]).text for nearly in _FOR_PATTERNS}
    for module_name, pattern in patterns.values():
        for nearly, text in texts.items():
            try:
                with at_most(_SECONDS):
                    for _ in pattern.finditer(text):
                        pass
            except TooSlow:
                print(f"slow: {module_name} {pattern.pattern[:80]!r} on {nearly!r}")
    for nearly, page in pages.items():
        begun = time.process_time()
        try:
            with at_most(_RULES_SECONDS):
                suggest([page], ["Hulu Asri"], ["PMI"])
                danger([page], ["santet*"])
                read_foot(page.text)
        except TooSlow:
            print(f"slow: the rules together on {nearly!r}")
        print(f"{nearly!r}: {time.process_time() - begun:.1f} s", file=sys.stderr)
    print(f"tried: {len(patterns)}")


def _letters() -> Iterator[str]:
    """Yield the texts of the tests of suggestions: what compiles the patterns that are made only when they are needed."""
    for path in sorted(Path(__file__).parent.glob("test_suggest*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 60:
                yield node.value


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
