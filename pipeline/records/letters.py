"""The store of letters and of their copies."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import F, Q

from pipeline.kernel.letter_kinds import ANSWER, BESIDE, LETTER_KINDS, LetterKind
from pipeline.kernel.text import Next
from pipeline.records import chain
from pipeline.records.errors import Stale
from pipeline.records.models import EVERY, CopyRow, LetterRow
from pipeline.records.numbers import bare
from pipeline.records.stored import Store, need


class LetterState(StrEnum):
    """Where a letter stands; the value is shown."""

    DRAFTED = "konsep"
    RETURNED = "dikembalikan"
    APPROVED = "disetujui"
    SIGNED = "ditandatangani"
    WITHDRAWN = "ditarik"
    VOID = "batal"


@dataclass(frozen=True)
class Letter:
    """One letter at its current revision; ``context`` is what its template was filled with.

    ``kind`` is a word of :data:`LETTER_KINDS`, ``clauses`` are the labels of those used, ``signatory`` is the account
    that signs, in which ``capacity`` ("", "a.n.", "Plt.", "Plh.") and by which ``mandate``; ``edited`` is the
    arrival of the Word file that this revision came from, if it did.
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
        """Tell whether it goes beside the case and leaves its state alone, as a request for clarification does."""
        return self.kind_row.is_beside

    @property
    def about(self) -> str:
        """What an act of its case is about where this letter beside the answer is meant; nothing for an answer."""
        return self.id if self.is_beside else ""

    @property
    def drafting(self) -> Next:
        """The act by which another letter of its kind is drafted."""
        return Next(self.kind_row.act, self.case)


@dataclass(frozen=True)
class Copy:
    """One copy of a revision: its code and what it is bound to, its pages and files, and its signed scan (an arrival).

    ``printed`` counts the prints, ``spoilt`` the sheets thrown away. ``means`` says how it is proven (scan,
    electronic, attested): ``attested`` is the officer's reason, by whom and confirmed by whom; ``report`` is the
    JSON of the check of an electronic signature.
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
    """Enter a new letter."""
    _LETTERS.add(letter, number_bare=bare(letter.number or ""))


def outgoing(ids: Collection[str]) -> dict[str, tuple[str | None, str, str]]:
    """Return number, state and kind of the letters of these ids, by id; without reading what they hold."""
    rows = LetterRow.objects.filter(pk__in=list(ids)).values_list("pk", "number", "state", "kind")
    return {one: (number, state, kind) for one, number, state, kind in rows}


def answers_in(cases: Collection[str]) -> set[str]:
    """Return the ids of the answers among the letters of these cases; without reading what they hold."""
    rows = LetterRow.objects.filter(case__in=list(cases)).exclude(kind__in=_BESIDE)
    return set(rows.values_list("pk", flat=True))


def change(before: Letter, **columns: Any) -> Letter:
    """Write ``columns`` where the letter is still at the version of ``before``. Raises Stale."""
    if "number" in columns:
        columns["number_bare"] = bare(columns["number"] or "")
    return _LETTERS.change(before, **columns)


def of_case(case: str) -> list[Letter]:
    """Return the letters of ``case`` in order."""
    return sorted(_LETTERS.all(LetterRow.objects.filter(case=case)), key=_place)


def next_seq(case: str) -> int:
    """Return the place that the next letter of ``case`` has; after a rebuild drafts before it may be missing."""
    return max(map(_place, of_case(case)), default=0) + 1


def _place(letter: Letter) -> int:
    return int(letter.id.rsplit("-", 1)[1])


def beside(which: Q = EVERY) -> list[Letter]:
    """Return the letters that go beside their cases, by id."""
    return _LETTERS.all(LetterRow.objects.filter(which, kind__in=_BESIDE).order_by("pk"))


def by_number(number: str) -> Letter | None:
    """Return the letter that bears this number, in any letter case and spacing."""
    return _LETTERS.first(LetterRow.objects.filter(number_bare=bare(number)).exclude(number=None))


def in_state(state: str, which: Q = EVERY) -> list[Letter]:
    """Return the letters in ``state``, by id."""
    return _LETTERS.all(LetterRow.objects.filter(which, state=state).order_by("pk"))


def numbered(which: Q = EVERY) -> list[Letter]:
    """Return the letters that bear a number, by id."""
    return _LETTERS.all(LetterRow.objects.filter(which).exclude(number=None).order_by("pk"))


def put_copies(copies: Iterable[Copy]) -> None:
    """Enter the copies of a revision; what is there already stays."""
    for one in copies:
        CopyRow.objects.get_or_create(
            letter_id=one.letter,
            revision=one.revision,
            copy=one.copy,
            defaults={name: value for name, value in vars(one).items() if name != "letter"},
        )
        _changed(one.code)


def match(code: str, arrival: str, moment: datetime) -> bool:
    """Note that ``arrival`` is the signed scan of the copy with this code; False if it has one already."""
    rows = CopyRow.objects.filter(code=code, arrival="")
    return bool(rows.update(arrival=arrival, matched_at=moment)) and bool(_changed(code))


def change_copy(code: str, **columns: Any) -> Copy:
    """Write ``columns`` of the copy with this code, inside the caller's transaction. Raises NotFound."""
    CopyRow.objects.filter(code=code).update(**columns)
    return _changed(code)


def _changed(code: str) -> Copy:
    """Note that the copy with this code was written, and return it. Raises NotFound."""
    copy = need(by_code(code), "salinan", code)
    chain.changed(code, vars(copy))
    return copy


def printed(before: Copy) -> None:
    """Count one more print of the copy, where it was printed no further than ``before`` says. Raises Stale."""
    rows = CopyRow.objects.filter(code=before.code)
    if not rows.filter(printed=before.printed).update(printed=F("printed") + 1):
        now = rows.values_list("printed", flat=True).first()
        raise Stale(
            what=f"Cetakan salinan ke-{before.copy} surat {before.letter}", read=before.printed, now=now
        )
    _changed(before.code)


def by_code(code: str) -> Copy | None:
    """Return the copy that bears this code, of whatever revision."""
    return _COPIES.first(CopyRow.objects.filter(code=code))


def of_key(key_id: str) -> Copy | None:
    """Return a copy whose code this key made, or None."""
    return _COPIES.first(CopyRow.objects.filter(key_id=key_id))


def keys_used() -> set[str]:
    """Return the ids of the keys that made the codes of copies."""
    return set(CopyRow.objects.values_list("key_id", flat=True).distinct())


def by_export(pdf_digest: str) -> Copy | None:
    """Return the copy whose exported PDF has this SHA-256, of whatever revision."""
    return _COPIES.first(CopyRow.objects.filter(pdf_digest=pdf_digest)) if pdf_digest else None


def copies(letter: str, revision: int | None = None) -> list[Copy]:
    """Return the copies of a letter (of one revision), by revision and copy."""
    rows = CopyRow.objects.filter(letter=letter).order_by("revision", "copy")
    return _COPIES.all(rows if revision is None else rows.filter(revision=revision))
