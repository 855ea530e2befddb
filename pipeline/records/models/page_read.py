"""Pages of an arrival that is being read: one row a page, until the reading of the whole is put together."""

from django.db import models

from pipeline.records.models.arrival import ArrivalRow


class PageReadRow(models.Model):
    """One page: that it was queued, how often it was begun, and its ``reading`` (JSON) once it is ``done``.

    ``of`` is the number of pages of the whole, as the reader saw it.
    """

    arrival = models.ForeignKey(ArrivalRow, on_delete=models.CASCADE, related_name="read_pages")
    number = models.IntegerField()
    of = models.IntegerField(default=0)
    begun = models.IntegerField(default=0)
    done = models.BooleanField(default=False)
    reading = models.TextField(blank=True, default="")

    class Meta:
        """A page is read once."""

        constraints = [models.UniqueConstraint(fields=["arrival", "number"], name="one_row_a_read_page")]
