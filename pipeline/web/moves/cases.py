"""Moves of a whole case: opened again, voided, merged, parted, divided; held back from destruction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.decisions import CHOSEN, REASON, reason, some_of
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.states import BY_VERB
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.office.base.desk import Desk
from pipeline.office.delivery import divide
from pipeline.web.moves.base import At, Done, Move, Seen, paper, plain

_KEEPERS = frozenset({Role.CHAIR, Role.ARCHIVIST})


def _divide(at: At) -> Seen:
    names = incoming_of(at.desk, at.number)
    case, _ = divide.to_divide(at.desk, at.number, names)
    note = Text(
        "Satu kasus memuat dua perkara? Pilih dokumennya, lalu isi pendaftaran kasus yang baru. Dokumen itu lalu ada dalam kedua "
        "kasus; tidak ada yang hilang dari kasus lama.",
        "Does one case hold two matters? Choose the documents, then register the new case. They are then in both cases; nothing "
        "leaves the old one.",
    )
    chosen = some_of(
        CHOSEN,
        Text("Dokumen untuk kasus baru", "Documents for the new case"),
        Text("Surat yang memuat perkara kedua.", "The letters that hold the second matter."),
        among(names),
    )
    why = reason(Text("Alasan pembagian", "Reason for dividing"))
    return Seen(case, (chosen, why, *REGISTRATION), notes=(note,))


def incoming_of(desk: Desk, number: str) -> list[str]:
    """Return the names of the incoming documents of a case, in their order."""
    names = [one.logical for one in things.documents_of(desk, number)]
    return [
        one
        for one in names
        if one.startswith(("surat-masuk-", "catatan-telepon", "pindaian-lama-")) and _is_first(one)
    ]


def among(names: Sequence[str]) -> list[tuple[str, Text]]:
    """Return documents to choose from, each with the words for it."""
    return [(name, paper(name)) for name in names]


def _is_first(name: str) -> bool:
    return "-asal-" not in name and "-laporan-tte" not in name


def _divided(at: At, answers: Mapping[str, Any]) -> Done:
    given = {name: one for name, one in answers.items() if name not in (CHOSEN, REASON)}
    new = divide.divide(at.desk, at.number, answers[CHOSEN], given, answers[REASON])
    said = Text(
        "Terdaftar sebagai kasus {new}, nomor register {register}, dibagi dari kasus {case}. Periksa juga isian kasus {case}.",
        "Registered as case {new}, register number {register}, divided from case {case}. Check the answers of case {case}, too.",
    )
    told = plain(said, new=new.number, register=new.register_number, case=at.number)
    return Done(told, reverse("case", args=[new.number]))


CASES: dict[str, Move] = {
    "divide": Move(
        Text("Membagi kasus", "Divide the case"), Text("Daftarkan kasus baru", "Register the new case"), _divide, _divided,
        BY_VERB["divide"].roles, BY_VERB["divide"].sources,
    ),
}  # fmt: skip
