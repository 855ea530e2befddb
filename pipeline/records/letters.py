"""Letters and their copies."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from django.db.models import F, Q

from pipeline.kernel.errors import Stale
from pipeline.kernel.letter_kinds import ANSWER, BESIDE, LETTER_KINDS, LetterKind
from pipeline.kernel.text import Next
from pipeline.records import chain, request_cache
from pipeline.records.models import EVERY, CopyRow, LetterRow
from pipeline.records.numbers import normalize_number
from pipeline.records.row_values import Store, need


class LetterState(StrEnum):
    """Where a letter stands, as shown."""

    DRAFTED = "konsep"
    RETURNED = "dikembalikan"
    APPROVED = "disetujui"
    SIGNED = "ditandatangani"
    WITHDRAWN = "ditarik"
    VOID = "batal"


@dataclass(frozen=True)
class Letter:
    """The current revision; ``context`` filled its template.

    ``signatory`` signs in a ``capacity`` ("", "a.n.", "Plt.", "Plh.") by a ``mandate``; ``edited`` is the
    arrival of its Word file.
    """

    id: str
    case: str
    revision: int
    state: str
    template: str
    template_digest: str
    context: Mapping[str, Any]
    draft_digest: str
    contact: tuple[str, ...]
    drafted_by: str
    number: str | None = None
    seq: int = 0
    series: str = ""
    day: date | None = None
    key_id: str = ""
    approved_by: str = ""
    signed: date | None = None
    reason: str = ""
    version: int = 1
    kind: str = ANSWER.word
    clauses: tuple[str, ...] = ()
    signatory: str = ""
    capacity: str = ""
    mandate: str = ""
    edited: str = ""

    @property
    def kind_row(self) -> LetterKind:
        """The row of its kind."""
        return LETTER_KINDS[self.kind]

    @property
    def is_beside(self) -> bool:
        """Whether it leaves its case's state alone."""
        return self.kind_row.is_beside

    @property
    def about(self) -> str:
        """Subject of acts about it."""
        return self.id if self.is_beside else ""

    @property
    def drafting(self) -> Next:
        """The act that drafts another of its kind."""
        return Next(self.kind_row.act, self.case)


@dataclass(frozen=True)
class Copy:
    """A copy of a revision; ``arrival`` is its signed scan.

    ``spoilt`` counts discarded sheets; ``report`` is JSON about an electronic signature.
    """

    letter: str
    revision: int
    copy: int
    code: str
    key_id: str
    draft_digest: str
    pages: int
    docx_digest: str
    pdf_digest: str
    printed: int = 0
    arrival: str = ""
    matched_at: datetime | None = field(default=None)
    spoilt: int = 0
    means: str = "scan"
    attested: str = ""
    attested_by: str = ""
    confirmed_by: str = ""
    report: str = ""


_BESIDE = [kind.word for kind in BESIDE]


_LETTERS = Store(Letter, LetterRow, "surat", "Surat", is_chained=True, json=("context", "contact", "clauses"))
_COPIES = Store(Copy, CopyRow)
get, find, some = _LETTERS.get, _LETTERS.find, _LETTERS.some


def add(letter: Letter) -> None:
    """Enter a letter."""
    _LETTERS.add(letter, number_bare=normalize_number(letter.number or ""))


def outgoing(ids: Collection[str]) -> dict[str, tuple[str | None, str, str]]:
    """Number, state and kind by id."""
    rows = LetterRow.objects.filter(pk__in=list(ids)).values_list("pk", "number", "state", "kind")
    return {letter: (number, state, kind) for letter, number, state, kind in rows}


def answers_in(cases: Collection[str]) -> set[str]:
    """Ids of the answers."""
    rows = LetterRow.objects.filter(case__in=list(cases)).exclude(kind__in=_BESIDE)
    return set(rows.values_list("pk", flat=True))


