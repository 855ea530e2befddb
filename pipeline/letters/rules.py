"""The fourteen letter rules (product.md, *The answer letter*), checked before the chair sees a draft.

Each rule is a function from what is being checked to findings; :data:`RULES` lists them. A finding says which rule, what
is wrong, where, and what to do; it carries no person's name. Rules see the text alone, so a draft edited in Word is
checked like a rendered one. A letter that answers nothing, such as a request for clarification, keeps all rules but
those that speak of the answer (1, 2, part of 3).
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
    rules_content.invitation,
    rules_content.services,
    rules_content.unfilled,
    rules_content.addressed,
    rules_form.cited,
    rules_form.neutral,
    rules_content.no_chronology,
    rules_content.no_names,
    rules_content.no_reporter,
    rules_form.in_duplicate,
    rules_form.dated,
    rules_form.signed_by,
    rules_content.copied_to,
    rules_form.counted,
)
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
    """Return every broken rule of the letter whose text is ``text`` (see :func:`text.frozen_text`).

    ``day`` is the date that the letter bears; ``is_numbered`` says that the number must be there;
    ``awaits_number`` that number and date stay blank until the copies return: then rules 11 and 12 are left
    to :func:`check_day`. ``signatories`` are those who may sign on ``day`` (None: by the table alone).
    ``kind`` is what the letter is for.
    """
    who = may_sign(settings.signatories, day) if signatories is None else tuple(signatories)
    checked = Checked(read(text), matter, settings, day, copies, is_numbered, awaits_number, who, kind)
    applying = (rule for rule in RULES if kind.is_answer or rule not in OF_ANSWER)
    return tuple(finding for rule in applying for finding in rule(checked))


def check_day(
    text: str, matter: Matter, settings: Settings, day: date, signatories: Sequence[Signatory] | None = None
) -> tuple[Finding, ...]:
    """Return what rules 11 and 12 say of a ``day`` that was typed in when the copies came back.

    The page itself bears no date that can be read; the typed one stands for it.
    """
    who = may_sign(settings.signatories, day) if signatories is None else tuple(signatories)
    checked = Checked(read(text), matter, settings, day, 2, False, False, who)
    return (*rules_form.after_receipt(checked), *rules_form.signed_by(checked))
