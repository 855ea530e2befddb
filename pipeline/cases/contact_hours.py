"""When a victim may be contacted, as registered; nobody is called at night."""

import re
from dataclasses import dataclass
from datetime import datetime, time

_EARLIEST, _LATEST = time(6), time(21)
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_ALL_DAYS = frozenset(range(7))
_PARTS = {"pagi": (6, 10), "siang": (10, 15), "sore": (15, 18), "malam": (18, 21)}
_T = r"(\d{1,2})(?:[.:](\d{2}))?"
_DASH = r"\s*(?:-|–|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga|dan)\s*"
_SPAN = re.compile(rf"(?:antara\s+)?{_T}{_DASH}{_T}")
_BEFORE = re.compile(rf"(?:sebelum|paling lambat|maksimal|sampai|hingga)\s+{_T}")
_AFTER = re.compile(rf"(?:sesudah|setelah|mulai|sejak|di atas|lewat)\s+{_T}")
_RANGE = re.compile(
    rf"\b({'|'.join(_DAYS)})\s*(?:-|–|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*({'|'.join(_DAYS)})\b"
)
_NOT = (
    r"\b(?:mohon |tolong )?(?:jangan|tidak boleh|tidak) (?:(?:menelepon|menelpon|ditelepon|ditelpon|menghubungi|dihubungi|"
    r"telepon|hubungi) )?"
)
_NOT_AFTER = re.compile(rf"{_NOT}(?:sesudah|setelah|di atas|lewat) (?={_T})")
_NOT_BEFORE = re.compile(rf"{_NOT}sebelum (?={_T})")
_IDLE = re.compile(
    r"\b(?:pukul|jam|wib|wita|wit|hari|pada|boleh|hanya|saja|dihubungi|dan|atau|setiap|tiap)\b|[,;/&]"
)
_SPELT = tuple(
    (re.compile(rf"\b(?:{words})\b"), said)
    for words, said in (
        (r"(?:di |di|men?|n)?(?:t?ele?[pf]on|te?lpo?n?|call)", "telepon"),
        (r"jg?n|jng?n", "jangan"),
        (r"tdk|tak|kada|gak|nggak|enggak|ndak", "tidak"),
    )
)
_NEVER = re.compile(
    r"\b(?:(?:(?:jangan|tidak(?: boleh| bisa| dapat| kawa| aman)?|dilarang)(?: pernah| sekali-kali| sama sekali)?(?: (?:di)?hubungi)?"
    r"(?: lewat| melalui| via| dengan)?|tanpa|(?:ber)?bahaya(?: kalau| kalo| bila| jika)?) (?:telepon|hp)"
    r"|(?:telepon|hp)(?: saya| korban| beliau| itu)? (?:jangan|dilarang|berbahaya|tidak (?:boleh|aman)"
    r"|(?:dipegang|disita|dirampas|dikuasai|diperiksa|disadap|diawasi)(?: oleh)?(?: suami| istri| pelaku| terlapor| mertua)?)"
    r"|hanya (?:wa|sms|pesan)|(?:wa|sms|pesan(?: tertulis)?) saja)\b(?P<rest>[^.,;/]*)"
)
_ADDED = re.compile(
    r"\b(?:sama sekali|selamanya|kapan pun|kapanpun|lagi|saya|kami|beliau|korban|pelapor|ibu|bapak|bu|pak|ya|ke|nomor|rumah|ini|itu)\b"
)
_NO_CALL = re.compile(
    r"(?:jangan|tidak|boleh|dilarang|tanpa|pernah|sekali-kali|sama|sekali|telepon|(?:di)?hubungi|lewat|melalui|via|dengan|hanya|"
    r"wa|sms|pesan|tertulis|surat|kirim|saja|mohon|tolong|saya|kami|korban|lagi|\W)+"
)
_ANY_TIME = re.compile(r"\b(?:kapan saja|kapan pun|bebas|24 jam)\b")


