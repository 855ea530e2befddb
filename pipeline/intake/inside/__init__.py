"""What opens foreign bytes, in the sandbox; nothing outside imports it."""
