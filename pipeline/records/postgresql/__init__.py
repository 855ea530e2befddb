"""PostgreSQL: engine, guards, migrations, copies."""
