"""Steps 13 and 14 of the demonstration: every answer is delivered by its safe way, and every case is closed.

Receipts are printed, signed by a process that knows only paper, and scanned back; what is refused on the way is tried.
"""

from typing import Any

from demo.answers import Answers
from demo.office import StepFailed
from demo.steps import ARCHIVIST, CHAIR, CLERK, OFFICER, Walk, sign_on_paper

_TO_INSTITUTION: Answers = {
    "way": "diantar petugas", "receiver": "petugas lembaga", "receiver_name": "Rahmat Sunar", "proof": "tanda terima",
}  # fmt: skip
DELIVERY: dict[int, Answers] = {
    1: {
        "way": "dititipkan",
        "receiver": "orang kepercayaan",
        "receiver_name": "Yuniarti Talahu",
        "proof": "tanda terima",
    },
    2: {
        "way": "diambil di kantor",
        "receiver": "penerima surat sendiri",
        "identity": "KTP",
        "proof": "tanda terima",
    },
    3: _TO_INSTITUTION,
    4: _TO_INSTITUTION,
    5: _TO_INSTITUTION,
    6: {
        "way": "pos",
        "receiver": "penerima surat sendiri",
        "proof": "resi pos",
        "proof_number": "P2611240006",
    },
}
"""What the clerk records for each sample; every way is the one that its safe contact allows."""
ENDING: dict[int, Answers] = {
    1: {"outcome": "datang langsung", "outcome_services": "bantuan hukum, rehabilitasi sosial",
        "outcome_summary": "Korban datang, didampingi, dan dijadwalkan bertemu psikolog."},
    2: {"outcome": "dirujuk", "outcome_services": "rehabilitasi sosial", "outcome_place": "Dinas Sosial",
        "outcome_proof": "surat rujukan 14/XI/2026", "outcome_summary": "Penjangkauan dilakukan bersama Dinas Sosial."},
    3: {"outcome": "pindah ke SOP krisis", "outcome_place": "petugas SOP krisis", "outcome_police_day": "24-11-2026",
        "outcome_summary": "Risiko tinggi; penanganan dilanjutkan menurut SOP krisis bersama kepolisian."},
    4: {"outcome": "dirujuk", "outcome_services": "bantuan hukum, kesehatan", "outcome_place": "Lembaga Bantuan Hukum",
        "outcome_proof": "tanda terima rujukan 15/XI/2026", "outcome_summary": "Pendampingan hukum diterima lembaga itu."},
    5: {"outcome": "dilimpahkan", "outcome_place": "UPTD PPA Provinsi", "outcome_proof": "berita acara 3/XI/2026",
        "outcome_summary": "Pendampingan anak dilanjutkan oleh UPTD PPA Provinsi."},
    6: {"outcome": "tidak bersedia", "outcome_wish": "menyatakan lewat jalur aman tidak ingin melanjutkan",
        "outcome_summary": "Pelapor memilih menyelesaikan dengan bantuan keluarga; pintu kantor tetap terbuka."},
}  # fmt: skip
_DAY = "24-11-2026"


def deliver(walk: Walk) -> None:
    """Step 13: no case is closed before; the letters leave with their receipts, which come back signed."""
    office, printed = walk.office, walk.office.notes / "tanda-terima"
    first = walk.cases[1]
    if not office.is_refused("close-case", first, "--answers", _ending(walk, 1), account=OFFICER):
        raise StepFailed("a case was closed before its answer was delivered")
    walk.refused.append(f"close {first}")
    unsafe = office.note("deliver-2-pos.json", {"way": "pos"})
    if not office.is_refused("send", walk.cases[2], "--to", str(printed), "--answers", unsafe, account=CLERK):
        raise StepFailed("a letter that waits at the office was sent by post")
    walk.refused.append(f"send {walk.cases[2]}")
    printed.mkdir(mode=0o700, exist_ok=True)
    for number, case in sorted(walk.cases.items()):
        if DELIVERY[number]["proof"] == "tanda terima":
            answers = office.note(f"deliver-{number}-out.json", {"way": DELIVERY[number]["way"]})
            office.call("send", case, "--to", str(printed), "--answers", answers, account=CLERK)
    for envelope in printed.glob("*-amplop.pdf"):
        envelope.unlink()
    sign_on_paper(walk, printed)
    for number, case in sorted(walk.cases.items()):
        answers = office.note(f"deliver-{number}.json", {"result": "disampaikan", **DELIVERY[number]})
        office.call("record-delivery", case, "--answers", answers, account=CLERK)
    office.wait_for("every receipt filed", lambda: _receipts(walk) or None)


def _receipts(walk: Walk) -> bool:
    """Tell whether the receipt of each letter that was signed for is filed with its case."""
    wanted = [walk.cases[number] for number in walk.cases if DELIVERY[number]["proof"] == "tanda terima"]
    shown = [_show(walk, case) for case in wanted]
    return all(any("tanda-terima-surat" in paper["name"] for paper in case["documents"]) for case in shown)


def _show(walk: Walk, case: str) -> dict[str, Any]:
    shown: dict[str, Any] = walk.office.call("show", case, account=ARCHIVIST)
    return shown


def _ending(walk: Walk, number: int) -> str:
    return walk.office.note(f"close-{number}.json", {"outcome_day": _DAY, **ENDING[number]})


def close(walk: Walk) -> None:
    """Step 14: each case ends with its outcome and its report; one is typed into SIMFONI-PPA."""
    office = walk.office
    for number, case in sorted(walk.cases.items()):
        office.call(
            "close-case", case, "--answers", _ending(walk, number), account=CHAIR if number == 3 else OFFICER
        )
    entry = office.note("simfoni-1.json", {"simfoni_day": _DAY, "simfoni_number": "SP-0001"})
    office.call("record-simfoni", walk.cases[1], "--answers", entry, account=CLERK)
    for case in walk.cases.values():
        shown = _show(walk, case)
        walk.delivered += bool(shown["delivered"])
        names = [document["name"] for document in shown["documents"]]
        walk.closed += shown["state"] == "selesai" and "laporan-penanganan-kasus.pdf" in names
