"""Moves of a case beside its steps: each is made in the browser, and refused there in words, with what to do."""

import pytest

from pipeline.settings import load
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, OFFICER, OVERSEER
from tests.office.damage import archive_stuck
from tests.office.stages import FIRST, SECOND
from tests.web.door import Door
from tests.web.filed import made, said_after, version_on
from tests.web.visitor import Visitor, entered

ONE, TWO = f"/kasus/{FIRST}/tindakan/", f"/kasus/{SECOND}/tindakan/"


@pytest.fixture(scope="module")
def door(filed_office: Door) -> Door:
    """The door of an office with a filed and an approved answer."""
    return filed_office


@pytest.fixture(scope="module")
def people(door: Door) -> dict[str, Visitor]:
    """Everybody, signed in."""
    return {name: entered(door, name) for name in (CLERK, OFFICER, CHAIR, ARCHIVIST, OVERSEER)}


def acts(door: Door, verb: str, case: str = FIRST) -> int:
    """Return how often the history of a case holds ``verb``."""
    asked = 'select count(*) from records_historyrow where verb = ? and "case" = ?'
    (row,) = door.rows(asked, verb, case)
    return int(row[0])


def test_a_case_names_its_moves_and_who_may_make_them(people: dict[str, Visitor]) -> None:
    chair, clerk = people[CHAIR].get(TWO).text, people[CLERK].get(TWO).text
    assert "Membatalkan surat" in chair
    assert "Membatalkan surat" not in clerk
    assert "Menambahkan surat masuk" in clerk
    assert people[OVERSEER].get(TWO).status == 403
    assert people[CLERK].get(f"{TWO}void-letter/").status == 403
    assert people[CLERK].get("/kasus/2026-0999/tindakan/place-hold/").status in (403, 404)
    assert people[CHAIR].get(f"{TWO}nothing/").status == 404


def test_no_move_is_offered_that_has_nothing_to_do(people: dict[str, Visitor]) -> None:
    clerk, withdrawing = people[CLERK], "Mencabut kata kunci penelepon"
    page = clerk.get(ONE).text
    for nothing in (withdrawing, "Mencatat kemudian surat yang ditarik"):
        assert nothing not in page
    sheet = clerk.get(f"{ONE}print-sheet/").text
    assert "Lembar disposisi" in sheet
    assert "Lembar verifikasi" not in sheet
    assert "Lembar persetujuan konsep" not in sheet
    assert "Dua kata yang tidak diketahui orang serumah" in clerk.get(f"{ONE}set-password/").text
    assert "disepakati" in said_after(clerk, made(clerk, f"{ONE}set-password/", password="kapal senja"))
    assert withdrawing in clerk.get(ONE).text
    assert "dicabut" in said_after(clerk, made(clerk, f"{ONE}withdraw-password/"))
    assert withdrawing not in clerk.get(ONE).text


def test_a_document_to_choose_says_what_it_is(people: dict[str, Visitor]) -> None:
    label = "Surat masuk 1 (pindaian asli)"
    assert 'value="surat-masuk-1.pdf"' in people[ARCHIVIST].get(f"{ONE}move-document/").text
    assert label in people[ARCHIVIST].get(f"{ONE}move-document/").text
    assert "Formulir pendaftaran</label>" in people[OFFICER].get(f"{ONE}propose-copy/").text


def test_a_hold_is_placed_and_lifted_with_a_reason(door: Door, people: dict[str, Visitor]) -> None:
    page = people[ARCHIVIST].get(f"{ONE}place-hold/").text
    empty = people[ARCHIVIST].post(f"{ONE}place-hold/", read_version=version_on(page), reason="")
    assert empty.status == 400
    assert "Wajib diisi" in empty.text
    done = made(people[ARCHIVIST], f"{ONE}place-hold/", reason="Diminta penyidik.")
    assert "ditangguhkan" in said_after(people[ARCHIVIST], done)
    again = people[CHAIR].get(f"{ONE}place-hold/")
    assert again.status == 409
    assert "rangkap" not in again.text.partition("<main")[2].lower()
    assert people[ARCHIVIST].get(f"{ONE}lift-hold/").status == 403
    lifted = made(people[CHAIR], f"{ONE}lift-hold/", reason="Penyidikan selesai.")
    assert "dicabut" in said_after(people[CHAIR], lifted)
    assert acts(door, "hold") == acts(door, "hold_lift") == 1


def test_a_password_is_agreed_on_and_an_enquiry_hears_one_sentence(people: dict[str, Visitor]) -> None:
    clerk = people[CLERK]
    weak = made(clerk, f"{ONE}set-password/", password="satu")
    assert weak.status == 409
    assert "disepakati" in said_after(
        clerk, made(clerk, f"{ONE}set-password/", password="melati hujan kapal")
    )
    answer = clerk.post("/tindakan/enquire/", number=FIRST, password="melati hujan kapal").text
    nothing = clerk.post("/tindakan/enquire/", number=FIRST, password="bukan itu sandinya").text
    unknown = clerk.post("/tindakan/enquire/", number="2026-0999", password="bukan itu sandinya").text
    assert aloud(nothing) == aloud(unknown) != aloud(answer)
    assert "melati" not in answer
    assert "dicabut" in said_after(clerk, made(clerk, f"{ONE}withdraw-password/"))


