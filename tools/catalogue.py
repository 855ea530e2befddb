"""The Indonesian messages: ``python -m tools.catalogue [--update]``.

Without a switch ``rangkap.po`` is compiled if what is compiled is another one; ``--update`` first takes in what is marked in the
code: new messages without Indonesian, in the place where they stand, and none that went.
"""

import ast
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pipeline.kernel.text import MO, PO, SOURCE

_CODE = PO.parents[3]
_SAID = re.compile(r"""\{% say ("[^"]*"|'[^']*')(?: msgctxt="([^"]*)")?""")
_HEADER = b"""# The Indonesian of Rangkap, in the order of the code: read it from top to bottom.
msgid ""
msgstr ""
"Language: id\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def kept() -> Catalog:
    """Return the messages as they are kept."""
    with PO.open("rb") as file:
        return read_po(file, locale="id")


def marked() -> Iterator[tuple[str, str]]:
    """Yield each message that is marked in the code or in a template, with its context or ""."""
    for path in sorted([*_CODE.rglob("*.py"), *_CODE.rglob("*.html")]):
        source = path.read_text("utf-8")
        yield from _in_template(source) if path.suffix == ".html" else _in_code(source)


def _in_code(source: str) -> Iterator[tuple[str, str]]:
    calls = (
        [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call)] if "N_(" in source else []
    )
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id == "N_":
            said, context = [*map(ast.literal_eval, call.args), ""][:2]
            yield said, context


def _in_template(source: str) -> Iterator[tuple[str, str]]:
    for said, context in _SAID.findall(source):
        yield ast.literal_eval(said), context


def write(messages: Catalog) -> None:
    """Keep ``messages``."""
    out = BytesIO()
    write_po(out, messages, width=100, no_location=True, omit_header=True)
    PO.write_bytes(_HEADER + out.getvalue())


def update() -> None:
    """Take in what is marked in the code."""
    before, after = kept(), Catalog(locale="id", fuzzy=False)
    for said, context in dict.fromkeys(marked()):
        known = before.get(said, context or None)
        after.add(said, known.string if known else "", context=context or None)
    write(after)


def compile_messages() -> None:
    """Compile what is kept, if that was not done yet; in one step, for others may start meanwhile."""
    digest = sha256(PO.read_bytes()).hexdigest()
    if MO.exists() and digest.encode() in MO.read_bytes():
        return
    messages, made = kept(), MO.with_suffix(".new")
    messages.add(SOURCE, digest)
    with made.open("wb") as file:
        write_mo(file, messages)
    made.replace(MO)


if __name__ == "__main__":
    if "--update" in sys.argv:
        update()
    compile_messages()
