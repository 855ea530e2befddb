"""Danger that is learned of at any step: the case leaves for the crisis procedure from whatever state it is in."""

from __future__ import annotations

from django.urls import reverse

from pipeline.cases.fields.decisions import CHOSEN, REASON, reason
from pipeline.cases.states import State
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.office.base import reported_sender
from pipeline.office.cases import crisis
from pipeline.web.moves.base import CHAIR, DESK, At, Link, Move, Seen, did, plain

_OPEN = Text("Buka kasus {case}", "Open case {case}")


def _declare(at: At) -> Seen:
    found = crisis.of(things.history_of(at.desk, at.number))
    if found is not None and found.is_open:
        told = Text(
            "Kasus ini sudah ditandai dan menunggu diambil alih.",
            "This case is marked already and waits to be taken over.",
        )
        return Seen(things.case(at.desk, at.number), notes=(told,), is_over=True)
    note = Text(
        "Untuk bahaya yang baru diketahui, dari telepon, surat lanjutan, atau di kantor. Kasus tampil merah pada setiap halaman sampai ada "
        "yang mengambil alih; surat jawaban menyusul.",
        "For danger that is learned of now, by a call, a further letter or at the office. The case shows red on every page until somebody "
        "takes it over; the letter follows.",
    )
    why = reason(Text("Bahaya apa yang diketahui?", "Which danger is known of?"))
    return Seen(things.case(at.desk, at.number), (why,), notes=(note,))


def _sender(at: At) -> Seen:
    case = reported_sender.look(at.desk, at.number)
    note = Text(
        "Pengirim atau pelapor mungkin terlapor dari korban yang sama dalam kasus {cases}: nama atau nomor teleponnya mirip. Sampai Anda "
        "memutuskan, tidak ada surat kasus ini yang keluar.",
        "The sender or the reporter may be the reported person of the same victim in case {cases}: the name or the telephone number is "
        "alike. Until you decide, no letter of this case goes out.",
    )
    found = reported_sender.cases_of(at.desk, case)
    links = [Link(plain(_OPEN, case=one), reverse("case", args=[one])) for one in found if one != at.number]
    return Seen(case, reported_sender.QUESTIONS, notes=(plain(note, cases=", ".join(found)),), links=links)


DANGER: dict[str, Move] = {
    "sender": Move(
        Text("Keputusan tentang pengirim", "Decision about the sender"), Text("Catat keputusan", "Record the decision"), _sender,
        did(lambda at, answers: reported_sender.decide(at.desk, at.number, answers[CHOSEN], str(answers.get(REASON, ""))),
            Text("Keputusan tentang pengirim kasus {case} dicatat.", "The decision about the sender of case {case} is recorded.")),
        CHAIR, frozenset(State) - {State.OLD, State.VOID}, is_grave=True,
    ),
    "declare-crisis": Move(
        Text("Nyatakan bahaya (SOP krisis)", "Declare a danger (crisis procedure)"), Text("Tandai sekarang", "Mark it now"), _declare,
        did(lambda at, answers: crisis.declare(at.desk, at.number, str(answers.get(REASON, ""))),
            Text("Kasus {case} ditandai pindah ke SOP krisis. Ambil alih sekarang, atau hubungi ketua.",
                 "Case {case} is marked for the crisis procedure. Take it over now, or call the chair.")),
        DESK, frozenset(State) - {State.OLD, State.VOID}, is_grave=True,
    ),
}  # fmt: skip
