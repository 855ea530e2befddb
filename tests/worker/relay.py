"""A relay as a process of its own: ``relay.py HOST:PORT=HOST:PORT …`` (or a socket's path) carries bytes both ways."""

from __future__ import annotations

import asyncio
import socket
import sys
from contextlib import suppress

_ALIVE = {
    socket.TCP_KEEPIDLE: 3,
    socket.TCP_KEEPINTVL: 2,
    socket.TCP_KEEPCNT: 3,
    socket.TCP_USER_TIMEOUT: 9000,
}


def _heed(writer: asyncio.StreamWriter) -> None:
    """Let a line on which nothing comes back be lost within seconds, as server and client have it where they meet themselves."""
    line = writer.get_extra_info("socket")
    if line.family == socket.AF_INET:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in _ALIVE.items():
            line.setsockopt(socket.IPPROTO_TCP, option, value)


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
    with suppress(OSError):
        writer.close()


async def _listen(way: str) -> None:
    here, _, there = way.partition("=")
    host, _, port = here.rpartition(":")

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if there.startswith("/"):
                far_reader, far_writer = await asyncio.open_unix_connection(there)
            else:
                far_reader, far_writer = await asyncio.open_connection(*there.rsplit(":", 1))
        except OSError:
            writer.close()
            return
        _heed(writer)
        _heed(far_writer)
        await asyncio.gather(_carry(reader, far_writer), _carry(far_reader, writer))

    await asyncio.start_server(meet, host, int(port))


async def _main() -> None:
    for way in sys.argv[1:]:
        await _listen(way)
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
