"""The fourteen letter rules (product.md, *The answer letter*), checked before the chair sees a draft.

They see the text alone, so an edited draft is checked like a rendered one.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from pipeline.kernel.letter_kinds import ANSWER, LetterKind
from pipeline.letters import rules_content, rules_form
from pipeline.letters.finding import Checked, Finding
from pipeline.letters.matter import Matter
from pipeline.letters.text import read
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory, may_sign

RULES: tuple[Callable[[Checked], Iterator[Finding]], ...] = (
    rules_content.invitation, rules_content.services, rules_content.unfilled, rules_content.addressed,
    rules_form.cited, rules_form.neutral, rules_content.no_chronology, rules_content.no_names,
    rules_content.no_reporter, rules_form.in_duplicate, rules_form.dated, rules_form.signed_by,
    rules_content.copied_to, rules_form.counted,
)  # fmt: skip
OF_ANSWER = frozenset({rules_content.invitation, rules_content.services})


def check(
    text: str,
    matter: Matter,
    settings: Settings,
    day: date,
    *,
    copies: int = 2,
    is_numbered: bool = False,
    awaits_number: bool = False,
    signatories: Sequence[Signatory] | None = None,
    kind: LetterKind = ANSWER,
) -> tuple[Finding, ...]:
    """Return every broken rule of a letter with the text of :func:`text.frozen_text`, dated ``day``.

    ``awaits_number``: rules 11 and 12 are left to :func:`check_day`. ``signatories`` None: by the table
    alone.
    """
    who = may_sign(settings.signatories, day) if signatories is None else tuple(signatories)
    checked = Checked(read(text), matter, settings, day, copies, is_numbered, awaits_number, who, kind)
    applying = (rule for rule in RULES if kind.is_answer or rule not in OF_ANSWER)
    return tuple(finding for rule in applying for finding in rule(checked))


def check_day(
    text: str, matter: Matter, settings: Settings, day: date, signatories: Sequence[Signatory] | None = None
) -> tuple[Finding, ...]:
    """Return what rules 11 and 12 say of a ``day`` typed in when the copies came back."""
    who = may_sign(settings.signatories, day) if signatories is None else tuple(signatories)
    checked = Checked(read(text), matter, settings, day, 2, False, False, who)
    return (*rules_form.after_receipt(checked), *rules_form.signed_by(checked))
