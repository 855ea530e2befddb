"""What may be read by whom.

Callers use this package instead of the stores of ``pipeline.records``.
"""
