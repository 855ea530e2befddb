"""What a typed code stands for, in words."""

from collections.abc import Mapping
from typing import Any

from pipeline.kernel.letter_kinds import LETTER_KINDS
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import SheetState

_LETTER = Text(
    "Surat {letter} ({kind}), kasus {case}: {state}.", "Letter {letter} ({kind}), case {case}: {state}."
)
_COPY = Text(
    "Salinan ke-{copy} dari 2, revisi {revision}: {back}.", "Copy {copy} of 2, revision {revision}: {back}."
)
_CURRENT = Text("Revisi ini masih berlaku.", "This revision is the one that counts.")
_OLD = Text("Revisi ini TIDAK berlaku lagi: jangan ditandatangani atau disampaikan.",
            "This revision counts NO more: neither sign nor deliver it.")  # fmt: skip
_BACK = Text("pindaian bertanda tangannya sudah kembali", "its signed scan is back")
_AWAY = Text("pindaian bertanda tangannya belum kembali", "its signed scan is not back yet")
_CASE = Text("Selengkapnya: rangkap show {case}", "All of it: rangkap show {case}")
_SHEET = Text(
    "Lembar {kind} {sheet}, kasus {case}: {state}.", "Sheet {sheet} ({kind}), case {case}: {state}."
)
_DECIDE = Text(
    "Catat keputusannya: rangkap record-decision {sheet}",
    "Type in its decision: rangkap record-decision {sheet}",
)
_SCAN = Text(
    "Sesudah ditandatangani, pindai lembar itu ke inbox.", "Once it is signed, scan it into the inbox."
)
_PAGE = Text("Lembar pengesahan register {page}, sampai catatan ke-{entry}: {state}.",
             "Register page {page}, up to entry {entry}: {state}.")  # fmt: skip
_PAGE_COPY = Text("Salinan ke-{copy} dari 2: {back}.", "Copy {copy} of 2: {back}.")


def told(found: Mapping[str, Any], lang: str) -> str:
    """What :func:`pipeline.office.overview.find.resolve` found, a sentence a line."""
    lines = _page if "page" in found else _sheet if "sheet" in found else _letter
    return "\n".join(lines(found, lang))


def _sheet(found: Mapping[str, Any], lang: str) -> list[str]:
    told_ = {name: found[name] for name in ("sheet", "kind", "case", "state")}
    next_ = {SheetState.MADE: [_SCAN], SheetState.RETURNED: [_DECIDE]}.get(found["state"], [])
    return [one.fill(lang, **told_) for one in (_SHEET, *next_, _CASE)]


def _page(found: Mapping[str, Any], lang: str) -> list[str]:
    lines = [_PAGE.fill(lang, page=found["page"], entry=found["entry"], state=found["state"])]
    copies = [found["copy"]] if "copy" in found else [1, 2]
    return lines + [
        _PAGE_COPY.fill(lang, copy=one, back=_back(one in found["received"], lang)) for one in copies
    ]


def _letter(found: Mapping[str, Any], lang: str) -> list[str]:
    kind = LETTER_KINDS[found["kind"]].name.fill(lang)
    lines = [_LETTER.fill(lang, letter=found["letter"], kind=kind, case=found["case"], state=found["state"])]
    if "copy" in found:
        back = _back(found["received"], lang)
        lines.append(_COPY.fill(lang, copy=found["copy"], revision=found["revision"], back=back))
        lines.append((_CURRENT if found["current"] else _OLD).fill(lang))
    return [*lines, _CASE.fill(lang, case=found["case"])]


def _back(is_back: bool, lang: str) -> str:
    return (_BACK if is_back else _AWAY).fill(lang)
