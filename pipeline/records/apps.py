"""The Django application."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The tables of Rangkap."""

    name = "pipeline.records"
    label = "records"
