"""Files in ``var/letters/<letter>/r<revision>/``: draft and stamped copies."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from pipeline.kernel import clock, ids
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes, write_durably
from pipeline.letters import edited
from pipeline.letters.clean import pictures
from pipeline.letters.copies import COPIES, Copy, make_code, stamp
from pipeline.letters.package import unpack
from pipeline.letters.text import frozen_text
from pipeline.office.base.dossier import Paper
from pipeline.office.base.session import Session
from pipeline.records import boot, cases, texts
from pipeline.records.letters import Copy as KnownCopy
from pipeline.records.letters import Letter
from pipeline.records.texts import TextKind
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

DRAFT = "konsep.docx"


def copy_name(copy: int, suffix: str) -> str:
    """The file name of a stamped copy: ``salinan-1.pdf``."""
    return f"salinan-{copy}.{suffix}"


def filed_name(letter: str, revision: int, name: str) -> str:
    """What a revision's file is called in its case."""
    return f"surat-{letter}-r{revision}-{name}"


def folder(settings: Settings, letter: str, revision: int) -> Path:
    """The folder of a revision."""
    return settings.var / "letters" / letter / f"r{revision}"


def put(settings: Settings, letter: str, revision: int, name: str, data: bytes) -> None:
    """Durably; a draft's words also go into the search index."""
    where = folder(settings, letter, revision)
    make_folder_durably(where)
    write_durably(where / name, data)
    if name == DRAFT:
        day, case = clock.today(settings["kantor.zona_waktu"]), ids.case_of_letter(letter) or ""
        with boot.transact():
            texts.put(TextKind.LETTER, letter, day, frozen_text(data), case)


def draft_of(settings: Settings, letter: Letter) -> bytes:
    """The current revision as it was checked."""
    try:
        data = (folder(settings, letter.id, letter.revision) / DRAFT).read_bytes()
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != letter.draft_digest:
        raise Refusal("office.draft_changed", letter=letter.id, case=letter.case).mended_by(letter.drafting)
    return data


def paper(settings: Settings, letter: Letter, name: str, data: bytes) -> Paper:
    """Filed as ``surat-2026-0001-1-r1-salinan-1.pdf``."""
    where = (folder(settings, letter.id, letter.revision) / name).relative_to(settings.home).as_posix()
    return Paper(filed_name(letter.id, letter.revision, name), where, digest_bytes(data), len(data))


def whole(digest: str, *reads: Callable[[], bytes]) -> bytes:
    """The first of ``reads`` with the SHA-256 ``digest``; else empty."""
    for read in reads:
        with suppress(OSError):
            data = read()
            if digest_bytes(data, "sha256") == digest:
                return data
    return b""


def print_of(session: Session, letter: Letter, copy: KnownCopy, *before: Callable[[], bytes]) -> bytes:
    """The approved PDF, from ``before`` or else the archive; empty if gone."""
    logical = filed_name(letter.id, copy.revision, copy_name(copy.copy, "pdf"))
    filed = [document.path for document in cases.documents(letter.case) if document.logical == logical]
    return whole(copy.pdf_digest, *before, *(partial(session.archive.read, path) for path in filed))


def content_of(session: Session, letter: Letter) -> tuple[str, tuple[str, ...]]:
    """Text of the current draft, digests of its pictures."""
    draft = draft_of(session.settings, letter)
    return content_in(session, draft) if letter.edited else (frozen_text(draft), pictures(unpack(draft)))


def content_in(session: Session, draft: bytes) -> tuple[str, tuple[str, ...]]:
    """Text and picture digests; ``draft`` may have come from outside."""
    return edited.content_of(draft, accept_risk=session.settings["masuk.tanpa_isolasi"])


def stamped(
    session: Session,
    letter: Letter,
    number: str,
    day: date | None,
    key: bytes,
    key_id: str,
    paraf: Sequence[str] = (),
) -> tuple[tuple[Copy, Copy], tuple[str, str]]:
    """Both copies of the current draft, and their texts.

    ``paraf`` labels the box for initials on copy 2 (none: the usual labels).
    """
    draft = draft_of(session.settings, letter)
    if not letter.edited:
        copies = stamp(draft, number, day, letter.id, letter.revision, key, key_id, paraf)
        return copies, (frozen_text(copies[0].docx), frozen_text(copies[1].docx))
    digest = digest_bytes(draft, "sha256")
    first, second = (
        make_code(letter.id, letter.revision, copy, key, key_id, digest) for copy in range(1, COPIES + 1)
    )
    accept = session.settings["masuk.tanpa_isolasi"]
    return edited.stamp(draft, number, day, (first, second), paraf=paraf, accept_risk=accept)
