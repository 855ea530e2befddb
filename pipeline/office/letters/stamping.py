"""A draft is read and stamped: one of our own making here, one ``edited`` in Word within walls."""

from collections.abc import Sequence
from datetime import date

from pipeline.kernel.files import digest_bytes
from pipeline.letters import edited
from pipeline.letters.clean import pictures
from pipeline.letters.copies import COPIES, Copy, make_code, stamp
from pipeline.letters.package import unpack
from pipeline.letters.text import frozen_text
from pipeline.office.base.desk import Desk
from pipeline.office.letters import letter_files
from pipeline.records.letters import Letter


def content_of(desk: Desk, letter: Letter) -> tuple[str, tuple[str, ...]]:
    """Return what the draft of the current revision says, and the digests of its pictures."""
    draft = letter_files.draft_of(desk.settings, letter)
    return content_in(desk, draft) if letter.edited else (frozen_text(draft), pictures(unpack(draft)))


def content_in(desk: Desk, draft: bytes) -> tuple[str, tuple[str, ...]]:
    """Return text and pictures of a draft that may have come from outside."""
    return edited.content_of(draft, accept_risk=desk.settings["masuk.tanpa_isolasi"])


def stamped(
    desk: Desk,
    letter: Letter,
    number: str,
    day: date | None,
    key: bytes,
    key_id: str,
    paraf: Sequence[str] = (),
) -> tuple[tuple[Copy, Copy], tuple[str, str]]:
    """Stamp the draft of the current revision into both copies; returns them and what each says.

    ``paraf`` are the labels of the box for initials on copy 2 (none: the usual ones).
    Raises NoPlace, and what a run within walls raises.
    """
    draft = letter_files.draft_of(desk.settings, letter)
    if not letter.edited:
        copies = stamp(draft, number, day, letter.id, letter.revision, key, key_id, paraf)
        return copies, (frozen_text(copies[0].docx), frozen_text(copies[1].docx))
    digest = digest_bytes(draft, "sha256")
    one, two = (
        make_code(letter.id, letter.revision, copy, key, key_id, digest) for copy in range(1, COPIES + 1)
    )
    accept = desk.settings["masuk.tanpa_isolasi"]
    return edited.stamp(draft, number, day, (one, two), paraf=paraf, accept_risk=accept)
