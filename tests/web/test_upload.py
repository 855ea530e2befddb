"""Files are handed in at a page: whole or not at all, whatever is sent, by whom, and under which name."""

import os
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from pipeline.web.body_limit import FILES, LARGEST
from tests.office.bureau import CLERK, OFFICER, Bureau
from tests.waiting import wait_for
from tests.web.door import Door, served
from tests.web.furnished import WAITING
from tests.web.guest import opened
from tests.web.visitor import Answer, Visitor, entered

BOUNDARY = "batas-berkas"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
MB = 1 << 20
LIMIT = 2
"""Megabytes of the largest file in this office."""
PAGE = "/surat-baru/"
HOSTILE = "Siti <img src=x onerror=alert(1)> \u202e.tmp"


@pytest.fixture(scope="module")
def door(web_office: Bureau) -> Iterator[Door]:
    """The web door of an office that takes small files; a kill left something of another."""
    web_office.change("# batas_mb = 200", f"batas_mb = {LIMIT}")
    left = web_office.settings.var / "unggahan"
    left.mkdir(mode=0o700)
    (left / "0011.part").write_bytes(b"%PDF-")
    with served(web_office.home) as door:
        assert not list(left.iterdir()), "what a kill left is swept at the start"
        yield door


@pytest.fixture
def clerk(door: Door) -> Iterator[Visitor]:
    """A clerk; afterwards the inbox is empty again."""
    yield entered(door, CLERK)
    assert coming(door) == []
    for name in in_inbox(door):
        name.unlink()


def pdf(size: int = 400, mark: str = "") -> bytes:
    return b"%PDF-1.7\n" + mark.encode() + os.urandom(8) + b"x" * size


def form(token: str, *files: tuple[str, bytes], folder: str = "") -> bytes:
    """Return what a browser sends for these files."""
    body = b""
    for name, value in (("csrfmiddlewaretoken", token), ("folder", folder)):
        body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    for name, data in files:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        body += head.encode() + b"Content-Type: application/pdf\r\n\r\n" + data + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def hand_in(visitor: Visitor, *files: tuple[str, bytes], folder: str = "") -> Answer:
    return visitor.send("POST", PAGE, form(visitor.token, *files, folder=folder), {"Content-Type": MULTIPART})


def in_inbox(door: Door) -> list[Path]:
    return sorted(path for path in (door.home / "inbox").rglob("*") if path.is_file() and path.name[0] != ".")


def names(door: Door) -> list[str]:
    return [name.name for name in in_inbox(door)]


def coming(door: Door) -> list[str]:
    return [path.name for path in (door.home / "var" / "unggahan").iterdir()]


def begun(visitor: Visitor, size: int, sent: int) -> socket.socket:
    """Begin to send a file of ``size`` bytes, of which so many come."""
    line, _rest = half_sent(visitor, form(visitor.token, ("putus.pdf", pdf(size))), sent)
    return line


def half_sent(visitor: Visitor, body: bytes, sent: int) -> tuple[ssl.SSLSocket, bytes]:
    """Send so many bytes of a form, and return the line with what has not gone."""
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    head = f"POST {PAGE} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {MULTIPART}\r\nContent-Length: {len(body)}\r\n"
    head += f"Referer: https://127.0.0.1{PAGE}\r\nCookie: {cookies}\r\n\r\n"
    line = visitor.door.line()
    line.sendall(head.encode() + body[:sent])
    return line, body[sent:]


def eventually(met: object) -> None:
    assert callable(met)
    wait_for(met, pause=0.05)


def test_several_files_of_one_name_come_whole_and_under_two(door: Door, clerk: Visitor) -> None:
    first, second = pdf(MB), pdf(10)
    answer = hand_in(clerk, ("surat.pdf", first), ("surat.pdf", second))
    assert answer.status == 200
    assert answer.text.count("menunggu nomor agenda") == 2
    assert names(door) == ["surat-2.pdf", "surat.pdf"]
    assert {name.read_bytes() for name in in_inbox(door)} == {first, second}


def test_a_name_is_words_and_never_a_path_or_a_tag(door: Door, clerk: Visitor) -> None:
    answer = hand_in(clerk, (HOSTILE, pdf()), ("../../var/rangkap.db", pdf()), (".rangkap-inbox", pdf()))
    assert answer.status == 200
    assert "<img src=x" not in answer.text
    assert "&lt;img src=x" in answer.text
    assert "\u202e" not in answer.text
    assert names(door) == ["berkas-Siti_img_src_x_onerror_alert(1)_tmp", "rangkap-inbox", "rangkap.db"]
    assert "Siti" not in door.output.read_text("utf-8")


def test_what_is_refused_is_told_and_the_others_go_on(door: Door, clerk: Visitor) -> None:
    answer = hand_in(
        clerk, ("besar.pdf", pdf(LIMIT * MB)), ("kosong.pdf", b""), ("program.exe", b"MZ" + b"\0" * 90), ("baik.pdf", pdf()),
        folder="rujukan",
    )  # fmt: skip
    assert answer.status == 200
    assert "lebih besar dari batas 2 MB" in answer.text
    assert "kosong (0 b" in answer.text
    assert "bukan PDF" in answer.text
    assert [str(name.relative_to(door.home / "inbox")) for name in in_inbox(door)] in (
        ["baik.pdf"],
        ["rujukan/baik.pdf"],
    )


def test_all_refused_is_no_success_and_nothing_chosen_is_said(door: Door, clerk: Visitor) -> None:
    assert hand_in(clerk, ("kosong.pdf", b"")).status == 409
    nothing = hand_in(clerk)
    assert nothing.status == 400
    assert "Tidak ada berkas yang dipilih" in nothing.text
    assert names(door) == []


