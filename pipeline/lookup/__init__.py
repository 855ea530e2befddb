"""What may be read by whom: every look at a case, or at what belongs to one, passes this package.

``access`` decides, ``things`` reads, ``kinds`` are the values read. Callers never import the stores of
``pipeline.records`` (contracts in pyproject.toml).
"""
