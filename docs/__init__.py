"""The documents of the project; the pictures in them are made by :mod:`docs.pictures.make`."""
