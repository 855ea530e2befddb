"""Every form of the pages carries what was read; without it, or with another version, it is refused and changes nothing."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import pipeline
from pipeline.office.acts import BY_COMMAND
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.office.stages import FIRST, SECOND
from tests.web.conftest import DoorAt
from tests.web.door import Door
from tests.web.filed import made, version_on
from tests.web.rights import NO, ROWS
from tests.web.telephone import forget
from tests.web.visitor import Visitor, entered

FORM = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>.*?</form>', re.DOTALL)
ACTION = re.compile(r'^<form\b[^>]*\baction="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
VERSION = re.compile(r"read_version|version(-.+)?")
CARRY = frozenset({
    "vet", "assign", "draft", "letter", "move", "office-move", "user", "settings-row",
})  # fmt: skip
"""Addresses whose forms carry a version."""
CARRY_NONE: Mapping[str, str] = {
    "upload": "hands in a file", "upload-state": "asks",
    **dict.fromkeys(("first", "sign-out", "change-word", "end-others", "language", "factor", "factor-new"), "own account or session"),
    "phone": "opens a case", "register": "opens a case from what waits; a second one is told that it waits no more",
    **dict.fromkeys(("join", "split"), "a document that waits; a second one is told that it waits no more"),
    "arrival-move": "a document that came in; a second one is told that it waits no more",
    "match": "a scan that waits; a second one is told that it waits no more",
    **dict.fromkeys(("case", "search", "audit", "audit-export", "original", "book-export", "letter-word"), "reads"),
    **dict.fromkeys(("print", "print-all", "letter-signed", "call-record", "register-page", "register-page-print", "recap-made"), "prints or draws what stands"),
    "draft-preview": "draws what is typed", "draft-forget": "throws away what was typed by oneself",
    **dict.fromkeys(("health-check", "health-backup", "health-retry", "settings-check"), "starts a check"),
    "users": "adds an account", "settings-template": "its address bears the digest of what was read",
}  # fmt: skip
"""Addresses whose forms carry none, and why none is needed."""
OPEN = frozenset({
    "add-call", "propose-copy", "declare-crisis", "divide-case",
    "form", "grant-erasure", "close-case", "lift-hold", "merge-case", "move-document", "set-password", "print-contact", "print-crisis", "record-erasure", "refuse-erasure",
    "place-hold", "record-simfoni", "report", "send", "print-sheet", "take-crisis", "transcribe-document", "record-conflict", "lift-conflict", "void-letter", "withdraw-password",
    "record-clarification", "record-delivery", "inform-victim",
})  # fmt: skip
"""Moves that the office with an answer has something to do for; one page serves them all."""


def test_every_address_with_a_form_says_whether_it_carries_a_version() -> None:
    assert CARRY.isdisjoint(CARRY_NONE)
    assert CARRY | CARRY_NONE.keys() == {name for name, row in ROWS.items() if row.post != NO}


@pytest.fixture(scope="module")
def fresh(door_at: DoorAt) -> Iterator[Door]:
    """The door of an office with two cases that were registered."""
    with door_at("registered") as door:
        yield door


def test_a_form_of_a_case_or_of_the_office_is_refused_without_what_was_read(fresh: Door) -> None:
    _walk(
        fresh,
        {f"/kasus/{FIRST}/periksa/", f"/kasus/{FIRST}/tugas/", *_moves(FIRST)},
    )


def test_a_form_of_an_answered_case_is_refused_without_what_was_read(filed_office: Door) -> None:
    clerk, chair = _entered(filed_office, CLERK), _entered(filed_office, CHAIR)
    at, why = f"/kasus/{SECOND}/tindakan/", {"reason": "Untuk diuji."}
    asked = {
        "erasure_by": "pelapor", "erasure_day": "24-11-2026", "erasure_time": "08.00", "erasure_asked": "batasi",
        "erasure_words": "Mohon dibatasi.",
    }  # fmt: skip
    assert made(clerk, f"{at}record-erasure/", **asked).status == 302
    assert made(chair, f"{at}record-conflict/", chosen=OVERSEER, relation="rekan", **why).status == 302
    assert made(chair, f"{at}place-hold/", **why).status == 302
    tried = _walk(filed_office, {*_moves(FIRST), *_moves(SECOND)})
    assert {path.rstrip("/").rpartition("/")[2] for path in tried} >= OPEN


def test_a_hold_that_was_lifted_and_placed_again_is_not_lifted_by_who_read_the_first(
    filed_office: Door,
) -> None:
    chair, at, why = _entered(filed_office, CHAIR), f"/kasus/{FIRST}/tindakan/", {"reason": "Untuk diuji."}
    assert made(chair, f"{at}place-hold/", **why).status == 302
    stale = version_on(chair.get(f"{at}lift-hold/").text)
    assert made(chair, f"{at}lift-hold/", **why).status == 302
    assert made(chair, f"{at}place-hold/", reason="Diminta pengadilan.").status == 302
    before = _written(filed_office)
    answer = chair.post(f"{at}lift-hold/", read_version=stale, **why)
    assert answer.status == 409
    assert "Untuk diuji." in answer.text, "what was typed is kept"
    assert _written(filed_office) == before


def _walk(door: Door, paths: set[str]) -> set[str]:
    """Open each page as somebody who may and send its forms without their version, and with two others; return what was tried."""
    wrong, tried, opened = [], set[str](), set[str]()
    for account in (CLERK, OFFICER, CHAIR, ARCHIVIST, ADMIN):
        visitor = _entered(door, account)
        for path in sorted(paths):
            page = visitor.get(path) if path not in opened else None
            for form in FORM.findall(page.text) if page and page.status == 200 else ():
                fields = dict(HIDDEN.findall(form))
                fields.pop("csrfmiddlewaretoken", None)
                name = next((field for field in fields if VERSION.fullmatch(field) and fields[field]), "")
                if name:
                    to = next(iter(ACTION.findall(form)), path)
                    tried.add(to)
                    opened.add(path)
                    wrong += _sent(door, visitor, to, fields | dict(_buttons(form)), name)
    assert not wrong, "\n".join(wrong)
    return tried


def _entered(door: Door, account: str) -> Visitor:
    """Return somebody who has signed in, with a telephone of this visit."""
    forget(door)
    return entered(door, account)


def _sent(door: Door, visitor: Visitor, path: str, fields: Mapping[str, str], name: str) -> Iterator[str]:
    now = int(fields[name])
    for given, status in (
        (None, 400),
        ("", 400),
        (str(now + 1), 409),
        (str(max(0, now - 1)) if now else "7", 409),
    ):
        before = _written(door)
        form = {key: field for key, field in fields.items() if key != name} | (
            {} if given is None else {name: given}
        )
        answer = visitor.post(path, **form)
        if answer.status != status or _written(door) != before:
            yield f"{path} {name}={given}: {answer.status}, not {status}; {before} {_written(door)}"


def _buttons(form: str) -> list[tuple[str, str]]:
    return re.findall(r'<button\b[^>]*\bname="(decision|act)" value="([^"]+)"', form)[:1]


def _moves(case: str) -> set[str]:
    folder = Path(pipeline.__file__).parent / "web/acts"
    acts = {
        str(key.value)
        for path in folder.glob("*.py")
        for table in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(table, ast.Dict)
        for key, move in zip(table.keys, table.values, strict=True)
        if isinstance(key, ast.Constant)
        and isinstance(move, ast.Call)
        and ast.unparse(move.func) == "ActPage"
    }
    assert acts
    acts |= BY_COMMAND.keys()
    return {f"/kasus/{case}/tindakan/{act}/" for act in acts} | {f"/kasus/{case}/langkah/draft/"}


def _written(door: Door) -> list[tuple[int, ...]]:
    """Return how much stands in the history, and under which versions things stand."""
    return [
        *door.rows("SELECT count(*) FROM records_historyrow"),
        *(
            door.rows(f"SELECT count(*), sum(version) FROM records_{table}")[0]
            for table in ("caserow", "letterrow", "sheetrow", "accountrow", "officerow")
        ),
    ]
