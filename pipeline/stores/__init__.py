"""Where bytes live: folder, bucket, backup repository.

A call that returns is durable; one that fails leaves nothing that looks complete.
"""
