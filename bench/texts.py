"""Invented texts of letters by the million: words as a language has them, few that stand everywhere, many that hardly do."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bench.names import Names
from pipeline.cases.search_stems import is_root, stem

_OPENING = (
    "Dengan hormat, yang bertanda tangan di bawah ini melaporkan bahwa telah terjadi kekerasan terhadap korban dan "
    "memohon bantuan serta pendampingan dari kantor."
)
_SENTENCES = tuple(
    part.strip() + "."
    for part in """
    Suami saya memukul saya di rumah pada malam hari. Anak kami melihat kejadian itu dan menangis. Tetangga mendengar
    teriakan lalu datang menolong. Saya sudah melaporkan kepada ketua lingkungan tetapi belum ada tindakan. Terlapor
    mengancam akan mengusir kami dari rumah. Korban mengalami luka memar di tangan dan punggung. Guru di sekolah melihat
    perubahan perilaku anak. Keluarga meminta agar perkara ini ditangani secara rahasia. Pelapor bersedia memberikan
    keterangan bila diperlukan. Kami memohon perlindungan dan pelayanan kesehatan. Uang belanja tidak diberikan selama tiga
    bulan. Korban dipaksa bekerja tanpa upah oleh majikan. Terlapor meninggalkan istri dan anak tanpa nafkah. Polisi
    menyarankan agar korban meminta pendampingan. Ibu korban takut melapor karena diancam. Kejadian berulang setiap
    terlapor mabuk. Anak tidak mau masuk sekolah sejak kejadian. Surat ini saya tulis dengan sebenarnya. Atas perhatian dan
    bantuannya kami mengucapkan terima kasih. Korban sekarang tinggal di rumah saudara
    """.replace("\n", " ").split(".")
    if part.strip()
)
RARE = 60_000
_PARTS = "ba ce di fo gu ha ji ko lu ma ni pe ra su to wi ya ze".split()  # noqa: SIM905 - read as it stands


@dataclass(frozen=True)
class Letters:
    """A stock of words: names, and words that a n-th as many letters hold as the first of them."""

    names: Names
    dice: random.Random
    words: Sequence[str]
    shares: Sequence[float]

    def parts(self) -> list[str]:
        """Return the sentences of a letter of some 150 words; most of them come again and again."""
        dice = self.dice
        sample = dice.sample(_SENTENCES, 9)
        rare = [" ".join(dice.choices(self.words, cum_weights=self.shares, k=4)) for _ in range(4)]
        parts = [*sample, *(f"Di {phrase} juga terjadi." for phrase in rare), f"Nama: {self.names.name()}."]
        dice.shuffle(parts)
        return [_OPENING, *parts]

    def text(self) -> str:
        """Return a letter."""
        return " ".join(self.parts())

    def texts(self, count: int) -> Iterator[str]:
        """Yield ``count`` letters."""
        for _ in range(count):
            yield self.text()


def letters(seed: int, rare: int = RARE) -> Letters:
    """Return the stock of ``seed`` with so many words that are in no list of words."""
    dice = random.Random(seed)
    words = ["".join(dice.choices(_PARTS, k=dice.randint(3, 4))) for _ in range(rare)]
    words = [word for word in words if not is_root(stem(word))]
    return Letters(Names(seed), dice, words, list(accumulate(1 / (place + 3) for place in range(len(words)))))


def mix(stock: Letters, count: int) -> list[tuple[str, str]]:
    """Return ``count`` questions of each kind (rare, middle, common, paired), the same for the same stock."""
    dice, words = random.Random(99), stock.words
    common = ["korban", "melaporkan", "kekerasan", "bantuan", "hormat", "kantor", "mohon", "pendampingan"]
    middle = [
        "memukul",
        "sekolah",
        "mengancam",
        "rahasia",
        "majikan",
        "nafkah",
        "polisi",
        "mabuk",
        "punggung",
        "saudara",
    ]
    questions = []
    for _ in range(count):
        questions += [
            ("rare", words[dice.randint(len(words) // 2, len(words) - 1)]),
            ("middle", dice.choice([*middle, *words[20:200]])),
            ("common", dice.choice(common)),
            ("paired", f"{dice.choice(common)} {dice.choice([*middle, *words[:500]])}"),
        ]
    return questions
