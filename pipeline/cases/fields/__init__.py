"""The fields of a case as tables; prompts and forms are built from them alone."""
