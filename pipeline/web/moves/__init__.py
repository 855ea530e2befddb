"""The moves that a case, a paper or the office may need beside its fourteen steps, each a page of its own.

A move is opened (what is known, what is asked), looked over where it changes more than one thing, and then done. What it
asks comes from the field tables, what it may do from the office; only the words between the two stand here.
"""
