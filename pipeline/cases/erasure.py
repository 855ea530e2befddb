"""Requests to erase personal data.

UU 27/2022 art. 8, 43 (erasure), 11, 41 (restriction within 3 × 24 hours), 14 (request), 15 (exceptions); UU
43/2009.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from pipeline.kernel.text import N_, Text

WITHIN = timedelta(hours=72)
"""From the receipt of the request."""

GROUNDS: Mapping[str, Text] = {
    "retensi": N_("the records must still be kept by the retention schedule (UU 43/2009)"),
    "pidana": N_("the file is needed by law enforcement (UU 27/2022 art. 15 (1) b)"),
    "keselamatan": N_("erasure could endanger somebody (UU 27/2022 art. 41 (2) b)"),
    "kewajiban": N_("the law obliges the office to go on with these data (UU 27/2022 art. 41 (2) a)"),
    "pemohon": N_("it is not certain that whoever asks is that person or their guardian (UU 27/2022 "
                  "art. 14)"),
}  # fmt: skip
"""By the word of the command line."""

ASKED = {
    "hapus": "penghapusan data pribadi",
    "hapus_sebagian": "penghapusan sebagian data pribadi",
    "batasi": "pembatasan akses atas data pribadi",
}
"""By the word in the history."""
_OPENING = (
    "Menindaklanjuti permintaan Saudara yang kami terima pada tanggal {day} mengenai {asked} dalam berkas Saudara di "
    "kantor kami, bersama ini kami sampaikan hal-hal berikut."
)
_GRANTED = (
    "Permintaan Saudara dikabulkan. Sejak tanggal {since} akses atas berkas itu dibatasi: hanya ketua dan arsiparis yang "
    "dapat membukanya, dengan alasan yang dicatat."
)
_TO_GO = (
    "Berkas itu dimusnahkan menurut ketentuan kearsipan, yaitu dengan daftar, persetujuan, dan berita acara, setelah "
    "penanganannya selesai. Setelah dimusnahkan Saudara akan kami beri tahu. Nomor register dan catatan bahwa arsip dimusnahkan tetap "
    "disimpan tanpa data pribadi."
)
_REFUSED = "Permintaan Saudara belum dapat kami kabulkan karena {ground}."
_KEPT = "Data Saudara tetap kami rahasiakan dan tidak diberikan kepada pihak yang tidak berhak."
_FREE = "Layanan ini tidak dipungut biaya. Bila ada yang belum jelas, Saudara dapat datang langsung ke kantor kami."


def deadline(received: datetime) -> datetime:
    """The end of the time to answer."""
    return received + WITHIN


def time_left(received: datetime, now: datetime) -> Text:
    """What is left of the 3 × 24 hours."""
    left = deadline(received) - now
    days, hours = divmod(abs(int(left.total_seconds())) // 3600, 24)
    if left < timedelta(0):
        message = N_("over by {days} days {hours} hours") if days else N_("over by {hours} hours")
    else:
        message = N_("{days} days {hours} hours left") if days else N_("{hours} hours left")
    return message.of(days=days, hours=hours)


def answer_granted(day: str, asked: str, since: str) -> str:
    """The letter that grants a request; it names nobody."""
    going = [] if asked == "batasi" else [_TO_GO]
    opening = _OPENING.format(day=day, asked=ASKED[asked])
    return "\n\n".join([opening, _GRANTED.format(since=since), *going, _FREE])


def answer_refused(day: str, asked: str, ground: str) -> str:
    """The letter that refuses on a ``ground``."""
    opening = _OPENING.format(day=day, asked=ASKED[asked])
    return "\n\n".join([opening, _REFUSED.format(ground=GROUNDS[ground].id), _KEPT, _FREE])
