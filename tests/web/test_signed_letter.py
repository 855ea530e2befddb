"""The page of a letter that is signed and filed: both copies, who signed, its number and place, and whether it is whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.intake.reader import Reader
from tests.office.bureau import ADMIN, ARCHIVIST, CLERK, OFFICER
from tests.office.stages import FIRST, SECOND
from tests.web.door import Door
from tests.web.filed import filed_door
from tests.web.guest import Guest
from tests.web.test_axe import violations
from tests.web.visitor import entered

pytestmark = pytest.mark.slow
LETTER = f"/kasus/{FIRST}/surat/{FIRST}-1/"
PICTURE = re.compile(r'<img src="([^"]+)"')


@pytest.fixture(scope="module")
def door(
    stage: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, office_reader: Reader, web_clock: None
) -> Iterator[Door]:  # fmt: skip
    """The door of an office whose first answer is filed; the second is approved."""
    with filed_door(stage("filed"), tmp_path_factory.mktemp("surat"), office_reader) as one:
        yield one


def test_the_case_leads_to_its_signed_letter_for_whoever_may_see_its_papers(door: Door) -> None:
    for account in (CLERK, OFFICER, ARCHIVIST):
        visitor = entered(door, account)
        assert f'href="{LETTER}"' in visitor.get(f"/kasus/{FIRST}/").text, account
        page = visitor.get(LETTER).text
        for said in (
            f"Surat {FIRST}-1: surat jawaban",
            "400.2/001/P2TP2A/XI/2026, 24-11-2026",
            "Lengkap bertanda tangan",
            f"archive/2026/{FIRST}",
            "Utuh: diperiksa baru saja",
            "Belum keluar dari kantor.",
            "Salinan ke-1",
            "Salinan ke-2",
        ):
            assert said in page, (account, said)
        pictures = PICTURE.findall(page)
        assert len(pictures) >= 2
        assert {visitor.get(one).status for one in pictures} == {200}
        assert "<form" not in page.split("<main")[1], "nothing is decided here"


def test_the_address_of_the_draft_leads_on_once_it_is_signed(door: Door) -> None:
    officer = entered(door, OFFICER)
    for path in (f"/kasus/{FIRST}/surat/", f"/kasus/{FIRST}/surat/?surat={FIRST}-1"):
        answer = officer.get(path)
        assert (answer.status, answer.leads_to) == (302, LETTER), path
    assert officer.get(f"/kasus/{SECOND}/surat/").status == 200


def test_what_is_not_over_not_of_the_case_or_not_theirs_is_not_there(door: Door) -> None:
    officer = entered(door, OFFICER)
    for path in (
        f"/kasus/{SECOND}/surat/{SECOND}-1/",
        f"/kasus/{SECOND}/surat/{FIRST}-1/",
        f"/kasus/{FIRST}/surat/{FIRST}-9/",
    ):
        assert officer.get(path).status == 404, path
    assert entered(door, ADMIN).get(LETTER).status == 403


def test_the_look_is_written_down(door: Door) -> None:
    count = "select count(*) from records_accessrow where verb = 'view' and account = ? and subject = ?"
    before = door.rows(count, ARCHIVIST, FIRST)[0][0]
    entered(door, ARCHIVIST).get(LETTER)
    assert door.rows(count, ARCHIVIST, FIRST)[0][0] == before + 1


def test_a_changed_byte_is_said_at_once(door: Door) -> None:
    visitor = entered(door, OFFICER)
    (path,) = (door.home / "archive" / "2026" / FIRST).glob(f"v*/content/surat-{FIRST}-1-r1-salinan-2-ttd.*")
    data = path.read_bytes()
    path.chmod(0o600)
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    page = visitor.get(LETTER).text
    path.write_bytes(data)
    assert 'class="alarm" role="alert"' in page
    assert "Rusak atau hilang" in page
    assert "Utuh: diperiksa baru saja" in visitor.get(LETTER).text


def test_nothing_bars_anybody_from_reading_it(guest: Guest) -> None:
    guest.sign_in(OFFICER)
    found = []
    for _ in ("id", "en"):
        guest.go(LETTER)
        found += violations(guest)
        guest.switch_language()
    assert found == []
