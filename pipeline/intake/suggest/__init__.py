"""Suggestions from the words of a letter, by pure rules; a person confirms each.

A silent letter gives none: a wrong one costs as much as a missing one. Accepted risk: the rules know office
Indonesian and some Banjar and Dayak words only.
"""

from pipeline.intake.suggest.fields import danger, suggest

__all__ = ["danger", "suggest"]
