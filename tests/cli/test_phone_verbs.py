"""The verbs of the telephone: what is typed, what is read from standard input, and what is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from demo.answers import registration
from pipeline.office.cases import register
from tests.office.bureau import CALL, CLERK, OFFICER, WIFE, Bureau
from tests.office.test_phone import AGAIN

Run = Callable[..., tuple[int, str, str]]


def _answers(folder: Path, given: object) -> str:
    path = folder / "jawaban.json"
    path.write_text(json.dumps(given), "utf-8")
    return str(path)


def test_a_call_is_registered_with_a_password_and_asked_about(
    bureau: Bureau, run: Run, tmp_path: Path
) -> None:
    given = _answers(tmp_path, registration(CALL) | {"enquiry_password": "payung biru laut"})
    status, out, err = run(bureau, CLERK, "register", "--channel", "phone", "--answers", given)
    assert status == 0
    number = out.strip()
    assert (
        f"nomor agenda A-2026-0001; cetak dengan: rangkap call {number} --to DIR. Berikutnya, oleh ketua"
        in err
    )
    assert "RISIKO TINGGI" not in err
    status, out, err = run(bureau, CLERK, "enquire", given=f"{number}\npayung biru laut\n")
    assert (status, out.strip()) == (0, "Hal yang Saudara sampaikan sudah kami terima dan sedang ditangani.")
    answers = [
        run(bureau, CLERK, "enquire", given=f"{one}\n{words}\n")
        for one, words in ((number, "lain sekali"), ("2026-0999", "x"))
    ]
    assert answers[0] == answers[1], "status, output and words are the same"
    assert answers[0][0] == 0
    assert run(bureau, CLERK, "password", number, given="kursi rotan tua\n")[0] == 0
    status, out, err = run(bureau, CLERK, "password", number, given="abc\n")
    assert status == 2
    assert "abc" not in err.replace("abcdefgh", "")
    assert run(bureau, CLERK, "password", number, "--withdraw")[0] == 0


def test_a_further_call_the_record_the_script_and_a_transcript(
    bureau: Bureau, run: Run, tmp_path: Path
) -> None:
    number = register.register_call(bureau.desk(), registration(CALL)).number
    given = _answers(tmp_path, AGAIN)
    status, out, err = run(
        bureau, CLERK, "register", "--channel", "phone", "--case", number, "--answers", given
    )
    assert (status, out.strip()) == (0, number)
    assert "A-2026-0002" in err
    status, out, _ = run(bureau, CLERK, "call", number, "--to", str(tmp_path))
    assert [Path(one).name for one in out.split()] == [
        "A-2026-0001-catatan-telepon.pdf",
        "A-2026-0002-catatan-telepon.pdf",
    ]
    status, out, _ = run(bureau, CLERK, "explain", "--json")
    assert [one["title"] for one in json.loads(out)][1] == "Langkah 3: layanan"
    assert run(bureau, CLERK, "explain", "--to", str(tmp_path))[0] == 0


def test_contact_study_and_transcript_from_the_command_line(bureau: Bureau, run: Run, tmp_path: Path) -> None:
    number = bureau.register(WIFE).number
    status, out, _ = run(bureau, CLERK, "inform", number, "--look", "--json")
    assert status == 0
    assert json.loads(out)["consent_asked"] is False
    told = {
        "informed_way": "di kantor",
        "informed_outcome": "disampaikan",
        "victim_wish": "ingin datang",
        "share_with": "tidak",
    }
    assert run(bureau, CLERK, "inform", number, "--answers", _answers(tmp_path, told))[0] == 0
    assert run(bureau, CLERK, "inform", number, "--to", str(tmp_path))[0] == 0
    words = {"dialect_words": "kada wani", "dialect_language": "Banjar", "dialect_meaning": "tidak berani"}
    assert run(bureau, OFFICER, "study", number, "--answers", _answers(tmp_path, words))[0] == 0
    status, out, _ = run(
        bureau, CLERK, "transcribe", number, "surat-masuk-1.pdf", given="satu payung\n[tidak terbaca]\n"
    )
    assert (status, out.strip()) == (0, "turunan/surat-masuk-1-salinan-ketikan.txt")
    assert run(bureau, CLERK, "crisis")[0] == 0
    assert run(bureau, CLERK, "crisis", "--take")[0] == 2
