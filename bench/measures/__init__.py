"""One module a measure: a function from a :class:`bench.line.Run` to the lines it found."""
