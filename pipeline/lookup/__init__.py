"""What may be read by whom: ``access`` decides, ``things`` reads, ``kinds`` are the values.

Callers never import the stores of ``pipeline.records`` (contracts in pyproject.toml).
"""
