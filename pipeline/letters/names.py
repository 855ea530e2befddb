"""Where a name stands in a text: whole or in part, titled, hyphenated or letterspaced.

Common words must be written as a name or follow a title. Doubts are findings (letter rules 8, 9, 13).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from pipeline.cases.sounds import sound
from pipeline.letters.words import NEUTRAL, set_of

TITLES = set_of(
    "sdr sdri sdra bpk bapak pak ibu bu saudara saudari nona nyonya tuan ny tn nn dra drs ir h hj haji hajah dr "
    "drg prof bd bidan ns aipda aiptu bripka brigpol briptu bripda ipda iptu akp kompol ananda anak adik dik kakak "
    "kak mas mbak bang abang om tante si sang nenek kakek paman bibi bernama nama terlapor korban pelapor saksi "
    "wali keluarga istri suami ayah"
)
ABBREVIATED = set_of("sdr sdri sdra bpk ny tn nn dra drs ir h hj dr drg prof bd ns dik kak st muh moh")
DEGREES = set_of("se sh sos si pd psi kep ip mm mh msi mpd st ssi amd keb ners")
PLACES = set_of(
    "jalan jl jln gang gg desa kelurahan kel kecamatan kec kabupaten kab kota provinsi dusun kampung kompleks blok "
    "perumahan sungai bukit tanjung muara pulau teluk danau pasar pelabuhan terminal smp smpn sma sman smk smkn sd "
    "sdn mts mtsn ma mi tk paud negeri puskesmas rsud rs klinik apotek polres polsek kodim koramil dinas kantor "
    "balai gereja masjid pura vihara yayasan panti hotel bank program universitas resor sektor lorong simpang "
    "pesantren madrasah"
)
COMMON = set_of(
    "abadi adil air akhir aman anggrek anggun angin api april agustus asri awal awan ayu bahagia baik baja bakti "
    "bangun barat baru batang batu bening berani berlian bersama besar besi bina bintang biru budi bukit bulan bumi "
    "bunga bungsu cahaya cantik cempaka ceria cinta cipta dahlia damai danau dara delima desember dewi dian doa elok "
    "emas embun fajar februari gadis gagah garam gembira gula gunung hari harapan harum hasil hening hijau hilir "
    "hitam hulu hutan ikhlas ilmu iman indah intan islam jagung januari jati jaya jelita jernih jingga jujur juli jumat "
    "juni kamis karang karya kartika kasih kayu kebun kecil kembang kembar kemuning kenanga kencana kuat kuala kuning "
    "lama langit laut lestari lembut lima luhur madu maju makmur malam manis maret masa mawar mei melati mekar mentari "
    "merah merdeka minggu muara muda mujur mulia murni mustika mutiara nadi november nusantara oktober padi pagi "
    "pahlawan panjang pasir pelangi perak perdana perkasa permai permata pertama pertiwi pita pulau purnama putih putra "
    "putri rabu rahasia rahayu rahmat raja ramah ratu raya rejeki rendah restu riang rimba rukun sabar sabtu sakti "
    "salju sari satria satu sejahtera sejati sejuk selamat selasa selatan senang senin senja sentosa september seroja "
    "setia siang sinar sore subur suci sulung sungai sunyi surya tanah tani tari teguh tegar tengah tentram teratai "
    "terang tiga timur tinggi tua tulus tunggal ungu untung usaha utama utara wangi waras wahyu widya wisata"
)


_ORDINARY = COMMON | PLACES | TITLES | NEUTRAL
_JOINTS = "-\u2010\u2011\u2013"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SPACED = re.compile(r"\b(?:[^\W\d_][ .]){3,}[^\W\d_]\b")
_SUFFIXES = ("", "nya", "lah", "kah", "pun", "ku", "mu")
_SHORT = 3
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[.!?:;]")


@dataclass(frozen=True)
class _Word:
    written: str
    plain: str
    is_first: bool


@lru_cache(maxsize=512)
def words_of(name: str) -> tuple[str, ...]:
    """Words without titles, degrees and initials; none for bare initials."""
    first = name.partition(",")[0]
    plain = map(_plain, re.findall(r"\b[^\W\d_]+(?:['’][^\W\d_]+)?\b(?!\.)", first))
    return tuple(word for word in plain if word not in TITLES and word not in DEGREES and len(word) > 1)


def same_person(name: str, other: str) -> bool:
    """Titles and case aside."""
    return bool(words_of(name)) and words_of(name) == words_of(other)


def known_pairs(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Neighbouring words in names that the office knows."""
    return frozenset().union(*map(_pairs, texts))


@lru_cache(maxsize=512)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(_plain(word) for word in re.findall(r"[^\W\d_]+", text)))


def without_whole(text: str, names: Iterable[str]) -> str:
    """What is left may still hold parts."""
    for name in names:
        text = _as_whole(name).sub(" ", text)
    return text


@lru_cache(maxsize=512)
def _as_whole(name: str) -> re.Pattern[str]:
    kept = [
        part for part in re.findall(r"[^\W\d_]+", name.partition(",")[0]) if part.casefold() not in TITLES
    ]
    whole = r"[\s,-]+(?:\w\.\s+)?".join(kept) if len(kept) > 1 else "(?!)"
    return re.compile(rf"\b{whole}\b", re.IGNORECASE)