@dataclass(frozen=True)
class Hours:
    """``days`` (0 is Monday) and ``spans``, ends excluded."""

    days: frozenset[int]
    spans: tuple[tuple[time, time], ...]

    def allow(self, local: datetime) -> bool:
        """Whether the moment ``local`` (office time) is allowed."""
        at = local.time().replace(tzinfo=None)
        return local.weekday() in self.days and any(start <= at < end for start, end in self.spans)


def read(written: str) -> Hours | None:
    """None where anything is not understood."""
    rest = written.casefold().replace("jum'at", "jumat")
    if _ANY_TIME.search(rest):
        rest = _ANY_TIME.sub(" ", rest)
        return None if _IDLE.sub(" ", rest).strip(" .") else Hours(_ALL_DAYS, ((_EARLIEST, _LATEST),))
    days, rest = _days(rest)
    spans, rest = _spans(rest)
    if _IDLE.sub(" ", rest).strip(" .") or None in spans or not (days or spans):
        return None
    return Hours(days or _ALL_DAYS, tuple(span for span in spans if span) or ((_EARLIEST, _LATEST),))


def forbids_telephone(written: str) -> bool:
    """Whether no call is allowed at any hour."""
    return any(not _ADDED.sub(" ", match["rest"]).strip() for match in _NEVER.finditer(_spelt(written)))


def only_forbids_telephone(written: str) -> bool:
    """Whether nothing else was written."""
    return forbids_telephone(written) and _NO_CALL.fullmatch(_spelt(written)) is not None


def _spelt(written: str) -> str:
    plain = re.sub(r"\s+", " ", written.casefold())
    for spelt, word in _SPELT:
        plain = spelt.sub(word, plain)
    return plain


def _days(rest: str) -> tuple[frozenset[int], str]:
    weekdays: set[int] = set()
    for words, days in (
        ("hari kerja", range(5)),
        ("akhir pekan", (5, 6)),
        ("setiap hari", range(7)),
        ("tiap hari", range(7)),
    ):
        if words in rest:
            weekdays |= set(days)
            rest = rest.replace(words, " ")
    for first, last in _RANGE.findall(rest):
        start, end = _DAYS.index(first), _DAYS.index(last)
        weekdays |= {day % 7 for day in range(start, end + 1 if end >= start else end + 8)}
    rest = _RANGE.sub(" ", rest)
    for place, name in enumerate(_DAYS):
        if re.search(rf"\b{name}\b", rest):
            weekdays.add(place)
            rest = re.sub(rf"\b{name}\b", " ", rest)
    return frozenset(weekdays), rest


def _spans(rest: str) -> tuple[list[tuple[time, time] | None], str]:
    rest = re.sub(r"\b(?:pukul|jam|wib|wita|wit)\b", " ", rest)
    rest = re.sub(r"\s+", " ", rest)
    rest = _NOT_BEFORE.sub("sesudah ", _NOT_AFTER.sub("sebelum ", rest))
    spans: list[tuple[time, time] | None] = []
    for a, b, c, d in _SPAN.findall(rest):
        spans.append(_span(_time(a, b), _time(c, d)))
    rest = _SPAN.sub(" ", rest)
    spans += [_span(_EARLIEST, _time(a, b)) for a, b in _BEFORE.findall(rest)]
    spans += [_span(_time(a, b), _LATEST) for a, b in _AFTER.findall(rest)]
    rest = _AFTER.sub(" ", _BEFORE.sub(" ", rest))
    for word, (start, end) in _PARTS.items():
        if re.search(rf"\b{word}\b", rest):
            spans.append((time(start), time(end)))
            rest = re.sub(rf"\b{word}\b", " ", rest)
    return spans, rest


def _time(hour: str, minute: str) -> time | None:
    return time(int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None


def _span(start: time | None, end: time | None) -> tuple[time, time] | None:
    return (start, end) if start and end and start < end else None
