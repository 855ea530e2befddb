"""Which documents the victim may get a copy of, with reasons (UU 12/2022).

A third party's letter is never handed over, even blacked out: hand, wording and paper tell who wrote it.
Papers of the office's own work stay inside.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.archive.opened import archive_of
from pipeline.archive.read import Document
from pipeline.cases.case import Case
from pipeline.cases.states import State
from pipeline.kernel.errors import Refusal, suppressed
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.text import N_, Text
from pipeline.letters.black import is_own_report
from pipeline.office.victims.victims_copy_files import PDF, gone, logical, path_of
from pipeline.records import arrivals, cases, entries, letters
from pipeline.records.letters import LetterState
from pipeline.records.sheets import CopyState, Sheet
from pipeline.settings import Settings

FORM = "formulir-pendaftaran"
"""The registration form as the case stands, chosen like a document."""

_INTERNAL = N_("a working paper of the office")
_OLD = N_("a case of the paper register does not say who wrote")

_VOID = N_("the registration of this case was voided; make the copy from the right case")
_OF_STATE = {State.OLD: _OLD, State.VOID: _VOID}
"""Why nothing of such a case is given."""


@dataclass(frozen=True)
class Option:
    """A document's SHA-512 (none for the form); ``why_not``: it may not be chosen."""

    name: str
    sha512: str = ""
    why_not: Text | None = None


def _own_letter(case: Case, document: Document) -> bool:
    first = case.arrivals[:1]
    return is_own_report(case.values) and bool(first) and arrivals.get(first[0]).sha512 == document.sha512


def _to_her(case: Case, document: Document) -> bool:
    match = re.match(r"surat-(\d{4}-\d+-\d+)-", document.logical)
    letter = letters.find(match[1]) if match else None
    is_valid = letter is not None and letter.case == case.number and letter.state == LetterState.SIGNED
    return is_valid and is_own_report(case.values)


def _never(_case: Case, _one: Document) -> bool:
    return False


_RULES: Sequence[tuple[str, Callable[[Case, Document], bool], Text]] = (
    (
        r"surat-masuk-1\.(pdf|jpe?g|png|tiff?|bmp|webp|heif|heic|docx)",
        _own_letter,
        N_("somebody else wrote it, and a third party's letter is never handed over"),
    ),
    (
        r"surat-masuk-\d+\.\w+",
        _never,
        N_("its sender is not recorded to be the victim"),
    ),
    (
        r"surat-[\d-]+-r\d+-salinan-[12]-ttd\.\w+",
        _to_her,
        N_("it is not addressed to the victim, or was withdrawn"),
    ),
    (
        r"turunan/surat-masuk-\d+\.pdf",
        _never,
        N_("a derivative for reading and searching, with text behind the picture; choose the original"),
    ),
    (r"turunan/.*-salinan-ketikan(?:-\d+)?\.txt", _never, _INTERNAL),
    (
        r"surat-.*",
        _never,
        N_("drafts, prints and reports of checks are for the office only"),
    ),
    (
        r"catatan-telepon\.txt",
        _never,
        N_(
            "the record of a call holds words of clerk and caller; what it says stands in the registration "
            "form"
        ),
    ),
    (
        r"turunan/salinan-untuk-korban-.*",
        _never,
        N_("it is such a copy already; print that again"),
    ),
    (r".*", _never, _INTERNAL),
)


def options(case: Case) -> list[Option]:
    """The registration form first; moved and restricted documents do not appear."""
    choices = [Option(FORM, "", _OF_STATE.get(case.state))]
    choices += [
        Option(document.logical, document.sha512, _why_not(case, document))
        for document in cases.documents(case.number)
    ]
    return choices


def _why_not(case: Case, document: Document) -> Text | None:
    if case.state in _OF_STATE:
        return _OF_STATE[case.state]
    if not case.arrivals and document.logical.startswith("surat-masuk-"):
        return N_(
            "it belongs to the case from which this one was divided; make the copy of it from that case"
        )
    may, reason = next((may, why) for name, may, why in _RULES if re.fullmatch(name, document.logical))
    return None if may(case, document) else reason


def need_choosable(case: Case, names: Sequence[str]) -> list[Option]:
    """The options called ``names``, each once."""
    known = {option.name: option for option in options(case)}
    for name in names:
        if name not in known:
            raise Refusal("office.no_such_document", case=case.number, document=name[:80])
        why = known[name].why_not
        if why is not None:
            raise Refusal("office.not_choosable", case=case.number, document=name, reason=why)
    return [known[name] for name in dict.fromkeys(names)]


def need_still(sheet: Sheet) -> None:
    """A document left the case, changed or became forbidden."""
    may = {option.name: option for option in options(cases.get(sheet.case))}
    for document in sheet.decision["documents"]:
        now = may.get(document["name"])
        is_same = now is not None and (document["name"] == FORM or now.sha512 == document["sha512"])
        if now is None or not is_same or now.why_not is not None:
            raise Refusal(
                "office.victims_copy_changed",
                case=sheet.case,
                copy=sheet.id,
                reason=N_("one of its documents may no more be handed over"),
            )


def filed(settings: Settings, sheet: Sheet) -> bytes:
    """The PDF of an approved copy from the archive."""
    path = next(
        (document.path for document in cases.documents(sheet.case) if document.logical == logical(sheet.id)),
        "",
    )
    try:
        data = archive_of(settings).read(path) if path else b""
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != sheet.digest:
        raise gone(sheet.case, sheet.id)
    return data


def working(settings: Settings, sheet: Sheet) -> bytes:
    """The PDF of a copy under way, checked by its digest."""
    try:
        data = path_of(settings, sheet.id, PDF, sheet.revision).read_bytes()
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != sheet.digest:
        raise gone(sheet.case, sheet.id)
    return data


def is_usable(settings: Settings, sheet: Sheet) -> bool:
    """Whether a waiting or approved copy can go on."""
    with suppressed("office.victims_copy_changed"):
        need_still(sheet)
        if sheet.state == CopyState.WAITING:
            working(settings, sheet)
        elif not entries.unfinished(sheet.case):
            filed(settings, sheet)
        return True
    return False
