"""All fields, in the order of asking."""

import difflib

from pipeline.cases.fields import answer, closing, identification, informing, registration
from pipeline.cases.fields.field import Field

REGISTRATION: tuple[Field, ...] = (
    *registration.INCOMING, *registration.REPORTER, *registration.VICTIM, *registration.REPORTED,
    *registration.EVENT, *registration.CONTACT, *registration.CALL,
)  # fmt: skip
DRAFT: tuple[Field, ...] = answer.FIELDS
ALL: tuple[Field, ...] = REGISTRATION + DRAFT
BY_NAME = {
    field.name: field
    for field in (
        *ALL,
        *identification.FIELDS,
        *closing.CLOSING,
        *closing.KEPT,
        *closing.SIMFONI,
        *informing.KEPT,
    )
}


def near_name(name: str) -> str | None:
    """The nearest known field name."""
    matches = difflib.get_close_matches(name, BY_NAME, 1, 0.6)
    return matches[0] if matches else None
