"""Moves of disposal: lists of what may be destroyed are printed; whatever is done with one leads back to all."""

from django.urls import reverse

from pipeline.kernel.text import Text
from pipeline.office.base.retention import KEEPERS
from pipeline.office.disposal import destroy, dispose, dispose_print
from pipeline.web.moves.acts import leading_to
from pipeline.web.moves.base import At, Move, Seen, printed


def _print(at: At) -> Seen:
    return Seen(notes=dispose.listed(dispose.get(at.desk, at.about)))


DISPOSAL: dict[str, Move] = {
    "dispose-print": Move(
        Text("Mencetak daftar usul musnah", "Print a list"), Text("Siapkan cetakan", "Prepare the print"), _print,
        lambda at, _: printed(at, lambda folder: dispose_print.put(at.desk, at.about, folder)), KEEPERS,
        is_of_case=False,
    ),
    **{
        act.command: leading_to(act, lambda _: reverse("office-move", args=[dispose.propose_disposal.command]))
        for act in (dispose.propose_disposal, dispose.approve_disposal, dispose.withdraw_disposal, destroy.destroy_disposal)
    },
}  # fmt: skip
