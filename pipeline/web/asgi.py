"""The application that the server runs."""

from pipeline.web import wsgi
from pipeline.web.bodies import Bodies, Threads

_THREADS = 16
"""Requests answered at a time: twice :data:`pipeline.web.bodies.FILES_IN_ALL`."""

application = Bodies(Threads(wsgi.application, workers=_THREADS, send_queue_size=0))
