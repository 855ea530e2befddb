"""What can go wrong with a book that is to go out of the office, or with a recap."""

from __future__ import annotations

from pipeline.kernel.errors import Refusal


class BadPeriod(Refusal):
    """The period of an export is no period."""

    code = "office.bad_period"


class PurposeNeeded(Refusal):
    """A book or a recap was asked for without saying for what."""

    code = "office.purpose_needed"


class NoRecapPeriod(Refusal):
    """The period of a recap is no month, quarter or year."""

    code = "office.no_recap_period"


class PeriodNotBegun(Refusal):
    """The period of a recap lies in the future."""

    code = "office.period_not_begun"
