"""When the event was, in all ways of letters (rule 7): day, month, span, weekday, hour."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pipeline.cases.fields.days import event_days
from pipeline.cases.values import Values, day, text
from pipeline.letters.numbers import days_in, figures

_MONTHS = (
    "jan(?:uari)?", "[fp]eb(?:ruari)?", "mar(?:et)?", "apr(?:il)?", "mei", "juni?", "juli?", "ag(?:ustus|[stu])",
    "sep(?:t|tember)?", "okt(?:ober)?", "no[vp](?:ember)?", "des(?:ember)?",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_FROM = r"\b(?:sejak|semenjak|mulai|dari)\s+"
_SINCE = re.compile(
    rf"{_FROM}(?:(?:awal|akhir|pertengahan|bulan|\d+)\s+)*({_MONTH})\b(?: (\d{{4}}))?", re.IGNORECASE
)
_WEEK = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'?at", "Sabtu", "(?:Minggu|Ahad|akhir pekan)")
_PARTS = (
    (4, "dini hari|malam|subuh"), (10, "pagi|subuh"), (15, "siang"), (19, "sore|petang|senja"), (24, "malam|petang"),
    (99, "pagi|siang|sore|petang|malam|subuh|dini hari"),
)  # fmt: skip
"""Words for an hour, by the hour before which they end; at last for any."""
_PAST = r"\s+(?:yang\s+)?(?:baru\s+(?:saja\s+)?)?(?:lalu|barusan|berlalu|silam|kemarin|itu|tersebut)\b"
_UP_TO_NOW = r"\s+(?:(?:yang\s+)?(?:lalu|silam)|terakhir|belakangan|ini)\b"
_ABOUT = r"(?:(?:kurang lebih|lebih kurang|kira-kira|sekitar|hampir|lebih dari|sedikitnya)\s+)?"
_OCCURS = r"\b(?:terjadi|kejadian|peristiwa|\w*alami|menimpa|berlangsung)\b[^.;]{0,40}"
_TO_COME = r"\b(?:depan|mendatang|besok|dijadwalkan)\b"
_OFFERED = rf"{_TO_COME}|\b(?:akan|dapat|bisa|silakan|menunggu|buka|\w*layan\w*|setiap|tiap|pertemuan|jadwal|rapat|penyuluhan|pelatihan|piket|dijaga|telepon|hotline|SAPA|kerja|\w*undang|datang langsung)\b"
"""An office that offers may name the hour or weekday of the event."""


_NO_EVENT = (
    r"(?=.*\b(?:kantor|jadwal|loket|ruang|formulir|unit|layanan|pelayanan|pos|gedung|petugas|konseling|konsultasi|pendampingan|peraturan|rapat|rekapitulasi|pelatihan|kegiatan|piket|siaran|telepon|hotline|SAPA)\b)"
    r"(?!.*\b(?:(?:\d|malam|waktu|saat|ketika|WIB) itu|hal|keadaan|kondisi|situasi|peristiwa\w*|kejadian\w*|insiden|musibah|\w*alami|\w*derita|terjadi|berulang|korban|kakak|adik|saudar[ai]nya|yang bersangkutan|terlapor|"
    r"pelaku|suami\w*|perbuatan|perlakuan|masalah|persoalan|perkara|kasus|rumah tangga|keterangan|keluhan|cerita|uraian|(?:\w+ )?sampaikan|catat|laporkan)\b)"
)
"""A sentence of the office about itself."""


class Event(NamedTuple):
    """What is recorded: days, first days of the months since when, minute of the day."""

    days: frozenset[date] = frozenset()
    since: frozenset[date] = frozenset()
    minute: int | None = None


NEVER = Event()


def event_of(values: Values) -> Event:
    """From its fields, and what summary and complaint tell of earlier days and since when."""
    account = figures(f"{text(values, 'summary')}\n{text(values, 'story')}")
    until, hour = day(values, "received_day") or date.max, text(values, "event_time")
    recorded = event_days(values)
    days = {date.fromisoformat(part) for part in recorded if len(part) == len("2026-11-15")}
    days |= {told_day for told_day in days_in(account) if told_day < until}
    days -= {day(values, "letter_date")}
    months = {date.fromisoformat(f"{part}-01") for part in recorded if len(part) == len("2026-11")}
    starts = (
        (since[2], [bool(re.fullmatch(name, since[1], re.IGNORECASE)) for name in _MONTHS].index(True) + 1)
        for since in _SINCE.finditer(account)
    )
    since = (date(int(year or until.year - (month > until.month)), month, 1) for year, month in starts)
    return Event(
        frozenset(days), frozenset({*since, *months}), int(hour[:2]) * 60 + int(hour[3:5]) if hour else None
    )


def tells_when(sentence: str, event: Event, today: date, known: frozenset[date]) -> bool:
    """``known`` are days that a letter may cite."""
    return _pattern(event, today, known).search(figures(sentence)) is not None


@lru_cache(maxsize=32)
def _pattern(event: Event, today: date, known: frozenset[date]) -> re.Pattern[str]:
    ours = {(cited.year, cited.month) for cited in (today, *known)}
    ways = [way for event_day in event.days - known for way in _days(event_day, today, known, event.minute)]
    spans = _hours(event.minute) if event.minute is not None else []
    spans += [
        way
        for event_day in event.since | event.days
        if (event_day.year, event_day.month) not in ours
        for way in _months(event_day, today)
    ]
    ways += [rf"^(?!{_NO_EVENT}).*(?:{'|'.join(spans) or '(?!)'})"]
    return re.compile("|".join(ways) or "(?!)", re.IGNORECASE)


def _days(event_day: date, today: date, known: frozenset[date], minute: int | None) -> list[str]:
    month, ago, parts, weekday = (
        _MONTHS[event_day.month - 1],
        (today - event_day).days,
        _part(minute),
        event_day.weekday(),
    )
    third = ("awal", "(?:per)?tengah(?:an)?", "akhir")[min((event_day.day - 1) // 10, 2)]
    eve = _WEEK[(weekday + 1) % 7] if "malam" in parts else "(?!)"
    when = rf"\b(?:{_WEEK[weekday]}\s+(?:{parts})|malam\s+{eve})\b"
    other_year = rf"(?!\.?\s+(?!{event_day.year})\d{{4}}|[/.-](?!(?:20)?{event_day:%y})\d\d)"
    always = [
        rf"\b(?:minggu|pekan) (?:ke-?)?{(event_day.day - 1) // 7 + 1}\b (?:bulan )?{month}\b",
        rf"\b(?:{'|'.join(str((cited - event_day).days) for cited in {today, *known})}) hari (?:sebelum(?:nya)?|menjelang|mendahului)\b",
        rf"\b0?{event_day.day}[\s/-]+{event_day.month}[\s/-]+(?:20)?{event_day:%y}\b",
        (
            rf"(?<!ke-)\b0?{event_day.day}(?:[\s./-]+(?:hari )?(?:bulan )?{month}\b|\s(?:hari )?bulan (?:ke-)?{event_day.month}\b|"
            rf"[/-]0?{event_day.month}(?!\d|/[A-Z])|\.0?{event_day.month}(?=\.\d)){other_year}|\b{event_day}\b"
        ),
        rf"{_OCCURS}\b{third} bulan\b",
        rf"(?<!sampai )(?<!hingga )(?<!sebelum )\b{third} (?:bulan )?(?:{month}\b{'|bulan ini' * (event_day.month == today.month)})",
    ]
    lately: list[tuple[Callable[[date], int], str]] = [  # but for what a day that a letter may cite has in common
        (lambda cited: (today - cited).days, rf"\b(?:{ago - 1}|{ago}|{ago + 1}) hari{_PAST}"),
        (lambda cited: round((today - cited).days / 7), rf"\b(?:{round(ago / 7)} {'|se' * (round(ago / 7) == 1)})(?:minggu|pekan){_PAST}"),
        (lambda cited: cited.day, rf"\b(?:tanggal|tgl\.?)\s+{event_day.day}\b(?!\s*(?:[./-]\d|sampai|hingga|s\.d|setiap|tiap|(?:bulan )?(?:{_MONTH})\b))"),
        (lambda cited: (today - cited).days, rf"{_OCCURS}\b(?:{round(ago / 7)} {'|se' * (round(ago / 7) == 1)})(?:minggu|pekan){_PAST}"),
        (date.weekday, rf"{when}{_PAST}|\bhari\s+{_WEEK[weekday]}{_PAST}|(?<!^)(?<![.!?] )(?-i:\b{_WEEK[weekday]}){_PAST}"),
        (date.weekday, rf"^(?!.*(?:{_OFFERED})).*{when}(?!,?\s*(?:tanggal\s*)?\d)"),
    ]  # fmt: skip
    return always + [way for of, way in lately if ago < 62 and of(event_day) not in map(of, known)]


def _months(event_day: date, today: date) -> list[str]:
    name, ago = (
        _MONTHS[event_day.month - 1],
        (today.year - event_day.year) * 12 + today.month - event_day.month,
    )
    part = {3: "|seperempat tahun|triwulan", 6: "|setengah tahun"}.get(ago, "")
    length = rf"(?:(?:{ago - 1}|{ago}|{ago + 1}|beberapa)\s+bulan|(?:{ago // 12}|beberapa)\s+tahun{part})"
    return [
        rf"{_FROM}{('awal', 'pertengahan', 'akhir')[(event_day.month - 1) // 4]} tahun\b|^(?!.*(?:{_OFFERED}|\bkami\b|\bpendamping)).*\bselama {_ABOUT}{length}\b",
        rf"\b(?:\w*alami|terjadi|berulang|menimpa|\w*derita)\b[^.;]{{0,40}}\bselama {_ABOUT}{length}\b|\bselama {_ABOUT}{length}\b[^.;]{{0,40}}\b(?:\w*alami|menimpa|\w*derita)\b",
        rf"(?<![\d/-])0?{event_day.month}[/-]{event_day.year}\b|(?<!\d )\b(?<![\d./-]){name}\b(?! (?!{event_day.year})\d{{4}})|{_FROM}\d+ {name}\b|\bbulan (?:ke-?)?{event_day.month}\b",
        rf"\b{length}{_UP_TO_NOW}|\b(?:sejak|sudah|telah|hampir)\s+(?:(?!kami|petugas)\w+\s+){{0,4}}{length}\b|\bber(?:hari|minggu|bulan|tahun)-\w+",
    ]


def _part(minute: int | None) -> str:
    return next(words for end, words in _PARTS if (98 if minute is None else minute // 60) < end)


def _hours(minute: int) -> list[str]:
    hour, past, part = minute // 60, minute % 60, _part(minute)
    twelve, after = (hour + 11) % 12 + 1, hour % 12 + 1
    other = rf"(?!\s+(?!{part})(?:{_PARTS[-1][1]}))"
    spoken = (
        rf"\bsetengah\s+{after}\b{other}|\b(?:pukul|jam)\s+(?:{twelve}|{after})(?:-an)?\s+(?:{part})"
        if past == 30
        else rf"\b(?:pukul|jam)\s+(?:0?{hour}(?![.:]?\d)|{twelve}\s+(?:{part}))"
    )
    exact = (
        rf"(?<![\d.])0?{hour}[.:]{past:02}(?![\d.]*\d)|\b0?{twelve}[.:]{past:02}\s+(?:{part})|\b(?:{hour}|{twelve})\s+(?:(?:{part})\s+)?"
        rf"(?:lewat|lebih)\s+{past}\b{other}|\b0?{hour}[.:]00\s+(?:dan|sampai|hingga|s\.d\.?|-)\s+(?:pukul\s+)?{hour + 1}\b"
    )
    prayer = (
        r"|\b(?:selepas|sesudah|setelah|se?habis|(?:se)?usai|ba'?da)\s+(?:salat\s+)?(?:isya|magrib)\b"
        if hour >= 18
        else ""
    )
    return [rf"^(?!.*(?:{_OFFERED if 7 <= hour < 18 else _TO_COME})).*(?:{exact}|{spoken}{prayer})"]