def change(before: Letter, **columns: Any) -> Letter:
    """Write ``columns``. Raises Stale."""
    if "number" in columns:
        columns["number_bare"] = normalize_number(columns["number"] or "")
    return _LETTERS.change(before, **columns)


def of_case(case: str) -> list[Letter]:
    """Letters of a case, in order."""
    read = partial(_LETTERS.all, _LETTERS.rows.filter(case=case))
    return sorted(request_cache.kept("letters", case, read), key=_place)


def next_seq(case: str) -> int:
    """Place of a case's next letter."""
    return max(map(_place, of_case(case)), default=0) + 1


def _place(letter: Letter) -> int:
    return int(letter.id.rsplit("-", 1)[1])


def beside(which: Q = EVERY) -> list[Letter]:
    """Letters beside their cases, by id."""
    return _LETTERS.all(_LETTERS.rows.filter(which, kind__in=_BESIDE).order_by("pk"))


def by_number(number: str) -> Letter | None:
    """The letter with this number, however spaced."""
    return _LETTERS.first(_LETTERS.rows.filter(number_bare=normalize_number(number)).exclude(number=None))


def in_state(state: str, which: Q = EVERY) -> list[Letter]:
    """Letters in ``state``, by id."""
    return _LETTERS.all(_LETTERS.rows.filter(which, state=state).order_by("pk"))


def numbered(which: Q = EVERY) -> list[Letter]:
    """Letters with a number, by id."""
    return _LETTERS.all(_LETTERS.rows.filter(which).exclude(number=None).order_by("pk"))


def put_copies(copies: Iterable[Copy]) -> None:
    """Enter copies; existing ones stay."""
    for copy in copies:
        CopyRow.objects.get_or_create(
            letter_id=copy.letter,
            revision=copy.revision,
            copy=copy.copy,
            defaults={name: value for name, value in vars(copy).items() if name != "letter"},
        )
        _changed(copy.code)


def match(code: str, arrival: str, moment: datetime) -> bool:
    """Note a copy's signed scan, once."""
    rows = CopyRow.objects.filter(code=code, arrival="")
    return bool(rows.update(arrival=arrival, matched_at=moment)) and bool(_changed(code))


def change_copy(code: str, **columns: Any) -> Copy:
    """Write ``columns`` of a copy."""
    CopyRow.objects.filter(code=code).update(**columns)
    return _changed(code)


def _changed(code: str) -> Copy:
    copy = need(by_code(code), "salinan", code)
    chain.changed(code, vars(copy))
    return copy


def printed(before: Copy) -> None:
    """Count a print. Raises Stale after another."""
    rows = CopyRow.objects.filter(code=before.code)
    if not rows.filter(printed=before.printed).update(printed=F("printed") + 1):
        now = rows.values_list("printed", flat=True).first()
        raise Stale(
            what=f"Cetakan salinan ke-{before.copy} surat {before.letter}", read=before.printed, now=now
        )
    _changed(before.code)


def by_code(code: str) -> Copy | None:
    """The copy with this code."""
    return _COPIES.first(_COPIES.rows.filter(code=code))


def of_key(key_id: str) -> Copy | None:
    """A copy with a code of this key."""
    return _COPIES.first(_COPIES.rows.filter(key_id=key_id))


def keys_used() -> set[str]:
    """Keys of codes of copies."""
    return set(CopyRow.objects.values_list("key_id", flat=True).distinct())


def by_export(pdf_digest: str) -> Copy | None:
    """The copy with this exported PDF (SHA-256)."""
    return _COPIES.first(_COPIES.rows.filter(pdf_digest=pdf_digest)) if pdf_digest else None


def copies(letter: str, revision: int | None = None) -> list[Copy]:
    """Copies of a letter, or of one revision."""
    read = partial(_COPIES.all, _COPIES.rows.filter(letter=letter).order_by("revision", "copy"))
    return [copy for copy in request_cache.kept("copies", letter, read) if revision in (None, copy.revision)]
