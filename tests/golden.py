"""Golden files: what the product did when they were recorded, compared with what it does now.

``--record-golden`` writes them anew. What was renamed since stands in :data:`FORMERLY`, so that a new name alone is no
difference; it is emptied when the files are recorded.
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parent
OPTION = "--record-golden"
FORMERLY: dict[str, str] = {}
"""Each new name of an act, a word of the history, a kind of entry or a code of a refusal, and what it was called."""


def formerly(text: str) -> str:
    """Return ``text`` with every name as it was when the files were recorded."""
    if not FORMERLY:
        return text
    names = "|".join(re.escape(name) for name in sorted(FORMERLY, key=len, reverse=True))
    return re.sub(rf"(?<![\w.])(?:{names})(?![\w.])", lambda found: FORMERLY[found[0]], text)
