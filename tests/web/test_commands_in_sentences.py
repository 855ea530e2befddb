"""A command in a sentence is linked to the act it names; a grave act by its own command alone; other words are no command."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.kernel.commands import command_of
from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import Next
from pipeline.kernel.verbs import BY_NAME, COMMAND
from pipeline.web.plain_words import without_commands
from tests.office.bureau import CHECKOUT, Bureau

CASE, OTHER = "2026-0001", "2026-0002"
FILLED = {
    "letter": f"{CASE}-1", "id": f"{CASE}-1", "sheet": f"D-{CASE}-1", "list": "M-2036-01", "agenda": "A-2026-0007",
    "item": "A-2026-0007", "into": OTHER, "right": OTHER, "officer": "analis", "kind": "", "named": "",
    "month": "2026-11", "template": "surat.docx", "year": "2026",
}  # fmt: skip
"""What stands in the places of a sentence; a case in any other, and nothing in one that stands behind another."""
LINKED = {
    "/": "rangkap match",
    "/akun/": "rangkap users",
    "/buku/lembar/": "rangkap page",
    "/cari/": f"rangkap find {CASE}-1",
    "/cocokkan/A-2026-0007/": "rangkap match A-2026-0007",
    f"/kasus/{CASE}/": f"rangkap show {CASE}",
    f"/kasus/{CASE}/cetak/": f"rangkap print {CASE} --again --to DIR",
    f"/kasus/{CASE}/cetak/?surat={CASE}-1": f"rangkap print {CASE} --letter {CASE}-1 --to FOLDER",
    f"/kasus/{CASE}/langkah/clarify/": f"rangkap clarify {CASE}",
    f"/kasus/{CASE}/langkah/close/": f"rangkap close {CASE}",
    f"/kasus/{CASE}/langkah/deliver/": f"rangkap deliver {CASE}",
    f"/kasus/{CASE}/langkah/draft/": f"rangkap draft {CASE}",
    f"/kasus/{CASE}/langkah/inform/": f"rangkap inform {CASE}",
    f"/kasus/{CASE}/langkah/simfoni/": f"rangkap simfoni {CASE}",
    f"/kasus/{CASE}/surat/": f"rangkap review {CASE}",
    f"/kasus/{CASE}/surat/?surat={CASE}-1": f"rangkap review {CASE} --letter {CASE}-1",
    f"/kasus/{CASE}/tindakan/add-letter/": f"rangkap register AGENDA-NUMBER --case {CASE}",
    f"/kasus/{CASE}/tindakan/ask/": f"rangkap draft {CASE} --kind",
    f"/kasus/{CASE}/tindakan/attest/": f"rangkap attest {CASE}",
    f"/kasus/{CASE}/tindakan/confirm-statement/": f"rangkap attest {CASE} --confirm",
    f"/kasus/{CASE}/tindakan/conflict/": f"rangkap conflict {CASE}",
    f"/kasus/{CASE}/tindakan/sender/": f"rangkap sender {CASE}",
    f"/kasus/{CASE}/tindakan/copy-approve/": f"rangkap copy {CASE} --approve",
    f"/kasus/{CASE}/tindakan/copy-drop/": f"rangkap copy {CASE} --drop",
    f"/kasus/{CASE}/tindakan/copy-hand/": f"rangkap copy {CASE} --handed",
    f"/kasus/{CASE}/tindakan/copy-look/": f"rangkap copy {CASE} --change",
    f"/kasus/{CASE}/tindakan/copy-print/": f"rangkap copy {CASE} --print DIR",
    f"/kasus/{CASE}/tindakan/copy-shredded/": f"rangkap copy {CASE} --shredded",
    f"/kasus/{CASE}/tindakan/copy-withdraw/": f"rangkap copy {CASE} --withdraw",
    f"/kasus/{CASE}/tindakan/copy/": f"rangkap copy {CASE}",
    f"/kasus/{CASE}/tindakan/crisis/": f"rangkap crisis {CASE} --take",
    f"/kasus/{CASE}/tindakan/decide/?tentang={CASE}-1": f"rangkap decide {CASE}-1",
    f"/kasus/{CASE}/tindakan/decide/?tentang=D-{CASE}-1": f"rangkap decide D-{CASE}-1",
    f"/kasus/{CASE}/tindakan/declare-crisis/": f"rangkap crisis {CASE} --declare",
    f"/kasus/{CASE}/tindakan/deliver-late/": f"rangkap deliver {CASE} --late",
    f"/kasus/{CASE}/tindakan/divide/": f"rangkap divide {CASE} --document {CASE}",
    f"/kasus/{CASE}/tindakan/erasure/": f"rangkap erasure record {CASE}",
    f"/kasus/{CASE}/tindakan/form/": "rangkap form",
    f"/kasus/{CASE}/tindakan/grant-erasure/": f"rangkap erasure grant {CASE}",
    f"/kasus/{CASE}/tindakan/heed/": f"rangkap heed {CASE}",
    f"/kasus/{CASE}/tindakan/lift-restriction/": f"rangkap erasure lift {CASE}",
    f"/kasus/{CASE}/tindakan/merge/": f"rangkap merge {CASE} --into {CASE}",
    f"/kasus/{CASE}/tindakan/move/": f"rangkap move {CASE} {CASE} --into {OTHER}",
    f"/kasus/{CASE}/tindakan/number/?tentang={CASE}-1": f"rangkap number {CASE}-1",
    f"/kasus/{CASE}/tindakan/part/": f"rangkap merge {CASE} --undo",
    f"/kasus/{CASE}/tindakan/refuse-erasure/": f"rangkap erasure refuse {CASE} --ground DASAR",
    f"/kasus/{CASE}/tindakan/refuse-statement/": f"rangkap attest {CASE} --refuse",
    f"/kasus/{CASE}/tindakan/release/": f"rangkap hold {CASE} --lift",
    f"/kasus/{CASE}/tindakan/reopen/": f"rangkap reopen {CASE}",
    f"/kasus/{CASE}/tindakan/send/": f"rangkap deliver {CASE} --to DIR",
    f"/kasus/{CASE}/tindakan/sheet/": f"rangkap sheet {CASE} {CASE} --to DIR",
    f"/kasus/{CASE}/tindakan/sheet/?tentang={CASE}-1": f"rangkap sheet {CASE} {CASE} --letter {CASE}-1 --to DIR",
    f"/kasus/{CASE}/tindakan/void-letter/": "rangkap void LETTER",
    f"/kasus/{CASE}/tindakan/void-letter/?tentang={CASE}-1": f"rangkap void {CASE}-1",
    f"/kasus/{CASE}/tugas/": f"rangkap assign {CASE} ACCOUNT",
    f"/kasus/{OTHER}/": f"rangkap show {OTHER}",
    f"/kasus/{OTHER}/tindakan/add-letter/?tentang=A-2026-0007": f"rangkap register A-2026-0007 --case {OTHER}",
    "/kesehatan/": "rangkap doctor",
    "/kesehatan/jam/": "rangkap confirm-clock",
    "/pengaturan/penandatangan/": f"rangkap mandate --end {CASE}-1",
    "/pengaturan/templat/": "rangkap templates check",
    "/rekap/": "rangkap recap --month",
    "/surat/A-2026-0007/": "rangkap register A-2026-0007",
    "/tindakan/dispose-approve/?tentang=M-2036-01": "rangkap dispose approve M-2036-01",
    "/tindakan/dispose-destroy/?tentang=M-2036-01": "rangkap dispose destroy M-2036-01",
    "/tindakan/dispose-withdraw/?tentang=M-2036-01": "rangkap dispose withdraw M-2036-01",
    "/tindakan/dispose/": "rangkap dispose list",
    f"/tindakan/dispose/?tentang={CASE}-1": f"rangkap dispose {CASE} {CASE}-1",
}
"""Every address to which commands in sentences lead, and one of the commands that lead there."""
GRAVE = {
    "void", "merge", "void-letter", "move", "conflict", "sender", "grant-erasure", "copy-drop", "copy-withdraw", "dispose-destroy",
    "declare-crisis", "crisis",
}  # fmt: skip
"""Acts whose button is red (``is_grave``), by the word of their address."""
NOT_GRAVE = (
    "rangkap void", f"rangkap void D-{CASE}-1", "rangkap void A-2026-0007", "rangkap void M-2036-01", "rangkap void AKUN",
    "rangkap merge", f"rangkap merge {CASE}-1 --into {OTHER}", "rangkap move", f"rangkap dispose destroy {CASE}",
    "rangkap dispose destroy", f"rangkap erasure {CASE}", "rangkap erasure grant", f"rangkap copy {CASE}",
    "rangkap conflict AKUN", f"rangkap conflict {CASE} analis --lift", "rangkap erasure list",
    "rangkap hold list", f"rangkap merge {CASE} --undo", f"rangkap voids {CASE}", f"rangkap dua {CASE}",
)  # fmt: skip
"""Commands that are like those of grave acts."""


IN_DUPLICATE = (
    "Surat harus rangkap dua.",
    "Ketua menandatangani rangkap dua, lalu surat disimpan rangkap tiga.",
)
OF_LETTERS = {
    one: f"Dibatalkan dengan: rangkap void {one}." for one in ("SURAT", "NOMOR-SURAT", "LETTER", f"{CASE}-1")
}
Led = Mapping[str, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def led(web_office: Bureau) -> Led:
    """Sentences with their parts as a page of the case shows them: words, and the address to which they lead."""
    said = [*_sentences(), *IN_DUPLICATE, *OF_LETTERS.values(), *(f"Lakukan: {one}." for one in NOT_GRAVE)]
    shown = _shown(web_office, [[one, CASE] for one in said])
    return {one: [(each[0], each[1]) for each in parts] for one, parts in zip(said, shown, strict=True)}


def test_words_behind_the_name_of_the_product_that_are_no_verb_stay_as_they_are(led: Led) -> None:
    for one in IN_DUPLICATE:
        assert without_commands(one) == one
        assert led[one] == [(one, "")]
    assert "dua" not in BY_NAME


def test_each_command_in_a_sentence_of_the_office_leads_to_the_act_that_it_names(led: Led) -> None:
    said = _sentences()
    found = {(re.sub(r"\s+", " ", words), address) for one in said for words, address in led[one] if address}
    assert {address for _, address in found} - set(LINKED) == set()


def test_a_command_about_a_letter_leads_to_the_act_of_the_letter(led: Led) -> None:
    for argument, said in OF_LETTERS.items():
        (words, address) = led[said][1]
        assert words == f"rangkap void {argument}"
        assert address.startswith(f"/kasus/{CASE}/tindakan/void-letter/")


def test_a_grave_act_is_linked_by_its_own_command_with_its_own_kind_of_argument_alone(led: Led) -> None:
    found = {
        words: address.partition("?")[0].rstrip("/").rpartition("/")[2]
        for words in NOT_GRAVE
        for _, address in led[f"Lakukan: {words}."]
    }
    assert {words: act for words, act in found.items() if act in GRAVE} == {}


AT_SERVER = {"verify", "rebuild", "backup", "upgrade", "cert", "start", "watch", "keys", "hand-over", "init",
             "migrate-database", "migrate-store", "import-register", "merge-recaps", "recovery-sheet", "archive",
             "access-clock", "breach-clock", "new-certificate", "reset-at-console", "close-year", "close-year-incomplete",
             "page-so-far", "recovery-sheet-again", "restore", "restore-damaged", "restore-snapshot", "form-blank"}  # fmt: skip
"""Acts without a page: they are typed at the server."""


def test_what_mends_a_refusal_is_a_command_and_a_page(web_office: Bureau) -> None:
    steps = sorted(
        {
            Next(
                one.act,
                *(re.sub(r"\{(\w*)[^}]*\}", lambda place: FILLED.get(place[1], CASE), x) for x in one[1:]),
            )
            for row in REFUSALS.values()
            for one in row.next
        }
    )
    for words in (command_of(one).split() for one in steps):
        assert words[1] in BY_NAME, words
    ways = _shown(web_office, [list(one) for one in steps])
    without = {one for one, (_, to) in zip(steps, ways, strict=True) if not to}
    assert {one.act for one in without if one.subject != "KASUS"} <= AT_SERVER
    assert {one.act for one in steps if one.subject == "KASUS"} == {
        one.act for one in without if one.subject == "KASUS"
    }
    assert {one.act for one, (words, _) in zip(steps, ways, strict=True) if not words} == set()


ROWS = ("approve", "assign", "clarify", "close", "confirm-statement", "copy-change", "copy-look", "copy-print", "copy-shredded",
        "copy-withdraw", "crisis", "declare-crisis", "deliver", "deliver-late", "draft", "end-mandate", "grant-erasure", "heed",
        "inform", "match", "match-aside", "merge", "number", "page", "print", "register", "reopen", "review", "send", "sender",
        "sheet-of-draft", "show", "simfoni", "study", "todo", "upload", "vet", "void-letter")  # fmt: skip
"""Acts of rows of what waits and of a case that have a page."""


def test_each_act_of_a_row_of_what_waits_has_its_page(web_office: Bureau) -> None:
    ways = _shown(web_office, [[act, CASE, ""] for act in ROWS])
    assert {act for act, (words, to) in zip(ROWS, ways, strict=True) if not (words and to)} == set()


def _shown(bureau: Bureau, asked: list[list[str]]) -> list[Any]:
    """Return what the browser shows of each, as its own process says."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tests.web.led"],
        env=os.environ | {"RANGKAP_HOME": str(bureau.home), "PYTHONPATH": str(CHECKOUT)},
        cwd=CHECKOUT,
        capture_output=True,
        check=True,
        text=True,
        input=json.dumps(asked),
    )
    found: list[Any] = json.loads(done.stdout)
    return found


