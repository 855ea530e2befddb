"""A letter on the terminal, with ``[-removed-]`` and ``{+added+}`` words."""

import os
import sys
from collections.abc import Iterable, Iterator

from pipeline.kernel.commands import command_of
from pipeline.kernel.text import N_
from pipeline.office.answer.preview import Change, Preview
from pipeline.office.arrivals.edits import Edit, Reason

_MARKS = {"removed": ("[-", "-]", "\x1b[31m"), "added": ("{+", "+}", "\x1b[32m")}
_END = "\x1b[0m"
_HEAD = N_("Letter {letter} revision {revision}: {state}")
_DIGEST = N_("Fingerprint of the draft: {digest}")
_GOOD = N_("Letter rules: none is broken.")
_BAD = N_("Letter rules that are broken:")
_SINCE = N_("Changes since revision {before}:")
_EDIT = N_("Edit {number}, made from revision {made_from}, against revision {current}:")
_SAME = N_("  No word was changed.")
_PICTURES = N_("  A picture was changed; look at the pages.")
_REFUSED = N_("  Cannot be used:")


def has_colours() -> bool:
    """Whether standard output shows colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM", "dumb") != "dumb"


def changed(changes: Iterable[Change], lang: str, *, colours: bool = False) -> Iterator[str]:
    """Yield a line for each changed paragraph."""
    for change in changes:
        pieces = (_piece(piece.kind, piece.text, colours=colours) for piece in change.pieces)
        yield f"  {change.place.fill(lang)}: {' '.join(pieces)}"


def _piece(kind: str, text: str, *, colours: bool) -> str:
    if kind not in _MARKS:
        return text
    before, after, colour = _MARKS[kind]
    return f"{colour}{before}{text}{after}{_END}" if colours else f"{before}{text}{after}"


def edit(draft: Edit, lang: str, *, colours: bool = False) -> str:
    """An edited draft as text."""
    named = {"number": draft.number, "made_from": draft.made_from or "?", "current": draft.current}
    lines = [_EDIT.fill(lang, **named)]
    if draft.is_unchanged and not draft.reasons:
        lines += [line for reason in draft.why_idle for line in _reason(reason, lang)]
    elif draft.clean:
        lines += list(changed(draft.changes, lang, colours=colours)) or [_SAME.fill(lang)]
    if draft.has_other_pictures:
        lines.append(_PICTURES.fill(lang))
    if draft.reasons:
        lines += [
            _REFUSED.fill(lang),
            *(line for reason in draft.reasons for line in _reason(reason, lang, "- ")),
        ]
    return "\n".join(lines)


def _reason(reason: Reason, lang: str, mark: str = "") -> Iterator[str]:
    yield f"  {mark}{(reason.shown or reason.said).fill(lang)}"
    yield from (f"    {command_of(step)}" for step in reason.next)


def page(seen: Preview, lang: str, *, colours: bool = False) -> str:
    """The letter before the chair as text."""
    letter = seen.letter
    lines = [
        _HEAD.fill(lang, letter=letter.id, revision=letter.revision, state=letter.state),
        _DIGEST.fill(lang, digest=seen.fingerprint),
        "",
        *(f"  {line}" for line in seen.lines),
        "",
        *(f"{label}: {value}" for label, value in seen.proposed(lang).items()),
    ]
    lines += (
        [_BAD.fill(lang), *(f"  - {finding.fill(lang)}" for finding in seen.findings)]
        if seen.findings
        else []
    )
    lines += [] if seen.findings else [_GOOD.fill(lang)]
    if seen.changes:
        lines += ["", _SINCE.fill(lang, before=seen.since)]
        lines += changed(seen.changes, lang, colours=colours)
    for edited in seen.edits:
        lines += ["", edit(edited, lang, colours=colours)]
    return "\n".join(lines)
