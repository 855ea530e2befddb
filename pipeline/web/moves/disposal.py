"""Moves of disposal: lists of what may be destroyed are proposed, printed, approved, withdrawn, carried out by minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.days import short_day
from pipeline.cases.fields.decisions import REASON, day, reason, words
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.lookup.kinds import Disposal, DisposalState
from pipeline.office.disposal import against, destroy, dispose, dispose_print
from pipeline.web.moves.base import CHAIR, At, Done, Link, Move, Seen, plain, printed, same

_KEEPERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
NUMBER, DATED, SURE = "paper_number", "paper_day", "sure"
_STATES = {
    DisposalState.PROPOSED: Text("diusulkan", "proposed"), DisposalState.APPROVED: Text("disetujui", "approved"),
    DisposalState.WITHDRAWN: Text("dicabut", "withdrawn"), DisposalState.DESTROYING: Text("sedang dimusnahkan", "being destroyed"),
    DisposalState.DESTROYED: Text("dimusnahkan", "destroyed"),
}  # fmt: skip
_STEPS = (
    ("dispose-print", tuple(DisposalState), _KEEPERS, Text("cetak", "print")),
    ("dispose-approve", (DisposalState.PROPOSED,), CHAIR, Text("catat persetujuan", "record the approval")),
    ("dispose-destroy", (DisposalState.APPROVED, DisposalState.DESTROYING), _KEEPERS, Text("musnahkan", "destroy")),
    ("dispose-withdraw", (DisposalState.PROPOSED, DisposalState.APPROVED), _KEEPERS, Text("cabut", "withdraw")),
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
        *(_told(one) for one in found),
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


def _told(one: Disposal) -> Text:
    said = Text("Daftar {list}: {state}, {count} kasus.", "List {list}: {state}, {count} cases.")
    return plain(said, list=one.id, state=_STATES[DisposalState(one.state)], count=len(one.cases))


def _proposed(at: At, _answers: Mapping[str, Any]) -> Done:
    one = dispose.propose(at.desk)
    said = Text("Daftar {list} dibuat dengan {count} kasus.", "List {list} is made with {count} cases.")
    return Done(plain(said, list=one.id, count=len(one.cases)), reverse("office-move", args=["dispose"]))


def _listed(one: Disposal) -> tuple[Text, ...]:
    rows = (same(f"– {each.case}  {each.register_number}") for each in one.cases)
    kept = Text(
        "Isi dokumen {case} yang pernah salah berkas tetap ada dalam arsip {cases}.",
        "Documents of {case} that were misfiled remain in the archive of {cases}.",
    )
    remain = (
        plain(kept, case=each.case, cases=", ".join(each.remains)) for each in one.cases if each.remains
    )
    return (_told(one), *rows, *remain)


def _paper(label: Text) -> tuple[Any, ...]:
    return (
        words(NUMBER, label, Text("Seperti pada suratnya.", "As on the paper."), "700/12/2036", 80),
        day(DATED, Text("Tanggalnya", "Its day"), Text("Seperti pada suratnya.", "As on the paper.")),
    )


def _given(answers: Mapping[str, Any]) -> dispose.Paper:
    return dispose.Paper(answers[NUMBER], date.fromisoformat(answers[DATED]))


def _approve(at: At) -> Seen:
    one = dispose.to_approve(at.desk, at.about)
    return Seen(
        fields=_paper(Text("Nomor surat persetujuan", "Number of the approval")),
        notes=_listed(one),
        version=one.version,
    )


def _print(at: At) -> Seen:
    one = dispose.get(at.desk, at.about)
    return Seen(notes=_listed(one), version=one.version)


def _withdraw(at: At) -> Seen:
    one = dispose.get(at.desk, at.about)
    return Seen(
        fields=(reason(Text("Alasan mencabut daftar", "Reason for withdrawing the list")),),
        notes=_listed(one),
        version=one.version,
    )


def _destroy(at: At) -> Seen:
    one = destroy.to_destroy(at.desk, at.about)
    warning = Text(
        "Berkas semua kasus ini dimusnahkan untuk selamanya. Yang tinggal hanya baris register dan catatan pemusnahan.",
        "The files of all these cases are destroyed for good. What stays is the row of the register and the note of it.",
    )
    sure = words(
        SURE,
        Text("Ketik nomor daftarnya sekali lagi", "Type the number of the list once more"),
        same(one.id),
        "",
        20,
    )
    fields = (
        (*_paper(Text("Nomor berita acara", "Number of the minutes")), sure)
        if one.state == DisposalState.APPROVED
        else ()
    )
    return Seen(fields=fields, notes=(warning, *_listed(one)), version=one.version)


def _destroyed(at: At, answers: Mapping[str, Any]) -> Done:
    if SURE in answers and str(answers[SURE]).strip().upper() != at.about.upper():
        said = Text(
            "Nomornya tidak sama; tidak ada yang dimusnahkan.", "The number differs; nothing was destroyed."
        )
        return Done(said, _url("dispose-destroy", at.about))
    minutes = _given(answers) if NUMBER in answers else None
    one = destroy.destroy(at.desk, at.about, minutes).disposal
    said = Text(
        "Daftar {list} dilaksanakan: {count} kasus dimusnahkan.",
        "List {list} is carried out: {count} cases destroyed.",
    )
    return Done(plain(said, list=one.id, count=len(one.cases)), reverse("office-move", args=["dispose"]))


def _step(
    act: Callable[[At, Mapping[str, Any]], Disposal], said: Text
) -> Callable[[At, Mapping[str, Any]], Done]:
    return lambda at, answers: Done(
        plain(said, list=act(at, answers).id), reverse("office-move", args=["dispose"])
    )


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
    "dispose-approve": Move(
        Text("Mencatat persetujuan daftar", "Record the approval of a list"), Text("Catat persetujuan", "Record the approval"), _approve,
        _step(lambda at, answers: dispose.approve(at.desk, at.about, _given(answers)),
              Text("Daftar {list} disetujui.", "List {list} is approved.")),
        CHAIR, is_of_case=False,
    ),
    "dispose-withdraw": Move(
        Text("Mencabut daftar usul musnah", "Withdraw a list"), Text("Cabut daftar", "Withdraw the list"), _withdraw,
        _step(lambda at, answers: dispose.withdraw(at.desk, at.about, answers[REASON]),
              Text("Daftar {list} dicabut.", "List {list} is withdrawn.")),
        _KEEPERS, is_of_case=False,
    ),
    "dispose-destroy": Move(
        Text("Memusnahkan menurut berita acara", "Destroy by minutes"), Text("Musnahkan", "Destroy"), _destroy, _destroyed, _KEEPERS,
        is_of_case=False, is_grave=True,
    ),
}  # fmt: skip
