"""What tests of the doors take from those of the office."""

from tests.office.bucket_home import on_bucket

__all__ = ["on_bucket"]
