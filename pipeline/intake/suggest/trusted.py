"""The person of trust through whom she asks to be reached, and how carefully ("jangan ke rumah")."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document, Found, abbreviated
from pipeline.intake.suggest.labels import Labels, Pair, is_safe_label
from pipeline.intake.suggest.names import DEGREE, TITLE, first_name, same_person, without_titles

_SAFE = re.compile(
    r"\b(?:jangan\s+(?:di)?(?:kirim|alamat|antar)|dititip|titip|surat\s+(?:balasan|jawaban)|balasan|demi\s+keamanan|kirim(?:kan)?\s+saja|takut\s+kalau\s+surat|alamat\s+(?:yang\s+)?aman|lebih\s+(?:nyaman|aman)|kontak\s+aman|dialamatkan|balas\s+(?:lewat|melalui|ke)|segala\s+surat|surat[\s-]+menyurat|bila\s+(?:hendak|ingin|mau|perlu)\s|(?:telepon|hubungi|bicara)\s+(?:lewat|melalui)|(?:lewat|melalui)\s+(?:kami|saya)\s+saja)",
    re.IGNORECASE,
)
_VIA = re.compile(
    rf"(?:kepada|lewat|melalui|alamat(?:kan)?\s+(?:ke|kepada)|\bke\b|\bu\.p\.|\ba\.n\.|\bd/a\b|\bd\.a\.|atas\s+nama|titip(?:kan)?\s+(?:pada|sama)|pendamping\s+kami,)\s+(?:(?!saya\b|ke\b)[a-z]+\s+){{0,3}}(?:saya|kami|ulun)?(?:\s+saja)?,?\s*(?:(?:yaitu|bernama)\s+)?(?:(?:Ibu|Bapak|Bu|Pak)\s+[a-z]+\s+)?(?=(?:{TITLE}\s+)?[A-Z])"
)
_LEAD = re.compile(
    r"\b(?:lewat|melalui|via|kepada|pada|ke|di\s+rumah|sama|dengan|(?:meng)?hubungi(?:lah)?|temui(?:lah)?|menemui|telepon(?:lah)?|kabari|dihubungi(?:\s+(?:hanya|cuma|ialah|adalah|yaitu|yakni))*|ialah|adalah|yaitu|hanya|nomor)\b\s*:?",
    re.IGNORECASE,
)
# leads that speak of reaching only behind a word that does
_WEAK = re.compile(r"(?:di\s+rumah|kepada|pada|ke|sama|dengan|ialah|adalah|yaitu|hanya)\b", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"(?:Ketua|Kepala|Bidan\s+Desa|Sekretaris|Pengurus|Camat|Lurah|Pak\s+RT|Bu\s+RT|Ibu\s+RT|Bapak\s+RT)\b[^,.;()\n]*(?:\n[^,.;()\n]*)?(?=[,(])"
)
_BETWEEN = re.compile(r"(?:[a-z][\w'’/-]*\.?|[,(:\"“]|\s+)+")
_FARTHEST = 80
_BEFORE = 70
_FAR = 600  # so far round a name a sentence is looked at
_LONG = 200  # characters quoted beside a field, where it can be done
_MOST = 30  # people, and mentions of one, that are looked at


@cache
def _words(name: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("contact")["trusted"][name])


def safe_contact(document: Document, labels: Labels, others: Sequence[str] = ()) -> Found | None:
    """Name in ``normal``, in the value also address, telephone and hours.

    ``others`` are victim and writer, never their own persons of trust. Whom the letter forbids is none.
    """
    people = islice(_people(document, labels, others), _MOST)
    return next((person for named, person in people if not is_forbidden(document, named)), None)


def route_sentence(document: Document, contact: Found | None) -> Found | None:
    """The one that names ``contact``, else the first on how to reach her.

    With those around it that forbid or go on; nothing that forbids is ever cut.
    """
    sentences = document.sentences
    starts = [start for start, _ in sentences]
    if contact:
        index = bisect_right(starts, contact.start) - 1
    else:
        index = next((i for i, sentence in enumerate(sentences) if _asks(document, *sentence)), -1)
    if index < 0:
        return None
    no, *_, goes_on = _forbidding()
    first, last = sentences[index]
    above = sentences[max(0, index - 1)]
    if _PLAIN_NO.search(document.text, *above) and last - above[0] <= _LONG:
        first = above[0]
    for start, end in sentences[index + 1 : index + 3]:
        if not (goes_on.match(document.text, start) or _PLAIN_NO.search(document.text, start, end)):
            break
        last = end
    if last - first > _LONG:
        after = max(contact.start if contact else first, first + _LONG // 2)
        stop = re.compile(r"[,;\n]").search(document.text, after, last)
        if stop and not no.search(document.text, stop.start(), last):
            last = stop.start()
    return Found(first, last, document.value(first, last), 0.85) if last - first <= _FAR else None


def _asks(document: Document, start: int, end: int) -> bool:
    if _SAFE.search(document.text, start, end):
        return True
    text = document.text[start:end]
    return bool(_words("calling").search(text) and (_PLAIN_NO.search(text) or _THROUGH.search(text)))


def _people(
    document: Document, labels: Labels, others: Sequence[str]
) -> Iterator[tuple[tuple[int, int], Found]]:
    for pair in labels.of("name"):
        if pair.section == "safe" and (named := first_name(document.text, pair.start, pair.end)):
            pieces = ((named[0], pair.end), *_on_the_form(document, labels, pair))
            yield named, _found(document, named, pieces, 0.95)
    for pair in labels.pairs:
        if is_safe_label(pair.label) and (named := _name_after(document, pair.start, pair.end, others)):
            yield named, _with_way(document, named, 0.9)
    sentences = document.sentences
    for index, (start, end) in enumerate(sentences):
        if not _SAFE.search(document.text, start, end):
            continue
        for first, last in (sentences[index], *sentences[index + 1 : index + 2]):
            for named in _via(document, first, last):
                yield named, _with_way(document, named, 0.85)
    for named in _named_in_sentences(document, others):
        yield named, _with_way(document, named, 0.82)


def _named_in_sentences(document: Document, others: Sequence[str]) -> Iterator[tuple[int, int]]:
    sentences = document.sentences
    for index, (start, end) in enumerate(sentences):
        text = document.text[start:end]
        if not _words("calling").search(text) or _words("information").search(text):
            continue
        first, last = sentences[max(0, index - 1)][0], sentences[min(index + 1, len(sentences) - 1)][1]
        if not (_words("herself").search(text) or _words("guard").search(document.text, first, last)):
            continue
        for lead in _LEAD.finditer(document.text, start, end):
            before = document.text[max(start, lead.start() - _BEFORE) : lead.start()]
            if _WEAK.match(lead[0]) and not _words("calling").search(before):
                continue
            if named := _name_after(document, lead.end(), end, others):
                yield named


def _name_after(document: Document, start: int, end: int, others: Sequence[str]) -> tuple[int, int] | None:
    # Behind words of kinship ("kakak saya, Agnes") or an office ("Ketua RT, Ibu Rut")
    text, position = document.text, start
    while position < min(end, start + _FARTHEST):
        if (between := _BETWEEN.match(text, position, end)) and _words("elsewhere").search(between[0]):
            return None
        position = between.end() if between else position
        if official := _OFFICIAL.match(text, position, end):
            position = official.end()
            continue
        if (named := first_name(text, position, end)) is None or _no_person(text, named, start):
            return None
        name = document.value(*named)
        return None if any(same_person(name, other) for other in others) else named
    return None


_NO_PERSON = re.compile(
    r"(?:(?:Ibu|Bapak|Pak|Bu)\s+)?(?:Ibu/Bapak|Bapak/Ibu|Camat|Lurah|Bupati|Kapol(?:res|sek)|Pimpinan|Ketua|Kepala|P2TP2A|UPTD?|Dinas|Pol(?:res|sek)|Puskesmas|Kantor|Jawaban|Kabar|WA|HP|SMS|Telepon|Telp|Nomor|No)\b"
)


def _no_person(text: str, named: tuple[int, int], start: int) -> bool:
    placed = re.search(r"([\w/.]+)\s+$", text[max(start, named[0] - 20) : named[0]])
    return bool(
        _NO_PERSON.match(text, named[0])
        or is_place(text[slice(*named)].split(maxsplit=1)[0])
        or (placed and (is_place(placed[1]) or placed[1].lower() in ("di", "dari")))
    )


def _on_the_form(document: Document, labels: Labels, named: Pair) -> Iterator[tuple[int, int]]:
    for pair in labels.pairs:
        if pair.section == "safe" and pair.line > named.line and pair.start < pair.end:
            is_route = pair.attribute in ("address", "phone", "district") or tells_time(
                document.text, pair.start, pair.end
            )
            if is_route:
                yield pair.start, pair.end


def _via(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _VIA.finditer(document.text, start, end):
        named = first_name(document.text, match.end(), end)
        if named and not _no_person(document.text, named, named[0]):
            yield named


@cache
def _list(name: str) -> str:
    return rf"\b{rules.alternation(rules.table('contact')['forbidden'][name])}\b"


@cache
def _forbidding() -> tuple[re.Pattern[str], ...]:
    # Forbidden before a name, the turn, forbidden behind it, told of him, told of her kin, goes on
    names = ("no", "contrast", "asked", "led", "plea", "through", "not_him", "other", "apart", "doer", "kin")
    no, contrast, asked, led, plea, through, not_him, other, apart, doer, kin = map(_list, names)
    few = r"(?:(?!(?:karena|sebab|soalnya|ia|dia|beliau|masih)\b)[\w/-]+\s+){0,4}?"
    why = r"\b(?:karena|sebab|soalnya|ia|dia|dialah|beliau|orangnya|itu|adalah|merupakan|masih|yang|juga|selaku)\s"
    theirs = rf"{kin}\s+(?:[a-z]+\s+){{0,2}}?{doer}"
    behind = r"(?:\s+(?:saya|kami|ulun|itu|tersebut|sendiri))?[\s,:(]*(?:(?:yaitu|yang|bernama|ialah|adalah|si)\s+)*"
    beside = rf"^(?:\s+(?-i:[A-Z])[\w.'’-]*)*[\s,(–-]*(?:(?!agar|supaya|biar|tanpa)[a-z]+\s+){{0,2}}{theirs}"
    his = rf"{beside}|^(?:(?!{apart})[^,;.(])*{doer}|{why}\s*(?:\w+\s+){{0,3}}?(?:{theirs}|pelaku)\b"
    forms = (
        rf"{no}(?!\s+lain\b)",
        rf"{contrast}|(?:[,;:.!?)]\s*|\bjadi\s+|\bmaka\s+|{plea}\s+)(?:{led}\s+)*{asked}|[,;:.!?)]\s*{plea}\s+{through}",
        rf"{not_him}(?!\s+{few}{other})",
        his,
        rf"{doer}{behind}(?:{TITLE}\s+)?$",
        r"\W{0,9}(?:ia|dia|beliau|orang\s+itu|orangnya|terutama|apalagi|khususnya|tapi|tetapi|namun|jangan\w*|jgn|tidak|bukan|karena|sebab|soalnya)\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def is_forbidden(document: Document, named: tuple[int, int]) -> bool:
    """The letter forbids ``named``, or puts him on the doer's side.

    In doubt it does: silence costs a look at the letter, a wrong contact may cost her life.
    """
    no, turn, not_him, his, of_doer, goes_on = _forbidding()
    parts = "|".join(map(re.escape, re.findall(r"[\w'’-]{3,}", without_titles(document.value(*named)))))
    mentions = (
        [m.span() for m in re.finditer(rf"\b(?:{parts})\b", document.text, re.IGNORECASE)] if parts else []
    )
    sentences = document.sentences
    starts = [start for start, _ in sentences]
    for first, last in (named, *mentions[:_MOST]):
        index = bisect_right(starts, first) - 1
        start, end = max(starts[index], first - _FAR), min(sentences[index][1], last + _FAR)
        own = document.value(start, first) + " "
        before = document.value(max(starts[max(0, index - 1)], first - _FAR), first) + " "
        no_end = max((m.end() for m in no.finditer(before)), default=0)
        counts = no_end > len(before) - len(own) or _PLAIN_NO.search(before, 0, no_end)
        behind = " " + document.value(last, end)
        if index + 1 < len(sentences):
            following = document.value(starts[index + 1], min(sentences[index + 1][1], last + _FAR))
            behind += f" {following}" if goes_on.match(following) else ""
        if (
            (no_end and counts and not turn.search(before, no_end + before.startswith(",", no_end)))
            or not_him.search(behind)
            or his.search(behind)
            or of_doer.search(own)
        ):
            return True
    return len(mentions) > _MOST


# forbids also across the end of a sentence
_PLAIN_NO = re.compile(r"\b(?:jangan\w*|jgn|dilarang|(?:tidak|tdk)\s+boleh)\b", re.IGNORECASE)
_THROUGH = re.compile(r"\b(?:lewat|melalui)\b", re.IGNORECASE)


def _with_way(document: Document, named: tuple[int, int], certainty: float) -> Found:
    degree = re.compile(DEGREE).match(document.text, named[1])
    last = degree.end() if degree else named[1]
    way = ((stretch.start, stretch.end) for stretch in reply_route(document, last))
    return _found(document, named, ((named[0], last), *way), certainty)


def _found(
    document: Document, named: tuple[int, int], pieces: tuple[tuple[int, int], ...], certainty: float
) -> Found:
    return Found(
        named[0], pieces[0][1], without_titles(document.value(*named)), certainty, pieces=pieces, joint=", "
    )


_MARK = re.compile(r"[,;!?]|\((?!\+?\d{2,4}\))|(?<!\(\d{3})(?<!\(\d{4})\)|\.(?=\s|$)")
_CALL = (
    r"(?:(?:no(?:mor)?\.?\s*)?(?:HP|telepon|telp?|tlpn?|WA|whatsapp|SMS)\b\.?"
    r"(?:\s*/\s*(?:HP|WA))?(?:nya\b|\s+beliau)?\s*:?\s*)"
)
_NUMBER = r"(?:\(?\+?\s?62\)?[\s\-.]?|0)8\d{1,2}(?:[\s\-.]?\d){5,10}(?!\d)|\(?0\d{2,3}\)?[\s\-]\d{5,8}(?!\d)"
_PHONE = re.compile(rf"{_CALL}?(?:{_NUMBER})", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:pukul|jam)\s*\d|\b\d\d?[.:]\d\d\b", re.IGNORECASE)
_HER = re.compile(r"\b(?:saya|kami|ulun|aku|suami|istri|pelaku|terlapor)\b", re.IGNORECASE)
_SOFT = re.compile(r"(?:(?:jadi|mohon|tolong|harap|tetapi|tapi|dan|atau|beliau)\s+)+", re.IGNORECASE)
_KIN = re.compile(r"[a-z]+(?:\s+[a-z]+){0,3}")
_SENTENCES = 2  # sentences after the one with her name that may still tell it


@dataclass(frozen=True)
class Stretch:
    """``kind`` is place, phone or hours."""

    kind: str
    start: int
    end: int


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(rules.table("contact")["reach"][name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return rules.pattern(rules.table("contact")["reach"][name])


def reply_route(document: Document, start: int) -> list[Stretch]:
    """From ``start`` (the end of her name) on.

    Two further sentences may add a number or hours, if they speak of nobody else.
    """
    text = document.text
    route: list[Stretch] = []
    own, kin, closed = True, 0, 0
    stop = next((line.start for line in document.lines if line.fresh and line.start > start), len(text))
    for begin, end, closes in _between(text, start, stop):
        after_hours = bool(route) and route[-1].kind == "hours"
        stretches = list(_first(text, begin, end, after_hours) if own else _later(text, begin, end, route))
        route += stretches
        if own and not stretches and text[begin:end].strip():
            kin += 1
            own = kin == 1 and _is_kin(document.value(begin, end))
        own = own and not closes and (not stretches or not text[stretches[-1].end : end].strip())
        closed += closes
        if closed > _SENTENCES:
            break
    return route


def is_place(word: str) -> bool:
    """Begins an address ("Jl."), no name."""
    return _plain(word) in _known("place")


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    begin = start
    for mark in _MARK.finditer(text, start, end):
        if abbreviated(text, mark.start()):
            continue
        yield begin, mark.start(), mark[0] in ".!?"
        begin = mark.end()
    yield begin, end, True


def _is_kin(words: str) -> bool:
    # "tetangga saya", "bidan desa"
    others = words.split()[:-1] if words.split()[-1:] in (["saya"], ["kami"], ["ulun"]) else words.split()
    return _KIN.fullmatch(words) is not None and not any(word in _known("stop") for word in others)


def tells_time(text: str, start: int, end: int) -> bool:
    """A time of day or a day of the week."""
    return bool(_CLOCK.search(text, start, end) or _pattern("time").search(text, start, end))


def _first(text: str, start: int, end: int, after_hours: bool) -> Iterator[Stretch]:
    position = _next(text, start, end)
    if after_hours and tells_time(text, position, end) and not _HER.search(text, position, end):
        yield Stretch("hours", position, _trimmed(text, position, end))
        return
    while position < end:
        stretch = _phone(text, position, end) or _hours(text, position, end) or _place(text, position, end)
        if stretch is None:
            return
        yield stretch
        position = _next(text, stretch.end, end)


def _later(text: str, start: int, end: int, route: list[Stretch]) -> Iterator[Stretch]:
    position = _next(text, start, end)
    if (stretch := _phone(text, position, end)) and not any(known.kind == "phone" for known in route):
        yield stretch
        position = _next(text, stretch.end, end)
    if not tells_time(text, position, end) or _HER.search(text, position, end):
        return
    if _pattern("calling").search(text, position, end) or _is_nothing_but_time(text[position:end]):
        yield Stretch("hours", position, _trimmed(text, position, end))


def _is_nothing_but_time(words: str) -> bool:
    known = _known("hours") | _known("time") | _known("besides")
    return all(word in known or any(c.isdigit() for c in word) for word in map(_plain, words.split()))


def _phone(text: str, start: int, end: int) -> Stretch | None:
    match = _PHONE.match(text, start, end)
    return Stretch("phone", start, match.end()) if match else None


def _hours(text: str, start: int, end: int) -> Stretch | None:
    word = re.compile(r"\S+").match(text, start, end)
    if word is None or _plain(word[0]) not in _known("hours") or not tells_time(text, start, end):
        return None
    return Stretch("hours", start, _trimmed(text, start, end))


def _place(text: str, start: int, end: int) -> Stretch | None:
    # Goes on until a word that tells something else
    first, stop, led, cut = -1, start, False, False
    for word in re.compile(r"\S+").finditer(text, start, end):
        plain = _plain(word[0])
        if first < 0 and plain in _known("lead"):
            led = led or plain == "di"
            continue
        if first < 0:
            known = {plain, plain.partition(".")[0]} & _known("place")
            if not (known or led or word[0][0].isupper()) or plain in _known("stop"):
                return None
            first = word.start()
        elif plain in _known("stop"):
            cut = True
            break
        elif _hours(text, word.start(), end) or _phone(text, word.start(), end):
            break
        stop = word.end()
    if first < 0 or (cut and all(_plain(word) in _known("place") for word in text[first:stop].split())):
        return None  # "rumah suami saya" names no place of hers
    return Stretch("place", first, _trimmed(text, first, stop))


def _plain(word: str) -> str:
    return word.strip(".,:;()'\"“”").lower()


def _next(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in ":-"):
        start += 1
    soft = _SOFT.match(text, start, end)
    return soft.end() if soft else start


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
