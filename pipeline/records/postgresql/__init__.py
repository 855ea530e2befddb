"""PostgreSQL, for an office that works on several machines: its engine, its guards, its migrations."""
