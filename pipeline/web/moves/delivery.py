"""The move of step 13 beside its act: the letter leaves with its receipt."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from pipeline.cases.states import BY_VERB
from pipeline.kernel.text import Text
from pipeline.office.delivery import deliver, deliver_print
from pipeline.web.moves.base import At, Done, Link, Move, Seen, printed


def _send(at: At) -> Seen:
    now = deliver.to_send(at.desk, at.number)
    note = Text(
        "Keluarnya surat dicatat dalam buku ekspedisi, lalu tanda terimanya (dan amplop, bila dikirim) siap dicetak. Minta penerima "
        "menandatangani, pindai tanda terimanya, lalu catat hasilnya.",
        "That the letter leaves is entered in the dispatch book; then its receipt (and the envelope, where it is sent) is ready "
        "to print. Have the receiver sign, scan the receipt, then record the result.",
    )
    label = Link(
        Text("Label alamat", "Address label"), f"{reverse('move', args=[at.number, 'form'])}?tentang=label"
    )
    return Seen(
        now.case, deliver.fields_to_send(at.desk, now), notes=(deliver.safe(now), note), links=(label,)
    )


def _sent(at: At, answers: Mapping[str, Any]) -> Done:
    said = Text(
        "Surat kasus {case} tercatat keluar. Sesudah dicetak, catat hasilnya bila sudah ada kabar.",
        "The letter of case {case} is entered as gone out. Once printed, record the result when there is news.",
    )
    return printed(at, lambda folder: deliver_print.put_out(at.desk, at.number, folder, answers), said)


DELIVERY: dict[str, Move] = {
    "send": Move(
        Text("Mengeluarkan surat dan mencetak tanda terima", "Send the letter out and print its receipt"),
        Text("Catat keluar dan siapkan cetakan", "Enter it as gone out and prepare the print"), _send, _sent, BY_VERB["dispatch"].roles,
        BY_VERB["dispatch"].sources, is_compared=True,
    ),
}  # fmt: skip
