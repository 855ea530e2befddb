"""The files of a copy for the victim in ``var/salinan/<id>/``: what was read, what is to be black, the PDF of it.

Each revision has files of its own, named by its number; the row in the database says which revision counts. So a
kill leaves the revision before, whole. What is filed stays in the archive; the folder goes when that is done.
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
from pipeline.settings import Settings
from pipeline.stores.folder import make_folder_durably

ROOM = "salinan"
PDF, PLAN = "salinan", "usulan"
FORM_FILE = "formulir.pdf"
"""The registration form as it was when the copy was begun."""


@dataclass(frozen=True)
class Mark:
    """One place to black out: ``box`` in pixels of the page as received, ``words`` there if any were read, ``why``."""

    box: Box
    words: str
    why: str


@dataclass(frozen=True)
class ChosenPage:
    """One page of a chosen document: as it was read, and its marks."""

    page: Page
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Chosen:
    """A chosen document: its name, its SHA-512 (of the form made for this), its pages."""

    name: str
    sha512: str
    pages: tuple[ChosenPage, ...]


@dataclass(frozen=True)
class Plan:
    """What a copy is made of, document by document."""

    documents: tuple[Chosen, ...]

    @property
    def pages(self) -> list[ChosenPage]:
        """All pages in their order: page n of the copy is the n-th of them."""
        return [each for one in self.documents for each in one.pages]

    def with_pages(self, pages: Sequence[ChosenPage]) -> Plan:
        """Return the plan with other marks on its pages."""
        rest = iter(pages)
        return Plan(tuple(replace(one, pages=tuple(next(rest) for _ in one.pages)) for one in self.documents))


def logical(copy: str) -> str:
    """Return the name of a copy in its case: a derivative, as its folder says."""
    return f"turunan/salinan-untuk-korban-{copy.lower()}.pdf"


def folder(settings: Settings, copy: str) -> Path:
    """Return where the files of ``copy`` (its id) lie."""
    return settings.var / ROOM / copy


def path_of(settings: Settings, copy: str, name: str, revision: int) -> Path:
    """Return the path of a file of a revision."""
    return folder(settings, copy) / f"{name}-{revision}.{'pdf' if name == PDF else 'json'}"


def put(settings: Settings, copy: str, revision: int, plan: Plan, pdf: bytes, form: bytes = b"") -> None:
    """Write a revision, durably; it counts once the database says so. With the first goes the ``form``, if it is chosen.

    What a killed run left in the folder of a copy that is new is removed.
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
    """Return the registration form made for ``copy``; nothing where there is none."""
    try:
        return (folder(settings, copy) / FORM_FILE).read_bytes()
    except OSError:
        return b""


def plan_of(settings: Settings, case: str, copy: str, revision: int) -> Plan:
    """Return the plan of a revision. Refuses where it is not there."""
    try:
        plain = json.loads(path_of(settings, copy, PLAN, revision).read_text("utf-8"))
        return _plan(plain)
    except (OSError, ValueError, KeyError, TypeError):
        raise gone(case, copy) from None


def gone(case: str, copy: str) -> Refusal:
    """Return the refusal of a copy whose files are missing or damaged."""
    return Refusal(
        "office.victims_copy_changed",
        case=case,
        copy=copy,
        reason_id="berkasnya hilang atau rusak",
        reason_en="its files are missing or damaged",
    )


def clear_before(settings: Settings, copy: str, revision: int) -> None:
    """Remove the files of revisions before ``revision``."""
    for one in folder(settings, copy).glob("*-*.*"):
        number = one.stem.rpartition("-")[2]
        if number.isdigit() and int(number) < revision:
            with suppress(OSError):
                one.unlink()


def discard(settings: Settings, copy: str) -> None:
    """Remove the folder of a copy that is filed, or will not be used."""
    shutil.rmtree(folder(settings, copy), ignore_errors=True)


def _plain(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "sha512": one.sha512,
            "pages": [
                {"page": page_as_plain(each.page), "marks": to_plain(list(each.marks))} for each in one.pages
            ],
        }
        for one in plan.documents
    ]


def _plan(plain: Any) -> Plan:
    return Plan(
        tuple(
            Chosen(
                one["name"],
                one["sha512"],
                tuple(
                    ChosenPage(page_from_plain(each["page"]), from_plain(tuple[Mark, ...], each["marks"]))
                    for each in one["pages"]
                ),
            )
            for one in plain
        )
    )
