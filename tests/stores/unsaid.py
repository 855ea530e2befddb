"""What nobody may be told of a store: its key, the query of its address, what its server said."""

import traceback


def says_nothing(error: BaseException, *words: str) -> None:
    """Assert that neither the sentence nor what Python prints of it and of its causes holds one of ``words``."""
    trace = "".join(
        [
            *(error.text(language) for language in ("id", "en") if hasattr(error, "text")),
            *traceback.format_exception(error),
            repr(getattr(error, "fields", "")),
        ]
    )
    text = "".join(line for line in trace.splitlines(keepends=True) if not line.startswith("    "))
    assert not [word for word in words if word in text]
