"""Names that no person put there: what Windows, macOS, scanners, browsers and sync tools leave in a shared folder.

They are not looked at, not told and not refused. A shortcut (``.lnk``) is none of them: somebody meant a document by it,
so it is taken and refused with its reason.
"""

from __future__ import annotations

from pipeline.intake.inbox import REFUSED

_HEADS = (".", "~")
"""Hidden files (``.DS_Store``, ``._surat.pdf``, ``.~lock.surat.odt#``, ``.stfolder``) and those of office programs and
sync tools (``~$surat.docx``, ``~syncthing~surat.pdf.tmp``)."""

_ENDINGS = (
    ".tmp",
    ".temp",
    ".part",
    ".partial",
    ".filepart",
    ".crdownload",
    ".download",
    ".opdownload",
    ".swp",
    ".laccdb",
    ".ffs_tmp",
    ".!sync",
)
_NAMES = frozenset(
    {
        REFUSED,
        "thumbs.db",
        "thumbs.db:encryptable",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "autorun.inf",
        "folder.jpg:encryptable",
        "indexervolumeguid",
        "$recycle.bin",
        "recycler",
        "system volume information",
        "icon\r",
        "__macosx",
        "temporary items",
        "network trash folder",
        "@eadir",
        "@recycle",
        "#recycle",
        "#snapshot",
        "lost+found",
    }
)


def is_ignored(name: str) -> bool:
    """Tell whether ``name`` (of a file or folder) is ours, hidden, or what programs leave while they work."""
    low = name.lower()
    return low.startswith(_HEADS) or low.endswith(_ENDINGS) or low in _NAMES
