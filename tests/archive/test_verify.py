"""Verify: each kind of tampering is named, and nothing else is."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive.deposit import NewFile, deposit
from pipeline.archive.errors import NoSuchObject
from pipeline.archive.finding import Finding, Kind
from pipeline.archive.verify import Progress, verify
from pipeline.kernel.files import digest_bytes, digest_file
from tests.archive.conftest import CASE, MOMENT, File

ROOT = f"2026/{CASE}"


def kinds(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(each.kind.value, each.path) for each in findings}


def reseal(folder: Path) -> None:
    data = (folder / "inventory.json").read_bytes()
    (folder / "inventory.json.sha512").write_text(f"{digest_bytes(data)}  inventory.json\n")


def edit(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))


def flip(root: Path) -> None:
    edit(root / "v1/content/surat-pengaduan.pdf", b"surat", b"suraT")


def cut_pdf(root: Path) -> None:
    path = root / "v3/content/salinan-2.pdf"
    path.write_bytes(path.read_bytes()[:-7])


def empty_text(root: Path) -> None:
    (root / "v2/content/turunan/teks.txt").write_bytes(b"")


def cut_kasus(root: Path) -> None:
    path = root / "v2/content/kasus.json"
    path.write_bytes(path.read_bytes()[:-5])


def remove(root: Path) -> None:
    (root / "v3/content/salinan-1.pdf").unlink()


def swap_copies(root: Path) -> None:
    one, two = root / "v3/content/salinan-1.pdf", root / "v3/content/salinan-2.pdf"
    first = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(first)


def add_file(root: Path) -> None:
    (root / "v1/content/tambahan.pdf").write_bytes(b"x")


def add_beside_content(root: Path) -> None:
    (root / "v1/catatan.txt").write_bytes(b"x")


def add_in_object(root: Path) -> None:
    (root / "logs").mkdir()


def add_empty_folder(root: Path) -> None:
    (root / "v1/content/kosong").mkdir()


def link_instead(root: Path) -> None:
    path = root / "v1/content/surat-pengaduan.pdf"
    path.rename(root.parents[2] / "pindah.pdf")
    path.symlink_to(root.parents[2] / "pindah.pdf")


def thumbs(root: Path) -> None:
    (root / "v1/content/Thumbs.db").write_bytes(b"x")
    (root / "desktop.ini").write_bytes(b"x")
    (root.parent / ".DS_Store").write_bytes(b"x")


def remove_version(root: Path) -> None:
    shutil.rmtree(root / "v2")


def remove_all_versions(root: Path) -> None:
    for number in (1, 2, 3):
        shutil.rmtree(root / f"v{number}")
    (root / "inventory.json").unlink()


def invent_version(root: Path) -> None:
    (root / "v4").mkdir()


def change_root_inventory(root: Path) -> None:
    edit(root / "inventory.json", b'"siti"', b'"sita"')


def change_root_inventory_and_seal(root: Path) -> None:
    change_root_inventory(root)
    reseal(root)


def change_version_inventory(root: Path) -> None:
    edit(root / "v3/inventory.json", b'"siti"', b'"sita"')


def change_old_inventory_and_seal(root: Path) -> None:
    edit(root / "v1/inventory.json", b'"siti"', b'"sita"')
    reseal(root / "v1")


def change_history_everywhere(root: Path) -> None:
    for folder in (root, root / "v3"):
        edit(folder / "inventory.json", b'"siti"', b'"sita"')
        reseal(folder)


def cut_inventory(root: Path) -> None:
    path = root / "v2/inventory.json"
    path.write_bytes(path.read_bytes()[:200])


def cut_sidecar(root: Path) -> None:
    (root / "v2/inventory.json.sha512").write_bytes(b"abc")


def spoil_sidecar(root: Path) -> None:
    (root / "v2/inventory.json.sha512").write_bytes(b"z" * 200)


def spoil_inventory(root: Path) -> None:
    (root / "v2/inventory.json").write_bytes(b'{"id": "2026-0042"}')


def remove_sidecar(root: Path) -> None:
    (root / "inventory.json.sha512").unlink()


def remove_declaration(root: Path) -> None:
    (root / "0=ocfl_object_1.1").unlink()


def change_declaration(root: Path) -> None:
    (root / "0=ocfl_object_1.1").write_bytes(b"ocfl_object_1.0\n")


def swap_objects(root: Path) -> None:
    other = root.parent / "2026-0043"
    root.rename(root.parent / "x")
    other.rename(root)
    (root.parent / "x").rename(other)


def roll_back(root: Path) -> None:
    shutil.rmtree(root / "v3")
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(root / "v2" / name, root / name)


def leave_root_inventory_behind(root: Path) -> None:
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(root / "v2" / name, root / name)


def leave_sidecar_behind(root: Path) -> None:
    shutil.copy(root / "v2/inventory.json.sha512", root / "inventory.json.sha512")


def leave_inventory_behind(root: Path) -> None:
    shutil.copy(root / "v2/inventory.json", root / "inventory.json")


def replace_with_all_lists_of_the_object(root: Path) -> None:
    path = root / "v3/content/salinan-1.pdf"
    old, new = digest_bytes(path.read_bytes()), digest_bytes(b"%PDF palsu\n%%EOF\n")
    path.write_bytes(b"%PDF palsu\n%%EOF\n")
    for folder in (root, root / "v3"):
        edit(folder / "inventory.json", old.encode(), new.encode())
        reseal(folder)


def remove_line(root: Path) -> None:
    path = root.parent / "SHA512SUMS"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if f"{CASE}/v1/content/surat".encode() not in line))


def change_line(root: Path) -> None:
    path = root.parent / "SHA512SUMS"
    edit(path, path.read_bytes()[:8], b"0" * 8)


def spoil_line(root: Path) -> None:
    path = root.parent / "SHA512SUMS"
    path.write_bytes(b"rusak\n" + path.read_bytes())


def list_twice(root: Path) -> None:
    path = root.parent / "SHA512SUMS"
    first = path.read_bytes().split(b"\n")[0]
    path.write_bytes(path.read_bytes() + b"0" * 128 + first[128:] + b"\n")


def list_stranger(root: Path) -> None:
    path = root.parent / "SHA512SUMS"
    path.write_bytes(path.read_bytes() + b"0" * 128 + f"  {CASE}/v1/content/tidak-ada.pdf\n".encode())


def tear_list(root: Path) -> None:
    path = root.parent / "SHA512SUMS"
    path.write_bytes(path.read_bytes()[:-10])


def forget_newest(root: Path) -> None:
    path = root.parent / "SHA512SUMS"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if f"{CASE}/v3/".encode() not in line))


def remove_list(root: Path) -> None:
    (root.parent / "SHA512SUMS").unlink()


def remove_object(root: Path) -> None:
    shutil.rmtree(root)


def add_in_year(root: Path) -> None:
    (root.parent / "catatan.txt").write_bytes(b"x")


def case_in_wrong_year(root: Path) -> None:
    (root.parent / "2025-0001").mkdir()


def remove_readme(root: Path) -> None:
    (root.parent / "BACA-SAYA.txt").unlink()


def change_layout(root: Path) -> None:
    (root.parent / "ocfl_layout.json").write_bytes(b"{}")


def add_beside_years(root: Path) -> None:
    (root.parents[1] / "salinan").mkdir()


SUMS = "2026/SHA512SUMS"
TAMPERINGS: list[tuple[Callable[[Path], None], set[tuple[str, str]]]] = [
    (flip, {("changed", f"{ROOT}/v1/content/surat-pengaduan.pdf")}),
    (cut_pdf, {("truncated", f"{ROOT}/v3/content/salinan-2.pdf")}),
    (empty_text, {("truncated", f"{ROOT}/v2/content/turunan/teks.txt")}),
    (cut_kasus, {("truncated", f"{ROOT}/v2/content/kasus.json")}),
    (remove, {("missing", f"{ROOT}/v3/content/salinan-1.pdf")}),
    (swap_copies, {("swapped", f"{ROOT}/v3/content/salinan-{n}.pdf") for n in (1, 2)}),
    (add_file, {("unexpected", f"{ROOT}/v1/content/tambahan.pdf")}),
    (add_beside_content, {("unexpected", f"{ROOT}/v1/catatan.txt")}),
    (add_in_object, {("unexpected", f"{ROOT}/logs")}),
    (add_empty_folder, {("unexpected", f"{ROOT}/v1/content/kosong")}),
    (link_instead, {(kind, f"{ROOT}/v1/content/surat-pengaduan.pdf") for kind in ("unexpected", "missing")}),
    (thumbs, {
        ("foreign", f"{ROOT}/v1/content/Thumbs.db"),
        ("foreign", f"{ROOT}/desktop.ini"),
        ("foreign", "2026/.DS_Store"),
    }),
    (remove_version, {("missing", f"{ROOT}/v2")}),
    (invent_version, {
        ("unexpected", f"{ROOT}/v4"),
        ("missing", f"{ROOT}/v4/inventory.json"),
        ("missing", f"{ROOT}/v4/inventory.json.sha512"),
    }),
    (change_root_inventory, {("changed", f"{ROOT}/inventory.json")}),
    (change_root_inventory_and_seal, {("changed", f"{ROOT}/inventory.json")}),
    (change_version_inventory, {("changed", f"{ROOT}/v3/inventory.json")}),
    (change_old_inventory_and_seal, {
        ("changed", f"{ROOT}/v1/inventory.json"),
        ("changed", f"{ROOT}/v1/inventory.json.sha512"),
    }),
    (change_history_everywhere, {
        ("changed", f"{ROOT}/v1/inventory.json"),
        ("changed", f"{ROOT}/v2/inventory.json"),
        ("changed", f"{ROOT}/v3/inventory.json"),
        ("changed", f"{ROOT}/v3/inventory.json.sha512"),
    }),
    (cut_inventory, {("truncated", f"{ROOT}/v2/inventory.json")}),
    (cut_sidecar, {("truncated", f"{ROOT}/v2/inventory.json.sha512")}),
    (spoil_sidecar, {("changed", f"{ROOT}/v2/inventory.json.sha512")}),
    (spoil_inventory, {("changed", f"{ROOT}/v2/inventory.json")}),
    (remove_sidecar, {("missing", f"{ROOT}/inventory.json.sha512")}),
    (remove_declaration, {("missing", f"{ROOT}/0=ocfl_object_1.1")}),
    (change_declaration, {("changed", f"{ROOT}/0=ocfl_object_1.1")}),
    (roll_back, {("rolled_back", f"{ROOT}/inventory.json")}),
    (leave_root_inventory_behind, {("torn", f"{ROOT}/inventory.json")}),
    (leave_sidecar_behind, {("torn", f"{ROOT}/inventory.json.sha512")}),
    (leave_inventory_behind, {("torn", f"{ROOT}/inventory.json")}),
    (replace_with_all_lists_of_the_object, {
        ("changed", f"{ROOT}/v3/content/salinan-1.pdf"),
        ("changed", f"{ROOT}/v3/inventory.json"),
        ("changed", f"{ROOT}/v3/inventory.json.sha512"),
    }),
    (remove_line, {("missing", f"{ROOT}/v1/content/surat-pengaduan.pdf")}),
    (change_line, {("changed", f"{ROOT}/v1/content/kasus.json")}),
    (spoil_line, {("changed", SUMS)}),
    (list_twice, {("changed", SUMS)}),
    (list_stranger, {("unexpected", f"{ROOT}/v1/content/tidak-ada.pdf")}),
    (tear_list, {("torn", SUMS), ("torn", "2026/2026-0043/v1/inventory.json")}),
    (forget_newest, {
        ("torn", f"{ROOT}/v3/{name}")
        for name in (
            "content/kasus.json", "content/salinan-1.pdf", "content/salinan-2.pdf", "inventory.json",
            "inventory.json.sha512",
        )
    }),
    (remove_object, {("missing", ROOT)}),
    (add_in_year, {("unexpected", "2026/catatan.txt")}),
    (case_in_wrong_year, {("unexpected", "2026/2025-0001")}),
    (remove_readme, {("missing", "2026/BACA-SAYA.txt")}),
    (change_layout, {("changed", "2026/ocfl_layout.json")}),
    (add_beside_years, {("unexpected", "salinan")}),
]  # fmt: skip


@pytest.mark.parametrize(("tamper", "expected"), TAMPERINGS, ids=lambda each: getattr(each, "__name__", ""))
def test_every_tampering_is_named_and_nothing_else(
    filed: Path, tamper: Callable[[Path], None], expected: set[tuple[str, str]]
) -> None:
    assert verify(filed) == []
    tamper(filed / ROOT)
    assert kinds(verify(filed)) == expected


def test_swapped_cases_are_named(filed: Path) -> None:
    swap_objects(filed / ROOT)
    found = kinds(verify(filed))
    assert ("swapped", f"{ROOT}/inventory.json") in found
    assert ("swapped", "2026/2026-0043/inventory.json") in found


def test_a_list_that_is_gone_is_named_for_every_version(filed: Path) -> None:
    remove_list(filed / ROOT)
    findings = verify(filed)
    assert {each.case for each in findings} == {CASE, "2026-0043"}
    assert {each.against for each in findings} == {"SHA512SUMS"}


def test_a_case_without_any_inventory_is_named_file_by_file(filed: Path) -> None:
    remove_all_versions(filed / ROOT)
    found = kinds(verify(filed))
    assert {("missing", f"{ROOT}/inventory.json"), ("missing", f"{ROOT}/v1")} <= found
    assert ("missing", f"{ROOT}/v3/content/salinan-2.pdf") in found


def test_a_swap_says_with_what(filed: Path) -> None:
    swap_copies(filed / ROOT)
    found = {each.path: each.found for each in verify(filed)}
    assert found[f"{ROOT}/v3/content/salinan-1.pdf"] == f"{ROOT}/v3/content/salinan-2.pdf"


def test_a_size_that_kasus_json_records_tells_a_cut_from_a_change(archive: Path, file: File) -> None:
    scan = b"pindaian tanpa bentuk"
    kasus = json.dumps({"documents": [{"sha512": digest_bytes(scan), "size": len(scan)}]}).encode()
    deposit(archive, CASE, [NewFile("scan.bin", scan)], kasus, "x", "op-1", MOMENT, "siti", reserve=0)
    (archive / ROOT / "v1/content/scan.bin").write_bytes(scan[:-1])
    assert kinds(verify(archive)) == {("truncated", f"{ROOT}/v1/content/scan.bin")}
    (archive / ROOT / "v1/content/scan.bin").write_bytes(scan + b"x")
    assert kinds(verify(archive)) == {("changed", f"{ROOT}/v1/content/scan.bin")}


def test_a_file_the_disk_cannot_give_is_named(filed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path, algorithm: str = "sha512") -> str:
        if path.name == "salinan-1.pdf":
            raise OSError(5, os.strerror(5))
        return digest_file(path, algorithm)

    monkeypatch.setattr("pipeline.archive.bytes_of.digest_file", broken)
    assert kinds(verify(filed)) == {("unreadable", f"{ROOT}/v3/content/salinan-1.pdf")}


def test_one_case_can_be_verified_alone(filed: Path) -> None:
    flip(filed / ROOT)
    assert verify(filed, case="2026-0043") == []
    assert len(verify(filed, case=CASE)) == 1
    with pytest.raises(NoSuchObject):
        verify(filed, case="2026-0099")


def test_progress_tells_objects_and_bytes(filed: Path) -> None:
    said: list[Progress] = []
    verify(filed, progress=said.append)
    assert [(each.done, each.total, each.case) for each in said] == [(1, 2, CASE), (2, 2, "2026-0043")]
    assert 0 < said[0].size < said[1].size


def test_a_foreign_file_is_told_from_damage_and_each_finding_is_a_sentence(filed: Path) -> None:
    thumbs(filed / ROOT)
    assert not any(each.is_damage for each in verify(filed))
    for kind in Kind:
        finding = Finding(kind, "2026/x", CASE, "inventory.json", "a" * 128, "b" * 128)
        assert "2026/x" in finding.text()
        assert finding.text("id") != finding.text("en")
        assert finding.as_json()["kind"] == kind.value


def test_a_newest_inventory_changed_and_sealed_is_told_from_the_root_by_the_list(filed: Path) -> None:
    edit(filed / ROOT / "v3/inventory.json", b'"siti"', b'"sita"')
    reseal(filed / ROOT / "v3")
    found = kinds(verify(filed))
    assert ("changed", f"{ROOT}/v3/inventory.json") in found
    assert ("changed", f"{ROOT}/inventory.json") not in found
