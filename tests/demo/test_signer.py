"""The signing process: it sees printed PDFs and the inbox, and nothing else."""

import ast
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from demo import signer


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def two_letters(print_copy: Callable[[str, int], Path]) -> None:
    for letter in ("2026-0001-1", "2026-0002-1"):
        for copy in (1, 2):
            print_copy(letter, copy)


def codes(path: Path) -> list[list[str]]:
    pages = [page.render(scale=200 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(path)]
    return [[barcode.text for barcode in zxingcpp.read_barcodes(page)] for page in pages]


@pytest.mark.usefixtures("two_letters")
def test_one_letter_comes_back_as_one_pdf_and_the_next_as_two_each_with_readable_codes(
    printed: Path, inbox: Path
) -> None:
    scans = signer.sign_and_scan(printed, inbox)
    assert [(file["scan"], file["copies"], file["pages"]) for file in scans] == [
        ("SCN_0101.pdf", 2, 4),
        ("SCN_0102.pdf", 1, 2),
        ("SCN_0103.pdf", 1, 2),
    ]
    assert sorted(path.name for path in inbox.iterdir()) == [file["scan"] for file in scans]
    first = [f"P2:2026-0001-1:{copy}:K7QX4M2TVA" for copy in (1, 1, 2, 2)]
    assert codes(inbox / "SCN_0101.pdf") == [[code] for code in first]
    assert codes(inbox / "SCN_0103.pdf") == [["P2:2026-0002-1:2:K7QX4M2TVA"]] * 2


def test_the_demonstration_imports_nothing_of_the_product() -> None:
    for path in Path(signer.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        names += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
        assert not [name for name in names if name.split(".")[0] == "pipeline"]
