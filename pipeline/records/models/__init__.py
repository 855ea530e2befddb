"""The tables, by subject."""

from django.db.models import Q

from pipeline.records.models.arrival import ArrivalRow, OpenedRow, PageReadRow, RepeatRow, TextRow
from pipeline.records.models.case import (
    CaseRow,
    DisposalRow,
    DocumentRow,
    EntryRow,
    IntentRow,
    PersonRow,
    TombstoneRow,
)
from pipeline.records.models.office import (
    AccessRow,
    AccountRow,
    HistoryRow,
    OfficeRow,
    PasswordRow,
    WrongTryRow,
)
from pipeline.records.models.paper import CopyRow, CounterRow, LetterRow, NumberRow, PageRow, SheetRow

EVERY = Q()