def aloud(page: str) -> str:
    """Return the sentence to read aloud."""
    return page.partition('class="aloud"')[2].partition("</p>")[0]


def test_a_transcript_is_filed_beside_the_scan(door: Door, people: dict[str, Visitor]) -> None:
    page = people[OFFICER].get(f"{ONE}transcribe-document/").text
    assert "halaman-1.png" in page
    done = made(
        people[OFFICER],
        f"{ONE}transcribe-document/",
        typed="Dengan hormat,\nsaya mohon bantuan [tidak terbaca].",
    )
    assert "1 tempat yang tidak terbaca" in said_after(people[OFFICER], done)
    file = door.held.only("surat-masuk-1-salinan-ketikan*.txt")
    assert "Dengan hormat,\nsaya mohon" in door.held.text(file)


def test_a_request_for_erasure_is_recorded_granted_and_the_restriction_lifted(
    people: dict[str, Visitor],
) -> None:
    asked = {
        "erasure_by": "pelapor", "erasure_day": "24-11-2026", "erasure_time": "08.00", "erasure_asked": "batasi",
        "erasure_words": "Mohon dibatasi.",
    }  # fmt: skip
    assert "dicatat" in said_after(people[CLERK], made(people[CLERK], f"{ONE}record-erasure/", **asked))
    assert people[CLERK].get(f"{ONE}grant-erasure/").status == 403
    page = people[CHAIR].get(f"{ONE}grant-erasure/").text
    stale = people[CHAIR].post(f"{ONE}grant-erasure/", read_version="0", reason="Beralasan.")
    assert stale.status == 409
    done = people[CHAIR].post(f"{ONE}grant-erasure/", read_version=version_on(page), reason="Beralasan.")
    letter = said_after(people[CHAIR], done)
    assert "dibatasi mulai sekarang" in letter
    assert "Permintaan Saudara dikabulkan" in letter
    assert people[CLERK].get(f"/kasus/{FIRST}/").status == 404
    further = made(people[ARCHIVIST], f"{ONE}record-erasure/", **asked)
    assert further.leads_to == f"/kasus/{FIRST}/", "not to what the chair alone may do"
    assert "dicabut" in said_after(
        people[CHAIR], made(people[CHAIR], f"{ONE}lift-restriction/", reason="Ditarik.")
    )


def test_what_waits_for_the_archive_is_said_to_stand_and_is_not_done_twice(
    door: Door, people: dict[str, Visitor]
) -> None:
    clerk, path = people[CLERK], f"{ONE}record-delivery/"
    tried = {
        "result": "belum berhasil", "way": "pos", "delivered_day": "24-11-2026", "failure": "dikembalikan pos",
    }  # fmt: skip
    version = version_on(clerk.get(path).text)
    with archive_stuck(load(door.home)):
        waits = clerk.post(path, read_version=version, **tried)
    assert waits.status == 409
    assert "sudah tercatat" in waits.text
    assert clerk.post(path, read_version=version_on(waits.text), **tried).status == 409
    assert acts(door, "attempt") == 1


def test_a_document_moves_after_a_look_and_comes_back(people: dict[str, Visitor]) -> None:
    answers = {"chosen": "surat-masuk-1.pdf", "into": SECOND, "reason": "Salah berkas."}
    page = people[CLERK].get(f"{ONE}move-document/").text
    seen = people[CLERK].post(f"{ONE}move-document/", read_version=version_on(page), **answers)
    assert seen.status == 200
    assert "di sana bernama Surat masuk 2 (pindaian asli)" in seen.text
    wrong = people[CLERK].post(
        f"{ONE}move-document/", read_version=version_on(page), looked_over="yang lama", **answers
    )
    assert wrong.status == 409
    assert "berubah sejak Anda melihatnya" in wrong.text
    done = made(people[CLERK], f"{ONE}move-document/", **answers)
    assert f"sekarang ada dalam kasus {SECOND}" in said_after(people[CLERK], done)
    back = made(
        people[CLERK],
        f"{TWO}move-document/",
        chosen="surat-masuk-2.pdf",
        into=FIRST,
        reason="Ternyata benar tadi.",
    )
    assert back.status == 302


def test_a_blocked_account_no_longer_sees_the_case_until_the_chair_lifts_it(
    people: dict[str, Visitor],
) -> None:
    assert people[CLERK].get(f"{TWO}record-conflict/").status == 403
    own = made(people[CLERK], f"{TWO}declare-conflict/", relation="keluarga", reason="Sepupu pelapor.")
    assert own.leads_to == "/"
    assert people[CLERK].get(f"/kasus/{SECOND}/").status == 404
    lifted = made(people[CHAIR], f"{TWO}lift-conflict/", chosen=CLERK, reason="Ternyata bukan kerabat.")
    assert lifted.status == 302
    assert people[CLERK].get(f"/kasus/{SECOND}/").status == 200
