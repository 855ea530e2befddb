"""The demonstration: invented letters become scans and walk the whole procedure in a throw-away home.

Rooms: ``samples`` (six invented letters and what is expected of each), ``parse``/``sheet``/``typeset``/
``emblem``/``wear``/``scans`` (text → believable scan), ``answers`` (what the clerk would type),
``signer`` (a process of its own that sees only the printed PDFs and the inbox), ``office`` (the command
line of the product, called as a person would), ``steps`` and ``report``.
Nothing of :mod:`pipeline` is imported here: the demonstration stands outside the house and uses its doors.
"""
