"""``rangkap page``, ``verify`` with signed paper and ``archive close``, from outside."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.cli.verbs import prove
from pipeline.kernel.ids import in_groups
from pipeline.kernel.text import Exit
from pipeline.office.keeping.typed_head import HeadCheck
from pipeline.records import boot, entries, pages
from pipeline.register.entry import Break, Broken
from tests.cli.conftest import Run
from tests.office import damage
from tests.office.bureau import ARCHIVIST, CHAIR, CLERK, Bureau
from tests.office.stages import NEXT_MONTH

NAME = "R-2026-11"
JANUARY = "2027-01-05T09:00:00+07:00"


def test_a_month_that_runs_is_refused_with_the_day_on_which_it_can_be_made(
    bureau: Bureau, run: Run, tmp_path: Path
) -> None:
    damage.call(bureau)
    status, _, err = run(bureau, CHAIR, "page", "2026-11", "--to", str(tmp_path))
    assert status == Exit.REFUSED
    assert "1 Desember 2026" in err
    assert "office.month_not_over" in err


def test_a_page_is_put_out_and_todo_tells_what_it_waits_for(
    bureau: Bureau, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage.call(bureau)
    monkeypatch.setenv("RANGKAP_CLOCK", NEXT_MONTH)
    assert "rangkap page 2026-11 --to DIR" in run(bureau, ARCHIVIST, "todo")[1]
    assert "rangkap page" not in run(bureau, CLERK, "todo")[1]
    status, out, err = run(bureau, ARCHIVIST, "page", "2026-11", "--to", str(tmp_path), "--json")
    result = json.loads(out)
    assert (status, result["page"], result["head"]["n"]) == (Exit.OK, NAME, 1)
    assert [Path(file).name for file in result["files"]] == [f"{NAME}-1.pdf", f"{NAME}-2.pdf"]
    assert "pindai keduanya" in err
    assert f"{NAME}  salinan bertanda tangan ke-1 dan ke-2" in run(bureau, CLERK, "todo")[1]
    assert "rangkap page" in run(bureau, ARCHIVIST, "verify")[2]


def test_verify_tells_what_the_signed_page_proves_and_takes_a_typed_head(
    at_stage: Callable[[str], Bureau], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = at_stage("paged")
    monkeypatch.setenv("RANGKAP_CLOCK", NEXT_MONTH)
    digest = pages.get(NAME).head_hash
    status, _, err = run(office, ARCHIVIST, "verify")
    assert status == Exit.OK
    assert f"Terbukti sampai catatan ke-1 (lembar {NAME}, ditandatangani 1 Desember 2026)." in err
    assert "(page R-2026-11, signed on 2026-12-01)" in run(office, ARCHIVIST, "--lang", "en", "verify")[2]
    status, out, err = run(office, ARCHIVIST, "verify", "--head", in_groups(digest), "--json")
    assert (status, json.loads(out)) == (Exit.OK, {"proven": True, "n": 1, "near": None, "groups": []})
    assert "Cocok. Itu kode pengesahan catatan ke-1 (24-11-2026" in err
    slip = f"{'b' if digest[0] == 'a' else 'a'}{digest[1:]}"
    status, out, err = run(office, ARCHIVIST, "verify", "--head", slip, "--json")
    assert (status, json.loads(out)["groups"]) == (Exit.DAMAGED, [1])
    assert "kelompok ke-1 berbeda" in err
    below = office.session(ARCHIVIST).archive.read_case(NAME).kasus["history_head"]
    boot.close()
    status, _, err = run(office, ARCHIVIST, "verify", "--head", in_groups(below["hash"]))
    assert (status, f"Cocok. Itu kode pengesahan riwayat ke-{below['n']}," in err) == (Exit.OK, True)
    status, _, err = run(office, ARCHIVIST, "verify", "--head", "ab" * 32)
    assert status == Exit.DAMAGED
    assert "Tidak ada catatan dengan kode itu" in err
    assert run(office, ARCHIVIST, "verify", "--head", "abc")[0] == Exit.USAGE
    last = next(iter(entries.after(0)))
    check = HeadCheck(last, (Broken(1, Break.HASH, "a", "b"),))
    monkeypatch.setattr(prove, "check_head", lambda *_: check)
    status, _, err = run(office, ARCHIVIST, "verify", "--head", digest)
    assert (status, "putus pada catatan ke-1" in err) == (Exit.DAMAGED, True)
