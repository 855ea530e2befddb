"""The office in the browser, without rules of its own; nothing leaves the machine."""
