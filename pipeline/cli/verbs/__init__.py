"""The verbs, a few to a room; each function takes a :class:`~pipeline.cli.call.Call` and returns a status."""
