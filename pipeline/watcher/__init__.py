"""The door that receives: a long-running process without a terminal, safe to run twice, stopped by SIGTERM."""
