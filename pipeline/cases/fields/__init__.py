"""The rules of each field, as tables; prompts and forms are built from them and from nothing else.

``table`` holds the fields in order, ``kinds`` reads one answer, ``checks`` reads them together,
``validate`` does both, ``proposals`` turns what was read on a scan into editable proposals.
"""
