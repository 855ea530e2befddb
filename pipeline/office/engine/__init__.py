"""The engine: one declaration of each act, and the one place that runs it."""
