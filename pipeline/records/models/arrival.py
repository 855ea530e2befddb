"""Arrivals: documents that have come in, and the mail log (buku agenda) entry each has."""

from django.db import models


class ArrivalRow(models.Model):
    """One document by content; ``sha256`` is unique, so one content is one arrival."""

    id = models.CharField(primary_key=True, max_length=26)
    parent = models.CharField(max_length=26, blank=True, default="")
    parent_pages = models.CharField(max_length=40, blank=True, default="")
    sha256 = models.CharField(max_length=64, unique=True)
    sha512 = models.CharField(max_length=128)
    size = models.BigIntegerField()
    kind = models.CharField(max_length=10)
    pages = models.IntegerField(default=0)
    name = models.TextField()
    scanned_at = models.DateTimeField()
    taken_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=20, db_index=True)
    agenda = models.CharField(max_length=16, unique=True, null=True)
    struck = models.TextField(blank=True, default="")
    code = models.CharField(max_length=60, blank=True, default="")
    case = models.CharField(max_length=16, blank=True, default="", db_index=True)
    letter = models.CharField(max_length=24, blank=True, default="", db_index=True)
    note = models.TextField(blank=True, default="")
    danger = models.TextField(blank=True, default="")
    reading = models.TextField(blank=True, default="")
    opened_by = models.CharField(max_length=64, blank=True, default="")
    joined = models.TextField(blank=True, default="")
    version = models.IntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["scanned_at"], name="arrival_by_scan")]


class RepeatRow(models.Model):
    """A second sighting of content we already have; nothing was entered for it."""

    arrival = models.ForeignKey(ArrivalRow, on_delete=models.PROTECT, related_name="repeats")
    claim = models.CharField(max_length=26, unique=True)
    name = models.TextField()
    seen_at = models.DateTimeField()
