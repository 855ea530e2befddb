"""``rangkap send``: the receipt of a letter that leaves (step 13)."""

from pathlib import Path

from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import answered
from pipeline.cli.reminders import practice
from pipeline.kernel.text import Next, Text
from pipeline.office.base import dispatches
from pipeline.office.base.fresh import with_version
from pipeline.office.delivery import deliver, deliver_print

_PRINTED = Text(
    "{count} berkas siap dicetak di {folder}. Minta tanda tangan penerima, pindai tanda terimanya ke inbox, lalu catat hasilnya.",
    "{count} files are ready to print in {folder}. Have the receiver sign, scan the receipt into the inbox, then record the result.",
)
_DOCX = Text("LibreOffice tidak ada, jadi berkasnya DOCX; cetak dari Word. Periksa dengan: rangkap doctor",
             "LibreOffice is missing, so the files are DOCX; print them in Word. Look with: rangkap doctor")  # fmt: skip


def send(call: Call) -> int:
    """Print receipt and envelope; the way by which the letter left before is proposed."""
    desk, folder, number = desk_of(call), Path(call.args.to).absolute(), call.args.case
    now, given = deliver.to_send(desk, number), call.answers()
    if given is None:
        call.say(deliver.safe(now))
        left = dispatches.sent(now.dispatch).get("way", "")
        base = {"way": left} if left in now.ways else {}
        given = answered(call, desk, None, deliver.fields_to_send(desk, now), base)
    one, made = deliver_print.put_out(desk, number, folder, with_version(now.case, given))
    if any(each.suffix == ".docx" for each in made):
        call.say(_DOCX)
    call.say(_PRINTED, count=len(made), folder=folder)
    call.steps([Next("record-delivery", number)])
    practice(call)
    return call.give({"sheet": one.id, "files": [str(each) for each in made]}, "\n".join(map(str, made)))
