"""What ``./run`` needs before anything is installed: the standard library only, Python 3.11 or newer.

``bootstrap`` sets up the machine and ``.venv``; ``check`` is ``./run test``; ``lock`` renews the lock files.
"""
