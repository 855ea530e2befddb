"""An arrival becomes a case: the case value, the rules of its fields, its states and its safety.

Everything here is a function from value to value. Nothing is stored, nothing asks the time, and no
step is taken: the order of steps stands in ``office``.
"""
