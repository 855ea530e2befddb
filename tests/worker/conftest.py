"""What tests of the doors take from those of the office."""

from __future__ import annotations

from tests.office.bucket_home import on_bucket

__all__ = ["on_bucket"]
