"""People of cases, by the sound of their names: an index, made from the cases and gone with them."""

from django.db import models


class PersonRow(models.Model):
    """Somebody in a case whose name is known; ``plain`` is JSON of what is compared."""

    case = models.CharField(max_length=16, db_index=True)
    plain = models.TextField()


class SoundRow(models.Model):
    """One key under which somebody is found (:mod:`pipeline.cases.sound_keys`)."""

    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="sounds")
    key = models.TextField(db_index=True)


class WordRow(models.Model):
    """A word by its sound that stands in some name; a slip leaves its ``first`` and ``last`` letter alone."""

    word = models.TextField(primary_key=True)
    first = models.CharField(max_length=1)
    last = models.CharField(max_length=1)

    class Meta:
        """Words are asked for by both ends."""

        indexes = [models.Index(fields=["first", "last"], name="word_by_its_ends")]
