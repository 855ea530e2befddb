"""The process that receives documents: safe to run twice, stopped by SIGTERM."""
