"""The office in the browser: pages over :mod:`pipeline.office`, in Indonesian, on the office's own network.

A door like the terminal: no rule stands here. What it adds is who is signed in (:mod:`pipeline.web.sign_in`), and how
things look. Nothing of it leaves the machine; every answer says ``no-store``.
"""
