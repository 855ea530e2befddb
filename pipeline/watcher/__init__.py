"""The process that receives documents; may run twice."""
