"""The copy for the victim (UU 12/2022): documents are chosen, blackened, looked at, approved, handed over against receipt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.fields.decisions import CHOSEN, REASON, maybe_lines, maybe_some_of, reason, some_of
from pipeline.cases.states import State
from pipeline.cases.values import text
from pipeline.kernel.text import Text
from pipeline.lookup import things
from pipeline.lookup.kinds import CopyState, Sheet
from pipeline.office.base.fresh import READ, StaleAnswers
from pipeline.office.base.value_words import word_of
from pipeline.office.victims import victims_copy, victims_copy_decide, victims_copy_hand
from pipeline.office.victims.victims_copy_choice import options
from pipeline.office.victims.victims_copy_hand import Handing
from pipeline.web import prints
from pipeline.web.moves.base import CHAIR, DESK, At, Done, Link, Move, Seen, paper, plain, printed, same

_MAKERS = victims_copy.MAKERS
_WRITTEN = frozenset(State) - {State.OLD, State.VOID}
ADDED, TAKEN_OFF = "added", "taken_off"


def _next(at: At, sheet: Sheet) -> list[Link]:
    """Return the moves that come next for a copy, for the one at the desk."""
    found = [
        (name, words) for name, states, roles, words in _STEPS
        if sheet.state in states and at.desk.actor.is_any(*roles)
    ]  # fmt: skip
    if victims_copy_hand.has_prints(sheet):
        found.append(("copy-shredded", Text("Cetakannya sudah dimusnahkan", "Its prints are destroyed")))
    return [Link(words, reverse("move", args=[at.number, name])) for name, words in found]


_STEPS = (
    ("copy-look", (CopyState.PROPOSED, CopyState.RETURNED, CopyState.WAITING), victims_copy.SEERS,
     Text("Lihat halamannya", "Look at its pages")),
    ("copy-ready", (CopyState.PROPOSED,), _MAKERS, Text("Teruskan kepada ketua", "Send it to the chair")),
    ("copy-approve", (CopyState.WAITING,), CHAIR, Text("Setujui", "Approve")),
    ("copy-return", (CopyState.WAITING,), CHAIR, Text("Kembalikan", "Return")),
    ("copy-print", (CopyState.APPROVED,), DESK, Text("Cetak dengan tanda terima", "Print with its receipts")),
    ("copy-hand", (CopyState.APPROVED,), _MAKERS, Text("Catat penyerahan", "Record the handing over")),
    ("copy-withdraw", (CopyState.APPROVED,), CHAIR, Text("Tarik: tidak diambil", "Withdraw: not fetched")),
    ("copy-drop", (CopyState.MAKING, CopyState.PROPOSED, CopyState.RETURNED), _MAKERS, Text("Buang usulan", "Drop the proposal")),
)  # fmt: skip


def _copy(at: At) -> Seen:
    case, found = victims_copy.seen(at.desk, at.number)
    notes = [
        Text(
            "Salinan berkas untuk korban: dokumen dipilih, bagian tentang orang lain dihitamkan, setiap halaman dilihat orang, "
            "disetujui ketua, lalu diserahkan dengan tanda terima.",
            "A copy of the file for the victim: documents are chosen, what is about others is blackened, a person looks at every "
            "page, the chair approves, and it is handed over against receipt.",
        )
    ]
    said = Text("Salinan {copy}: {state}.", "Copy {copy}: {state}.")
    notes += [plain(said, copy=one.sheet.id, state=word_of("sheet", one.sheet.state)) for one in found]
    links = _next(at, found[-1].sheet) if found else []
    is_busy = any(one.sheet.state in victims_copy.UNDER_WAY for one in found)
    if is_busy or not at.desk.actor.is_any(*_MAKERS):
        return Seen(case, notes=notes, links=links, is_over=True)
    known_options = options(case)
    may = [one.name for one in known_options if one.why_not is None]
    refused = Text("{name}: {why}.", "{name}: {why}.")
    more = [plain(refused, name=one.name, why=one.why_not) for one in known_options if one.why_not]
    if not may:
        return Seen(case, notes=notes, links=links, more=more, is_over=True)
    which = some_of(
        CHOSEN, Text("Dokumen untuk korban", "Documents for the victim"),
        Text("Usulan bagian yang dihitamkan dibuat dari dokumen ini; mohon tunggu sebentar.",
             "What is to be blackened is proposed from these; that takes a moment."),
        [(name, paper(name)) for name in may],
    )  # fmt: skip
    return Seen(case, (which,), notes=notes, links=links, more=more)


def _proposed(at: At, answers: Mapping[str, Any]) -> Done:
    made = victims_copy.propose(at.desk, at.number, answers[CHOSEN])
    said = Text(
        "Usulan {copy} dibuat. Lihat setiap halamannya.", "Proposal {copy} is made. Look at every page."
    )
    return Done(plain(said, copy=made.sheet.id), reverse("move", args=[at.number, "copy-look"]))


def _look(at: At) -> Seen:
    key = prints.put_out(at.desk, at.number, lambda folder: victims_copy.show(at.desk, at.number, folder))
    case, found = victims_copy.seen(at.desk, at.number)
    one = found[-1]
    pages = range(1, len(prints.of(at.desk, key).pictures) + 1)
    pictures = [reverse("printed-picture", args=[key, page]) for page in pages]
    steps = [each for each in _next(at, one.sheet) if not each.url.endswith("/copy-look/")]
    links = [
        Link(Text("Seperti akan dicetak", "As it will be printed"), reverse("printed", args=[key])),
        *steps,
    ]
    note = Text(
        "Salinan {copy}, revisi {revision}. Yang berbingkai dihitamkan. Komputer tidak melihat tulisan tangan dan gambar: baca "
        "sendiri setiap halaman.",
        "Copy {copy}, revision {revision}. What is framed is blackened. The computer sees neither handwriting nor pictures: read "
        "every page yourself.",
    )
    notes = [plain(note, copy=one.sheet.id, revision=one.sheet.revision)]
    fields = _asked(at, one)
    return Seen(
        case, fields, notes=notes, version=one.sheet.revision, pictures=pictures, links=links, is_over=not fields
    )  # fmt: skip


def _look_again(at: At) -> Seen:
    """Return the questions alone; no page is drawn, and none counts as looked at."""
    case, found = victims_copy.seen(at.desk, at.number)
    return Seen(case, _asked(at, found[-1]) if found else ())


def _asked(at: At, one: victims_copy.Seen) -> tuple[Any, ...]:
    may_change = one.sheet.state != CopyState.WAITING and at.desk.actor.is_any(*_MAKERS)
    return _corrections(one) if may_change else ()


def _corrections(one: victims_copy.Seen) -> tuple[Any, ...]:
    """Return the questions about a proposal: which frames are wrong, and what else is to be blackened."""
    plan = one.plan
    marks = [
        (f"- {page}.{place}", f"{page}.{place} {mark.words} ({mark.why})")
        for page, each in enumerate(plan.pages if plan else (), 1)
        for place, mark in enumerate(each.marks, 1)
    ]
    wrong = maybe_some_of(
        TAKEN_OFF, Text("Tidak perlu dihitamkan", "Not to be blackened"),
        Text("Bingkai yang dilepas; nomornya ada pada gambar.", "Frames to take off; their numbers are on the picture."),
        [(value, same(words)) for value, words in marks],
    )  # fmt: skip
    more = maybe_lines(
        ADDED, Text("Hitamkan juga", "Blacken also"),
        Text("Satu baris satu bagian: kata-katanya, atau tempatnya sebagai HALAMAN: KIRI ATAS KANAN BAWAH dalam persen, contoh "
             "1: 10 20 45 24.",
             "One line each: its words, or its place as PAGE: LEFT TOP RIGHT BOTTOM in per cent, such as 1: 10 20 45 24."),
        4000,
    )  # fmt: skip
    return (wrong, more) if marks else (more,)


def _changed(at: At, answers: Mapping[str, Any]) -> Done:
    _, found = victims_copy.seen(at.desk, at.number)
    sheet, read = found[-1].sheet, answers.get(READ)
    if read != sheet.revision:
        raise StaleAnswers(f"Salinan {sheet.id}", read, sheet.revision)
    taken = answers.get(TAKEN_OFF, ())
    lines = [*([taken] if isinstance(taken, str) else taken)]
    added = (one.strip() for one in str(answers.get(ADDED, "")).splitlines())
    lines += [f"+ {one}" for one in added if one]
    made = victims_copy.change(at.desk, at.number, lines)
    said = Text(
        "Revisi {revision} dibuat. Lihat lagi halamannya.",
        "Revision {revision} is made. Look at its pages again.",
    )
    return Done(plain(said, revision=made.sheet.revision), reverse("move", args=[at.number, "copy-look"]))


def _of(state: CopyState, note: Text, *asked: Text) -> Callable[[At], Seen]:
    """Return how a step of the copy in ``state`` is opened: what is said, and the reason where one is ``asked`` for."""

    def opened(at: At) -> Seen:
        case = things.case(at.desk, at.number)
        one = victims_copy.the_copy(at.number, state)
        said = plain(Text("Salinan {copy}.", "Copy {copy}."), copy=one.id)
        return Seen(case, [reason(each) for each in asked], notes=(said, note))

    return opened


def _step(
    act: Callable[[At, Mapping[str, Any]], Sheet], said: Text
) -> Callable[[At, Mapping[str, Any]], Done]:
    def done(at: At, answers: Mapping[str, Any]) -> Done:
        one = act(at, answers)
        return Done(plain(said, copy=one.id), reverse("move", args=[at.number, "copy"]))

    return done


_AT_OFFICE = Text(
    "Hanya diserahkan di kantor: {why}. Cara lain dapat membahayakan korban.",
    "Handed over at the office alone: {why}. Another way can put the victim in danger.",
)


def _hand(at: At) -> Seen:
    victims_copy_hand.need_to_hand(at.desk, at.number)
    note = Text(
        "Catat sesudah penerima menandatangani kedua lembar tanda terima; pindai lembar untuk kantor.",
        "Record it once the receiver has signed both receipts; scan the one for the office.",
    )
    case, notes = things.case(at.desk, at.number), [note]
    if why := victims_copy_hand.why_at_office(case.values):
        notes.append(plain(_AT_OFFICE, why=why))
    return Seen(case, victims_copy_hand.handing(at.desk, at.number), notes=notes)


def _handed(at: At, answers: Mapping[str, Any]) -> Done:
    names = ("receiver", "receiver_name", "handed_day", "proof", "way")
    found = victims_copy_hand.hand(at.desk, at.number, Handing(*(text(answers, one) for one in names)))
    said = Text(
        "Salinan {copy} tercatat diserahkan. Pindai tanda terimanya bila belum.",
        "Copy {copy} is recorded as handed over. Scan its receipt if that is not done.",
    )
    return Done(plain(said, copy=found.id), reverse("move", args=[at.number, "copy"]))


def _shredded(at: At, _answers: Mapping[str, Any]) -> Sheet:
    return victims_copy_hand.shredded(at.desk, at.number)[-1]


COPIES: dict[str, Move] = {
    "copy": Move(
        Text("Salinan untuk korban", "Copy for the victim"), Text("Buat usulan", "Make the proposal"), _copy, _proposed,
        victims_copy.SEERS, _WRITTEN,
    ),
    "copy-look": Move(
        Text("Halaman salinan untuk korban", "Pages of the copy for the victim"), Text("Buat revisi", "Make a revision"),
        _look, _changed, victims_copy.SEERS, _WRITTEN, is_raw=True, is_compared=True, asked=_look_again,
    ),
    "copy-ready": Move(
        Text("Meneruskan salinan kepada ketua", "Send the copy to the chair"), Text("Teruskan", "Send it on"),
        _of(CopyState.PROPOSED, Text("Setiap halaman sudah Anda lihat?", "Have you looked at every page?")),
        _step(lambda at, _: victims_copy.ready(at.desk, at.number),
              Text("Salinan {copy} menunggu ketua.", "Copy {copy} waits for the chair.")),
        _MAKERS, _WRITTEN,
    ),
    "copy-drop": Move(
        Text("Membuang usulan salinan", "Drop the proposed copy"), Text("Buang usulan", "Drop it"),
        lambda at: Seen(things.case(at.desk, at.number), notes=(
            Text("Dokumennya sendiri tetap; hanya usulan ini yang dibuang.", "The documents stay; only this proposal goes."),)),
        _step(lambda at, _: victims_copy.drop(at.desk, at.number),
              Text("Usulan {copy} dibuang.", "Proposal {copy} is dropped.")),
        _MAKERS, _WRITTEN, is_grave=True,
    ),
    "copy-approve": Move(
        Text("Menyetujui salinan untuk korban", "Approve the copy for the victim"), Text("Setujui", "Approve"),
        _of(CopyState.WAITING, Text("Tepat seperti halaman yang sudah Anda lihat.", "Exactly as the pages you looked at.")),
        _step(lambda at, _: victims_copy_decide.approve(at.desk, at.number),
              Text("Salinan {copy} disetujui.", "Copy {copy} is approved.")),
        CHAIR, _WRITTEN,
    ),
    "copy-return": Move(
        Text("Mengembalikan salinan untuk korban", "Return the copy for the victim"), Text("Kembalikan", "Return it"),
        _of(CopyState.WAITING, Text("Kembali kepada pembuatnya.", "Back to who made it."),
            Text("Alasan pengembalian", "Reason for returning")),
        _step(lambda at, answers: victims_copy_decide.send_back(at.desk, at.number, answers[REASON]),
              Text("Salinan {copy} dikembalikan.", "Copy {copy} is returned.")),
        CHAIR, _WRITTEN,
    ),
    "copy-print": Move(
        Text("Mencetak salinan untuk korban", "Print the copy for the victim"), Text("Siapkan cetakan", "Prepare the print"),
        _of(CopyState.APPROVED, Text("Salinan dan dua tanda terima; setiap cetakan dicatat.",
                                     "The copy and two receipts; each print is written down.")),
        lambda at, _: printed(at, lambda folder: victims_copy_hand.print_out(at.desk, at.number, folder)), DESK, _WRITTEN,
    ),
    "copy-hand": Move(
        Text("Mencatat penyerahan salinan", "Record the handing over of the copy"), Text("Catat penyerahan", "Record it"), _hand,
        _handed, _MAKERS, _WRITTEN,
    ),
    "copy-withdraw": Move(
        Text("Menarik salinan yang tidak diambil", "Withdraw a copy that is not fetched"), Text("Tarik", "Withdraw"),
        _of(CopyState.APPROVED, Text("Cetakannya dimusnahkan sesudah ini.", "Its prints are destroyed after this."),
            Text("Alasan menarik", "Reason for withdrawing")),
        _step(lambda at, answers: victims_copy_hand.withdraw(at.desk, at.number, answers[REASON]),
              Text("Salinan {copy} ditarik.", "Copy {copy} is withdrawn.")),
        CHAIR, _WRITTEN, is_grave=True,
    ),
    "copy-shredded": Move(
        Text("Cetakan salinan sudah dimusnahkan", "The prints of the copy are destroyed"), Text("Catat pemusnahan", "Record it"),
        _of(CopyState.UNCLAIMED, Text("Semua cetakan dan tanda terimanya.", "All prints and their receipts.")),
        _step(_shredded, Text("Cetakan salinan {copy} tercatat dimusnahkan.", "The prints of copy {copy} are recorded as destroyed.")),
        DESK, _WRITTEN,
    ),
}  # fmt: skip
