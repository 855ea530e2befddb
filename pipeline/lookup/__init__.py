"""What may be read by whom: every look at a case, or at what belongs to one, passes the gate of this package.

``access`` is the gate, ``things`` are the reads behind it, ``kinds`` the values that they give. Who reads for somebody
imports these, never the stores of ``pipeline.records`` (the contracts in pyproject.toml).
"""
