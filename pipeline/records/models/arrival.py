"""Arrivals, what was read of them, and who has them open."""

from django.db import models


class ArrivalRow(models.Model):
    """A document; ``sha256`` is unique."""

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
    """A further sighting of known content."""

    arrival = models.ForeignKey(ArrivalRow, on_delete=models.PROTECT, related_name="repeats")
    claim = models.CharField(max_length=26, unique=True)
    name = models.TextField()
    seen_at = models.DateTimeField()


class PageReadRow(models.Model):
    """A page being read, ``of`` so many."""

    arrival = models.ForeignKey(ArrivalRow, on_delete=models.CASCADE, related_name="read_pages")
    number = models.IntegerField()
    of = models.IntegerField(default=0)
    begun = models.IntegerField(default=0)
    done = models.BooleanField(default=False)
    reading = models.TextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["arrival", "number"], name="one_row_a_read_page")]


class TextRow(models.Model):
    """A document's text; ``id`` is the day and a number (``20261124000003``).

    ``thing`` is an arrival, a letter, or a transcript's digest.
    """

    id = models.BigIntegerField(primary_key=True)
    thing = models.CharField(max_length=128, unique=True)
    kind = models.CharField(max_length=10)
    case = models.CharField(max_length=16, blank=True, default="", db_index=True)
    document = models.CharField(max_length=200, blank=True, default="")
    plain = models.TextField()
    stems = models.TextField()


class OpenedRow(models.Model):
    """``account`` has ``arrival`` open."""

    arrival = models.CharField(max_length=26)
    account = models.CharField(max_length=64)
    since = models.DateTimeField()
    seen = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["arrival", "account"], name="opened_once_by_each")]
