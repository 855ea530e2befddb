"""What can go wrong with the register."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class BadEntry(RangkapError):
    """A value that cannot stand in an entry or a payload."""

    code = "register.bad_entry"
    said = Text(
        "Isian register “{field}” tidak sah, jadi tidak dicatat. Laporkan kepada admin teknis.",
        "The register field “{field}” is not valid, so nothing was entered. Report it to the administrator.",
    )
    status = Exit.FAILED


class JournalDiverged(RangkapError):
    """The register in the database does not continue the one in the archive."""

    code = "register.journal_diverged"
    said = Text(
        "Register di basis data tidak menyambung register.jsonl dalam arsip (pencatatan {n}). Mungkin "
        "basis data lama dipulihkan. Jangan mencatat apa pun; jalankan “rangkap verify”, lalu “rangkap "
        "rebuild”.",
        "The register in the database does not continue register.jsonl in the archive (entry {n}). An old "
        "database may have been restored. Enter nothing; run “rangkap verify”, then “rangkap rebuild”.",
    )
    status = Exit.DAMAGED


class BookTooLong(RangkapError):
    """More rows than a sheet holds."""

    code = "register.book_too_long"
    said = Text(
        "Buku ini lebih dari {most} baris dan tidak muat dalam satu lembar XLSX. Pilih periode yang lebih pendek "
        "(--year), atau ekspor sebagai CSV.",
        "This book has more than {most} rows and does not fit one XLSX sheet. Choose a shorter period (--year), or "
        "export it as CSV.",
    )
