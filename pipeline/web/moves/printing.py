"""Moves that put a paper out for the printer: forms, sheets for a signature, reports; and the words that answer a request for erasure."""

from collections.abc import Mapping
from typing import Any

from pipeline.cases.fields.decisions import CHOSEN, one_of
from pipeline.cases.states import BY_VERB, PRINTERS, State
from pipeline.kernel.text import Text, as_it_is
from pipeline.lookup import things
from pipeline.lookup.kinds import SheetKind
from pipeline.office.base.desk import READERS
from pipeline.office.cases import crisis_print, erasure, inform_print
from pipeline.office.delivery import report
from pipeline.office.papers import forms, sheets
from pipeline.web.moves.base import At, Done, Move, Seen, just, nothing, printed

_PRINT = Text("Siapkan cetakan", "Prepare the print")
_WRITTEN = frozenset(State) - {State.OLD}
_FORMS = {
    "pendaftaran": Text("Formulir pendaftaran", "Registration form"),
    "tanda-terima": Text("Tanda terima pengaduan", "Receipt of the complaint"),
    "identifikasi": Text("Laporan hasil identifikasi", "Identification report"),
    "amplop": Text("Amplop", "Envelope"),
    "label": Text("Label alamat", "Address label"),
    "simfoni": Text("Lembar entri SIMFONI-PPA", "Entry sheet for SIMFONI-PPA"),
}
_SHEETS = {
    "verifikasi": Text("Lembar verifikasi", "Verification sheet"),
    "disposisi": Text("Lembar disposisi", "Disposition sheet"),
    "persetujuan": Text("Lembar persetujuan konsep", "Approval sheet of the draft"),
}


def _form(at: At) -> Seen:
    may = [(kind, said) for kind, said in _FORMS.items() if at.desk.actor.is_any(*forms.KINDS[kind].roles)]
    which = one_of(
        CHOSEN, Text("Formulir", "Form"), Text("Terisi dari kasus ini.", "Filled in from this case."), may,
        proposed=at.about,
    )  # fmt: skip
    return Seen(things.case(at.desk, at.number), (which,))


def _formed(at: At, answers: Mapping[str, Any]) -> Done:
    return printed(at, lambda folder: forms.make(at.desk, answers[CHOSEN], at.number, folder))


_NO_SHEET = Text(
    "Tidak ada langkah yang menunggu keputusan ketua sekarang, jadi tidak ada lembarnya.",
    "No step waits for a decision of the chair now, so there is no sheet.",
)


def _sheet(at: At) -> Seen:
    note = Text(
        "Untuk keputusan dengan tanda tangan di kertas: cetak, minta ketua mengisinya, pindai kembali; petugas lain mengetiknya.",
        "For a decision signed on paper: print it, let the chair fill it in, scan it back; another clerk types it in.",
    )
    case = things.case(at.desk, at.number)
    may = [(one.value, _SHEETS[one.value]) for one in sheets.possible(case)]
    if not may:
        return Seen(case, notes=(_NO_SHEET,), is_over=True)
    which = one_of(
        CHOSEN, Text("Lembar", "Sheet"), Text("Menurut langkah yang menunggu ketua.", "By the step that waits for the chair."),
        may, proposed=at.about or may[0][0],
    )  # fmt: skip
    return Seen(case, (which,), notes=(note,))


def _sheeted(at: At, answers: Mapping[str, Any]) -> Done:
    return printed(at, lambda folder: sheets.make(at.desk, SheetKind(answers[CHOSEN]), at.number, folder))


def _report(at: At) -> Seen:
    found = report.standing(at.desk, at.number)
    if found.is_closed:
        notes = [
            Text(
                "Kasus ini sudah ditutup: laporannya seperti diarsipkan.",
                "The case is closed: its report as filed.",
            )
        ]
    elif found.missing:
        notes = [
            Text("Sebelum kasus ditutup masih perlu:", "Before the case is closed:"),
            *(as_it_is(f"– {one.said.fill(at.lang)}") for one in found.missing),
        ]
    else:
        notes = [Text("Kasus ini sudah dapat ditutup.", "The case can be closed.")]
    steps = tuple(dict.fromkeys(one.next for one in found.missing))
    return Seen(things.case(at.desk, at.number), notes=notes, next=steps)


def _erasure_letter(at: At) -> Seen:
    note = Text("Kalimat untuk surat kepada yang meminta:", "Words for the letter to whoever asked:")
    return Seen(notes=(note, as_it_is(erasure.letter(at.desk, at.number))), is_over=True)


PRINTING: dict[str, Move] = {
    "erasure-letter": Move(
        Text("Kalimat jawaban permintaan penghapusan", "Words of the answer to a request for erasure"), Text("", ""),
        _erasure_letter, nothing, READERS, frozenset(State) - {State.OLD, State.VOID},
    ),
    "form": Move(Text("Mencetak formulir", "Print a form"), _PRINT, _form, _formed, PRINTERS, _WRITTEN),
    "sheet": Move(Text("Mencetak lembar keputusan", "Print a decision sheet"), _PRINT, _sheet, _sheeted, PRINTERS, _WRITTEN),
    "report": Move(
        Text("Laporan Penanganan Kasus", "Handling report"), _PRINT, _report,
        lambda at, _: printed(at, lambda folder: report.put_out(at.desk, at.number, folder)), BY_VERB["report"].roles,
        BY_VERB["report"].sources,
    ),
    "print-crisis": Move(
        Text("Mencetak Lembar Krisis", "Print the crisis sheet"), _PRINT,
        just(Text("Apa yang dilakukan sekarang, siapa dihubungi, bagaimana korban dihubungi dengan aman. Setiap cetakan dicatat.",
                   "What to do now, whom to call, how she is reached safely. Each print is written down.")),
        lambda at, _: printed(at, lambda folder: crisis_print.put_out(at.desk, at.number, folder)), PRINTERS, _WRITTEN,
    ),
    "print-contact": Move(
        Text("Mencetak Lembar Hubungan", "Print the contact slip"), _PRINT,
        just(Text("Jalur aman, jam, nomor, dan yang boleh diucapkan; tanpa isi pengaduan.",
                   "The safe way, hours, number and what may be said; nothing of the complaint.")),
        lambda at, _: printed(at, lambda folder: inform_print.put_out(at.desk, at.number, folder)), BY_VERB["inform"].roles,
        BY_VERB["inform"].sources,
    ),
}  # fmt: skip
