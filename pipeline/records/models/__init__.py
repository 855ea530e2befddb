"""One table, one file."""

from django.db.models import Q

from pipeline.records.models.account import AccountRow
from pipeline.records.models.arrival import ArrivalRow, RepeatRow
from pipeline.records.models.case import CaseRow, DocumentRow
from pipeline.records.models.disposal import DisposalRow, TombstoneRow
from pipeline.records.models.enquiry import PasswordRow, WrongTryRow
from pipeline.records.models.filing import IntentRow
from pipeline.records.models.history import AccessRow, HistoryRow
from pipeline.records.models.letter import CopyRow, LetterRow
from pipeline.records.models.number import CounterRow, NumberRow
from pipeline.records.models.office_row import OfficeRow
from pipeline.records.models.opened import OpenedRow
from pipeline.records.models.page import PageRow
from pipeline.records.models.page_read import PageReadRow
from pipeline.records.models.person import PersonRow
from pipeline.records.models.register import EntryRow
from pipeline.records.models.sheet import SheetRow
from pipeline.records.models.text import TextRow

EVERY = Q()
"""The condition that every row meets: what the machine reads, for nobody."""

__all__ = [
    "EVERY",
    "AccessRow",
    "AccountRow",
    "ArrivalRow",
    "CaseRow",
    "CopyRow",
    "CounterRow",
    "DisposalRow",
    "DocumentRow",
    "EntryRow",
    "HistoryRow",
    "IntentRow",
    "LetterRow",
    "NumberRow",
    "OfficeRow",
    "OpenedRow",
    "PageReadRow",
    "PageRow",
    "PasswordRow",
    "PersonRow",
    "RepeatRow",
    "SheetRow",
    "TextRow",
    "TombstoneRow",
    "WrongTryRow",
]
