"""How many requests the web door answered, of which kind and how fast; kept in this process, told to a monitor.

A request is known by the class of its answer alone (2xx to 5xx, "none" where it was broken off): no address, nobody.
"""

from __future__ import annotations

import time

from prometheus_client import Histogram, disable_created_metrics

from pipeline.web.bodies import Application, Message, Receive, Send

disable_created_metrics()  # type: ignore[no-untyped-call]
REQUESTS = Histogram(
    "rangkap_web_request_seconds",
    "Detik sampai jawaban dimulai, menurut golongan status. / Seconds until the answer began, by class of status.",
    ["status"],
    registry=None,
    buckets=(0.05, 0.1, 0.2, 0.35, 0.5, 1.0, 3.0, 10.0),
)
"""The seconds of every request since this process began, a form's way to us among them."""


class Counted:
    """Stands before everything else of the door, and counts what it answers."""

    def __init__(self, pages: Application) -> None:
        self._pages = pages

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        began, found = time.perf_counter(), "none"

        async def told(message: Message) -> None:
            nonlocal found
            if message["type"] == "http.response.start":
                found = f"{message['status'] // 100}xx"
                REQUESTS.labels(found).observe(time.perf_counter() - began)
            await send(message)

        try:
            await self._pages(scope, receive, told)
        finally:
            if found == "none":
                REQUESTS.labels(found).observe(time.perf_counter() - began)