def test_what_is_here_already_says_under_which_number(door: Door, clerk: Visitor) -> None:
    rows = (door.home / "var" / "arrivals").glob("*/baris.json")
    (row,) = (path for path in rows if WAITING in path.read_text("utf-8"))
    answer = hand_in(clerk, ("lagi.pdf", (row.parent / "original").read_bytes()))
    assert f"Sudah pernah masuk sebagai {WAITING}" in answer.text


def test_without_the_token_of_the_page_nothing_is_taken(door: Door, clerk: Visitor) -> None:
    answer = clerk.send("POST", PAGE, form("x" * 64, ("surat.pdf", pdf())), {"Content-Type": MULTIPART})
    assert answer.status == 403
    assert names(door) == []


def test_nobody_else_hands_anything_in(door: Door, clerk: Visitor) -> None:
    stranger = Visitor(door)
    assert hand_in(stranger, ("surat.pdf", pdf())).leads_to == "/masuk/"
    officer = entered(door, OFFICER)
    assert hand_in(officer, ("surat.pdf", pdf())).status == 403
    assert officer.get(PAGE).status == 403
    assert names(door) == []


def test_a_line_that_breaks_leaves_nothing(door: Door, clerk: Visitor) -> None:
    line = begun(clerk, MB, MB // 2)
    eventually(lambda: coming(door))
    line.close()
    eventually(lambda: not coming(door))
    assert names(door) == []


def test_two_who_dawdle_leave_the_pages_to_the_others(door: Door, clerk: Visitor) -> None:
    lines = [begun(clerk, MB, MB // 2) for _ in range(2)]
    eventually(lambda: len(coming(door)) == 2)
    answer = hand_in(clerk, ("surat.pdf", pdf()))
    assert answer.status == 503
    assert "tunggu sebentar" in answer.text.casefold()
    assert clerk.get("/").status == 200
    for line in lines:
        line.close()
    eventually(lambda: not coming(door))


def test_a_body_beyond_all_files_is_not_read(door: Door, clerk: Visitor) -> None:
    line = begun(clerk, FILES * LIMIT * MB + LARGEST, 100)
    line.settimeout(20)
    assert b" 413 " in line.recv(200)
    line.close()
    assert clerk.send("POST", "/cari/", b"x", {"Content-Length": str(LARGEST + 1)}).status == 413


def test_the_state_of_a_file_is_asked_without_its_name_in_the_address(door: Door, clerk: Visitor) -> None:
    asked = {"digest": "0" * 64, "name": "../../etc/passwd", "since": "0" * 10, "shown": HOSTILE}
    assert clerk.post(f"{PAGE}keadaan/?poll", **asked).status == 204
    assert entered(door, OFFICER).post(f"{PAGE}keadaan/?poll", **asked).status == 403


def test_by_the_form_alone_where_no_script_runs(
    door: Door, clerk: Visitor, chromium: Browser, tmp_path: Path
) -> None:
    paper = tmp_path / "surat.pdf"
    paper.write_bytes(pdf())
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{door.address}/masuk/")
    page.fill("#account", CLERK)
    page.fill("#word", "kuda lumping sore hari")
    page.click("main button")
    page.goto(f"{door.address}{PAGE}")
    page.set_input_files("#files", [str(paper)])
    page.click("#upload > p button")
    assert "menunggu nomor agenda" in page.inner_text("#rows")
    assert names(door) == ["surat.pdf"]
    context.close()


def test_files_are_chosen_and_dropped_each_with_its_progress(
    door: Door, clerk: Visitor, chromium: Browser, tmp_path: Path
) -> None:
    papers = [tmp_path / f"surat-{at}.pdf" for at in (1, 2)]
    for paper in papers:
        paper.write_bytes(pdf(MB))
    with opened(chromium, door) as guest:
        guest.sign_in(CLERK)
        guest.go(PAGE)
        with guest.page.expect_file_chooser() as chooser:
            guest.page.click("#files")
        chooser.value.set_files([str(paper) for paper in papers])
        guest.page.keyboard.press("Tab")
        guest.page.click("#upload > p button")
        expect(guest.page.locator("#rows .badge")).to_have_count(2)
        drop = guest.page.evaluate_handle(
            """() => { const held = new DataTransfer();
            held.items.add(new File(['%PDF-1.7\\n' + 'a'.repeat(5000)], 'jatuh.pdf'));
            held.items.add(new File([], 'kosong.pdf'));
            held.items.add(new File(['x'.repeat(3 * 1024 * 1024)], 'besar.pdf'));
            return held; }"""
        )
        guest.page.dispatch_event(".drop", "drop", {"dataTransfer": drop})
        expect(guest.page.locator("#rows .badge")).to_have_count(3)
        text = guest.page.inner_text("#rows")
    assert "kosong (0 byte)" in text
    assert "Lebih besar dari 2 MB" in text
    assert names(door) == ["jatuh.pdf", "surat-1.pdf", "surat-2.pdf"]


def test_a_line_that_breaks_offers_to_send_again(
    door: Door, clerk: Visitor, chromium: Browser, tmp_path: Path
) -> None:
    paper = tmp_path / "surat.pdf"
    paper.write_bytes(pdf())
    with opened(chromium, door) as guest:
        guest.expected = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED")
        guest.sign_in(CLERK)
        guest.go(PAGE)
        guest.page.route(f"**{PAGE}", lambda route: route.abort())
        guest.page.set_input_files("#files", [str(paper)])
        guest.page.click("#upload > p button")
        guest.page.wait_for_selector("#rows .trouble")
        assert "terputus" in guest.page.inner_text("#rows")
        guest.page.unroute(f"**{PAGE}")
        guest.page.click("#rows button")
        guest.page.wait_for_selector("#rows .badge")
    assert names(door) == ["surat.pdf"]
