"""Django's SQLite engine, with one difference: a file that cannot be opened is told as a sentence."""
