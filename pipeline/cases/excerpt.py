"""A few words around what was found in a text, as they may be shown in a list: nobody's name, no number, no place.

What is shown is what cannot be a name: the words that were asked for, root words of Indonesian in small letters and the
little words of letters. Any other word is its first letter alone, so is every word that sounds like one of ``names``;
numbers are dots, for they may be a day of birth. The text itself is read on the page of its document, which is written down.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.cases.sounds import COMMON, sound
from pipeline.cases.stems import bare, is_root, spans, stem

AROUND = 14
"""Words before and behind the first hit."""
_LITTLE = frozenset(
    """
    ada adalah akan agar antara apabila atas atau bahwa bagi bahkan bapak beliau belum berdasarkan berikut besar bila
    bisa dalam dan dari dengan demikian dapat di dia hal hari hormat hingga ia ibu ini itu jika juga kabupaten kami kantor
    karena ke kecamatan kepada kepala ketika ketua kita korban lalu lampiran lagi maka mereka mohon namun nomor oleh
    pada para pelapor pengaduan perihal pukul saat saudara saya sebagai sebelum sehubungan sejak selama sementara seorang
    sering serta sesuai setelah sifat surat tanggal tahun telah tentang terhadap terima terlapor tetapi tidak tolong
    untuk waktu yang januari februari maret april mei juni juli agustus september oktober november desember senin selasa
    rabu kamis jumat sabtu minggu rahasia biasa segera isi pagi siang sore malam
""".split()
)  # noqa: SIM905 - a list of words is read as it stands


@dataclass(frozen=True)
class Part:
    """A piece of an excerpt: words to show, and whether they are what was asked for."""

    text: str
    is_hit: bool = False


def excerpt(
    text: str, stems: Sequence[str], wanted: Collection[str], names: Collection[str]
) -> tuple[Part, ...]:
    """Return what stands around the first of the stems ``wanted``; ``stems`` are those of ``text``, word for word.

    Of several wanted words the place is chosen where most of them stand close together. Empty where none stands.
    """
    at = [place for place, one in enumerate(stems) if one in wanted]
    if not at:
        return ()
    middle = max(at, key=lambda one: len({stems[each] for each in at if 0 <= each - one <= AROUND}))
    first, last = max(0, middle - AROUND), min(len(stems), middle + AROUND + 1)
    hidden = frozenset(sound(bare(each)) for one in names for each in re.findall(r"[^\W\d_]+", one))
    return tuple(_parts(text, stems, range(first, last), wanted, hidden))


def _parts(
    text: str, stems: Sequence[str], places: range, wanted: Collection[str], hidden: frozenset[str]
) -> Iterator[Part]:
    shown, behind = "… " if places.start else "", -1
    for place, (begin, end) in enumerate(spans(text)):
        if place not in places:
            continue
        between = "" if behind < 0 else re.sub(r"\s+", " ", text[behind:begin])[:3]
        behind = end
        word = text[begin:end]
        if stems[place] in wanted:
            yield Part((shown + between).replace("..", "."))
            yield Part(word, is_hit=True)
            shown = ""
        else:
            shown += between + _shown(word, hidden)
    yield Part((shown + (" …" if places.stop < len(stems) else "")).replace("..", "."))


def _shown(word: str, hidden: frozenset[str]) -> str:
    plain = bare(word)
    if any(one.isdigit() for one in word):
        return "••"
    if plain in _LITTLE:
        return word
    is_plain = word == word.lower() and (len(word) < 3 or is_root(stem(word)))
    is_name = sound(plain) in hidden or sound(plain) in COMMON
    return word if is_plain and not is_name else f"{word[0].upper()}."
