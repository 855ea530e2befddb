"""The lists kept on pages, in place of those of office.toml.

Once changed (:mod:`pipeline.office.bookkeeping.change_rows`), a list is in the database alone. Versions are
only added; each counts from a day on, the newest wins. So a letter has the signatory of its day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from pipeline.kernel import clock
from pipeline.records import office_rows
from pipeline.records.office_rows import Version
from pipeline.settings import Settings
from pipeline.settings.retention import Fate, Schedule
from pipeline.settings.signatories import Signatory

SIGNATORIES, SCHEDULES, CODES = "penandatangan", "jra", "klasifikasi"
SERVICES, INSTITUTIONS, DANGERS, EMERGENCY = "layanan", "lembaga", "kata-bahaya", "darurat"
CODES_KEY = "nomor.kode_klasifikasi"
PAIRS: Mapping[str, tuple[str, str, str]] = {
    CODES: (CODES_KEY, "kode", "arti"),
    EMERGENCY: ("krisis.nomor", "nama", "nomor"),
}
"""Tables of office.toml: key, and the names of a line's sides."""
WORDS = {SERVICES: "surat.layanan", INSTITUTIONS: "masuk.lembaga", DANGERS: "masuk.kata_bahaya"}
"""Word lists by their key; a row calls its word "isi"."""
FOUNDED = "office.toml"
CODE_LISTS = (CODES, *WORDS, EMERGENCY)
_PREFIX = {
    SIGNATORIES: "P", SCHEDULES: "J", CODES: "K", SERVICES: "L", INSTITUTIONS: "I", DANGERS: "B", EMERGENCY: "D",
}  # fmt: skip


@dataclass(frozen=True)
class Span:
    """A row's value and its days, inclusive (None: open)."""

    value: Mapping[str, Any]
    since: date | None
    until: date | None

    def counts_on(self, day: date) -> bool:
        """Whether it counts on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Row:
    """A row; without versions it is only in office.toml."""

    name: str
    value: Mapping[str, Any]
    versions: tuple[Version, ...]
    spans: tuple[Span, ...]

    @property
    def version(self) -> int:
        """The newest version; 1 if only in office.toml."""
        return self.versions[-1].version if self.versions else 1

    def is_used(self, day: date) -> bool:
        """Whether it counts on ``day`` or later."""
        return any(span.until is None or span.until >= day for span in self.spans)


def laid_over(settings: Settings) -> Settings:
    """``settings`` with the office's lists."""
    if not (kept := office_rows.every()):
        return settings
    lists = {version.called for version in kept}
    if SIGNATORIES in lists:
        settings = replace(settings, signatories=tuple(signatories(_rows(kept, SIGNATORIES))))
    if SCHEDULES in lists:
        settings = replace(settings, schedules=tuple(schedules(_rows(kept, SCHEDULES))))
    today = clock.today(settings["kantor.zona_waktu"])
    values = {key: value for called in lists for key, value in _values(kept, called, today)}
    return replace(settings, values={**settings.values, **values}) if values else settings


def _values(kept: Sequence[Version], called: str, today: date) -> Iterator[tuple[str, Any]]:
    if called not in PAIRS and called not in WORDS:
        return
    values = [span.value for row in _rows(kept, called) for span in row.spans if span.counts_on(today)]
    if called in WORDS:
        yield WORDS[called], [str(value["isi"]) for value in values]
    else:
        key, name, meaning = PAIRS[called]
        yield key, {str(value[name]): str(value[meaning]) for value in values}


def rows(settings: Settings, called: str) -> list[Row]:
    """A list's rows in order."""
    return _rows(office_rows.every(), called) or [
        Row(name, value, (), (Span(value, None, None),)) for name, value in founded(settings, called)
    ]


def founded(settings: Settings, called: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Names and values of the rows of office.toml."""
    values: Iterable[Mapping[str, Any]]
    if called in WORDS:
        values = ({"isi": value} for value in settings[WORDS[called]])
    elif called in PAIRS:
        key, left, right = PAIRS[called]
        values = ({left: name, right: str(meaning)} for name, meaning in settings[key].items())
    else:
        values = _FOUNDED[called](settings)
    yield from ((name_of(called, place), value) for place, value in enumerate(values, 1))


def name_of(called: str, place: int) -> str:
    """The name of a list's ``place``-th row."""
    return f"{_PREFIX[called]}-{place}"


def spans(versions: Sequence[Version]) -> tuple[Span, ...]:
    """Each version until a later one replaces it."""
    periods = []
    for place, version in enumerate(versions):
        end = min((later.since or date.min for later in versions[place + 1 :]), default=None)
        if version.retired or (end is not None and end <= (version.since or date.min)):
            continue
        periods.append(Span(version.value, version.since, end - timedelta(days=1) if end else None))
    return tuple(periods)


def signatories(listed: Iterable[Row]) -> Iterator[Signatory]:
    """One per span, in office on the days of both."""
    for row in listed:
        for span in row.spans:
            who = signatory_of(span.value)
            since = max(filter(None, (who.since, span.since)), default=None)
            until = min(filter(None, (who.until, span.until)), default=None)
            if since is None or until is None or since <= until:
                yield replace(who, since=since, until=until)


def schedules(listed: Iterable[Row]) -> Iterator[Schedule]:
    """A retention row per span."""
    for row in listed:
        for span in row.spans:
            value = span.value
            yield Schedule(
                value["kode"], value["seri"], value["aktif"], value["inaktif"], Fate(value["nasib"]), span.since, span.until
            )  # fmt: skip


def signatory_of(value: Mapping[str, Any]) -> Signatory:
    """From a row keyed as ``[[penandatangan]]``."""
    days = {key: date.fromisoformat(value[key]) if value.get(key) else None for key in ("dari", "sampai")}
    return Signatory(
        value.get("akun", ""), value["jabatan"], value["nama"], value.get("nip", ""), value.get("pangkat", ""), days["dari"],
        days["sampai"], tuple(value.get("kop", ())), value.get("sebagai", ""), value.get("mewakili", ""), value.get("mandat", ""),
        tuple(value.get("paraf", ())),
    )  # fmt: skip


def _rows(kept: Sequence[Version], called: str) -> list[Row]:
    by: dict[str, list[Version]] = {}
    for version in kept:
        if version.called == called:
            by.setdefault(version.name, []).append(version)
    return [Row(name, versions[-1].value, tuple(versions), spans(versions)) for name, versions in by.items()]


def _signatory(signatory: Signatory) -> Mapping[str, Any]:
    plain = {
        "akun": signatory.account, "jabatan": signatory.title, "nama": signatory.name, "nip": signatory.nip, "pangkat": signatory.rank,
        "dari": signatory.since.isoformat() if signatory.since else "", "sampai": signatory.until.isoformat() if signatory.until else "",
        "kop": list(signatory.letterhead), "sebagai": signatory.capacity, "mewakili": signatory.represents, "mandat": signatory.mandate,
        "paraf": list(signatory.paraf),
    }  # fmt: skip
    return {key: value for key, value in plain.items() if value}


def _schedule(schedule: Schedule) -> Mapping[str, Any]:
    return {
        "kode": schedule.code, "seri": schedule.series, "aktif": schedule.active, "inaktif": schedule.inactive, "nasib": str(schedule.fate),
    }  # fmt: skip


_FOUNDED: Mapping[str, Callable[[Settings], Iterable[Mapping[str, Any]]]] = {
    SIGNATORIES: lambda settings: map(_signatory, settings.signatories),
    SCHEDULES: lambda settings: map(_schedule, settings.schedules),
}
