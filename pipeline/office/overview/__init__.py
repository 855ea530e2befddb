"""What is seen of everything: the watch at the inbox, look-ups, the worklist, health."""
