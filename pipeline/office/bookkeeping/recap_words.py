"""What a recap says on a screen, in the language of its reader: its titles, rows, columns, notes and what stands over it.

The recap itself is an official document and Indonesian in every file; a page asks here for the same in English. What no
list knows, such as a kecamatan or an outcome that the office named, stands as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.cases import lists
from pipeline.cases.states import STEPS
from pipeline.kernel.errors import Text
from pipeline.office.base.value_words import word_of
from pipeline.register.recap import Table
from pipeline.register.recap_report import Report
from pipeline.register.recap_tables import YES
from pipeline.register.recap_times import Took

_TABLES = {
    "ikhtisar": "Cases received", "korban": "Victims by age group and sex", "kekerasan": "Kinds of violence",
    "kekerasan-umur": "Kinds of violence by sex and age group of the victim", "pendidikan": "Education of the victims",
    "perkawinan": "Marital status of the victims", "disabilitas": "Disabilities of the victims",
    "kanal": "How complaints arrived", "bentuk-surat": "Form of the letter of complaint", "pelapor": "Reporters",
    "hubungan": "Relation of the reported person to the victim", "tempat": "Place of the event",
    "kecamatan": "Subdistrict of the event", "risiko": "Level of risk", "layanan": "Services asked for",
    "rujukan": "Referral in the answer", "keadaan": "State of the cases", "hasil": "How cases ended",
    "hasil-kantor": "How cases ended, in the office's words", "terlapor": "Reported persons by age group and sex",
    "surat": "Letters in and out", "belum-dijawab": "Not answered",
}  # fmt: skip
_UNITS = {"kasus": "cases", "korban": "victims", "terlapor": "reported persons", "surat": "letters", "jam": "hours",
          "menit": "minutes"}  # fmt: skip
_LISTS: Mapping[str, tuple[lists.Choice, ...]] = {
    "kekerasan": lists.VIOLENCE, "kekerasan-umur": lists.VIOLENCE, "pendidikan": lists.EDUCATION,
    "perkawinan": lists.MARITAL, "disabilitas": lists.DISABILITIES, "kanal": lists.CHANNELS, "bentuk-surat": lists.MEDIA,
    "hubungan": lists.RELATIONS, "tempat": lists.PLACES, "risiko": lists.RISKS, "layanan": lists.SERVICES,
}  # fmt: skip
"""The code list of a table's rows."""
_KINDS = {"keadaan": "state", "hasil": "outcome", "hasil-kantor": "outcome"}
"""The list of stored values (see value_words) of a table's rows."""
_ROWS = {
    "ikhtisar": {
        "procedure": "of the procedure, told in the tables below", "old": "paper register (from the book)",
        "restricted": "access restricted, not told in detail",
        "destroyed": "destroyed with minutes, not told in detail",
    },
    "bentuk-surat": {"-": "no letter (telephone)"},
    "pelapor": {
        "korban sendiri": "the victim herself", "orang lain": "somebody else", "lembaga": "institution",
        "anonim": "without a name (anonymous)",
    },
    "kecamatan": {"di luar daftar": "outside the office's list"},
    "layanan": {"?": "not named"},
    "rujukan": {YES: "with a referral", "tidak": "without a referral", "-": "no answer yet"},
    "hasil": {"belum selesai": "not ended"},
    "hasil-kantor": {"belum selesai": "not ended"},
    "surat": {
        "in": "in, with an agenda number (notes of calls too)", "struck": "struck among these",
        "answers": "out: answers", "requests": "out: requests for clarification", "void": "numbers of letters that are void",
    },
    "belum-dijawab": {
        "all": "not answered for more than {days} calendar days", "period": "received in this period among these",
    },
}  # fmt: skip
_COLUMNS = {"P": "female", "L": "male", "?": "not known", "jumlah": "Sum"}
_SEVERAL = "One of the {unit} may stand in several rows, so that the rows are not added up."
_OF_VICTIMS = _SEVERAL.format(unit="victims")
_NOTES = {
    "kekerasan": f"{_OF_VICTIMS} Violence is kept for the case, and counted for each of its victims.",
    "kekerasan-umur": f"{_OF_VICTIMS} F female, M male, with the age group.",
    "hubungan": "By the first reported person.",
    "layanan": _SEVERAL.format(unit="cases"),
    "surat": "By the day of receipt (in) and the day of the letter (out), as in the mail logs.",
    "belum-dijawab": "Cases received up to the end of the period that have no signed answer as the recap is made. Calendar "
    "days since the receipt, not working days.",
}
_STEPS = {
    "register": "registered, since the letter came", "vet": "verified", "assign": "officer named",
    "draft": "first draft submitted", "approve": "draft approved", "sign": "both signed copies back", "file": "archived",
    "deliver": "answer delivered", "close": "case closed", "whole": "from the letter to the archive",
}  # fmt: skip
_WHOLE, _PHONE = "at the desk: all steps of one case", "telephone call"


