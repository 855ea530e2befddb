"""The queue's worker: reads what came in, one job a document, safe to run twice."""
