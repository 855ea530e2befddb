"""The office in the browser, on the office's own network. No rule stands here; nothing leaves the machine;
every answer says ``no-store``.
"""
