"""The verbs; each takes a :class:`~pipeline.cli.call.Call` and returns an exit status."""