def test_the_grave_acts_are_known() -> None:
    moves = Path(pipeline.__file__).parent / "web/moves"
    found = {
        key.value
        for path in moves.glob("*.py")
        for table in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(table, ast.Dict)
        for key, move in zip(table.keys, table.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(move, ast.Call)
        if any(one.arg == "is_grave" for one in move.keywords)
    }
    assert found == GRAVE


def _sentences() -> list[str]:
    """Return every text of the product outside the terminal that holds a command, its places filled."""
    found = set()
    for path in sorted(Path(pipeline.__file__).parent.rglob("*.py")):
        if "cli" not in path.parts and path.name not in ("verbs.py", "addresses_of.py", "cli.py"):
            for text in _texts(ast.parse(path.read_text("utf-8"))):
                if re.search(COMMAND, text):
                    bare = re.sub(r"(?<=[\w}])\{[^}]*\}", "", text)
                    found.add(re.sub(r"\{(\w*)[^}]*\}", lambda place: FILLED.get(place[1], CASE), bare))
    return sorted(found)


def _texts(tree: ast.AST) -> Iterator[str]:
    aside = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.JoinedStr):
            aside |= {id(part) for part in one.values}
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else f"{{{_name(part)}}}"
                for part in one.values
            )
        elif isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in aside:
            yield one.value


def _name(part: ast.expr) -> str:
    assert isinstance(part, ast.FormattedValue)
    return ast.unparse(part.value).rpartition(".")[2]
