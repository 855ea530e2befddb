"""Migrations; guards are reinstalled after each (:mod:`pipeline.records.guards`)."""
