"""A letter from another sender is not answered in this case."""

from pipeline.cases.case import Case
from pipeline.cases.earlier import same_sender
from pipeline.cases.further import Further
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Next


def need_their_own(case: Case, letter: Further) -> None:
    """Refuse if not from the first sender."""
    if not same_sender(case.values, letter.values):
        raise Refusal(
            "office.not_their_letter",
            agenda=letter.agenda,
            case=case.number,
            first=next(iter(case.agenda), "–"),
        ).mended_by(parting(case, letter))


def parting(case: Case, letter: Further) -> Next:
    """The act that gives ``letter`` its own case."""
    other, slash, _ = letter.document.partition("/")
    return Next("unmerge-case", other) if slash else Next("divide-case", case.number, letter.document)
