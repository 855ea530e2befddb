"""Arrivals, mail log (buku agenda), and sightings of known content."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q, QuerySet

from pipeline.kernel.errors import Stale
from pipeline.records import chain, texts
from pipeline.records.models import EVERY, ArrivalRow, CaseRow, RepeatRow
from pipeline.records.row_values import Store, need


class ArrivalState(StrEnum):
    """Where a document stands, as shown."""

    NEW = "baru"
    READ = "terbaca"
    UNREADABLE = "tidak terbaca"
    REGISTERED = "terdaftar"
    SPLIT = "dipisah"
    COPY = "salinan"
    UNMATCHED = "perlu dicocokkan"
    FILED = "diarsipkan"
    EDITED = "konsep suntingan"
    DECISION = "lembar keputusan"
    ASIDE = "disisihkan"
    JOINED = "digabung"
    STRUCK = "dicoret"


WAITING = (ArrivalState.NEW, ArrivalState.READ, ArrivalState.UNREADABLE)


@dataclass(frozen=True)
class Arrival:
    """``name`` is the file's, ``reading`` is JSON.

    ``parent`` is the scan it was split from; ``joined`` names letters with its pages (``ID:3-4``), the latest
    last.
    """

    id: str
    sha256: str
    sha512: str
    size: int
    kind: str
    name: str
    scanned_at: datetime
    taken_at: datetime
    state: str
    pages: int = 0
    parent: str = ""
    parent_pages: str = ""
    agenda: str | None = None
    struck: str = ""
    code: str = ""
    case: str = ""
    letter: str = ""
    note: str = ""
    danger: str = ""
    reading: str = ""
    opened_by: str = ""
    version: int = 1
    joined: str = ""

    @property
    def has_pages(self) -> bool:
        """Whether its pages may be shown, joined and split."""
        return self.kind not in ("docx", "phone", "txt")

    @property
    def letters_joined(self) -> tuple[str, ...]:
        """Letters that hold its pages, the latest last."""
        return _letters_in(self.joined)

    @property
    def joined_to(self) -> str:
        """The latest letter it was joined to."""
        return self.letters_joined[-1] if self.joined else ""

    def pages_in(self, letter: str) -> str:
        """Its pages in ``letter`` (``3-4``), if known."""
        parts = dict(zip(self.letters_joined, self.joined.split(), strict=True))
        return parts.get(letter, "").partition(":")[2]

    def held_by(self, letter: str, pages: str) -> str:
        """``joined`` with these ``pages`` of ``letter``."""
        others = (part for part in self.joined.split() if part.partition(":")[0] != letter)
        return " ".join([*others, f"{letter}:{pages}"])


_ARRIVALS = Store(Arrival, ArrivalRow, "surat masuk", is_chained=True)
some = _ARRIVALS.some


def add(arrival: Arrival) -> None:
    """Enter an arrival. Raises Stale for known content."""
    if (known := by_content(arrival.sha256)) is not None:
        raise Stale(what=f"Surat masuk {known.agenda or known.id}", read=0, now=known.version)
    _ARRIVALS.add(arrival)


def restore(arrivals: Iterable[Arrival]) -> None:
    """Enter archived arrivals, the newest version of each."""
    new: dict[str, Arrival] = {}
    for arrival in arrivals:
        if arrival.id not in new or new[arrival.id].version < arrival.version:
            new[arrival.id] = arrival
    for there, version in ArrivalRow.objects.filter(pk__in=list(new)).values_list("pk", "version"):
        later = new.pop(there)
        if later.version > version:
            chain.changed(there, vars(later))
            ArrivalRow.objects.filter(pk=there).update(**vars(later))
    contents = {arrival.sha256: arrival for arrival in new.values()}
    known = ArrivalRow.objects.filter(sha256__in=list(contents)).first()
    if known is not None or len(contents) < len(new):
        raise Stale(
            what=f"Surat masuk {known.agenda if known else '-'}", read=0, now=known.version if known else 1
        )
    ArrivalRow.objects.bulk_create(ArrivalRow(**vars(arrival)) for arrival in new.values())
    for arrival in new.values():
        chain.changed(arrival.id, vars(arrival))


def find(given: str) -> Arrival | None:
    """By id or agenda number."""
    return _ARRIVALS.find(given) or _ARRIVALS.first(_ARRIVALS.rows.filter(agenda=given))


def get(given: str) -> Arrival:
    """By id or agenda number. Raises NotFound."""
    return need(find(given), "surat masuk", given)


def has(arrival: str) -> bool:
    """Whether it was entered."""
    return ArrivalRow.objects.filter(pk=arrival).exists()


def ids() -> set[str]:
    """All ids."""
    return set(ArrivalRow.objects.values_list("pk", flat=True))


def agendas() -> list[str]:
    """Every agenda number in use."""
    return [agenda for agenda in ArrivalRow.objects.values_list("agenda", flat=True) if agenda]


def is_agenda_taken(agenda: str) -> bool:
    """Whether the number is in use."""
    return ArrivalRow.objects.filter(agenda=agenda).exists()


def by_content(sha256: str) -> Arrival | None:
    """The arrival of this content."""
    return _ARRIVALS.first(_ARRIVALS.rows.filter(sha256=sha256))


def change(before: Arrival, **columns: Any) -> Arrival:
    """Write ``columns``, and index a reading. Raises Stale."""
    after = _ARRIVALS.change(before, f"Surat masuk {before.agenda or before.id}", **columns)
    if columns.get("reading"):
        texts.put_arrival(before.id, before.taken_at, columns["reading"])
    return after


def repeat(arrival: str, claim: str, name: str, seen_at: datetime) -> None:
    """Note once that a claim brought known content."""
    RepeatRow.objects.get_or_create(
        claim=claim, defaults={"arrival_id": arrival, "name": name, "seen_at": seen_at}
    )


def was_repeat(claim: str) -> bool:
    """Whether the claim brought known content."""
    return RepeatRow.objects.filter(claim=claim).exists()


def repeated_by(claim: str) -> Arrival | None:
    """The arrival whose content the claim brought."""
    return _ARRIVALS.first(_ARRIVALS.rows.filter(repeats__claim=claim))


def repeats_since(moment: datetime, which: Q = EVERY) -> list[tuple[Arrival, str, datetime]]:
    """Known content that came again, newest first."""
    rows = RepeatRow.objects.filter(seen_at__gte=moment, arrival__in=ArrivalRow.objects.filter(which))
    repeats = list(rows.order_by("-seen_at").values_list("arrival", "name", "seen_at"))
    known = some({arrival for arrival, _, _ in repeats})
    return [(known[arrival], name, seen_at) for arrival, name, seen_at in repeats]


def listed(*states: str, which: Q = EVERY) -> list[Arrival]:
    """Danger words first, then oldest first."""
    rows = _ARRIVALS.rows.filter(which)
    if states:
        rows = rows.filter(state__in=states)
    return sorted(_ARRIVALS.all(rows.order_by("taken_at", "pk")), key=lambda arrival: not arrival.danger)


def counted(*states: str) -> dict[str, int]:
    """Waiting documents by state."""
    idle = Q(state=ArrivalState.EDITED) & ~Q(struck="")
    rows = ArrivalRow.objects.filter(state__in=states).exclude(idle).order_by().values("state")
    return dict(rows.annotate(many=Count("pk")).values_list("state", "many"))


def mail_counted(since: date, until: date) -> list[tuple[str, datetime, str, bool]]:
    """Case, scan time, agenda number and whether struck."""
    rows = _mail(since, until).order_by().values_list("case", "scanned_at", "agenda", "struck")
    return [(case, scanned, agenda or "", bool(struck)) for case, scanned, agenda, struck in rows]


@dataclass(frozen=True)
class Mail:
    """What places a document in the mail log."""

    id: str
    agenda: str
    case: str
    letter: str
    scanned_at: datetime


_MAIL = Store(Mail, ArrivalRow)


def mail_listed(since: date | None = None, until: date | None = None, which: Q = EVERY) -> list[Mail]:
    """Documents with an agenda number, in order of arrival; with both days, perhaps received then."""
    return _MAIL.all(_mail(since, until).filter(which))


def taken_in(arrivals: Collection[str]) -> dict[str, datetime]:
    """When each was taken in."""
    return dict(ArrivalRow.objects.filter(pk__in=list(arrivals)).values_list("pk", "taken_at"))


def _mail(since: date | None, until: date | None) -> QuerySet[ArrivalRow, dict[str, Any]]:
    rows = _MAIL.rows.exclude(agenda=None).order_by("taken_at", "pk")
    if since is not None and until is not None and MINYEAR < since.year <= until.year < MAXYEAR:
        day = timedelta(days=2)  # whatever the zone of the office
        first, last = (datetime.combine(bound, time(), UTC) for bound in (since, until))
        received = CaseRow.objects.filter(received__range=(since, until)).values("number")
        further = CaseRow.objects.filter(further_until__gte=since, further_since__lte=until).values("number")
        scanned = Q(scanned_at__range=(first - day, last + day))
        rows = rows.filter(scanned | Q(case__in=received) | Q(case__in=further))
    return rows


def parts_of(parent: str) -> list[Arrival]:
    """Parts of a split arrival, in page order."""
    return _ARRIVALS.all(_ARRIVALS.rows.filter(parent=parent).order_by("pk"))


def pointing() -> list[tuple[str, str]]:
    """Arrivals without a case, with the code of ours they bear."""
    return list(ArrivalRow.objects.filter(case="").exclude(letter="").values_list("pk", "letter"))


def arranged_with(which: Q) -> set[str]:
    """``which``, and all that share pages with them."""
    joined = ArrivalRow.objects.filter(state=ArrivalState.JOINED).values_list("pk", "joined")
    into = [(letter, arrival) for arrival, pages in joined for letter in _letters_in(pages)]
    rows = ArrivalRow.objects.values_list("pk", "parent", "joined")
    keys, level = set[str](), list(rows.filter(which))
    while level:
        keys |= {arrival for arrival, _, _ in level}
        near = {above for _, parent, pages in level for above in (parent, *_letters_in(pages))}
        near |= {arrival for letter, arrival in into if letter in keys}
        level = list(rows.filter(pk__in=near - keys))
    return keys


def joined_in(letter: str, *states: str) -> list[Arrival]:
    """Arrivals whose pages ``letter`` holds."""
    rows = _ARRIVALS.rows.filter(joined__contains=letter)
    if states:
        rows = rows.filter(state__in=states)
    return _ARRIVALS.all(rows.order_by("pk"))


def of_case(case: str) -> list[Arrival]:
    """Arrivals of a case, oldest first."""
    return of_cases([case])


def of_cases(cases: Collection[str]) -> list[Arrival]:
    """Arrivals of a few hundred cases at most."""
    return _ARRIVALS.all(_ARRIVALS.rows.filter(case__in=list(cases)).order_by("taken_at", "pk"))


def _letters_in(joined: str) -> tuple[str, ...]:
    return tuple(part.partition(":")[0] for part in joined.split())
