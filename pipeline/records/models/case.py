"""Cases, and what archive and register hold of them."""

from django.db import models


class CaseRow(models.Model):
    """A case; ``value`` is its JSON, other columns are for look-up.

    Keys are digests; ``awaits`` is what remains after closing; ``further_*`` bound the days of further
    letters.
    """

    number = models.CharField(primary_key=True, max_length=16)
    register_number = models.CharField(max_length=60, unique=True)
    register_bare = models.CharField(max_length=60, db_index=True)
    state = models.CharField(max_length=40, db_index=True)
    version = models.IntegerField()
    archived = models.IntegerField(default=0)
    received = models.DateField()
    incoming_number = models.CharField(max_length=120, blank=True, default="", db_index=True)
    letter_key = models.CharField(max_length=32, blank=True, default="", db_index=True)
    victim_key = models.CharField(max_length=32, blank=True, default="")
    awaits = models.CharField(max_length=20, blank=True, default="")
    further_since = models.DateField(null=True)
    further_until = models.DateField(null=True)
    value = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["victim_key", "received"], name="victim_by_day"),
            models.Index(fields=["awaits", "number"], name="case_by_its_wait"),
            models.Index(fields=["received", "number", "state", "version"], name="case_by_day"),
            models.Index(
                fields=["further_until", "further_since"],
                name="case_by_further_letters",
                condition=models.Q(further_until__isnull=False),
            ),
        ]


class DocumentRow(models.Model):
    """A document in the archive; ``path`` is below ``archive/``."""

    case = models.ForeignKey(CaseRow, on_delete=models.PROTECT, related_name="documents")
    logical = models.CharField(max_length=200)
    path = models.CharField(max_length=300)
    sha512 = models.CharField(max_length=128)
    size = models.BigIntegerField()
    version = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "logical"], name="one_document_of_a_name")]


class PersonRow(models.Model):
    """A person: ``plain`` (JSON) is compared, ``words`` looked through first; without ``plain`` all contacts of a case."""

    case = models.CharField(max_length=16, db_index=True)
    plain = models.TextField()
    words = models.TextField(default="")


class IntentRow(models.Model):
    """A version to be filed; ``plan`` (JSON) can be repeated."""

    operation = models.CharField(unique=True, max_length=64)
    case = models.CharField(max_length=16, db_index=True)
    at = models.DateTimeField()
    plan = models.TextField()
    done = models.BooleanField(default=False, db_index=True)


class EntryRow(models.Model):
    """Entry ``n``: its ``line`` of ``register.jsonl``, and its columns as ``payload``."""

    n = models.IntegerField(primary_key=True)
    register_number = models.CharField(max_length=60, db_index=True)
    case = models.CharField(max_length=16, db_index=True)
    operation = models.CharField(max_length=64, unique=True)
    line = models.BinaryField()
    payload = models.TextField()


class DisposalRow(models.Model):
    """A list; ``cases``, ``approval`` and ``minutes`` are JSON."""

    id = models.CharField(primary_key=True, max_length=12)
    state = models.CharField(max_length=20, db_index=True)
    cases = models.TextField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    approval = models.TextField(default="{}")
    minutes = models.TextField(default="{}")
    version = models.IntegerField(default=1)


class TombstoneRow(models.Model):
    """A destroyed case; ``told`` is JSON without personal values."""

    case = models.CharField(primary_key=True, max_length=16)
    disposal = models.CharField(max_length=12, db_index=True)
    told = models.TextField()
