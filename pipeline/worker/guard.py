"""The cluster's head ends when one of its processes is killed, so that all begin anew.

A killed one may keep its pipe's lock, and its job for 330 s.
"""

import os
from multiprocessing.process import BaseProcess

from django_q.cluster import Sentinel

from pipeline.worker.cluster import KILLED


class Guard(Sentinel):  # type: ignore[misc] # django-q2 has no types
    """django-q2's own, but for sudden deaths."""

    def reincarnate(self, process: BaseProcess) -> None:
        """Replace an ended process; after a kill end with all others."""
        if process.exitcode is not None and process.exitcode < 0:
            os._exit(KILLED)
        super().reincarnate(process)
