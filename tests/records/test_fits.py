"""Every word that a column may hold fits into it: a server refuses what is longer, and SQLite never asks."""

from enum import StrEnum

import pytest

from pipeline.cases.states import State
from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.records import models
from pipeline.records.arrivals import ArrivalState
from pipeline.records.disposals import DisposalState
from pipeline.records.letters import LetterState
from pipeline.records.numbers import NumberState
from pipeline.records.pages import PageState
from pipeline.records.sheets import CopyState, DispatchState, SheetKind, SheetState
from pipeline.records.texts import TextKind
from pipeline.signing.duplicate import Means

WORDS = [
    (models.ArrivalRow, "state", ArrivalState),
    (models.CaseRow, "state", State),
    (models.CopyRow, "means", Means),
    (models.DisposalRow, "state", DisposalState),
    (models.LetterRow, "kind", StrEnum("LetterKind", {word: word for word in LETTER_KINDS})),
    (models.LetterRow, "state", LetterState),
    (models.NumberRow, "state", NumberState),
    (models.PageRow, "state", PageState),
    (models.SheetRow, "kind", SheetKind),
    (models.SheetRow, "state", CopyState),
    (models.SheetRow, "state", DispatchState),
    (models.SheetRow, "state", SheetState),
    (models.TextRow, "kind", TextKind),
]


@pytest.mark.parametrize(
    ("model", "column", "words"),
    WORDS,
    ids=[f"{table.__name__}.{name} {of.__name__}" for table, name, of in WORDS],
)
def test_every_word_fits_into_its_column(model: type, column: str, words: type[StrEnum]) -> None:
    room = model._meta.get_field(column).max_length  # type: ignore[attr-defined]
    assert [member for member in words if len(member) > room] == []
