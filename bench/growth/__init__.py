"""How the product grows: the same measures among a thousand, ten thousand and more cases, on both databases, as curves.

``./run bench growth`` (:mod:`bench.growth.command`). Each measure of a size is a process of its own
(:mod:`bench.growth.piece`), so that a slow one can be stopped and costs its number, never the run.
"""
