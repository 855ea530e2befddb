"""Forms an office prints beside its letters; what is not given stays empty."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import N_, Text
from pipeline.letters import forms_fields, package, template
from pipeline.letters.compose import in_font, neutral, on_paper, source_of
from pipeline.settings import Settings

ENVELOPES = {"DL": (12472, 6236), "C5": (12983, 9184)}
"""Twentieths of a point."""
HEAD_OF_CHAIN = "word/media/ujung.png"


@dataclass(frozen=True)
class Form:
    """A template with examples; ``least`` rows of its lists."""

    name: str
    title: Text
    example: Mapping[str, Any]
    is_one_page: bool = True
    is_envelope: bool = False
    least: Mapping[str, int] | None = None


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("tanda-terima", N_("acknowledgement of receipt"), forms_fields.RECEIPT),
        Form("serah-terima-salinan", N_("receipt of a copy"), forms_fields.COPY_RECEIPT),
        Form("formulir-pendaftaran", N_("registration form"), forms_fields.REGISTRATION,
              is_one_page=False),
        Form("laporan-hasil-identifikasi", N_("identification report"),
              forms_fields.IDENTIFICATION, is_one_page=False,
              least={"klarifikasi": 1, "bahasa": 1, "kronologi": 1}),
        Form("lembar-disposisi", N_("disposition sheet"), forms_fields.DISPOSITION,
              least={"petugas": 2}),
        Form("lembar-verifikasi", N_("verification sheet"), forms_fields.VERIFICATION,
              least={"kelengkapan": 1}),
        Form("lembar-persetujuan-konsep", N_("approval sheet of a draft"),
              forms_fields.APPROVAL),
        Form("laporan-penanganan-kasus", N_("case handling report"), forms_fields.HANDLING,
              is_one_page=False, least={"riwayat": 3}),
        Form("lembar-entri-simfoni", N_("sheet for entry into SIMFONI-PPA"),
              forms_fields.SIMFONI),
        Form("tanda-terima-surat", N_("receipt of a letter"), forms_fields.LETTER_RECEIPT),
        Form("amplop", N_("envelope"), forms_fields.POST, is_envelope=True),
        Form("label", N_("address label"), forms_fields.POST),
        Form("lembar-pengesahan-register", N_("register page of the month"),
              forms_fields.REGISTER_PAGE, least={"rincian": 1}),
    )
}  # fmt: skip
LETTERS: Mapping[str, Form] = {
    form.name: form
    for kind in LETTER_KINDS.values()
    for whom in kind.whom
    for form in (Form(f"{kind.template}-{whom}", kind.name, forms_fields.letter(kind), is_one_page=False),)
}
EVERY: Mapping[str, Form] = {**LETTERS, **FORMS}


def kind_of(name: str) -> str:
    """The known name with which a template's name begins."""
    return max((kind for kind in EVERY if name == kind or name.startswith(f"{kind}-")), key=len, default="")


def fields_of(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """All, those not given empty. Raises ``KeyError`` with an unknown path."""
    form = FORMS[name]
    filled = _laid_over(_emptied(form.example), given, "")
    for key, rows in (form.least or {}).items():
        blank = _emptied(form.example[key][0])
        filled[key] = [*filled[key], *[blank] * (rows - len(filled[key]))]
    return filled


def _emptied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _emptied(inner) for key, inner in value.items()}
    return [] if isinstance(value, list) else ""


def _laid_over(empty: dict[str, Any], given: Mapping[str, Any], path: str) -> dict[str, Any]:
    filled = dict(empty)
    for key, value in given.items():
        if key not in empty:
            raise KeyError(f"{path}{key}")
        is_group = isinstance(empty[key], dict) and isinstance(value, Mapping)
        filled[key] = _laid_over(empty[key], value, f"{path}{key}.") if is_group else value
    return filled


def render(
    settings: Settings,
    name: str,
    given: Mapping[str, Any],
    media: Mapping[str, bytes] | None = None,
    source: bytes | None = None,
) -> bytes:
    """From ``source`` or the office's; equal input gives equal bytes.

    ``media``: pictures by part name.
    """
    parts = package.inspect(source_of(settings, name) if source is None else source)
    parts = template.render(name, parts, fields_of(name, given))
    parts |= {part: data for part, data in (media or {}).items() if part in parts}
    parts[package.BODY] = _sized(parts[package.BODY], settings, FORMS[name])
    return neutral(in_font(parts, settings), "")


def _sized(body: bytes, settings: Settings, form: Form) -> bytes:
    if not form.is_envelope:
        return on_paper(body, settings)
    wide, high = ENVELOPES[settings["surat.amplop"]]
    size = f'<w:pgSz w:w="{wide}" w:h="{high}" w:orient="landscape"/>'
    return re.sub(rb"<w:pgSz\b[^>]*/>", size.encode(), body)


def ticked(choices: Sequence[tuple[str, str]], chosen: Sequence[str]) -> str:
    """Each choice unbroken behind a box, filled where ``chosen``."""
    marks = (("■" if value in chosen else "□") + f"\u00a0{label}" for value, label in choices)
    return "\u2003 ".join(mark.replace(" ", "\u00a0").replace("-", "\u2011") for mark in marks)
