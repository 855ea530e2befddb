"""Papers of our own that came back: each is called what it is, leads to its case, and says why it waits and what comes next."""

import re
from collections.abc import Iterator

import pytest

from demo import signer
from tests.office import printouts
from tests.office.bureau import (
    ARCHIVIST,
    CHAIR,
    CLERK,
    pdf_of,
    scanned,
    signed_pages,
    unsigned_pages,
)
from tests.office.reading import read_arrival
from tests.office.stages import FIRST, SECOND
from tests.office.test_deliver import SENT
from tests.office.test_match import wiped
from tests.web.conftest import OfficeAt
from tests.web.door import Door, give_words, served
from tests.web.visitor import Visitor, entered

ULID = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{26}\b")
HEADS = re.compile(r"<(?:h1|h2|title)[^>]*>(.*?)</(?:h1|h2|title)>", re.DOTALL)
ITEM = re.compile(r'<a id="do-([0-9A-Z]{26})" class="button" href="([^"]+)">([^<]+)</a>')


@pytest.fixture(scope="module")
def ids() -> dict[str, str]:
    """By what each scan is, the number under which it is kept."""
    return {}


@pytest.fixture(scope="module")
def door(office_at: OfficeAt, ids: dict[str, str]) -> Iterator[Door]:
    """An office where a receipt came before its delivery was recorded, a copy nobody signed, and one without its code."""
    office = office_at("filed")
    made = printouts.sent(office.session(CLERK), FIRST, office.home / "var" / "cetak", SENT)
    ids["receipt"] = office.receive(pdf_of(signed_pages(made[0], 3)))[0].arrival
    paths = office.printed(SECOND)
    ids["unsigned"] = office.receive(pdf_of(unsigned_pages(paths[0])))[0].arrival
    blank = office.arrive(pdf_of([scanned(wiped(page)) for page in signer.signed_pages(paths[1], 2)]))
    ids["blank"] = blank.id
    ids["agenda"] = str(read_arrival(office.session(), office.reader, blank.id).agenda)
    give_words(office)
    with served(office.home) as door:
        yield door


@pytest.fixture(scope="module")
def clerk(door: Door) -> Visitor:
    """The clerk, who has signed in."""
    return entered(door, CLERK)


def buttons(page: str) -> dict[str, tuple[str, str]]:
    """Return the large button of each paper in the list of what waits: where it leads, and what it says."""
    return {item: (to, label) for item, to, label in ITEM.findall(page)}


def test_a_receipt_is_called_one_and_leads_to_its_case_and_the_delivery(
    clerk: Visitor, ids: dict[str, str]
) -> None:
    home = clerk.get("/").text
    assert f"<strong>Tanda terima surat {FIRST}-1</strong>" in home
    assert "lembar keputusan" not in home
    assert buttons(home)[ids["receipt"]] == (f"/kasus/{FIRST}/tindakan/record-delivery/", "Catat penyampaian")
    assert f'<a id="of-{ids["receipt"]}" class="button quiet" href="/kasus/{FIRST}/">' in home
    page = clerk.get(f"/surat-masuk/{ids['receipt']}/").text
    assert f"<h1>Tanda terima surat {FIRST}-1</h1>" in page
    assert f'<a href="/kasus/{FIRST}/">{FIRST}</a>' in page
    assert "lembar keputusan" not in page
    assert f'<a class="button" href="/kasus/{FIRST}/tindakan/record-delivery/">Catat penyampaian</a>' in page


def test_who_may_not_record_the_delivery_is_told_that_it_comes_next(door: Door, ids: dict[str, str]) -> None:
    page = entered(door, ARCHIVIST).get(f"/surat-masuk/{ids['receipt']}/").text
    assert "Berikutnya: Catat penyampaian" in page
    assert "/tindakan/record-delivery/" not in page


def test_a_copy_that_nobody_signed_is_to_be_matched_and_says_the_true_reason(
    clerk: Visitor, ids: dict[str, str]
) -> None:
    home = clerk.get("/").text
    assert f"<strong>Salinan ke-1 surat jawaban {SECOND}-1</strong>" in home
    assert buttons(home)[ids["unsigned"]] == (f"/cocokkan/{ids['unsigned']}/", "Cocokkan")
    page = clerk.get(f"/cocokkan/{ids['unsigned']}/").text
    assert f"Kodenya terbaca: Salinan ke-1 surat jawaban {SECOND}-1. " in page
    assert "Belum tampak tanda tangan" in page
    assert "kodenya tidak terbaca" not in page
    assert f"<h1>Cocokkan pindaian salinan ke-1 surat jawaban {SECOND}-1</h1>" in page
    assert "bila tidak, tandatangani dan pindai lagi" in page


def test_a_copy_whose_code_cannot_be_read_is_matched_before_it_is_registered(
    clerk: Visitor, ids: dict[str, str]
) -> None:
    home = clerk.get("/").text
    assert buttons(home)[ids["blank"]] == (f"/cocokkan/{ids['agenda']}/", "Cocokkan")
    assert f'class="button quiet" href="/surat/{ids["agenda"]}/"' in home
    assert f"surat kantor sendiri, {SECOND}-1" in home
    page = clerk.get(f"/surat-masuk/{ids['agenda']}/").text
    assert f'<a class="button" href="/cocokkan/{ids["agenda"]}/">Cocokkan</a>' in page
    assert "Kode di kaki halaman tidak terbaca" in clerk.get(f"/cocokkan/{ids['agenda']}/").text


def test_no_page_is_headed_by_the_number_of_a_machine(clerk: Visitor, ids: dict[str, str]) -> None:
    for _ in ("id", "en"):
        for path in ("/", *(f"/surat-masuk/{ids[kind]}/" for kind in ("receipt", "unsigned"))):
            page = clerk.get(path).text
            assert not [heading for heading in HEADS.findall(page) if ULID.search(heading)], path
        assert not ULID.search(re.sub(r"<[^>]+>", "", clerk.get(f"/cocokkan/{ids['unsigned']}/").text))
        clerk.post("/bahasa/")


def test_the_chair_sees_what_the_papers_are(door: Door) -> None:
    page = entered(door, CHAIR).get("/").text
    assert f"Tanda terima surat {FIRST}-1" in page
    assert "Cocokkan</a>" not in page
