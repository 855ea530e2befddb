"""Suggestions: what a letter says of itself, for a person to confirm.

Pure rules over the words that were read; no model, no network, no clock. A field of which the
letter says nothing stays out of the answer: a wrong suggestion costs as much as a missing one.
Accepted risk: rules know office Indonesian, some Banjar and Dayak words, and nothing else.
"""

from pipeline.intake.suggest.fields import danger, suggest

__all__ = ["danger", "suggest"]
