"""A form must come whole and in time before it gets a thread; files are streamed."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

from a2wsgi.wsgi import WSGIMiddleware, WSGIResponder

from pipeline.kernel.text import N_, Text

LARGEST = 2 * 1024 * 1024
"""Bytes of the largest form outside :data:`UPLOAD`."""
UPLOAD = "/surat-baru/"
"""The page that takes files (:mod:`pipeline.web.pages.upload`)."""
BODY_COMES = 10.0
"""Seconds for a form, or for each piece of a file."""
FORMS_MOST, FILES_MOST = 24, 4
"""Forms, and requests with files, from one machine at a time."""
FILES_IN_ALL = 8
"""Requests at a time; half of the threads stay free."""
_BUSY = N_("Too much is being sent at once, and this was not taken. Wait a moment, then send it again.")
_SLOW = N_("The form did not arrive complete within ten seconds. Check the network, then send it again.")

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Any, Any, Any], Awaitable[None]]


class Threads(WSGIMiddleware):
    """Threads that do not wait for the server's loop.

    It may end before the last message, and a waiting thread would block the exit.
    """

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        await _Answer(self.app, self.executor, self.send_queue_size)(scope, receive, send)


class _Answer(WSGIResponder):
    def send(self, message: Any) -> None:
        self.loop.call_soon_threadsafe(self.send_queue.put_nowait, message)


class BrokenOff(OSError):
    """The rest of a file does not come."""


class Bodies:
    """Takes a body in, then asks the pages; answers 408 and 503 itself."""

    def __init__(self, pages: Application) -> None:
        self._pages = pages
        self._forms: Counter[str] = Counter()
        self._files: Counter[str] = Counter()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        length, machine = _length(scope), str((scope.get("client") or ("",))[0])
        if scope["path"] == UPLOAD and length:
            if self._files[machine] >= FILES_MOST or self._files.total() >= FILES_IN_ALL:
                await _refused(send, 503, _BUSY)
                return
            with _counted(self._files, machine):
                await self._pages(scope, _in_time(receive), send)
        elif not 0 < length <= LARGEST:  # nothing comes, or more than any page reads
            await self._pages(scope, receive, send)
        elif self._forms[machine] >= FORMS_MOST:
            await _refused(send, 503, _BUSY)
        else:
            body = await self._whole(machine, receive)
            if body is None:
                await _refused(send, 408, _SLOW)
            else:
                await self._pages(scope, _given(body), send)

    async def _whole(self, machine: str, receive: Receive) -> bytes | None:
        came = bytearray()
        with _counted(self._forms, machine):
            try:
                async with asyncio.timeout(BODY_COMES):
                    while True:
                        message = await receive()
                        if message["type"] != "http.request":
                            return None
                        came += message.get("body", b"")
                        if not message.get("more_body"):
                            return bytes(came)
            except TimeoutError:
                return None


def _length(scope: Message) -> int:
    given = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(given) if given.isdigit() else 0


@contextmanager
def _counted(awaited: Counter[str], machine: str) -> Iterator[None]:
    awaited[machine] += 1
    try:
        yield
    finally:
        awaited[machine] -= 1
        if not awaited[machine]:
            del awaited[machine]


def _given(body: bytes) -> Receive:
    left = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return left.pop() if left else {"type": "http.disconnect"}

    return receive


def _in_time(receive: Receive) -> Receive:

    async def piece() -> Message:
        try:
            message = await asyncio.wait_for(receive(), BODY_COMES)
        except TimeoutError:
            raise BrokenOff from None
        if message["type"] != "http.request":
            raise BrokenOff
        return message

    return piece


async def _refused(send: Send, status: int, why: Text) -> None:
    body = why.fill("id").encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send(
        {"type": "http.response.start", "status": status, "headers": [*headers, (b"connection", b"close")]}
    )
    await send({"type": "http.response.body", "body": body})
