"""What doctor says of the bucket of an archive: whether it keeps versions, by which rule it locks them, whether the key may ask.

Without versions a stolen key overwrites and removes for good; with COMPLIANCE nobody can carry out a lawful destruction.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.archive.opened import archive_of
from pipeline.kernel.errors import RangkapError, Text
from pipeline.office.letters.fitness import Row
from pipeline.settings import Settings
from pipeline.stores.versioned import COMPLIANCE, Rule

WHAT, RIGHTS = "versi dan kunci ember", "hak kunci kantor di ember"
_UNVERSIONED = Text("embernya tidak menyimpan versi", "the bucket keeps no versions")
_UNLOCKED = Text("embernya tidak mengenal object lock", "the bucket knows no object lock")
_NO_RULE = Text("embernya tidak punya aturan kunci", "the bucket has no lock rule")
_GOVERNANCE = Text("GOVERNANCE, {span}", "GOVERNANCE, {span}")
_COMPLIANCE = Text(
    "COMPLIANCE, {span}: pemusnahan yang sah tidak dapat dikerjakan",
    "COMPLIANCE, {span}: lawful destruction cannot be carried out",
)
_NEXT = "minta pemilik ember mengaturnya menurut docs/archive.md, bagian “Making the bucket”"
_GRANT = "minta pemilik ember memberi kunci itu semua hak menurut docs/archive.md, bagian “Making the bucket”"


def rows(settings: Settings) -> Iterator[Row]:
    """Yield one row about the rule of the bucket, or about the rights without which it cannot be asked of all that counts.

    None where the archive lies in a folder, or the bucket cannot be reached.
    """
    try:
        archive = archive_of(settings)
        if lacking := ", ".join(archive.rights_lacking()):
            yield Row(
                RIGHTS, False, f"tidak ada: {lacking}", _GRANT, key="bucket.rights", fields={"names": lacking}
            )
            return
        rule = archive.lock_rule()
    except RangkapError:
        return  # why is said of the archive
    if rule is None:
        return
    ok, warning, words = _judged(rule)
    yield Row(WHAT, ok, words.id, _NEXT, warning, key="bucket.lock", fields={"why": words})


def _judged(rule: Rule) -> tuple[bool, bool, Text]:
    """Return whether it is well, whether it may stay so if not, and what is found."""
    unit, unit_en = ("tahun", "years") if rule.is_years else ("hari", "days")
    if rule.mode == COMPLIANCE:
        found, is_well, may_stay = _COMPLIANCE, False, False
    elif not rule.has_versions:
        found, is_well, may_stay = _UNVERSIONED, False, True
    elif not rule.has_lock:
        found, is_well, may_stay = _UNLOCKED, False, True
    elif not rule.mode:
        found, is_well, may_stay = _NO_RULE, False, True
    else:
        found, is_well, may_stay = _GOVERNANCE, True, False
    told = Text(
        found.id.format(span=f"{rule.period} {unit}"), found.en.format(span=f"{rule.period} {unit_en}")
    )
    return is_well, may_stay, told
