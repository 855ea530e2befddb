"""A few words around a hit, without names, numbers and places.

Hits, root words and little words are shown, of others the first letter; numbers, perhaps a birth date, are dots.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pipeline.cases.search_stems import is_root, normalize_word, spans
from pipeline.cases.sounds import COMMON, sound

AROUND = 14
"""Words before and after a hit."""
_MOST = 3
"""Places of a text."""
_SAID = """
    ada adalah akan agar antara apabila atas atau bahwa bagi bahkan bapak beliau belum berdasarkan berikut besar bila
    bisa dalam dan dari dengan demikian dapat di dia hal hari hormat hingga ia ibu ini itu jika juga kabupaten kami kantor
    karena ke kecamatan kepada kepala ketika ketua kita korban lalu lampiran lagi maka mereka mohon namun nomor oleh
    pada para pelapor pengaduan perihal pukul saat saudara saya sebagai sebelum sehubungan sejak selama sementara seorang
    sering serta sesuai setelah sifat surat tanggal tahun telah tentang terhadap terima terlapor tetapi tidak tolong
    untuk waktu yang januari februari maret april mei juni juli agustus september oktober november desember senin selasa
    rabu kamis jumat sabtu minggu rahasia biasa segera isi pagi siang sore malam
"""
_LITTLE = frozenset(_SAID.split())


@dataclass(frozen=True)
class Part:
    """Words to show, and whether they are a hit."""

    text: str
    is_hit: bool = False


def excerpt(
    text: str, stems: Sequence[str], wanted: Collection[str], names: Collection[str]
) -> tuple[Part, ...]:
    """Around the stems ``wanted``; ``stems`` has one for each word."""
    hidden = frozenset(
        sound(normalize_word(word)) for name in names for word in re.findall(r"[^\W\d_]+", name)
    )
    shown = _places(stems, wanted)
    return tuple(_parts(text, stems, shown, wanted, hidden)) if shown else ()


def _places(stems: Sequence[str], wanted: Collection[str]) -> list[range]:
    at = [place for place, stem in enumerate(stems) if stem in wanted]
    left, ranges, around = {stems[place] for place in at}, list[tuple[int, int]](), AROUND
    while left and len(ranges) < _MOST:
        near = {begin: {stems[place] for place in at if 0 <= place - begin <= around} & left for begin in at}
        middle = max(at, key=lambda place: len(near[place]))
        ranges.append((max(0, middle - around), min(len(stems), middle + around + 1)))
        left, around = left - near[middle], AROUND // 2
    places: list[range] = []
    for first, last in sorted(ranges):
        if places and first <= places[-1].stop:
            places[-1] = range(places[-1].start, max(last, places[-1].stop))
        else:
            places.append(range(first, last))
    return places


def _parts(
    text: str, stems: Sequence[str], shown: Sequence[range], wanted: Collection[str], hidden: frozenset[str]
) -> Iterator[Part]:
    passage, behind = "", -1
    words = list(islice(spans(text), shown[-1].stop))
    for place in (position for run in shown for position in run):
        begin, end = words[place]
        if behind != place - 1:
            passage += " … "
        elif place:
            passage += re.sub(r"\s+", " ", text[words[behind][1] : begin])[:3]
        behind = place
        word = text[begin:end]
        if stems[place] in wanted:
            yield Part(passage.replace("..", "."))
            yield Part(word, is_hit=True)
            passage = ""
        else:
            passage += _shown(word, stems[place], hidden)
    yield Part((passage + (" …" if behind < len(stems) - 1 else "")).replace("..", "."))


def _shown(word: str, stem: str, hidden: frozenset[str]) -> str:
    shown, sound_key = _plainly(word, stem)
    return f"{word[0].upper()}." if sound_key in hidden else shown


@lru_cache(maxsize=1 << 16)
def _plainly(word: str, stem: str) -> tuple[str, str]:
    plain = normalize_word(word)
    if any(character.isdigit() for character in word):
        return "••", ""
    if plain in _LITTLE:
        return word, ""
    sound_key = sound(plain)
    is_plain = word == word.lower() and (len(word) < 3 or is_root(stem)) and sound_key not in COMMON
    return word if is_plain else f"{word[0].upper()}.", sound_key
