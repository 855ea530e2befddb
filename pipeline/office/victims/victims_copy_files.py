"""Files of a victim's copy in ``var/salinan/<id>/``: pages as read, marks, PDF.

Each revision has its own files; its row says which one counts, so a kill leaves the one before whole. The
folder goes once the copy is filed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.cases.plain import from_plain, to_plain
from pipeline.intake.reading import Box, Page, page_as_plain, page_from_plain
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import write_durably
from pipeline.kernel.text import N_
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

ROOM = "salinan"
PDF, PLAN = "salinan", "usulan"
FORM_FILE = "formulir.pdf"
"""The registration form at the copy's beginning."""


@dataclass(frozen=True)
class Mark:
    """``box`` in pixels of the page as received, ``words`` if any were read."""

    box: Box
    words: str
    why: str


@dataclass(frozen=True)
class ChosenPage:
    """A page of a chosen document, with its marks."""

    page: Page
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Chosen:
    """Its SHA-512 may be of the form made for this."""

    name: str
    sha512: str
    pages: tuple[ChosenPage, ...]


@dataclass(frozen=True)
class Plan:
    """What a copy is made of."""

    documents: tuple[Chosen, ...]

    @property
    def pages(self) -> list[ChosenPage]:
        """All pages in the copy's order."""
        return [page for document in self.documents for page in document.pages]

    def with_pages(self, pages: Sequence[ChosenPage]) -> Plan:
        """The plan with other marks."""
        rest = iter(pages)
        return Plan(
            tuple(
                replace(document, pages=tuple(next(rest) for _ in document.pages))
                for document in self.documents
            )
        )


def logical(copy: str) -> str:
    """The copy's name in its case, among the derivatives."""
    return f"turunan/salinan-untuk-korban-{copy.lower()}.pdf"


def folder(settings: Settings, copy: str) -> Path:
    """``copy`` is an id."""
    return settings.var / ROOM / copy


def path_of(settings: Settings, copy: str, name: str, revision: int) -> Path:
    """Path of a revision's file."""
    return folder(settings, copy) / f"{name}-{revision}.{'pdf' if name == PDF else 'json'}"


def put(settings: Settings, copy: str, revision: int, plan: Plan, pdf: bytes, form: bytes = b"") -> None:
    """Durable; a revision counts once the database says so.

    The first takes the ``form`` along, and clears a killed run's remains.
    """
    where = folder(settings, copy)
    if revision == 1 and where.exists():
        shutil.rmtree(where)
    make_folder_durably(where)
    if form:
        write_durably(where / FORM_FILE, form)
    write_durably(
        path_of(settings, copy, PLAN, revision), json.dumps(_plain(plan), ensure_ascii=False).encode()
    )
    write_durably(path_of(settings, copy, PDF, revision), pdf)


def form_of(settings: Settings, copy: str) -> bytes:
    """The copy's registration form, or nothing."""
    try:
        return (folder(settings, copy) / FORM_FILE).read_bytes()
    except OSError:
        return b""


def plan_of(settings: Settings, case: str, copy: str, revision: int) -> Plan:
    """Refuses a missing one."""
    try:
        plain = json.loads(path_of(settings, copy, PLAN, revision).read_text("utf-8"))
        return _plan(plain)
    except (OSError, ValueError, KeyError, TypeError):
        raise gone(case, copy) from None


def gone(case: str, copy: str) -> Refusal:
    """The files of a copy are missing or damaged."""
    return Refusal(
        "office.victims_copy_changed",
        case=case,
        copy=copy,
        reason=N_("its files are missing or damaged"),
    )


def clear_before(settings: Settings, copy: str, revision: int) -> None:
    """Remove files of earlier revisions."""
    for path in folder(settings, copy).glob("*-*.*"):
        number = path.stem.rpartition("-")[2]
        if number.isdigit() and int(number) < revision:
            with suppress(OSError):
                path.unlink()


def discard(settings: Settings, copy: str) -> None:
    """Remove the folder of a filed or dropped copy."""
    shutil.rmtree(folder(settings, copy), ignore_errors=True)


def _plain(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "name": document.name,
            "sha512": document.sha512,
            "pages": [
                {"page": page_as_plain(page.page), "marks": to_plain(list(page.marks))}
                for page in document.pages
            ],
        }
        for document in plan.documents
    ]


def _plan(plain: Any) -> Plan:
    return Plan(
        tuple(
            Chosen(
                document["name"],
                document["sha512"],
                tuple(
                    ChosenPage(page_from_plain(page["page"]), from_plain(tuple[Mark, ...], page["marks"]))
                    for page in document["pages"]
                ),
            )
            for document in plain
        )
    )
