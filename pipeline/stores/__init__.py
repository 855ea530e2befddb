"""Where bytes live: folder, bucket, vault of backups.

A call that returns is durable; one that fails leaves nothing that looks complete.
"""
