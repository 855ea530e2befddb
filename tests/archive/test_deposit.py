"""Filing: what lies in the archive afterwards, what is refused, and that it is done once."""

import json
import subprocess
from pathlib import Path

import pytest

from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.layout import (
    MARKER,
    NoSuchObject,
    ObjectDamaged,
    establish,
    objects,
    prepare_year,
    years,
)
from pipeline.archive.read import CaseRecord, documents_in, read_case
from pipeline.archive.recover import recover
from pipeline.archive.sums import append_sums
from pipeline.archive.verify import verify
from pipeline.kernel.files import digest_bytes
from tests.archive.conftest import CASE, MOMENT, File
from tests.archive.outside import need_valid, ocfl_says, tree
from tests.refused import refused_with


def read_all(archive: Path) -> list[CaseRecord]:
    """Return every object of every year, in order."""
    return [read_case(archive, name) for year in years(archive) for name in objects(archive, year)]


def test_a_year_without_cases_is_valid_too(archive: Path) -> None:
    prepare_year(archive, 2027)
    assert ocfl_says(archive / "2027")[0]
    assert verify(archive) == []


def test_a_stranger_makes_the_list_of_a_case_with_sed_alone(filed: Path) -> None:
    root = filed / "2026" / CASE
    subprocess.run(["sha512sum", "--quiet", "-c", "inventory.json.sha512"], cwd=root, check=True)
    script = (
        r"sed -n '/\"manifest\"/,/^  }/{/^    \"[0-9a-f]\{128\}\"/{s/[^0-9a-f]//g;h};/^      \"/{s/^ *\"//;s/\",\{0,1\}$//;G;"
        r"s/\(.*\)\n\(.*\)/\2  \1/p}}' inventory.json | sha512sum --quiet --strict -c"
    )
    subprocess.run(["sh", "-c", script], cwd=root, check=True)


def test_each_version_carries_kasus_json_anew_and_other_documents_by_reference(filed: Path) -> None:
    root = filed / "2026" / CASE
    inventory = json.loads((root / "inventory.json").read_bytes())
    state = {name for names in inventory["versions"]["v3"]["state"].values() for name in names}
    assert state == {
        "kasus.json", "salinan-1.pdf", "salinan-2.pdf", "surat-jawaban-1.pdf", "surat-pengaduan.pdf",
        "turunan/teks.txt",
    }  # fmt: skip
    assert not (root / "v3/content/surat-pengaduan.pdf").exists()
    assert [json.loads((root / f"v{n}/content/kasus.json").read_bytes())["op"] for n in (1, 2, 3)] == [
        "op-1", "op-2", "op-3",
    ]  # fmt: skip


def places(archive: Path) -> dict[str, str]:
    """Return where each document of the newest version lies."""
    return {document.logical: document.path for document in documents_in(archive, CASE)}


def test_a_document_lies_in_the_version_it_came_with_and_kasus_json_in_the_newest(
    filed: Path, file: File
) -> None:
    done = file("op-5", {"bukti.pdf": b"bukti"})
    assert done.version == 4
    paths = places(filed)
    assert paths["bukti.pdf"] == f"2026/{CASE}/v4/content/bukti.pdf"
    assert paths["surat-pengaduan.pdf"] == f"2026/{CASE}/v1/content/surat-pengaduan.pdf"
    assert paths["kasus.json"] == f"2026/{CASE}/v4/content/kasus.json"
    inventory = (filed / "2026" / CASE / "v4/inventory.json").read_bytes()
    assert done.inventory_sha512 == digest_bytes(inventory)


def test_the_same_operation_twice_files_once(filed: Path, file: File) -> None:
    first = file("op-3", {})
    before = tree(filed)
    assert file("op-3", {"lain.pdf": b"lain"}) == first
    assert first.version == 3
    assert file("op-1", {}).version == 1
    assert tree(filed) == before


def test_bytes_that_the_case_has_already_are_not_stored_again(filed: Path, file: File) -> None:
    file("op-5", {"bundel/lagi.pdf": b"%PDF-1.7 surat\n%%EOF\n", "a.pdf": b"x", "b.pdf": b"x"})
    paths = places(filed)
    assert paths["bundel/lagi.pdf"] == f"2026/{CASE}/v1/content/surat-pengaduan.pdf"
    assert paths["a.pdf"] == paths["b.pdf"]
    need_valid(filed)


def test_a_withdrawn_document_leaves_the_state_and_its_bytes_stay(filed: Path, file: File) -> None:
    file("op-5", {}, without=["surat-pengaduan.pdf"])
    assert "surat-pengaduan.pdf" not in places(filed)
    assert (filed / "2026" / CASE / "v1/content/surat-pengaduan.pdf").exists()
    need_valid(filed)
    assert verify(filed) == []


def test_a_file_is_copied_and_its_announced_digest_compared(archive: Path, tmp_path: Path) -> None:
    scan = tmp_path / "SCN_0001.pdf"
    scan.write_bytes(b"scan" * 300_000)
    new = NewFile("surat-pengaduan.pdf", scan, digest_bytes(scan.read_bytes()))
    deposit(archive, NewVersion(CASE, [new], b"{}", "Pendaftaran", "op-1", MOMENT, "siti"))
    assert (archive / places(archive)["surat-pengaduan.pdf"]).read_bytes() == scan.read_bytes()
    scan.write_bytes(b"lain")
    with refused_with("archive.source_changed"):
        changed = NewFile("b.pdf", scan, "0" * 128)
        deposit(archive, NewVersion(CASE, [changed], b"{}", "x", "op-2", MOMENT, "siti"))
    assert verify(archive) == []
    assert read_case(archive, CASE).version == 1


