"""What can go wrong in a step of the procedure, with the web door, or where the archive lies in a bucket, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Refusal


class NotYours(Refusal):
    """The actor's roles do not allow this."""

    code = "office.not_yours"


class UnknownAccount(Refusal):
    """The caller is nobody in office.toml."""

    code = "office.unknown_account"


class NotWaiting(Refusal):
    """The arrival does not wait for registration."""

    code = "office.not_waiting"


class ClockBehind(Refusal):
    """The clock stands before the last entry: no numbers are given."""

    code = "office.clock_behind"


class NoRoute(Refusal):
    """There is no safe way for a letter."""

    code = "office.no_route"


class NoLetter(Refusal):
    """The case has no letter in the state that this step needs."""

    code = "office.no_letter"


class DraftChanged(Refusal):
    """The draft file is not the one that was checked."""

    code = "office.draft_changed"


class BytesMissing(Refusal):
    """The bytes of an arrival are not where they must be."""

    code = "office.bytes_missing"


class FilingPending(Refusal):
    """The step is done, but the archive could not take the new version yet."""

    code = "office.filing_pending"


class DatabaseBehind(Refusal):
    """The archive knows more than the database: an older copy of the database was put in place."""

    code = "office.database_behind"


class MaybeKnown(Refusal):
    """The complaint may be registered already (step 1); nothing was saved."""

    code = "office.maybe_known"


class NoRow(Refusal):
    """The list has no such row, or the row no such version."""

    code = "office.no_row"


class ReasonNeeded(Refusal):
    """A step that sends something back says why."""

    code = "office.reason_needed"


class SheetOutdated(Refusal):
    """A sheet came back for a draft that has changed since, or was decided otherwise."""

    code = "office.sheet_outdated"


class AccountLocked(Refusal):
    """The account was locked by the admin."""

    code = "office.account_locked"


class WrongWord(Refusal):
    """Account or word is wrong; which of them, or whether the account is locked, is not told."""

    code = "office.wrong_word"
