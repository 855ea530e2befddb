"""Cases, and the index of their archived documents."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from django.db.models import Min, Q

from pipeline.archive.read import Document
from pipeline.cases.case import Case, from_json
from pipeline.cases.closing import awaited
from pipeline.cases.states import State
from pipeline.cases.values import Values, day, known_name, text
from pipeline.kernel.errors import NotFound
from pipeline.kernel.files import digest_bytes
from pipeline.records import chain, disposals, people, request_cache, texts
from pipeline.records.models import EVERY, ArrivalRow, CaseRow, DocumentRow, LetterRow
from pipeline.records.numbers import normalize_number
from pipeline.records.row_values import Store, portions, update

_NEAR = timedelta(days=3)
_LONG = 120
_DOCUMENTS = Store(Document, DocumentRow)
_CASE = "case"


def add(case: Case) -> None:
    """Enter a case."""
    CaseRow.objects.create(number=case.number, **columns_of(case))
    chain.changed(case.number, case.to_json())
    people.put([case])


def restore(rows: Iterable[tuple[Case, int, Iterable[Document]]]) -> None:
    """Enter archived cases (rebuild)."""
    known = list(rows)
    CaseRow.objects.bulk_create(
        CaseRow(number=case.number, archived=version, **columns_of(case)) for case, version, _ in known
    )
    _enter_documents((case.number, document) for case, _, documents in known for document in documents)
    people.put(case for case, _, _ in known)


def read_ahead(numbers: Collection[str]) -> None:
    """Read into the request cache, within ``request_cache.read_once()``."""
    for portion in portions(number for number in numbers if request_cache.is_missing(_CASE, number)):
        for number, case in several(portion).items():
            request_cache.kept(_CASE, number, lambda case=case: case)  # type: ignore[misc]


def get(number: str) -> Case:
    """The case. Raises NotFound, Destroyed."""
    return request_cache.kept(_CASE, number, partial(_get, number))


def _get(number: str) -> Case:
    if (value := CaseRow.objects.filter(pk=number).values_list("value", flat=True).first()) is None:
        disposals.need_alive(number)
        raise NotFound(what="kasus", given=number[:40])
    return from_json(json.loads(value))


def several(numbers: Collection[str]) -> dict[str, Case]:
    """Existing cases by number."""
    rows = CaseRow.objects.filter(pk__in=numbers).values_list("pk", "value")
    return {number: from_json(json.loads(value)) for number, value in rows}


def present(numbers: Collection[str]) -> dict[str, dict[str, str]]:
    """Officer and status for the register, where known."""
    rows = (
        CaseRow.objects.filter(pk__in=numbers)
        .exclude(state=State.OLD.value)
        .values_list("pk", "state", "value")
    )
    return {
        number: {"status": state, "officer": json.loads(value)["officer"]} for number, state, value in rows
    }


def names_of_documents(numbers: Collection[str]) -> dict[tuple[str, str], str]:
    """Names by case and digest."""
    rows = DocumentRow.objects.filter(case_id__in=numbers).values_list("case_id", "sha512", "logical")
    return {(case, digest): logical for case, digest, logical in rows}


def has(number: str) -> bool:
    """Whether it exists."""
    return CaseRow.objects.filter(pk=number).exists()


def change(before: Case, after: Case) -> None:
    """Replace ``before``. Raises Stale."""
    rows = CaseRow.objects.filter(pk=before.number)
    update(rows, f"Kasus {before.number}", before.version, **columns_of(after))
    chain.changed(after.number, after.to_json())
    if (before.values, before.state) != (after.values, after.state):
        people.follow(after)


def archived(number: str) -> int:
    """Newest archived version; 0: none."""
    return CaseRow.objects.filter(pk=number).values_list("archived", flat=True).first() or 0


def filed(number: str, version: int, documents: Iterable[Document]) -> None:
    """Note ``version`` as archived, with exactly these documents."""
    CaseRow.objects.filter(pk=number, archived__lt=version).update(archived=version)
    known, held = _documents(number), {document.logical: document for document in documents}
    if stale := [name for name, document in known.items() if held.get(name) != document]:
        DocumentRow.objects.filter(case_id=number, logical__in=stale).delete()
    new = [document for name, document in held.items() if known.get(name) != document]
    _enter_documents((number, document) for document in new)
    for document in new:
        if document.logical.endswith(".txt"):  # a transcript, whose index entry follows it
            texts.follow(number, document.logical, document.sha512)


def documents(number: str) -> list[Document]:
    """Documents by version and name."""
    return list(_documents(number).values())


def _documents(number: str) -> dict[str, Document]:
    rows = _DOCUMENTS.rows.filter(case=number).order_by("version", "logical")
    return {document.logical: document for document in _DOCUMENTS.all(rows)}


def _enter_documents(documents: Iterable[tuple[str, Document]]) -> None:
    DocumentRow.objects.bulk_create(
        DocumentRow(case_id=number, **vars(document)) for number, document in documents
    )


def documents_named(part: str) -> Iterator[tuple[str, Document]]:
    """``part`` stands in the name; newest first."""
    rows = DocumentRow.objects.filter(logical__contains=part).order_by("-case_id", "logical")
    for row in rows.values_list("case_id", "logical", "path", "sha512", "size", "version"):
        yield row[0], Document(*row[1:])


def by_register(number: str) -> str | None:
    """The case with this register number, however spaced."""
    return (
        CaseRow.objects.filter(register_bare=normalize_number(number)[:60])
        .order_by("pk")
        .values_list("number", flat=True)
        .first()
    )


def bearing(given: str) -> list[str]:
    """Cases bearing ``given``, ignoring letter case and spaces.

    As case, register, letter or agenda number, or letter id.
    """
    if not (plain := normalize_number(given)):
        return []
    cases, letters = CaseRow.objects, LetterRow.objects.exclude(number=None)
    register = cases.filter(register_bare=plain[:60]).values("register_bare")
    letter = letters.filter(number_bare=plain).values("number_bare")
    rows = cases.filter(pk=given).values_list("number").union(
        register.annotate(first=Min("number")).values_list("first"),
        letter.annotate(first=Min("case")).values_list("first"),
        LetterRow.objects.filter(pk=given).values_list("case"),
        ArrivalRow.objects.filter(agenda=given.upper()).values_list("case"),
        cases.filter(incoming_number=plain).values_list("number"),
    )  # fmt: skip
    return sorted({number for (number,) in rows if number})


def alike(values: Values) -> list[str]:
    """First cases that new ``values`` may duplicate (step 1), but void ones.

    Same incoming number; same sender and day; or same victim in a case open or received within three days.
    """
    number, received = normalize_number(text(values, "letter_number"))[:_LONG], day(values, "received_day")
    same = Q(incoming_number=number) if number else Q(pk__in=())
    if letter_key := _letter_key(values):
        same |= Q(letter_key=letter_key)
    if victim_key := _victim_key(values):
        again = ~Q(state=State.CLOSED.value)
        if received:
            again |= Q(received__range=(received - _NEAR, received + _NEAR))
        same |= Q(victim_key=victim_key) & again
    rows = CaseRow.objects.filter(same).exclude(state=State.VOID.value)
    return list(rows.order_by("pk").values_list("number", flat=True)[:5])


def in_states(states: Collection[str], which: Q = EVERY) -> list[tuple[str, str]]:
    """Number and state, in order."""
    return list(CaseRow.objects.filter(which, state__in=states).order_by("pk").values_list("number", "state"))


def received(
    since: date | None = None, until: date | None = None, states: Collection[str] = ()
) -> dict[str, tuple[date, str]]:
    """Day received and state by case."""
    rows = CaseRow.objects.order_by("pk")
    rows = rows.filter(received__gte=since) if since else rows
    rows = rows.filter(received__lte=until) if until else rows
    rows = rows.filter(state__in=states) if states else rows
    return {number: (day, state) for number, day, state in rows.values_list("number", "received", "state")}


def days_of(some: Collection[str]) -> dict[str, date]:
    """Day received by case."""
    days: dict[str, date] = {}
    for portion in portions(some):
        days |= dict(CaseRow.objects.filter(number__in=portion).values_list("number", "received"))
    return days


def further_days(some: Collection[str]) -> dict[tuple[str, str], date | None]:
    """Day received by case and arrival."""
    days: dict[tuple[str, str], date | None] = {}
    for portion in portions(some):
        rows = CaseRow.objects.filter(number__in=portion)
        for number, value in rows.filter(value__contains='"further": [').values_list("number", "value"):
            for letter in json.loads(value).get("further", []):
                days.setdefault((number, letter["arrival"]), day(letter["values"], "received_day"))
    return days


def awaiting(what: str, which: Q = EVERY) -> list[str]:
    """Cases waiting for ``what`` (:func:`pipeline.cases.closing.awaited`)."""
    return list(CaseRow.objects.filter(which, awaits=what).order_by("pk").values_list("number", flat=True))


def numbers(which: Q = EVERY) -> list[str]:
    """All numbers, in order."""
    return list(CaseRow.objects.filter(which).order_by("pk").values_list("number", flat=True))


def columns_of(case: Case) -> dict[str, object]:
    """Columns: value and look-up."""
    plain = case.to_json()
    further = [received_day for received_day in (letter.received for letter in case.further) if received_day]
    return {
        "register_number": case.register_number,
        "register_bare": normalize_number(case.register_number)[:60],
        "state": case.state.value,
        "version": case.version,
        "received": case.received,
        "awaits": awaited(case),
        "further_since": min(further, default=None),
        "further_until": max(further, default=None),
        "incoming_number": normalize_number(str(case.values.get("letter_number") or ""))[:_LONG],
        "letter_key": _letter_key(case.values),
        "victim_key": _victim_key(case.values),
        "value": json.dumps(plain, ensure_ascii=False, sort_keys=True),
    }


def _letter_key(values: Values) -> str:
    written = day(values, "letter_date")
    return _key(text(values, "sender"), written.isoformat()) if written else ""


def _victim_key(values: Values) -> str:
    return _key(known_name(values, "victim_name") or "")


def _key(name: str, *more: str) -> str:
    """A digest, so that no name stands in an index."""
    letters = "".join(character for character in name.casefold() if character.isalnum())
    return digest_bytes("|".join((letters, *more)).encode(), "sha256")[:32] if letters else ""
