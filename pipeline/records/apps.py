"""Django's name for this house."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The tables of Rangkap."""

    name = "pipeline.records"
    label = "records"
