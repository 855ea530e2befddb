"""A relay as a process of its own: ``relay.py HOST:PORT=HOST:PORT …`` (or a socket's path) carries bytes both ways."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress


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
        await asyncio.gather(_carry(reader, far_writer), _carry(far_reader, writer))

    await asyncio.start_server(meet, host, int(port))


async def _main() -> None:
    for way in sys.argv[1:]:
        await _listen(way)
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
