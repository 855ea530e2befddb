"""Moves without a case: a telephone enquiry, the script, the letter numbers."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.urls import reverse

from pipeline.cases.states import PRINTERS
from pipeline.kernel.text import N_, Text
from pipeline.office.base.session import READERS
from pipeline.office.bookkeeping.days_off import add_holidays, remove_holiday
from pipeline.office.cases import phone
from pipeline.office.cases.enquire import enquire
from pipeline.office.engine.perform import perform
from pipeline.office.letters.numbering import NumberState, number_list
from pipeline.web.acts.base import ActContext, ActForm, ActPage, ActResult, nothing, printed
from pipeline.web.acts.declared import DECLARED, leading_to


def _enquired(at: ActContext, answers: Mapping[str, Any]) -> ActResult:
    words = perform(enquire, at.session, "", answers).told["say"]
    return ActResult(N_("Read aloud to the caller:"), shown=(str(words),))


def _numbers(at: ActContext) -> ActForm:
    listing = number_list(at.session)
    gaps = ", ".join(f"{gap['series']} {gap['seq']}" for gap in listing["gaps"])
    summary = N_("Letter numbers: {count}, without a gap.")
    if gaps:
        summary = N_("Letter numbers: {count}. Gaps: {gaps}.")
    row = N_("{number} – {state}, letter {letter}")
    rows = [
        row.of(number=number["number"], state=_NUMBERS[number["state"]], letter=number["letter"] or "–")
        for number in reversed(listing["numbers"])
    ]
    return ActForm(notes=(summary.of(count=len(rows), gaps=gaps), *rows), is_over=True)


_NUMBERS = {
    NumberState.RESERVED: N_("reserved, not back signed yet"),
    NumberState.COMMITTED: N_("used"),
    NumberState.VOID: N_("void"),
}  # fmt: skip


OFFICE: dict[str, ActPage] = {
    enquire.command: replace(DECLARED[enquire.command], act=_enquired, is_compared=False),
    "explain": ActPage(
        N_("Telephone script"), N_("Print the script"),
        lambda at: ActForm(aloud=phone.script(at.session)),
        lambda at, _: printed(
            at, lambda folder: phone.put_out_script(at.session, folder), N_("The script is ready to print.")
        ),
        PRINTERS,
        is_of_case=False,
    ),
    **{
        act.command: leading_to(act, lambda _: reverse("settings-holidays")) for act in (add_holidays, remove_holiday)
    },
    "numbers": ActPage(
        N_("List of the letter numbers"), Text("", ""), _numbers,
        nothing, READERS, is_of_case=False,
    ),
}  # fmt: skip
