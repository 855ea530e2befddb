"""What the forms of the pages say beside a question speaks of the page, never of how one types at the terminal."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.cases import clarify, further, rendering
from pipeline.cases.fields import answer, follow_up, informing, registration, sheet
from pipeline.cases.fields.closing import closing_fields
from pipeline.cases.fields.field import Context, Field
from pipeline.cases.problems import BAD_PERSONS, Problem
from pipeline.web.fields import Asked, Form, messages
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.web.door import Door
from tests.web.test_axe import PAGES
from tests.web.test_languages import walked
from tests.web.visitor import Visitor, entered

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)


def _of(room: ModuleType) -> list[Field]:
    """Return the questions that stand in a room."""
    held = (value if isinstance(value, tuple) else (value,) for value in vars(room).values())
    return [field for several in held for field in several if isinstance(field, Field)]


TABLES: tuple[Field, ...] = (
    *registration.INCOMING, *registration.REPORTER, *registration.VICTIM, *registration.REPORTED, *registration.EVENT,
    *answer.FIELDS, *informing.INFORM, *answer.REQUEST,
    *closing_fields(), *_of(clarify), *_of(further), *_of(rendering), *follow_up.FOLLOW_UP, *sheet.verification_fields(DAY), *sheet.review_fields(DAY), *sheet.assign_fields(DAY, ("identifikasi",), None),
)  # fmt: skip
TERMINAL = re.compile(
    r"titik koma|pisahkan dengan|dipisah(?:kan)? dengan|semicolon|separated by|ya/tidak|yes/no|[Tt]ulis “|[Ww]rite “"
    r"|[Nn]omor atau kata|[Nn]umbers or words|kosong berarti|empty means|stdin|L atau P\b|rangkap [a-z]+|--[a-z]"
)
"""Of lists typed into one line, of words instead of a tick, of commands."""


def asked(lang: str) -> Iterator[Asked]:
    for table in TABLES:
        for _, questions in Form((table,), Context(DAY), lang).sections():
            yield from questions


@pytest.mark.parametrize("lang", ["id", "en"])
def test_each_question_of_the_tables_is_fit_for_a_page(lang: str) -> None:
    for question in asked(lang):
        shown = f"{question.label} {question.help}"
        assert not TERMINAL.search(shown), (question.name, shown)
        assert not re.search(r"\([^)]*\)\s*$", question.help), (
            question.name,
            "an example is an example, not a bracket",
        )
        if question.widget in ("choice", "choices"):
            assert not question.example, (question.name, "its answers stand on the page")
            assert not re.search(r"\bkoma\b|\bcommas?\b", question.help), question.name
        assert "; " not in question.example, (question.name, "one a line")


def test_what_is_several_stands_one_below_the_other_and_is_read_back_so() -> None:
    (field,) = [question for question in registration.VICTIM if question.name == "other_victims"]
    values = ("A.B., 9, P", "C.D., 11, L")
    ((_, (form_field,)),) = Form((field,), Context(DAY), "id", base={"other_victims": values}).sections()
    assert form_field.given == "A.B., 9, P\nC.D., 11, L"
    again = Form((field,), Context(DAY), "id", typed={"other_victims": form_field.given}).values()
    assert again == {"other_victims": values}


def test_a_refused_list_of_people_is_told_in_the_pages_words() -> None:
    form = Form(registration.VICTIM, Context(DAY), "id", typed={"other_victims": "A, b, c, d, e"})
    wrong = form.state()["wrong"]["other_victims"]
    assert wrong == messages([Problem("other_victims", BAD_PERSONS)], "id")["other_victims"]
    assert not TERMINAL.search(wrong)
    assert "per baris" in wrong


_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_BESIDE = re.compile(r"<(label|legend|p)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_ACCOUNTS = (CLERK, OFFICER, CHAIR, ARCHIVIST, ADMIN, OVERSEER)


def beside(page: str) -> Iterator[str]:
    """Yield what the forms of a page say beside their boxes."""
    for form in _FORM.findall(page):
        for _, kind, words in _BESIDE.findall(form):
            if "label" in kind or "hint" in kind or "-help" in kind or not kind:
                yield " ".join(re.sub(r"<[^>]+>", "", words).split())


def unfit(visitor: Visitor, account: str, lang: str) -> list[str]:
    """Return what forms say of the terminal, or as a bare example, with the page."""
    bracket = re.compile(r"\((?:[\d.,:/-]+|[a-z]+, [a-z, ]+)\)\s*$")
    return [
        f"{path}: {words}"
        for path, page in walked(visitor, ("/", *PAGES[account]), lang)
        for words in beside(page)
        if TERMINAL.search(words) or bracket.search(words)
    ]


@pytest.mark.parametrize("account", _ACCOUNTS)
def test_no_form_that_anybody_can_open_speaks_of_the_terminal(filed_office: Door, account: str) -> None:
    visitor = entered(filed_office, account)
    problems = unfit(visitor, account, "id")
    visitor.post("/bahasa/")
    assert [*problems, *unfit(visitor, account, "en")] == []


def test_an_example_is_called_one_and_an_answer_to_choose_has_none(filed_office: Door) -> None:
    visitor = entered(filed_office, CLERK)
    page = visitor.post("/telepon/").text
    hints = dict(re.findall(r'<p class="hint" id="(\w+)-help">(.*?)</p>', page, re.DOTALL))
    assert 'Contoh: <span lang="id">0812-0000-1101</span>' in hints["reporter_phone"]
    assert hints["violence"].strip() == "Centang semua yang sesuai."
    assert "(" not in hints["victim_sex"]
    visitor.post("/bahasa/")
    assert 'Example: <span lang="id">0812-0000-1101</span>' in visitor.post("/telepon/").text
