"""What can go wrong when a case is registered, studied, merged or divided, when its people are reached, or erasure is asked for."""

from __future__ import annotations

from pipeline.kernel.errors import Refusal


class PeopleKnown(Refusal):
    """People of the complaint may stand in earlier cases, and nobody has said yet whether they do."""

    code = "office.people_known"


class NameTooShort(Refusal):
    """Too little was typed to look a person up by."""

    code = "office.name_too_short"


class WeakPassword(Refusal):
    """The password could be guessed by whoever knows the family; the words themselves are told nowhere."""

    code = "office.weak_password"
