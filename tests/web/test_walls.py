"""What comes from elsewhere: foreign forms, strange names of the machine, odd methods, too much; and what every answer says."""

import http.client
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pipeline.web.bodies import FILES_MOST, FORMS_MOST, UPLOAD
from tests.office.bureau import ADMIN, CHECKOUT, CLERK, Bureau
from tests.waiting import PATIENCE, held_in
from tests.web.door import Door, served
from tests.web.furnished import MISSING, OWN, WAITING
from tests.web.visitor import FORM, SESSION, Answer, Visitor, entered, token_in

CASE = f"/kasus/{OWN}/"
POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'none'",
    "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
}  # fmt: skip
LARGE = 3 * 1024 * 1024
AT_ONCE = 2
"""Requests whose files the page takes at a time (:mod:`pipeline.web.pages.upload`)."""


@pytest.fixture(scope="module")
def clerk(door: Door) -> Visitor:
    """A clerk who is signed in."""
    return entered(door, CLERK)


def guarded(answer: Answer) -> None:
    """Check what every answer says."""
    headers = answer.headers
    assert {part.strip() for part in headers["Content-Security-Policy"].split(";")} == POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    kind = headers.get("Content-Type", "")
    assert "charset=utf-8" in kind or not kind.startswith("text/")
    assert not re.search(r"\d", headers.get("Server", "")), "no version"
    assert "Traceback" not in answer.body.decode("latin-1")


def test_every_answer_bears_the_headers(door: Door, clerk: Visitor) -> None:
    visitor = Visitor(door)
    answers = {
        "page": clerk.get("/"),
        "case": clerk.get(CASE),
        "picture": clerk.get(f"/surat/{WAITING}/halaman-1.png"),
        "sign-in": visitor.get("/masuk/"),
        "led on": visitor.get("/"),
        "no such page": visitor.get("/tidak-ada/"),
        "no such case": clerk.get(f"/kasus/{MISSING}/"),
        "no such method": clerk.send("PUT", "/", b"x", {"X-CSRFToken": clerk.token}),
        "no token": clerk.send("POST", "/cari/", b"number=1", {"Content-Type": FORM}),
        "bad name": clerk.send("GET", "/", headers={"Host": "jahat.example"}),
        "too large": clerk.send("POST", "/cari/", b"x", {"Content-Type": FORM, "Content-Length": str(LARGE)}),
        "bad form": clerk.send("POST", "/cari/", b"x", {"Content-Type": "multipart/form-data"}),
    }
    for answer in answers.values():
        guarded(answer)
    statuses = {name: answer.status for name, answer in answers.items()}
    assert statuses == {
        "page": 200, "case": 200, "picture": 200, "sign-in": 200, "led on": 302, "no such page": 404,
        "no such case": 404, "no such method": 405, "no token": 403, "bad name": 400, "too large": 413, "bad form": 400,
    }  # fmt: skip


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(door: Door) -> None:
    visitor = Visitor(door)
    visitor.get("/masuk/")
    lines = visitor.sign_in(CLERK).headers.get_all("Set-Cookie") or []
    assert len(lines) == 2
    assert all(
        "HttpOnly" in cookie
        and "Secure" in cookie
        and re.search("SameSite=(Lax|Strict)", cookie)
        and "Path=/" in cookie
        for cookie in lines
    )
    session = next(line for line in lines if line.startswith(f"{SESSION}="))
    assert "expires" not in session.lower(), "ends with the browser"


@pytest.mark.parametrize("path", ["/masuk/", "/keluar/", "/bahasa/", "/cari/", CASE, f"/surat/{WAITING}/"])
def test_a_form_of_elsewhere_does_nothing(door: Door, clerk: Visitor, path: str) -> None:
    token = token_in(clerk.get("/cari/").text)
    body = f"csrfmiddlewaretoken={token}".encode()
    sent = [
        clerk.send("POST", path, b"", {"Content-Type": FORM}),
        clerk.send("POST", path, b"csrfmiddlewaretoken=" + b"a" * 64, {"Content-Type": FORM}),
        clerk.send("POST", path, body, {"Content-Type": FORM, "Origin": "http://jahat.example"}),
        clerk.send("POST", path, body, {"Content-Type": FORM, "Origin": "null"}),
        clerk.send("POST", path, body, {"Content-Type": FORM, "Origin": f"{door.address}0"}),
    ]
    assert [answer.status for answer in sent] == [403] * 5
    assert clerk.get("/").status == 200


