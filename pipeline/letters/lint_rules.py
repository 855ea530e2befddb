"""The letter rules asked about a few paragraphs rather than a whole letter: clauses, or what was typed into a template."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.letters import rules
from pipeline.letters.checked import Checked
from pipeline.letters.finding import Finding
from pipeline.letters.lint_samples import Sample
from pipeline.letters.text import Sheet

INVITED, SERVED, CITED, TOLD = 1, 2, 5, 7
"""The rules about the content of a letter: the advice to come, the services, what is answered, no chronology."""


def of_content(body: Sequence[str], subject: str, one: Sample, wanted: Collection[int]) -> Iterator[Finding]:
    """Yield what the ``wanted`` rules find in the paragraphs ``body`` of a letter about a sample."""
    sheet = Sheet("", "", "", subject, "", (), tuple(body), (), (), "\n".join(body))
    checked = Checked(
        sheet=sheet,
        matter=one.matter,
        settings=one.settings,
        day=one.day,
        copies=2,
        is_numbered=False,
        awaits_number=False,
        signatories=one.settings.signatories,
    )
    for rule in rules.RULES:
        yield from (finding for finding in rule(checked) if finding.rule in wanted)
