"""Pages of a copy for the victim: read in isolation, searched, blacked out and made a PDF."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pipeline.cases import contacts
from pipeline.cases.case import Case
from pipeline.cases.fields.field import Kind
from pipeline.cases.fields.table import BY_NAME
from pipeline.cases.values import Value
from pipeline.intake.reader import Marks, Reader
from pipeline.intake.reading import Box, Page, turned_box
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import closing, digest_file
from pipeline.kernel.sandbox import sealed
from pipeline.letters.black import TYPED, Find, Wanted, finds, is_own_report, wanted_of
from pipeline.office.base.session import Session
from pipeline.office.papers import forms
from pipeline.office.victims import victims_copy_files as files
from pipeline.office.victims.victims_copy_choice import FORM, Option
from pipeline.office.victims.victims_copy_files import Chosen, ChosenPage, Mark, Plan
from pipeline.records import cases
from pipeline.rendering.convert import to_pdf
from pipeline.rendering.pages_pdf import PagesPdf

_Drawn = TypeVar("_Drawn")
FOOT = "Salinan untuk korban – bagian yang dihitamkan melindungi orang lain"
UNREAD = "halaman tidak terbaca"
_REPORTER = (
    "sender", "sender_address", "sender_place", "letter_number", "caller_number", "reporter_name", "reporter_phone",
    "reporter_nik", "reporter_address", "reporter_relation", "medium", "subject", "attachments",
)  # fmt: skip
_THIRD = (
    "reported_address", "reported_phone", "guardian_name", "guardian_phone", "companion_name", *contacts.NAMES, *contacts.ADDRESSES,
    *contacts.PLACES, *contacts.PHONES, "other_victims", "other_reported", "witnesses", "reported_name",
)  # fmt: skip
_TEXTS = frozenset({Kind.NAME, Kind.TEXT})


def _new_reader(session: Session) -> Reader:
    settings = session.settings
    return Reader(
        megapixels=settings["masuk.batas_megapiksel"],
        pages=settings["masuk.batas_halaman"],
        accept_risk=settings["masuk.tanpa_isolasi"],
    )


def read(session: Session, case: Case, copy: str, chosen: Sequence[Option]) -> tuple[Plan, bytes]:
    """A proposal of what is black; with the plan goes the form, if chosen.

    An unreadable page is all black. Refuses bytes other than the archive's.
    """
    wanted = wanted_for(session, case)
    documents, form = [], b""
    with _new_reader(session) as reader:
        for option in chosen:
            if option.name == FORM:
                form = _form(session, case)
            with opened(session, case, copy, option.name, option.sha512, form) as (handle, sha512):
                pages = reader.read(handle).pages
            documents.append(Chosen(option.name, sha512, tuple(_marked(pages, finds(pages, wanted)))))
    return Plan(tuple(documents)), form


def wanted_for(session: Session, case: Case) -> Wanted:
    """What is sought on papers; the office's own words stay."""
    settings = session.settings
    names = (
        "kantor.nama",
        "kantor.nama_panjang",
        "kantor.pemerintah",
        "kantor.dinas",
        "kantor.alamat",
        "kantor.telepon",
    )
    more = ("kantor.pos_el", "kantor.tempat", "surat.darurat", "surat.alamat_kembali")
    office = [str(settings[key]) for key in (*names, *more)] + list(session.places)
    signers = settings.signatories
    office += [
        f"{signatory.name} {signatory.title} {signatory.nip} {signatory.rank}" for signatory in signers
    ] + [signatory.nip for signatory in signers]
    return wanted_of(case.values, office=office)


def _marked(pages: Sequence[Page], places: Sequence[Find]) -> Iterator[ChosenPage]:
    for page in pages:
        marks = [Mark(place.box, place.words, place.why) for place in places if place.page == page.number]
        if not page.width:
            marks.append(Mark((0, 0, 40_000, 40_000), "", UNREAD))
        yield ChosenPage(page, tuple(marks))


def _form(session: Session, case: Case) -> bytes:
    """Who reported and others are black from the beginning."""
    hidden = {*_THIRD, *(() if is_own_report(case.values) else _REPORTER)}
    shown = ((name, _hidden(name, value) if name in hidden else value) for name, value in case.values.items())
    values = {name: value for name, value in shown if value is not None}
    docx = forms.filled(session, FORM, replace(case, values=values))
    (pdf,) = to_pdf(
        [docx], accept_risk=session.settings["masuk.tanpa_isolasi"], folder=session.settings.var / "pdf"
    )
    forms.need_still_there(session, case.number)
    return pdf


def _hidden(name: str, value: Value) -> Value | None:
    if isinstance(value, str) and (name not in BY_NAME or not BY_NAME[name].choices):
        return "█████"
    return None