@dataclass(frozen=True)
class Titles:
    """The words of a table in one language: its title, what it counts, its note, its columns, its rows in their order."""

    title: str
    unit: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]


def titles(table: Table, lang: str, days: int) -> Titles:
    """Return the words of ``table``; ``days`` are those after which an answer is late."""
    if lang != "en":
        columns, rows = tuple(title for _, title in table.columns), tuple(one.title for one in table.rows)
        return Titles(table.title, table.unit, table.note, columns, rows)
    return Titles(
        _TABLES.get(table.id, table.title),
        unit(table.unit, lang),
        _NOTES.get(table.id, table.note_en or table.note),
        tuple(_column(key, title) for key, title in table.columns),
        tuple(row(table.id, one.key, one.title).format(days=days) for one in table.rows),
    )


def unit(said: str, lang: str) -> str:
    """Return what is counted, or in what time is told."""
    return _UNITS.get(said, said) if lang == "en" else said


def row(table: str, key: str, title: str) -> str:
    """Return the title of a row in English; the Indonesian ``title`` where its list does not know it."""
    if own := _ROWS.get(table, {}).get(key):
        return own
    if key == "?":
        return _COLUMNS[key]
    if table in _LISTS:
        return lists.label_of(_LISTS[table], key, "en") if title != key or _is_listed(table, key) else title
    if table == "hasil-kantor" and title != key:  # of the office's own: its name, and under what it counts
        return title.replace("dihitung sebagai", "counted as")
    if table in _KINDS:
        return word_of(_KINDS[table], key).fill("en")
    return title


def step(one: Took, lang: str) -> str:
    """Return what took the time that ``one`` tells."""
    if lang != "en":
        return one.title
    if one.unit == "jam":
        return _STEPS.get(one.key, one.title)
    labels = {f"step-{each.number}": f"at the desk: {each.label.fill('en')}" for each in STEPS}
    return (labels | {"whole": _WHOLE, "phone": _PHONE}).get(one.key, one.title)


def at_desk(one: Took, lang: str) -> str:
    """Return the step alone, where all that stands beside it is time at the desk."""
    return step(one, lang).removeprefix("at the desk: " if lang == "en" else "di meja: ")


def changed(report: Report, lang: str) -> list[tuple[str, str, int, int]]:
    """Return what an earlier recap told otherwise: table, row, the number before and now."""
    by = {one.title: one for one in report.all_tables}
    found = []
    for one in report.differences:
        table = by.get(one.table)
        key = next((each.key for each in table.rows if each.title == one.row), "") if table else ""
        words = (
            (_TABLES.get(table.id, one.table), row(table.id, key, one.row))
            if table and lang == "en"
            else (one.table, one.row)
        )
        found.append((*words, one.before, one.now))
    return found


def _is_listed(table: str, key: str) -> bool:
    return any(one.value == key for one in _LISTS[table])


def _column(key: str, title: str) -> str:
    sex, _, age = key.partition(" ")
    if age:
        return f"{'F' if sex == 'P' else 'M'} {age}"
    return _COLUMNS.get(key, title)


def purpose(said: str, words: Mapping[str, Text], lang: str) -> str:
    """Return a purpose as it is printed, in the language of the reader where it is one of the list ``words``."""
    return next((one.fill(lang) for one in words.values() if one.id == said), said)
