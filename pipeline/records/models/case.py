"""Cases: an index of what the archive holds, with the work typed since the last version."""

from django.db import models


class CaseRow(models.Model):
    """One case; ``value`` is the JSON of the case, the other columns are for look-up.

    ``register_bare`` and ``incoming_number`` are numbers as they are compared; ``letter_key`` and
    ``victim_key`` are digests by which the same letter and the same person are found again. ``awaits`` is what is still to
    be done after closing, ``further_since`` and ``further_until`` when the first and the last further letter was received.
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
    """A document in the archive: name in the case, path below ``archive/``, digest, size, version."""

    case = models.ForeignKey(CaseRow, on_delete=models.PROTECT, related_name="documents")
    logical = models.CharField(max_length=200)
    path = models.CharField(max_length=300)
    sha512 = models.CharField(max_length=128)
    size = models.BigIntegerField()
    version = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "logical"], name="one_document_of_a_name")]
