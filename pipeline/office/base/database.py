"""A home's database in a process that serves people."""

from pipeline.records.boot import close, on_disk, open_records, transact
from pipeline.records.request_cache import read_once

__all__ = ["close", "on_disk", "open_records", "read_once", "transact"]
