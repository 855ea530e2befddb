"""Whether a copy for the victim may still be used: her documents are as they were, and the filed bytes are the approved ones."""

from pipeline.archive.opened import archive_of
from pipeline.kernel.errors import Refusal, suppressed
from pipeline.kernel.files import digest_bytes
from pipeline.office.victims.victims_copy_choice import FORM, options
from pipeline.office.victims.victims_copy_files import PDF, gone, logical, path_of
from pipeline.records import cases, entries
from pipeline.records.sheets import CopyState, Sheet
from pipeline.settings import Settings


def need_still(one: Sheet) -> None:
    """Refuse where a document left the case, changed or may no more be given."""
    may = {each.name: each for each in options(cases.get(one.case))}
    for each in one.decision["documents"]:
        now = may.get(each["name"])
        is_same = now is not None and (each["name"] == FORM or now.sha512 == each["sha512"])
        if now is None or not is_same or now.why_not is not None:
            raise Refusal(
                "office.victims_copy_changed",
                case=one.case,
                copy=one.id,
                reason_id="sebuah dokumennya tidak lagi boleh diserahkan",
                reason_en="one of its documents may no more be handed over",
            )


def filed(settings: Settings, one: Sheet) -> bytes:
    """Return the PDF of an approved copy from the archive, as it was approved."""
    path = next((each.path for each in cases.documents(one.case) if each.logical == logical(one.id)), "")
    try:
        data = archive_of(settings).read(path) if path else b""
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != one.digest:
        raise gone(one.case, one.id)
    return data


def working(settings: Settings, one: Sheet) -> bytes:
    """Return the PDF of a copy under way, as the database knows it by its digest."""
    try:
        data = path_of(settings, one.id, PDF, one.revision).read_bytes()
    except OSError:
        data = b""
    if digest_bytes(data, "sha256") != one.digest:
        raise gone(one.case, one.id)
    return data


def is_usable(settings: Settings, one: Sheet) -> bool:
    """Tell whether a copy that waits or is approved can go on; one that cannot stands in nobody's way."""
    with suppressed("office.victims_copy_changed"):
        need_still(one)
        if one.state == CopyState.WAITING:
            working(settings, one)
        elif not entries.unfinished(one.case):
            filed(settings, one)
        return True
    return False
