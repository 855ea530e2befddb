"""All fields in the order in which they are asked.

``REGISTRATION`` belongs to steps 1–2 (and 3–4 for a call), ``DRAFT`` to step 10, what follows to step 14. Everything a form
or a prepared answer may name stands here and nowhere else.
"""

import difflib

from pipeline.cases.fields import answer, closing, event, incoming, informing, people
from pipeline.cases.fields.field import Field

REGISTRATION: tuple[Field, ...] = (
    *incoming.FIELDS,
    *people.REPORTER,
    *people.VICTIM,
    *people.REPORTED,
    *event.EVENT,
    *event.CONTACT,
    *event.CALL,
)
DRAFT: tuple[Field, ...] = answer.FIELDS
ALL: tuple[Field, ...] = REGISTRATION + DRAFT
"""What is asked up to the answer letter; closing asks what the outcome requires."""
BY_NAME = {
    field.name: field for field in (*ALL, *closing.CLOSING, *closing.KEPT, *closing.SIMFONI, *informing.KEPT)
}


def near_name(name: str) -> str | None:
    """Return the field name nearest to ``name``, for "did you mean"."""
    found = difflib.get_close_matches(name, BY_NAME, 1, 0.6)
    return found[0] if found else None
