"""``rangkap edited``: take a draft out to be edited in Word, or give the edited file back (steps 10–11)."""

from __future__ import annotations

from pathlib import Path

from pipeline.cli import difference
from pipeline.cli.call import Call
from pipeline.cli.open import desk_of
from pipeline.kernel.errors import Text
from pipeline.office.base.desk import Desk
from pipeline.office.signing import edited as office
from pipeline.office.signing.preview import edit_to_json

_OUT = Text("Konsep ada di {path}. Sunting di Word, simpan sebagai .docx, lalu taruh di inbox atau jalankan: "
            "rangkap edited {case} BERKAS",
            "The draft is at {path}. Edit it in Word, save it as .docx, then put it into the inbox or run: "
            "rangkap edited {case} FILE")  # fmt: skip
_IN = Text("Suntingan ke-{number} diterima dan menunggu ketua: rangkap review {case} --take-edited {number}",
           "Edit {number} came in and waits for the chair: rangkap review {case} --take-edited {number}")  # fmt: skip
_IDLE = Text("Suntingan ke-{number} disimpan, tetapi tidak menunggu ketua dan tidak menahan persetujuan.",
             "Edit {number} is kept, but does not wait for the chair and holds no approval up.")  # fmt: skip
_UNFIT = Text("Suntingan ke-{number} disimpan, tetapi tidak dapat dipakai dan tidak menahan persetujuan. Betulkan menurut "
              "sebabnya di bawah ini, lalu serahkan lagi: rangkap edited {case} BERKAS",
              "Edit {number} is kept, but cannot be used and holds no approval up. Correct it by the reasons below, then "
              "give it back again: rangkap edited {case} FILE")  # fmt: skip
_NONE = Text("Tidak ada suntingan yang menunggu pada kasus {case}.", "No edit waits in case {case}.")
_NEXT = Text("Ketua membaca dan memutuskannya dengan: rangkap review {case}",
             "The chair reads and decides them with: rangkap review {case}")  # fmt: skip


def edited(call: Call) -> int:
    """Take the draft out, or take the edited file in; without either, show what waits."""
    desk, case = desk_of(call), call.args.case
    if call.args.to is not None:
        path = office.take_out(desk, case, Path(call.args.to).absolute(), call.args.letter)
        call.say(_OUT, path=path, case=case)
        return call.give({"files": [str(path)]}, str(path))
    if call.args.file is None:
        return _waiting(call, desk, case)
    edit = office.give(desk, case, Path(call.args.file))
    said = _UNFIT if edit.reasons else _IDLE if edit.why_idle else _IN
    call.say(said, number=edit.number, case=case)
    text = difference.edit(edit, call.lang, colours=difference.has_colours())
    return call.give(edit_to_json(edit, call.lang), text)


def _waiting(call: Call, desk: Desk, case: str) -> int:
    """Show the edits that nobody decided about; where there are none, say so and what to do."""
    found = office.waiting(desk, case, call.args.letter)
    if found:
        call.say(_NEXT, case=case)
    else:
        call.say(_NONE, case=case)
        call.say(office.instead(desk, case, call.args.letter), case=case)
    colours = difference.has_colours()
    text = "\n\n".join(difference.edit(one, call.lang, colours=colours) for one in found)
    return call.give([edit_to_json(one, call.lang) for one in found], text)
