"""Verify: each kind of tampering is named, and nothing else is."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.archive import verify as examine
from pipeline.archive.deposit import NewFile, NewVersion, deposit
from pipeline.archive.finding import Finding, Kind, Progress
from pipeline.archive.layout import NoSuchObject
from pipeline.archive.verify import verify
from pipeline.kernel.files import digest_bytes
from tests.archive.conftest import CASE, MOMENT, File
from tests.archive.tampered import TAMPERINGS
from tests.archive.tampering import (
    ROOT,
    edit,
    flip,
    remove_all_versions,
    remove_list,
    reseal,
    swap_copies,
    swap_objects,
    thumbs,
)


def kinds(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.kind.value, finding.path) for finding in findings}


@pytest.mark.parametrize(("tamper", "expected"), TAMPERINGS, ids=lambda value: getattr(value, "__name__", ""))
def test_every_tampering_is_named_and_nothing_else(
    filed: Path, tamper: Callable[[Path], None], expected: set[tuple[str, str]]
) -> None:
    assert verify(filed) == []
    tamper(filed / ROOT)
    assert kinds(verify(filed)) == expected


def test_swapped_cases_are_named(filed: Path) -> None:
    swap_objects(filed / ROOT)
    findings = kinds(verify(filed))
    assert ("swapped", f"{ROOT}/inventory.json") in findings
    assert ("swapped", "2026/2026-0043/inventory.json") in findings


def test_a_list_that_is_gone_is_named_for_every_version(filed: Path) -> None:
    remove_list(filed / ROOT)
    findings = verify(filed)
    assert {finding.case for finding in findings} == {CASE, "2026-0043"}
    assert {finding.against for finding in findings} == {"SHA512SUMS"}


def test_a_case_without_any_inventory_is_named_file_by_file(filed: Path) -> None:
    remove_all_versions(filed / ROOT)
    findings = kinds(verify(filed))
    assert {("missing", f"{ROOT}/inventory.json"), ("missing", f"{ROOT}/v1")} <= findings
    assert ("missing", f"{ROOT}/v3/content/salinan-2.pdf") in findings


def test_a_swap_says_with_what(filed: Path) -> None:
    swap_copies(filed / ROOT)
    partners = {finding.path: finding.found for finding in verify(filed)}
    assert partners[f"{ROOT}/v3/content/salinan-1.pdf"] == f"{ROOT}/v3/content/salinan-2.pdf"


def test_a_size_that_kasus_json_records_tells_a_cut_from_a_change(archive: Path, file: File) -> None:
    scan = b"pindaian tanpa bentuk"
    kasus = json.dumps({"documents": [{"sha512": digest_bytes(scan), "size": len(scan)}]}).encode()
    version = NewVersion(CASE, [NewFile("scan.bin", scan)], kasus, "x", "op-1", MOMENT, "siti")
    deposit(archive, version, reserve=0)
    (archive / ROOT / "v1/content/scan.bin").write_bytes(scan[:-1])
    assert kinds(verify(archive)) == {("truncated", f"{ROOT}/v1/content/scan.bin")}
    (archive / ROOT / "v1/content/scan.bin").write_bytes(scan + b"x")
    assert kinds(verify(archive)) == {("changed", f"{ROOT}/v1/content/scan.bin")}


def test_a_file_the_disk_cannot_give_is_named(filed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged = examine._seems_short

    def broken(path: str, size: int, head: bytes, tail: bytes) -> bool:
        if path.endswith("/salinan-1.pdf"):
            raise OSError(5, os.strerror(5))
        return judged(path, size, head, tail)

    monkeypatch.setattr(examine, "_seems_short", broken)
    assert kinds(verify(filed)) == {("unreadable", f"{ROOT}/v3/content/salinan-1.pdf")}


def test_a_file_longer_than_one_piece_is_read_whole_and_told_from_a_cut_one(
    archive: Path, file: File
) -> None:
    scan = b"%PDF-1.7\n" + b"goresan " * (3 << 17) + b"\n%%EOF\n"
    assert len(scan) > 3 << 20
    path = archive / ROOT / "v1/content/surat.pdf"
    file("op-1", {"surat.pdf": scan})
    steps: list[Progress] = []
    assert verify(archive, progress=steps.append) == []
    assert steps[0].size > len(scan)
    path.write_bytes(scan[:-1] + b"x")
    assert kinds(verify(archive)) == {("changed", f"{ROOT}/v1/content/surat.pdf")}
    path.write_bytes(scan[: 2 << 20])
    assert kinds(verify(archive)) == {("truncated", f"{ROOT}/v1/content/surat.pdf")}


def test_more_objects_than_are_read_ahead_are_all_judged_in_their_order(archive: Path, file: File) -> None:
    names = [f"2026-{number:04d}" for number in range(1, 16)]
    for name in names:
        file(f"op-{name}", {"surat.pdf": f"%PDF {name}\n%%EOF\n".encode()}, case=name)
    for name in (names[0], names[7], names[14]):
        flip_last(archive / "2026" / name / "v1/content/surat.pdf")
    steps: list[Progress] = []
    assert [fault.case for fault in verify(archive, progress=steps.append)] == [names[0], names[7], names[14]]
    assert [report.case for report in steps] == names


def flip_last(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))


def test_chosen_cases_can_be_verified_alone(filed: Path) -> None:
    flip(filed / ROOT)
    assert verify(filed, only={"2026-0043"}) == []
    assert len(verify(filed, only={CASE})) == 1
    with pytest.raises(NoSuchObject):
        verify(filed, only={"2026-0099"})


def test_a_foreign_file_is_told_from_damage_and_each_finding_is_a_sentence(filed: Path) -> None:
    thumbs(filed / ROOT)
    assert not any(finding.is_damage for finding in verify(filed))
    for kind in Kind:
        finding = Finding(kind, "2026/x", CASE, "inventory.json", "a" * 128, "b" * 128)
        assert "2026/x" in finding.text()
        assert finding.text("id") != finding.text("en")
        assert finding.as_json()["kind"] == kind.value


def test_a_newest_inventory_changed_and_sealed_is_told_from_the_root_by_the_list(filed: Path) -> None:
    edit(filed / ROOT / "v3/inventory.json", b'"siti"', b'"sita"')
    reseal(filed / ROOT / "v3")
    findings = kinds(verify(filed))
    assert ("changed", f"{ROOT}/v3/inventory.json") in findings
    assert ("changed", f"{ROOT}/inventory.json") not in findings
