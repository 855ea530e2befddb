"""The folder that a person names for files to go out to."""

from pathlib import Path

from pipeline.kernel.errors import Refusal
from pipeline.stores.folder import FOLDER_MODE


def need_folder(target: Path) -> Path:
    """``target`` as a folder; only its last step is made.
    A stick that is not plugged in must not become a folder on the office's own disk.
    """
    if not target.is_dir():
        try:
            target.mkdir(mode=FOLDER_MODE)
        except OSError:
            raise Refusal("office.no_folder", folder=target) from None
    return target
