"""Full-text index of readings, transcripts and drafts by stems: FTS5 or tsvector.

An incoming letter's case is joined, so moves show at once.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings as django_conf
from django.db import DatabaseError, OperationalError, connection
from django.db.models import Max, Q

from pipeline.cases.search_stems import stems_of
from pipeline.records.models import ArrivalRow, TextRow

_OF_A_DAY = 1_000_000
_MOST = 300_000
"""About a hundred pages; PostgreSQL indexes at most a megabyte."""


class TextKind(StrEnum):
    """Whose words they are, as stored."""

    INCOMING = "masuk"
    TRANSCRIPT = "ketikan"
    LETTER = "surat"


@dataclass(frozen=True)
class Words:
    """Stems that all occur, and stems in sequence."""

    stems: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Among:
    """Year (0: all), states, channel (empty: all); never ``unseen`` cases."""

    year: int = 0
    states: tuple[str, ...] = ()
    channel: str = ""
    unseen: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Hit:
    """A document found; ``place`` orders hits, ``digest`` is SHA-512."""

    place: int
    kind: str
    thing: str
    case: str
    document: str
    agenda: str
    state: str
    plain: str
    stems: str
    digest: str

    @property
    def day(self) -> date:
        """When it came in, was typed or drafted."""
        digits = str(self.place // _OF_A_DAY)
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))


def put(kind: TextKind, thing: str, day: date, plain: str, case: str = "", document: str = "") -> None:
    """Replace a text's index, in the caller's transaction."""
    put_all([(kind, thing, day, plain, case, document)])


def put_all(texts: Iterable[tuple[TextKind, str, date, str, str, str]]) -> None:
    """Index several."""
    rows = list(texts)
    known = dict(TextRow.objects.filter(thing__in=[row[1] for row in rows]).values_list("thing", "pk"))
    free: dict[date, int] = {}
    new = list[TextRow]()
    for kind, thing, day, text, case, document in rows:
        plain = text[:_MOST]
        columns: dict[str, Any] = {
            "kind": str(kind), "case": case, "document": document, "plain": plain, "stems": " ".join(stems_of(plain)),
        }  # fmt: skip
        if thing in known:
            TextRow.objects.filter(pk=known[thing]).update(**columns)
            continue
        free[day] = (free[day] if day in free else _last_of(day)) + 1
        new.append(TextRow(id=free[day], thing=thing, **columns))
    TextRow.objects.bulk_create(new)


def day_of(moment: datetime) -> date:
    """Day in the office's zone."""
    zone = getattr(django_conf, "OFFICE_ZONE")  # noqa: B009 - Django's types know no words of ours
    return moment.astimezone(ZoneInfo(zone)).date()


def put_arrival(arrival: str, taken: datetime, reading: str) -> None:
    """Index a reading (JSON of :class:`pipeline.intake.reading.Reading`)."""
    if plain := text_of(reading):
        put(TextKind.INCOMING, arrival, day_of(taken), plain)


def text_of(reading: str) -> str:
    """Words of a reading by row."""
    try:
        pages = json.loads(reading)["pages"]
        return "\n".join(" ".join(str(word[0]) for word in row) for page in pages for row in page["rows"])
    except (ValueError, KeyError, TypeError, IndexError):
        return ""


def follow(case: str, document: str, digest: str) -> None:
    """Move a transcript."""
    TextRow.objects.filter(thing=digest, kind=TextKind.TRANSCRIPT).update(case=case, document=document)


def has(thing: str) -> bool:
    """Whether ``thing`` is indexed."""
    return TextRow.objects.filter(thing=thing).exists()


def erase(case: str, things: Collection[str]) -> None:
    """Remove texts of ``case`` and ``things``."""
    TextRow.objects.filter(Q(case=case) | Q(thing__in=list(things))).delete()


def merge_index() -> None:
    """Merge SQLite's index, which keeps erased words until then."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO records_textindex (records_textindex) VALUES ('optimize')")


def held() -> set[str]:
    """Indexed things."""
    return set(TextRow.objects.values_list("thing", flat=True))


def unheld() -> list[str]:
    """Read arrivals that are not indexed, oldest first."""
    rows = ArrivalRow.objects.exclude(reading="").exclude(pk__in=TextRow.objects.values("thing"))
    return list(rows.order_by("taken_at", "pk").values_list("pk", flat=True))


def has_index() -> bool:
    """Whether SQLite's index has its triggers and agrees."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return True
        cursor.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'index_text_%%'", []
        )
        if cursor.fetchone()[0] != len(("insert", "delete", "update")):
            return False
        try:
            cursor.execute(
                "INSERT INTO records_textindex (records_textindex, rank) VALUES ('integrity-check', 1)"
            )
        except DatabaseError as error:
            return isinstance(error, OperationalError)  # else it says something else than its rows
    return True


def fill(among: Collection[str] | None = None) -> None:
    """Index readings anew, in the caller's transaction."""
    rows = ArrivalRow.objects.exclude(reading="").order_by("taken_at", "pk")
    rows = rows if among is None else rows.filter(pk__in=list(among))
    for arrival, taken, reading in rows.values_list("pk", "taken_at", "reading").iterator(chunk_size=100):
        put_arrival(arrival, taken, reading)


