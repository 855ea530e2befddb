"""The steps of the procedure, one file each; only here do the other packages meet.

A declared act (:data:`pipeline.office.acts.ACTS`) plans and writes nothing: its function returns a ``Change``, which
``engine/perform.py`` writes in one transaction and ``base/filings.py`` files.
"""
