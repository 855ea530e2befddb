"""The way on which the fixture home is made: subject by subject, each done as people of the office do it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pipeline.cases.states import BY_VERB, State
from pipeline.office.base import (
    acts,
)
from pipeline.office.letters import templates
from pipeline.records import boot
from pipeline.records.arrivals import ArrivalState
from pipeline.records.models import ArrivalRow, CaseRow, HistoryRow
from tests.fixture_home import answers, files, keeping
from tests.fixture_home.office import OPERATOR, Office, empty_pages
from tests.office import bureau as of
from tests.office.procedure_machine import _BOTH
from tests.office.remembering import Remembering
from tests.office.retained import JRA
from tests.office.test_mandate import DEPUTY

REAL = (answers.school, answers.police, files.copies_for_victims, keeping.month_and_year)
"""Subjects whose letters LibreOffice makes; in the others a letter is an empty page, to keep the home small."""


SUBJECTS: tuple[Callable[[Office], None], ...] = (
    keeping.upgraded,
    keeping.settings_and_lists,
    keeping.accounts,
    files.same_people,
    files.paper_register,
    answers.school,
    answers.police,
    answers.sheets_on_paper,
    files.copies_for_victims,
    files.erased,
    files.misfiled,
    files.hidden,
    files.joined_and_parted,
    files.letters_of_all_kinds,
    answers.asked_and_clarified,
    files.enquiries,
    answers.drafts,
    answers.on_the_way,
    answers.statements,
    answers.secretariat,
    answers.deputy,
    files.scans_of_all_states,
    answers.ways_out,
    keeping.looked_at,
    keeping.moved,
    keeping.kept_away,
    keeping.at_the_pages,
    keeping.month_and_year,
)


def walk(home: Path, room: Path) -> None:
    """Make the home; ``room`` is a folder for what lies beside it."""
    os.environ["RANGKAP_CLOCK"] = of.CLOCK
    (room / "baca").mkdir()
    with Remembering(room / "baca", idle=600.0) as reader:
        o = Office(of.new_home(home), reader)
        o.change("[[akun]]", DEPUTY.lstrip() + JRA + "\n[[akun]]")
        o.change('[[akun]]\nnama = "petugas"', _BOTH.format(user=OPERATOR))
        o.desk()
        templates.check(o.settings)
        for one in SUBJECTS:
            print(one.__name__, flush=True)
            with empty_pages(letters=one not in REAL):
                one(o)
        found = [each.text() for each in o.verify()]
        assert not found, found
        told = set(HistoryRow.objects.values_list("verb", flat=True))
        print("missing:", *sorted({*acts._BESIDE, *BY_VERB} - told))
        print(
            "arrivals:", *sorted(set(ArrivalState) - set(ArrivalRow.objects.values_list("state", flat=True)))
        )
        print("cases:", *sorted(set(State) - set(CaseRow.objects.values_list("state", flat=True))))
        boot.settle_file()