@pytest.mark.parametrize(
    "name", ["jahat.example", "127.0.0.1.jahat.example", "localhost:80@jahat", "a b", ""]
)
def test_another_name_of_the_machine_is_refused(clerk: Visitor, name: str) -> None:
    answer = clerk.send("GET", "/", headers={"Host": name})
    assert answer.status == 400
    assert "jahat" not in answer.text


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Host", "X-Original-URL", "X-Rewrite-URL"])
def test_what_a_header_claims_counts_for_nothing(door: Door, clerk: Visitor, header: str) -> None:
    answer = clerk.send("GET", "/keluar/", headers={header: "jahat.example"})
    assert answer.status == 405
    assert "jahat" not in Visitor(door).send("GET", "/", headers={header: "/cari/"}).leads_to


@pytest.mark.parametrize(
    "away", ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:1"]
)
def test_nobody_is_led_elsewhere(door: Door, away: str) -> None:
    for name in ("next", "url", "redirect", "kembali"):
        visitor = Visitor(door)
        assert visitor.send("GET", f"/?{name}={away.replace(chr(92), '%5C')}").leads_to == "/masuk/"
        led = visitor.post("/bahasa/", headers={"Referer": f"{door.address}/masuk/"}, **{name: away}).leads_to
        assert led.startswith("/")
        assert not led.startswith(("//", "/\\"))


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "OPTIONS", "PATCH", "DELETE", "PROPFIND", "GETT"])
def test_odd_methods_are_refused(clerk: Visitor, method: str) -> None:
    answer = clerk.send(method, "/" if method != "CONNECT" else "/cari/", headers={"X-Geheim": "gema"})
    assert answer.status in (400, 403, 405)
    assert "gema" not in answer.text


@pytest.mark.parametrize(
    "name",
    ["../../office.toml", "..%2F..%2Foffice.toml", "%2e%2e%2f%2e%2e%2foffice.toml", "..%5C..%5Coffice.toml", "%00", "%FF",
     "surat-masuk-1.pdf%00.png", "....//....//office.toml", "a%0d%0aX-Jahat:%201", "/etc/passwd"],
)  # fmt: skip
def test_the_name_of_a_document_leads_nowhere_else(clerk: Visitor, name: str) -> None:
    answer = clerk.get(f"/kasus/{OWN}/dokumen/{name}/halaman-1.png")
    assert answer.status in (400, 404)
    assert "X-Jahat" not in answer.headers
    assert b"[web]" not in answer.body
    assert b"root:" not in answer.body


@pytest.mark.parametrize(
    "path", ["/static/../office.toml", "/static/%2e%2e/words.py", "/static/..%2f..%2fwords.py", "/static/"]
)
def test_beside_the_style_sheets_lies_nothing_else(clerk: Visitor, path: str) -> None:
    assert clerk.get(path).status in (400, 404)


def test_style_sheets_are_nothing_but_that(clerk: Visitor) -> None:
    for name, kind in {
        "rangkap.css": "text/css",
        "rangkap.js": "text/javascript",
        "mark.svg": "image/svg+xml",
    }.items():
        answer = clerk.get(f"/static/{name}")
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith(kind)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("declared", [10**9, 10**15])
def test_a_huge_body_is_refused_before_it_is_read(door: Door, clerk: Visitor, declared: int) -> None:
    with door.line() as held:
        head = f"POST /cari/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {declared}\r\nContent-Type: {FORM}\r\n\r\nnumber="
        held.sendall(head.encode())
        came = http.client.HTTPResponse(held)
        came.begin()
        assert came.status == 413


def test_a_file_in_a_form_is_written_nowhere(door: Door, clerk: Visitor) -> None:
    edge = "garis"
    body = (
        f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{clerk.token}\r\n'
        f'--{edge}\r\nContent-Disposition: form-data; name="number"; filename="../../x.pdf"\r\n\r\n{"x" * 1_900_000}\r\n'
        f"--{edge}--\r\n"
    ).encode()
    answer = clerk.send("POST", "/cari/", body, {"Content-Type": f"multipart/form-data; boundary={edge}"})
    assert answer.status == 200
    assert not list(door.home.rglob("x.pdf"))


def test_what_broke_is_not_told(door: Door, clerk: Visitor) -> None:
    door.change("ALTER TABLE records_arrivalrow RENAME TO qanariwati")
    try:
        answer = clerk.get("/")
    finally:
        door.change("ALTER TABLE qanariwati RENAME TO records_arrivalrow")
    assert answer.status == 500
    guarded(answer)
    assert "Terjadi gangguan" in answer.text
    for word in ("arrival", "sqlite", "Error", "django", "pipeline", str(door.home)):
        assert word not in answer.text
    assert clerk.get("/").status == 200
    kept = (door.home / "var" / "logs" / "errors.log").read_text("utf-8")
    assert {"web OperationalError", "web ProgrammingError"} & set(re.findall(r"web \w+", kept))
    assert "records_arrival" not in kept, "the words of an error are not written"
    assert "OperationalError" not in door.output.read_text("utf-8")
    assert "ProgrammingError" not in door.output.read_text("utf-8")


