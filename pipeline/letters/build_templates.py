"""Build the shipped templates: ``python -m pipeline.letters.build_templates [FOLDER]``.

Letters (the layout of a *surat dinas*), forms of a case, sheets for decisions, and what goes around a
letter. Everything is drawn here, so that the same bytes come out each time; a test rebuilds and
compares. An office edits its copies in Word and need not know this room.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from pipeline.letters.build_templates_closing import CLOSING
from pipeline.letters.build_templates_forms import FORMS
from pipeline.letters.build_templates_letter import LETTERS, letter
from pipeline.letters.build_templates_post import POST
from pipeline.letters.build_templates_sheets import SHEETS

BUILDERS: Mapping[str, Callable[[], bytes]] = {
    **{name: partial(letter, name) for name in LETTERS},
    **FORMS,
    **CLOSING,
    **SHEETS,
    **POST,
}


def build(name: str) -> bytes:
    """Return the template ``name``, one of :data:`BUILDERS`, as DOCX bytes."""
    return BUILDERS[name]()


def main(arguments: list[str]) -> int:
    """Write every shipped template into the folder named, else into ``letter_templates/`` of the checkout."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[2] / "letter_templates"
    for name in BUILDERS:
        (folder / f"{name}.docx").write_bytes(build(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
