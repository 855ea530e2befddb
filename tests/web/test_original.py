"""A document leaves the archive as it was filed: chair and archivist, for a purpose, as an attachment; written down before."""

import json
from collections.abc import Iterator

import pytest

from tests.office.bureau import ARCHIVIST, CHAIR
from tests.office.stages import FIRST
from tests.web.conftest import DoorAt
from tests.web.door import Door
from tests.web.visitor import Visitor, entered

DOCUMENT = "surat-masuk-1.pdf"
PAGE = f"/kasus/{FIRST}/dokumen/{DOCUMENT}/"
GONE_OUT = "select account, subject, detail from records_historyrow where verb = 'original_export'"


@pytest.fixture(scope="module")
def door(door_at: DoorAt) -> Iterator[Door]:
    """The door of an office whose first answer is filed."""
    with door_at("filed") as door:
        yield door


@pytest.fixture(scope="module")
def chair(door: Door) -> Visitor:
    """The chair, who proves herself once."""
    return entered(door, CHAIR)


def _filed(door: Door, name: str) -> bytes:
    return door.held.read(_name(door, name))


def _name(door: Door, name: str) -> str:
    return door.held.only(f"{FIRST}/v*/content/{name}")


def test_the_bytes_that_were_filed_go_out_for_a_purpose(door: Door, chair: Visitor) -> None:
    before = len(door.rows(GONE_OUT))
    for account, form in (
        (CHAIR, {"purpose": "permintaan"}),
        (ARCHIVIST, {"purpose": "lain", "own": "sidang 3 Desember"}),
    ):
        visitor = chair if account == CHAIR else entered(door, account)
        assert "Unduh berkas asli" in visitor.get(PAGE).text
        answer = visitor.post(f"{PAGE}asli/", **form)
        assert (answer.status, answer.body) == (200, _filed(door, DOCUMENT))
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{FIRST}-{DOCUMENT}"'
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    acts = [(who, name, json.loads(detail)["purpose"]) for who, name, detail in door.rows(GONE_OUT)[before:]]
    assert acts == [(CHAIR, DOCUMENT, "permintaan"), (ARCHIVIST, DOCUMENT, "lain: sidang 3 Desember")]
    assert "mengeluarkan berkas asli dari arsip" in chair.post("/catatan-akses/", kind="keluar").text


def test_without_a_purpose_nothing_goes_out_and_the_document_stands_there_again(door: Door) -> None:
    before = door.rows(GONE_OUT)
    for form in ({}, {"purpose": "lain", "own": "ya"}):
        answer = entered(door, ARCHIVIST).post(f"{PAGE}asli/", **form)
        assert answer.status == 400
        assert "Content-Disposition" not in answer.headers
        assert 'class="trouble"' in answer.text
    assert door.rows(GONE_OUT) == before


def test_what_has_no_pages_to_show_goes_out_too(door: Door, chair: Visitor) -> None:
    name = f"surat-{FIRST}-1-r1-konsep.docx"
    assert f"/kasus/{FIRST}/dokumen/{name}/" in chair.get(f"/kasus/{FIRST}/").text
    assert "tidak mempunyai halaman" in chair.get(f"/kasus/{FIRST}/dokumen/{name}/").text
    answer = chair.post(f"/kasus/{FIRST}/dokumen/{name}/asli/", purpose="pemeriksaan")
    assert (answer.status, answer.body) == (200, _filed(door, name))


def test_what_was_changed_does_not_go_out(door: Door, chair: Visitor) -> None:
    before = door.rows(GONE_OUT)
    name = _name(door, DOCUMENT)
    data = door.held.read(name)
    door.held.write(name, data[:-1] + bytes([data[-1] ^ 1]))
    try:
        answer = chair.post(f"{PAGE}asli/", purpose="arsip")
    finally:
        door.held.write(name, data)
    assert answer.status == 500
    assert (
        f"Dokumen Surat masuk 1 (pindaian asli) kasus {FIRST} di arsip tidak ada atau berubah" in answer.text
    )
    assert door.rows(GONE_OUT) == before
