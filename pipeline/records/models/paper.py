"""Letters and their copies, numbers, decision sheets, register pages."""

from django.db import models


class LetterRow(models.Model):
    """The current revision; earlier ones are in history and ``var/letters``."""

    id = models.CharField(primary_key=True, max_length=24)
    case = models.CharField(max_length=16, db_index=True)
    revision = models.IntegerField(default=1)
    state = models.CharField(max_length=20)
    template = models.CharField(max_length=80)
    template_digest = models.CharField(max_length=64)
    context = models.TextField()
    draft_digest = models.CharField(max_length=64)
    contact = models.TextField(default="[]")
    drafted_by = models.CharField(max_length=64)
    number = models.CharField(max_length=120, null=True, unique=True)
    number_bare = models.CharField(max_length=120, blank=True, default="", db_index=True)
    seq = models.IntegerField(default=0)
    series = models.CharField(max_length=80, blank=True, default="")
    day = models.DateField(null=True)
    key_id = models.CharField(max_length=20, blank=True, default="")
    approved_by = models.CharField(max_length=64, blank=True, default="")
    signed = models.DateField(null=True)
    reason = models.TextField(blank=True, default="")
    version = models.IntegerField(default=1)
    kind = models.CharField(max_length=20, default="jawaban")
    clauses = models.TextField(default="[]")
    signatory = models.CharField(max_length=64, blank=True, default="")
    capacity = models.CharField(max_length=20, blank=True, default="")
    mandate = models.TextField(blank=True, default="")
    edited = models.CharField(max_length=26, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["day"], name="letter_by_day")]


class CopyRow(models.Model):
    """A copy of one revision, and its signed scan."""

    letter = models.ForeignKey(LetterRow, on_delete=models.PROTECT, related_name="copies")
    revision = models.IntegerField()
    copy = models.IntegerField()
    code = models.CharField(max_length=60, unique=True)
    key_id = models.CharField(max_length=20)
    draft_digest = models.CharField(max_length=64)
    pages = models.IntegerField()
    docx_digest = models.CharField(max_length=64)
    pdf_digest = models.CharField(max_length=64, blank=True, default="")
    printed = models.IntegerField(default=0)
    arrival = models.CharField(max_length=26, blank=True, default="")
    matched_at = models.DateTimeField(null=True)
    spoilt = models.IntegerField(default=0)
    means = models.CharField(max_length=12, default="scan")
    attested = models.TextField(blank=True, default="")
    attested_by = models.CharField(max_length=64, blank=True, default="")
    confirmed_by = models.CharField(max_length=64, blank=True, default="")
    report = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["letter", "revision", "copy"], name="one_copy_of_a_revision"),
            models.CheckConstraint(condition=models.Q(copy__in=(1, 2)), name="copy_is_1_or_2"),
        ]


class CounterRow(models.Model):
    """The last number given in a series (``kasus/2026``)."""

    series = models.CharField(primary_key=True, max_length=80)
    value = models.IntegerField()


class NumberRow(models.Model):
    """Reserved at approval, committed when signed, else void."""

    text = models.CharField(primary_key=True, max_length=120)
    series = models.CharField(max_length=80)
    seq = models.IntegerField()
    state = models.CharField(max_length=12)
    letter = models.CharField(max_length=24)
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["series", "seq"], name="a_number_once")]
        indexes = [models.Index(fields=["letter"], name="number_by_letter")]


class SheetRow(models.Model):
    """A sheet; ``decision`` is JSON from the scan ``arrival``."""

    id = models.CharField(primary_key=True, max_length=24)
    case = models.CharField(max_length=16, db_index=True)
    kind = models.CharField(max_length=20)
    letter = models.CharField(max_length=24, blank=True, default="")
    revision = models.IntegerField(default=0)
    state = models.CharField(max_length=40)
    code = models.CharField(max_length=60, unique=True)
    key_id = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    pages = models.IntegerField(default=1)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    printed = models.IntegerField(default=0)
    arrival = models.CharField(max_length=26, blank=True, default="")
    decision = models.TextField(default="{}")
    decided_by = models.CharField(max_length=64, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)


class PageRow(models.Model):
    """A register page; ``counts`` and ``copies`` are JSON."""

    id = models.CharField(primary_key=True, max_length=12)
    revision = models.IntegerField(default=1)
    state = models.CharField(max_length=20, db_index=True)
    head_n = models.IntegerField()
    head_hash = models.CharField(max_length=64)
    counts = models.TextField(default="{}")
    day = models.DateField()
    signatory = models.CharField(max_length=64)
    key_id = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    copies = models.TextField(default="[]")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    printed = models.IntegerField(default=0)
    signed = models.DateField(null=True)
    version = models.IntegerField(default=1)
