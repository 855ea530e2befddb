"""The web door in which the mask that the file ``lepas`` beside the home names is off, where it names one: a planted fault."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.web.__main__ import main

_OFF: dict[str, Any] = {
    "privacy.masked": dict,
    "privacy.initials": str,
    "privacy.public_sender": lambda values: str(values.get("sender")),
    "privacy.nameless": lambda words, _: words,
    "excerpt._plainly": lambda word, _: (word, ""),
}
for name, off in _OFF.items():  # before any module takes them from there
    module, _, mask = name.partition(".")
    there = vars(import_module(f"pipeline.cases.{module}"))

    def either(*given: Any, _name: str = name, _on: Any = there[mask], _off: Any = off) -> Any:
        named = Path(os.environ["RANGKAP_HOME"]).with_name("lepas").read_text()
        return (_off if named == _name else _on)(*given)

    there[mask] = either

if __name__ == "__main__":
    sys.exit(main())
