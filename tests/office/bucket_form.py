"""An archive in a folder as the items that a bucket has of it (docs/archive.md, "From a folder into a bucket")."""

from pathlib import Path

from pipeline.archive.layout import MARKER, STAGING
from pipeline.archive.on_store.places import line_of

_OF_THE_FOLDER = {"README.md", "BACA-SAYA.txt", ".gitignore", ".gitkeep"}


def bucket_form(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every item by its name; one of the archive in ``folder`` has to be at rest."""
    made: dict[str, bytes] = {}
    for path in sorted(file for file in folder.rglob("*") if file.is_file()):
        name = path.relative_to(folder).as_posix()
        year, _, rest = name.partition("/")
        if year == STAGING or name in _OF_THE_FOLDER:
            continue
        if rest == "SHA512SUMS":
            for line in path.read_bytes().splitlines(keepends=True):
                case, version = line.split()[1].decode().split("/")[:2]
                item = f"sums/{year}/{case}.{version}"
                made[item] = made.get(item, b"") + line
        elif rest == "register.jsonl":
            lines = path.read_bytes().splitlines(keepends=True)
            made |= {line_of(int(year), number): line for number, line in enumerate(lines, 1)}
        else:
            made[name] = path.read_bytes()
    assert MARKER in made
    return made
