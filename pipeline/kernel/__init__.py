"""Words that every house uses: errors, ids, the clock, people, durable files, the sandbox.

Only the standard library is imported here. Nothing in this house knows what a case or a letter is.
"""
