"""Moves about personal data: a request to erase or restrict it is recorded, answered, and a restriction lifted (UU 27/2022)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases import erasure as law
from pipeline.cases.fields.decisions import REASON, one_of, reason
from pipeline.cases.fields.decisions import fields as erasure_fields
from pipeline.cases.states import State
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.office.base.fresh import READ
from pipeline.office.cases import erasure
from pipeline.office.cases.erasure_requests import version_of
from pipeline.web.moves.base import CHAIR, READERS, At, Done, Move, Seen, did, nothing, plain, same

_WRITTEN = frozenset(State) - {State.OLD, State.VOID}
GROUND = "ground"


def _ask_erasure(at: At) -> Seen:
    erasure.to_record(at.desk, at.number)
    note = Text(
        "Permintaan menghapus atau membatasi data pribadi (UU 27/2022). Ketua menjawabnya dalam 3 × 24 jam.",
        "A request to erase or restrict personal data (UU 27/2022). The chair answers within 3 × 24 hours.",
    )
    return Seen(
        things.case(at.desk, at.number), erasure_fields(at.desk.today), notes=(note,), version=version_of(at.number)
    )  # fmt: skip


def _answer_erasure(why: Text) -> Any:
    def opened(at: At) -> Seen:
        found = erasure.to_answer(at.desk, at.number)
        received = found.received.astimezone(at.desk.settings.zone)
        note = plain(
            Text("Diminta {asked}, diterima {when}, oleh {by}.", "Asked for: {asked}, received {when}, by {by}."),
            asked=law.ASKED.get(found.asked, found.asked), when=f"{received:%d-%m-%Y %H.%M}", by=found.by,
        )  # fmt: skip
        ground = one_of(
            GROUND, Text("Dasar hukum penolakan", "Ground in law"), Text("Satu dari daftar.", "One of the list."),
            list(law.GROUNDS.items()),
        )  # fmt: skip
        asked = (ground, reason(why)) if why is _REFUSING else (reason(why),)
        return Seen(things.case(at.desk, at.number), asked, notes=(note,), version=version_of(at.number))

    return opened


_GRANTING = Text("Alasan mengabulkan", "Reason for granting")
_REFUSING = Text("Alasan menolak", "Reason for refusing")


def _granted(at: At, answers: Mapping[str, Any]) -> Done:
    erasure.grant(at.desk, at.number, str(answers.get(REASON, "")), answers.get(READ))
    said = Text(
        "Permintaan dikabulkan; akses kasus {case} dibatasi mulai sekarang.",
        "The request is granted; access to case {case} is restricted from now on.",
    )
    return Done(plain(said, case=at.number), reverse("move", args=[at.number, "erasure-letter"]))


def _refused(at: At, answers: Mapping[str, Any]) -> Done:
    ground = str(answers.get(GROUND, ""))
    erasure.refuse(at.desk, at.number, ground, str(answers.get(REASON, "")), answers.get(READ))
    said = Text("Permintaan tentang kasus {case} ditolak.", "The request about case {case} is refused.")
    return Done(plain(said, case=at.number), reverse("move", args=[at.number, "erasure-letter"]))


def _lift(at: At) -> Seen:
    erasure.to_lift(at.desk, at.number)
    why = reason(Text("Alasan mencabut pembatasan", "Reason for lifting the restriction"))
    return Seen(things.case(at.desk, at.number), (why,), version=version_of(at.number))


def _erasure_letter(at: At) -> Seen:
    note = Text("Kalimat untuk surat kepada yang meminta:", "Words for the letter to whoever asked:")
    return Seen(notes=(note, same(erasure.letter(at.desk, at.number))), is_over=True)


ERASURE: dict[str, Move] = {
    "erasure": Move(
        Text("Permintaan penghapusan data", "Request for erasure"), Text("Catat permintaan", "Record the request"),
        _ask_erasure,
        did(lambda at, answers: erasure.record(at.desk, at.number, answers),
            Text("Permintaan tentang kasus {case} dicatat; ketua menjawabnya.", "The request about case {case} is recorded.")),
        READERS, _WRITTEN, is_raw=True,
    ),
    "grant-erasure": Move(
        Text("Mengabulkan permintaan penghapusan", "Grant the request for erasure"), Text("Kabulkan", "Grant"),
        _answer_erasure(_GRANTING), _granted, CHAIR, _WRITTEN, is_raw=True, is_compared=True, is_grave=True,
    ),
    "refuse-erasure": Move(
        Text("Menolak permintaan penghapusan", "Refuse the request for erasure"), Text("Tolak", "Refuse"),
        _answer_erasure(_REFUSING), _refused, CHAIR, _WRITTEN, is_raw=True, is_compared=True,
    ),
    "lift-restriction": Move(
        Text("Mencabut pembatasan akses", "Lift the restriction of access"), Text("Cabut pembatasan", "Lift it"), _lift,
        did(lambda at, answers: erasure.lift(at.desk, at.number, str(answers.get(REASON, "")), answers.get(READ)),
            Text("Pembatasan akses kasus {case} dicabut.", "The restriction of case {case} is lifted.")),
        CHAIR, _WRITTEN, is_raw=True, is_compared=True,
    ),
    "erasure-letter": Move(
        Text("Kalimat jawaban permintaan penghapusan", "Words of the answer to a request for erasure"), Text("", ""),
        _erasure_letter, nothing, READERS, _WRITTEN,
    ),
}  # fmt: skip
