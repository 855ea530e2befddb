"""The slip for a contact (Lembar Hubungan, step 5) names neither office nor matter: whoever finds it learns
only that somebody is to be called.
"""

from pathlib import Path

from pipeline.cases.case import Case
from pipeline.cases.contact import VICTIM, misfit
from pipeline.cases.fields import informing
from pipeline.kernel import clock
from pipeline.kernel.files import put_files
from pipeline.office.base.desk import Desk
from pipeline.office.base.reported_sender import need_free, to_victim
from pipeline.office.cases.crisis_print import contact_rows, may_call
from pipeline.office.cases.inform import VERB, look, ways
from pipeline.office.letters.matter import need_fit
from pipeline.records import history
from pipeline.register.desk_paper import BOX, Block, DeskPaper, draw

_SAY = (
    "Perkenalkan diri dengan nama saja. Tanyakan: apakah sedang sendirian dan aman untuk berbicara?",
    "Bila orang lain yang menjawab: katakan salah sambung, tutup; jangan sebut kantor dan jangan tinggalkan pesan.",
    "Sampaikan bahwa ada yang memperhatikan keadaannya dan memberi tahu kami; jangan sebut siapa.",
    "Tanyakan keinginannya; tanyakan apa yang boleh diteruskan, kepada siapa, dan apa yang tidak boleh.",
    "Bila percakapan terputus: jangan menelepon ulang hari itu; sampaikan kepada ketua.",
)
_BY_ROUTE = "JANGAN MENELEPON. Hanya lewat kontak di atas, pada jam yang diizinkan; jangan beri tahu apa pun kepada orang lain."
_BY_NONE = "JANGAN MENELEPON dan jangan menghubungi lebih dahulu; dicatat hanya bila yang bersangkutan datang sendiri."


def put_out(desk: Desk, number: str, target: Path) -> Path:
    """Put the slip into ``target``. Raises what :func:`look` raises."""
    case = look(desk, number).case
    need_free(case, to_victim(case))
    need_fit(number, misfit(case.values, VICTIM), VICTIM)
    history.looked(clock.now(), desk.actor, f"{VERB} print", number)
    return put_files(target, [(f"{number}-hubungi.pdf", draw(slip(case), desk.settings["surat.kertas"]))])[0]


def slip(case: Case) -> DeskPaper:
    """Nothing of the report."""
    say: tuple[str, ...] = _SAY
    other: dict[str, str] = {}
    if not may_call(case.values):
        say = (_BY_NONE if ways(case.values) == (informing.OFFICE,) else _BY_ROUTE, _SAY[3])
        other = {"tidak diangkat": "tidak dijawab"}
    outcomes = [f"{BOX} {other.get(one.value, one.label.id)}" for one in informing.OUTCOMES]
    return DeskPaper(
        "Lembar Hubungan",
        "",
        "Hanya untuk petugas; dimusnahkan sesudah dicatat",
        f"Nomor {case.number}",
        (
            Block("Kontak", rows=contact_rows(case.values)),
            Block("Cara berbicara", lines=[f"{place}. {one}" for place, one in enumerate(say, 1)]),
            Block("Percobaan (jam, paraf)", room=3),
            Block("Hasil", lines=outcomes, columns=2),
            Block("Keinginan", lines=[f"{BOX} {one.label.id}" for one in informing.WISHES], columns=2),
            Block("Jawaban lain (menurut daftar di layar)", room=4),
        ),
    )  # fmt: skip
