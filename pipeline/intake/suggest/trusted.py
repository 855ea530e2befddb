"""The person of trust through whom she asks to be reached, by a label or in a sentence.

The sentence, or the one beside it, tells why or how carefully ("jangan ke rumah", "HP dipegang suami").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from pipeline.intake import rules
from pipeline.intake.suggest.document import Document
from pipeline.intake.suggest.label_words import is_safe_label
from pipeline.intake.suggest.labels import Labels, Pair
from pipeline.intake.suggest.names import DEGREE, TITLE, bare, first_name, same_person
from pipeline.intake.suggest.reach import is_place, reach, tells_time
from pipeline.intake.suggest.result import Found

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
    """Return the person of trust: name in ``normal``, in the value also address, telephone and hours.

    ``others`` are victim and writer, never their own persons of trust. Whom the letter forbids is none.
    """
    people = islice(_people(document, labels, others), _MOST)
    return next((found for named, found in people if not is_forbidden(document, named)), None)


def said(document: Document, contact: Found | None) -> Found | None:
    """Return the sentence that names ``contact``, else the first that says how to reach her.

    With those around it that forbid or go on. If long, it is cut where nothing that forbids is left out.
    """
    sentences = document.sentences
    starts = [start for start, _ in sentences]
    if contact:
        index = bisect_right(starts, contact.start) - 1
    else:
        index = next((i for i, one in enumerate(sentences) if _asks(document, *one)), -1)
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
    value = document.value(first, last)
    return Found(first, last, value, 0.85) if last - first <= _FAR else None


def _asks(document: Document, start: int, end: int) -> bool:
    if _SAFE.search(document.text, start, end):
        return True
    text = document.text[start:end]
    return bool(_words("calling").search(text) and (_PLAIN_NO.search(text) or _THROUGH.search(text)))


def _people(
    document: Document, labels: Labels, others: Sequence[str]
) -> Iterator[tuple[tuple[int, int], Found]]:
    for pair in labels.of("name"):
        named = first_name(document.text, pair.start, pair.end) if pair.section == "safe" else None
        if named:
            pieces = ((named[0], pair.end), *_on_the_form(document, labels, pair))
            yield named, _found(document, named, pieces, 0.95)
    for pair in labels.pairs:
        named = _name_after(document, pair.start, pair.end, others) if is_safe_label(pair.label) else None
        if named:
            yield named, _with_way(document, named, 0.9)
    sentences = document.sentences
    for index, (start, end) in enumerate(sentences):
        if not _SAFE.search(document.text, start, end):
            continue
        for first, last in (sentences[index], *sentences[index + 1 : index + 2]):
            for named in _via(document, first, last):
                yield named, _with_way(document, named, 0.85)
    for named in _told(document, others):
        yield named, _with_way(document, named, 0.82)


def _told(document: Document, others: Sequence[str]) -> Iterator[tuple[int, int]]:
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
            named = _name_after(document, lead.end(), end, others)
            if named:
                yield named


def _name_after(document: Document, start: int, end: int, others: Sequence[str]) -> tuple[int, int] | None:
    # Behind words of kinship ("kakak saya, Agnes") or an office ("Ketua RT, Ibu Rut")
    text, position = document.text, start
    while position < min(end, start + _FARTHEST):
        between = _BETWEEN.match(text, position, end)
        if between and _words("elsewhere").search(between[0]):
            return None
        position = between.end() if between else position
        official = _OFFICIAL.match(text, position, end)
        if official:
            position = official.end()
            continue
        named = first_name(text, position, end)
        if named is None or _no_person(text, named, start):
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
            told = pair.attribute in ("address", "phone", "district") or tells_time(
                document.text, pair.start, pair.end
            )
            if told:
                yield pair.start, pair.end


def _via(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _VIA.finditer(document.text, start, end):
        named = first_name(document.text, found.end(), end)
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
    """Tell whether the letter forbids to reach her through ``named``, or puts him on the doer's side.

    In doubt it does: silence costs a look at the letter, a wrong contact may cost her life.
    """
    no, turn, not_him, his, of_doer, goes_on = _forbidding()
    parts = "|".join(map(re.escape, re.findall(r"[\w'’-]{3,}", bare(document.value(*named)))))
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
        told = max((m.end() for m in no.finditer(before)), default=0)
        counts = told > len(before) - len(own) or _PLAIN_NO.search(before, 0, told)
        behind = " " + document.value(last, end)
        if index + 1 < len(sentences):
            following = document.value(starts[index + 1], min(sentences[index + 1][1], last + _FAR))
            behind += f" {following}" if goes_on.match(following) else ""
        if (
            (told and counts and not turn.search(before, told + before.startswith(",", told)))
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
    way = ((one.start, one.end) for one in reach(document, last))
    return _found(document, named, ((named[0], last), *way), certainty)


def _found(
    document: Document, named: tuple[int, int], pieces: tuple[tuple[int, int], ...], certainty: float
) -> Found:
    return Found(named[0], pieces[0][1], bare(document.value(*named)), certainty, pieces=pieces, joint=", ")
