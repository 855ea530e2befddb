"""The copy for the victim in words: what may be chosen, what is blacked out page by page, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.kernel.errors import Text
from pipeline.kernel.people import Actor, Role
from pipeline.lookup.kinds import CopyState, Sheet
from pipeline.office.victims.victims_copy import Seen
from pipeline.office.victims.victims_copy_choice import Option
from pipeline.office.victims.victims_copy_withdraw import has_prints

_MAY = Text("Boleh dipilih:", "May be chosen:")
_MAY_NOT = Text("Tidak diserahkan:", "Not handed over:")
_COPIES = Text("Salinan untuk korban:", "Copies for the victim:")
_PAGE = Text("Halaman {page} ({document}): {count} bagian", "Page {page} ({document}): {count} places")
_POOR = Text(
    "    ! halaman ini sulit dibaca: lihat sendiri", "    ! this page is hard to read: look at it yourself"
)
_NOTHING = Text("    tidak ada yang ditemukan", "    nothing was found")
_LOOK = Text("Komputer tidak melihat tulisan tangan dan gambar. Lihat halamannya: rangkap copy {case} --show DIR",
             "The computer sees neither handwriting nor pictures. Look at the pages: rangkap copy {case} --show DIR")  # fmt: skip
_NEXT = {
    CopyState.PROPOSED: Text("ubah: rangkap copy {case} --change; lihat: rangkap copy {case} --show DIR; teruskan: rangkap copy "
                             "{case} --ready",
                             "change: rangkap copy {case} --change; look: rangkap copy {case} --show DIR; send on: rangkap "
                             "copy {case} --ready"),
    CopyState.RETURNED: Text("perbaiki: rangkap copy {case} --change", "mend it: rangkap copy {case} --change"),
    CopyState.WAITING: Text("ketua: rangkap copy {case} --show DIR", "chair: rangkap copy {case} --show DIR"),
    CopyState.APPROVED: Text("cetak: rangkap copy {case} --print DIR; sesudah diserahkan: rangkap copy {case} --handed; tidak diambil "
                             "(ketua): rangkap copy {case} --withdraw",
                             "print: rangkap copy {case} --print DIR; once handed over: rangkap copy {case} --handed; not fetched "
                             "(chair): rangkap copy {case} --withdraw"),
}  # fmt: skip
_TO_SHRED = Text("musnahkan {count} cetakan dan tanda terimanya, lalu: rangkap copy {case} --shredded",
                 "destroy {count} prints and their receipts, then: rangkap copy {case} --shredded")  # fmt: skip
_SEND_ON = Text("Bila ada yang kurang: rangkap copy {case} --change. Bila lengkap: rangkap copy {case} --ready",
                "If something is missing: rangkap copy {case} --change. If nothing is: rangkap copy {case} --ready")  # fmt: skip
_DECIDE = Text("Setujui: rangkap copy {case} --approve. Kembalikan: rangkap copy {case} --return",
               "Approve: rangkap copy {case} --approve. Return: rangkap copy {case} --return")  # fmt: skip
_POORLY = 0.75


def state(known: Sequence[Option], found: Sequence[Seen], lang: str) -> str:
    """Return what may be chosen and why not the rest, and how each copy stands."""
    may = [one for one in known if one.why_not is None]
    lines = [_MAY.fill(lang), *(f"  {at} {one.name}" for at, one in enumerate(may, 1))]
    rest = [(one.name, one.why_not) for one in known if one.why_not is not None]
    if rest:
        lines += ["", _MAY_NOT.fill(lang), *(f"  {name}: {why.fill(lang)}" for name, why in rest)]
    if found:
        lines += ["", _COPIES.fill(lang)]
    for one in found:
        sheet = one.sheet
        why = f" ({_why(sheet)})" if _why(sheet) else ""
        lines.append(f"  {sheet.id}  {sheet.state}{why}  {next_of(sheet, lang)}".rstrip())
    return "\n".join(lines)


def _why(sheet: Sheet) -> str:
    """Return the reason for which a copy was returned or withdrawn."""
    if sheet.state == CopyState.UNCLAIMED:
        return str(sheet.decision["withdrawn"]["reason"])
    return str(sheet.decision["reason"]) if sheet.state == CopyState.RETURNED else ""


def marks(made: Seen, lang: str) -> str:
    """Return what is blacked out, page by page, with the numbers of the frames."""
    lines, number = [], 0
    for document in made.plan.documents if made.plan else ():
        for each in document.pages:
            number += 1
            lines.append(_PAGE.fill(lang, page=number, document=document.name, count=len(each.marks)))
            lines += [f"    {number}.{at} {one.words} ({one.why})" for at, one in enumerate(each.marks, 1)]
            if not each.marks:
                lines.append(_NOTHING.fill(lang))
            if each.page.source == "ocr" and each.page.confidence < _POORLY:
                lines.append(_POOR.fill(lang))
    return "\n".join([*lines, _LOOK.fill(lang, case=made.sheet.case)])


def next_of(sheet: Sheet, lang: str) -> str:
    """Return what comes next for a copy, as whole commands; nothing where it is over."""
    if has_prints(sheet):
        return _TO_SHRED.fill(lang, case=sheet.case, count=sheet.printed)
    words = _NEXT.get(CopyState(sheet.state))
    return words.fill(lang, case=sheet.case) if words else ""


def after_look(sheet: Sheet, actor: Actor, lang: str) -> str:
    """Return what who has just looked at the pages may type."""
    is_waiting = sheet.state == CopyState.WAITING
    words = (
        _DECIDE
        if is_waiting and actor.is_any(Role.CHAIR)
        else _NEXT[CopyState.WAITING]
        if is_waiting
        else _SEND_ON
    )
    return words.fill(lang, case=sheet.case)


def copy_json(made: Seen) -> dict[str, Any]:
    """Return a copy as plain values, with its marks."""
    sheet = made.sheet
    plain: dict[str, Any] = {
        "copy": sheet.id,
        "case": sheet.case,
        "state": str(sheet.state),
        "revision": sheet.revision,
        "sha256": sheet.digest,
        "documents": list(sheet.decision.get("documents", ())),
    }
    if made.plan:
        plain["pages"] = [
            [{"box": list(mark.box), "words": mark.words, "why": mark.why} for mark in each.marks]
            for each in made.plan.pages
        ]
    return plain


def to_json(known: Sequence[Option], found: Sequence[Seen], lang: str) -> dict[str, Any]:
    """Return what may be chosen and the copies there are as plain values."""
    rows = [
        {
            "name": one.name,
            "choosable": one.why_not is None,
            "reason": one.why_not.fill(lang) if one.why_not else "",
        }
        for one in known
    ]
    return {"documents": rows, "copies": [copy_json(one) for one in found]}
