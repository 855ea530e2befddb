"""Moves of cases in work and of closed ones in the browser: crisis, danger, letters added, divided, merged, opened again."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import pytest

from demo.answers import registration
from pipeline.kernel import clock
from pipeline.office.arrivals import danger_later
from pipeline.records import arrivals, boot
from tests.office import victims_letters as letters
from tests.office.bureau import CHAIR, CLERK, OFFICER, WIFE, one_page
from tests.office.ended import _ENDED as ENDED
from tests.office.stages import FIRST, SECOND
from tests.web.conftest import OfficeAt
from tests.web.door import Door, give_words, served
from tests.web.filed import made, said_after, version_on
from tests.web.furnished import take_in
from tests.web.visitor import FORM, Answer, Visitor, entered

THIRD, FOURTH = "2026-0003", "2026-0004"
WAITING = "A-2026-0004"


@pytest.fixture(scope="module")
def door(office_at: OfficeAt) -> Iterator[Door]:
    """The door of an office with three cases: the second in danger, of the first danger words were read later; a letter waits."""
    office = office_at("registered")
    office.register(WIFE, letters.typed())
    take_in(office, one_page("surat susulan"))
    with boot.transact():
        (first, *_) = arrivals.of_case(FIRST)
        danger_later.note(office.session(), clock.now(), first, "bunuh")
    give_words(office)
    with served(office.home) as door:
        yield door


@pytest.fixture(scope="module")
def people(door: Door) -> dict[str, Visitor]:
    """Those who have to do with it, signed in."""
    return {name: entered(door, name) for name in (CLERK, OFFICER, CHAIR)}


def at(case: str, verb: str) -> str:
    """Return the address of a move."""
    return f"/kasus/{case}/tindakan/{verb}/"


def typed(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return prepared answers as a form sends them."""
    form: dict[str, Any] = {}
    for name, answer in answers.items():
        if isinstance(answer, bool):
            form[name] = "ya" if answer else "tidak"
        elif isinstance(answer, list):
            form[name] = answer if name in ("violence", "needs", "services") else "; ".join(map(str, answer))
        else:
            form[name] = str(answer)
    return form


def sent(visitor: Visitor, path: str, answers: Mapping[str, Any]) -> Answer:
    """Send a long form, with lists as a browser sends them."""
    body = urlencode({"csrfmiddlewaretoken": visitor.token, **answers}, doseq=True).encode()
    return visitor.send("POST", path, body, {"Content-Type": FORM})


def test_a_crisis_is_taken_once_and_its_sheet_printed(people: dict[str, Visitor]) -> None:
    officer, clerk = people[OFFICER], people[CLERK]
    late = clerk.get(at(SECOND, "take-crisis")).text
    assert "Belum ada yang mengambil alih" in late
    assert "Anda mengambil alih" in said_after(officer, made(officer, at(SECOND, "take-crisis")))
    second = clerk.post(at(SECOND, "take-crisis"), read_version=version_on(late))
    assert second.status == 409
    assert "Saya mengambil alih" not in second.text
    assert 'class="sheet' in said_after(clerk, made(clerk, at(SECOND, "print-crisis")))
    assert clerk.get(at(FIRST, "take-crisis")).status == 409
    assert "tindakan/declare-crisis/" in clerk.get(f"/kasus/{FIRST}/tindakan/").text
    page = said_after(clerk, made(clerk, at(FIRST, "declare-crisis"), reason="Pelaku datang ke kantor."))
    assert "ditandai pindah ke SOP krisis" in page
    assert "menunggu diambil alih" in officer.get(at(FIRST, "declare-crisis")).text
    assert "Anda mengambil alih" in said_after(officer, made(officer, at(FIRST, "take-crisis")))


def test_danger_words_are_seen_to_once(people: dict[str, Visitor]) -> None:
    clerk = people[CLERK]
    assert "tindakan/acknowledge-danger/" in clerk.get(f"/kasus/{FIRST}/tindakan/").text
    assert "bunuh" in clerk.get(at(FIRST, "acknowledge-danger")).text
    assert "sudah ditangani" in said_after(clerk, made(clerk, at(FIRST, "acknowledge-danger")))
    assert clerk.get(at(FIRST, "acknowledge-danger")).status == 409
    assert "tindakan/acknowledge-danger/" not in clerk.get(f"/kasus/{FIRST}/tindakan/").text


