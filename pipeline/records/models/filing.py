"""Filings that were begun: committed before the archive is touched, so that a crash is completed."""

from django.db import models


class IntentRow(models.Model):
    """One version to be filed: ``plan`` (JSON) holds all that is needed to repeat it; ``done`` when entered."""

    operation = models.CharField(unique=True, max_length=64)
    case = models.CharField(max_length=16, db_index=True)
    at = models.DateTimeField()
    plan = models.TextField()
    done = models.BooleanField(default=False, db_index=True)
