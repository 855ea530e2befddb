"""The Django application."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from pipeline.records import request_cache


class RecordsConfig(AppConfig):
    """The tables of Rangkap."""

    name = "pipeline.records"
    label = "records"

    def ready(self) -> None:
        """Let connections forget what was read, once they write."""
        connection_created.connect(request_cache.watch)
