"""The end of the web door: what rests holds it not, what is at hand is answered."""

import http.client
import signal
import ssl
import subprocess
import sys

from tests.office.bureau import CHECKOUT, CLERK
from tests.waiting import PATIENCE, wait_for
from tests.web.conftest import DoorAt
from tests.web.test_upload import MB, form, half_sent, names, pdf
from tests.web.visitor import entered

ENDED = """
import asyncio, sys, threading
from pipeline.web.bodies import Threads

ended = threading.Event()

def pages(environ, start):
    start("200 OK", [("Content-Length", "5")])
    yield b"whole"
    ended.wait()

async def main():
    came = asyncio.Event()

    async def send(message):
        if message.get("body") == b"whole":
            came.set()

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "http_version": "1.1", "headers": []}
    asked = asyncio.ensure_future(threads(scope, None, send))
    await asyncio.wait([asked, asyncio.ensure_future(came.wait())], return_when=asyncio.FIRST_COMPLETED)
    return asked

threads = Threads(pages, workers=1, send_queue_size=0)
loop = asyncio.new_event_loop()
asked = loop.run_until_complete(main())
assert not asked.done(), asked
ended.set()
"""
"""An answer whose reader has all of it, and a loop that ends before the thread says that it is done."""


def test_no_thread_that_says_the_last_word_waits_for_a_loop_that_ended() -> None:
    subprocess.run([sys.executable, "-P", "-c", ENDED], cwd=CHECKOUT, check=True, timeout=PATIENCE)


def test_a_connection_that_rests_holds_no_stop_and_a_request_at_hand_is_answered(door_at: DoorAt) -> None:
    with door_at("drafted") as door:
        clerk = entered(door, CLERK)
        body = form(clerk.token, ("surat.pdf", pdf(MB)))
        with door.line(PATIENCE) as resting:
            resting.sendall(b"GET /masuk/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            answer_of(resting)
            busy, rest = half_sent(clerk, body, MB // 2)
            wait_for(lambda: any((door.home / "var").glob("unggahan/*")))
            door.process.send_signal(signal.SIGTERM)
            assert resting.recv(1) == b"", "what rests is ended at once"
            assert door.process.poll() is None
            busy.sendall(rest)
            assert answer_of(busy) == 200
            busy.close()
        assert door.process.wait(PATIENCE) == 0
        assert len(names(door)) == 1
        assert "refused to gracefully stop" not in door.output.read_text("utf-8")


def answer_of(line: ssl.SSLSocket) -> int:
    came = http.client.HTTPResponse(line)
    came.begin()
    came.read()
    return came.status
