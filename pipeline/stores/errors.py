"""What can go wrong where bytes live."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoSpace(RangkapError):
    """There is too little free space to begin; nothing was written."""

    code = "stores.no_space"
    said = Text(
        "Ruang cakram tidak cukup: perlu {needed} byte, tersedia {free} byte. Kosongkan ruang atau "
        "hubungi admin teknis; tidak ada yang hilang, pekerjaan dapat diulang.",
        "Not enough disk space: {needed} bytes are needed, {free} are free. Make room or call the "
        "administrator; nothing is lost, the work can be repeated.",
    )
    status = Exit.FAILED
