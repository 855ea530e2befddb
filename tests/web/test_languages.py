"""Indonesian pages are Indonesian and English pages English: every page that anybody can open, in both languages.

What people typed, letters and books that go out stay Indonesian; on an English page they are marked so. A command of the
terminal stands on no page but as such, the name of a file in the archive on none.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.settings import load
from tests.office.bureau import ADMIN, ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.web.conftest import DoorAt
from tests.web.door import Door
from tests.web.languages import Seen, pieces, strange
from tests.web.telephone import forget
from tests.web.test_axe import PAGES
from tests.web.visitor import Visitor, entered

ACCOUNTS = (CLERK, OFFICER, CHAIR, ARCHIVIST, ADMIN, OVERSEER)
SENT: Mapping[str, tuple[tuple[str, dict[str, str]], ...]] = {
    CLERK: (("/cari/", {"wanted": "2026-0999"}), ("/telepon/", {})),
    OFFICER: (("/rekap/buat/", {"periode": "2026-10", "recipient": "office", "form": "text", "purpose": "arsip"}),),
    ARCHIVIST: (("/rekap/buat/", {"periode": "2026-10", "recipient": "publication", "form": "text", "purpose": "laporan"}),),
    CHAIR: (("/catatan-akses/", {}),),
}  # fmt: skip
"""Pages that are an answer to a form."""
_COMMAND = re.compile(r"\brangkap (?!dua\b)[a-z]|\b(?:surat-|turunan/|formulir-|rujukan-|layanan-)[\w-]*\d")
_NUMBERS = re.compile(r"[0-9a-f]{16}|[ADM]?-?\d{4}-\d+(?:-\d+)*|\d+")


def stored(home: Path) -> Iterator[str]:
    """Yield what the office wrote into its settings."""
    for value in load(home).values.values():
        if isinstance(value, Mapping):
            yield from map(str, value.values())
        else:
            yield from map(str, value if isinstance(value, list) else [value])


def walked(visitor: Visitor, first: tuple[str, ...], language: str) -> Iterator[tuple[str, str]]:
    """Open the pages of ``first`` and what they lead to, one of each kind; yield address and page."""
    waiting, known = list(first), set[str]()
    while waiting:
        path = waiting.pop(0).partition("#")[0]
        kind = _NUMBERS.sub("#", path)
        if not path.startswith("/") or path.startswith("/static") or kind in known:
            continue
        known.add(kind)
        answer = visitor.get(path)
        if "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        yield path, answer.text
        if answer.status == 200:
            links = Seen(answer.text, language).links
            waiting += [path.partition("?")[0] + link if link.startswith("?") else link for link in links]


def wrong(visitor: Visitor, account: str, door: Door, language: str) -> list[str]:
    """Return what is said in another language than that of the page, commands that do not stand as such, and names of files."""
    office, faults, seen = set(stored(door.home)), [], 0
    pages = [
        *walked(visitor, ("/", *PAGES[account]), language),
        *((path, visitor.post(path, **given).text) for path, given in SENT.get(account, ())),
    ]
    for path, page in pages:
        assert f'<html lang="{language}"' in page or "<html" not in page, path
        seen += 1
        faults += [f"{path}: {words}" for words in strange(page, language, office)]
        faults += [f"{path}: {words}" for _, words in Seen(page, language).said if _COMMAND.search(words)]
    assert seen > 5, "next to nothing was looked at"
    return faults


def both(door: Door, account: str) -> list[str]:
    """Look through the pages of an account in Indonesian, then in English."""
    visitor = entered(door, account)
    faults = wrong(visitor, account, door, "id")
    visitor.post("/bahasa/")
    return [*faults, *wrong(visitor, account, door, "en")]


@pytest.mark.parametrize("account", ACCOUNTS)
def test_every_page_is_in_its_language(door: Door, account: str) -> None:
    assert both(door, account) == []


@pytest.mark.parametrize("account", [CLERK, OFFICER, ARCHIVIST])
def test_so_are_the_pages_of_a_case_that_is_filed(filed_office: Door, account: str) -> None:
    assert both(filed_office, account) == []


def test_so_is_the_desk_of_a_chair_whom_drafts_press(door_at: DoorAt) -> None:
    with door_at("drafted") as door:
        assert "SOP krisis: risiko tinggi" in entered(door, CHAIR).get("/persetujuan/").text
        forget(door)
        assert both(door, CHAIR) == []


def test_the_telling_words_tell() -> None:
    assert len(pieces("id")) > 1000
    assert len(pieces("en")) > 1000
    page = '<html lang="en"><p title="menunggu jawaban pelapor">Seen</p><p>Belum ada yang menunggu</p></html>'
    assert set(strange(page, "en")) >= {"menunggu jawaban pelapor", "Belum ada yang menunggu"}
    marked = '<html lang="en"><p lang="id">Belum ada yang menunggu</p><a title="Open Belum ada yang menunggu">x</a></html>'
    assert strange(marked, "en") == []
    assert strange('<html lang="id"><h1>Nobody has taken the case over</h1></html>', "id")
    assert strange("<p>Belum ada yang menunggu di surat-masuk-1.pdf</p>", "id") == []
