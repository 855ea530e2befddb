"""What is asked of a call that is added to a case: who called when, what was said, advised and promised (steps 1–4)."""

from __future__ import annotations

from dataclasses import replace

from pipeline.cases.fields.event import CALL
from pipeline.cases.fields.field import Field, always, never
from pipeline.cases.fields.incoming import FIELDS
from pipeline.kernel.errors import Text

_INCOMING = {one.name: one for one in FIELDS}
FURTHER_CALL: tuple[Field, ...] = (
    *(_INCOMING[name] for name in ("channel", "received_day", "received_time")),
    replace(
        _INCOMING["sender"], label=Text("Penelepon", "Caller"), required=never, when=always, example="Rusmini Talahu",
        help=Text("Nama yang disebut penelepon; kosongkan bila tidak menyebut nama.",
                  "The name the caller gave; empty if none was given."),
    ),
    *(_INCOMING[name] for name in ("summary", "story", "phone_started", "phone_ended", "caller_number")),
    *CALL,
)  # fmt: skip
