"""Moves of a whole case: opened again, voided, merged, parted, divided; held back from destruction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from pipeline.cases.case import Case
from pipeline.cases.fields.decisions import CHOSEN, INTO, REASON, other_case, reason, some_of
from pipeline.cases.fields.table import REGISTRATION
from pipeline.cases.states import BY_VERB, State
from pipeline.kernel.people import Role
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.office.base.desk import Desk
from pipeline.office.base.value_words import word_of
from pipeline.office.delivery import close, divide, merge, void_case
from pipeline.office.disposal import hold
from pipeline.web.moves.base import CHAIR, At, Done, Move, Seen, Summary, did, just, paper, plain

_KEEPERS = frozenset({Role.CHAIR, Role.ARCHIVIST})


def _void(at: At) -> Seen:
    case = void_case.to_void(at.desk, at.number)
    note = Text(
        "Nomor kasus {case} dan nomor register {register} tetap ada dalam register sebagai batal dan tidak dipakai lagi. "
        "Dokumennya tinggal di kasus ini. Milik kasus lain? Pindahkan dahulu dokumennya. Harus didaftarkan lagi? Pindai kertasnya "
        "sekali lagi.",
        "Case number {case} and register number {register} stay in the register as void and are never used again. The "
        "documents stay here. Do they belong to another case? Move them first. To be registered anew? Scan the paper again.",
    )
    said = plain(note, case=case.number, register=case.register_number)
    return Seen(case, (reason(Text("Alasan pembatalan", "Reason for voiding")),), notes=(said,))


def _reopen(at: At) -> Seen:
    close.need_to_reopen(at.desk, at.number)
    note = Text(
        "Kasus kembali kepada petugasnya. Surat, penyampaian, dan laporannya tetap dalam arsip; penutupan berikutnya bertanya lagi.",
        "The case goes back to its officer. Letter, delivery and report stay in the archive; the next closing asks again.",
    )
    why = reason(Text("Alasan membuka kembali", "Reason for opening it again"))
    return Seen(things.case(at.desk, at.number), (why,), notes=(note,))


def _reopened(at: At, answers: Mapping[str, Any]) -> Done:
    case = close.reopen(at.desk, at.number, answers[REASON])
    said = Text(
        "Kasus {case} dibuka kembali dan berstatus “{state}”.", "Case {case} is open again and is “{state}”."
    )
    return Done(plain(said, case=case.number, state=word_of("state", case.state)))


def _merge_seen(at: At, answers: Mapping[str, Any]) -> Summary:
    left, right = merge.plan(at.desk, at.number, answers[INTO])
    lines = (
        plain(
            Text("{case} ({state}) ditutup sebagai “digabung”", "{case} ({state}) is closed as “digabung”"),
            case=_named(left), state=word_of("state", left.state),
        ),
        plain(
            Text("{case} ({state}) dilanjutkan, juga untuk surat-surat kasus ini",
                 "{case} ({state}) goes on, also with the letters of this case"),
            case=_named(right), state=word_of("state", right.state),
        ),
    )  # fmt: skip
    return Summary(lines, f"{left.number}.{left.version}-{right.number}.{right.version}")


def _named(case: Case) -> str:
    return f"{case.number} / register {case.register_number}"


def _merged(at: At, answers: Mapping[str, Any]) -> Done:
    after = merge.merge(at.desk, merge.plan(at.desk, at.number, answers[INTO]), answers[REASON])
    said = Text(
        "Kasus {left} digabung ke {right}. Keliru? Pada kasus {left}: Tindakan lain, “Memisah lagi”.",
        "Case {left} was merged into {right}. A mistake? In case {left}: Other moves, “Part again”.",
    )
    return Done(plain(said, left=at.number, right=after.number), reverse("case", args=[after.number]))


def _parted(at: At, answers: Mapping[str, Any]) -> Done:
    after = merge.part(at.desk, at.number, answers[REASON])
    said = Text(
        "Kasus {case} berdiri sendiri lagi ({state}).", "Case {case} stands by itself again ({state})."
    )
    return Done(plain(said, case=after.number, state=word_of("state", after.state)))


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
    "reopen": Move(
        Text("Membuka kembali kasus", "Open the case again"), Text("Buka kembali", "Open again"), _reopen, _reopened,
        CHAIR, BY_VERB["reopen"].sources,
    ),
    "void": Move(
        Text("Membatalkan pendaftaran", "Void the registration"), Text("Batalkan pendaftaran", "Void the registration"),
        _void,
        did(lambda at, answers: void_case.void(at.desk, at.number, answers[REASON]),
            Text("Pendaftaran kasus {case} dibatalkan.", "The registration of case {case} is void.")),
        BY_VERB["void"].roles, BY_VERB["void"].sources, is_grave=True,
    ),
    "merge": Move(
        Text("Menggabung dengan kasus lain", "Merge with another case"), Text("Gabungkan", "Merge"),
        just(
            Text("Kasus ini ditutup dengan hasil “digabung”; nomor, dokumen, dan riwayatnya tetap. Penanganan dan jawaban dilanjutkan "
                 "dalam kasus yang Anda sebut.",
                 "This case is closed with the outcome “digabung”; numbers, documents and history stay. Handling and answer go on in the "
                 "case you name."),
            other_case(
                Text("Digabung ke kasus", "Merged into case"),
                Text("Nomor kasus tempat penanganan dilanjutkan.", "Number of the case in which the handling goes on."),
            ),
            reason(Text("Alasan penggabungan", "Reason for merging")),
        ),
        _merged,
        CHAIR, BY_VERB["merge"].sources, _merge_seen, is_grave=True,
    ),
    "part": Move(
        Text("Memisah lagi dari kasus lain", "Part again from another case"), Text("Pisahkan lagi", "Part again"),
        just(
            Text("Kasus ini berdiri sendiri lagi, di tempatnya sebelum digabung. Kedua kasus mencatatnya.",
                 "This case stands by itself again, where it stood before. Both cases say so."),
            reason(Text("Alasan memisah lagi", "Reason for parting them again")),
        ),
        _parted, CHAIR, BY_VERB["unmerge"].sources,
    ),
    "divide": Move(
        Text("Membagi kasus", "Divide the case"), Text("Daftarkan kasus baru", "Register the new case"), _divide, _divided,
        BY_VERB["divide"].roles, BY_VERB["divide"].sources,
    ),
    "hold": Move(
        Text("Menangguhkan pemusnahan", "Place a legal hold"), Text("Tangguhkan", "Hold"),
        just(
            Text("Pengadilan, kepolisian, atau pemeriksa masih memerlukannya: kasus ini tidak masuk daftar usul musnah sampai ketua "
                 "mencabut penangguhannya.",
                 "A court, the police or an auditor still needs it: the case comes on no list of what may be destroyed until the chair "
                 "lifts the hold."),
            reason(Text("Alasan penangguhan", "Reason for the hold")),
            of=lambda at: hold.need_open(at.desk, at.number),
        ),
        did(lambda at, answers: hold.hold(at.desk, at.number, answers[REASON]),
            Text("Pemusnahan kasus {case} ditangguhkan.", "Case {case} is under a legal hold.")),
        _KEEPERS,
        frozenset(State) - {State.VOID},
    ),
    "release": Move(
        Text("Mencabut penangguhan pemusnahan", "Lift a legal hold"), Text("Cabut penangguhan", "Lift the hold"),
        just(
            Text("Masa simpannya berlaku lagi.", "Its retention counts again."),
            reason(Text("Alasan penangguhan dicabut", "Reason why the hold is lifted")),
            of=lambda at: hold.need_open(at.desk, at.number, lift=True),
        ),
        did(lambda at, answers: hold.hold(at.desk, at.number, answers[REASON], lift=True),
            Text("Penangguhan kasus {case} dicabut.", "The hold of case {case} is lifted.")),
        CHAIR, frozenset(State) - {State.VOID},
    ),
}  # fmt: skip
