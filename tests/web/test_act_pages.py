"""Pages of single acts: no forbidden way of contact, the letter beside its verification, forms that fit the case and know it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from pipeline.cases.fields.informing import HAPPENED
from pipeline.kernel import clock
from pipeline.records import boot, cases
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, Bureau
from tests.office.stages import FIRST
from tests.web.conftest import OfficeAt
from tests.web.door import Door, give_words, served
from tests.web.filed import made, said_after, version_on
from tests.web.guest import Guest
from tests.web.test_axe import violations
from tests.web.visitor import Visitor, entered

BY_LETTER, TO_VET, STOPPED = "2026-0003", "2026-0004", "2026-0005"
NUMBER = "081200007777"
_OPTION = re.compile(r'<option value="([^"]*)"')


@pytest.fixture(scope="module")
def acts(office_at: OfficeAt) -> Bureau:
    """An office with a filed answer, one who may be written to only, one to be verified, one who wants no contact."""
    office = office_at("filed")
    contact = {
        "safe_contact_way": "surat", "safe_contact_address": "Gang Kenanga 2 No. 9", "safe_contact_phone": NUMBER,
        "safe_contact_name": "Yuniarti Talahu", "safe_contact_confirmed": True,
    }  # fmt: skip
    for more in ({}, {}, {"victim_wish": "tidak ingin dihubungi lagi"}):
        case = office.register(WIFE)
        with boot.transact():
            cases.change(
                case, replace(case, values={**case.values, **contact, **more}, version=case.version + 1)
            )
    give_words(office)
    return office


@pytest.fixture(scope="module")
def door(acts: Bureau) -> Iterator[Door]:
    """The web door of that office."""
    with served(acts.home) as door:
        yield door


@pytest.fixture(scope="module")
def clerk(door: Door) -> Visitor:
    """The clerk, signed in."""
    return entered(door, CLERK)


def offered(page: str, name: str) -> set[str]:
    """Return what a question of a page offers, the empty answer left out."""
    return set(_OPTION.findall(page.split(f'name="{name}"', 1)[1].split("</select>", maxsplit=1)[0])) - {""}


def test_a_way_that_the_safe_contact_forbids_is_not_offered_and_it_is_said_why(clerk: Visitor) -> None:
    path = f"/kasus/{BY_LETTER}/tindakan/inform-victim/"
    page = clerk.get(path).text
    assert offered(page, "informed_way") == {"surat"} | HAPPENED
    assert "Tidak boleh dipakai: telepon" in page
    assert NUMBER not in page
    refused = clerk.post(
        path, read_version=version_on(page), informed_way="telepon", informed_outcome="tidak diangkat"
    )
    assert refused.status in (400, 409)
    text = clerk.get(f"/kasus/{BY_LETTER}/tindakan/record-clarification/").text
    assert "Tidak boleh dipakai: telepon" in text
    assert NUMBER not in text.split("<form")[0]
    asked = clerk.get(f"/kasus/{BY_LETTER}/tindakan/set-password/").text
    assert "Telepon bukan jalur aman kasus ini" in asked


def test_what_was_done_is_said_after_an_attempt_and_after_she_was_told(clerk: Visitor) -> None:
    path = f"/kasus/{BY_LETTER}/tindakan/inform-victim/"
    tried = made(clerk, path, informed_way="surat", informed_outcome="nomor salah")
    failed = said_after(clerk, tried)
    assert "Korban belum diberi tahu, dan percobaan (surat) dicatat" in failed
    assert "Perbaiki kontak amannya lewat klarifikasi." in failed
    answer = made(
        clerk, path, informed_way="di kantor", informed_outcome="disampaikan", victim_wish="ingin dilanjutkan",
        share_with="tidak kepada siapa pun",
    )  # fmt: skip
    page = said_after(clerk, answer)
    assert "Korban sudah diberi tahu (korban datang ke kantor), dan keinginannya: ingin dilanjutkan." in page
    assert "Percobaan" not in page.split('class="done"')[1].split("</p>")[0]


def test_one_who_wants_no_contact_is_recorded_only_where_it_has_happened(clerk: Visitor) -> None:
    page = clerk.get(f"/kasus/{STOPPED}/tindakan/inform-victim/").text
    assert offered(page, "informed_way") == HAPPENED
    assert "Korban meminta tidak dihubungi lagi." in page
    assert NUMBER not in page


def test_who_verifies_sees_the_letter_beside_what_was_registered(guest: Guest) -> None:
    guest.sign_in(OFFICER)
    guest.expected = ("status of 409",)
    guest.go(f"/kasus/{TO_VET}/periksa/")
    picture = guest.page.locator(".paper img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") > 500
    answers = guest.page.locator("dl.answers")
    expect(answers).to_contain_text("Gang Kenanga 2 No. 9")
    expect(answers).to_contain_text(NUMBER)
    assert "********" not in answers.inner_text()
    assert "?:" not in guest.page.inner_text(".checks")
    assert violations(guest) == []
    guest.page.set_viewport_size({"width": 768, "height": 1024})
    expect(picture).to_be_visible()
    assert violations(guest) == []
    guest.page.get_by_role("button", name="Kembalikan").click()
    expect(guest.page.locator(".trouble")).to_be_visible()
    guest.page.get_by_label("Alasan, jika dikembalikan").fill("Umur tidak sesuai surat.")
    guest.page.get_by_role("button", name="Kembalikan").click()
    expect(guest.page.locator(".done").first).to_contain_text("dikembalikan dengan alasan itu")
    guest.go(f"/kasus/{TO_VET}/periksa/")
    expect(guest.page.locator("main")).to_contain_text("Verifikasi tidak dapat dicabut.")
    guest.page.get_by_role("button", name="Nyatakan terverifikasi").click()
    expect(guest.page.locator(".done").first).to_contain_text("ketua menentukan petugas")
    assert "Batalkan pendaftaran" not in guest.page.locator("main").inner_text()


def test_a_delivery_knows_way_receiver_and_day_and_its_closing_asks_for_no_reason_without_an_answer(
    door: Door, clerk: Visitor
) -> None:
    path = f"/kasus/{FIRST}/tindakan/record-delivery/"
    page = clerk.get(path).text
    today = clock.now().astimezone().strftime("%d-%m-%Y")
    assert re.search(rf'name="delivered_day" value="{today}"', page)
    assert "selected>petugas lembaga" in page
    assert re.search(r'<option value="pos" selected>', page)
    assert "Dikirim kepada:" in page
    officer = entered(door, OFFICER)
    before = officer.get(f"/kasus/{FIRST}/tindakan/close-case/").text
    assert "Surat jawaban belum selesai disampaikan." in before
    assert "Alasan tanpa surat jawaban" not in before
    done = made(
        clerk, path, result="disampaikan", way="pos", delivered_day=today, receiver="petugas lembaga",
        receiver_name="Rina Wulandari", proof="tanda terima",
    )  # fmt: skip
    assert done.status == 302, done.text
    after = officer.get(f"/kasus/{FIRST}/tindakan/close-case/").text
    assert "Surat jawaban sudah disampaikan." in after
    assert "Alasan tanpa surat jawaban" not in after


def test_a_case_without_an_answer_asks_the_chair_for_the_reason(door: Door) -> None:
    page = entered(door, CHAIR).get(f"/kasus/{BY_LETTER}/tindakan/close-case/").text
    assert "Kasus ini belum dijawab dengan surat" in page
    asked = page.split('data-field="outcome_unanswered"')[1].split("</div>")[0]
    assert "hidden" not in asked.split('class="must"')[1].split(">")[0]
