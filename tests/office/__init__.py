"""Tests of the steps of the procedure, on a real home with real papers."""
