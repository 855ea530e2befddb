"""What can go wrong with letters in progress, templates, printed forms, copies that come back and electronic signatures."""

from __future__ import annotations

from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Role

ASIDERS = frozenset({Role.CLERK, Role.OFFICER})


class CopyInDoubt(Refusal):
    """The scan does not show that this copy was signed; a person who has looked at the paper may confirm it."""

    code = "office.copy_in_doubt"
