"""Moves that make a paper, and the answer to an erasure request."""

from django.urls import reverse

from pipeline.cases.fields.decisions import CHOSEN, one_of
from pipeline.cases.states import BY_VERB, PRINTERS, State
from pipeline.kernel.text import Text, as_it_is
from pipeline.lookup import things
from pipeline.office.base.desk import READERS
from pipeline.office.base.retention import KEEPERS
from pipeline.office.cases import contact_sheets, erasure
from pipeline.office.delivery import report
from pipeline.office.disposal import destroy, dispose, dispose_print
from pipeline.office.papers import forms
from pipeline.web.moves.acts import leading_to
from pipeline.web.moves.base import At, Move, Seen, just, nothing, printed

_PRINT = Text("Siapkan cetakan", "Prepare the print")
_WRITTEN = frozenset(State) - {State.OLD}
FORMS = {
    "pendaftaran": Text("Formulir pendaftaran", "Registration form"),
    "tanda-terima": Text("Tanda terima pengaduan", "Receipt of the complaint"),
    "identifikasi": Text("Laporan hasil identifikasi", "Identification report"),
    "amplop": Text("Amplop", "Envelope"),
    "label": Text("Label alamat", "Address label"),
    "simfoni": Text("Lembar entri SIMFONI-PPA", "Entry sheet for SIMFONI-PPA"),
}


def _form(at: At) -> Seen:
    may = [(kind, said) for kind, said in FORMS.items() if at.desk.actor.is_any(*forms.KINDS[kind].roles)]
    which = one_of(
        CHOSEN, Text("Formulir", "Form"), Text("Terisi dari kasus ini.", "Filled in from this case."), may,
        proposed=at.about,
    )  # fmt: skip
    return Seen(things.case(at.desk, at.number), (which,))


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
    "form": Move(Text("Mencetak formulir", "Print a form"), _PRINT, _form,
        lambda at, answers: printed(at, lambda folder: forms.make(at.desk, answers[CHOSEN], at.number, folder)), PRINTERS, _WRITTEN),
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