@pytest.mark.parametrize("source", ["tidak-ada.pdf", "tautan.pdf"])
def test_a_source_that_is_gone_or_a_link_is_refused(
    archive: Path, tmp_path: Path, file: File, source: str
) -> None:
    (tmp_path / "tautan.pdf").symlink_to("/etc/passwd")
    with refused_with("archive.source_changed"):
        file("op-1", {"surat.pdf": tmp_path / source})
    assert not (archive / "2026").exists()


def test_a_filed_document_is_never_overwritten(filed: Path, file: File) -> None:
    with refused_with("archive.name_taken"):
        file("op-5", {"surat-pengaduan.pdf": b"lain"})
    assert file("op-6", {"surat-pengaduan.pdf": b"%PDF-1.7 surat\n%%EOF\n"}).version == 4
    assert recover(filed) == []


@pytest.mark.parametrize(
    "name", ["../x.pdf", "Surat Siti.pdf", "", "/a", "a//b", ".x", "kasus.json", "a" * 121]
)
def test_names_outside_the_grammar_are_refused(file: File, name: str) -> None:
    with refused_with("archive.bad_name"):
        file("op-1", {name: b"x"})


@pytest.mark.parametrize("case", ["2026", "../x", "2026-0042/..", "R-2026"])
def test_numbers_outside_the_grammar_are_refused(file: File, case: str) -> None:
    with refused_with("archive.bad_name"):
        file("op-1", {}, case=case)


def test_an_operation_outside_the_grammar_is_refused(file: File) -> None:
    with refused_with("archive.bad_name"):
        file("op 1]", {})


def test_without_the_marker_nothing_is_filed(archive: Path, file: File) -> None:
    (archive / MARKER).unlink()
    for work in (lambda: file("op-1", {}), lambda: recover(archive), lambda: verify(archive)):
        with refused_with("archive.not_mounted"):
            work()
    establish(archive)
    establish(archive)
    file("op-1", {})


def test_without_space_nothing_is_begun(archive: Path) -> None:
    with refused_with("stores.no_space"):
        deposit(archive, NewVersion(CASE, [], b"{}", "x", "op-1", MOMENT, "siti"), reserve=1 << 60)
    assert not (archive / "2026").exists()


def test_a_damaged_case_takes_nothing_more(filed: Path, file: File) -> None:
    inventory = filed / "2026" / CASE / "inventory.json"
    newest = filed / "2026" / CASE / "v3/inventory.json"
    for path in (inventory, newest):
        path.write_bytes(path.read_bytes().replace(b"Pendaftaran", b"Pendaftarax"))
    before = tree(filed)
    with pytest.raises(ObjectDamaged):
        file("op-5", {"bukti.pdf": b"bukti"})
    assert tree(filed) == before
    assert [recovery.outcome for recovery in recover(filed)] == ["damaged"]
    with pytest.raises(ObjectDamaged):
        append_sums(filed, CASE, 3)


def test_an_operation_whose_version_is_damaged_is_not_reported_as_done(filed: Path, file: File) -> None:
    (filed / "2026" / CASE / "v1/inventory.json.sha512").write_bytes(b"x")
    with pytest.raises(ObjectDamaged):
        file("op-1", {})


def test_register_pages_and_successors_have_objects_too(archive: Path, file: File) -> None:
    file("op-1", {"lembar-1.pdf": b"1"}, case="R-2026-11")
    file("op-2", {"surat.pdf": b"1"}, case="2026-0042.2")
    need_valid(archive)
    assert [record.number for record in read_all(archive)] == ["2026-0042.2", "R-2026-11"]


def test_the_whole_archive_is_read_back(filed: Path) -> None:
    records = list(read_all(filed))
    assert [(record.number, record.version) for record in records] == [("2026-0042", 3), ("2026-0043", 1)]
    assert records[0].kasus == {"case": CASE, "op": "op-3"}
    assert len(records[0].inventories) == 3
    by_name = {document.logical: document for document in records[0].documents}
    assert (by_name["salinan-1.pdf"].version, by_name["surat-pengaduan.pdf"].version) == (3, 1)
    assert by_name["turunan/teks.txt"].size == 5
    assert (filed / by_name["turunan/teks.txt"].path).read_bytes() == b"teks\n"


def test_reading_what_is_not_there_or_broken_says_so(filed: Path) -> None:
    with pytest.raises(NoSuchObject):
        read_case(filed, "2026-0099")
    (filed / "2026" / CASE / "v3/content/kasus.json").write_bytes(b"[]")
    with pytest.raises(ObjectDamaged):
        read_case(filed, CASE)
    for path in (filed / "2026/2026-0043").rglob("inventory.json"):
        path.unlink()
    with pytest.raises(ObjectDamaged):
        read_case(filed, "2026-0043")
