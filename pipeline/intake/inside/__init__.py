"""What runs within the walls: everything that opens foreign bytes. Nothing outside imports it.

The child (``python -m pipeline.intake.inside``) is started by :mod:`pipeline.intake.reader`; the
heavy libraries are imported here only.
"""
