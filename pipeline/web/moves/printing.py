"""Moves that make a paper, and the answer to an erasure request."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.decisions import CHOSEN, one_of
from pipeline.cases.states import BY_VERB, PRINTERS, State
from pipeline.kernel.text import Text, as_it_is
from pipeline.lookup import things
from pipeline.lookup.kinds import SheetKind
from pipeline.office.base.desk import READERS
from pipeline.office.base.retention import KEEPERS
from pipeline.office.cases import contact_sheets, erasure
from pipeline.office.delivery import deliver, deliver_print, report
from pipeline.office.disposal import destroy, dispose, dispose_print
from pipeline.office.papers import forms, sheets
from pipeline.web.moves.acts import leading_to
from pipeline.web.moves.base import At, Done, Link, Move, Seen, just, nothing, printed

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


def _send(at: At) -> Seen:
    now = deliver.to_send(at.desk, at.number)
    note = Text(
        "Keluarnya surat dicatat dalam buku ekspedisi, lalu tanda terimanya (dan amplop, bila dikirim) siap dicetak. Minta penerima "
        "menandatangani, pindai tanda terimanya, lalu catat hasilnya.",
        "That the letter leaves is entered in the dispatch book; then its receipt (and the envelope, where it is sent) is ready "
        "to print. Have the receiver sign, scan the receipt, then record the result.",
    )
    label = Link(
        Text("Label alamat", "Address label"), f"{reverse('move', args=[at.number, 'form'])}?tentang=label"
    )
    return Seen(
        now.case, deliver.fields_to_send(at.desk, now), notes=(deliver.safe(now), note), links=(label,)
    )


def _sent(at: At, answers: Mapping[str, Any]) -> Done:
    said = Text(
        "Surat kasus {case} tercatat keluar. Sesudah dicetak, catat hasilnya bila sudah ada kabar.",
        "The letter of case {case} is entered as gone out. Once printed, record the result when there is news.",
    )
    return printed(at, lambda folder: deliver_print.put_out(at.desk, at.number, folder, answers), said)


PRINTING: dict[str, Move] = {
    "erasure-letter": Move(
        Text("Kalimat jawaban permintaan penghapusan", "Words of the answer to a request for erasure"), Text("", ""),
        _erasure_letter, nothing, READERS, frozenset(State) - {State.OLD, State.VOID},
    ),
    "form": Move(Text("Mencetak formulir", "Print a form"), _PRINT, _form,
        lambda at, answers: printed(at, lambda folder: forms.make(at.desk, answers[CHOSEN], at.number, folder)), PRINTERS, _WRITTEN),
    "sheet": Move(Text("Mencetak lembar keputusan", "Print a decision sheet"), _PRINT, _sheet,
        lambda at, answers: printed(at, lambda folder: sheets.make(at.desk, SheetKind(answers[CHOSEN]), at.number, folder)), PRINTERS, _WRITTEN),
    "report": Move(
        Text("Laporan Penanganan Kasus", "Handling report"), _PRINT, _report,
        lambda at, _: printed(at, lambda folder: report.put_out(at.desk, at.number, folder)), BY_VERB["report"].roles,
        BY_VERB["report"].sources,
    ),
    "print-crisis": Move(
        Text("Mencetak Lembar Krisis", "Print the crisis sheet"), _PRINT,
        just(Text("Apa yang dilakukan sekarang, siapa dihubungi, bagaimana korban dihubungi dengan aman. Setiap cetakan dicatat.",
                   "What to do now, whom to call, how she is reached safely. Each print is written down.")),
        lambda at, _: printed(at, lambda folder: contact_sheets.put_out_crisis(at.desk, at.number, folder)), PRINTERS, _WRITTEN,
    ),
    "print-contact": Move(
        Text("Mencetak Lembar Hubungan", "Print the contact slip"), _PRINT,
        just(Text("Jalur aman, jam, nomor, dan yang boleh diucapkan; tanpa isi pengaduan.",
                   "The safe way, hours, number and what may be said; nothing of the complaint.")),
        lambda at, _: printed(at, lambda folder: contact_sheets.put_out_slip(at.desk, at.number, folder)), BY_VERB["inform"].roles,
        BY_VERB["inform"].sources,
    ),
    "send": Move(
        Text("Mengeluarkan surat dan mencetak tanda terima", "Send the letter out and print its receipt"),
        Text("Catat keluar dan siapkan cetakan", "Enter it as gone out and prepare the print"), _send, _sent, BY_VERB["dispatch"].roles,
        BY_VERB["dispatch"].sources, is_compared=True,
    ),
    "dispose-print": Move(
        Text("Mencetak daftar usul musnah", "Print a list"), _PRINT, lambda at: Seen(notes=dispose.listed(dispose.get(at.desk, at.about))),
        lambda at, _: printed(at, lambda folder: dispose_print.put(at.desk, at.about, folder)), KEEPERS,
        is_of_case=False,
    ),
    **{
        act.command: leading_to(act, lambda _: reverse("office-move", args=[dispose.propose_disposal.command]))
        for act in (dispose.propose_disposal, dispose.approve_disposal, dispose.withdraw_disposal, destroy.destroy_disposal)
    },
}  # fmt: skip
