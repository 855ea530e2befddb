"""What can go wrong with a letter whose safe contact changed, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import RangkapError, Text


class Withdrawn(RangkapError):
    """The signed letter was made for a safe contact that is no longer the one of the case."""

    code = "office.withdrawn"
    said = Text(
        "Surat {letter} ditarik: kontak aman kasus {case} berubah sesudah surat itu ditandatangani. Jangan dicetak dan "
        "jangan disampaikan. Buat surat baru, yang mendapat nomor sendiri: rangkap draft {case}{kind}",
        "Letter {letter} is withdrawn: the safe contact of case {case} changed after it was signed. Do not print it and "
        "do not deliver it. Draft a new letter, which gets a number of its own: rangkap draft {case}{kind}",
    )
