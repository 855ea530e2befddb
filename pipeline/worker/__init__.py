"""The door that works off the queue: reads what came in, one job a document, safe to run twice."""
