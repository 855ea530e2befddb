"""The fields of a case as tables, for prompts and forms."""
