"""What is seen of everything: the watch at the inbox, looking up, what waits, the step line."""
