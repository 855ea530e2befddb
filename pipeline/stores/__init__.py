"""Where bytes live: in a folder on a local disk, in a bucket, in a vault of backups.

A store knows files and folders, never cases or letters. What it promises is durability: a call that
returns has put its bytes where a power cut does not reach them, and a call that fails leaves
nothing that could be taken for a finished work.
"""