def test_a_letter_that_waits_is_added_beside_its_picture(people: dict[str, Visitor]) -> None:
    clerk = people[CLERK]
    assert people[OFFICER].get(at(FIRST, "add-letter")).status == 403
    path = f"{at(FIRST, 'add-letter')}?tentang={WAITING}"
    page = clerk.get(path).text
    for shown in (page, clerk.get(at(FIRST, "add-letter")).text):  # the only one that waits
        assert f"/surat/{WAITING}/halaman-1.png" in shown
    missing = clerk.post(path, read_version=version_on(page), sender="")
    assert missing.status == 400
    answers = {
        "channel": "surat", "received_day": "24-11-2026", "sender": "SMP Negeri 3", "letter_number": "12/SMP/2026",
        "letter_day": "23-11-2026", "needs_answer": "ya", "summary": "Susulan dari sekolah.", "subject": "Susulan",
    }  # fmt: skip
    names = {name for name in answers if f'name="{name}"' in page}
    answer = clerk.post(path, read_version=version_on(page), **{name: answers[name] for name in names})
    assert f"{WAITING} ditambahkan" in said_after(clerk, answer)
    gone = clerk.get(path)
    assert gone.status in (200, 409)


def test_a_case_is_divided_then_merged_and_parted(people: dict[str, Visitor]) -> None:
    clerk, chair = people[CLERK], people[CHAIR]
    page = clerk.get(at(FIRST, "divide-case")).text
    nothing = sent(
        clerk, at(FIRST, "divide-case"), {"read_version": version_on(page), "reason": "Dua perkara."}
    )
    assert nothing.status == 400
    assert "Dua perkara." in nothing.text
    answers = typed(registration(WIFE)) | {"chosen": ["surat-masuk-1.pdf"], "reason": "Dua perkara."}
    divided = sent(clerk, at(FIRST, "divide-case"), answers | {"read_version": version_on(page)})
    assert f"dibagi dari kasus {FIRST}" in said_after(clerk, divided)
    again = sent(clerk, at(FIRST, "divide-case"), answers | {"read_version": version_on(page)})
    assert again.status == 409
    assert "diubah orang lain" in again.text

    assert people[OFFICER].get(at(FOURTH, "merge-case")).status == 403
    merged = made(chair, at(FOURTH, "merge-case"), into=FIRST, reason="Ternyata satu perkara.")
    assert f"digabung ke {FIRST}" in said_after(chair, merged)
    assert made(chair, at(FOURTH, "unmerge-case"), reason="Ternyata dua.").status == 302
    assert chair.get(at(FOURTH, "unmerge-case")).status == 409


def test_a_closed_case_is_opened_again_with_a_reason(people: dict[str, Visitor]) -> None:
    chair = people[CHAIR]
    assert chair.get(at(THIRD, "reopen-case")).status == 409
    page = chair.get(f"/kasus/{THIRD}/tindakan/close-case/").text
    closed = sent(
        chair, f"/kasus/{THIRD}/tindakan/close-case/", typed(ENDED) | {"read_version": version_on(page)}
    )
    assert closed.status == 302, closed.text
    assert people[OFFICER].get(at(THIRD, "reopen-case")).status == 403
    assert "Buka kembali kasus" not in people[OFFICER].get(f"/kasus/{THIRD}/").text, "nobody waits for it"
    assert made(chair, at(THIRD, "reopen-case"), reason="").status == 400
    assert "dibuka kembali" in said_after(
        chair, made(chair, at(THIRD, "reopen-case"), reason="Pelapor datang lagi.")
    )


def test_what_belongs_to_no_case_has_its_list(people: dict[str, Visitor]) -> None:
    clerk = people[CLERK].get("/tindakan/").text
    assert "/tindakan/enquire/" in clerk
    assert "/tindakan/propose-disposal/" not in clerk
    assert "Nomor surat: 0" in people[CLERK].get("/tindakan/numbers/").text
    script = people[CLERK].get("/tindakan/explain/").text
    assert "Pembuka" in script
    assert 'class="sheet' in said_after(people[CLERK], people[CLERK].post("/tindakan/explain/"))
