"""Moves of disposal: lists of what may be destroyed are proposed, printed, approved, withdrawn, carried out by minutes."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.days import short_day
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import DisposalState
from pipeline.office.disposal import against, destroy, dispose, dispose_print
from pipeline.web.moves.acts import leading_to
from pipeline.web.moves.base import CHAIR, At, Done, Link, Move, Seen, plain, printed

_KEEPERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
_STEPS = (
    ("dispose-print", tuple(DisposalState), _KEEPERS, Text("cetak", "print")),
    ("approve-disposal", (DisposalState.PROPOSED,), CHAIR, Text("catat persetujuan", "record the approval")),
    ("destroy-disposal", (DisposalState.APPROVED, DisposalState.DESTROYING), _KEEPERS, Text("musnahkan", "destroy")),
    ("withdraw-disposal", (DisposalState.PROPOSED, DisposalState.APPROVED), _KEEPERS, Text("cabut", "withdraw")),
)  # fmt: skip


def _dispose(at: At) -> Seen:
    found = dispose.lists(at.desk)
    standings = dispose.look(at.desk)
    over = [one for one in standings if not one.reason]
    notes = [
        plain(
            Text("Kasus yang masa simpannya habis dan dapat diusulkan musnah: {count}.",
                 "Cases whose time is over and that may be proposed: {count}."),
            count=len(over),
        ),
        Text("Daftar baru belum memusnahkan apa pun.", "A new list destroys nothing yet."),
        *(dispose.listed(one)[0] for one in found),
    ]  # fmt: skip
    links = [
        Link(plain(Text("{list}: {step}", "{list}: {step}"), list=one.id, step=said), _url(name, one.id))
        for one in found
        for name, states, roles, said in _STEPS
        if one.state in states and at.desk.actor.is_any(*roles)
    ]
    until = Text("{case}, disimpan sampai {day}: {why}.", "{case}, kept until {day}: {why}.")
    more = [
        plain(
            until, case=one.retention.case, why=against.told(one.reason),
            day=short_day(one.retention.until) if one.retention.until else "–",
        )
        for one in standings[:200]
        if one.reason
    ]  # fmt: skip
    return Seen(notes=notes, links=links, more=more)


def _url(name: str, about: str) -> str:
    return f"{reverse('office-move', args=[name])}?tentang={about}"


def _proposed(at: At, _answers: Mapping[str, Any]) -> Done:
    one = dispose.propose(at.desk)
    said = Text("Daftar {list} dibuat dengan {count} kasus.", "List {list} is made with {count} cases.")
    return Done(plain(said, list=one.id, count=len(one.cases)), reverse("office-move", args=["dispose"]))


def _print(at: At) -> Seen:
    return Seen(notes=dispose.listed(dispose.get(at.desk, at.about)))


DISPOSAL: dict[str, Move] = {
    "dispose": Move(
        Text("Pemusnahan menurut jadwal retensi", "Destruction by the retention schedule"), Text("Buat daftar usul musnah", "Make a list"),
        _dispose, _proposed, _KEEPERS, is_of_case=False,
    ),
    "dispose-print": Move(
        Text("Mencetak daftar usul musnah", "Print a list"), Text("Siapkan cetakan", "Prepare the print"), _print,
        lambda at, _: printed(at, lambda folder: dispose_print.put(at.desk, at.about, folder)), _KEEPERS,
        is_of_case=False,
    ),
    **{
        act.command: leading_to(act, lambda _: reverse("office-move", args=["dispose"]))
        for act in (dispose.approve_disposal, dispose.withdraw_disposal, destroy.destroy_disposal)
    },
}  # fmt: skip
