"""The head of the queue's cluster, which ends when one of its processes is killed, so that all begins anew at once.

django-q2 puts another process in its place. But who is killed while it waits keeps the lock of the pipe that it read, and
the next one waits for ever; and its job stays given out for 330 s.
"""

import os
from multiprocessing.process import BaseProcess

from django_q.cluster import Sentinel

from pipeline.worker.cluster import KILLED


class Guard(Sentinel):  # type: ignore[misc] # django-q2 has no types
    """django-q2's own, but for the sudden death of a process; one that outlived its time it ends and replaces itself."""

    def reincarnate(self, process: BaseProcess) -> None:
        """Replace a process that ended by itself or must end; after a kill end with all others."""
        if process.exitcode is not None and process.exitcode < 0:
            os._exit(KILLED)
        super().reincarnate(process)
