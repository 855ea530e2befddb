"""Names that are typed, shown and looked for stand in no address, no session and in nothing that the server says or writes."""

import base64
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

import pytest

from pipeline.records import boot
from tests.office.bureau import CHAIR, CLERK, OFFICER, Bureau
from tests.street.canary import ANSWERS, words_in
from tests.web.door import Door, served
from tests.web.furnished import WAITING
from tests.web.visitor import Visitor, entered

NUMBER = "2026-0003"


@pytest.fixture(scope="module")
def walked(web_office: Bureau) -> Iterator[tuple[Door, dict[str, str]]]:
    """A door at which names were typed, shown and looked for, and the addresses that it named, with their pages."""
    boot.close()
    with served(web_office.home) as door:
        clerk = entered(door, CLERK)
        given = {name: str(value) for name, value in ANSWERS.items()}
        clerk.post(f"/surat/{WAITING}/?state", **given)
        clerk.post("/cari/", wanted=ANSWERS["victim_name"])
        answer = clerk.post(f"/surat/{WAITING}/", **given)
        assert answer.leads_to == f"/kasus/{NUMBER}/", f"{answer.status} {answer.text}"
        seen: dict[str, str] = {}
        for account in (CLERK, OFFICER, CHAIR):
            seen |= looked_at(entered(door, account))
        yield door, seen


def looked_at(visitor: Visitor) -> dict[str, str]:
    """Return every page of the case that ``visitor`` sees, also with its names, by address."""
    case = f"/kasus/{NUMBER}/"
    pages = {
        path: visitor.get(path).text
        for path in ("/", case, f"{case}tindakan/study-language/", f"{case}periksa/")
    }
    opened = visitor.post(case, reason="Memeriksa nama Qorbania.")
    assert words_in(opened.body), "the names are shown for a reason"
    pages[f"{case}#"] = opened.text
    return pages


def test_who_verifies_sees_the_names_and_each_look_is_written_down(
    walked: tuple[Door, dict[str, str]],
) -> None:
    door, seen = walked
    assert words_in(seen[f"/kasus/{NUMBER}/periksa/"])
    looks = door.rows(
        "SELECT DISTINCT account FROM records_accessrow WHERE verb = 'vet' AND subject = ?", NUMBER
    )
    assert {CHAIR, OFFICER} & {account for (account,) in looks}


def test_no_address_bears_a_name(walked: tuple[Door, dict[str, str]]) -> None:
    for path, page in walked[1].items():
        for address in re.findall(r'(?:href|src|action|hx-get|data-state)="([^"]*)"', page):
            assert words_in(unquote(address)) == [], path


def test_neither_session_nor_log_bears_a_name(walked: tuple[Door, dict[str, str]]) -> None:
    door, _ = walked
    for (data,) in door.rows("SELECT session_data FROM django_session"):
        packed = data.split(":")[0]
        raw = base64.urlsafe_b64decode(packed.lstrip(".") + "=" * (-len(packed.lstrip(".")) % 4))
        plain = zlib.decompress(raw) if packed.startswith(".") else raw
        assert words_in(plain) == []
    assert words_in(door.output.read_bytes()) == []
    for log in (door.home / "var" / "logs").glob("*"):
        assert words_in(log.read_bytes()) == [], log.name
    kept = [
        str(row)
        for table in ("axes_accessattempt", "django_session")
        for row in door.rows(f"SELECT * FROM {table}")
    ]
    assert words_in("".join(kept)) == []
