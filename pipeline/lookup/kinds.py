"""Values read through ``lookup``."""

from pipeline.records.arrivals import WAITING, Arrival, ArrivalState, Mail
from pipeline.records.disposals import Disposal, Tombstone
from pipeline.records.entries import Listed
from pipeline.records.history import Act, without_access_log
from pipeline.records.letters import Copy, Letter, LetterState
from pipeline.records.pages import Page, PageState
from pipeline.records.sheets import CopyState, DispatchState, Sheet, SheetKind, SheetState
from pipeline.records.texts import Among, Hit, TextKind, Words
from pipeline.register.entry import Entry
from pipeline.register.payload import Payload
