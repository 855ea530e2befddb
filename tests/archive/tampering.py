"""The kinds of tampering that verify must name; each function tampers with case 2026-0042."""

import shutil
from pathlib import Path

from pipeline.kernel.files import digest_bytes
from tests.archive.conftest import CASE

ROOT = f"2026/{CASE}"


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
    path, other = root / "v3/content/salinan-1.pdf", root / "v3/content/salinan-2.pdf"
    first = path.read_bytes()
    path.write_bytes(other.read_bytes())
    other.write_bytes(first)


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
    (root / "v2/content/~$rat-jawaban.docx").write_bytes(b"x")
    (root.parent / ".~lock.daftar.xlsx#").write_bytes(b"x")


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
