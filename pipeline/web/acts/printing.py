"""Moves that make a paper, and the answer to an erasure request."""

from django.urls import reverse

from pipeline.cases.fields.decisions import CHOSEN, one_of
from pipeline.cases.states import BY_VERB, PRINTERS, State
from pipeline.kernel.text import N_, Text, as_it_is
from pipeline.lookup import visible
from pipeline.office.base.retention import KEEPERS
from pipeline.office.base.session import READERS
from pipeline.office.cases import contact_sheets, erasure
from pipeline.office.delivery import report
from pipeline.office.disposal import destroy, dispose, dispose_print
from pipeline.office.papers import forms
from pipeline.web.acts.base import ActContext, ActForm, ActPage, just, nothing, printed
from pipeline.web.acts.declared import leading_to

_PRINT = N_("Prepare the print")
_WRITTEN = frozenset(State) - {State.OLD}
FORMS = {
    "pendaftaran": N_("Registration form"),
    "tanda-terima": N_("Receipt of the complaint"),
    "identifikasi": N_("Identification report"),
    "amplop": N_("Envelope"),
    "label": N_("Address label"),
    "simfoni": N_("Entry sheet for SIMFONI-PPA"),
}


def _form(at: ActContext) -> ActForm:
    may = [(kind, text) for kind, text in FORMS.items() if at.session.actor.is_any(*forms.KINDS[kind].roles)]
    which = one_of(
        CHOSEN, N_("Form", "printing"), N_("Filled in from this case."), may,
        proposed=at.about,
    )  # fmt: skip
    return ActForm(visible.case(at.session, at.number), (which,))


def _report(at: ActContext) -> ActForm:
    state = report.standing(at.session, at.number)
    if state.is_closed:
        notes = [N_("The case is closed: its report as filed.")]
    elif state.missing:
        notes = [
            N_("Before the case is closed:"),
            *(as_it_is(f"– {missing.said.fill(at.lang)}") for missing in state.missing),
        ]
    else:
        notes = [N_("The case can be closed.")]
    steps = tuple(dict.fromkeys(missing.next for missing in state.missing))
    return ActForm(visible.case(at.session, at.number), notes=notes, next=steps)


def _erasure_letter(at: ActContext) -> ActForm:
    note = N_("Words for the letter to whoever asked:")
    return ActForm(notes=(note, as_it_is(erasure.letter(at.session, at.number))), is_over=True)


PRINTING: dict[str, ActPage] = {
    "erasure-letter": ActPage(
        N_("Words of the answer to a request for erasure"), Text("", ""),
        _erasure_letter, nothing, READERS, frozenset(State) - {State.OLD, State.VOID},
    ),
    "form": ActPage(N_("Print a form"), _PRINT, _form,
        lambda at, answers: printed(at, lambda folder: forms.make(at.session, answers[CHOSEN], at.number, folder)), PRINTERS, _WRITTEN),
    "report": ActPage(
        N_("Handling report"), _PRINT, _report,
        lambda at, _: printed(at, lambda folder: report.put_out(at.session, at.number, folder)), BY_VERB["report"].roles,
        BY_VERB["report"].sources,
    ),
    "print-crisis": ActPage(
        N_("Print the crisis sheet"), _PRINT,
        just(N_("What to do now, whom to call, how the victim is reached safely. Each print is recorded.")),
        lambda at, _: printed(at, lambda folder: contact_sheets.put_out_crisis(at.session, at.number, folder)), PRINTERS, _WRITTEN,
    ),
    "print-contact": ActPage(
        N_("Print the contact slip"), _PRINT,
        just(N_("The safe way, hours, number and what may be said; nothing of the complaint.")),
        lambda at, _: printed(at, lambda folder: contact_sheets.put_out_slip(at.session, at.number, folder)), BY_VERB["inform"].roles,
        BY_VERB["inform"].sources,
    ),
    "dispose-print": ActPage(
        N_("Print a list"), _PRINT, lambda at: ActForm(notes=dispose.listed(dispose.get(at.session, at.about))),
        lambda at, _: printed(at, lambda folder: dispose_print.put(at.session, at.about, folder)), KEEPERS,
        is_of_case=False,
    ),
    **{
        act.command: leading_to(act, lambda _: reverse("office-move", args=[dispose.propose_disposal.command]))
        for act in (dispose.propose_disposal, dispose.approve_disposal, dispose.withdraw_disposal, destroy.destroy_disposal)
    },
}  # fmt: skip
