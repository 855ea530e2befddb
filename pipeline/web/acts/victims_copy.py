"""The copy for the victim (UU 12/2022): its state, and its pages beside the corrections."""

from dataclasses import replace

from django.urls import reverse

from pipeline.cases.states import State
from pipeline.kernel.text import N_, Text
from pipeline.lookup import visible
from pipeline.office.base.value_labels import word_of
from pipeline.office.engine.declare import Act
from pipeline.office.engine.perform import is_open, open_act
from pipeline.office.victims import victims_copy, victims_copy_hand
from pipeline.office.victims.victims_copy import change_copy, propose_copy
from pipeline.office.victims.victims_copy_choice import options
from pipeline.office.victims.victims_copy_hand import COPY_ACTS
from pipeline.web import prints
from pipeline.web.acts.base import ActContext, ActForm, ActPage, Link, nothing
from pipeline.web.acts.declared import DECLARED, leading_to

_WRITTEN = frozenset(State) - {State.OLD, State.VOID}
LOOK = "copy-look"


def _copies(at: ActContext) -> ActForm:
    case, all_copies = victims_copy.seen(at.session, at.number)
    note = N_(
        "A copy of the file for the victim: documents are chosen, what is about others is blackened, "
        "a person looks at every page, the chair approves, and it is handed over against receipt."
    )
    line = N_("Copy {copy}: {state}.")
    copies = [copy.sheet for copy in all_copies]
    notes = [
        note,
        *(line.of(copy=copy.id, state=word_of("sheet", copy.state)) for copy in copies),
    ]
    more = [
        N_("{name}: {why}.").of(name=word_of("document", option.name), why=option.why_not)
        for option in options(case)
        if option.why_not
    ]
    steps = [
        step for step in victims_copy_hand.next_steps(at.session, case) if step.act != change_copy.command
    ]
    return ActForm(case, notes=notes, next=steps, more=more, is_over=True)


def _look(at: ActContext) -> ActForm:
    key = prints.put_out(
        at.session, at.number, lambda folder: victims_copy.show(at.session, at.number, folder)
    )
    case, copies = victims_copy.seen(at.session, at.number)
    copy = copies[-1].sheet
    pages = range(1, len(prints.of(at.session, key).pictures) + 1)
    note = N_(
        "Copy {copy}, revision {revision}. What is framed is blackened. The computer sees neither "
        "handwriting nor pictures: read every page yourself."
    )
    steps = victims_copy_hand.next_steps(at.session, case)
    return replace(
        _corrections(at),
        notes=[note.of(copy=copy.id, revision=copy.revision)],
        pictures=[reverse("printed-picture", args=[key, page]) for page in pages],
        links=[Link(N_("As it will be printed"), reverse("printed", args=[key]))],
        next=[step for step in steps if step.act not in (LOOK, change_copy.command)],
    )


def _corrections(at: ActContext) -> ActForm:
    """No page is drawn, so none counts as looked at."""
    case = visible.case(at.session, at.number)
    if not is_open(at.session, change_copy, case, visible.history_of(at.session, at.number)):
        return ActForm(case, is_over=True)
    now = open_act(at.session, change_copy, at.number)
    return ActForm(case, now.fields, version=now.version)


def _leading_on(act: Act) -> ActPage:
    if act.is_printed:
        return DECLARED[act.command]
    to = LOOK if act in (propose_copy, change_copy) else "copy"
    return leading_to(act, lambda at: reverse("move", args=[at.number, to]))


_ACTS = {act.command: _leading_on(act) for act in COPY_ACTS}
_LOOKING = replace(
    _ACTS[change_copy.command], opened=_look, asked=_corrections, roles=victims_copy.SEERS, states=_WRITTEN
)
COPIES: dict[str, ActPage] = {
    **_ACTS,
    "copy": ActPage(
        N_("Copy for the victim"), Text("", ""), _copies, nothing, victims_copy.SEERS, _WRITTEN
    ),
    LOOK: _LOOKING,
    change_copy.command: _LOOKING,
}  # fmt: skip
