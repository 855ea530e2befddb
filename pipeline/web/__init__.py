"""The office in the browser. No rule stands here; nothing leaves the machine."""
