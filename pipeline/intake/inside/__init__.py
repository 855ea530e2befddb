"""What opens foreign bytes, in the sandbox (``python -m pipeline.intake.inside``); nothing outside imports
it.
"""
