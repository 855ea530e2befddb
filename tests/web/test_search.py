"""Looking up in the browser: one field, by POST alone; hits are marked, nobody's name is shown, what is hidden is not there."""

import pytest
from playwright.sync_api import expect

from pipeline.records import arrivals, boot, cases
from tests.office.bureau import ARCHIVIST, CLERK, OFFICER, Bureau
from tests.web.door import Door
from tests.web.furnished import MISSING, OTHER, OWN, WAITING
from tests.web.guest import Guest
from tests.web.visitor import Visitor, entered

pytestmark = pytest.mark.backend

REFUSED = ("status of 404",)


@pytest.fixture(scope="module")
def name(web_office: Bureau) -> str:
    """The name of the victim of the case that may be seen; its letter says what the waiting one says."""
    web_office.session()
    reading = arrivals.get(WAITING).reading
    for number in (OWN, OTHER):
        for arrival in arrivals.of_case(number):
            arrivals.change(arrival, reading=reading)
    victim = str(cases.get(OWN).values["victim_name"])
    boot.close()
    return victim


@pytest.fixture
def clerk(name: str, door: Door) -> Visitor:
    """The clerk, without a browser."""
    return entered(door, CLERK)


def ask(guest: Guest, wanted: str) -> None:
    """Type into the field and press Enter, as a person does."""
    guest.go("/cari/")
    expect(guest.page.locator("#wanted")).to_be_focused()
    guest.page.keyboard.type(wanted)
    with guest.page.expect_navigation():
        guest.page.keyboard.press("Enter")


def test_a_number_opens_its_case_a_name_and_a_word_list_them(name: str, guest: Guest) -> None:
    guest.expected = REFUSED
    guest.sign_in(CLERK)
    ask(guest, OWN)
    assert guest.page.url.endswith(f"/kasus/{OWN}/")
    ask(guest, name.lower())
    expect(guest.page.locator("#people")).to_be_visible()
    assert guest.page.locator(f"a[href='/kasus/{OWN}/']").count()
    ask(guest, "dihormati suami")
    assert guest.page.locator("mark").count() >= 2
    assert {text.casefold() for text in guest.page.locator("mark").all_inner_texts()} >= {"suami"}
    assert WAITING in guest.page.inner_text("main")
    assert guest.page.url.endswith("/cari/")
    assert "hormat" not in guest.page.title()
    ask(guest, "zamrudqoriah")
    assert "Tidak ada yang ditemukan" in guest.page.inner_text("main")


def test_what_is_hidden_is_neither_found_nor_counted(clerk: Visitor) -> None:
    page = clerk.post("/cari/", wanted="hormat").text
    assert f"/kasus/{OWN}/" in page
    assert OTHER not in page
    hidden, missing = (clerk.post("/cari/", wanted=number) for number in (OTHER, MISSING))
    assert hidden.status == missing.status == 404
    assert OTHER not in hidden.text.replace(f'value="{OTHER}"', "")


def test_filters_and_pages_go_with_the_form_alone(clerk: Visitor) -> None:
    assert clerk.post("/cari/", wanted="hormat", year="1999").status == 404
    assert clerk.post("/cari/", wanted="hormat", state="selesai").status == 404
    assert clerk.post("/cari/", wanted="hormat", state="x' OR 1=1", channel="<b>", year="-1").status == 200
    assert clerk.post("/cari/", wanted="hormat", before="1").status == 404
    assert clerk.post("/cari/", wanted="hormat", before="9" * 40).status == 200
    assert clerk.get("/cari/?wanted=hormat").text.count("<mark>") == 0


def test_what_is_typed_is_shown_as_words_and_not_kept(clerk: Visitor, door: Door) -> None:
    page = clerk.post("/cari/", wanted='<script>zamrud</script>" onfocus=x').text
    assert "<script>zamrud" not in page
    assert "zamrud" not in clerk.get("/cari/").text
    assert not [
        row for row in door.rows("SELECT verb, subject FROM records_accessrow") if "zamrud" in str(row)
    ]
    assert b"zamrud" not in door.output.read_bytes()


def test_the_archivist_looks_up_numbers_alone(name: str, door: Door) -> None:
    archivist = entered(door, ARCHIVIST)
    assert "Nomor kasus, register" in archivist.get("/cari/").text
    assert archivist.post("/cari/", wanted="hormat").status == 404
    assert archivist.post("/cari/", wanted=OWN).leads_to == f"/kasus/{OWN}/"
    assert entered(door, OFFICER).post("/cari/", wanted="hormat").status == 200
