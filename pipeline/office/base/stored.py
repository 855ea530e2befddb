"""Indonesian sentences that stand in the database, in the reader's language."""

import re
from functools import cache

from pipeline.intake import reader
from pipeline.intake.inside import on_top, pdf
from pipeline.kernel.refusals import REFUSALS
from pipeline.kernel.text import N_, Row, Text, as_it_is, joined

COPIES_INSIDE = N_("holds a copy of a letter of our own, scan that copy by itself")
NEVER_SPLIT = N_("holds a page of a letter of our own, a file with an electronic signature is not split")
FOREIGN_DRAFT = N_("a draft of another office")
CALL_BEGUN = N_("a note of a call whose registration was not finished")
PAGE_LOST = N_("this page was not archived in time, print and sign it again")
DANGER_LATER = N_("danger words in the file, read after the letter was registered: {words}")
TYPE_IN_SHEET = N_("type in the decision of sheet {sheet}")
TYPED_BY_ANOTHER = N_("the decision of sheet {sheet} is typed in by another officer")
KEEP_LATE_SHEET = N_("{why}, keep sheet {sheet} as a paper of the case")
_NOTES = (
    COPIES_INSIDE, NEVER_SPLIT, FOREIGN_DRAFT, CALL_BEGUN, PAGE_LOST, DANGER_LATER, TYPE_IN_SHEET, TYPED_BY_ANOTHER,
    KEEP_LATE_SHEET,
    Text(pdf.SCRIPTED, "The file holds a script. It is not run."),
    Text(pdf.SENDING, "The file holds an order to send or fetch data. It is not carried out."),
    Text(pdf.ATTACHED, "The file holds attachments. They are not opened."),
    Text(pdf.LINKED, "The file holds links to elsewhere. They are not followed."),
    Text(on_top.COMMENTED, "The file holds notes that are no part of its pages. Look at the original."),
    Text(on_top.BARE, "The file holds a signature that shows nothing on its pages."),
    Text(on_top.CUT, "A field of the form is longer than its box and read in part. Look at the original."),
    Text(on_top.DYNAMIC, "This form (XFA) is shown by Adobe's program only. It is not read here: ask for a print or a plain PDF."),
    Text(reader.NOT_BROUGHT_IN, "Fields, notes or signatures in the file are not read. Look at the original."),
)  # fmt: skip
"""Notes beside a scan; the reading process, which loads no catalogue, says some of it in Indonesian."""
_FORMER = (
    Row(
        "Berkas ini kosong (0 bita). Pindai ulang suratnya.",
        "The file is empty (0 bytes). Scan the letter again.",
    ),
)
_PLACE = re.compile(r"\{(\w+)(?:![rsa])?(?::[^}]*)?\}")
_FORMERLY = re.compile(r",? (?:lalu|dan) taruh(?: lagi| kembali)? di inbox(?=\.)| ke (?:dalam )?inbox")


def refusal(reason: str) -> Text:
    """A stored reason in both languages, if it is a refusal."""
    return _found(_FORMERLY.sub("", reason), _refusals())


def note(line: str) -> Text:
    """Noted beside a scan, part by part; a part without English stays Indonesian in both."""
    return joined(note_parts(line))


def note_parts(line: str) -> list[Text]:
    """The parts of a note."""
    return [_found(part, _notes()) for part in line.split("; ") if part]


def _found(line: str, forms: tuple[tuple[re.Pattern[str], str], ...]) -> Text:
    for form, english in forms:
        if match := form.fullmatch(line):
            return as_it_is(line, english.format(**match.groupdict()))
    return as_it_is(line)


@cache
def _refusals() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [row for code, row in REFUSALS.items() if code.startswith("intake.")]
    return tuple((_form(row.id), row.en) for row in (*rows, *_FORMER))


@cache
def _notes() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_form(row.id), row.en) for row in _NOTES)


def _form(template: str) -> re.Pattern[str]:
    parts, names, at = [], set[str](), 0
    for place in _PLACE.finditer(template):
        parts.append(re.escape(template[at : place.start()]))
        parts.append(f"(?P={place[1]})" if place[1] in names else f"(?P<{place[1]}>.+?)")
        names.add(place[1])
        at = place.end()
    return re.compile("".join([*parts, re.escape(template[at:])]), re.DOTALL)