@contextmanager
def opened(
    session: Session, case: Case, copy: str, name: str, sha512: str, form: bytes
) -> Iterator[tuple[int, str]]:
    """Yields its SHA-512; refuses other bytes, if known, and a document that left the case."""
    path = next((row.path for row in cases.documents(case.number) if row.logical == name), "")
    with ExitStack() as stack:
        try:
            if name == FORM:
                handle = stack.enter_context(closing(sealed(form)))
            else:
                handle = stack.enter_context(session.archive.opened(path))
        except OSError:
            raise files.gone(case.number, copy) from None
        digest = digest_file(Path(f"/proc/self/fd/{handle}"))
        if sha512 and digest != sha512:
            raise files.gone(case.number, copy)
        yield handle, digest


def painted(session: Session, case: Case, copy: str, plan: Plan, form: bytes) -> bytes:
    """Painted pages; each foot tells case, copy and page."""
    made = PagesPdf(session.settings["surat.kertas"])
    for count, pixels in enumerate(_each(Reader.blackened, session, case, copy, plan, form), 1):
        where = f"Kasus {case.number} · salinan {copy} · halaman {count} dari {len(plan.pages)}"
        made.add(pixels.width, pixels.height, pixels.grey, (FOOT, where))
    return made.finish()


def framed(session: Session, case: Case, copy: str, plan: Plan) -> Iterator[bytes]:
    """Each page as PNG, marks in numbered frames."""
    return _each(Reader.framed, session, case, copy, plan, files.form_of(session.settings, copy))


def _each(
    draw: Callable[[Reader, int, Sequence[Marks]], Iterator[_Drawn]],
    session: Session, case: Case, copy: str, plan: Plan, form: bytes,
) -> Iterator[_Drawn]:  # fmt: skip
    with _new_reader(session) as reader:
        for document in plan.documents:
            with opened(session, case, copy, document.name, document.sha512, form) as (handle, _):
                yield from draw(reader, handle, marks_of(document))


def marks_of(chosen: Chosen) -> list[Marks]:
    """Marks page by page."""
    return [
        Marks(
            tuple(mark.box for mark in page.marks),
            page.page.rotation,
            is_lost=any(mark.why == UNREAD for mark in page.marks),
        )
        for page in chosen.pages
    ]


def box_on(page: Page, percent: tuple[float, float, float, float]) -> Box:
    """Pixels of the page as received, from per cent of the upright one."""
    width, height = (page.width, page.height) if page.rotation % 180 == 0 else (page.height, page.width)
    x0, y0, x1, y1 = percent
    shown = (
        round(x0 * width / 100),
        round(y0 * height / 100),
        round(x1 * width / 100),
        round(y1 * height / 100),
    )
    return turned_box(shown, (width, height), (360 - page.rotation) % 360)


PLACE = "ditandai"
_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_BOX = re.compile(rf"(\d+)\s*:\s*({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})\s+({_NUMBER})")


def changed(plan: Plan, taken_off: Collection[str], lines: Sequence[str]) -> Plan:
    """All numbers are those before the change."""
    added: dict[int, list[Mark]] = {}
    for number, line in enumerate(lines, 1):
        typed = line.strip()
        if match := _BOX.fullmatch(typed):
            page, mark = _place(plan, number, match.groups())
            added.setdefault(page, []).append(mark)
        elif any(sign.isalnum() for sign in typed):
            for page, mark in _words(plan, number, typed):
                added.setdefault(page, []).append(mark)
        elif typed:
            raise Refusal("office.bad_mark", line=number)
    pages = []
    for at, chosen in enumerate(plan.pages, 1):
        kept = [mark for place, mark in enumerate(chosen.marks, 1) if f"{at}.{place}" not in taken_off]
        boxes = {mark.box for mark in kept}
        new = [mark for mark in added.get(at, ()) if mark.box not in boxes]
        pages.append(replace(chosen, marks=(*kept, *new)))
    return plan.with_pages(pages)


def _place(plan: Plan, line: int, given: Sequence[str]) -> tuple[int, Mark]:
    page = int(given[0])
    x0, y0, x1, y1 = (float(number.replace(",", ".")) for number in given[1:])
    is_place = 0 <= x0 < x1 <= 100 and 0 <= y0 < y1 <= 100
    if not (1 <= page <= len(plan.pages) and is_place) or not plan.pages[page - 1].page.width:
        raise Refusal("office.bad_mark", line=line)
    return page, Mark(box_on(plan.pages[page - 1].page, (x0, y0, x1, y1)), "", PLACE)


def _words(plan: Plan, line: int, words: str) -> list[tuple[int, Mark]]:
    marks = []
    first = 0
    for document in plan.documents:
        places = finds([page.page for page in document.pages], wanted_of({}, typed=[words]))
        marks += [
            (first + place.page, Mark(place.box, place.words, TYPED))
            for place in places
            if place.why == TYPED
        ]
        first += len(document.pages)
    if not marks:
        raise Refusal("office.words_not_found", line=line)
    return marks