def _last_of(day: date) -> int:
    first = (day.year * 10_000 + day.month * 100 + day.day) * _OF_A_DAY
    rows = TextRow.objects.filter(pk__gte=first, pk__lt=first + _OF_A_DAY)
    return int(rows.aggregate(last=Max("pk"))["last"] or first)


def search(words: Words, among: Among, most: int, before: int = 0) -> list[Hit]:
    """Newest ``most`` documents before the place ``before``."""
    if not words.stems and not words.phrases:
        return []
    first = among.year * 10_000 * _OF_A_DAY
    end = (among.year + 1) * 10_000 * _OF_A_DAY if among.year else 2**63 - 1
    bounds = first, min(before or end, end)
    if connection.vendor == "postgresql":
        return _on_server(_asked(words), among, most, *bounds)
    return _hits(_FILE, _asked(words), among, most, *bounds)


def _on_server(asked: str, among: Among, most: int, first: int, end: int) -> list[Hit]:
    hits = list[Hit]()
    for sentence, count in ((_NEAR, _NEAREST), (_GATHERED, _NEARER), (_GATHERED, 0)):
        start = _reached(count, first, end) if count else first
        hits += _hits(sentence, asked, among, most - len(hits), start, end)
        if len(hits) == most or start == first:
            break
        end = start
    return hits


def _reached(count: int, first: int, end: int) -> int:
    places = TextRow.objects.filter(pk__gte=first, pk__lt=end).order_by("-pk").values_list("pk", flat=True)
    return next(iter(places[count - 1 : count]), first)


def _hits(sentence: str, asked: str, among: Among, most: int, first: int, end: int) -> list[Hit]:
    where, given = _among(among)
    with connection.cursor() as cursor:
        cursor.execute(sentence.format(where="".join(where)), [asked, first, end, *given, most])
        return [Hit(*row) for row in cursor.fetchall()]


_NEAREST, _NEARER = 1000, 20_000
"""So many documents are filtered one by one, then gathered by an index without order, then all."""
_COLUMNS = """t.id, t.kind, t.thing, COALESCE(a."case", t."case"), t.document, COALESCE(a.agenda, ''),
COALESCE(c.state, ''), t.plain, t.stems, COALESCE(a.sha512, '')"""
_JOINED = """LEFT JOIN records_arrivalrow a ON t.kind = 'masuk' AND a.id = t.thing
LEFT JOIN records_caserow c ON c.number = COALESCE(a."case", t."case")"""
_STANDS = """(t.kind <> 'masuk' OR (a.state IN ('terbaca', 'tidak terbaca', 'terdaftar', 'dicoret')
AND (a."case" <> '' OR a.letter = '')))
AND (t.kind <> 'ketikan' OR EXISTS (SELECT 1 FROM records_documentrow d
WHERE d.case_id = t."case" AND d.logical = t.document))
AND (t.kind <> 'surat' OR EXISTS (SELECT 1 FROM records_letterrow l WHERE l.id = t.thing))"""
"""No copies of ours, no scans joined into others, nothing unfiled."""
_FILE = f"""SELECT {_COLUMNS} FROM records_textindex f CROSS JOIN records_textrow t ON t.id = f.rowid {_JOINED}
WHERE f.records_textindex MATCH %s AND f.rowid >= %s AND f.rowid < %s AND {_STANDS}{{where}}
ORDER BY f.rowid DESC LIMIT %s"""  # noqa: S608 - our own words
_NEAR = f"""SELECT {_COLUMNS} FROM (SELECT *, to_tsquery('simple', %s) AS asked FROM records_textrow WHERE id >= %s AND id < %s
ORDER BY id DESC OFFSET 0) t {_JOINED} WHERE t.lexemes @@ t.asked AND {_STANDS}{{where}} ORDER BY t.id DESC LIMIT %s"""  # noqa: S608
_GATHERED = f"""WITH found AS MATERIALIZED (SELECT id FROM records_textrow
WHERE lexemes @@ to_tsquery('simple', %s) AND id >= %s AND id < %s ORDER BY id DESC)
SELECT {_COLUMNS} FROM found f JOIN records_textrow t ON t.id = f.id {_JOINED}
WHERE {_STANDS}{{where}} ORDER BY f.id DESC LIMIT %s"""  # noqa: S608 - our own words


def _among(among: Among) -> tuple[list[str], list[Any]]:
    where, given = list[str](), list[Any]()
    if among.states:
        where.append(f" AND c.state IN ({_places(among.states)})")
        given += among.states
    if among.channel:
        on_server = "(c.value::json #>> '{values,channel}')"
        column = (
            on_server if connection.vendor == "postgresql" else "json_extract(c.value, '$.values.channel')"
        )
        where.append(f" AND {column} = %s")
        given.append(among.channel)
    if among.unseen:
        where.append(f' AND COALESCE(a."case", t."case") NOT IN ({_places(among.unseen)})')
        given += sorted(among.unseen)
    return where, given


def _places(given: Collection[str]) -> str:
    return ", ".join(["%s"] * len(given))


def _asked(words: Words) -> str:
    """FTS5 stems are quoted: none is an operator."""
    phrases = [*((stem,) for stem in words.stems), *words.phrases]
    if connection.vendor != "postgresql":
        return " AND ".join('"' + " ".join(phrase).replace('"', '""') + '"' for phrase in phrases)
    quoted = (["'" + stem.replace("'", "''") + "'" for stem in phrase] for phrase in phrases)
    return " & ".join(f"({' <-> '.join(phrase)})" for phrase in quoted)
