"""A matter becomes a letter: template, clauses, context, rules, copies, numbers.

This house works on plain values (:class:`pipeline.letters.matter.Matter`) and the bytes of DOCX
files. It refuses templates that could run code, edited drafts that carry macros, links or tracked
changes, and letters with a place left unfilled. It knows no database, no archive and no clock.
"""
