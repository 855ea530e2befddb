"""Where bytes live: folder, bucket, vault of backups; no cases or letters.

A call that returns has put its bytes where a power cut does not reach them; one that fails leaves nothing that looks
complete.
"""
