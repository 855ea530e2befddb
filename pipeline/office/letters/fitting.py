"""Which templates of the office fit an answer: those of its kind, by their names; the one that bears the kind's name is usual."""

from pipeline.kernel.errors import Refusal
from pipeline.kernel.letter_kinds import LETTER_KINDS, LetterKind
from pipeline.letters.compose import names, template_for
from pipeline.letters.forms import kind_of
from pipeline.letters.matter import Matter
from pipeline.office.base.desk import Desk


def fitting(desk: Desk, about: Matter, kind: LetterKind, chosen: str = "") -> str:
    """Return the template of a letter of ``kind``: the one that was ``chosen``, else the usual one."""
    usual = template_for(about, kind)
    if not chosen or chosen == usual:
        return usual
    found = choices(desk, about)
    if chosen not in found:
        raise Refusal("office.template_unfit", template=chosen[:60], known=", ".join(found))
    return chosen


def choices(desk: Desk, about: Matter) -> tuple[str, ...]:
    """Return the names of the templates that answer, the usual one first."""
    usual = template_for(about)
    fit = {template_for(about, kind) for kind in LETTER_KINDS.values() if not kind.is_beside}
    return (usual, *(one for one in names(desk.settings) if one != usual and kind_of(one) in fit))
