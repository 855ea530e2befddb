"""Names, letters, file names and typed answers made to be run are shown as words, on every page that shows them."""

import io
from collections.abc import Iterator

import pytest
from reportlab.pdfgen.canvas import Canvas

from demo.answers import registration
from demo.scans import sample_text
from pipeline.office.cases import register
from pipeline.office.engine.perform import perform
from pipeline.records import boot
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.web.door import Door, give_words, served
from tests.web.furnished import take_in
from tests.web.guest import Guest

SCRIPT, IMAGE = "<script>alert('qa')</script>", "\"><img src=x onerror=alert('qa')>"
BRACES, TURNED = "{{ 7|add:7 }}{% now 'Y' %}${7*7}", "Ra\u202ehma\u2066t"
EVIL = f"{SCRIPT}{IMAGE}"
INJECTED = "document.querySelectorAll('main script, main img:not([alt]), main [onerror], main iframe').length"
NUMBER, LETTER = "2026-0003", "A-2026-0005"
_FILE = '\u202e"><img src=x onerror=alert(1)>{{ 7*7 }}<script>alert(1)<!--.pdf'


def letter() -> bytes:
    """Return a letter in which the sender's name is made to be run."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    text = sample_text(WIFE).replace("Rusmini Talahu", f"{SCRIPT} {BRACES}").replace("Darsono", IMAGE)
    for at, line in enumerate(text.splitlines()):
        canvas.drawString(60, 800 - 14 * at, line)
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The door of an office with such a case, and such a letter that waits under such a name."""
    hostile = {name: f"{name} {EVIL} {BRACES} {TURNED}" for name in ("sender", "summary",
               "subject", "requests", "safe_contact_hours")}  # fmt: skip
    arrival = take_in(web_office, letter())
    answers = registration(WIFE) | hostile | {register.NOT_A_DUPLICATE: True}
    perform(register.register_arrival, web_office.session(CLERK), arrival.id, answers)
    web_office.drop(letter() + b"%", _FILE)
    web_office.receive()
    give_words(web_office)
    boot.close()
    with served(web_office.home) as door:
        yield door


@pytest.mark.parametrize("account", [CLERK, OFFICER, CHAIR, ARCHIVIST])
def test_what_is_made_to_be_run_is_shown(guest: Guest, account: str) -> None:
    page = guest.page
    guest.expected = ("status of 404", "status of 403", "status of 409", "status of 400")
    guest.sign_in(account)
    assert page.evaluate(INJECTED) == 0
    assert account != CLERK or "onerror" in page.inner_text("main"), "the file name"
    for path in (
        f"/kasus/{NUMBER}/",
        f"/kasus/{NUMBER}/tindakan/study-language/",
        f"/surat/{LETTER}/",
        f"/kasus/{EVIL}/",
    ):
        guest.go(path.replace("</script>", "%3C%2Fscript%3E"))
        assert page.evaluate(INJECTED) == 0, path
    guest.go(f"/kasus/{NUMBER}/")
    page.fill("#reason", f"Memeriksa {EVIL} {BRACES}")
    with page.expect_navigation():
        page.click("form:has(#reason) button")
    text = page.inner_text("main")
    assert page.evaluate(INJECTED) == 0
    assert SCRIPT in text
    assert "onerror=alert" in text
    assert "{{ 7|add:7 }}" in text
    assert "\u202e" not in text
    assert "\u2066" not in text
    guest.go("/cari/")
    page.fill("#wanted", f"{EVIL} {BRACES}")
    page.click("main button")
    assert page.evaluate(INJECTED) == 0
    assert page.input_value("#wanted") == f"{EVIL} {BRACES}"


def test_what_was_typed_stands_in_the_form_again_as_it_was(guest: Guest) -> None:
    page = guest.page
    guest.expected = ("status of 409", "status of 400")
    guest.sign_in(CLERK)
    guest.go(f"/surat/{LETTER}/")
    page.fill("#victim_name", f"{EVIL} {BRACES}")
    with page.expect_navigation():
        page.press("#victim_name", "Alt+Shift+KeyS")
    assert page.evaluate(INJECTED) == 0
    assert page.input_value("#victim_name") == f"{EVIL} {BRACES}"