def test_what_somebody_may_not_do_is_written_down(door: Door) -> None:
    admin = entered(door, ADMIN)
    assert admin.get(CASE).status == 403
    rows = door.rows("SELECT account, subject FROM records_accessrow WHERE verb = 'right_refused'")
    assert (ADMIN, f"case {OWN}") in rows
    typed = "Orang%20Tertentu"
    assert admin.get(f"/kasus/{typed}/tugas/").status == 403
    rows = door.rows("SELECT account, subject FROM records_accessrow WHERE verb = 'right_refused'")
    assert (ADMIN, "assign") in rows
    assert not [row for row in rows if "Tertentu" in row[1]], "what was typed stands nowhere"


SIGNS_IN = (
    b"POST /masuk/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 1000\r\n\r\na"
)


def a_file_of(clerk: Visitor) -> bytes:
    """Return the beginning of a request that hands in a file."""
    page = clerk.get(UPLOAD).text
    cookies = "; ".join(f"{name}={value}" for name, value in clerk.cookies.items())
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    body = part.format("csrfmiddlewaretoken", "") + token_in(page) + "\r\n"
    body += part.format("files", '; filename="surat.pdf"\r\nContent-Type: application/pdf') + "%PDF-1.7 "
    return (
        f"POST {UPLOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\nX-CSRFToken: {token_in(page)}\r\n"
        f"Referer: https://127.0.0.1{UPLOAD}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000\r\n\r\n{body}"
    ).encode()


def test_while_bodies_and_files_are_waited_for_somebody_else_is_answered(web_office: Bureau) -> None:
    with served(web_office.home, "tests.web.patient", PYTHONPATH=str(CHECKOUT)) as door:
        file = a_file_of(entered(door, CLERK))
        for head, most, waited in ((SIGNS_IN, FORMS_MOST, FORMS_MOST), (file, FILES_MOST, AT_ONCE)):
            with begun(door, head, most + 2) as idle:
                waiting = list(idle)
                while len(waiting) > waited:
                    waiting = [line for line in waiting if not is_told(line)]
                assert Visitor(door).get("/masuk/").status == 200
                assert not any(map(is_told, waiting))
                answers = [line.recv(200) for line in idle if line not in waiting]
                assert all(came.startswith(b"TTP/1.1 503 ") for came in answers), "the first byte was taken"
                assert sum(b"text/plain" in came for came in answers) == 2


def test_bodies_that_never_come_are_over(door: Door) -> None:
    with begun(door, SIGNS_IN, FORMS_MOST + 6) as idle:
        statuses = [came.split(b" ")[1] for came in answers_of(idle)]
        assert (statuses.count(b"408"), statuses.count(b"503")) == (FORMS_MOST, 6)
        assert Visitor(door).get("/masuk/").status == 200, "who was told and stays keeps nobody waiting"
    assert entered(door, CLERK).get("/").status == 200


def test_files_that_never_come_are_over_and_leave_nothing(door: Door) -> None:
    head, before = a_file_of(entered(door, CLERK)), sorted((door.home / "inbox").rglob("*"))
    with begun(door, head, FILES_MOST + 2) as idle:
        answers = answers_of(idle)
        assert not [came for came in answers if b" 200 " in came or b" 302 " in came]
        assert sum(b" 503 " in came and b"text/plain" in came for came in answers) == 2, answers
        assert Visitor(door).get("/masuk/").status == 200
    assert sorted((door.home / "inbox").rglob("*")) == before
    assert not [path for path, data in held_in(door.home / "var") if data == b"%PDF-1.7 "]


@contextmanager
def begun(door: Door, head: bytes, count: int) -> Iterator[list[socket.socket]]:
    """Begin requests whose rest never comes."""
    idle = [door.line(5) for _ in range(count)]
    try:
        for line in idle:
            line.settimeout(PATIENCE)
            line.sendall(head)
        yield idle
    finally:
        for line in idle:
            line.close()


def answers_of(idle: list[socket.socket]) -> list[bytes]:
    """Return the head of the answer that each got."""
    return [line.recv(200) for line in idle]


def is_told(line: socket.socket) -> bool:
    """Tell whether anything was answered yet; takes the first byte of it."""
    line.settimeout(0)
    try:
        line.recv(1)
    except (BlockingIOError, ssl.SSLWantReadError):
        return False
    except OSError:  # closed without a word
        return True
    finally:
        line.settimeout(PATIENCE)
    return True