def whole(names: Iterable[str], places: Collection[tuple[str, str]]) -> list[str]:
    """Names of two words or more, no place's; of more than two also the first with the second, and with the last."""
    full_names = [words for words in map(words_of, names) if len(words) > 1 and words[:2] not in places]
    return [
        " ".join(part)
        for words in full_names
        for part in (words, words[:2], (words[0], words[-1]), words[::-1])
    ]


@dataclass(frozen=True)
class Sought:
    """``free`` words may stand, ``places`` are of :func:`known_pairs`; ``is_like``: also one letter changed."""

    names: tuple[tuple[str, ...], ...]
    free: frozenset[str]
    places: frozenset[tuple[str, str]]
    is_like: bool = False

    @classmethod
    def of(
        cls,
        names: Iterable[str],
        free: Iterable[str] = (),
        places: Iterable[tuple[str, str]] = (),
        *,
        is_like: bool = False,
    ) -> Sought:
        """Bare initials ("A.P.") are no name."""
        name_words = tuple(words for words in map(words_of, names) if words)
        return cls(name_words, frozenset(free), frozenset(places), is_like)

    def stands_in(self, text: str) -> bool:
        """A name, or part of one."""
        if not self.names:
            return False
        return any(_holds(line, name, self) for line in _readings(text) for name in self.names)


def _readings(text: str) -> Iterator[list[_Word]]:
    bare = _UNSEEN.sub("", text)
    bare = _SPACED.sub(lambda spaced: re.sub(r"[ .]", "", spaced.group()), bare)
    bare = re.sub(r"(?<=[^\W\d_])[01](?=[^\W\d_])", lambda digit: "oi"[int(digit[0])], bare)
    joined = re.sub(rf"(?<=[^\W\d_])[{_JOINTS}]\s*(?=[^\W\d_])", "", bare)
    apart = re.sub(rf"[{_JOINTS}]", " ", bare)
    yield _words(joined)
    if apart != joined:
        yield _words(apart)


def _words(text: str) -> list[_Word]:
    read: list[_Word] = []
    is_first = True
    for piece in _TOKEN.findall(text):
        if len(piece) == 1 and not piece.isalpha():
            is_first = is_first or (piece in ".!?:;" and not (read and read[-1].plain in ABBREVIATED))
            continue
        read.append(_Word(piece, _plain(piece), is_first))
        is_first = False
    return read


def _holds(line: Sequence[_Word], name: Sequence[str], sought: Sought) -> bool:
    for at in range(len(line)):
        if len(name) > 1 and _whole_at(line, at, name, sought):
            return True
        for part in name:
            if (
                part not in sought.free
                and len(part) >= _SHORT
                and (_is(line[at], part) or (sought.is_like and _is_slip(line, at, part, sought.free)))
                and _as_name(line, at, part, sought.places)
            ):
                return True
        if len(name) == 1 and len(name[0]) < _SHORT and _is(line[at], name[0]) and _follows_title(line, at):
            return True
    return False


def _is_like(phrase: str, name: str) -> bool:
    return OSA.distance(phrase, name, score_cutoff=1) <= 1 or [*map(sound, phrase.split())] == [
        *map(sound, name.split())
    ]


def _is_slip(line: Sequence[_Word], at: int, part: str, free: Collection[str]) -> bool:
    """One letter off, written as a name: behind a title, or long enough in a sentence."""
    word, is_titled = line[at], _follows_title(line, at)
    is_name = word.written.istitle() and (is_titled or (len(part) > _SHORT + 1 and not word.is_first))
    is_other = len(part) == _SHORT or word.plain in _ORDINARY or word.plain in free
    return is_name and not is_other and _is_like(word.plain, part)


def _whole_at(line: Sequence[_Word], at: int, name: Sequence[str], sought: Sought) -> bool:
    span, places = line[at : at + len(name)], sought.places
    if len(span) < len(name) or not all(map(_is, span, name)):
        phrase = " ".join(word.plain for word in span)
        if not sought.is_like or not _is_like(phrase, " ".join(name)):
            return False
    is_titled = _follows_title(line, at)
    if not is_titled and (_follows_place(line, at) or (span[0].plain, span[1].plain) in places):
        return False
    return any(word.written[0].isupper() for word in span) or not all(part in COMMON for part in name)


def _as_name(line: Sequence[_Word], at: int, part: str, places: Collection[tuple[str, str]]) -> bool:
    word = line[at]
    if _follows_title(line, at) and (word.written[0].isupper() or part not in COMMON):
        return True
    before = line[at - 1].plain if at else ""
    after = line[at + 1].plain if at + 1 < len(line) else ""
    if (before, word.plain) in places or (word.plain, after) in places or _follows_place(line, at):
        return False
    if part not in COMMON:
        return True
    is_shouted = word.written.isupper() and (line[at - 1].written.isupper() if at else True)
    return word.written[0].isupper() and not word.is_first and not is_shouted


def _follows_title(line: Sequence[_Word], at: int) -> bool:
    return (
        at > 0 and not line[at].is_first and line[at - 1].plain in TITLES and line[at - 1].plain not in PLACES
    )


def _follows_place(line: Sequence[_Word], at: int) -> bool:
    if at == 0 or line[at - 1].plain not in PLACES:
        return False
    return not (at > 1 and line[at - 2].plain in ("kepala", "camat", "lurah"))


def _is(word: _Word, part: str) -> bool:
    return word.plain == part or (word.plain.startswith(part) and word.plain.removeprefix(part) in _SUFFIXES)


def _plain(word: str) -> str:
    return re.sub("['’]", "", word.casefold()).replace("oe", "u").replace("dj", "j").replace("tj", "c")
