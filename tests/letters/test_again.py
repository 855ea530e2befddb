"""A letter can be rendered again, byte for byte, from what is kept of it; where it cannot, that is said."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from pipeline.letters import package
from pipeline.letters.compose import Draft, again, compose, template_for
from pipeline.letters.errors import NoTemplate
from pipeline.letters.errors_press import NotAlike, TemplateChanged
from pipeline.letters.matter import Matter
from pipeline.settings import Settings
from tests.letters.matters import DAY, POLICE, SCHOOL, VICTIM, office

Composer = Callable[[Matter], Draft]


def once_more(draft: Draft, settings: Settings, letter: str, template_digest: str = "") -> bytes:
    fields = json.loads(json.dumps(draft.context))
    digest = template_digest or draft.template_digest
    return again(settings, draft.template, digest, fields, letter, package.digest(draft.docx))


@pytest.mark.parametrize("matter", [VICTIM, POLICE, SCHOOL])
def test_a_stored_context_and_template_give_the_stored_draft(
    matter: Matter, composed: Composer, settings: Settings
) -> None:
    draft = composed(matter)
    assert once_more(draft, settings, f"{matter.case}-1") == draft.docx


def test_another_wording_of_a_clause_since_then_changes_nothing(
    composed: Composer, settings: Settings
) -> None:
    draft = composed(VICTIM)
    (settings.templates / "klausul").mkdir(exist_ok=True)
    head = "nama: darurat\nversi: 9\nbagian: isi\nurutan: 50\nkanal: surat\nuntuk: perorangan\n\n"
    (settings.templates / "klausul" / "darurat.txt").write_text(f"{head}Lain sekali.", "utf-8")
    assert "darurat@9" in composed(VICTIM).clauses
    assert once_more(draft, settings, "2026-0001-1") == draft.docx


def test_a_template_changed_since_then_is_named(composed: Composer, settings: Settings) -> None:
    draft = composed(VICTIM)
    with pytest.raises(TemplateChanged) as caught:
        once_more(draft, settings, "2026-0001-1", "0" * 64)
    assert "surat-jawaban-perorangan" in caught.value.text()
    (settings.templates / f"{draft.template}.docx").unlink()
    with pytest.raises(NoTemplate):
        once_more(draft, settings, "2026-0001-1")


def test_another_paper_since_then_is_said(settings: Settings) -> None:
    draft = compose(VICTIM, settings, template_for(VICTIM), DAY, "2026-0001-1")
    with pytest.raises(NotAlike) as caught:
        once_more(draft, office(settings.home, surat__kertas="F4"), "2026-0001-1")
    assert "kertas" in caught.value.text()


@pytest.mark.parametrize("name", ["../rahasia", "~surat", ".surat", "a/b", ""])
def test_a_template_is_looked_for_in_its_folder_only(name: str, settings: Settings) -> None:
    (settings.home / "rahasia.docx").write_bytes(b"PK")
    with pytest.raises(NoTemplate):
        compose(VICTIM, settings, name, DAY)
