"""Pages for what a case, a paper or the office needs beside the fourteen steps.

A move is opened, looked over where it changes more than one thing, and done. Rules come from the office.
"""
