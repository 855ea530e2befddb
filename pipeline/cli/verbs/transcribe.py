"""``rangkap transcribe``: a typed transcript of a document (step 8)."""

from __future__ import annotations

import sys

from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.cases import transcribe as typing

_TYPE = Text("Ketik isi {document} baris demi baris; yang tidak terbaca tulis [tidak terbaca]. Akhiri dengan Ctrl-D pada baris kosong.",
             "Type {document} line by line; what cannot be read is [tidak terbaca]. End with Ctrl-D on an empty line.")  # fmt: skip
_FILED = Text("Disimpan sebagai {name} ({unreadable} tempat tidak terbaca).",
              "Filed as {name} ({unreadable} places unreadable).")  # fmt: skip


def transcribe(call: Call) -> int:
    """File what is typed, or comes on standard input, as a transcript of a document."""
    desk, number, document = desk_of(call), call.args.case, call.args.document
    typing.choose(desk, number, document)
    if is_terminal():
        call.say(_TYPE, document=document)
    try:
        typed = sys.stdin.read(typing.MOST_TYPED)
    except KeyboardInterrupt:
        raise Refusal("cli.abandoned") from None
    made = typing.transcribe(desk, number, document, typed)
    call.say(_FILED, name=made.name, unreadable=made.unreadable)
    return call.give({"case": number, "document": made.name, "unreadable": made.unreadable}, made.name)
