"""The Indonesian messages: ``python -m tools.catalogue [--update]``.

Without a switch ``rangkap.po`` is compiled if what is compiled is another one; ``--update`` first takes in what is marked in the
code: new messages without Indonesian, in the place where they stand, and none that went.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pipeline.kernel.text import MO, PO, SOURCE, compiled

_CODE = PO.parents[3]
_TAG = re.compile(r"\{%-?\s*say\b")
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
        return read_po(file, locale="id", abort_invalid=True)


def marked() -> Iterator[tuple[str, str]]:
    """Yield each message that is marked in the code or in a template, with its context or ""."""
    for path in sorted([*_CODE.rglob("*.py"), *_CODE.rglob("*.html")]):
        source = path.read_text("utf-8")
        yield from _in_template(source) if path.suffix == ".html" else _in_code(source)


def _in_code(source: str) -> Iterator[tuple[str, str]]:
    calls = (
        [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
        if "N_(" in source
        else []
    )
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id == "N_":
            if call.keywords:
                raise ValueError(f"a message is marked by position: line {call.lineno}")
            message, context = [*map(ast.literal_eval, call.args), ""][:2]
            yield message, context


def _in_template(source: str) -> Iterator[tuple[str, str]]:
    pairs = _SAID.findall(source)
    if len(pairs) != len(_TAG.findall(source)) or sum(bool(context) for _, context in pairs) != source.count(
        " msgctxt="
    ):
        raise ValueError(
            'a message of a template is marked as in {% say "Save" msgctxt="letter" name=value %}'
        )
    for literal, context in pairs:
        yield ast.literal_eval(literal), context


def write(messages: Catalog) -> None:
    """Keep ``messages``."""
    out = BytesIO()
    write_po(out, messages, width=100, no_location=True, omit_header=True)
    PO.write_bytes(_HEADER + out.getvalue())


def update() -> None:
    """Take in what is marked in the code."""
    before, after = kept(), Catalog(locale="id", fuzzy=False)
    for message, context in dict.fromkeys(marked()):
        known = before.get(message, context or None)
        after.add(message, known.string if known else "", context=context or None)
    write(after)


def compile_messages() -> None:
    """Compile what is kept, if that was not done yet; whole or not at all, whoever else does it meanwhile."""
    if compiled() is not None:
        return
    messages = kept()
    messages.add(SOURCE, sha256(PO.read_bytes()).hexdigest())
    with NamedTemporaryFile(dir=MO.parent, prefix=MO.name, delete=False) as file:
        write_mo(file, messages)
        file.flush()
        os.fsync(file.fileno())
    made = Path(file.name)
    made.chmod(0o644)
    made.replace(MO)
    folder = os.open(MO.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


if __name__ == "__main__":
    if "--update" in sys.argv:
        update()
    compile_messages()
