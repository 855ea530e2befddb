"""Tests of the database: real SQLite files in real homes."""
