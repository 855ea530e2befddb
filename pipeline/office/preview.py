"""What the chair has before her: the letter's words, the rules it breaks, what was changed, its pages as they will print.

Everything here is reading, and every look is written down. Nothing is decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.kernel.errors import Text
from pipeline.kernel.files import write_durably
from pipeline.letters.difference import Change, compare, visible
from pipeline.letters.rules import check
from pipeline.letters.text import EDGE
from pipeline.office import edits, stamping
from pipeline.office.absences import signatories_on
from pipeline.office.desk import Desk, case_to_read, need_role
from pipeline.office.edits import Edit
from pipeline.office.errors import NoLetter
from pipeline.office.folders import need_folder
from pipeline.office.matter import matter
from pipeline.office.print_out import READERS_OF_DRAFTS, approved, print_draft
from pipeline.records import letters
from pipeline.records.letters import Letter, LetterState
from pipeline.rendering.convert import page_pngs

_SHOWN = (LetterState.DRAFTED, LetterState.RETURNED, LetterState.APPROVED)
_RESOLUTION = 100


@dataclass(frozen=True)
class Preview:
    """A letter as the chair reads it: its lines, the ``findings`` of the letter rules, the ``changes`` since the
    revision before, the ``edits`` that came back from Word and wait for her.
    """  # fmt: skip

    letter: Letter
    lines: tuple[str, ...]
    findings: tuple[Text, ...]
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]

    def to_json(self, lang: str = "id") -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "case": self.letter.case,
            "letter": self.letter.id,
            "revision": self.letter.revision,
            "state": str(self.letter.state),
            "number": self.letter.number or "",
            "text": list(self.lines),
            "findings": [one.fill(lang) for one in self.findings],
            "changes": [one.to_json(lang) for one in self.changes],
            "edits": [edit_to_json(one, lang) for one in self.edits],
        }


def edit_to_json(edit: Edit, lang: str = "id") -> dict[str, Any]:
    """Return an edited draft as plain values."""
    return {
        "number": edit.number,
        "arrival": edit.arrival.id,
        "made_from": edit.made_from,
        "outdated": edit.is_outdated,
        "usable": not edit.reasons,
        "reasons": [one.fill(lang) for one in edit.reasons],
        "pictures_changed": edit.has_other_pictures,
        "changes": [one.to_json(lang) for one in edit.changes],
    }


def preview(desk: Desk, number: str) -> Preview:
    """Return the letter of case ``number`` as the chair reads it.

    Raises NoLetter, DraftChanged, NotYours, NotFound, NoRoute, and what a run within walls raises.
    """
    need_role(desk, "review", READERS_OF_DRAFTS)
    case = case_to_read(desk, number, "review")
    letter = _shown(case.number)
    text, _ = stamping.content_of(desk, letter)
    may_sign = signatories_on(desk.settings, desk.today)
    day = letter.day or desk.today
    broken = check(text, matter(case, case.values), desk.settings, day, signatories=may_sign)
    before = edits.earlier_text(desk, letter, letter.revision - 1) if letter.revision > 1 else ""
    waiting = tuple(edits.look(desk, letter, place, arrival) for place, arrival in edits.waiting(letter))
    lines = (visible(" ".join(line.split())) for line in text.partition(EDGE)[0].split("\n"))
    return Preview(
        letter,
        tuple(line for line in lines if line),
        tuple(Text(one.text("id"), one.text("en")) for one in broken),
        compare(before, text) if before else (),
        waiting,
    )


def put_pages(desk: Desk, number: str, target: Path) -> list[Path]:
    """Put the pages of the letter of case ``number`` into ``target`` as they will print; returns the files.

    A draft comes as PDF and as pictures, marked KONSEP: its lines break where those of the copies will. Of an
    approved letter both copies come as pictures alone, since a PDF of them is a print and counted as one.
    Raises NoLetter, DraftChanged, CopyDamaged, NotYours, NotFound, NoFolder, and what LibreOffice's run raises.
    """
    need_role(desk, "review", READERS_OF_DRAFTS)
    letter = _shown(case_to_read(desk, number, "review").number)
    folder = need_folder(target)
    if letter.state != LetterState.APPROVED:
        path = print_draft(desk, number, folder)
        return [path, *_pictures(desk, path.read_bytes(), folder, path.stem)]
    made: list[Path] = []
    for copy in letters.copies(letter.id, letter.revision):
        made += _pictures(desk, approved(desk, letter, copy), folder, f"{letter.id}-salinan-{copy.copy}")
    return made


def _pictures(desk: Desk, pdf: bytes, folder: Path, stem: str) -> list[Path]:
    pages = page_pngs(pdf, _RESOLUTION, accept_risk=desk.settings["masuk.tanpa_isolasi"])
    made = []
    for page, picture in enumerate(pages, 1):
        path = folder / f"{stem}-halaman-{page}.png"
        write_durably(path, picture)
        made.append(path)
    return made


def _shown(case: str) -> Letter:
    found = [one for one in letters.of_case(case) if one.state in _SHOWN]
    if not found:
        raise NoLetter(case=case, state=" / ".join(_SHOWN))
    return found[-1]
